//! Generates from the pages in `docs-input`.

use tablewright::build::{Builder, Error};
use tablewright::diagnostic::Code;
use tablewright::fixups::{Action, Fixup, Setting};

fn main() -> Result<(), Error> {
    Builder::new("docs-input")
        .versions(["v1.0"])
        .types(["lamp"]) // with its updates, and what it refers to
        .fixups([Fixup {
            page: "v1.0/resources/lamp.md".to_owned(),
            row: Some("tags".to_owned()),
            action: Action::SetCollection,
            value: Some(Setting::Flag(true)),
            reason: "The page says String; the example has a list.".to_owned(),
            link: "https://example.com/lamps".to_owned(),
        }])
        .deny([Code::DuplicateRow])
        .derive("lampMode", "PartialOrd, Ord")
        .attribute("lamp.watts", "#[doc(alias = \"power\")]")
        .extern_path("microsoft.graph.colour", "crate::Colour")
        .module("lamps")
        .compile()
}
