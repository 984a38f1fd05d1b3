//! Says what of the docs was not read: files that are none, and includes that lead nowhere.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::limits::{MAX_DEPTH, MAX_PAGE};
use crate::source::{Docs, PageId, Place, Why};
use crate::span::{Origin, Span};

/// Says it.
pub(crate) fn report(docs: &Docs, diagnostics: &mut Diagnostics) {
    for it in &docs.unread {
        diagnostics.elsewhere(Diagnostic {
            origin: Origin { page: it.path.clone(), line: 1, column: 1 },
            span: Span::default(),
            code: Code::UnreadFile,
            message: it.why.clone(),
            hint: String::new(),
            included_by: None,
            second: None,
            edits: Vec::new(),
        });
    }
    for (number, _) in docs.pages.iter().enumerate().filter(|(_, page)| page.is_cut) {
        let place = Place { page: PageId(number), span: Span::default() };
        diagnostics.push(
            Code::TooLarge,
            place,
            format!("the file has more than {MAX_PAGE} bytes; the rest is not read"),
        );
    }
    includes(docs, diagnostics);
}

/// Folders of included files that are absent, each with its first include and how many there are.
type Absent<'a> = BTreeMap<&'a str, (Place, &'a str, usize)>;

fn includes(docs: &Docs, diagnostics: &mut Diagnostics) {
    let mut absent = Absent::new();
    for (number, page) in docs.pages.iter().enumerate() {
        for it in &*page.unfollowed {
            let place = Place { page: PageId(number), span: it.span };
            let path = &it.path;
            match it.why {
                Why::Missing => {
                    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                    absent.entry(folder).or_insert((place, path, 0)).2 += 1;
                }
                Why::Outside => {
                    let message = format!("`{path}` leads out of the docs folder, and is not included");
                    diagnostics.push(Code::OutsideInclude, place, message);
                }
                Why::Circle => {
                    let message =
                        format!("`{path}` includes itself, or files include each other more than {MAX_DEPTH} deep");
                    diagnostics.push(Code::CircularInclude, place, message);
                }
                Why::TooLarge => {
                    let message = format!("with `{path}` the page would have more than {MAX_PAGE} bytes");
                    diagnostics.push(Code::TooLarge, place, message);
                }
            }
        }
    }
    for (folder, (place, path, count)) in absent {
        let more =
            if count > 1 { format!(", nor are others of `{folder}`: {count} includes in all") } else { String::new() };
        diagnostics.push(Code::AbsentInclude, place, format!("`{path}` is not there{more}"));
    }
}
