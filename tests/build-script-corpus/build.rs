//! Generates one type from the real docs.

use std::env;

use tablewright::build::{Builder, Error};
use tablewright::emit::References;

fn main() -> Result<(), Error> {
    println!("cargo::rerun-if-env-changed=TABLEWRIGHT_CORPUS");
    let corpus = env::var("TABLEWRIGHT_CORPUS").unwrap_or_else(|_| "../../../shared/graph-docs".to_owned());
    Builder::new(format!("{corpus}/2021-07"))
        .types(["user"])
        .references(References::Kept) // what a user refers to stays in `extra`
        .compile()
}
