//! Finds a type or an enumeration by its qualified name, its short name, or its page, without regard to case.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::spelling;
use crate::facts;
use crate::hashes::{self, Hashes, is_same};
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
pub(super) struct Index<'a> {
    docs: &'a Docs,
    pages: &'a [Arc<facts::Page>],
    /// In the order of their qualified names in lower case.
    entries: Vec<Entry>,
    /// Their qualified names.
    names: Hashes,
    /// Their short names.
    short_names: Hashes,
    /// The paths of the pages.
    paths: Hashes,
    /// Pages with what they declare.
    declared: Vec<(PageId, usize)>,
    declared_names: Hashes,
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

    /// Whether its qualified name is that one, without regard to case.
    fn is_called(&self, namespace: &str, name: &str) -> bool {
        let own = &self.name;
        if own.name.len() == name.len() {
            return is_same(&own.name, name) && is_same(&own.namespace, namespace);
        }
        // A name with a dot in it may be cut elsewhere.
        is_same(&own.to_string(), &format!("{namespace}.{name}"))
    }
}

impl<'a> Index<'a> {
    pub(super) fn new(docs: &'a Docs, pages: &'a [Arc<facts::Page>]) -> Self {
        let entries = entries(pages);
        let names = Hashes::new(entries.iter().map(|it| hash(&it.name.namespace, &it.name.name)));
        let short_names = Hashes::new(entries.iter().map(|it| hashes::word(&it.name.name)));
        let paths = Hashes::new(pages.iter().map(|page| hashes::row(docs.page(page.id).path.split('/'))));
        let (declared, declared_names) = (Vec::new(), Hashes::default());
        let mut index = Self { docs, pages, entries, names, short_names, paths, declared, declared_names };
        index.declared = pages.iter().flat_map(|page| index.declarations(page)).collect();
        index.declared_names =
            Hashes::new(index.declared.iter().map(|&(page, at)| on_page(page, &index.entries[at].name.name)));
        index
    }

    /// Of several of one name on a page the first enumeration is meant, else the first type.
    fn declarations(&self, page: &facts::Page) -> Vec<(PageId, usize)> {
        let enums = page.enums.iter().map(|it| (it.namespace.as_ref(), &it.name.text));
        let types = page.types.iter().map(|it| (it.namespace.as_ref(), &it.name.text));
        let numbers = enums.chain(types).filter_map(|(namespace, name)| self.number(in_namespace(namespace), name));
        numbers.map(|at| (page.id, at)).collect()
    }

    /// All declared names of one kind, in order.
    pub(super) fn all(&self, what: What) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.what == what)
    }

    /// All declared names without their namespaces.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.name.as_str())
    }

    /// The declaration of a qualified name.
    pub(super) fn get(&self, name: &TypeName) -> Option<&Entry> {
        self.find(&name.namespace, &name.name)
    }

    /// The declaration of a name in a namespace.
    pub(super) fn find(&self, namespace: &str, name: &str) -> Option<&Entry> {
        self.number(namespace, name).map(|at| &self.entries[at])
    }

    fn number(&self, namespace: &str, name: &str) -> Option<usize> {
        let mut numbers = self.names.of(hash(namespace, name));
        numbers.find(|at| self.entries[*at].is_called(namespace, name))
    }

    /// The declarations of a short name.
    pub(super) fn short<'n>(&self, name: &'n str) -> impl Iterator<Item = &Entry> + use<'_, 'a, 'n> {
        let entries = self.short_names.of(hashes::word(name)).map(|at| &self.entries[at]);
        entries.filter(move |it| is_same(&it.name.name, name))
    }

    /// The declaration of a short name on a page.
    pub(super) fn on_page(&self, page: PageId, name: &str) -> Option<&Entry> {
        let declared = self.declared_names.of(on_page(page, name)).map(|at| self.declared[at]);
        let mut own = declared.filter(|(on, _)| *on == page).map(|(_, at)| &self.entries[at]);
        own.find(|it| is_same(&it.name.name, name))
    }

    /// The page of a path below the docs folder.
    pub(super) fn page(&self, path: &str) -> Option<PageId> {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        self.page_below(folder, file)
    }

    /// The page that a link of a file leads to, where the link is written as most are: nothing but names behind the ways up.
    pub(super) fn linked(&self, file: &str, link: &str) -> Option<PageId> {
        let (mut folder, mut rest) = (file.rsplit_once('/')?.0, link);
        while let Some(behind) = rest.strip_prefix("../") {
            (folder, rest) = (folder.rsplit_once('/')?.0, behind);
        }
        self.page_below(folder, rest)
    }

    fn page_below(&self, folder: &str, rest: &str) -> Option<PageId> {
        let words = folder.split('/').filter(|it| !it.is_empty()).chain(rest.split('/'));
        let pages = self.paths.of(hashes::row(words)).map(|number| self.pages[number].id);
        let is_it = |path: &str| match path.split_at_checked(folder.len()) {
            Some((head, tail)) if tail.starts_with('/') => is_same(head, folder) && is_same(&tail[1..], rest),
            _ => folder.is_empty() && is_same(path, rest),
        };
        pages.filter(|id| is_it(&self.docs.page(*id).path)).last()
    }
}

/// All names that the pages declare, in the order of what they are in lower case.
fn entries(pages: &[Arc<facts::Page>]) -> Vec<Entry> {
    let mut entries = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for (at, ty) in page.types.iter().enumerate() {
            add(&mut entries, (number, at), What::Type, qualified(ty.namespace.as_ref(), &ty.name.text));
        }
    }
    for (number, page) in pages.iter().enumerate() {
        for (at, list) in page.enums.iter().enumerate() {
            add(&mut entries, (number, at), What::Enum, qualified(list.namespace.as_ref(), &list.name.text));
        }
    }
    let mut entries: Vec<Entry> = entries.into_values().collect();
    for entry in &mut entries {
        if let Some(best) = spelling::best(&entry.spellings(pages)) {
            best.clone_into(&mut entry.name.name);
        }
    }
    entries
}

/// A name that is a type already is no enumeration too.
fn add(entries: &mut BTreeMap<String, Entry>, claim: Claim, what: What, name: TypeName) {
    let entry = entries.entry(name.to_string().to_lowercase()).or_insert(Entry { name, what, claims: Vec::new() });
    if entry.what == what {
        entry.claims.push(claim);
    }
}

/// The hash of a qualified name.
fn hash(namespace: &str, name: &str) -> u64 {
    hashes::row(namespace.split('.').chain(name.split('.')))
}

/// The hash of a short name on a page.
fn on_page(page: PageId, name: &str) -> u64 {
    hashes::word(name).rotate_left(32).wrapping_add(page.0 as u64)
}

/// The namespace that a page names, or the root.
pub(super) fn in_namespace(namespace: Option<&String>) -> &str {
    namespace.map_or(ROOT, String::as_str)
}

/// A name in its namespace, or in the root; what stands before a dot in it is the end of the namespace.
pub(super) fn qualified(namespace: Option<&String>, name: &str) -> TypeName {
    let namespace = in_namespace(namespace);
    match name.rsplit_once('.') {
        Some((inner, name)) if !name.is_empty() => TypeName::new(format!("{namespace}.{inner}"), name),
        _ => TypeName::new(namespace, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_dot_ends_the_namespace() {
        for name in ["user", "upsert.as", "termStore.set.item"] {
            let name = qualified(None, name);
            assert_eq!(TypeName::parse(&name.to_string()), Some(name));
        }
    }
}
