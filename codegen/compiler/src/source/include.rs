//! Puts included files where pages include them, and remembers which byte came from where.
//!
//! As the published site does: `[!INCLUDE [text](path)]`, on a line of its own or within one, relative to the file that
//! includes, nested. Front matter of an included file is not shown. What follows the pages sees one text, and no includes.

use std::collections::BTreeMap;
use std::sync::Arc;

use memchr::memmem;

use super::file::File;
use super::path;
use super::unfollowed::{Unfollowed, Why};
use crate::front_matter::body_start;
use crate::limits::{MAX_DEPTH, MAX_PAGE};
use crate::span::Span;

/// A folder of code in other languages, which pages include by the thousand in their tabs, and which is not read.
const SNIPPETS: &str = "snippets/";

/// Where a run of a page's text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it begins in the page's text.
    pub(super) at: usize,
    /// The included file; `None` for the page's own.
    pub(super) file: Option<usize>,
    /// Where it begins in its file.
    pub(super) from: usize,
}

/// The included files of all pages, each read once.
pub(super) struct Library<'f> {
    fetch: &'f mut dyn FnMut(&str) -> Option<Arc<File>>,
    numbers: BTreeMap<String, Option<usize>>,
    pub(super) files: Vec<Arc<File>>,
}

impl<'f> Library<'f> {
    pub(super) fn new(fetch: &'f mut dyn FnMut(&str) -> Option<Arc<File>>) -> Self {
        Self { fetch, numbers: BTreeMap::new(), files: Vec::new() }
    }

    /// Whether an include that was not followed would not be now.
    pub(super) fn leaves(&mut self, it: &Unfollowed) -> bool {
        match it.why {
            Why::Outside => true,
            Why::Missing => self.number(&it.path).is_none(),
            Why::Circle | Why::TooLarge => false,
        }
    }

    fn number(&mut self, path: &str) -> Option<usize> {
        if let Some(known) = self.numbers.get(path) {
            return *known;
        }
        let read = (self.fetch)(path).map(|file| {
            self.files.push(file);
            self.files.len() - 1
        });
        self.numbers.insert(path.to_owned(), read);
        read
    }
}

/// What becomes of a page.
pub(super) enum Page {
    /// None of its includes is followed: its text is that of its file.
    Own(Arc<[Unfollowed]>),
    /// Others stand in it.
    Expanded(Expanded),
}

/// A page's text with what it includes.
#[derive(Default)]
pub(super) struct Expanded {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) unfollowed: Vec<Unfollowed>,
}

/// The includes of a file, as if those that may be followed led to files that are not there: mostly that is so.
pub(super) fn left(file: &File) -> &Arc<[Unfollowed]> {
    let left = |_, target: &str| Some(path_of(&file.path, target).map_or_else(|it| it, |path| (path, Why::Missing)));
    file.left.get_or_init(|| unfollowed(&file.text, left).unwrap_or_default().into())
}

/// The page of a file, with all includes followed.
pub(super) fn page(own: &File, library: &mut Library<'_>) -> Page {
    let level = Level { file: None, path: &own.path, text: &own.text, start: 0, above: None };
    if let Some(unfollowed) = unfollowed(&own.text, |at, target| follow(&level, target, library, at).err()) {
        return Page::Own(unfollowed.into());
    }
    let mut out = Expanded { text: String::with_capacity(own.text.len()), ..Expanded::default() };
    write(&level, library, &mut out);
    Page::Expanded(out)
}

/// The includes of a text, if `why` tells of each, by its place and what it names, why it is not followed.
fn unfollowed(text: &str, mut why: impl FnMut(usize, &str) -> Option<(String, Why)>) -> Option<Vec<Unfollowed>> {
    let (mut unfollowed, mut at) = (Vec::new(), 0);
    while let Some((span, target)) = next(text, at) {
        let (path, why) = why(span.start, target)?;
        unfollowed.push(Unfollowed { span, path, why });
        at = span.end;
    }
    Some(unfollowed)
}

/// A file that is being written, and those that include it.
struct Level<'a> {
    file: Option<usize>,
    path: &'a str,
    text: &'a str,
    start: usize,
    above: Option<&'a Level<'a>>,
}

impl Level<'_> {
    fn depth(&self) -> usize {
        1 + self.above.map_or(0, Level::depth)
    }

    fn includes(&self, file: usize) -> bool {
        self.file == Some(file) || self.above.is_some_and(|above| above.includes(file))
    }
}

fn write(level: &Level<'_>, library: &mut Library<'_>, out: &mut Expanded) {
    let mut at = level.start;
    while let Some((span, target)) = next(level.text, at) {
        out.push(level, at, span.start);
        match follow(level, target, library, out.text.len()) {
            Ok(file) => included(level, span, file, library, out),
            Err((path, why)) => {
                let start = out.text.len();
                out.push(level, span.start, span.end);
                out.unfollowed.push(Unfollowed { span: Span::new(start, out.text.len()), path, why });
            }
        }
        at = span.end;
    }
    out.push(level, at, level.text.len());
}

/// The path of an include, if it may be followed.
fn path_of(file: &str, target: &str) -> Result<String, (String, Why)> {
    path::join(file, target).ok_or_else(|| (target.to_owned(), Why::Outside))
}

/// The file that an include means.
fn follow(level: &Level<'_>, target: &str, library: &mut Library<'_>, size: usize) -> Result<usize, (String, Why)> {
    let path = path_of(level.path, target)?;
    let Some(file) = library.number(&path) else { return Err((path, Why::Missing)) };
    if level.includes(file) || level.depth() >= MAX_DEPTH {
        return Err((path, Why::Circle));
    }
    let included = &library.files[file];
    if included.is_cut || size + included.text.len() > MAX_PAGE {
        return Err((path, Why::TooLarge));
    }
    Ok(file)
}

fn included(level: &Level<'_>, span: Span, file: usize, library: &mut Library<'_>, out: &mut Expanded) {
    let (path, text) = (library.files[file].path.clone(), library.files[file].text.to_string());
    let (start, is_block) = (body_start(&text), is_alone(level.text, span));
    // A block ends what stands above it and begins what stands below; within a line, line ends are blanks.
    let shown = if is_block { text } else { text.trim_end().replace(['\r', '\n'], " ") };
    let inner =
        Level { file: Some(file), path: &path, text: &shown, start: start.min(shown.len()), above: Some(level) };
    if is_block {
        out.gap(level, span.start);
    }
    write(&inner, library, out);
    if is_block {
        out.gap(level, span.start);
    }
}

impl Expanded {
    fn push(&mut self, level: &Level<'_>, from: usize, to: usize) {
        if from < to {
            self.pieces.push(Piece { at: self.text.len(), file: level.file, from });
            self.text.push_str(&level.text[from..to]);
        }
    }

    /// A line end that no file has.
    fn gap(&mut self, level: &Level<'_>, from: usize) {
        self.pieces.push(Piece { at: self.text.len(), file: level.file, from });
        self.text.push('\n');
    }
}

/// Whether nothing else stands on the lines of an include.
fn is_alone(text: &str, span: Span) -> bool {
    let before = text[..span.start].rsplit('\n').next().unwrap_or_default();
    let behind = text[span.end..].split('\n').next().unwrap_or_default();
    before.trim().is_empty() && behind.trim().is_empty()
}

/// The next include from an offset on that is none of code: where it stands, and the path it names.
fn next(text: &str, from: usize) -> Option<(Span, &str)> {
    const MARK: &str = "[!INCLUDE";
    let mut at = from;
    loop {
        let start = at + memmem::find(text.get(at..)?.as_bytes(), b"[!")?;
        let is_mark = text.get(start..start + MARK.len()).is_some_and(|it| it.eq_ignore_ascii_case(MARK));
        let include = is_mark.then(|| target(&text[start + MARK.len()..])).flatten();
        if let Some((length, target)) = include.filter(|(_, target)| !is_code(target)) {
            return Some((Span::new(start, start + MARK.len() + length), target));
        }
        at = start + 2;
    }
}

/// Whether a path leads into a folder of code, and to no other from there.
fn is_code(path: &str) -> bool {
    let is_folder = |at: usize| at == 0 || path[..at].ends_with('/');
    path.match_indices(SNIPPETS).any(|(at, folder)| is_folder(at) && !path[at + folder.len()..].contains(".."))
}

/// Of ` [text](path)]` its length and the path.
fn target(rest: &str) -> Option<(usize, &str)> {
    let open = rest.find('[').filter(|at| rest[..*at].trim().is_empty())?;
    let close = open + rest[open..].find("](").filter(|at| !rest[open..open + at].contains('\n'))?;
    let start = close + 2;
    let length = rest[start..].find(')').filter(|at| !rest[start..start + at].contains('\n'))?;
    let end = start + length + 1;
    let path = rest[start..start + length].split_whitespace().next()?;
    rest[end..].trim_start_matches(' ').starts_with(']').then(|| {
        let blanks = rest[end..].len() - rest[end..].trim_start_matches(' ').len();
        (end + blanks + 1, path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn includes_are_found_in_any_case_and_nothing_else_is() {
        let found = |text: &'static str| next(text, 0).map(|(span, path)| (span.text(text), path));
        let plain = "a [!INCLUDE [x y](../z.md)] b";
        assert_eq!(found(plain), Some(("[!INCLUDE [x y](../z.md)]", "../z.md")));
        assert_eq!(found("[!include[x](z.md \"t\") ]"), Some(("[!include[x](z.md \"t\") ]", "z.md")));
        let code = "[!INCLUDE [a](../includes/snippets/csharp/a.md)] [!INCLUDE [b](snippets/b.md)] \
                    [!INCLUDE [c](../mysnippets/snippets/c.md)]";
        for path in ["../x/snippets/../a.md", "../mysnippets/a.md"] {
            let text = format!("{code}[!INCLUDE [x]({path})]");
            assert_eq!(next(&text, 0).map(|(_, path)| path), Some(path));
        }
        for text in [code, "[!NOTE]", "[!INCLUDE [x](z.md", "[!INCLUDE x](z.md)]", "[!INCLUDE [x]\n(z.md)]", "[!"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
