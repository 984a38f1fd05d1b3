//! Wire names to Rust idents, for the model crate and the client crate at once; knows nothing of what is emitted.
//!
//! The rules, each a function of the wire name alone unless it says otherwise:
//!
//! * Words are split where the case changes and at signs. Types, variants: `UpperCamelCase`; fields, setters, functions,
//!   parameters, modules: `snake_case`; an acronym counts as one word (`macOSLobApp`: `MacOsLobApp`).
//! * A type outside the root namespace always has the rest of its namespace before it: `microsoft.graph.callRecords.session`
//!   is `CallRecordsSession`.
//! * The wire's convention is a lower-case first letter and no signs. The name of a type or property that departs from it
//!   always ends in an underscore (`Contract`: `Contract_`, `query_string`: `query_string_`), so that the conventional
//!   spelling finds its ident free whenever it is added. Enum members depart often (`High`, `JIS B4`), and get the plain
//!   ident unless a conventional spelling of the same words is there.
//! * What still collides (names that differ in the capitals of an acronym only): the more conventional spelling keeps the
//!   ident, the others get a suffix made from their spelling ([`scope`]).
//! * A digit at the beginning gets `value` before it; a name of signs only is spelt in code points (`*`: `U2a`).
//! * Keywords are raw idents (`r#type`), `self` and its kind get an underscore. A type that would be called like a name of
//!   the prelude gets one too, and so does one that begins with `Any`, which is how choices begin. The field `extra`
//!   belongs to the runtime: the property is `extra_`; setters that would be called like a method of the patch likewise.
//! * The open variant of an enum is `Undocumented`: no documented member is likely to claim that.
//! * Operations: see [`operation`]. Files and features: see [`module`].

mod ident;
mod module;
mod operation;
mod page;
mod scope;
mod words;

use std::collections::BTreeMap;

pub(crate) use self::ident::Ident;
pub(crate) use self::module::{Area, area, files, version};
use self::operation::Key;
pub(crate) use self::operation::{LineNames, OperationNames};
use self::page::Dictionary;
use self::scope::{Case, distinct};
pub(crate) use self::words::Words;
use self::words::is_regular;
use crate::ir;
use crate::parallel::Threads;

/// The idents of everything in one version of an API.
#[derive(Debug)]
pub(crate) struct Names {
    types: BTreeMap<ir::TypeName, Named>,
    members: BTreeMap<ir::TypeName, Vec<Ident>>,
    operations: BTreeMap<Key, OperationNames>,
}

#[derive(Debug)]
struct Named {
    ident: String,
    /// The same in snake case, for functions.
    noun: String,
}

/// The variant of an enum that holds what the docs do not list.
pub(crate) const OPEN_VARIANT: &str = "Undocumented";

/// What the prelude of the standard library has; a type of that name would shadow it for who imports all of a module.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// The methods of every patch, of its own or of a trait, that a setter would hide.
const PATCH_METHODS: &[&str] = &[
    "as_ref",
    "borrow",
    "borrow_mut",
    "clone",
    "clone_from",
    "clone_into",
    "default",
    "deref",
    "diff",
    "eq",
    "field",
    "fmt",
    "from",
    "from_body",
    "from_json",
    "get",
    "insert",
    "into",
    "into_body",
    "into_json",
    "into_patch",
    "into_value",
    "is_empty",
    "iter",
    "json",
    "len",
    "ne",
    "new",
    "raw",
    "refusal",
    "serialize",
    "shape",
    "to_json",
    "to_owned",
    "to_string",
    "try_from",
    "try_into",
    "type_id",
];

impl Names {
    /// Names all of `api`; types in `root` (`microsoft.graph`) get no prefix.
    pub(crate) fn new(api: &ir::Api, root: &str, threads: Threads) -> Self {
        let (types, (members, dictionary)) = threads.both(|| types(api, root), || (members(api), Dictionary::new(api)));
        let noun = |ty: &ir::TypeName| types.get(ty).map_or_else(|| noun(ty), |it| it.noun.clone());
        let operations = operation::names(api, &dictionary, noun, |ty| patch(types.get(ty).map_or("", |it| &it.ident)));
        Self { types, members, operations }
    }

    /// The model or the enum.
    pub(crate) fn ty(&self, name: &ir::TypeName) -> Ident {
        Ident::new(self.text(name))
    }

    /// The open choice between a type and those derived from it.
    pub(crate) fn choice(&self, name: &ir::TypeName) -> Ident {
        let (stem, mark) = split_mark(self.text(name));
        Ident::new(&format!("Any{stem}{mark}"))
    }

    /// The patch of a type.
    pub(crate) fn patch(&self, name: &ir::TypeName) -> Ident {
        Ident::new(&patch(self.text(name)))
    }

    /// The variants of an enum, as its members are ordered.
    pub(crate) fn variants(&self, name: &ir::TypeName) -> &[Ident] {
        self.members.get(name).map_or(&[], Vec::as_slice)
    }

    /// The names of an operation.
    pub(crate) fn operation(&self, it: &ir::Operation) -> &OperationNames {
        let key = (it.origin.page.clone(), it.body.ty.clone());
        self.operations.get(&key).expect("every operation of the API was named")
    }

    fn text(&self, name: &ir::TypeName) -> &str {
        &self.types.get(name).expect("every type of the API was named").ident
    }
}

/// What the patch of a type is called.
fn patch(ty: &str) -> String {
    let (stem, mark) = split_mark(ty);
    format!("{stem}Patch{mark}")
}

/// The underscores at the end, which have no place inside a name.
fn split_mark(ident: &str) -> (&str, &str) {
    ident.split_at(ident.trim_end_matches('_').len())
}

/// The fields of a model whose properties have these wire names.
pub(crate) fn fields(wires: &[&str]) -> Vec<Ident> {
    snake(wires, &["extra"])
}

/// The setters of a patch whose members have these wire names.
pub(crate) fn setters(wires: &[&str]) -> Vec<Ident> {
    snake(wires, PATCH_METHODS)
}

fn snake(wires: &[&str], reserved: &[&str]) -> Vec<Ident> {
    let wanted = |wire: &str| marked(Words::of(wire).snake(), wire, reserved);
    let names: Vec<_> = wires.iter().map(|wire| (*wire, wanted(wire))).collect();
    distinct(Case::Snake, &names).iter().map(|text| Ident::new(text)).collect()
}

/// With an underscore where the spelling departs from the convention or the ident is not free.
fn marked(mut ident: String, wire: &str, reserved: &[&str]) -> String {
    let is_self = matches!(ident.as_str(), "self" | "Self" | "super" | "crate");
    if is_self || !is_regular(wire) || reserved.contains(&ident.as_str()) {
        ident.push('_');
    }
    ident
}

fn types(api: &ir::Api, root: &str) -> BTreeMap<ir::TypeName, Named> {
    let all: Vec<&ir::TypeName> = api.types.keys().chain(api.enums.keys()).collect();
    let wanted: Vec<_> = all.iter().map(|name| (name.name.as_str(), type_ident(name, root))).collect();
    let idents = distinct(Case::Camel, &wanted);
    let named = |(name, ident): (&ir::TypeName, String)| {
        let words = type_words(name, root);
        let tail = ident.strip_prefix(&words.camel()).unwrap_or_default();
        let gap = if tail.is_empty() || tail.starts_with('_') { "" } else { "_" };
        let noun = format!("{}{gap}{}", words.snake(), tail.to_ascii_lowercase());
        (name.clone(), Named { ident, noun })
    };
    all.into_iter().zip(idents).map(named).collect()
}

fn type_words(name: &ir::TypeName, root: &str) -> Words {
    let own = Words::of(&name.name);
    match name.namespace.strip_prefix(root).map(|rest| rest.trim_start_matches('.')) {
        Some("") => own,
        Some(rest) => Words::of(rest).then(&own),
        None => Words::of(&name.namespace).then(&own),
    }
}

fn type_ident(name: &ir::TypeName, root: &str) -> String {
    let ident = type_words(name, root).camel();
    let is_choice = ident.strip_prefix("Any").is_some_and(|rest| rest.starts_with(|c: char| !c.is_ascii_lowercase()));
    let ident = marked(ident, &name.name, PRELUDE);
    if is_choice && !ident.ends_with('_') { ident + "_" } else { ident }
}

fn noun(name: &ir::TypeName) -> String {
    Words::of(&name.name).snake()
}

fn members(api: &ir::Api) -> BTreeMap<ir::TypeName, Vec<Ident>> {
    let idents = |it: &ir::Enum| {
        let wanted = |wire: &str| {
            let ident = Words::of(wire).camel();
            if ident == OPEN_VARIANT || ident == "Self" { ident + "_" } else { ident }
        };
        let names: Vec<_> = it.members.iter().map(|member| (member.name.as_str(), wanted(&member.name))).collect();
        distinct(Case::Camel, &names).iter().map(|text| Ident::new(text)).collect()
    };
    api.enums.iter().map(|(name, it)| (name.clone(), idents(it))).collect()
}

#[cfg(test)]
mod tests;
