//! Finds what a misspelled type or a dead link was meant to be, where that is sure.

use super::cx::Cx;
use super::reference;
use crate::diagnostic::Change;
use crate::facts::{self, TypeWord};
use crate::ir::Primitive;
use crate::ir::TypeRef;
use crate::near;
use crate::source::{self, Page, PageId, Place};
use crate::span::Span;

/// The names of primitive types that are no slip away from a word one uses: `data`, `guide`, `bytes`.
const SURE: usize = 6;

/// The primitive type that the word in a row's type cell is a slip away from, where no type of the docs is; it has to be the
/// one that another page says, if one does.
pub(super) fn primitive(
    cx: Cx<'_>,
    page: &facts::Page,
    row: &facts::Property,
    said: Option<&TypeRef>,
) -> Option<Change<Place>> {
    let TypeWord::Name(word) = &row.ty.item else { return None };
    let primitives = || Primitive::NAMES.iter().copied();
    near::slip(word, primitives())?;
    let new = cx.near.slip(word, primitives().chain(cx.index.names())).filter(|it| is_sure(it))?;
    if row.ty.link.is_some() || said.is_some_and(|it| it.to_string() != new) {
        return None;
    }
    let text = &cx.docs.page(page.id).text;
    let mut found = row.ty.span.text(text).match_indices(word.as_str());
    let at = row.ty.span.start + found.next()?.0;
    let place = page.place(Span::new(at, at + word.len()));
    found.next().is_none().then(|| Change::Replace { place, old: word.clone(), new: new.to_owned() })
}

fn is_sure(primitive: &str) -> bool {
    Primitive::NAMES.contains(&primitive) && (primitive.len() >= SURE || primitive.starts_with("Int"))
}

/// What leads all links of a page that lead to `link`, which is dead, to the one page whose name is a slip away: that page
/// is where the link says, it describes what the link's text names, and no other page has the misspelled word in its name.
pub(super) fn links(cx: Cx<'_>, page: &facts::Page, word: &str, link: &str) -> Vec<Change<Place>> {
    let Some(new) = near_link(cx, page, word, link) else { return Vec::new() };
    let text = &cx.docs.page(page.id).text;
    let target = |at: usize| Span::new(at + 2, at + 2 + link.len());
    let shown = format!("]({link}");
    let all = text.match_indices(&shown).map(|(at, _)| target(at));
    let whole = all.filter(|it| text[it.end..].starts_with([')', ' ']));
    whole.map(|it| Change::Replace { place: page.place(it), old: link.to_owned(), new: new.clone() }).collect()
}

fn near_link(cx: Cx<'_>, page: &facts::Page, word: &str, link: &str) -> Option<String> {
    let (file, rest) = link.split_at(link.find(['#', '?']).unwrap_or(link.len()));
    let (folder, name) = file.split_at(file.rfind('/').map_or(0, |at| at + 1));
    let stem = name.strip_suffix(".md")?;
    let stems = || cx.docs.pages.iter().map(Page::stem);
    let near = cx.near.slip(stem, stems())?;
    let new = format!("{folder}{near}.md");
    let target = cx.index.page(&source::join(&cx.docs.page(page.id).path, &new)?)?;
    (is_new(stem, stems()) && names(cx, page, word, target)).then(|| new + rest)
}

/// Whether a word of the stem is in no page's name: `user-get` is no slip of `user-set`, but another page.
fn is_new<'a>(stem: &str, stems: impl Iterator<Item = &'a str>) -> bool {
    let words = |stem: &str| stem.to_lowercase().split(['-', '_']).map(str::to_owned).collect::<Vec<_>>();
    let known: std::collections::BTreeSet<String> = stems.flat_map(words).collect();
    words(stem).iter().any(|it| !known.contains(it))
}

/// Whether the page describes what a link's text names, if that is a type at all.
fn names(cx: Cx<'_>, page: &facts::Page, word: &str, target: PageId) -> bool {
    let found = reference::find(cx, page, word, None);
    found.is_none_or(|it| it.entry.claims.iter().any(|(number, _)| cx.pages[*number].id == target))
}
