//! The qualified name of a type or an enum.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A name with its namespace: `microsoft.graph.user`. In JSON it is one string.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeName {
    /// All before the last dot: `microsoft.graph`.
    pub namespace: String,
    /// All after it, in the spelling of the wire: `user`.
    pub name: String,
}

impl TypeName {
    /// A name in a namespace.
    pub fn new(namespace: impl Into<String>, name: impl Into<String>) -> Self {
        Self { namespace: namespace.into(), name: name.into() }
    }

    /// Splits at the last dot; `None` where there is none or a part is empty.
    #[must_use]
    pub fn parse(qualified: &str) -> Option<Self> {
        let (namespace, name) = qualified.rsplit_once('.')?;
        (!namespace.is_empty() && !name.is_empty()).then(|| Self::new(namespace, name))
    }
}

impl fmt::Display for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.namespace, self.name)
    }
}

impl Serialize for TypeName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TypeName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format_args!("`{text}` has no namespace")))
    }
}
