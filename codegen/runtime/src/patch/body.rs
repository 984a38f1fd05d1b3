//! The list of what is set, in documented order.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Json;
use crate::model::Named;

use super::value::UNSENDABLE;
use super::{Patch, PatchShape, PatchValue};

const TYPE: &str = "@odata.type";

/// Names and values that an update sends.
#[derive(Clone)]
pub struct PatchBody {
    shape: &'static PatchShape,
    // Two words pass in registers, and what drops an `Arc` is a call: a `Vec` would be dropped by a loop wherever a patch
    // is used, which is most of the code of a program that uses many. A clone is nearly free besides.
    entries: Option<Arc<Vec<Entry>>>,
}

#[derive(Clone, PartialEq)]
struct Entry {
    /// Where the name stands in those of the shape.
    rank: u32,
    name: Cow<'static, str>,
    value: PatchValue,
}

/// The rank of the name that goes first.
const FIRST: u32 = 0;
/// The rank of names that are no documented member.
const LAST: u32 = u32::MAX;

impl PatchBody {
    /// One that sets nothing.
    #[must_use]
    pub const fn new(shape: &'static PatchShape) -> Self {
        Self { shape, entries: None }
    }

    /// What can be set.
    #[must_use]
    pub fn shape(&self) -> &'static PatchShape {
        self.shape
    }

    /// Whether nothing is set; the `@odata.type` that is sent by itself does not count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries().is_empty()
    }

    /// How many names are set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// What is set for this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.entries().iter().find(|entry| entry.name == name).map(|entry| &entry.value.json)
    }

    /// What is set: documented members in documented order, then others in the order they were set.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.entries().iter().map(|entry| (entry.name.as_ref(), &entry.value.json))
    }

    /// Why no service would take this, if that is known: an enum somewhere in it is `unknownFutureValue`.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        let name = &self.entries().iter().find(|entry| entry.value.unsendable)?.name;
        Some(format!("`{name}` holds `{UNSENDABLE}`, which services answer with and do not take"))
    }

    /// Sets any name, documented or not.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Json>) {
        self.insert_value(name, PatchValue::from(value.into()));
    }

    /// As [`insert`](Self::insert), with a value that knows whether services take it.
    pub(crate) fn insert_value(&mut self, name: impl Into<Cow<'static, str>>, value: PatchValue) {
        let name = name.into();
        let rank = match self.shape.place(&name).and_then(|place| u32::try_from(place).ok()) {
            Some(place) => place,
            None if name == TYPE => FIRST,
            None => LAST,
        };
        self.put(Entry { rank, name, value });
    }

    /// Sets the member whose name stands at this byte of the shape's; where none stands, nothing changes.
    #[must_use]
    pub(super) fn with_member(mut self, place: u32, value: PatchValue) -> Self {
        if let Some(name) = usize::try_from(place).ok().and_then(|place| self.shape.at(place)) {
            self.put(Entry { rank: place, name: Cow::Borrowed(name), value });
        }
        self
    }

    fn put(&mut self, entry: Entry) {
        let entries = Arc::make_mut(self.entries.get_or_insert_default());
        if let Some(old) = entries.iter_mut().find(|old| old.name == entry.name) {
            old.value = entry.value;
            return;
        }
        let place = entries.partition_point(|other| other.rank <= entry.rank);
        entries.insert(place, entry);
    }

    fn entries(&self) -> &[Entry] {
        self.entries.as_deref().map_or(&[], Vec::as_slice)
    }

    /// The name that is sent by itself, unless it is set.
    fn discriminator(&self) -> Option<String> {
        let wanted = self.shape.discriminated && self.get(TYPE).is_none();
        wanted.then(|| format!("#{}", self.shape.name()))
    }

    /// As a value to set in another body.
    #[doc(hidden)]
    #[must_use]
    pub fn into_value(self) -> PatchValue {
        PatchValue { unsendable: self.refusal().is_some(), json: self.into() }
    }
}

/// A builder with the members of a JSON object.
pub fn from_json<P: Patch>(json: Json) -> Result<P, NotAnObject> {
    read_json(P::SHAPE, json).map(P::from_body)
}

fn read_json(shape: &'static PatchShape, json: Json) -> Result<PatchBody, NotAnObject> {
    let Json::Object(members) = json else { return Err(NotAnObject(shape.name())) };
    let mut body = PatchBody::new(shape);
    for (name, value) in members {
        body.insert(name, value);
    }
    Ok(body)
}

/// A body can be made of a JSON object only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnObject(&'static str);

impl fmt::Display for NotAnObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an update of {} is a JSON object", self.0)
    }
}

impl std::error::Error for NotAnObject {}

impl PartialEq for PatchBody {
    fn eq(&self, other: &Self) -> bool {
        self.shape.name() == other.shape.name() && self.entries() == other.entries()
    }
}

impl Serialize for PatchBody {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let discriminator = self.discriminator();
        let mut map = to.serialize_map(Some(self.len() + usize::from(discriminator.is_some())))?;
        if let Some(name) = discriminator {
            map.serialize_entry(TYPE, &name)?;
        }
        for (name, value) in self.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl From<PatchBody> for Json {
    fn from(body: PatchBody) -> Self {
        let discriminator = body.discriminator().map(|name| (TYPE.to_owned(), Self::from(name)));
        let entries = body.entries.map(Arc::unwrap_or_clone).unwrap_or_default();
        let entries = entries.into_iter().map(|entry| (entry.name.into_owned(), entry.value.json));
        Self::Object(discriminator.into_iter().chain(entries).collect())
    }
}

impl fmt::Display for PatchBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for PatchBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(name, value)| (name, Named(name, value)))).finish()
    }
}
