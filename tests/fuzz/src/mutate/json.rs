//! JSON with a value, a name or the place of one changed; what is no JSON is changed as a text.

use serde_json::{Map, Value};

use super::text;
use crate::Random;

/// Texts that one type or another holds, and some that none does.
const TEXTS: [&str; 20] = [
    "",
    "2017-01-01T00:02:03.0612494-08:00",
    "2017-02-30",
    "2016-02-29",
    "23:59:60",
    "23:59:59.9999999",
    "P1DT2H",
    "-PT0S",
    "12.50",
    "-0",
    "1E5",
    "AQIDBA==",
    "AQIDBA",
    "_-_-",
    "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
    "red",
    "bold,italic",
    "unknownFutureValue",
    "#microsoft.graph.user",
    "a\u{0}b",
];

/// `json` with one change; some of it may come from `other`.
pub(super) fn changed(json: &str, other: &str, random: &mut Random) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(json) else { return text::changed(json, other, random) };
    if random.once_in(8) {
        return text::changed(json, other, random);
    }
    let mut number = random.below(count(&value));
    let other = serde_json::from_str(other).unwrap_or(Value::Null);
    if let Some(place) = nth(&mut value, &mut number) {
        change(place, &other, random);
    }
    value.to_string()
}

fn change(place: &mut Value, other: &Value, random: &mut Random) {
    match (random.below(8), &mut *place) {
        (0, Value::Object(members)) => rename(members, random),
        (1, Value::Object(members)) => {
            let name = if random.once_in(2) { "@odata.type" } else { random.pick(&text::ODDITIES) };
            members.insert(name.to_owned(), scalar(random));
        }
        (1, Value::Array(items)) => items.push(scalar(random)),
        (2, Value::Object(members)) if !members.is_empty() => {
            let name = members.keys().nth(random.below(members.len())).cloned().unwrap_or_default();
            members.shift_remove(&name);
        }
        (2, Value::Array(items)) if !items.is_empty() => drop(items.remove(random.below(items.len()))),
        (3, _) => *place = Value::Array(vec![place.take()]),
        (4, _) => *place = Map::from_iter([("value".to_owned(), place.take())]).into(),
        (5, _) => {
            let mut other = other.clone();
            let mut number = random.below(count(&other));
            *place = nth(&mut other, &mut number).map(Value::take).unwrap_or_default();
        }
        _ => *place = scalar(random),
    }
}

fn rename(members: &mut Map<String, Value>, random: &mut Random) {
    let Some(name) = members.keys().nth(random.below(members.len().max(1))).cloned() else { return };
    let value = members.shift_remove(&name).unwrap_or_default();
    let renamed = match random.below(3) {
        0 => name.to_uppercase(),
        1 => format!("{name}@odata.{}", random.pick(&["type", "bind", "count"])),
        _ => text::changed(&name, "value", random),
    };
    members.insert(renamed, value);
}

fn scalar(random: &mut Random) -> Value {
    match random.below(6) {
        0 => Value::Null,
        1 => random.once_in(2).into(),
        2 | 3 => serde_json::from_str(random.pick(&text::NUMBERS)).unwrap_or_default(),
        4 => random.pick(&TEXTS).into(),
        _ => random.pick(&text::ODDITIES).into(),
    }
}

/// How many values there are, at any depth.
fn count(value: &Value) -> usize {
    match value {
        Value::Object(members) => 1 + members.values().map(count).sum::<usize>(),
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        _ => 1,
    }
}

/// The value with this number, counted from the outside in.
fn nth<'a>(value: &'a mut Value, number: &mut usize) -> Option<&'a mut Value> {
    if *number == 0 {
        return Some(value);
    }
    *number -= 1;
    match value {
        Value::Object(members) => members.values_mut().find_map(|it| nth(it, number)),
        Value::Array(items) => items.iter_mut().find_map(|it| nth(it, number)),
        _ => None,
    }
}
