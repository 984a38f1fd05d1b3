//! Repairs of the docs, as data: each names a page, a row, what to change, and why. One that changes nothing is an error.

use std::mem;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::{self, Dropped, Mention, TypeCell, TypeWord, Word, is_name};
use crate::ir::{Access, Primitive};
use crate::source::Docs;
use crate::span::{Origin, Span};

/// One repair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixup {
    /// The page, as a path below the docs folder: `beta/resources/user.md`.
    pub page: String,
    /// The row's name; absent where the whole page is meant.
    #[serde(default)]
    pub row: Option<String>,
    /// What to change.
    pub action: Action,
    /// What to change it to.
    #[serde(default)]
    pub value: Option<Setting>,
    /// What the page gets wrong, and how one knows.
    pub reason: String,
    /// Where a reader can see for himself.
    pub link: String,
}

/// What a fixup does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Reads nothing from the page.
    DropPage,
    /// Leaves out the row.
    DropRow,
    /// Gives the row, or without a row the page's type, another name: `value`.
    Rename,
    /// Gives the row another type cell: `value`, as a page would say it.
    Retype,
    /// Says whether null is allowed.
    SetNullable,
    /// Says whether the service sets it.
    SetReadOnly,
    /// Says whether there are many.
    SetCollection,
    /// Says that a String is the enumeration `value`, or with `true` one made of the values the row lists.
    SetEnum,
    /// Says that the page's type derives from `value`.
    AddBase,
}

/// The value of a fixup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Setting {
    /// `true`, `false`.
    Flag(bool),
    /// A name.
    Text(String),
}

/// How the dialect of the pages reads a type that a cell would say: whether there are many, and of what.
pub type ReadType = fn(&str) -> (bool, TypeWord);

/// Applies the fixups of this version's pages.
pub fn apply(
    fixups: &[Fixup],
    docs: &Docs,
    pages: &mut [Arc<facts::Page>],
    read_type: ReadType,
    diagnostics: &mut Diagnostics,
) {
    let prefix = format!("{}/", docs.version);
    for fixup in fixups.iter().filter(|it| it.page.starts_with(&prefix)) {
        let page = docs.number(&fixup.page).and_then(|id| pages.get_mut(id.0)).map(Arc::make_mut);
        if let Err(what) = page.map_or(Err("there is no such page"), |page| repair(fixup, page, read_type)) {
            diagnostics.elsewhere(stale(fixup, what));
        }
    }
}

/// The first fixup of a version that is not among these. It would never be applied, and never be found stale.
#[must_use]
pub fn of_another_version<'a>(fixups: &'a [Fixup], versions: &[String]) -> Option<&'a Fixup> {
    let version = |it: &Fixup| it.page.split_once('/').map(|(version, _)| version.to_owned());
    fixups.iter().find(|it| version(it).is_none_or(|version| !versions.contains(&version)))
}

fn stale(fixup: &Fixup, what: &str) -> Diagnostic {
    let row = fixup.row.as_ref().map(|row| format!(" of row `{row}`")).unwrap_or_default();
    Diagnostic {
        origin: Origin { page: fixup.page.clone(), line: 1, column: 1 },
        span: Span::default(),
        code: Code::StaleFixup,
        message: format!("the fixup{row} changes nothing: {what}"),
        hint: format!("remove it, or correct it; its reason was: {}", fixup.reason),
        included_by: None,
        second: None,
        edits: Vec::new(),
    }
}

fn repair(fixup: &Fixup, page: &mut facts::Page, read_type: ReadType) -> Result<(), &'static str> {
    if fixup.row.is_none() {
        repair_page(fixup, page)?;
        page.repairs.push(fixup.reason.clone());
        return Ok(());
    }
    match fixup.action {
        Action::DropRow => drop_row(fixup, page),
        _ => repair_rows(fixup, page, read_type),
    }
}

fn repair_page(fixup: &Fixup, page: &mut facts::Page) -> Result<(), &'static str> {
    match (fixup.action, &fixup.value) {
        (Action::DropPage, _) => {
            page.types.clear();
            page.enums.clear();
            page.update = None;
            page.kind = facts::PageKind::Fixed;
            let used = page.counts.used;
            (0..used).for_each(|_| page.counts.drop_used(Dropped::Fixup));
            Ok(())
        }
        (Action::AddBase | Action::Rename, Some(Setting::Text(name))) if !is_name(name) => Err("the value is no name"),
        (Action::AddBase, Some(Setting::Text(base))) => {
            let ty = page.types.first_mut().ok_or("the page describes no type")?;
            let word = Word { text: base.clone(), span: ty.name.span };
            replace(&mut ty.base, Some(Mention { word, link: None }), "the page says so already")
        }
        (Action::Rename, Some(Setting::Text(name))) => {
            let ty = page.types.first_mut().ok_or("the page describes no type")?;
            let named = match name.rsplit_once('.') {
                Some((namespace, short)) => (Some(namespace.to_owned()), short.to_owned()),
                None => (ty.namespace.clone(), name.clone()),
            };
            let mut old = (ty.namespace.take(), mem::take(&mut ty.name.text));
            let outcome = replace(&mut old, named, "it has that name already");
            (ty.namespace, ty.name.text) = old;
            outcome
        }
        (_, _) => Err("the action needs a row, or a value of another kind"),
    }
}

fn replace<T: PartialEq>(old: &mut T, new: T, same: &'static str) -> Result<(), &'static str> {
    if *old == new {
        return Err(same);
    }
    *old = new;
    Ok(())
}

/// The rows of a page with that name, of whatever table.
fn rows<'a>(page: &'a mut facts::Page, name: &'a str) -> impl Iterator<Item = &'a mut facts::Property> {
    let bodies = page.update.iter_mut().flat_map(|update| update.body.iter_mut().flatten());
    let own = page.types.iter_mut().flat_map(|ty| &mut ty.properties);
    own.chain(bodies).filter(move |row| row.name.text == name)
}

fn drop_row(fixup: &Fixup, page: &mut facts::Page) -> Result<(), &'static str> {
    let name = fixup.row.as_deref().unwrap_or_default();
    let mut dropped = 0;
    let mut keep = |it: &str| {
        dropped += usize::from(it == name);
        it != name
    };
    for ty in &mut page.types {
        ty.properties.retain(|row| keep(&row.name.text));
    }
    for body in page.update.iter_mut().filter_map(|update| update.body.as_mut()) {
        body.retain(|row| keep(&row.name.text));
    }
    for list in &mut page.enums {
        list.members.retain(|row| keep(&row.name.text));
    }
    (0..dropped).for_each(|_| page.counts.drop_used(Dropped::Fixup));
    page.repairs.push(fixup.reason.clone());
    if dropped == 0 { Err("there is no such row") } else { Ok(()) }
}

fn repair_rows(fixup: &Fixup, page: &mut facts::Page, read_type: ReadType) -> Result<(), &'static str> {
    let name = fixup.row.clone().unwrap_or_default();
    let mut changed = Err("there is no such row");
    for row in rows(page, &name) {
        repair_row(fixup, row, read_type)?;
        row.repairs.push(fixup.reason.clone());
        changed = Ok(());
    }
    if changed.is_ok() || fixup.action != Action::Rename {
        return changed;
    }
    let Some(Setting::Text(new)) = &fixup.value else { return Err("the value is no name") };
    let members = page.enums.iter_mut().flat_map(|list| &mut list.members);
    for member in members.filter(|member| member.name.text == name) {
        member.name.text.clone_from(new);
        changed = Ok(());
    }
    changed
}

fn repair_row(fixup: &Fixup, row: &mut facts::Property, read_type: ReadType) -> Result<(), &'static str> {
    match (fixup.action, &fixup.value) {
        (Action::Rename, Some(Setting::Text(name))) => replace(&mut row.name.text, name.clone(), "it is so already"),
        (Action::Retype, Some(Setting::Text(ty))) => {
            let (collection, item) = read_type(ty);
            let cell = TypeCell { collection, item, link: None, span: row.ty.span };
            replace(&mut row.ty, cell, "it has that type already")
        }
        (Action::SetNullable, Some(Setting::Flag(it))) => replace(&mut row.nullable, Some(*it), "it is so already"),
        (Action::SetReadOnly, Some(Setting::Flag(it))) => {
            let access = if *it { Access::ReadOnly } else { Access::Writable };
            replace(&mut row.access, access, "it is so already")
        }
        (Action::SetCollection, Some(Setting::Flag(it))) => replace(&mut row.ty.collection, *it, "it is so already"),
        (Action::SetEnum, Some(Setting::Flag(true))) if row.ty.item == TypeWord::Primitive(Primitive::String) => {
            replace(&mut row.promote, true, "it is so already")
        }
        (Action::SetEnum, Some(Setting::Text(name))) if !is_name(name) => Err("the value is no name"),
        (Action::SetEnum, Some(Setting::Text(name))) => {
            replace(&mut row.ty.item, TypeWord::Name(name.clone()), "it has that type already")
        }
        (_, _) => Err("the action needs no row, or a value of another kind"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the types, and what is said of the fixup, when the page's type is renamed so.
    fn renamed(value: &str) -> (Vec<String>, Vec<String>) {
        let page = "v1.0/resources/thing.md";
        let text =
            "# thing resource type\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n";
        let value = Some(Setting::Text(value.to_owned()));
        let (reason, link) = (String::new(), String::new());
        let fixup = Fixup { page: page.to_owned(), row: None, action: Action::Rename, value, reason, link };
        let docs = Docs::from_files("v1.0", vec![(page.to_owned(), text.into())]);
        let loaded = crate::read(&crate::Config { fixups: vec![fixup], ..crate::Config::default() }, docs);
        let said = loaded.diagnostics.into_iter().filter(|it| it.code == Code::StaleFixup).map(|it| it.message);
        (loaded.api.types.keys().map(ToString::to_string).collect(), said.collect())
    }

    #[test]
    fn a_type_can_be_renamed_with_its_namespace() {
        assert_eq!(renamed("lamp").0, ["microsoft.graph.lamp"]);
        assert_eq!(renamed("microsoft.graph.home.lamp").0, ["microsoft.graph.home.lamp"]);
    }

    #[test]
    fn what_is_no_name_is_told() {
        for value in ["", ".lamp", "a lamp", "lamp.", "a..b"] {
            let (names, said) = renamed(value);
            assert_eq!(names, ["microsoft.graph.thing"], "`{value}`");
            assert_eq!(said, ["the fixup changes nothing: the value is no name"], "`{value}`");
        }
    }
}
