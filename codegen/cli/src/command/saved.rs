//! An API that `tablewright ir` printed, and perhaps somebody edited, as if it had just been read.

use std::fs;
use std::path::Path;

use tablewright::Loaded;
use tablewright::ir::Api;

use crate::Failure;

/// How many faults are shown.
const SHOWN: usize = 12;

/// One API, or an array of them.
pub(super) fn read(path: &Path) -> Result<Vec<Loaded>, Failure> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| named(&error))?;
    let apis = if text.trim_start().starts_with('[') {
        serde_json::from_str::<Vec<Api>>(&text)
    } else {
        serde_json::from_str::<Api>(&text).map(|api| vec![api])
    };
    let apis =
        apis.map_err(|error| named(&format!("{error}; it takes what `tablewright ir` prints, in its own format")))?;
    if apis.is_empty() {
        return Err(named(&"there is no API in it"));
    }
    let faults: Vec<String> =
        apis.iter().flat_map(|api| api.faults().into_iter().map(|it| format!("\n  {}: {it}", api.version))).collect();
    if faults.is_empty() {
        return Ok(apis.into_iter().map(Loaded::from).collect());
    }
    let more = faults.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!("\n  ... and {more} more") } else { String::new() };
    Err(named(&format!("this cannot be:{}{more}", faults[..faults.len().min(SHOWN)].concat())))
}
