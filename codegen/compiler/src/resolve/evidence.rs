//! Weighs what a page says of the type of its body, for each request line.

use std::collections::BTreeSet;

use super::cx::Cx;
use super::index::{What, in_namespace};
use super::kin::Kin;
use super::making::Making;
use super::{example, reference};
use crate::facts::{self, Mention, Update};
use crate::ir::{self, Evidence, Source, TypeName};
use crate::json::Value;

/// What a place is worth: ten times the logarithm of its odds to name the type of the metadata, or one that derives from
/// it. Measured on the 479 request lines of v1.0 of 2021-07; `tests/pipeline/evidence.py` measures again.
const fn weight(source: Source) -> i32 {
    match source {
        Source::Stem => 51,
        Source::Sent => 53,
        Source::Annotation => 50,
        Source::Answered => 49,
        Source::Path => 37,
        Source::BodyLink => 8,
        Source::IntroLink => 11,
        Source::AnswerLink => 47,
        Source::Word => 15,
    }
}

/// What it is worth to have all members of the example rather than none: more than one place, less than two.
const MEMBERS: i32 = 60;

/// The type that a line's body is taken for.
pub(super) struct Verdict {
    pub(super) ty: TypeName,
    /// All that was found, for it and against.
    pub(super) evidence: Vec<Evidence>,
}

/// What a page says of its bodies.
pub(super) struct Weighing<'a> {
    cx: Cx<'a>,
    kin: &'a Kin<'a>,
    /// Of the page as a whole.
    places: Vec<Evidence>,
    shown: Vec<Shown>,
    /// Whether any example is of a documented line.
    any_fits: bool,
}

/// What an example says; of the line that its request is of, if it is of any.
struct Shown {
    path: String,
    places: Vec<Evidence>,
    /// The names that are sent.
    names: Vec<String>,
}

impl<'a> Weighing<'a> {
    pub(super) fn new(making: &Making<'a, '_>, update: &Update, lines: &[ir::RequestLine]) -> Self {
        let (cx, page) = (making.cx, making.page);
        let mut places = Vec::new();
        let mut say = |source, types: Vec<TypeName>| {
            places.extend(types.into_iter().map(|ty| Evidence { source, ty }));
        };
        say(Source::Stem, of_stem(cx, page).into_iter().collect());
        say(Source::BodyLink, of_mentions(cx, page, &update.mentions.body));
        say(Source::IntroLink, of_mentions(cx, page, &update.mentions.intro));
        say(Source::AnswerLink, of_mentions(cx, page, &update.mentions.answer));
        // Where a page is named after the stem, its last word says the same again.
        if of_stem(cx, page).is_none() {
            say(Source::Word, of_last_word(cx, page).into_iter().collect());
        }
        let shown: Vec<Shown> = update.examples.iter().map(|it| of_example(cx, it)).collect();
        let any_fits = shown.iter().any(|it| lines.iter().any(|line| line.values(&it.path).is_some()));
        Self { cx, kin: making.kin, places, shown, any_fits }
    }

    /// The type for which the most is said; `None` if nothing is said for any.
    pub(super) fn verdict(&self, making: &Making<'_, '_>, line: &ir::RequestLine) -> Option<Verdict> {
        let end = making.addresses.end(self.cx, &line.segments);
        let shown: Vec<&Shown> = self.shown.iter().filter(|it| self.is_of(it, line)).collect();
        let mut evidence = self.places.clone();
        evidence.extend(shown.iter().flat_map(|it| it.places.iter().cloned()));
        evidence.extend(end.map(|ty| Evidence { source: Source::Path, ty }));
        evidence.sort();
        evidence.dedup();
        let candidates: BTreeSet<&TypeName> = evidence.iter().map(|it| &it.ty).collect();
        let names: Vec<&str> = shown.iter().flat_map(|it| &it.names).map(String::as_str).collect();
        let score = |ty: &TypeName| self.worth(&evidence, ty) + self.fit(ty, &names);
        // Of equals the one wins that the better place names.
        let best = candidates.into_iter().max_by_key(|ty| {
            let first = evidence.iter().filter(|it| it.ty == **ty).map(|it| it.source).min();
            (score(ty), std::cmp::Reverse(first))
        })?;
        let ty = best.clone();
        Some(Verdict { ty, evidence })
    }

    /// A place that names several types says less of each; examples that send several speak of as many bodies.
    fn worth(&self, evidence: &[Evidence], ty: &TypeName) -> i32 {
        let rivals = |source| evidence.iter().filter(|it| it.source == source).count();
        let share = |it: &Evidence| match (it.source, rivals(it.source)) {
            (Source::Sent, 2..) => 0,
            (source, rivals) => weight(source) / i32::try_from(rivals).unwrap_or(i32::MAX),
        };
        evidence.iter().filter(|it| self.speaks_for(it, ty)).map(share).sum()
    }

    /// What names a base speaks for those that derive from it too, unless it is the name of the page.
    fn speaks_for(&self, evidence: &Evidence, ty: &TypeName) -> bool {
        match evidence.source {
            Source::Stem | Source::Word | Source::Sent => evidence.ty == *ty,
            Source::Annotation
            | Source::Answered
            | Source::Path
            | Source::BodyLink
            | Source::IntroLink
            | Source::AnswerLink => self.kin.is_a(ty, &evidence.ty),
        }
    }

    /// How well the names that the examples send are those of the type; an open type may have any, and is no better for
    /// it than one that has half of them.
    fn fit(&self, ty: &TypeName, names: &[&str]) -> i32 {
        if names.is_empty() {
            return 0;
        }
        let known = self.kin.properties(ty);
        let other = if self.kin.chain(ty).any(|(_, it)| it.open) { MEMBERS / 2 } else { 0 };
        let worth = |name: &&str| if known.get(name).is_some() { MEMBERS } else { other };
        names.iter().map(worth).sum::<i32>() / i32::try_from(names.len()).unwrap_or(i32::MAX)
    }

    fn is_of(&self, shown: &Shown, line: &ir::RequestLine) -> bool {
        !self.any_fits || line.values(&shown.path).is_some()
    }
}

fn of_example(cx: Cx<'_>, it: &facts::Example) -> Shown {
    let request = it.request.as_ref();
    let (sent, answered) = (request.and_then(example::body), it.response.as_ref().and_then(example::body));
    let annotated = it.response.as_ref().and_then(|it| it.annotated.as_ref());
    let places = [
        (Source::Sent, sent.and_then(|it| sent_type(cx, it))),
        (Source::Annotation, annotated.and_then(|it| documented(cx, &it.text))),
        (Source::Answered, answered.and_then(|it| sent_type(cx, it))),
    ];
    let places = places.into_iter().filter_map(|(source, ty)| Some(Evidence { source, ty: ty? })).collect();
    let names = sent.into_iter().flat_map(example::names).map(str::to_owned).collect();
    Shown { path: request.map(|it| it.path.clone()).unwrap_or_default(), places, names }
}

/// The stem of an update page without what says that it is one.
pub(super) fn noun(stem: &str) -> Option<&str> {
    ["-update", "_update", "-patch", "_patch", "-upsert", "_upsert"].iter().find_map(|end| stem.strip_suffix(end))
}

fn of_stem(cx: Cx<'_>, page: &facts::Page) -> Option<TypeName> {
    let noun = noun(cx.docs.page(page.id).stem())?;
    let id = cx.index.page(&format!("{}/resources/{noun}.md", cx.docs.version))?;
    let ty = cx.pages.get(id.0)?.types.first()?;
    let entry = cx.index.find(in_namespace(ty.namespace.as_ref()), &ty.name.text);
    entry.map(|entry| entry.name.clone())
}

/// The types that a page links to.
fn of_mentions(cx: Cx<'_>, page: &facts::Page, mentions: &[Mention]) -> Vec<TypeName> {
    let found = mentions.iter().filter_map(|mention| {
        let found = reference::find(cx, page, &mention.word.text, mention.link.as_deref())?;
        found.entry.is_type().then(|| found.entry.name.clone())
    });
    found.collect()
}

/// The documented type that an object names as its own.
pub(super) fn sent_type(cx: Cx<'_>, body: &Value) -> Option<TypeName> {
    documented(cx, body.get("@odata.type")?.text()?)
}

fn documented(cx: Cx<'_>, qualified: &str) -> Option<TypeName> {
    let entry = cx.index.get(&TypeName::parse(qualified.trim_start_matches('#'))?)?;
    entry.is_type().then(|| entry.name.clone())
}

/// The last word of the stem, where exactly one type is named so.
fn of_last_word(cx: Cx<'_>, page: &facts::Page) -> Option<TypeName> {
    let noun = noun(cx.docs.page(page.id).stem())?;
    let word = noun.rsplit(['-', '_']).next()?;
    let mut types = cx.index.short(word).filter(|entry| entry.what == What::Type);
    let found = types.next()?;
    types.next().is_none().then(|| found.name.clone())
}
