//! Says of relationships that stand in their table and nowhere else: in no JSON, no request line and no page's name.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::cx::Cx;
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, TypeWord};
use crate::hashes::{self, Hashes, is_same};
use crate::json::Value;

/// Looks at the relationships of all types.
pub(super) fn check(cx: Cx<'_>, diagnostics: &mut Diagnostics) {
    let alone: Vec<_> = cx.pages.iter().flat_map(|page| unshown(cx, page)).collect();
    if alone.is_empty() {
        return;
    }
    let known = named_after(cx, &alone.iter().flat_map(|(_, row, _)| names(row)).collect::<Vec<_>>());
    for (page, row, other) in alone {
        if !names(row).iter().any(|it| known.contains(it)) {
            let message =
                format!("the JSON representation lacks `{}`, and no operation is named after it", row.name.text);
            let shown = format!("`{}` is shown", other.name.text);
            diagnostics
                .push(Code::UnshownRelationship, page.place(row.name.span), message)
                .beside(page.place(other.name.span), shown);
        }
    }
}

/// The relationships of a page that neither its JSON nor a comment names, though the JSON has others; each with one of those.
fn unshown<'a>(cx: Cx<'a>, page: &'a facts::Page) -> Vec<(&'a facts::Page, &'a facts::Property, &'a facts::Property)> {
    let mut found = Vec::new();
    // In the annotation too.
    let quoted: LazyCell<BTreeSet<&str>, _> = LazyCell::new(|| cx.docs.page(page.id).text.split('"').collect());
    for ty in &page.types {
        let rows = || ty.properties.iter().filter(|row| row.relationship);
        if rows().nth(1).is_none() {
            continue;
        }
        let Some(shown) = ty.json.as_ref().and_then(facts::Json::value).map(Value::by_name) else { continue };
        let Some(other) = rows().find(|row| shown.contains_key(row.name.text.as_str())) else { continue };
        if rows().all(|row| shown.contains_key(row.name.text.as_str())) {
            continue;
        }
        found.extend(rows().filter(|row| !quoted.contains(row.name.text.as_str())).map(|row| (page, row, other)));
    }
    found
}

/// What an operation may be named after.
fn names(row: &facts::Property) -> [&str; 2] {
    let name = row.name.text.as_str();
    [name, if let TypeWord::Name(word) = &row.ty.item { word } else { name }]
}

/// Those of the names that are, in any case, words in the names of the pages of operations or in the paths of updates.
fn named_after<'n>(cx: Cx<'_>, names: &[&'n str]) -> BTreeSet<&'n str> {
    let stems = cx.docs.pages.iter().filter(|page| page.folder() == "api").map(crate::source::Page::stem);
    // `accessreview-listmydecisions`
    let bare =
        |word| ["list", "get", "post", "add"].iter().find_map(|verb| str::strip_prefix(word, verb)).unwrap_or(word);
    let words = stems.flat_map(|stem| stem.split(['-', '_'])).flat_map(|word| [word, bare(word)]);
    let lines = cx.pages.iter().filter_map(|page| page.update.as_ref()).flat_map(|update| &update.lines);
    let segments = lines.flat_map(|line| line.path.split(['/', '(']));
    let hashes = Hashes::new(names.iter().map(|it| hashes::word(it)));
    let same = |word| hashes.of(hashes::word(word)).map(|at| names[at]).filter(move |name| is_same(name, word));
    words.chain(segments).flat_map(same).collect()
}
