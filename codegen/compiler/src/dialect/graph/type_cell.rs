//! Reads a type cell: which type, and whether there are many.

use crate::facts::{TypeCell, TypeWord, is_name};
use crate::ir::Primitive;
use crate::markdown::Cell;
use crate::search;

/// Spellings of primitive types, in lower case and without `edm.`; what the docs say beside the CSDL names.
const SPELLINGS: [(&str, Primitive); 52] = [
    ("binary", Primitive::Binary),
    ("bytes", Primitive::Binary),
    ("byte[]", Primitive::Binary),
    ("boolean", Primitive::Boolean),
    ("bool", Primitive::Boolean),
    ("true", Primitive::Boolean),
    ("byte", Primitive::Byte),
    ("date", Primitive::Date),
    ("datetimeoffset", Primitive::DateTimeOffset),
    ("datetime", Primitive::DateTimeOffset),
    ("date-time", Primitive::DateTimeOffset),
    ("datetimeoffset (timestamp)", Primitive::DateTimeOffset),
    ("timestamp", Primitive::DateTimeOffset),
    ("decimal", Primitive::Decimal),
    ("double", Primitive::Double),
    ("number", Primitive::Double),
    ("numeric", Primitive::Double),
    ("numbers", Primitive::Double),
    ("duration", Primitive::Duration),
    ("timespan", Primitive::Duration),
    ("guid", Primitive::Guid),
    ("uuid", Primitive::Guid),
    ("int16", Primitive::Int16),
    ("short", Primitive::Int16),
    ("int32", Primitive::Int32),
    ("int", Primitive::Int32),
    ("integer", Primitive::Int32),
    ("int64", Primitive::Int64),
    ("long", Primitive::Int64),
    ("sbyte", Primitive::SByte),
    ("single", Primitive::Single),
    ("float", Primitive::Single),
    ("stream", Primitive::Stream),
    ("string", Primitive::String),
    ("strings", Primitive::String),
    ("text", Primitive::String),
    ("url", Primitive::String),
    ("uri", Primitive::String),
    ("email", Primitive::String),
    ("timeofday", Primitive::TimeOfDay),
    ("json", Primitive::Json),
    ("object", Primitive::Json),
    ("json object", Primitive::Json),
    ("untyped json object", Primitive::Json),
    ("untyped", Primitive::Json),
    ("any", Primitive::Json),
    ("variant", Primitive::Json),
    ("complextype", Primitive::Json),
    ("complex type", Primitive::Json),
    ("geographypoint", Primitive::Json),
    ("jsonobject", Primitive::Json),
    ("undefined", Primitive::Json),
];

/// Reads a cell.
pub(super) fn read(cell: &Cell<'_>) -> TypeCell {
    let plain = cell.text.plain();
    let (collection, word) = without_collection(&plain);
    let mut links = cell.text.links().filter(|(shown, ..)| !shown.trim().eq_ignore_ascii_case("collection"));
    let first = links.next();
    let second = links.next();
    let item = match (first, second) {
        (Some((one, ..)), Some((two, ..))) if word.contains(" or ") => {
            TypeWord::Alternatives(vec![one.to_owned(), two.to_owned()])
        }
        (Some((shown, ..)), _) if !shown.trim().is_empty() => type_word(without_collection(shown).1),
        _ => type_word(word),
    };
    TypeCell { collection, item, link: first.map(|(_, target, _)| target.to_owned()), span: cell.span }
}

/// Reads a type as a cell would say it, from text without markup.
#[must_use]
pub fn type_of(plain: &str) -> (bool, TypeWord) {
    let (collection, word) = without_collection(plain);
    (collection, type_word(word))
}

/// Cuts off the words that say that there are many. A type's own name may end in "Collection".
fn without_collection(plain: &str) -> (bool, &str) {
    let word = plain.trim().trim_matches(['`', '*', '.', ',', ' ']);
    let lower = word.to_ascii_lowercase();
    if let Some(rest) = lower.strip_prefix("collection") {
        let inner = &word[word.len() - rest.len()..];
        let bracketed = inner.trim_start().strip_prefix('(').map(|it| it.split(')').next().unwrap_or(it));
        let of = inner.trim_start().strip_prefix("of ");
        return match bracketed.or(of) {
            Some(inner) => (true, inner.trim()),
            None => (!inner.starts_with(char::is_alphanumeric), inner.trim()),
        };
    }
    for (end, cut) in [(" collection", 11), ("[]", 2), (" array", 6), (" list", 5)] {
        if lower.ends_with(end) {
            return (true, word[..word.len() - cut].trim());
        }
    }
    for start in ["array of ", "list of ", "a collection of "] {
        if lower.starts_with(start) {
            return (true, word[start.len()..].trim());
        }
    }
    // What stands behind it is a remark.
    match [" collection ", " collection(", " collection,", " collection. "]
        .iter()
        .find_map(|it| search::find(&lower, it))
    {
        Some(at) => (true, word[..at].trim()),
        None => (false, word),
    }
}

fn type_word(word: &str) -> TypeWord {
    let word = word.trim().trim_matches(['`', '*', '.', ',', ' ', '[', ']', '#']);
    if let Some(primitive) = primitive(word) {
        return TypeWord::Primitive(primitive);
    }
    if let Some((one, two)) = word.split_once(" or ") {
        return TypeWord::Alternatives(vec![one.trim().to_owned(), two.trim().to_owned()]);
    }
    // What follows the first word is a remark: `string, maximum size 20`, `String (readonly)`, `microsoft.graph.x (preview)`.
    let first =
        word.split([' ', ',', '(', ';', '/', '<', ':', ']']).next().unwrap_or_default().trim_matches(['`', '*', '.']);
    match primitive(first) {
        Some(primitive) => TypeWord::Primitive(primitive),
        None if is_name(first) => TypeWord::Name(first.to_owned()),
        None => TypeWord::Nothing,
    }
}

/// The primitive type that a word spells.
pub(super) fn primitive(word: &str) -> Option<Primitive> {
    let lower = word.to_ascii_lowercase();
    let lower = lower.strip_prefix("edm.").unwrap_or(&lower);
    SPELLINGS.iter().find(|(spelling, _)| *spelling == lower).map(|(_, primitive)| *primitive)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(plain: &str) -> (bool, TypeWord) {
        type_of(plain)
    }

    #[test]
    fn primitives_have_many_spellings() {
        for spelling in ["String", "`string`", "Edm.String", "string, maximum size 20", "String (readonly)", "String."]
        {
            assert_eq!(of(spelling), (false, TypeWord::Primitive(Primitive::String)), "{spelling}");
        }
        assert_eq!(of("GUID").1, TypeWord::Primitive(Primitive::Guid));
        assert_eq!(of("Untyped JSON object").1, TypeWord::Primitive(Primitive::Json));
    }

    #[test]
    fn collections_have_several_forms() {
        let string = TypeWord::Primitive(Primitive::String);
        for form in
            ["String collection", "Collection(Edm.String)", "Collection of string", "String[]", "string collection."]
        {
            assert_eq!(of(form), (true, string.clone()), "{form}");
        }
    }

    #[test]
    fn a_name_that_ends_in_collection_is_one_thing() {
        let name = "deviceManagementResourceCollection";
        assert_eq!(of(name), (false, TypeWord::Name(name.to_owned())));
    }

    #[test]
    fn alternatives_are_kept_apart() {
        let both = TypeWord::Alternatives(vec!["String".to_owned(), "Int32".to_owned()]);
        assert_eq!(of("String or Int32").1, both);
    }
}
