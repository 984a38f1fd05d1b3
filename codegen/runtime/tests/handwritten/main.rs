//! The runtime with types as the generator writes them.

#![allow(missing_docs, unreachable_pub, reason = "the types stand for generated ones, which document themselves")]

mod models;
mod nulls;
mod patch;
mod patches;
mod reading;
mod related;
mod roundtrip;
mod traits;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads JSON into a type.
fn read<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_str(&json.to_string()).expect("any JSON object can be read")
}

/// Writes it, by way of text and by way of a value, which must agree.
fn write<T: Serialize>(value: &T) -> Value {
    let text = serde_json::to_string(value).expect("any model can be written");
    let read_back: Value = serde_json::from_str(&text).expect("what was written is JSON");
    assert_eq!(serde_json::to_value(value).expect("any model can be written"), read_back);
    read_back
}

/// Reads and writes, which must change nothing, and gives what was read.
fn through<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(json: &Value) -> T {
    let model: T = read(json);
    assert_eq!(&write(&model), json);
    let by_value: T = serde_json::from_value(json.clone()).expect("any JSON object can be read");
    assert_eq!(by_value, model);
    model
}
