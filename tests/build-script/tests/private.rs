//! The generated module where nobody outside sees it: no lint of the crate around speaks of it.
#![warn(clippy::nursery, missing_docs, rust_2018_idioms, unused, unused_qualifications, unreachable_pub)]

mod lamps {
    include!(concat!(env!("OUT_DIR"), "/lamps/mod.rs"));
}

pub use tablewright_build_script_tests::Colour;

#[test]
fn what_is_not_wanted_is_not_there() {
    assert_eq!(lamps::model::v1_0::Lamp::default().name, None);
    let folder = concat!(env!("OUT_DIR"), "/lamps/model/v1_0/core");
    let files = std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").file_name());
    let mut files: Vec<_> = files.filter_map(|it| it.into_string().ok()).collect();
    files.sort();
    assert_eq!(files, ["colour.rs", "lamp.rs", "lampmode.rs", "mod.rs", "room.rs", "schedule.rs"]);
}
