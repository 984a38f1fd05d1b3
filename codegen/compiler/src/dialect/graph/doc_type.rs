//! Compares what the front matter says that a page is with the folder that the page is in.

use super::Reader;
use crate::diagnostic::Code;
use crate::span::Span;

/// What pages can be said to be, each with the folders where it is.
const KINDS: [(&str, &[&str]); 4] = [
    ("apiPageType", &["api"]),
    ("resourcePageType", &["resources"]),
    ("enumPageType", &["resources"]),
    ("conceptualPageType", &["api", "resources"]),
];

impl Reader<'_> {
    /// Says where the two differ.
    pub(super) fn doc_type(&mut self) {
        let folder = self.page.folder();
        let expected = KINDS.iter().find(|(_, folders)| folders[0] == folder).map(|(kind, _)| *kind);
        let (Some(expected), Some((said, span))) = (expected, said(&self.page.text)) else { return };
        if KINDS.iter().all(|(kind, folders)| said != *kind || !folders.contains(&folder)) {
            let message = format!("`doc_type` is `{said}` here, and the page is one of the folder `{folder}`");
            self.sink.push(Code::DocType, span, message).hint(format!("write `{expected}`"));
        }
    }
}

/// The value of `doc_type`, if the page has front matter that says one.
fn said(text: &str) -> Option<(&str, Span)> {
    const KEY: &str = "doc_type:";
    let head = &text[..crate::front_matter::body_start(text)];
    let at = head.find(KEY).filter(|at| head[..*at].ends_with(['\n', '\r']))? + KEY.len();
    let line = head[at..].lines().next()?;
    let value = line.trim().trim_matches(['"', '\'']);
    let start = at + line.find(value).filter(|_| !value.is_empty())?;
    Some((value, Span::new(start, start + value.len())))
}
