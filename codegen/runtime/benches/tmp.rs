use serde::ser::{Serialize, Serializer, SerializeMap};
use std::time::Instant;
use std::hint::black_box;
struct Pairs(Vec<(&'static str, String)>);
impl Serialize for Pairs { fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
  let mut m = s.serialize_map(None)?; for (k,v) in &self.0 { m.serialize_entry(k, v)?; } m.end() } }
macro_rules! d { ($($i:ident $n:literal),*) => { #[derive(serde::Serialize)] struct D { $(#[serde(rename=$n, skip_serializing_if="Option::is_none")] $i: Option<String>),*, #[serde(flatten)] e: std::collections::BTreeMap<String,String> }
 fn mk() -> (D, Pairs) { (D { $($i: Some(format!("{} value",$n))),*, e: Default::default() }, Pairs(vec![$(($n, format!("{} value",$n))),*])) } } }
d!(a1 "id", a2 "userId", a3 "deviceName", a4 "ownerType", a5 "managementState", a6 "chassisType", a7 "operatingSystem", a8 "deviceType", a9 "complianceState", b1 "jailBroken", b2 "managementAgent", b3 "osVersion", b4 "easDeviceId", b5 "azureActiveDirectoryDeviceId", b6 "deviceEnrollmentType", b7 "lostModeState", b8 "activationLockBypassCode", b9 "emailAddress", c1 "azureADDeviceId", c2 "deviceRegistrationState", c3 "deviceCategoryDisplayName", c4 "exchangeAccessState", c5 "exchangeAccessStateReason", c6 "remoteAssistanceSessionUrl", c7 "remoteAssistanceSessionErrorDetails", c8 "userPrincipalName", c9 "model");
fn t(f: &mut dyn FnMut()) -> f64 { let s = Instant::now(); let mut best = f64::MAX; while s.elapsed().as_secs_f64() < 0.5 { let b = Instant::now(); for _ in 0..300 { f(); } best = best.min(b.elapsed().as_secs_f64()/300.0*1e9);} best }
fn main() { let (d,p) = mk(); let mut v = Vec::new();
 println!("derived {}", t(&mut || { v.clear(); serde_json::to_writer(&mut v, black_box(&d)).unwrap(); }));
 println!("pairs {}", t(&mut || { v.clear(); serde_json::to_writer(&mut v, black_box(&p)).unwrap(); }));
 println!("keys only {}", t(&mut || { v.clear(); for (k,_) in &black_box(&p).0 { serde_json::to_writer(&mut v, k).unwrap(); } }));
}
