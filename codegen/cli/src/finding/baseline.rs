//! Findings that are known already, as a file: a line for each, sorted, so that it diffs and merges well.

use std::collections::BTreeSet;

use super::fingerprint::{Fingerprint, Line};
use super::{Finding, encoded};

const HEAD: &str = "\
# Findings that `tablewright lint --baseline` does not show: page, code, hash of the line and which of such lines.
# Made by `tablewright lint --write-baseline`. A line may be deleted: its finding is shown again.
";

/// Those that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Baseline(BTreeSet<Fingerprint>);

impl Baseline {
    pub(crate) fn new(findings: &[Finding<'_>]) -> Self {
        Self(findings.iter().map(|it| it.fingerprint.clone()).collect())
    }

    /// Reads a file.
    ///
    /// # Errors
    /// If a line is no entry; the error has its number.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
        let entries = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let entry = |(number, line)| entry(line).ok_or_else(|| format!("{number}: `{line}` is no entry of a baseline"));
        entries.map(entry).collect::<Result<_, _>>().map(Self)
    }

    /// As a file.
    pub(crate) fn text(&self) -> String {
        let line = |it: &Fingerprint| format!("{} {} {}\n", encoded(&it.page), it.code, it.line);
        HEAD.to_owned() + &self.0.iter().map(line).collect::<String>()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn has(&self, it: &Finding<'_>) -> bool {
        self.0.contains(&it.fingerprint)
    }

    /// How many of its entries are no findings any more, of those on pages that were looked at.
    pub(crate) fn gone(&self, present: &[Finding<'_>], is_read: impl Fn(&str) -> bool) -> usize {
        let present: BTreeSet<&Fingerprint> = present.iter().map(|it| &it.fingerprint).collect();
        self.0.iter().filter(|it| is_read(&it.page) && !present.contains(it)).count()
    }
}

fn entry(line: &str) -> Option<Fingerprint> {
    let [page, code, line] = line.split(' ').collect::<Vec<_>>().try_into().ok()?;
    let (hash, ordinal) = line.split_once(':')?;
    let line = Line { hash: u64::from_str_radix(hash, 16).ok()?, ordinal: ordinal.parse().ok()? };
    Some(Fingerprint { page: decoded(page)?, code: code.to_owned(), line })
}

/// The inverse of [`encoded`].
fn decoded(uri: &str) -> Option<String> {
    let mut pieces = uri.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend(piece[2..].bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let of = |page: &str, ordinal| Fingerprint {
            page: page.to_owned(),
            code: "unknown-type".to_owned(),
            line: Line { hash: 0xab, ordinal },
        };
        let known = Baseline([of("beta/api/x.md", 2), of("beta/api/x.md", 10), of("a b%\n\u{e9}.md", 1)].into());
        let text = known.text();
        assert_eq!(text.lines().nth(2), Some("a%20b%25%0A%C3%A9.md unknown-type 00000000000000ab:1"));
        assert_eq!(Baseline::parse(&text), Ok(known));
    }

    #[test]
    fn what_is_no_entry_is_named_with_its_line() {
        let error = Baseline::parse("# x\n\n<<<<<<< HEAD\n").expect_err("no entry");
        assert_eq!(error, "3: `<<<<<<< HEAD` is no entry of a baseline");
        assert!(Baseline::parse("a%zz.md unknown-type ab:1").is_err());
    }
}
