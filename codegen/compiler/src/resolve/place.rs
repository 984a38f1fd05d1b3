//! Finds what part of a page something of the API was read from, for those who compare two pages.

use super::cx::Cx;
use super::kin::Kin;
use crate::facts;
use crate::ir::TypeName;
use crate::source::Place;
use crate::span::{Origin, Span};

/// A row with its page.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    page: &'a facts::Page,
    row: &'a facts::Property,
}

impl Row<'_> {
    pub(super) const fn name(self) -> Place {
        self.page.place(self.row.name.span)
    }

    pub(super) const fn ty(self) -> Place {
        self.page.place(self.row.ty.span)
    }

    /// The description, where there is one.
    pub(super) const fn doc(self) -> Place {
        self.page.place(if self.row.doc.span.is_empty() { self.row.name.span } else { self.row.doc.span })
    }
}

/// The row from which a property of that name and place was read.
pub(super) fn row<'a>(cx: Cx<'a>, name: &str, origin: &Origin) -> Option<Row<'a>> {
    let page = cx.pages.get(cx.index.page(&origin.page)?.0)?;
    let bodies = page.update.iter().filter_map(|update| update.body.as_deref());
    let tables = page.types.iter().map(|ty| ty.properties.as_slice()).chain(bodies);
    let is_it = |row: &&facts::Property| row.name.text == name && cx.origin(page, row.span) == *origin;
    // Rows are in the order of the page; those of an included file stand elsewhere than its lines say.
    let line = cx.docs.page(page.id).line(origin.line);
    let on_the_line = |rows: &'a [facts::Property]| {
        let behind = rows.partition_point(|row| row.span.end <= line.start);
        rows[behind..].iter().take_while(|row| row.span.start <= line.end)
    };
    let row = tables.clone().flat_map(on_the_line).find(is_it).or_else(|| tables.flatten().find(is_it))?;
    Some(Row { page, row })
}

/// The row from which a property of a type, or of one of its bases, was read.
pub(super) fn property<'a>(cx: Cx<'a>, kin: &Kin<'_>, ty: &TypeName, name: &str) -> Option<Row<'a>> {
    let known = kin.properties(ty).get(name)?;
    row(cx, name, &known.origin)
}

/// Where a type or an enumeration is named on its page.
pub(super) fn declaration(cx: Cx<'_>, name: &TypeName) -> Option<Place> {
    let &(page, at) = cx.index.get(name)?.claims.first()?;
    let page = &cx.pages[page];
    let of_type = page.types.get(at).filter(|it| it.name.text.eq_ignore_ascii_case(&name.name));
    let of_enum = || page.enums.get(at).filter(|it| it.name.text.eq_ignore_ascii_case(&name.name));
    let span = of_type.map(|it| it.name.span).or_else(|| of_enum().map(|it| it.name.span))?;
    Some(page.place(narrowed(span, &cx.docs.page(page.id).text, &name.name)))
}

/// A word within a span of a page; the whole where it does not stand there as it is.
pub(super) fn word(cx: Cx<'_>, page: &facts::Page, within: Span, word: &str) -> Span {
    narrowed(within, &cx.docs.page(page.id).text, word)
}

/// Where a page names what it describes.
pub(super) fn named(cx: Cx<'_>, page: &facts::Page, name: &facts::Word) -> Place {
    page.place(narrowed(name.span, &cx.docs.page(page.id).text, &name.text))
}

/// A name within a title or a comment, if it stands there as it is.
fn narrowed(span: Span, page: &str, name: &str) -> Span {
    match span.text(page).find(name) {
        Some(at) => Span::new(span.start + at, span.start + at + name.len()),
        None => span,
    }
}
