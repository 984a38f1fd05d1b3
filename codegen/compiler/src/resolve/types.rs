//! Makes the types and enumerations of the IR, each of all pages that describe it.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::{Entry, What};
use super::listed::SENTINEL;
use super::property::{self, Adding, Listed, Properties};
use super::{area, base, doc, kind, numbers, place, promoted};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts;
use crate::ir::{self, TypeName};
use crate::json;

/// The enumerations of all pages, and those of rows that list their values.
pub(super) fn enums(cx: Cx<'_>, diagnostics: &mut Diagnostics) -> BTreeMap<TypeName, ir::Enum> {
    let all = cx.index.all(What::Enum);
    let mut enums = all.map(|entry| (entry.name.clone(), enumeration(cx, entry, diagnostics))).collect();
    promoted::add(cx, &mut enums);
    enums
}

fn enumeration(cx: Cx<'_>, entry: &Entry, diagnostics: &mut Diagnostics) -> ir::Enum {
    let mut claims = entry.claims.iter().map(|&(page, at)| (&cx.pages[page], &cx.pages[page].enums[at]));
    let (page, first) = claims.next().expect("an entry has a claim");
    let mut members: Vec<ir::Member> = Vec::new();
    add_members(cx, page, first, &mut members);
    report_twice(page, first, diagnostics);
    numbers::report(page, first, diagnostics);
    for (other, claim) in claims {
        let names: BTreeSet<&str> = claim.members.iter().map(|it| it.name.text.as_str()).collect();
        let shares = members.iter().any(|member| names.contains(member.name.as_str()));
        if shares || members.is_empty() {
            report_other_list(cx, (other, claim), (page, first), diagnostics);
            add_members(cx, other, claim, &mut members);
        } else {
            let message =
                format!("`{}` has none of the members that {} lists", entry.name.name, cx.docs.page(page.id).path);
            let place = other.place(claim.name.span);
            diagnostics.push(Code::DisjointEnums, place, message).beside(page.place(first.name.span), "the other list");
        }
    }
    ir::Enum {
        flags: first.flags || has_flag_values(&members),
        area: area::stated(cx, page, Some(&entry.name.namespace)),
        doc: doc::paragraphs(cx, page, &first.doc),
        origin: cx.origin(page, first.name.span),
        repairs: page.repairs.iter().chain(&first.repairs).cloned().collect(),
        members,
    }
}

/// Says what one of two lists has and the other has not.
fn report_other_list(
    cx: Cx<'_>,
    (page, claim): (&facts::Page, &facts::Enum),
    (other, first): (&facts::Page, &facts::Enum),
    diagnostics: &mut Diagnostics,
) {
    for member in &claim.members {
        let is_same = |it: &&facts::Member| it.name.text.eq_ignore_ascii_case(&member.name.text);
        let same = first.members.iter().find(is_same);
        if let Some(same) = same.filter(|it| it.name.text != member.name.text) {
            let message = format!("`{}` and `{}` differ only in case", member.name.text, same.name.text);
            diagnostics
                .push(Code::CaseCollision, page.place(member.name.span), message)
                .beside(other.place(same.name.span), "the other one");
        }
    }
    let lacking = |one: &facts::Enum, two: &facts::Enum| -> Vec<String> {
        let has = |name: &str| {
            name.eq_ignore_ascii_case(SENTINEL) || one.members.iter().any(|it| it.name.text.eq_ignore_ascii_case(name))
        };
        let names = two.members.iter().map(|it| &it.name.text).filter(|it| !has(it));
        names.map(|it| format!("`{it}`")).collect()
    };
    let (lacks, more) = (lacking(claim, first), lacking(first, claim));
    let is_other = !lacks.is_empty() || !more.is_empty();
    if is_other && !first.members.is_empty() {
        let lacks = if lacks.is_empty() { String::new() } else { format!(" lacks {}", lacks.join(", ")) };
        let more = if more.is_empty() { String::new() } else { format!(" has {} more", more.join(", ")) };
        let and = if lacks.is_empty() || more.is_empty() { "" } else { ", and" };
        let message = format!("this list of `{}`{lacks}{and}{more}", claim.name.text);
        diagnostics
            .push(Code::MembersDiffer, place::named(cx, page, &claim.name), message)
            .beside(place::named(cx, other, &first.name), "the other list");
    }
}

fn report_twice(page: &facts::Page, claim: &facts::Enum, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<&str, &facts::Member> = BTreeMap::new();
    for member in &claim.members {
        let first = *first.entry(&member.name.text).or_insert(member);
        if !std::ptr::eq(first, member) {
            let message = format!("`{}` stands twice in `{}`", member.name.text, claim.name.text);
            let place = page.place(member.name.span);
            diagnostics.push(Code::DuplicateRow, place, message).beside(page.place(first.name.span), "the first one");
        }
    }
}

fn add_members(cx: Cx<'_>, page: &facts::Page, claim: &facts::Enum, members: &mut Vec<ir::Member>) {
    let mut names: BTreeSet<String> = members.iter().map(|it| it.name.clone()).collect();
    for member in &claim.members {
        if names.insert(member.name.text.clone()) {
            members.push(ir::Member {
                name: member.name.text.clone(),
                deprecated: member.deprecated.clone(),
                value: member.value,
                doc: doc::line(cx, page, &member.doc),
                origin: cx.origin(page, member.name.span),
            });
        }
    }
}

/// Powers of two with a gap that counting would not leave: 1, 2, 4, 8 are flags, 0, 1, 2 are not.
fn has_flag_values(members: &[ir::Member]) -> bool {
    let values: Vec<i64> = members.iter().filter_map(|it| it.value).filter(|it| *it != 0).collect();
    let powers = values.iter().filter(|it| it.count_ones() == 1 && **it > 0).count();
    values.len() >= 3
        && values.iter().all(|it| *it > 0)
        && powers == values.len()
        && values.contains(&4)
        && !values.contains(&3)
}

/// The types of all pages; a row may name an enumeration.
pub(super) fn types(
    cx: Cx<'_>,
    enums: &BTreeMap<TypeName, ir::Enum>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<TypeName, ir::Type> {
    let listed = Listed::new(cx, enums);
    let entries: Vec<&Entry> = cx.index.all(What::Type).collect();
    let parts = cx.of_parts(&entries, diagnostics, |cx, entries, diagnostics| {
        let mut making = Making { cx, listed: &listed, enums, diagnostics };
        entries.iter().map(|entry| (entry.name.clone(), making.ty(entry))).collect::<Vec<_>>()
    });
    parts.into_iter().flatten().collect()
}

struct Making<'a, 'b> {
    cx: Cx<'a>,
    listed: &'b Listed,
    enums: &'b BTreeMap<TypeName, ir::Enum>,
    diagnostics: &'b mut Diagnostics,
}

impl Making<'_, '_> {
    fn ty(&mut self, entry: &Entry) -> ir::Type {
        let cx = self.cx;
        let claims: Vec<_> = cx.claims(entry).collect();
        let (page, first) = claims[main_claim(cx, entry, &claims)];
        let also = claims.iter().filter(|(it, _)| it.id != page.id);
        let base = base::base(cx, entry, &claims, self.diagnostics);
        let properties = self.properties(entry, &claims);
        ir::Type {
            kind: kind::shown(&claims, &properties),
            base,
            open: claims.iter().any(|(_, claim)| claim.open),
            is_abstract: claims.iter().any(|(_, claim)| claim.is_abstract),
            deprecated: claims
                .iter()
                .map(|(_, claim)| claim.deprecated.clone())
                .collect::<Option<Vec<_>>>()
                .and_then(|it| it.into_iter().next()),
            area: area::stated(cx, page, Some(&entry.name.namespace)),
            doc: doc::paragraphs(cx, page, &first.doc),
            origin: cx.origin(page, first.name.span),
            also: also.map(|(it, claim)| cx.origin(it, claim.name.span)).collect(),
            repairs: claims.iter().flat_map(|(page, _)| &page.repairs).cloned().collect(),
            properties,
        }
    }

    fn properties(&mut self, entry: &Entry, claims: &[(&facts::Page, &facts::Type)]) -> Vec<ir::Property> {
        let mut properties = Properties::default();
        for (page, claim) in claims {
            let (cx, listed) = (self.cx, self.listed);
            let shown = claim.json.as_ref().and_then(facts::Json::value).map(json::Value::by_name).unwrap_or_default();
            let mut adding = Adding { cx, page, shown, listed, enums: self.enums, diagnostics: self.diagnostics };
            property::add(&mut adding, entry, claim, &mut properties);
        }
        properties.all
    }
}

/// Of several pages for one type, the one whose file is named like the type, else the one with most properties.
fn main_claim(cx: Cx<'_>, entry: &Entry, claims: &[(&facts::Page, &facts::Type)]) -> usize {
    let named = |page: &facts::Page| cx.docs.page(page.id).stem().eq_ignore_ascii_case(&entry.name.name);
    let best = claims
        .iter()
        .enumerate()
        .max_by_key(|(at, (page, claim))| (named(page), claim.properties.len(), std::cmp::Reverse(*at)));
    best.map_or(0, |(at, _)| at)
}
