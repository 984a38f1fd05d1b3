//! Looks at the front matter: what it says that a page is, beside the folder of the page, and whether it names a product.

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
    /// Says where the front matter names no product, so that the area of what the page describes is guessed.
    pub(super) fn empty_product(&mut self) {
        let text = self.head;
        for key in ["ms.subservice:", "ms.prod:"] {
            let Some(line) = line(text, key) else { continue };
            if line.text(text).trim().trim_matches(['"', '\'']).is_empty() {
                let message = format!("`{}` is empty", key.trim_end_matches(':'));
                self.sink.push(Code::EmptyProduct, Span::new(line.start - key.len(), line.end), message);
            }
        }
    }

    /// Says where the two differ.
    pub(super) fn doc_type(&mut self) {
        let folder = self.page.folder();
        let expected = KINDS.iter().find(|(_, folders)| folders[0] == folder).map(|(kind, _)| *kind);
        let (Some(expected), Some((said, span))) = (expected, said(self.head, "doc_type:")) else { return };
        if KINDS.iter().all(|(kind, folders)| said != *kind || !folders.contains(&folder)) {
            let message = format!("`doc_type` is `{said}` here, and the page is one of the folder `{folder}`");
            self.sink.push(Code::DocType, span, message).hint(format!("write `{expected}`"));
        }
    }
}

/// The value of a key, if the front matter says one.
fn said<'t>(head: &'t str, key: &str) -> Option<(&'t str, Span)> {
    let line = line(head, key)?;
    let value = line.text(head).trim().trim_matches(['"', '\'']);
    let start = line.start + line.text(head).find(value).filter(|_| !value.is_empty())?;
    Some((value, Span::new(start, start + value.len())))
}

/// What stands behind a key of the front matter.
fn line(head: &str, key: &str) -> Option<Span> {
    let at = head.find(key).filter(|at| head[..*at].ends_with(['\n', '\r']))? + key.len();
    let line = head[at..].lines().next()?;
    Some(Span::new(at, at + line.len()))
}
