//! Reading and writing, compared with structs that serde derives and a flattened map for unknown members.
//!
//! `cargo bench -p tablewright-runtime --no-default-features` prints how often the runtime does the work while serde does it once;
//! `read`, `write` or `clone` after `--` prints these only.

#![allow(missing_docs, unreachable_pub, reason = "a benchmark has no users")]
#![allow(clippy::struct_field_names, reason = "a model has a property named model")]
#![allow(clippy::print_stdout, reason = "this is what it is for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tablewright_runtime as rt;

/// The same type three times: as the generator writes it, as serde derives it, and so that what is null is not written.
macro_rules! entity {
    (@slot $self:ident _) => { rt::NO_FIELD };
    (@slot $self:ident $field:ident) => { rt::text(&$self.$field) };
    (@slot $self:ident ($field:ident)) => { rt::slot(&$self.$field) };
    ($name:ident $text:literal [$($row:literal [$($slot:tt)*])*] { $($index:literal $field:ident $member:literal: $ty:ty | $derived:ty,)* }) => {
        #[derive(Default)]
        pub struct $name {
            $($field: Option<$ty>,)*
            extra: rt::Extra,
        }
        impl rt::Model for $name {
            const SHAPE: &'static rt::Shape = &rt::Shape { name: $text, members: &[$($member),*] };
        }
        impl rt::Object for $name {
            #[inline]
            fn about(&self) -> (&'static rt::Shape, &rt::Extra) {
                (<Self as rt::Model>::SHAPE, &self.extra)
            }
            #[inline]
            fn slots(&self, row: usize) -> Option<[rt::Slot<'_>; 4]> {
                Some(match row { $($row => [$(entity!(@slot self $slot)),*],)* _ => return None })
            }
            #[inline]
            fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> {
                Some(match index { $($index => &mut self.$field,)* _ => return None })
            }
            #[inline]
            fn extra_mut(&mut self) -> &mut rt::Extra {
                &mut self.extra
            }
        }
        rt::model!($name);
        derived!(derived $name { $(#[serde(rename = $member)] $field: $derived,)* });
        derived!(short $name {
            $(#[serde(rename = $member, skip_serializing_if = "Option::is_none")] $field: $derived,)*
        });
    };
}

/// As serde derives it.
macro_rules! derived {
    ($module:ident $name:ident { $(#[$attribute:meta] $field:ident: $ty:ty,)* }) => {
        mod $module {
            use super::*;
            #[allow(dead_code, reason = "not each type is written in both ways")]
            #[derive(Clone, Default, Debug, PartialEq, Serialize, Deserialize)]
            pub struct $name {
                $(#[$attribute] $field: Option<$ty>,)*
                #[serde(flatten)]
                extra: serde_json::Map<String, serde_json::Value>,
            }
        }
    };
}

mod part {
    use super::{Deserialize, Serialize, rt};
    entity!(Part "microsoft.graph.part" [
        0 [kind state (count) _]
    ] {
            0 kind "kind": String | String,
            1 state "state": String | String,
            2 count "count": i32 | i32,
        });
    pub use self::derived::Part as DerivedPart;
    pub use Part as OurPart;
}
use part::{DerivedPart, OurPart};

entity!(Device "microsoft.graph.managedDevice" [
    0 [id user_id device_name owner_type]
    1 [(parts) management_state (enrolled) (last_sync)]
    2 [chassis system device_type compliance]
    3 [jail_broken agent version (eas)]
    4 [eas_id (eas_time) (aad) azure_id]
    5 [enrollment lost_mode lock_code email]
    6 [registered_id registration category (supervised)]
    7 [(last_success) access access_reason remote_url]
    8 [remote_error (encrypted) principal model]
    9 [manufacturer imei (total) (free)]
    10 [name (ratio) (part) _]
] {
    0 id "id": String | String,
    1 user_id "userId": String | String,
    2 device_name "deviceName": String | String,
    3 owner_type "ownerType": String | String,
    4 parts "deviceActionResults": Vec<OurPart> | Vec<DerivedPart>,
    5 management_state "managementState": String | String,
    6 enrolled "enrolledDateTime": rt::DateTimeOffset | rt::DateTimeOffset,
    7 last_sync "lastSyncDateTime": rt::DateTimeOffset | rt::DateTimeOffset,
    8 chassis "chassisType": String | String,
    9 system "operatingSystem": String | String,
    10 device_type "deviceType": String | String,
    11 compliance "complianceState": String | String,
    12 jail_broken "jailBroken": String | String,
    13 agent "managementAgent": String | String,
    14 version "osVersion": String | String,
    15 eas "easActivated": bool | bool,
    16 eas_id "easDeviceId": String | String,
    17 eas_time "easActivationDateTime": rt::DateTimeOffset | rt::DateTimeOffset,
    18 aad "aadRegistered": bool | bool,
    19 azure_id "azureActiveDirectoryDeviceId": String | String,
    20 enrollment "deviceEnrollmentType": String | String,
    21 lost_mode "lostModeState": String | String,
    22 lock_code "activationLockBypassCode": String | String,
    23 email "emailAddress": String | String,
    24 registered_id "azureADDeviceId": String | String,
    25 registration "deviceRegistrationState": String | String,
    26 category "deviceCategoryDisplayName": String | String,
    27 supervised "isSupervised": bool | bool,
    28 last_success "exchangeLastSuccessfulSyncDateTime": rt::DateTimeOffset | rt::DateTimeOffset,
    29 access "exchangeAccessState": String | String,
    30 access_reason "exchangeAccessStateReason": String | String,
    31 remote_url "remoteAssistanceSessionUrl": String | String,
    32 remote_error "remoteAssistanceSessionErrorDetails": String | String,
    33 encrypted "isEncrypted": bool | bool,
    34 principal "userPrincipalName": String | String,
    35 model "model": String | String,
    36 manufacturer "manufacturer": String | String,
    37 imei "imei": String | String,
    38 total "totalStorageSpaceInBytes": i64 | i64,
    39 free "freeStorageSpaceInBytes": i64 | i64,
    40 name "managedDeviceName": String | String,
    41 ratio "healthScore": f64 | f64,
    42 part "configuration": Box<OurPart> | Box<DerivedPart>,
});

/// An answer with all members and one annotation.
fn full() -> serde_json::Value {
    let part = serde_json::json!({"kind": "remoteLock", "state": "done", "count": 3});
    let mut json = serde_json::json!({"@odata.context": "https://graph.microsoft.com/beta/$metadata#x"});
    for name in <Device as rt::Model>::SHAPE.members {
        json[*name] = match *name {
            "deviceActionResults" => serde_json::json!([part, part]),
            "configuration" => part.clone(),
            "healthScore" => 17.25.into(),
            name if name.ends_with("DateTime") => "2017-01-01T00:02:43.0612494-08:00".into(),
            name if name.starts_with("is") || name.starts_with("aad") || name == "easActivated" => true.into(),
            name if name.ends_with("InBytes") => 12_345_678_901_i64.into(),
            name => format!("{name} value").into(),
        };
    }
    json
}

/// A more usual one: every fourth member is null, and there are annotations and unknown members.
fn usual() -> serde_json::Value {
    let mut json = full();
    for name in <Device as rt::Model>::SHAPE.members.iter().step_by(4).filter(|name| **name != "deviceActionResults") {
        json[*name] = serde_json::Value::Null;
    }
    json["@odata.etag"] = "W/\"1\"".into();
    json["deviceActionResults@odata.count"] = 2.into();
    json["newProperty"] = "x".into();
    json["newObject"] = serde_json::json!({"a": 1});
    json
}

/// As text, in the order of the members, the rest at the end.
fn text(mut json: serde_json::Value) -> String {
    let members = json.as_object_mut().expect("an object");
    let documented = <Device as rt::Model>::SHAPE.members.iter().map(|name| (*name).to_owned());
    let first = members.keys().filter(|name| name.starts_with('@')).cloned().collect::<Vec<_>>();
    let last = members.keys().cloned().collect::<Vec<_>>();
    let mut parts = Vec::new();
    for name in first.into_iter().chain(documented).chain(last) {
        if let Some(value) = members.remove(&name) {
            parts.push(format!("{}:{value}", serde_json::Value::from(name)));
        }
    }
    format!("{{{}}}", parts.join(","))
}

/// The shortest time that one call took, in batches of 300 for about a second.
fn shortest(work: &mut dyn FnMut()) -> f64 {
    let start = Instant::now();
    let mut best = Duration::MAX;
    while start.elapsed() < Duration::from_millis(800) {
        let batch = Instant::now();
        for _ in 0..300 {
            work();
        }
        best = best.min(batch.elapsed());
    }
    best.as_secs_f64() / 300.0 * 1e6
}

fn compare<Ours: Serialize + DeserializeOwned + Clone, Theirs: Serialize + DeserializeOwned + Clone>(
    what: &str,
    json: &str,
) {
    let print = |kind: &str, ours: &mut dyn FnMut(), theirs: &mut dyn FnMut()| {
        if std::env::args().skip(1).all(|wanted| wanted.starts_with("--") || wanted == kind) {
            let (ours, theirs) = (shortest(ours), shortest(theirs));
            let ratio = theirs / ours;
            println!("{what:<20} {kind:<6} runtime {ours:>6.2} µs, derived {theirs:>6.2} µs, throughput {ratio:>5.2}");
        }
    };
    let read = |json: &str| serde_json::from_str::<Ours>(json).expect("an object");
    let derived = |json: &str| serde_json::from_str::<Theirs>(json).expect("an object");
    print("read", &mut || _ = black_box(read(black_box(json))), &mut || _ = black_box(derived(black_box(json))));
    let (ours, theirs) = (read(json), derived(json));
    let (mut our_text, mut their_text) = (Vec::new(), Vec::new());
    write(&mut our_text, &ours);
    write(&mut their_text, &theirs);
    println!("{what:<20} bytes  runtime {:>6}, derived {:>6}", our_text.len(), their_text.len());
    print("write", &mut || write(&mut our_text, black_box(&ours)), &mut || write(&mut their_text, black_box(&theirs)));
    print("clone", &mut || _ = black_box(ours.clone()), &mut || _ = black_box(theirs.clone()));
}

fn write(text: &mut Vec<u8>, value: &impl Serialize) {
    text.clear();
    serde_json::to_writer(text, value).expect("JSON");
}

fn main() {
    compare::<Device, derived::Device>("43 members", &text(full()));
    compare::<Device, derived::Device>("43 members, usual", &text(usual()));
    compare::<Device, short::Device>("beside no nulls", &text(usual()));
    compare::<OurPart, DerivedPart>("3 members", r#"{"kind":"remoteLock","state":"done","count":3}"#);
}
