//! `tablewright ir`.

use serde_json::Value;

use crate::args::{Ir, IrFormat};
use crate::{Failure, Outcome, graph_ir, settings, show};

pub(crate) fn run(options: &Ir) -> Result<Outcome, Failure> {
    let config = settings::config(&options.input, None)?;
    let loaded = super::load(&config)?;
    let mut values = Vec::new();
    for it in &loaded {
        values.push(match options.format {
            IrFormat::Tablewright => serde_json::to_value(&it.api).map_err(|error| error.to_string())?,
            IrFormat::GraphIr => graph_ir::value(&it.api),
        });
    }
    let whole = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
    show::print(&format!("{whole:#}\n"));
    Ok(Outcome::Fine)
}
