//! Turns prose into markdown whose links lead somewhere from anywhere.

use super::cx::Cx;
use super::reference;
use crate::facts;
use crate::markdown::Text;

/// Where links that begin with `/` lead.
const SITE: &str = "https://learn.microsoft.com";

/// One text.
pub(super) fn line(cx: Cx<'_>, page: &facts::Page, text: &Text<'_>) -> String {
    text.markdown(&|link| target(cx, page, link))
}

/// Paragraphs.
pub(super) fn paragraphs(cx: Cx<'_>, page: &facts::Page, texts: &[Text<'_>]) -> String {
    let all: Vec<String> = texts.iter().map(|text| line(cx, page, text)).filter(|it| !it.is_empty()).collect();
    all.join("\n\n")
}

/// A page of these docs by its path, another page by its address.
fn target(cx: Cx<'_>, page: &facts::Page, link: &str) -> Option<String> {
    if link.starts_with("https://") || link.starts_with("http://") {
        return Some(link.to_owned());
    }
    if link.starts_with('/') {
        return Some(format!("{SITE}{link}"));
    }
    let id = reference::target_page(cx, page, link)?;
    Some(cx.docs.page(id).path.clone())
}
