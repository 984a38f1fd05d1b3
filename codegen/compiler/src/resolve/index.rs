//! Finds a type or an enumeration by its qualified name, its short name, or its page, without regard to case.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::spelling;
use crate::facts;
use crate::ir::TypeName;
use crate::source::{Docs, PageId};

/// The namespace of pages that name none.
pub(super) const ROOT: &str = "microsoft.graph";

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Type,
    Enum,
}

/// Where a claim is: the page's number, and the claim's among those of its kind there.
pub(super) type Claim = (usize, usize);

/// All names that the pages declare.
#[derive(Default)]
pub(super) struct Index {
    /// By qualified name in lower case.
    entries: BTreeMap<String, Entry>,
    /// Qualified names in lower case, by short name in lower case.
    short: BTreeMap<String, Vec<String>>,
    /// Qualified names in lower case, by the page that declares them and the short name in lower case.
    declared: BTreeMap<(PageId, String), String>,
    /// Pages by path in lower case.
    paths: BTreeMap<String, PageId>,
}

/// A name that pages declare.
pub(super) struct Entry {
    pub(super) name: TypeName,
    pub(super) what: What,
    pub(super) claims: Vec<Claim>,
}

impl Entry {
    /// Whether it is a type, not an enumeration.
    pub(super) const fn is_type(&self) -> bool {
        matches!(self.what, What::Type)
    }

    /// How its pages spell it.
    fn spellings<'p>(&self, pages: &'p [Arc<facts::Page>]) -> Vec<&'p str> {
        let spelling = |&(page, at): &Claim| match self.what {
            What::Type => pages[page].types[at].name.text.as_str(),
            What::Enum => pages[page].enums[at].name.text.as_str(),
        };
        self.claims.iter().map(spelling).collect()
    }
}

impl Index {
    pub(super) fn new(docs: &Docs, pages: &[Arc<facts::Page>]) -> Self {
        let mut index = Self::default();
        for (number, page) in pages.iter().enumerate() {
            index.paths.insert(docs.page(page.id).path.to_lowercase(), page.id);
            for (at, ty) in page.types.iter().enumerate() {
                index.add((number, at), What::Type, qualified(ty.namespace.as_ref(), &ty.name.text));
            }
        }
        for (number, page) in pages.iter().enumerate() {
            index.declare(page);
            for (at, list) in page.enums.iter().enumerate() {
                index.add((number, at), What::Enum, qualified(list.namespace.as_ref(), &list.name.text));
            }
        }
        for (key, entry) in &mut index.entries {
            if let Some(best) = spelling::best(&entry.spellings(pages)) {
                best.clone_into(&mut entry.name.name);
            }
            let short = entry.name.name.to_lowercase();
            index.short.entry(short).or_default().push(key.clone());
        }
        index
    }

    /// Of several of one name on a page the first enumeration is meant, else the first type.
    fn declare(&mut self, page: &facts::Page) {
        let enums = page.enums.iter().map(|it| (it.namespace.as_ref(), &it.name.text));
        for (namespace, name) in enums.chain(page.types.iter().map(|it| (it.namespace.as_ref(), &it.name.text))) {
            let key = || key(&qualified(namespace, name));
            self.declared.entry((page.id, name.to_ascii_lowercase())).or_insert_with(key);
        }
    }

    /// A name that is a type already is no enumeration too.
    fn add(&mut self, claim: Claim, what: What, name: TypeName) {
        let entry = self.entries.entry(key(&name)).or_insert(Entry { name, what, claims: Vec::new() });
        if entry.what == what {
            entry.claims.push(claim);
        }
    }

    /// All declared names of one kind, in order.
    pub(super) fn all(&self, what: What) -> impl Iterator<Item = &Entry> {
        self.entries.values().filter(move |entry| entry.what == what)
    }

    /// All declared names without their namespaces.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.values().map(|entry| entry.name.name.as_str())
    }

    /// The declaration of a qualified name.
    pub(super) fn get(&self, name: &TypeName) -> Option<&Entry> {
        self.entries.get(&key(name))
    }

    /// The declarations of a short name.
    pub(super) fn short<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Entry> + use<'a> {
        let keys = self.short.get(&name.to_lowercase()).map(Vec::as_slice).unwrap_or_default();
        keys.iter().filter_map(|key| self.entries.get(key))
    }

    /// The declaration of a short name on a page.
    pub(super) fn on_page(&self, page: PageId, name: &str) -> Option<&Entry> {
        self.entries.get(self.declared.get(&(page, name.to_ascii_lowercase()))?)
    }

    /// The page of a path below the docs folder.
    pub(super) fn page(&self, path: &str) -> Option<PageId> {
        self.paths.get(&path.to_lowercase()).copied()
    }
}

/// A qualified name in lower case.
fn key(name: &TypeName) -> String {
    let mut key = String::with_capacity(name.namespace.len() + 1 + name.name.len());
    key.push_str(&name.namespace);
    key.push('.');
    key.push_str(&name.name);
    if key.is_ascii() {
        key.make_ascii_lowercase();
        return key;
    }
    key.to_lowercase()
}

/// A name in its namespace, or in the root.
pub(super) fn qualified(namespace: Option<&String>, name: &str) -> TypeName {
    TypeName::new(namespace.map_or(ROOT, String::as_str), name)
}
