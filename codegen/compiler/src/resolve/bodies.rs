//! Finds the bodies of an update page: the types, each with the request lines and the examples that are its own.

use super::evidence::{self, Verdict, Weighing};
use super::making::Making;
use super::{example, path};
use crate::diagnostic::Code;
use crate::facts::{self, Update};
use crate::ir::{Evidence, RequestLine, Source, TypeName};
use crate::span::Origin;

/// A body of a page; most pages have one.
pub(super) struct Found<'a> {
    pub(super) ty: TypeName,
    pub(super) lines: Vec<RequestLine>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) examples: Vec<&'a facts::Example>,
    pub(super) shown: Shown,
}

/// How a page presents a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// As what it is about.
    Told,
    /// In an example only, so that a page about it says more.
    ByExample,
}

/// The bodies of a page.
pub(super) fn bodies<'a>(making: &mut Making<'_, '_>, update: &'a Update, lines: Vec<RequestLine>) -> Vec<Found<'a>> {
    let mut bodies = by_line(making, update, lines);
    say_guesses(making, update, &bodies);
    add_longer_lines(making, update, &mut bodies);
    add_shown_lines(making, update, &mut bodies);
    for body in std::mem::take(&mut bodies) {
        bodies.extend(by_type(making, update, body));
    }
    share_examples(making, update, &mut bodies);
    bodies
}

/// Lines that update the same type go together.
fn by_line<'a>(making: &Making<'_, '_>, update: &Update, lines: Vec<RequestLine>) -> Vec<Found<'a>> {
    let weighing = Weighing::new(making, update, &lines);
    let mut bodies: Vec<Found<'a>> = Vec::new();
    for line in lines {
        let Some(verdict) = weighing.verdict(making, &line) else { continue };
        if let Some(body) = bodies.iter_mut().find(|it| it.ty == verdict.ty) {
            let new: Vec<_> = verdict.evidence.into_iter().filter(|it| !body.evidence.contains(it)).collect();
            body.evidence.extend(new);
            body.lines.push(line);
            continue;
        }
        let Verdict { ty, evidence } = verdict;
        bodies.push(Found { ty, lines: vec![line], evidence, examples: Vec::new(), shown: Shown::Told });
    }
    bodies.sort_by(|one, other| one.ty.cmp(&other.ty));
    bodies
}

fn say_guesses(making: &mut Making<'_, '_>, update: &Update, bodies: &[Found<'_>]) {
    let named = |body: &Found<'_>| body.evidence.iter().find(|it| it.source == Source::Stem).map(|it| it.ty.clone());
    for body in bodies {
        let message = match named(body) {
            Some(ty) if ty == body.ty => continue,
            Some(ty) => format!("taken as `{}`, though the page is named after `{}`", body.ty.name, ty.name),
            None => format!("taken as `{}`", body.ty.name),
        };
        making.diagnostics.push(Code::GuessedBody, making.page.place(update.title.span), message);
    }
}

/// `rangeformat-update` lists `.../format` and shows `.../format/font`: a body of its own.
fn add_longer_lines<'a>(making: &Making<'_, '_>, update: &'a Update, bodies: &mut Vec<Found<'a>>) {
    let shown = update.examples.iter().filter_map(|it| it.request.as_ref());
    for request in shown {
        let path = &request.path;
        let mut lines = bodies.iter().flat_map(|body| body.lines.iter().map(move |line| (&body.ty, line)));
        if lines.clone().any(|(_, line)| line.values(path).is_some()) {
            continue;
        }
        let origin = || making.cx.origin(making.page, request.start.span);
        let Some((from, (rest, line))) = lines.find_map(|(ty, line)| Some((ty, longer(line, path, origin)?))) else {
            continue;
        };
        let Some(ty) = making.addresses.behind(from, rest) else { continue };
        let is_known = |body: &Found<'_>| body.ty == ty && body.lines.iter().any(|it| it.path == line.path);
        if !bodies.iter().any(is_known) {
            let evidence = vec![Evidence { source: Source::Path, ty: ty.clone() }];
            let (lines, examples) = (vec![line], Vec::new());
            bodies.push(Found { ty, lines, evidence, examples, shown: Shown::ByExample });
        }
    }
}

/// A line with what a path has behind it, if that is words only.
fn longer<'p>(line: &RequestLine, path: &'p str, origin: impl Fn() -> Origin) -> Option<(&'p str, RequestLine)> {
    let is_words = |rest: &str| rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '/');
    let mut cuts = path.match_indices('/').map(|(at, _)| at).filter(|at| *at > 0);
    let rest =
        cuts.find_map(|at| (is_words(&path[at..]) && line.values(&path[..at]).is_some()).then(|| &path[at..]))?;
    let mut segments = line.segments.clone();
    path::append(&mut segments, rest);
    let text = format!("{}{rest}", line.text);
    Some((rest, RequestLine { text, path: path::text(&segments), segments, origin: origin() }))
}

/// `user-update` lists `/users/{id}` and shows `/me`: one more line, unless the docs say that something else is there. Of the
/// lines that only examples of 2021-07 show, ten of thirteen are right, and their pages' own are not.
fn add_shown_lines(making: &mut Making<'_, '_>, update: &Update, bodies: &mut [Found<'_>]) {
    let [body] = bodies else { return };
    for request in update.examples.iter().filter_map(|it| it.request.as_ref()) {
        let path = &request.path;
        if body.lines.iter().any(|line| line.values(path).is_some()) {
            continue;
        }
        let line = making.shown_line(request, path);
        let end = making.addresses.end(making.cx, &line.segments);
        let kin = making.kin;
        if end.is_none_or(|end| kin.is_a(&body.ty, &end) || kin.is_a(&end, &body.ty)) {
            let message = "no documented request line is like this; it is taken as one more".to_owned();
            making.diagnostics.push(Code::RequestMismatch, making.page.place(request.start.span), message);
            body.lines.push(line);
        }
    }
}

/// A page whose examples name other types as their own has a body for each of them, such as those derived from the base
/// that the page is about. Where no page says so they need not derive from it: an example is always right about that.
fn by_type<'a>(making: &Making<'_, '_>, update: &Update, body: Found<'a>) -> Vec<Found<'a>> {
    let requests = update.examples.iter().filter_map(|it| it.request.as_ref());
    let read = requests.filter_map(example::body);
    let sent: Vec<Option<TypeName>> = read.map(|it| evidence::sent_type(making.cx, it)).collect();
    let mut derived: Vec<&TypeName> = sent.iter().flatten().filter(|ty| !making.kin.is_a(&body.ty, ty)).collect();
    derived.sort();
    derived.dedup();
    let is_own = update.body.is_some()
        || derived.is_empty()
        || sent.iter().any(|it| it.as_ref().is_none_or(|it| *it == body.ty));
    let of = |ty: &TypeName| Found {
        ty: ty.clone(),
        lines: body.lines.clone(),
        evidence: body.evidence.clone(),
        examples: Vec::new(),
        shown: Shown::ByExample,
    };
    let mut all: Vec<Found<'a>> = derived.into_iter().map(of).collect();
    if is_own {
        all.insert(0, body);
    }
    all
}

/// Each example goes to the body whose type it names, else to the first that it fits.
fn share_examples<'a>(making: &Making<'_, '_>, update: &'a Update, bodies: &mut [Found<'a>]) {
    for it in &update.examples {
        let request = it.request.as_ref();
        let path = request.map(|it| it.path.clone()).unwrap_or_default();
        let sent = request.and_then(example::body).and_then(|it| evidence::sent_type(making.cx, it));
        let fits = |body: &Found<'_>| body.lines.iter().any(|line| line.values(&path).is_some());
        let place = bodies
            .iter()
            .position(|body| sent.as_ref() == Some(&body.ty))
            .or_else(|| bodies.iter().position(fits))
            .unwrap_or(0);
        if let Some(body) = bodies.get_mut(place) {
            body.examples.push(it);
        }
    }
}
