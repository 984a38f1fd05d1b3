#![allow(warnings)]
use std::time::Instant; use std::hint::black_box; use tablewright_runtime as rt;
mod o { use super::*;
#[derive(Clone, Default)] pub struct Part {pub a: Option<String>,pub b: Option<String>,pub c: Option<i32>, pub extra: rt::Extra }
impl rt::Model for Part { const SHAPE: &'static rt::Shape = &rt::Shape { name: "a.b", members: &["kind","state","count"] };
#[inline] fn nodes(&self, row: usize) -> Option<[&dyn rt::Node; 8]> { Some(match row {0 => [&self.a,&self.b,&self.c,&(),&(),&(),&(),&()], _ => return None }) }
#[inline] fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> { Some(match index {0 => &mut self.a,1 => &mut self.b,2 => &mut self.c, _ => return None}) }
#[inline] fn extra(&self) -> &rt::Extra { &self.extra } #[inline] fn extra_mut(&mut self) -> &mut rt::Extra { &mut self.extra } }
rt::model!(Part);
#[derive(Clone, Default)] pub struct M {pub f0: Option<Vec<Part>>,pub f1: Option<Vec<Part>>,pub f2: Option<Vec<Part>>,pub f3: Option<Vec<Part>>,pub f4: Option<Vec<Part>>,pub f5: Option<Vec<Part>>,pub f6: Option<Vec<Part>>,pub f7: Option<Vec<Part>>, pub extra: rt::Extra }
impl rt::Model for M { const SHAPE: &'static rt::Shape = &rt::Shape { name: "a.b", members: &["propertyNumber0","propertyNumber1","propertyNumber2","propertyNumber3","propertyNumber4","propertyNumber5","propertyNumber6","propertyNumber7"] };
#[inline] fn nodes(&self, row: usize) -> Option<[&dyn rt::Node; 8]> { Some(match row {0 => [&self.f0,&self.f1,&self.f2,&self.f3,&self.f4,&self.f5,&self.f6,&self.f7], _ => return None }) }
#[inline] fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> { Some(match index {0 => &mut self.f0,1 => &mut self.f1,2 => &mut self.f2,3 => &mut self.f3,4 => &mut self.f4,5 => &mut self.f5,6 => &mut self.f6,7 => &mut self.f7, _ => return None}) }
#[inline] fn extra(&self) -> &rt::Extra { &self.extra } #[inline] fn extra_mut(&mut self) -> &mut rt::Extra { &mut self.extra } }
rt::model!(M);
}
mod d { use super::*;
#[derive(serde::Serialize,serde::Deserialize,Clone,Default)] pub struct Part {#[serde(rename="kind", skip_serializing_if="Option::is_none")] pub a: Option<String>,#[serde(rename="state", skip_serializing_if="Option::is_none")] pub b: Option<String>,#[serde(rename="count", skip_serializing_if="Option::is_none")] pub c: Option<i32>, #[serde(flatten)] pub e: serde_json::Map<String,rt::Json> }
#[derive(serde::Serialize,serde::Deserialize,Clone,Default)] pub struct M {#[serde(rename="propertyNumber0", skip_serializing_if="Option::is_none")] pub f0: Option<Vec<Part>>,#[serde(rename="propertyNumber1", skip_serializing_if="Option::is_none")] pub f1: Option<Vec<Part>>,#[serde(rename="propertyNumber2", skip_serializing_if="Option::is_none")] pub f2: Option<Vec<Part>>,#[serde(rename="propertyNumber3", skip_serializing_if="Option::is_none")] pub f3: Option<Vec<Part>>,#[serde(rename="propertyNumber4", skip_serializing_if="Option::is_none")] pub f4: Option<Vec<Part>>,#[serde(rename="propertyNumber5", skip_serializing_if="Option::is_none")] pub f5: Option<Vec<Part>>,#[serde(rename="propertyNumber6", skip_serializing_if="Option::is_none")] pub f6: Option<Vec<Part>>,#[serde(rename="propertyNumber7", skip_serializing_if="Option::is_none")] pub f7: Option<Vec<Part>>, #[serde(flatten)] pub e: serde_json::Map<String,rt::Json> }
}
fn t(f: &mut dyn FnMut()) -> f64 { let s = Instant::now(); let mut best = f64::MAX; while s.elapsed().as_secs_f64() < 0.5 { let b = Instant::now(); for _ in 0..300 { f(); } best = best.min(b.elapsed().as_secs_f64()/300.0*1e9);} best }
fn main() { let mut v = Vec::new(); let json = format!("{{{}}}", ["propertyNumber0","propertyNumber1","propertyNumber2","propertyNumber3","propertyNumber4","propertyNumber5","propertyNumber6","propertyNumber7"].iter().map(|n| format!("\"{n}\":{}", r#"[{"kind":"remoteLock","state":"done","count":3}]"#)).collect::<Vec<_>>().join(","));
 let m: o::M = serde_json::from_str(&json).unwrap(); let d: d::M = serde_json::from_str(&json).unwrap();
 let w1 = t(&mut || { v.clear(); serde_json::to_writer(&mut v, black_box(&m)).unwrap(); });
 let w2 = t(&mut || { v.clear(); serde_json::to_writer(&mut v, black_box(&d)).unwrap(); });
 let r1 = t(&mut || { black_box(serde_json::from_str::<o::M>(black_box(&json)).unwrap()); });
 let r2 = t(&mut || { black_box(serde_json::from_str::<d::M>(black_box(&json)).unwrap()); });
 println!("Vec<Part> write {w1:.0} {w2:.0} {:.2}   read {r1:.0} {r2:.0} {:.2}", w2/w1, r2/r1);
}
