//! `tablewright ir`.

use serde::Serialize;
use tablewright::diagnostic::Checks;

use crate::args::{Ir, IrFormat};
use crate::{Failure, Outcome, graph_ir, settings, show};

pub(crate) fn run(options: &Ir) -> Result<Outcome, Failure> {
    let config = settings::config(&options.input, None, Checks::Errors)?;
    let loaded = super::load(&config)?;
    let text = match options.format {
        IrFormat::Tablewright => json(&loaded.iter().map(|it| &it.api).collect::<Vec<_>>()),
        IrFormat::GraphIr => json(&loaded.iter().map(|it| graph_ir::value(&it.api)).collect::<Vec<_>>()),
    }?;
    show::print(&text);
    Ok(Outcome::Fine)
}

/// One value alone, several as an array.
fn json<T: Serialize>(all: &[T]) -> Result<String, Failure> {
    let text = match all {
        [one] => serde_json::to_string_pretty(one),
        several => serde_json::to_string_pretty(several),
    };
    text.map(|text| text + "\n").map_err(|error| error.to_string())
}
