//! Makes the properties of a type: their types, who sets them, without those that its bases have.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::{Entry, ROOT, What};
use super::kin::Kin;
use super::multiplicity::{self, Multiplicity};
use super::options::Promotion;
use super::place::{self, Row};
use super::{base, doc, mend, promoted, reference};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, TypeWord};
use crate::hashes;
use crate::ir::{self, Access, Kind, Primitive, TypeName, TypeRef};
use crate::json::Value;
use crate::span::Span;

/// How many rows back a row of the same name is looked for; the largest real page has 1,684.
const MAX_PART: usize = 2000;

/// What is needed to add the properties of one page.
pub(super) struct Adding<'a, 'b> {
    pub(super) cx: Cx<'a>,
    pub(super) page: &'a facts::Page,
    /// What the JSON representation of the type on this page shows, by name.
    pub(super) shown: BTreeMap<&'a str, &'a Value>,
    pub(super) listed: &'b Listed,
    pub(super) enums: &'b BTreeMap<TypeName, ir::Enum>,
    pub(super) diagnostics: &'b mut Diagnostics,
}

/// The properties of a type so far.
#[derive(Default)]
pub(super) struct Properties<'a> {
    pub(super) all: Vec<ir::Property>,
    /// Where each name is.
    places: BTreeMap<&'a str, usize>,
    /// The first one of the names that differ only in case, by their hash.
    first: BTreeMap<u64, usize>,
}

impl<'a> Properties<'a> {
    /// The one of that name, or else the first that has it in another case.
    fn of(&self, name: &str) -> Option<&ir::Property> {
        let at = self.places.get(name).or_else(|| self.first.get(&hashes::word(name)))?;
        Some(&self.all[*at]).filter(|it| it.name.eq_ignore_ascii_case(name))
    }

    fn push(&mut self, name: &'a str, property: ir::Property) {
        self.places.insert(name, self.all.len());
        self.first.entry(hashes::word(name)).or_insert(self.all.len());
        self.all.push(property);
    }
}

/// Adds the properties that one page claims; the first row of a name wins.
pub(super) fn add<'a>(
    adding: &mut Adding<'_, '_>,
    entry: &Entry,
    claim: &'a facts::Type,
    properties: &mut Properties<'a>,
) {
    for row in &claim.properties {
        let place = adding.page.place(row.name.span);
        match properties.of(&row.name.text) {
            Some(same) if same.name == row.name.text => {
                if same.origin.page == adding.cx.docs.page(adding.page.id).path
                    && !adding.is_in_another_part(claim, row)
                {
                    let message = format!("`{}` stands twice in `{}`", row.name.text, entry.name.name);
                    let first = place::row(adding.cx, &same.name, &same.origin).map(Row::name);
                    adding.diagnostics.push(Code::DuplicateRow, place, message).beside(first, "the first one");
                }
                continue;
            }
            Some(same) => {
                let message = format!("`{}` and `{}` differ only in case", row.name.text, same.name);
                let other = place::row(adding.cx, &same.name, &same.origin).map(Row::name);
                adding.diagnostics.push(Code::CaseCollision, place, message).beside(other, "the other one");
            }
            None => {}
        }
        let mut property = adding.property(row, &entry.name.name);
        if claim.key.as_ref() == Some(&property.name) {
            property.access = Access::Key;
        }
        properties.push(&row.name.text, property);
    }
}

impl Adding<'_, '_> {
    /// Whether a row says again what the first row of its name says, in one table, below a caption of its own: tables that
    /// are parted by services list what several of them share in each part.
    fn is_in_another_part(&self, claim: &facts::Type, row: &facts::Property) -> bool {
        let rows = &claim.properties;
        let at = rows.partition_point(|it| it.span.start < row.span.start);
        let near = at.saturating_sub(MAX_PART);
        let Some(first) = rows[near..at].iter().position(|it| it.name.text == row.name.text).map(|it| near + it) else {
            return false;
        };
        let between = Span::new(rows[first].span.start, row.span.start);
        let lines = between.text(&self.cx.docs.page(self.page.id).text).lines();
        let is_one_table = lines.clone().all(|line| line.trim_start().starts_with('|'));
        let first_type = &rows[first].ty;
        is_one_table
            && at - first < lines.count()
            && (first_type.collection, &first_type.item) == (row.ty.collection, &row.ty.item)
    }

    fn property(&mut self, row: &facts::Property, owner: &str) -> ir::Property {
        let ty = self.type_ref(row, owner);
        let is_text = *ty.item() == TypeRef::Primitive(Primitive::String);
        let known = row.known_values.iter().map(|it| it.text.clone());
        ir::Property {
            name: row.name.text.clone(),
            access: row.access,
            nullable: row.nullable,
            relationship: row.relationship,
            deprecated: row.deprecated.clone(),
            known_values: if is_text { known.collect() } else { Vec::new() },
            doc: doc::line(self.cx, self.page, &row.doc),
            origin: self.cx.origin(self.page, row.span),
            repairs: row.repairs.clone(),
            ty,
        }
    }

    /// The type that a row means.
    pub(super) fn type_ref(&mut self, row: &facts::Property, owner: &str) -> TypeRef {
        let item = match &row.ty.item {
            TypeWord::Primitive(Primitive::String) => self.text(row, owner),
            TypeWord::Primitive(primitive) => TypeRef::Primitive(*primitive),
            TypeWord::Name(word) => self.named(row, word),
            TypeWord::Alternatives(words) => self.alternative(row, words),
            TypeWord::Nothing => TypeRef::Primitive(Primitive::Json),
        };
        if self.is_collection(row) { TypeRef::Collection(Box::new(item)) } else { item }
    }

    /// Whether there are many; a guess is said.
    fn is_collection(&mut self, row: &facts::Property) -> bool {
        let shown = self.shown.get(row.name.text.as_str()).copied();
        let (many, guess) = multiplicity::multiplicity(row, shown);
        if let Some(message) = guess {
            let shown = shown.map(|it| self.page.place(it.span));
            let place = self.page.place(row.ty.span);
            self.diagnostics.push(Code::CollectionGuess, place, message).beside(shown, "shown here");
        }
        many == Multiplicity::Many
    }

    fn named(&mut self, row: &facts::Property, word: &str) -> TypeRef {
        let place = self.page.place(row.ty.span);
        if let Some(link) = row.ty.link.as_deref().filter(|it| reference::is_dead(self.cx, self.page, it)) {
            let hint = reference::near_page(self.cx, link).unwrap_or_default();
            let changes = mend::links(self.cx, self.page, word, link);
            self.diagnostics.push(Code::DeadLink, place, format!("there is no page `{link}`")).hint(hint).mend(changes);
        }
        let Some(found) = reference::find(self.cx, self.page, word, row.ty.link.as_deref()) else {
            return self.unknown(row, word);
        };
        if let Some(other) = found.contradicted {
            let message = format!("the text says `{}`, the link leads to `{}`", found.entry.name, other.name);
            let target = place::declaration(self.cx, &other.name);
            self.diagnostics.push(Code::LinkMismatch, place, message).beside(target, "the link leads here");
        }
        if found.entry.is_type() {
            self.listed_elsewhere(row, &found.entry.name.name);
        }
        TypeRef::Named(found.entry.name.clone())
    }

    /// A type that no page has: an enumeration where a row lists its values.
    fn unknown(&mut self, row: &facts::Property, word: &str) -> TypeRef {
        let name = promoted::of_word(word);
        if self.enums.contains_key(&name) {
            self.listed_elsewhere(row, &name.name);
            return TypeRef::Named(name);
        }
        let message = format!("no page describes `{word}`");
        let hint = near_type(self.cx, word).unwrap_or_default();
        let change = mend::primitive(self.cx, self.page, row, None);
        self.diagnostics.push(Code::UnknownType, self.page.place(row.ty.span), message).hint(hint).mend(change);
        TypeRef::Primitive(Primitive::Json)
    }

    /// Says that the values of a row are the members of an enumeration that the row does not name.
    fn listed_elsewhere(&mut self, row: &facts::Property, short: &str) {
        let Some(name) = self.listed.of(row).cloned() else { return };
        let message =
            format!("`{short}` is no enumeration, and `{}` has just the values that this row lists", name.name);
        let members = place::declaration(self.cx, &name);
        let place = self.page.place(row.ty.span);
        self.diagnostics
            .push(Code::ListedElsewhere, place, message)
            .hint(format!("did you mean `{}`?", name.name))
            .beside(members, "its members stand here");
    }

    /// A String, or the one enumeration whose members the row lists and whose name holds the row's.
    fn text(&mut self, row: &facts::Property, owner: &str) -> TypeRef {
        let string = TypeRef::Primitive(Primitive::String);
        if row.promote {
            return TypeRef::Named(promoted::of_string(row));
        }
        if self.cx.options.promotion == Promotion::Never {
            return string;
        }
        let found = self.listed.find(row).cloned().or_else(|| self.named_enum(row, owner));
        let Some(name) = found else { return string };
        let message = format!("taken as `{}`, which has these members", name.name);
        let members = place::declaration(self.cx, &name);
        let place = self.page.place(row.ty.span);
        self.diagnostics.push(Code::GuessedEnum, place, message).beside(members, "its members stand here");
        TypeRef::Named(name)
    }

    /// The enumeration that is named after the row, `state`, or after type and row, `agreementAcceptanceState`, and has
    /// every value that the row lists.
    fn named_enum(&self, row: &facts::Property, owner: &str) -> Option<TypeName> {
        let fits = |name: &TypeName| {
            let members = self.enums.get(name).map(|it| it.members.as_slice()).unwrap_or_default();
            row.known_values.iter().all(|value| members.iter().any(|it| it.name.eq_ignore_ascii_case(&value.text)))
        };
        let short = &row.name.text;
        let of = |name: &str| {
            let found = self.cx.index.find(ROOT, name).filter(|it| it.what == What::Enum);
            found.filter(|it| is_on_enum_page(self.cx, it)).map(|it| &it.name)
        };
        let both = of(&format!("{owner}{short}")).filter(|name| fits(name));
        let own = || of(short).filter(|name| !row.known_values.is_empty() && fits(name));
        both.or_else(own).cloned()
    }

    /// The documented type that the JSON representation shows for a row.
    fn represented(&self, row: &facts::Property) -> Option<TypeName> {
        let shown = self.shown.get(row.name.text.as_str())?;
        let name = shown.get("@odata.type")?.text()?.trim_start_matches('#');
        self.cx.index.get(&TypeName::parse(name)?).map(|entry| entry.name.clone())
    }

    /// One of several: what all of them derive from, by their pages or by the JSON representation; else any JSON.
    fn alternative(&mut self, row: &facts::Property, words: &[String]) -> TypeRef {
        let mut bases = words.iter().map(|word| base::stated(self.cx, self.page, word));
        let first = bases.next().flatten();
        if let Some(base) = first.filter(|first| bases.all(|it| it.as_ref() == Some(first))) {
            return TypeRef::Named(base);
        }
        if let Some(name) = self.represented(row) {
            return TypeRef::Named(name);
        }
        let message = format!("one of {}", words.join(", "));
        self.diagnostics.push(Code::AlternativeTypes, self.page.place(row.ty.span), message);
        TypeRef::Primitive(Primitive::Json)
    }
}

/// The type that may be meant by one that is nowhere, as a question.
pub(super) fn near_type(cx: Cx<'_>, word: &str) -> Option<String> {
    let primitives = Primitive::NAMES.iter().copied();
    let near = cx.near.similar(word, primitives.chain(cx.index.names()));
    near.map(|near| format!("did you mean `{near}`?"))
}

/// The type that a row of a request body means, by what is known already; says nothing and adds nothing.
pub(super) fn row_type(cx: Cx<'_>, page: &facts::Page, row: &facts::Property) -> TypeRef {
    let item = match &row.ty.item {
        TypeWord::Primitive(primitive) => TypeRef::Primitive(*primitive),
        TypeWord::Name(word) => match reference::find(cx, page, word, row.ty.link.as_deref()) {
            Some(found) => TypeRef::Named(found.entry.name.clone()),
            None => TypeRef::Primitive(Primitive::Json),
        },
        TypeWord::Alternatives(_) | TypeWord::Nothing => TypeRef::Primitive(Primitive::Json),
    };
    if row.ty.collection { TypeRef::Collection(Box::new(item)) } else { item }
}

/// Whether a page that lists an enumeration describes no type.
fn is_on_enum_page(cx: Cx<'_>, list: &Entry) -> bool {
    list.claims.iter().any(|(page, _)| cx.pages[*page].types.is_empty())
}

/// Enumerations by the set of their members.
pub(super) struct Listed(BTreeMap<BTreeSet<String>, Vec<TypeName>>);

impl Listed {
    /// Those of pages of enumerations. A list of values in a section of a type's page only explains the String there:
    /// on the pages of v1.0 of 2021, against the metadata, 15 of 17 guesses were right for enumerations on pages of their
    /// own, and 0 of 5 for those in sections.
    pub(super) fn new(cx: Cx<'_>, enums: &BTreeMap<TypeName, ir::Enum>) -> Self {
        let mut listed: BTreeMap<BTreeSet<String>, Vec<TypeName>> = BTreeMap::new();
        let is_on_enum_page = |name| cx.index.get(name).is_some_and(|entry| is_on_enum_page(cx, entry));
        for (name, it) in enums.iter().filter(|(name, _)| is_on_enum_page(name)) {
            listed.entry(names(it.members.iter().map(|it| it.name.as_str()))).or_default().push(name.clone());
        }
        Self(listed)
    }

    /// The one enumeration whose members the row lists.
    fn of(&self, row: &facts::Property) -> Option<&TypeName> {
        if row.known_values.len() < 2 {
            return None;
        }
        let names = self.0.get(&names(row.known_values.iter().map(|it| it.text.as_str())))?;
        names.first().filter(|_| names.len() == 1)
    }

    /// The same, where its name holds the row's.
    fn find(&self, row: &facts::Property) -> Option<&TypeName> {
        let name = self.of(row)?;
        name.name.to_lowercase().contains(&row.name.text.to_lowercase()).then_some(name)
    }
}

/// Members for comparing: in lower case, without the sentinel that pages often leave out.
fn names<'a>(all: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    all.map(str::to_lowercase).filter(|it| it != "unknownfuturevalue").collect()
}

/// The `id` of an entity is its key whatever its row says.
pub(super) fn classify_access(api: &mut ir::Api) {
    for ty in api.types.values_mut().filter(|ty| ty.kind == Kind::Entity) {
        for property in ty.properties.iter_mut().filter(|it| it.name == "id") {
            property.access = Access::Key;
        }
    }
}

/// Removes from each type what a base of it has too.
pub(super) fn remove_inherited(api: &mut ir::Api) {
    let kin = Kin::new(api);
    let own = |ty: &ir::Type| -> Option<Vec<bool>> {
        let inherited = kin.properties(ty.base.as_ref()?);
        Some(ty.properties.iter().map(|it| inherited.in_any_case(&it.name).is_none()).collect())
    };
    let own: Vec<Option<Vec<bool>>> = api.types.values().map(own).collect();
    for (ty, own) in api.types.values_mut().zip(own) {
        let mut own = own.into_iter().flatten();
        ty.properties.retain(|_| own.next().unwrap_or(true));
    }
}
