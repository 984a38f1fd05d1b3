//! What a user's code meets: pieces that are new, gone, called otherwise or typed otherwise; each is taken by one change.

use std::collections::{BTreeMap, BTreeSet};

use super::piece::{Crate, Owner, Part, Piece};
use super::surface::{Rust, Surface};
use super::{Class, Detection};
use crate::ir::TypeName;

/// What became of a piece.
#[derive(Debug, Clone)]
pub(super) struct Effect {
    pub(super) part: Part,
    pub(super) fate: Fate,
}

/// What can become of a piece.
#[derive(Debug, Clone)]
pub(super) enum Fate {
    New(Rust),
    Gone(Rust),
    Renamed {
        old: Rust,
        new: Rust,
        detection: Detection,
    },
    /// `form` is the documented type, if that is the same: then it is made otherwise in Rust.
    Typed {
        old: Rust,
        new: Rust,
        form: Option<TypeName>,
    },
}

/// The effects that no change has taken yet.
pub(super) struct Effects {
    free: BTreeMap<Owner, Vec<Effect>>,
    taken: BTreeSet<Piece>,
}

impl Effect {
    pub(super) fn class(&self) -> Class {
        match self.fate {
            Fate::New(_) => Class::Compatible,
            Fate::Gone(_) | Fate::Renamed { .. } | Fate::Typed { .. } => Class::Breaking,
        }
    }

    /// Who notices it.
    pub(super) fn detection(&self) -> Detection {
        match self.fate {
            Fate::Renamed { detection, .. } => detection,
            Fate::New(_) | Fate::Gone(_) | Fate::Typed { .. } => Detection::Compiler,
        }
    }

    pub(super) fn is_new(&self) -> bool {
        matches!(self.fate, Fate::New(_))
    }

    pub(super) fn is_gone(&self) -> bool {
        matches!(self.fate, Fate::Gone(_))
    }

    pub(super) fn is_renamed(&self) -> bool {
        matches!(self.fate, Fate::Renamed { .. })
    }

    /// Whether it is typed otherwise, and not because its documented type is made otherwise.
    pub(super) fn is_typed(&self) -> bool {
        matches!(self.fate, Fate::Typed { form: None, .. })
    }

    /// The documented type that is made otherwise.
    pub(super) fn form(&self) -> Option<&TypeName> {
        match &self.fate {
            Fate::Typed { form, .. } => form.as_ref(),
            Fate::New(_) | Fate::Gone(_) | Fate::Renamed { .. } => None,
        }
    }
}

impl Effects {
    /// Compares two surfaces.
    pub(super) fn new(old: &Surface, new: &Surface) -> Self {
        let mut effects = Self { free: BTreeMap::new(), taken: BTreeSet::new() };
        let paths = Paths::new(new);
        let only_new = new.iter().filter(|(piece, _)| !old.contains_key(piece));
        let mut gained: BTreeMap<Path, (&Piece, &Rust)> = only_new.map(|it| (path(it.0, it.1), it)).collect();
        for (piece, before) in old {
            // A piece that is spelled otherwise in the docs is still found where it was.
            let after = new.get(piece).or_else(|| gained.remove(&path(piece, before)).map(|(_, it)| it));
            match after {
                None => effects.put(piece, Fate::Gone(before.clone())),
                Some(after) => {
                    if before.name != after.name {
                        let detection = paths.detection(piece, before, old);
                        effects.put(piece, Fate::Renamed { old: before.clone(), new: after.clone(), detection });
                    }
                    if before.text != after.text && before.sense != after.sense {
                        let form = form(before, after);
                        effects.put(piece, Fate::Typed { old: before.clone(), new: after.clone(), form });
                    }
                }
            }
        }
        for (piece, it) in gained.into_values() {
            effects.put(piece, Fate::New(it.clone()));
        }
        effects
    }

    fn put(&mut self, piece: &Piece, fate: Fate) {
        self.free.entry(piece.owner.clone()).or_default().push(Effect { part: piece.part.clone(), fate });
    }

    /// Takes those of an owner that the change explains.
    pub(super) fn take(&mut self, owner: &Owner, is_explained: impl Fn(&Effect) -> bool) -> Vec<Effect> {
        let Some(free) = self.free.get_mut(owner) else { return Vec::new() };
        let (taken, rest): (Vec<_>, Vec<_>) = std::mem::take(free).into_iter().partition(is_explained);
        *free = rest;
        let piece = |it: &Effect| Piece { owner: owner.clone(), part: it.part.clone() };
        self.taken.extend(taken.iter().map(piece));
        taken
    }

    /// Takes all whose documented type is this, made otherwise.
    pub(super) fn take_forms(&mut self, of: &TypeName) -> Vec<Effect> {
        let has = |all: &Vec<Effect>| all.iter().any(|it| it.form() == Some(of));
        let owners: Vec<Owner> = self.free.iter().filter(|(_, all)| has(all)).map(|(owner, _)| owner.clone()).collect();
        owners.iter().flat_map(|owner| self.take(owner, |it| it.form() == Some(of))).collect()
    }

    /// The documented types that are made otherwise, as far as no change says so.
    pub(super) fn forms(&self) -> BTreeSet<TypeName> {
        self.free.values().flatten().filter_map(Effect::form).cloned().collect()
    }

    /// The owners of what is left.
    pub(super) fn owners(&self) -> Vec<Owner> {
        self.free.iter().filter(|(_, all)| !all.is_empty()).map(|(owner, _)| owner.clone()).collect()
    }

    /// Whether another change has said what became of this piece.
    pub(super) fn is_taken(&self, owner: &Owner, part: &Part) -> bool {
        self.taken.contains(&Piece { owner: owner.clone(), part: part.clone() })
    }
}

/// The crate of a piece, and how one speaks of it there.
type Path<'a> = (Crate, &'a str);

fn path<'a>(piece: &Piece, rust: &'a Rust) -> Path<'a> {
    (piece.part.krate(), &rust.path)
}

fn form(old: &Rust, new: &Rust) -> Option<TypeName> {
    let (Some(before), Some(after)) = (&old.ty, &new.ty) else { return None };
    if before == after { after.named().cloned() } else { None }
}

/// What each path of the new side is.
struct Paths<'a>(BTreeMap<Path<'a>, &'a str>);

impl<'a> Paths<'a> {
    fn new(surface: &'a Surface) -> Self {
        Self(surface.iter().map(|(piece, it)| (path(piece, it), it.text.as_str())).collect())
    }

    /// Whether a compiler misses the old name: not if something else has it now, and all that was inside.
    fn detection(&self, piece: &Piece, rust: &Rust, old: &Surface) -> Detection {
        let is_there = |piece: &Piece, it: &Rust| self.0.get(&path(piece, it)) == Some(&it.text.as_str());
        let inside = old
            .iter()
            .filter(|(other, _)| other.owner == piece.owner)
            .filter(|(other, _)| other.part.inside().as_ref() == Some(&piece.part));
        let survives = is_there(piece, rust) && inside.into_iter().all(|(other, it)| is_there(other, it));
        if survives { Detection::Nobody } else { Detection::Compiler }
    }
}
