//! What the file name of an update page says: which type it is about, and what of it.
//!
//! File names are glued words in small letters; [`Dictionary`] knows how the docs spell them.

use super::words::Words;
use crate::hashes::{self, Hashes};
use crate::ir;
use crate::span::stem;

/// The shortest end of a type's name that tells something.
const MIN_SUBJECT: usize = 4;

/// Words that only say that the page is about an update.
const VERBS: [&str; 5] = ["update", "upsert", "patch", "put", "post"];

/// Words that say what kind of update it is; they become part of a name.
const ACTIONS: [&str; 4] = ["move", "create", "add", "set"];

/// How the names of types, properties and path segments are spelled, by their letters.
#[derive(Debug)]
pub(super) struct Dictionary<'a> {
    names: Vec<&'a str>,
    letters: Hashes,
}

impl<'a> Dictionary<'a> {
    pub(super) fn new(api: &'a ir::Api) -> Self {
        let types = api.types.keys().map(|it| it.name.as_str());
        let properties = api.types.values().flat_map(|it| &it.properties).map(|it| it.name.as_str());
        let lines = api.operations.iter().flat_map(|it| &it.lines);
        let segments =
            lines.flat_map(|it| it.path.split('/')).filter(|it| it.bytes().all(|b| b.is_ascii_alphanumeric()));
        let names = types.chain(properties).chain(segments).filter(|it| it.len() >= MIN_SUBJECT);
        let names: Vec<&str> = names.collect();
        Self { letters: Hashes::new(names.iter().map(|it| hash(it))), names }
    }

    /// The first name that has just these letters.
    fn name(&self, glued: &str) -> Option<&'a str> {
        let mut like = self.letters.of(hashes::word(glued)).map(|at| self.names[at]);
        like.find(|it| letters(it) == glued)
    }

    /// A glued word in snake case: `ad_domain_password` of `addomainpassword`.
    fn spelled(&self, word: &str) -> String {
        let known = self.name(word).or_else(|| self.name(word.strip_suffix('s')?));
        Words::of(known.unwrap_or(word)).snake()
    }

    fn all(&self, words: &[String]) -> String {
        let glued = words.concat();
        if let Some(known) = self.name(&glued) {
            return Words::of(known).snake();
        }
        words.iter().map(|it| self.spelled(it)).collect::<Vec<_>>().join("_")
    }
}

/// How a page names the type; the better comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Exact,
    /// In the singular, by the end of its name, or by a type that its name is made of.
    Loose,
    None,
}

/// What a function of a page does: `update`, or `upsert` where the page says so.
pub(super) fn verb(it: &ir::Operation) -> &'static str {
    let stem = stem(&it.origin.page).to_ascii_lowercase();
    if stem.split(['-', '_']).any(|word| word == "upsert") { "upsert" } else { "update" }
}

/// What the name of a page says.
pub(super) struct Page {
    pub(super) subject: Subject,
    /// The words before the type.
    prefix: Vec<String>,
    /// The words after the verb.
    rest: Vec<String>,
    /// The words before the type on the type's own page.
    home: Vec<String>,
}

impl Page {
    pub(super) fn of(api: &ir::Api, dictionary: &Dictionary<'_>, it: &ir::Operation) -> Self {
        let (before, rest) = parts(stem(&it.origin.page));
        let name = letters(&it.body.ty.name);
        let subjects = (0..before.len()).map(|at| (at, subject(dictionary, &before[at..], &name)));
        let (at, mut subject) = subjects.min_by_key(|(at, it)| (*it, *at)).unwrap_or((0, Subject::None));
        let mut prefix = before[..if subject == Subject::None { before.len() } else { at }].to_vec();
        let mut rest = rest;
        let is_complex = api.types.get(&it.body.ty).is_some_and(|ty| ty.kind == ir::Kind::Complex);
        // `print-update-settings`, `user-update-mailboxsettings`: the type is said behind the verb.
        if subject == Subject::None && (before.concat() + &rest.concat() == name || is_complex && rest.concat() == name)
        {
            (subject, prefix, rest) = (Subject::Exact, Vec::new(), Vec::new());
        } else if !rest.is_empty() && singular(&name).ends_with(&singular(&rest.concat())) {
            rest = Vec::new();
        }
        Self { subject, prefix, rest, home: home(api, &it.body.ty) }
    }

    /// Pages with few words before the type come first.
    pub(super) fn distance(&self) -> usize {
        self.prefix.len() + usize::from(self.is_elsewhere())
    }

    fn is_elsewhere(&self) -> bool {
        !self.prefix.is_empty() && self.prefix != self.home
    }

    /// What is said besides the type: `_for_ad_domain_password`.
    pub(super) fn qualifier(&self, dictionary: &Dictionary<'_>, noun: &str) -> String {
        let rest = dictionary.all(&self.rest);
        match self.subject {
            Subject::None if self.rest.is_empty() => about(dictionary, &self.prefix, noun),
            Subject::None => format!("_for_{rest}"),
            Subject::Exact | Subject::Loose => {
                let place =
                    if self.is_elsewhere() { format!("_in_{}", dictionary.all(&self.prefix)) } else { String::new() };
                if self.rest.is_empty() { place } else { format!("{place}_for_{rest}") }
            }
        }
    }

    /// Said where the rest is not enough to tell pages apart.
    pub(super) fn more(&self, dictionary: &Dictionary<'_>) -> String {
        if self.prefix.is_empty() { String::new() } else { format!("_on_{}", dictionary.all(&self.prefix)) }
    }
}

/// Of a page that is called otherwise than the type: `_on_bundle`, `_for_localization`.
fn about(dictionary: &Dictionary<'_>, prefix: &[String], noun: &str) -> String {
    let glued = prefix.concat();
    match glued.strip_prefix(&letters(noun)) {
        Some("") => String::new(),
        Some(more) if dictionary.name(&glued).is_none() => format!("_for_{}", dictionary.spelled(more)),
        Some(_) | None => format!("_on_{}", dictionary.all(prefix)),
    }
}

/// The words before the verb, and those that say what kind of update it is.
fn parts(stem: &str) -> (Vec<String>, Vec<String>) {
    let stem = stem.to_ascii_lowercase();
    let mut words: Vec<String> = stem.split(['-', '_', '.']).map(str::to_owned).collect();
    if let Some(verb) = words.iter().rposition(|word| VERBS.contains(&word.as_str())) {
        let rest = words.split_off(verb);
        return (words, rest[1..].to_vec());
    }
    let action = words.iter().position(|word| ACTIONS.contains(&word.as_str()));
    if let Some(action) = action.filter(|at| *at > 0) {
        let rest = words.split_off(action);
        return (words, rest);
    }
    // `...-updateaddomainpassword`
    let glued = words.last().and_then(|it| it.strip_prefix("update")).map(str::to_owned);
    match glued.filter(|it| !it.is_empty()) {
        Some(rest) if words.len() > 1 => {
            words.pop();
            (words, vec![rest])
        }
        _ => (words, Vec::new()),
    }
}

fn subject(dictionary: &Dictionary<'_>, words: &[String], name: &str) -> Subject {
    let glued = words.concat();
    let (short, long) = (singular(&glued), singular(name));
    let is_loose = short == long || short.len() >= MIN_SUBJECT && long.ends_with(short);
    match glued == name {
        true => Subject::Exact,
        false if is_loose || is_made_of(dictionary, &glued, name) => Subject::Loose,
        false => Subject::None,
    }
}

/// `educationoutcome` is what `educationFeedbackOutcome` is made of.
fn is_made_of(dictionary: &Dictionary<'_>, glued: &str, name: &str) -> bool {
    let (part, whole) = (dictionary.spelled(glued), dictionary.spelled(name));
    let parts: Vec<&str> = part.split('_').collect();
    let mut whole = whole.split('_');
    parts.len() > 1 && parts.iter().all(|word| whole.any(|it| it == *word))
}

/// The words before the type's name in the stem of its own page.
fn home(api: &ir::Api, ty: &ir::TypeName) -> Vec<String> {
    let page = api.types.get(ty).map(|it| stem(&it.origin.page).to_ascii_lowercase()).unwrap_or_default();
    let words: Vec<String> = page.split(['-', '_', '.']).map(str::to_owned).collect();
    let name = letters(&ty.name);
    let is_name = |at: &usize| singular(&name).ends_with(singular(&words[*at..].concat()));
    let at = (0..words.len()).find(is_name).unwrap_or(words.len());
    words[..at].to_vec()
}

/// Without the ending of the plural.
fn singular(text: &str) -> &str {
    text.strip_suffix('s').unwrap_or(text)
}

/// The letters and digits of a name, in lower case.
fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// The hash of these.
fn hash(name: &str) -> u64 {
    let is_letter = |it: u8| it.is_ascii_alphanumeric();
    if name.bytes().all(is_letter) { hashes::word(name) } else { hashes::word(&letters(name)) }
}
