//! What all that look for changes share: both sides, the effects that are not explained yet, and the changes found.

use std::collections::{BTreeMap, BTreeSet};

use super::effect::{Effect, Effects};
use super::pairs::{self, Pair};
use super::piece::{Crate, Owner};
use super::side::Side;
use super::surface::surface;
use super::words;
use super::{Change, Class, Detection, Element, Item, Kind, Of};
use crate::ir::{Operation, TypeName};
use crate::span::Origin;

/// Both sides, and what was found.
pub(super) struct Context<'a> {
    pub(super) old: &'a Side<'a>,
    pub(super) new: &'a Side<'a>,
    /// The operations; their place is their number.
    pub(super) operations: Vec<Pair<&'a Operation>>,
    pub(super) effects: Effects,
    changes: Vec<Change>,
}

/// A change whose class is still to be found.
pub(super) struct Draft<'a> {
    pub(super) item: Item,
    pub(super) element: Element,
    pub(super) kind: Kind,
    pub(super) what: String,
    pub(super) origin: &'a Origin,
    /// Its class at least, whatever its effects.
    pub(super) class: Class,
    /// The reason beside the effects.
    pub(super) why: &'a str,
    /// The reason where there is no effect.
    pub(super) otherwise: &'a str,
}

impl<'a> Draft<'a> {
    /// About all of an item, and about doc comments only unless it has effects.
    pub(super) fn new(item: Item, origin: &'a Origin, kind: Kind, what: impl Into<String>) -> Self {
        let (element, class, why) = (Element::Whole, Class::DocsOnly, "");
        Self { item, element, kind, what: what.into(), origin, class, why, otherwise: "the code is the same" }
    }
}

impl<'a> Context<'a> {
    pub(super) fn new(old: &'a Side<'a>, new: &'a Side<'a>) -> Self {
        let operations = pairs::operations(old, new);
        let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
        for (number, pair) in operations.iter().enumerate() {
            let (one, other) = match pair {
                Pair::Both(one, other) => (Some(*one), Some(*other)),
                Pair::Old(one) => (Some(*one), None),
                Pair::New(other) => (None, Some(*other)),
            };
            before.extend(one.map(|it| (key(it), number)));
            after.extend(other.map(|it| (key(it), number)));
        }
        let effects = Effects::new(&surface(old, |it| before[&key(it)]), &surface(new, |it| after[&key(it)]));
        Self { old, new, operations, effects, changes: Vec::new() }
    }

    /// Adds a change; its class follows from its effects, and is at least that of the draft.
    pub(super) fn add(&mut self, draft: Draft<'_>, effects: &[Effect]) {
        let of_operation = draft.item.of == Of::Operation;
        let own = (!of_operation).then_some(draft.class);
        let of_models = effects.iter().filter(|it| it.part.krate() == Crate::Model).map(Effect::class);
        let class = effects.iter().map(Effect::class).max().map_or(draft.class, |worst| worst.max(draft.class));
        let mut breaking = effects.iter().filter(|it| it.class() == Class::Breaking).peekable();
        let is_unseen = breaking.peek().is_some() && breaking.all(|it| it.detection() == Detection::Nobody);
        let why = words::why(effects);
        self.changes.push(Change {
            class,
            models: of_models.chain(own).max(),
            detection: if is_unseen { Detection::Nobody } else { Detection::Compiler },
            item: draft.item,
            element: draft.element,
            kind: draft.kind,
            what: draft.what,
            why: match (why.is_empty(), draft.why.is_empty()) {
                (true, true) => draft.otherwise.to_owned(),
                (true, false) => draft.why.to_owned(),
                (false, true) => why,
                (false, false) => format!("{}; {why}", draft.why),
            },
            origin: draft.origin.clone(),
        });
    }

    /// Adds a change that compiles, and means something else.
    pub(super) fn add_unseen(&mut self, draft: Draft<'_>) {
        self.add(draft, &[]);
        if let Some(last) = self.changes.last_mut() {
            last.detection = Detection::Nobody;
        }
    }

    /// Takes the effects on a type and on all that are derived from it, on either side.
    pub(super) fn take_below(&mut self, names: [&TypeName; 2], is_explained: impl Fn(&Effect) -> bool) -> Vec<Effect> {
        self.take_from(self.below(names), is_explained)
    }

    /// Takes the effects on a property of a type, and on that of all that inherit it on both sides.
    pub(super) fn take_property(
        &mut self,
        names: [&TypeName; 2],
        property: &str,
        is_explained: impl Fn(&Effect) -> bool,
    ) -> Vec<Effect> {
        let mut owners = self.below(names);
        owners.retain(|it| names.contains(&it) || !self.declares(it, property));
        self.take_from(owners, |it| it.part.is_of(property) && is_explained(it))
    }

    fn take_from(&mut self, names: BTreeSet<TypeName>, is_explained: impl Fn(&Effect) -> bool) -> Vec<Effect> {
        names.into_iter().flat_map(|it| self.effects.take(&Owner::Type(it), &is_explained)).collect()
    }

    /// A type and all that are derived from it, on either side.
    fn below(&self, [before, after]: [&TypeName; 2]) -> BTreeSet<TypeName> {
        let derived = [(self.old, before), (self.new, after)];
        let derived = derived.into_iter().flat_map(|(side, it)| side.derived.get(it).into_iter().flatten().copied());
        [before, after].into_iter().chain(derived).cloned().collect()
    }

    /// Whether a type has a property of its own, on either side.
    fn declares(&self, name: &TypeName, property: &str) -> bool {
        let mut types = [self.old, self.new].into_iter().filter_map(|side| side.api.types.get(name));
        types.any(|ty| ty.properties.iter().any(|it| it.name == property))
    }

    /// The changes: the worst first, then by item, in the order of the docs.
    pub(super) fn into_changes(mut self) -> Vec<Change> {
        self.changes.sort_by(|one, other| {
            let key = |it: &Change| (std::cmp::Reverse(it.class), it.item.clone(), it.origin.clone());
            key(one).cmp(&key(other)).then_with(|| (one.kind, &one.element).cmp(&(other.kind, &other.element)))
        });
        self.changes
    }
}

fn key(it: &Operation) -> (&str, &TypeName) {
    (&it.origin.page, &it.body.ty)
}
