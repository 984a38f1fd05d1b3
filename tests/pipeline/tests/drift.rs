//! What is checked in under `generated` is what the docs give.

use std::process::Command;

use tablewright_pipeline_tests::root;

#[test]
fn generated_is_up_to_date() {
    let check = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "-p", "tablewright-cli", "--", "check"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&check.stdout).into_owned() + &String::from_utf8_lossy(&check.stderr);
    assert!(check.status.success(), "{said}");
}
