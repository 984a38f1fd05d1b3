//! Inline text: runs that know their style, their link and their span; and as plain text or markdown again.

use std::borrow::Cow;

use crate::span::Span;

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    /// What a reader sees, entities and escapes resolved; mostly the very words of the page.
    pub text: Cow<'a, str>,
    /// Whether it stands in backticks.
    pub code: bool,
    /// Whether it is bold.
    pub strong: bool,
    /// Whether it is italic.
    pub emphasis: bool,
    /// Where it links to, as the page has it.
    pub link: Option<String>,
    /// Where it is.
    pub span: Span,
}

/// Inline text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text<'a> {
    /// Its pieces; line breaks are runs of a single `\n`.
    pub runs: Vec<Run<'a>>,
    /// Where it is.
    pub span: Span,
}

impl Run<'_> {
    fn is_bare(&self) -> bool {
        !self.code && !self.strong && self.link.is_none()
    }
}

impl Text<'_> {
    /// The same, to be kept without the page.
    #[must_use]
    pub fn owned(&self) -> Text<'static> {
        let owned = |run: &Run<'_>| {
            let Run { code, strong, emphasis, span, .. } = *run;
            Run { text: run.text.to_string().into(), code, strong, emphasis, link: run.link.clone(), span }
        };
        Text { runs: self.runs.iter().map(owned).collect(), span: self.span }
    }

    /// What a reader sees, white space folded.
    #[must_use]
    pub fn plain(&self) -> Cow<'_, str> {
        match self.runs.as_slice() {
            [run] => folded(&run.text),
            runs => folded(&runs.iter().map(|run| run.text.as_ref()).collect::<String>()).into_owned().into(),
        }
    }

    /// The links in it: what is shown, the target and the span, in order.
    pub fn links(&self) -> impl Iterator<Item = (&str, &str, Span)> {
        self.runs.iter().filter_map(|run| Some((run.text.as_ref(), run.link.as_deref()?, run.span)))
    }

    /// The words in backticks, in order.
    pub fn codes(&self) -> impl Iterator<Item = &Run<'_>> {
        self.runs.iter().filter(|run| run.code)
    }

    /// As markdown again, on one line but for paragraph breaks; each link's target goes through `target`.
    #[must_use]
    pub fn markdown(&self, target: &dyn Fn(&str) -> Option<String>) -> String {
        let markdown = match self.runs.as_slice() {
            [run] if run.is_bare() => Cow::Borrowed(run.text.as_ref()),
            runs => {
                let mut markdown = String::with_capacity(self.span.len());
                for run in runs {
                    push_run(&mut markdown, run, target);
                }
                markdown.into()
            }
        };
        if is_folded(&markdown) {
            return markdown.into_owned();
        }
        let paragraphs = markdown.split("\n\n").map(folded);
        paragraphs.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// Whether a reader sees nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }
}

/// Whether nothing but single spaces between words is white space in a text; of ASCII alone it can be said at once.
fn is_folded(text: &str) -> bool {
    let is_seen = u8::is_ascii_graphic;
    let goes_on = |it: &[u8]| is_seen(&it[1]) | (it[1] == b' ') & is_seen(&it[0]);
    let ends = [text.as_bytes().first(), text.as_bytes().last()];
    ends.into_iter().flatten().all(is_seen) && of_all(text.as_bytes().windows(2).map(goes_on))
}

/// Whether all of them are true. Without an early end it looks at many at once.
pub(super) fn of_all(all: impl Iterator<Item = bool>) -> bool {
    all.fold(true, |all, it| all & it)
}

/// The words of a text, a space between them.
fn folded(text: &str) -> Cow<'_, str> {
    if is_folded(text) {
        return text.into();
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.into()
}

fn push_run(markdown: &mut String, run: &Run<'_>, target: &dyn Fn(&str) -> Option<String>) {
    let text = if run.is_bare() { "" } else { run.text.trim() };
    if text.is_empty() {
        markdown.push_str(&run.text);
        return;
    }
    let leading = &run.text[..run.text.len() - run.text.trim_start().len()];
    let trailing = &run.text[run.text.trim_end().len()..];
    let link = run.link.as_deref().and_then(target);
    let (strong, code) = (if run.strong { "**" } else { "" }, if run.code { "`" } else { "" });
    let opening = if link.is_some() { "[" } else { "" };
    markdown.extend([leading, opening, strong, code, text, code, strong]);
    if let Some(to) = &link {
        markdown.extend(["](", to, ")"]);
    }
    markdown.push_str(trailing);
}
