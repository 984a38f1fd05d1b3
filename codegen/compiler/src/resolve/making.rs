//! An update page that an operation is made of, with what is known beside it.

use super::address::Addresses;
use super::cx::Cx;
use super::kin::Kin;
use super::path;
use crate::diagnostic::Diagnostics;
use crate::facts;
use crate::ir;

/// What is needed to make the operation of one page.
pub(super) struct Making<'a, 'b> {
    pub(super) cx: Cx<'a>,
    pub(super) kin: &'a Kin<'a>,
    pub(super) addresses: &'a Addresses<'a>,
    pub(super) page: &'a facts::Page,
    pub(super) diagnostics: &'b mut Diagnostics,
}

impl Making<'_, '_> {
    /// A path in segments, words told from keys by what the docs know.
    pub(super) fn cut(&self, path: &str) -> path::Path {
        let stem = self.cx.docs.page(self.page.id).stem().to_lowercase();
        let is_word = |word: &str| self.addresses.knows(word) || stem.contains(&word.to_lowercase());
        path::path(path, &is_word)
    }

    /// The request line that an example is of.
    pub(super) fn shown_line(&self, request: &facts::Message, path: &str) -> ir::RequestLine {
        let segments = self.cut(path).segments;
        let path = path::text(&segments);
        let origin = self.cx.origin(self.page, request.start.span);
        ir::RequestLine { text: format!("PATCH {path}"), path, segments, origin }
    }
}
