//! Effects in words: what is gone, new, called or typed otherwise, in a line.

use super::effect::{Effect, Fate};

/// How many names are listed before the rest is counted.
const LISTED: usize = 3;

/// The sentence; empty if there is no effect.
pub(super) fn why(effects: &[Effect]) -> String {
    let [mut gone, mut new, mut renamed, mut typed] = [const { Vec::new() }; 4];
    for it in effects.iter().filter(|it| !is_inside(it, effects)) {
        match &it.fate {
            Fate::Gone(it) => gone.push(code(&it.path)),
            Fate::New(it) => new.push(code(&it.path)),
            Fate::Renamed { old, new, .. } => renamed.push(format!("{} is now {}", code(&old.path), code(&new.path))),
            Fate::Typed { old, new, .. } => {
                typed.push(format!("{} is {}, was {}", code(&new.path), code(&new.text), code(&old.text)));
            }
        }
    }
    // One is enough to see what happened.
    if let [_, others @ ..] = typed.as_slice()
        && !others.is_empty()
    {
        let likewise = format!("{}, and {} more likewise", typed[0], others.len());
        typed = vec![likewise];
    }
    let verb = |all: &[String], one: &str, many: &str| if all.len() == 1 { one.to_owned() } else { many.to_owned() };
    let sentence = |all: Vec<String>, verb: String| (!all.is_empty()).then(|| list(&all, " and ") + &verb);
    let gone_verb = verb(&gone, " is gone", " are gone");
    let new_verb = verb(&new, " is new", " are new");
    let sentences = [
        sentence(gone, gone_verb),
        sentence(renamed, String::new()),
        sentence(typed, String::new()),
        sentence(new, new_verb),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Whether it came or went with what it stands in.
fn is_inside(it: &Effect, effects: &[Effect]) -> bool {
    let Some(container) = it.part.inside() else { return false };
    let with =
        |other: &Effect| other.part == container && (other.is_gone() && it.is_gone() || other.is_new() && it.is_new());
    effects.iter().any(with)
}

/// The first of many.
pub(super) fn list(all: &[String], last: &str) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] if all.len() <= LISTED => format!("{}{last}{end}", first.join(", ")),
        _ => format!("{}{last}{} more", all[..LISTED - 1].join(", "), all.len() - (LISTED - 1)),
    }
}

/// A name as code; nothing in it ends that.
pub(super) fn code(text: &str) -> String {
    let shown = |c: char| match c {
        '`' => '\'',
        '\n' | '\r' => ' ',
        c => c,
    };
    format!("`{}`", text.chars().map(shown).collect::<String>())
}
