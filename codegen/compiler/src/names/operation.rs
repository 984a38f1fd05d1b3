//! The names of operations: a function for each request line, and the marker that they share.
//!
//! * A page that is called like the type it updates or like the end of its name, be it in the singular (`user-update`,
//!   `intune-deviceconfig-x-update`, `chartlegend-update` of `workbookChartLegend`), gives `update_{type}`. One of another area than the type's own adds `_in_{area}`; words after the verb add `_for_{words}`;
//!   a page called otherwise adds `_on_{its words}`.
//! * The first request line of a page has that name. The others add `_at_` and the literal segments of their path but the
//!   last, which all lines share as a rule (`update_event_at_me_calendars`). Of a long path, it is the fewest from the end
//!   that no line before has. Where all that is not enough, the last one too, then the parameters.
//! * Should two pages still agree, the one with the shorter prefix keeps the name, and the other adds `_by_{its page}`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;

use super::Key;
use super::module::stem;
use super::scope::{Case, distinct};
use super::words::{Words, ident};
use crate::ir;

/// The names of an operation.
#[derive(Debug)]
pub(crate) struct OperationNames {
    /// Its marker type.
    pub(crate) marker: Ident,
    /// What its request lines are called.
    pub(crate) lines: Vec<LineNames>,
}

/// The names of a request line.
#[derive(Debug)]
pub(crate) struct LineNames {
    /// The function that makes the request.
    pub(crate) function: Ident,
    /// Its arguments, in the order of the path.
    pub(crate) parameters: Vec<Ident>,
}

/// The names of all operations; `noun` is a type in snake case.
pub(super) fn names(api: &ir::Api, noun: impl Fn(&ir::TypeName) -> String) -> BTreeMap<Key, OperationNames> {
    let mut order: Vec<&ir::Operation> = api.operations.iter().collect();
    order.sort_by_cached_key(|it| {
        let page = Page::of(api, it);
        (page.subject, page.prefix.len(), &it.origin.page, &it.body.ty)
    });
    let mut taken = BTreeSet::new();
    let mut markers = BTreeSet::new();
    let bases: Vec<String> = order
        .iter()
        .map(|it| {
            let base = format!("update_{}{}", noun(&it.body.ty), Page::of(api, it).qualifier(it));
            let by = format!("{base}_by_{}", Words::of(stem(&it.origin.page)).snake());
            first_free(&mut taken, &[base, by])
        })
        .collect();
    let named = |(it, base): (&&ir::Operation, &String)| {
        let marker = first_free(&mut markers, &[marker(base)]);
        let lines = lines(&mut taken, base, it);
        ((it.origin.page.clone(), it.body.ty.clone()), OperationNames { marker: ident(&marker), lines })
    };
    order.iter().zip(&bases).map(named).collect()
}

/// The shortest end of a type's name that tells something.
const MIN_SUBJECT: usize = 4;

/// The most letters of a path that become part of a name where fewer would do.
const MAX_PARENTS: usize = 32;

/// How a page names the type; the better comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    Exact,
    /// In the singular, or by the end of its name.
    Loose,
    None,
}

/// What the name of a page says.
struct Page {
    /// The words before the type.
    prefix: Vec<String>,
    subject: Subject,
    /// The words after the verb.
    rest: Vec<String>,
    area: Option<String>,
}

impl Subject {
    fn of(words: &str, name: &str) -> Self {
        let singular = |text: &str| text.strip_suffix('s').unwrap_or(text).to_owned();
        let (short, long) = (singular(words), singular(name));
        let is_loose = short == long || short.len() >= MIN_SUBJECT && long.ends_with(&short);
        match words == name {
            true => Self::Exact,
            false if is_loose => Self::Loose,
            false => Self::None,
        }
    }
}

impl Page {
    fn of(api: &ir::Api, it: &ir::Operation) -> Self {
        let stem = stem(&it.origin.page).to_ascii_lowercase();
        let words: Vec<String> = stem.split(['-', '_', '.']).map(str::to_owned).collect();
        let verb = words.iter().rposition(|word| word == "update" || word == "patch").unwrap_or(words.len());
        let rest = words.get(verb + 1..).unwrap_or_default().to_vec();
        let before = &words[..verb];
        let name = letters(&it.body.ty.name);
        let subjects = (0..before.len()).map(|at| (at, Subject::of(&before[at..].concat(), &name)));
        let (at, subject) = subjects.min_by_key(|(at, it)| (*it, *at)).unwrap_or((0, Subject::None));
        let prefix = before[..if subject == Subject::None { before.len() } else { at }].to_vec();
        let area = api.types.get(&it.body.ty).map(|ty| ty.area.clone());
        Self { prefix, subject, rest, area }
    }

    fn qualifier(&self, it: &ir::Operation) -> String {
        let is_elsewhere = !self.prefix.is_empty() && self.area.as_ref() != Some(&it.area);
        let mut qualifier = match self.subject {
            Subject::None => format!("_on_{}", Words::of(&self.prefix.join("-")).snake()),
            Subject::Exact | Subject::Loose if is_elsewhere => format!("_in_{}", Words::of(&it.area).snake()),
            Subject::Exact | Subject::Loose => String::new(),
        };
        // `user-update-mailboxsettings` says the type behind the verb.
        let says_type = self.rest.concat() == letters(&it.body.ty.name);
        if !self.rest.is_empty() && !says_type {
            qualifier.push_str("_for_");
            qualifier.push_str(&Words::of(&self.rest.join("-")).snake());
        }
        qualifier
    }
}

fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// The first of the candidates that is free, or the last with underscores.
fn first_free(taken: &mut BTreeSet<String>, candidates: &[String]) -> String {
    let free = candidates.iter().find(|it| !taken.contains(*it)).or(candidates.last());
    let mut name = free.cloned().unwrap_or_default();
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

/// A marker never ends in `Patch`: that is how patches end.
fn marker(base: &str) -> String {
    let camel = Words::of(base).camel();
    if camel.ends_with("Patch") { camel + "Operation" } else { camel }
}

fn lines(taken: &mut BTreeSet<String>, base: &str, it: &ir::Operation) -> Vec<LineNames> {
    let mut lines = Vec::new();
    for (index, line) in it.lines.iter().enumerate() {
        let function = if index == 0 { base.to_owned() } else { first_free(taken, &at(base, line)) };
        lines.push(LineNames { function: ident(&function), parameters: parameters(line) });
    }
    lines
}

/// What a further line may be called, the best first.
fn at(base: &str, line: &ir::RequestLine) -> Vec<String> {
    let literals: Vec<String> = line.path.split('/').filter_map(literal).collect();
    let own = literals.len().saturating_sub(1).max(1).min(literals.len());
    let parents = &literals[..own];
    let shortest = if parents.join("_").len() > MAX_PARENTS { own - 1 } else { 0 };
    let tails = (0..=shortest).rev().map(|from| parents[from..].join("_"));
    let all = literals.join("_");
    let by = parameters(line).iter().map(|it| it.to_string().trim_start_matches("r#").to_owned()).collect::<Vec<_>>();
    let by = format!("{all}_by_{}", by.join("_"));
    tails.chain([all, by]).map(|path| format!("{base}_at_{path}")).collect()
}

/// The words of a segment of a path without its placeholders and without the namespace of a cast.
fn literal(segment: &str) -> Option<String> {
    let mut depth = 0_usize;
    let visible = |c: &char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    let text: String = segment.chars().filter(visible).collect();
    let text = text.rsplit('.').next().unwrap_or_default();
    text.contains(|c: char| c.is_ascii_alphanumeric()).then(|| Words::of(text).snake())
}

fn parameters(line: &ir::RequestLine) -> Vec<Ident> {
    let wanted = |name: &str| {
        let snake = Words::of(name).snake();
        if matches!(snake.as_str(), "patch" | "if_match" | "self" | "super" | "crate") { snake + "_" } else { snake }
    };
    let names: Vec<_> = line
        .segments
        .iter()
        .filter_map(|it| match it {
            ir::Segment::Literal(_) => None,
            ir::Segment::Parameter { name, .. } => Some((name.as_str(), wanted(name))),
        })
        .collect();
    distinct(Case::Snake, &names).iter().map(|text| ident(text)).collect()
}
