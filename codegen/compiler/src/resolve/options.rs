//! How pages become an API; all of it data.

use std::collections::BTreeMap;

/// How pages become an API; all of it data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The area of a page by the beginning of its stem: the longest that fits wins, `""` fits all. What is not named here
    /// has the area that the docs say.
    pub areas: BTreeMap<String, String>,
    /// What in the docs says the area of a type, the first that says anything.
    pub area_sources: Vec<AreaSource>,
    /// When a String that lists values becomes an enumeration.
    pub promotion: Promotion,
    /// Whether examples tell what the service sets.
    pub server_set: ServerSet,
}

/// Whether properties that many pages list and nearly no example sends are taken to be set by the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ServerSet {
    /// Where at least five pages list a name and at most one of fifty examples sends it, it has no setter.
    #[default]
    Inferred,
    /// What a page lists can be set, unless the page says otherwise.
    Never,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            areas: BTreeMap::new(),
            area_sources: AreaSource::DEFAULT.to_vec(),
            promotion: Promotion::default(),
            server_set: ServerSet::default(),
        }
    }
}

/// What in the docs says to which part of the API a type belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaSource {
    /// The second word of a stem that begins with `intune`.
    Service,
    /// The namespace below that of the service.
    Namespace,
    /// `ms.subservice`, before 2022 `ms.prod`, in the front matter.
    Product,
    /// The types that refer to it, else those that it refers to; what stands behind this is not asked.
    References,
    /// The first word of the page's stem.
    Page,
}

impl AreaSource {
    /// The usual order.
    pub const DEFAULT: [Self; 4] = [Self::Service, Self::Namespace, Self::Product, Self::References];
}

/// When a String that lists values becomes an enumeration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Promotion {
    /// Where exactly one enumeration of a page of enumerations has these members and a name that holds the row's, or is
    /// named after the row, or after its type and the row.
    #[default]
    Safe,
    /// Not at all: the values stay known values of a String.
    Never,
}
