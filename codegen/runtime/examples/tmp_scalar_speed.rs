use std::hint::black_box;use std::time::Instant;use tablewright_runtime::scalar::*;
fn run<T:serde::Serialize+std::str::FromStr>(n:&str,t:&str){
 let i=Instant::now();for _ in 0..2_000_000{black_box(black_box(t).parse::<T>().ok());}
 let a=i.elapsed().as_nanos()/2_000_000;
 let v=t.parse::<T>().ok().unwrap();let mut out=Vec::with_capacity(100);
 let i=Instant::now();for _ in 0..2_000_000{out.clear();serde_json::to_writer(&mut out,black_box(&v)).unwrap();}
 let b=i.elapsed().as_nanos()/2_000_000;
 let s=t.to_string();let i=Instant::now();for _ in 0..2_000_000{out.clear();serde_json::to_writer(&mut out,black_box(&s)).unwrap();}
 let c=i.elapsed().as_nanos()/2_000_000; println!("{n}: parse {a} ns, to json {b} ns (String {c} ns)");}
fn main(){run::<DateTimeOffset>("dto","2017-01-01T00:02:03.0612494-08:00");run::<DateTimeOffset>("dtoz","2017-01-01T00:02:03Z");run::<Guid>("guid","833fc4df-c88b-4398-992f-d8afcfe41df2");run::<Duration>("dur","-PT9M16.7034979S");run::<Binary>("bin",&"Zm9v".repeat(256));}
