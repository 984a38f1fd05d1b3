//! Says to which part of the API a page belongs.

use super::Options;

/// The area of pages whose stem says nothing.
const REST: &str = "core";

/// The area of the page of that stem.
pub(super) fn area(options: &Options, stem: &str) -> String {
    let configured = options.areas.iter().filter(|(prefix, _)| stem.starts_with(prefix.as_str()));
    if let Some((_, area)) = configured.max_by_key(|(prefix, _)| prefix.len()) {
        return area.clone();
    }
    let words: Vec<&str> = stem.split(['-', '_']).collect();
    match words.as_slice() {
        ["intune", area, _, ..] => format!("intune-{area}"),
        [area, _] if !area.is_empty() && options.areas.is_empty() => (*area).to_owned(),
        _ => REST.to_owned(),
    }
}
