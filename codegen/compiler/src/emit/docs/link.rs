//! Links to pages, as they are online.

use std::fmt::Write as _;

use super::plain;
use crate::emit::Options;
use crate::emit::world::World;

/// The address of a page of the docs folder, `beta/resources/user.md`, if pages are online.
#[must_use]
pub fn page_url(options: &Options, page: &str) -> Option<String> {
    let template = options.page_url.as_ref()?;
    let (version, rest) = page.split_once('/')?;
    let stem = rest.split_once(".md").map_or(rest, |(stem, _)| stem);
    let stem = stem.strip_prefix("api/").unwrap_or(stem).replace('_', "-");
    // `v1.0` is `graph-rest-1.0` online.
    let is_numbered = version.strip_prefix('v').filter(|number| number.starts_with(|c: char| c.is_ascii_digit()));
    let version = is_numbered.unwrap_or(version);
    Some(template.replace("{version}", &encoded(version)).replace("{page}", &encoded(&stem)))
}

/// A link to a page, or its name if pages are not online.
pub(super) fn page(world: &World, page: &str) -> String {
    match page_url(world.options, page) {
        Some(url) => format!("[documentation]({url})"),
        None => format!("documented in {}", plain::code(page)),
    }
}

/// Where a link of the docs leads to: a page as `version/folder/stem.md`, or an address of the web.
pub(super) fn target(world: &World, destination: &str) -> Option<String> {
    let destination = destination.trim();
    if destination.starts_with("https://") || destination.starts_with("http://") {
        return (destination.len() < 500).then(|| encoded(destination));
    }
    let page = destination.split(['#', '?']).next().unwrap_or_default();
    let is_page = page.strip_suffix(".md").is_some() && !page.starts_with(['.', '/']) && !page.contains(':');
    page_url(world.options, page).filter(|_| is_page)
}

/// With all that ends a link, or is no part of an address, as percent codes.
fn encoded(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => encoded.push(byte.into()),
            _ if b"-._~:/?#@!$&+,;=%".contains(&byte) => encoded.push(byte.into()),
            _ => write!(encoded, "%{byte:02X}").expect("writing to a string cannot fail"),
        }
    }
    encoded
}
