//! Finds the type or enumeration that a word and its link mean.

use super::cx::Cx;
use super::index::{Entry, ROOT, in_namespace};
use crate::facts;
use crate::source::{self, PageId};

/// What a word was found to mean.
pub(super) struct Found<'a> {
    pub(super) entry: &'a Entry,
    /// The name that the link leads to, where it is another one.
    pub(super) contradicted: Option<&'a Entry>,
}

/// The declaration that a word on a page means: its text first, then its link.
pub(super) fn find<'a>(cx: Cx<'a>, page: &facts::Page, word: &str, link: Option<&str>) -> Option<Found<'a>> {
    let linked = link.and_then(|link| target(cx, page, word, link));
    let named = by_name(cx, page, word, linked);
    match (named, linked) {
        (Some(entry), Some(other)) if entry.name != other.name => Some(Found { entry, contradicted: Some(other) }),
        (Some(entry), _) | (None, Some(entry)) => Some(Found { entry, contradicted: None }),
        (None, None) => None,
    }
}

fn by_name<'a>(cx: Cx<'a>, page: &facts::Page, word: &str, linked: Option<&'a Entry>) -> Option<&'a Entry> {
    let word = word.trim_start_matches('#');
    let (namespace, short) = word.rsplit_once('.').map_or((None, word), |(namespace, short)| (Some(namespace), short));
    if let Some(namespace) = namespace {
        let namespace = namespace.replace("graph.", "microsoft.graph.").replace("microsoft.microsoft.", "microsoft.");
        if let Some(entry) = cx.index.find(&namespace, short) {
            return Some(entry);
        }
    }
    let candidates: Vec<&Entry> = cx.index.short(short).collect();
    let [first, _, ..] = candidates[..] else { return candidates.first().copied() };
    let own = page_namespace(page);
    let pick = |fits: &dyn Fn(&&&Entry) -> bool| candidates.iter().find(fits).copied();
    pick(&|it| linked.is_some_and(|linked| linked.name == it.name))
        .or_else(|| pick(&|it| Some(&it.name.namespace) == own))
        .or_else(|| cx.index.find(ROOT, short))
        .or(Some(first))
}

fn page_namespace(page: &facts::Page) -> Option<&String> {
    let of_type = page.types.first().and_then(|ty| ty.namespace.as_ref());
    of_type.or_else(|| page.enums.first().and_then(|list| list.namespace.as_ref()))
}

/// What the linked page declares: the type or enumeration of that name, or the only one there is.
fn target<'a>(cx: Cx<'a>, page: &facts::Page, word: &str, link: &str) -> Option<&'a Entry> {
    let id = target_page(cx, page, link)?;
    let facts = cx.pages.get(id.0)?;
    let short = word.rsplit('.').next().unwrap_or(word);
    if let Some(named) = cx.index.on_page(id, short) {
        return Some(named);
    }
    let anchor = link.split_once('#').map(|(_, anchor)| anchor.to_lowercase());
    let enums = facts.enums.iter().map(|it| (it.namespace.as_ref(), it.name.text.as_str()));
    let mut all = enums.chain(facts.types.iter().map(|it| (it.namespace.as_ref(), it.name.text.as_str())));
    let count = facts.enums.len() + facts.types.len();
    let only = if anchor.is_none() && facts.types.len() == 1 {
        all.clone().last()
    } else {
        all.clone().next().filter(|_| count == 1)
    };
    let anchored = anchor.and_then(|anchor| all.find(|(_, name)| anchor.starts_with(&name.to_lowercase())));
    let (namespace, name) = anchored.or(only)?;
    cx.index.find(in_namespace(namespace), name)
}

/// The page that a link leads to.
pub(super) fn target_page(cx: Cx<'_>, page: &facts::Page, link: &str) -> Option<PageId> {
    let end = link.bytes().position(|it| matches!(it, b'#' | b'?'));
    let file = &link[..end.unwrap_or(link.len())];
    if file.is_empty() {
        return Some(page.id);
    }
    if file.contains("://") {
        return None;
    }
    let path = &cx.docs.page(page.id).path;
    cx.index.linked(path, file).or_else(|| cx.index.page(&source::join(path, file)?)).or_else(|| {
        // Links of a page in `api` may lack the folder, and some end without `.md`.
        let stem = source::stem(file);
        cx.index.page(&format!("{}/resources/{stem}.md", cx.docs.version))
    })
}

/// Whether a link leads to no page of these docs, though it should.
pub(super) fn is_dead(cx: Cx<'_>, page: &facts::Page, link: &str) -> bool {
    let is_relative = !link.contains("://") && !link.starts_with('/');
    is_relative && target_page(cx, page, link).is_none()
}

/// The page that such a link may mean, as a question.
pub(super) fn near_page(cx: Cx<'_>, link: &str) -> Option<String> {
    let stem = source::stem(link.split(['#', '?']).next()?);
    let stems = cx.docs.pages.iter().map(source::Page::stem).filter(|it| !it.eq_ignore_ascii_case(stem));
    cx.near.similar(stem, stems).map(|near| format!("did you mean `{}`?", link.replacen(stem, near, 1)))
}
