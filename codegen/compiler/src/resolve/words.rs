//! Says of words within names that stand on one page only, and are a slip of the pen away from what other pages have.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::cx::Cx;
use crate::diagnostic::{Code, Diagnostics};
use crate::facts;
use crate::hashes;
use crate::near::Slips;
use crate::source::Place;
use crate::span::Span;

/// On how many other pages a word has to stand for a slip of it to be one.
const PAGES: usize = 2;

/// How long a word has to be for a pair of words to be one that fell together: `wipes` is no slip of `wipeIs`.
const LONG: usize = 8;

/// A name, and the part of the page that it stands in.
#[derive(Clone, Copy)]
struct Name<'a> {
    page: &'a facts::Page,
    text: &'a str,
    within: Span,
}

/// A word of a name, or two that touch each other: a slip between two words makes others of both.
#[derive(Clone, Copy)]
struct Piece<'a> {
    name: Name<'a>,
    text: &'a str,
    start: usize,
    words: usize,
}

/// A piece as it is sorted, once for all names that are alike: there are tens of thousands, and few are looked at.
#[derive(Clone, Copy)]
struct Spot {
    /// What is equal but for case has the same number.
    hash: u64,
    /// Where in [`Names::alike`] its names begin.
    names: u32,
    start: u32,
    end: u32,
    words: u8,
}

/// The names of all pages.
struct Names<'a> {
    /// In the order of the pages.
    all: Vec<Name<'a>>,
    /// Their numbers: those that are alike are together, in order.
    alike: Vec<u32>,
}

/// Compares the names of all pages.
pub(super) fn check(cx: Cx<'_>, diagnostics: &mut Diagnostics) {
    let names = Names::new(cx.pages.iter().flat_map(|page| names(cx, page)).collect());
    let spots = names.spots();
    let groups = spots.chunk_by(|one, other| one.hash == other.hash);
    let (rare, known): (Vec<&[Spot]>, Vec<_>) = groups.partition(|it| names.is_on_one_page(it));
    let rare = names.odd(&rare);
    let slips = Slips::new(rare.iter().map(|it| it.text).collect());
    let mut found: Vec<(Piece<'_>, &[Spot])> = known
        .into_iter()
        .flat_map(|it| slips.of(names.first(it[0]).text).into_iter().map(|at| (rare[at], it)).collect::<Vec<_>>())
        .filter(|(written, known)| !written.is_meant(&names.first(known[0])))
        .collect();
    // One word says more than two, and what stands more often is rather meant.
    found.sort_by_cached_key(|(written, known)| {
        let count = known.iter().map(|it| names.pieces(*it).count()).sum::<usize>();
        (written.words, std::cmp::Reverse(count), known[0].hash)
    });
    let mut said: Vec<Place> = Vec::new();
    for (written, known) in found {
        let is_long = written.text.len() >= LONG || written.words == 1 && known[0].words == 1;
        let Some(place) = written.place(cx) else { continue };
        let is_said = said.iter().any(|it| it.page == place.page && overlap(it.span, place.span));
        if is_long && !is_said && !is_in_prose(cx, &written) {
            let mut known: Vec<(u32, Piece<'_>)> = known.iter().flat_map(|it| names.pieces(*it)).collect();
            known.sort_by_key(|(number, piece)| (*number, piece.start));
            let known: Vec<Piece<'_>> = known.into_iter().map(|(_, piece)| piece).collect();
            if say(cx, (written, place), &known, diagnostics) {
                said.push(place);
            }
        }
    }
}

impl<'a> Names<'a> {
    fn new(all: Vec<Name<'a>>) -> Self {
        let hash = |it: &Name<'_>| {
            let mut hasher = DefaultHasher::new();
            it.text.hash(&mut hasher);
            hasher.finish()
        };
        let mut alike: Vec<(u64, u32)> = all.iter().map(hash).zip(0..).collect();
        alike.sort_unstable();
        Self { all, alike: alike.into_iter().map(|(_, number)| number).collect() }
    }

    /// The names that are alike and begin there, each with its number.
    fn alike(&self, first: u32) -> impl Iterator<Item = (u32, Name<'a>)> {
        let mut names =
            self.alike[first as usize..].iter().map(|number| (*number, self.all[*number as usize])).peekable();
        let text = names.peek().map(|(_, it)| it.text);
        names.take_while(move |(_, it)| Some(it.text) == text)
    }

    /// All pieces; what is equal is together, in the order in which names have it first.
    fn spots(&self) -> Vec<Spot> {
        let text = |at: usize| self.all[self.alike[at] as usize].text;
        let mut firsts: Vec<(u32, u32)> = self.alike.iter().copied().zip(0..).collect();
        firsts.retain(|(_, at)| *at == 0 || text(*at as usize) != text(*at as usize - 1));
        firsts.sort_unstable();
        let mut spots = Vec::new();
        for (number, at) in firsts {
            add_spots(&mut spots, at, self.all[number as usize].text);
        }
        spots.sort_by_key(|it| it.hash);
        spots
    }

    /// The pieces of all names that a spot stands for, with the numbers of the names.
    fn pieces(&self, spot: Spot) -> impl Iterator<Item = (u32, Piece<'a>)> {
        let (start, end) = (spot.start as usize, spot.end as usize);
        let piece = move |name: Name<'a>| Piece { name, text: &name.text[start..end], start, words: spot.words.into() };
        self.alike(spot.names).map(move |(number, name)| (number, piece(name)))
    }

    fn first(&self, spot: Spot) -> Piece<'a> {
        self.pieces(spot).next().expect("a spot is that of a name").1
    }

    fn is_on_one_page(&self, group: &[Spot]) -> bool {
        let mut pages = group.iter().flat_map(|it| self.alike(it.names)).map(|(_, name)| name.page.id);
        let first = pages.next();
        pages.all(|it| Some(it) == first)
    }

    /// One piece of each group of words that stand on one page only, and of pairs that hold such a word.
    fn odd(&self, rare: &[&[Spot]]) -> Vec<Piece<'a>> {
        let lone: BTreeSet<u64> = rare.iter().filter(|it| it[0].words == 1).map(|it| it[0].hash).collect();
        let is_odd =
            |it: &Piece<'_>| it.words == 1 || words(it.text).iter().any(|word| lone.contains(&hashes::word(word)));
        rare.iter().map(|it| self.first(it[0])).filter(is_odd).collect()
    }
}

/// Whether enough other pages have what is meant; then it is said.
fn say(cx: Cx<'_>, (written, place): (Piece<'_>, Place), known: &[Piece<'_>], diagnostics: &mut Diagnostics) -> bool {
    let others: Vec<&Piece<'_>> = known.iter().filter(|it| it.name.page.id != place.page).collect();
    let count = others.chunk_by(|one, other| one.name.page.id == other.name.page.id).count();
    let Some(meant) = others.first().filter(|_| count >= PAGES) else { return false };
    let message = format!("`{}` stands on no other page, and {count} have `{}`", written.text, meant.text);
    diagnostics
        .push(Code::RareWord, place, message)
        .hint(format!("did you mean `{}`?", written.mended(meant.text)))
        .beside(meant.place(cx), format!("`{}` here", meant.text));
    true
}

const fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

impl Piece<'_> {
    /// Whether it is right beside what it looks like: another spelling (`cancelled`), a plural within a name, or half of an
    /// acronym (`OSversion`).
    fn is_meant(&self, other: &Piece<'_>) -> bool {
        let (written, meant) = (self.text.to_ascii_lowercase(), other.text.to_ascii_lowercase());
        let is_british = ["lled", "lling"].iter().any(|end| written.ends_with(end)) && written.len() > meant.len();
        let is_plural = self.words == 2 && written.replace('s', "") == meant.replace('s', "");
        let is_cut = self.name.text[..self.start].ends_with(|c: char| c.is_ascii_uppercase());
        is_british || is_plural || is_cut
    }

    /// Where it stands; none where a fixup wrote the name.
    fn place(&self, cx: Cx<'_>) -> Option<Place> {
        let Name { page, text, within } = self.name;
        let at = within.start + within.text(&cx.docs.page(page.id).text).find(text)? + self.start;
        Some(page.place(Span::new(at, at + self.text.len())))
    }

    /// The name with another piece in its place.
    fn mended(&self, meant: &str) -> String {
        let (head, tail) = (&self.name.text[..self.start], &self.name.text[self.start + self.text.len()..]);
        let is_capital = self.text.starts_with(|c: char| c.is_ascii_uppercase());
        let first = if is_capital { meant[..1].to_ascii_uppercase() } else { meant[..1].to_ascii_lowercase() };
        let name = format!("{head}{first}{}{tail}", &meant[1..]);
        // Of a title or a path the word alone, and where two words fell together.
        if self.words == 2 || name.contains([' ', '/']) { meant.to_owned() } else { name }
    }
}

/// The names of a page. Scopes are known without their places.
fn names<'a>(cx: Cx<'a>, page: &'a facts::Page) -> Vec<Name<'a>> {
    let mut names: Vec<Name<'a>> = Vec::new();
    let mut add = |text: &'a str, within: Span| names.push(Name { page, text, within });
    let rows = page.types.iter().flat_map(|it| &it.properties);
    let sent = page.update.iter().flat_map(|it| it.body.iter().flatten());
    for row in rows.chain(sent) {
        add(&row.name.text, row.name.span);
        row.known_values.iter().for_each(|it| add(&it.text, it.span));
    }
    page.types.iter().for_each(|it| add(&it.name.text, it.name.span));
    for list in &page.enums {
        add(&list.name.text, list.name.span);
        list.members.iter().for_each(|it| add(&it.name.text, it.name.span));
    }
    if let Some(update) = &page.update {
        add(&update.title.text, update.title.span);
        let text = &cx.docs.page(page.id).text;
        update.lines.iter().for_each(|it| add(it.span.text(text), it.span));
        let all = Span::new(0, text.len());
        update.permissions.scopes().for_each(|scope| add(scope, all));
    }
    names
}

/// Adds the pieces of a name, in order. One that is too long for its numbers is no name.
fn add_spots(spots: &mut Vec<Spot>, names: u32, name: &str) {
    let words = words(name);
    let at = |word: &str| word.as_ptr() as usize - name.as_ptr() as usize;
    let spot = |start: usize, end: usize, words| {
        let text = Some(&name[start..end]).filter(|it| it.len() > 3)?;
        Some(Spot { hash: hashes::word(text), names, start: start.try_into().ok()?, end: end.try_into().ok()?, words })
    };
    for (index, word) in words.iter().enumerate() {
        let (start, end) = (at(word), at(word) + word.len());
        let touching = words.get(index + 1).filter(|next| at(next) == end);
        spots.extend(spot(start, end, 1));
        spots.extend(touching.and_then(|next| spot(start, end + next.len(), 2)));
    }
}

/// `autoDetectURLs`: `auto`, `Detect`, `UR`, `Ls`. What an acronym is cut into matters little, since all are cut alike.
fn words(name: &str) -> Vec<&str> {
    let letters = name.as_bytes();
    let mut words = Vec::new();
    let mut start = 0;
    for at in 0..=letters.len() {
        let is_letter = letters.get(at).is_some_and(u8::is_ascii_alphabetic);
        let is_capital = |at: usize| letters.get(at).is_some_and(u8::is_ascii_uppercase);
        let follows = at > start && is_capital(at) && !is_capital(at - 1);
        let ends_acronym = at > start && is_capital(at) && letters.get(at + 1).is_some_and(u8::is_ascii_lowercase);
        if !is_letter || follows || ends_acronym {
            words.extend(name.get(start..at).filter(|it| !it.is_empty()));
            start = if is_letter { at } else { at + 1 };
        }
    }
    words
}

/// Whether the page has the word in its text too, where it is no part of a name: then it is a word.
fn is_in_prose(cx: Cx<'_>, piece: &Piece<'_>) -> bool {
    let text = cx.docs.page(piece.name.page.id).text.to_ascii_lowercase();
    let word = piece.text.to_ascii_lowercase();
    // Parts of a path, of a scope and of a name with underscores are none of a sentence.
    let joins = |it: char| it.is_ascii_alphanumeric() || "/{}_".contains(it);
    let is_alone = |at: usize| {
        let (before, behind) = (&text[..at], &text[at + word.len()..]);
        let goes_on = behind.strip_prefix('.').is_some_and(|it| it.starts_with(joins));
        !before.ends_with(joins) && !before.ends_with('.') && !behind.starts_with(joins) && !goes_on
    };
    let itself = usize::from(piece.text.len() == piece.name.text.len());
    text.match_indices(&word).filter(|(at, _)| is_alone(*at)).count() > itself
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_are_cut_where_a_reader_cuts_them() {
        for (name, cut) in [
            ("displayName", "display Name"),
            ("macOS", "mac OS"),
            ("idOfURLThing", "id Of URL Thing"),
            ("User.Read.All", "User Read All"),
            ("/me/todo/lists/{todoTaskListId}", "me todo lists todo Task List Id"),
            ("agesAbove14", "ages Above"),
            ("", ""),
        ] {
            assert_eq!(words(name).join(" "), cut, "{name}");
        }
    }
}
