//! Models and patches from JSON.

use std::fmt::Debug;

use graph_model::{beta, v1_0};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tablewright_runtime::{Model, Patch};

use super::ensure;
use crate::reached::kind_of;
use crate::{Form, Outcome, Reached, Target};

/// Models.
pub(super) const MODEL: Target = Target {
    name: "model",
    holds: "an object is read as every model, written without loss, and read again equal",
    form: Form::Json,
    seeds: |corpus| seeds(corpus.objects()),
    check: models,
};

/// Patches.
pub(super) const PATCH: Target = Target {
    name: "patch",
    holds: "a patch from an object sends it word for word, and the difference of a model and itself is empty",
    form: Form::Json,
    seeds: |corpus| seeds(corpus.objects()),
    check: patches,
};

/// An object with a member of each type, beside those of the pages.
fn seeds(mut objects: Vec<String>) -> Vec<String> {
    objects.retain(|it| serde_json::from_str::<Value>(it).is_ok());
    objects.push(SAMPLER.to_owned());
    let sampler = SAMPLER.to_owned();
    objects.extend(std::iter::repeat_n(sampler, objects.len() / 4));
    objects
}

const SAMPLER: &str = r##"{"@odata.type":"#microsoft.graph.typeSampler","id":"1","binaryValue":"AQID","booleanValue":true,
"byteValue":255,"dateValue":"2016-02-29","dateTimeOffsetValue":"2017-01-01T00:02:03.0612494-08:00","decimalValue":12.50,
"doubleValue":0.1,"durationValue":"P1DT2H","guidValue":"3f2504e0-4f89-11d3-9a0c-0305e82c3301","int16Value":-32768,
"int32Value":2147483647,"int64Value":9223372036854775807,"sbyteValue":-128,"singleValue":1.5,"streamValue":{"a":[1]},
"stringValue":"text","timeOfDayValue":"23:59:59.9999999","jsonValue":[null,{"b":1e5}],"untypedValue":{"c":null},
"color":"red","options":"bold,italic","link":{"@odata.type":"#microsoft.graph.samplerLink","address":"x"},
"stringValues":["a",""],"int32Values":[1,2],"doubleValues":[0.5,-0.0],"guidValues":["3f2504e0-4f89-11d3-9a0c-0305e82c3301"],
"dateTimeOffsetValues":["2017-01-01T00:00:00Z"],"colors":["red","mauve"],"links":[{"address":"y"},{}],"more":{"d":1}}"##;

macro_rules! every {
    ($check:ident, $json:ident, $reached:ident: $($ty:ty),* $(,)?) => {{
        $($check::<$ty>($json, $reached).map_err(|problem| format!("{}: {problem}", short(std::any::type_name::<$ty>())))?;)*
        Ok(())
    }};
}

fn models(json: &str, reached: &mut Reached) -> Outcome {
    every!(model, json, reached: beta::TypeSampler, beta::WorkbookRange, beta::DeviceCompliancePolicy, beta::IosCompliancePolicy,
        v1_0::User, v1_0::Event, v1_0::Message, v1_0::PlannerTask, v1_0::PlannerAssignments, v1_0::DirectoryObject,
        v1_0::NamedLocation, v1_0::Permission, v1_0::ListItem, v1_0::EducationOutcome, v1_0::Extension)
}

fn patches(json: &str, reached: &mut Reached) -> Outcome {
    use graph_client::{beta, v1_0};
    every!(patch, json, reached: beta::TypeSamplerPatch, beta::WorkbookRangePatch, beta::IosCompliancePolicyPatch, v1_0::UserPatch,
        v1_0::EventPatch, v1_0::PlannerTaskPatch, v1_0::PlannerAssignmentsPatch, v1_0::OpenTypeExtensionPatch)
}

fn short(name: &str) -> &str {
    name.rsplit("::").next().unwrap_or(name)
}

fn model<M: Model + Serialize + DeserializeOwned + PartialEq + Clone + Debug>(
    json: &str,
    reached: &mut Reached,
) -> Outcome {
    let read = serde_json::from_str::<M>(json);
    let Ok(plain @ Value::Object(_)) = serde_json::from_str::<Value>(json) else {
        // Text, numbers and the like are no models, but must be no panic either.
        return Ok(());
    };
    let read = read.map_err(|error| format!("not read: {error}"))?;
    let name = short(std::any::type_name::<M>());
    reached.at(&format!(
        "{name} with {} of its fields and {} beside",
        bucket(fields(&plain, &read)),
        bucket(read.about().1.len())
    ));
    let written = serde_json::to_string(&read).map_err(|error| format!("not written: {error}"))?;
    let again: M = serde_json::from_str(&written).map_err(|error| format!("not read again: {error}"))?;
    ensure(again == read, || format!("not equal when read again: `{written}`"))?;
    let after: Value = serde_json::from_str(&written).map_err(|error| format!("no JSON is written: {error}"))?;
    ensure(same(&plain, &after), || format!("lost: `{written}`"))?;
    // What it shows differs in order; that it shows is what counts.
    ensure(read.clone() == read && !format!("{again:?}").is_empty(), || "a copy differs".to_owned())
}

fn patch<P: Patch>(json: &str, reached: &mut Reached) -> Outcome
where
    P::Model: DeserializeOwned + Clone,
{
    let Ok(plain @ Value::Object(_)) = serde_json::from_str::<Value>(json) else { return Ok(()) };
    let patch: P = tablewright_runtime::patch::engine::from_json(plain.clone()).map_err(|error| error.to_string())?;
    let sent: Value = serde_json::to_value(&*patch).map_err(|error| format!("not sent: {error}"))?;
    let Value::Object(mut members) = sent else { return Err("the body is no object".to_owned()) };
    if plain.get("@odata.type").is_none() {
        members.shift_remove("@odata.type");
    }
    ensure(same(&plain, &Value::Object(members)), || "another body than the object".to_owned())?;
    let model: P::Model = serde_json::from_str(json).map_err(|error| format!("not read: {error}"))?;
    let none = tablewright_runtime::patch::engine::diff::<P>(&model, &model);
    ensure(none.is_ok_and(|it| it.is_empty()), || "a model differs from itself".to_owned())?;
    // What cannot be sent is an error that says so; neither way may panic.
    for (old, new) in [(&P::Model::default(), &model), (&model, &P::Model::default())] {
        let name = short(std::any::type_name::<P>());
        match tablewright_runtime::patch::engine::diff::<P>(old, new) {
            Ok(patch) => reached.at(&format!("{name} with {}", bucket(patch.len()))),
            Err(error) => reached.at(&format!("{name}: {}", kind_of(&error.to_string()))),
        }
    }
    Ok(())
}

/// How many members of the object are fields of the model, by what is not beside them.
fn fields(plain: &Value, model: &impl Model) -> usize {
    plain.as_object().map_or(0, serde_json::Map::len).saturating_sub(model.about().1.len())
}

/// None, one, a few, many.
fn bucket(number: usize) -> &'static str {
    match number {
        0 => "none",
        1 => "one",
        2..=5 => "a few",
        _ => "many",
    }
}

/// The same JSON, numbers by what they are worth.
fn same(one: &Value, two: &Value) -> bool {
    match (one, two) {
        (Value::Object(one), Value::Object(two)) => {
            one.len() == two.len() && one.iter().all(|(name, value)| two.get(name).is_some_and(|it| same(value, it)))
        }
        (Value::Array(one), Value::Array(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| same(one, two))
        }
        (Value::Number(one), Value::Number(two)) => one == two || one.as_f64() == two.as_f64(),
        _ => one == two,
    }
}
