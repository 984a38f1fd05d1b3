//! Says which headings stand at another level than the others that cut a page.

use super::Reader;
use super::section::Section;
use crate::diagnostic::Code;
use crate::span::Span;

impl Reader<'_> {
    /// Says which headings stand at another level than all others that are known.
    pub(super) fn levels(&mut self, headings: &[&str]) {
        let is_known = |it: &&Section<'_>| headings.iter().any(|known| it.key.eq_ignore_ascii_case(known));
        // What stands inside of examples has titles of its own.
        let sections = self.sections.iter().skip_while(|it| it.level != 1).skip(1);
        let own: Vec<&Section<'_>> =
            sections.take_while(|it| !it.key.starts_with("example")).filter(is_known).collect();
        let at_two = own.iter().filter(|it| it.level == 2).count();
        let odd = own.iter().filter(|it| it.level != 2);
        if let Some(first) = own.iter().find(|it| it.level == 2).filter(|_| at_two > 1) {
            for section in odd {
                let (marks, title) = ("#".repeat(usize::from(section.level)), &section.title);
                let message = format!("`{marks} {title}` stands at another level than the sections beside it");
                self.sink
                    .push(Code::HeadingLevel, trimmed(section.span, &self.page.text), message)
                    .hint(format!("write `## {title}`"))
                    .beside(trimmed(first.span, &self.page.text), "one of these");
            }
        }
    }
}

fn trimmed(span: Span, page: &str) -> Span {
    Span::new(span.start, span.start + span.text(page).trim_end().len())
}
