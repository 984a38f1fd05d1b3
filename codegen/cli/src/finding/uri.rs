//! Files of the docs as tools that start in the working directory find them.

use std::fmt::Write as _;
use std::path::{Component, Path};

/// The docs folder as seen from the working directory; empty if it is not in there.
pub(crate) struct Folder(String);

impl Folder {
    /// What is outside of the working directory is most likely a repository of its own, whose root it is.
    pub(crate) fn new(docs: &Path) -> Self {
        let whole = std::path::absolute(docs).ok();
        let here = std::env::current_dir().ok();
        let below = whole.as_deref().zip(here).and_then(|(whole, here)| whole.strip_prefix(here).ok());
        let parts = below.map(|below| below.components().map(part).collect::<Option<Vec<_>>>());
        Self(parts.flatten().map(|parts| parts.concat()).unwrap_or_default())
    }

    /// The path of a file that has this path below the docs folder.
    pub(crate) fn path(&self, page: &str) -> String {
        format!("{}{page}", self.0)
    }

    /// The same as a relative reference of RFC 3986.
    pub(crate) fn uri(&self, page: &str) -> String {
        encoded(&self.path(page))
    }
}

fn part(component: Component<'_>) -> Option<String> {
    match component {
        Component::Normal(name) => Some(format!("{}/", name.to_string_lossy())),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    }
}

/// A path with all but letters, digits and `-._~/` as percent signs and digits.
pub(crate) fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
