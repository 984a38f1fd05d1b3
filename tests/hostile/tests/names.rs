//! Whatever the names are, items do not meet, and lints have nothing to say; the cheap form, without a compiler.
//!
//! `.ci/hostile` compiles such crates.

use proptest::prelude::*;
use tablewright::source::Docs;
use tablewright::{Config, emit};
use tablewright_hostile_tests::{Files, check, docs, obstacle_course};

fn problems(version: &str, files: Files) -> Vec<String> {
    let loaded = tablewright::read(&Config::default(), Docs::from_files(version, files));
    check::problems(&tablewright::emit_files(&[loaded.api], &emit::Options::default()))
}

#[test]
fn the_obstacle_course_is_run() {
    assert_eq!(problems("beta", obstacle_course("beta")), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn hostile_names_never_meet(files in docs("beta")) {
        prop_assert_eq!(problems("beta", files), Vec::<String>::new());
    }
}
