//! Decides which open choices and which patches an API has in Rust; knows names, and nothing of how they are emitted.

use std::collections::{BTreeMap, BTreeSet};

use crate::names::Ident;

use crate::ir;
use crate::names::{Names, OperationNames};

/// The types that are read as an open choice, each with those derived from it.
pub(crate) type Choices<'a> = BTreeMap<&'a ir::TypeName, Vec<&'a ir::TypeName>>;

/// Whether a type is replaced by one of the user's own.
pub(crate) type IsOwn<'f> = dyn Fn(&ir::TypeName) -> bool + 'f;

/// A patch to be emitted.
#[derive(Debug, Hash)]
pub(crate) struct Patch<'a> {
    /// The type that it updates.
    pub(crate) ty: &'a ir::TypeName,
    /// What can be set, in the order of the pages.
    pub(crate) members: Vec<Member<'a>>,
    /// What is documented and cannot be set, and why.
    pub(crate) fixed: Vec<(&'a str, ir::Access)>,
    /// Whether names that are not documented can be set.
    pub(crate) open: bool,
    pub(crate) discriminated: bool,
    /// The choices that stand in bodies, and that a patch of this type can be a value of.
    pub(crate) choices: Vec<&'a ir::TypeName>,
    /// The page of the update; `None` if it only stands inside other bodies.
    pub(crate) page: Option<&'a str>,
    /// The marker of the update that it is told by; `None` where it is told by its model.
    pub(crate) marker: Option<Ident>,
    /// The names of the members.
    listed: BTreeSet<&'a str>,
    /// The names of what cannot be set.
    refused: BTreeSet<&'a str>,
}

/// A property that can be set.
#[derive(Debug, Clone, Copy, Hash)]
pub(crate) struct Member<'a> {
    pub(crate) name: &'a str,
    pub(crate) ty: &'a ir::TypeRef,
    pub(crate) doc: &'a str,
    pub(crate) deprecated: Option<&'a String>,
}

/// A base with more derived types than this is a root of all, and a choice between all is of no use: its values are read
/// as the base, and what they hold beyond it stays in `extra`.
const MAX_CHOICE: usize = 300;

/// The operations that are emitted: those whose body is of a known type.
pub(crate) fn operations(api: &ir::Api) -> impl Iterator<Item = &ir::Operation> {
    api.operations.iter().filter(|it| api.types.contains_key(&it.body.ty))
}

/// Bases with derived types that some property or answer mentions; nobody else could meet the choice.
///
/// A type of the user's own is neither a base, since it stands for whatever comes, nor one to choose.
pub(crate) fn choices<'a>(api: &'a ir::Api, is_own: &IsOwn<'_>) -> Choices<'a> {
    let properties = api.types.values().flat_map(|it| &it.properties).filter_map(|it| it.ty.named());
    let rows = api.operations.iter().flat_map(|it| &it.body.properties).filter_map(|it| it.ty.named());
    let answers = api.operations.iter().filter(|it| it.response.object).map(|it| &it.body.ty);
    let mentioned: BTreeSet<&ir::TypeName> = properties.chain(rows).chain(answers).collect();
    let mut choices = api.descendants();
    choices.retain(|base, derived| {
        derived.retain(|it| !is_own(it));
        let is_choice = !derived.is_empty() && derived.len() <= MAX_CHOICE;
        is_choice && mentioned.contains(base) && !is_own(base)
    });
    choices
}

/// The patches, by their names: one for each update, shared by those that take the same, and one for each type whose
/// values can stand inside a body.
pub(crate) fn patches<'a>(
    api: &'a ir::Api,
    names: &Names,
    choices: &Choices<'a>,
    is_own: &IsOwn<'_>,
) -> BTreeMap<Ident, Patch<'a>> {
    let mut patches = BTreeMap::new();
    for it in operations(api) {
        let OperationNames { patch: ident, marker, .. } = names.operation(it);
        // A type may have another patch, and one of the user's own may stand for several types.
        let is_told_by_model = *ident == names.patch(&it.body.ty) && !is_own(&it.body.ty);
        let marker = (!is_told_by_model).then_some(marker);
        add_operation(patches.entry(ident.clone()).or_insert_with(|| Patch::new(api, &it.body.ty, marker)), it);
    }
    let nested = nested(api, choices, &patches, is_own);
    for name in &nested {
        add_type(api, patches.entry(names.patch(name)).or_insert_with(|| Patch::new(api, name, None)));
    }
    for patch in patches.values_mut() {
        let all = api.all_properties(patch.ty);
        add_fixed(patch, all.iter().map(|it| (it.name.as_str(), it.access)));
        patch.fixed.retain(|(name, _)| !patch.listed.contains(name));
        let bases = api.chain(patch.ty).map(|(base, _)| base);
        patch.choices = bases.filter(|base| nested.contains(base) && choices.contains_key(base)).collect();
        // Where it can stand for a base, it has to say what it is.
        patch.discriminated |= patch.choices.iter().any(|base| *base != patch.ty);
    }
    patches
}

impl<'a> Patch<'a> {
    fn new(api: &ir::Api, ty: &'a ir::TypeName, marker: Option<&Ident>) -> Self {
        let open = api.chain(ty).any(|(_, it)| it.open);
        Self {
            ty,
            members: Vec::new(),
            fixed: Vec::new(),
            open,
            discriminated: false,
            choices: Vec::new(),
            page: None,
            marker: marker.cloned(),
            listed: BTreeSet::new(),
            refused: BTreeSet::new(),
        }
    }
}

fn add_operation<'a>(patch: &mut Patch<'a>, it: &'a ir::Operation) {
    for row in it.body.settable() {
        let deprecated = row.deprecated.as_ref();
        add_member(patch, Member { name: &row.name, ty: &row.ty, doc: &row.doc, deprecated });
    }
    add_fixed(patch, it.body.properties.iter().map(|it| (it.name.as_str(), it.access)));
    patch.discriminated |= it.body.discriminated;
    patch.page.get_or_insert(&it.origin.page);
}

/// An entity that stands inside a body and has no update of its own is told by its key.
fn add_type<'a>(api: &'a ir::Api, patch: &mut Patch<'a>) {
    let is_updated = patch.page.is_some();
    let is_member = |it: &&ir::Property| match it.access {
        ir::Access::Writable => !it.relationship,
        ir::Access::Key => !is_updated,
        ir::Access::ReadOnly | ir::Access::ServerSet => false,
    };
    for it in api.all_properties(patch.ty).into_iter().filter(is_member) {
        add_member(patch, Member { name: &it.name, ty: &it.ty, doc: &it.doc, deprecated: it.deprecated.as_ref() });
    }
}

fn add_member<'a>(patch: &mut Patch<'a>, member: Member<'a>) {
    if patch.listed.insert(member.name) {
        patch.members.push(member);
    }
}

fn add_fixed<'a>(patch: &mut Patch<'a>, names: impl Iterator<Item = (&'a str, ir::Access)>) {
    for (name, access) in names.filter(|(_, access)| *access != ir::Access::Writable) {
        if patch.refused.insert(name) {
            patch.fixed.push((name, access));
        }
    }
}

/// The types whose values can stand inside a body, at any depth. A type of the user's own is sent as it is.
fn nested<'a>(
    api: &'a ir::Api,
    choices: &Choices<'a>,
    patches: &BTreeMap<Ident, Patch<'a>>,
    is_own: &IsOwn<'_>,
) -> BTreeSet<&'a ir::TypeName> {
    let mut nested = BTreeSet::new();
    let mut open: Vec<&ir::TypeName> =
        patches.values().flat_map(|it| &it.members).filter_map(|it| it.ty.named()).collect();
    while let Some(name) = open.pop() {
        if !api.types.contains_key(name) || is_own(name) || !nested.insert(name) {
            continue;
        }
        open.extend(choices.get(name).into_iter().flatten().copied());
        let properties = api.all_properties(name);
        let writable = properties.into_iter().filter(|it| it.access == ir::Access::Writable && !it.relationship);
        open.extend(writable.filter_map(|it| it.ty.named()));
    }
    nested
}
