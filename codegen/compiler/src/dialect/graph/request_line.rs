//! Reads request lines: `PATCH /users/{id | userPrincipalName}`.

use std::collections::BTreeSet;

use super::Reader;
use super::section::Section;
use crate::diagnostic::Code;
use crate::facts::RequestLine;
use crate::limits::MAX_PATH;
use crate::near;
use crate::segments::segments;
use crate::span::Span;

const METHODS: [&str; 6] = ["GET", "PATCH", "POST", "PUT", "DELETE", "HEAD"];

impl Reader<'_> {
    /// The method of the first request line, if the page has one.
    pub(super) fn method(&self) -> Option<&'static str> {
        self.all_lines().into_iter().map(|(method, _)| method).next()
    }

    /// All request lines of the section that holds them.
    fn all_lines(&self) -> Vec<(&'static str, Span)> {
        let mut inside = false;
        let mut lines = Vec::new();
        for section in self.sections {
            let key = &section.key;
            let is_request =
                key.starts_with("http request") || section.level == 2 && matches!(key.as_str(), "http" | "request");
            if section.level <= 2 || is_request {
                inside = is_request;
            }
            if inside {
                lines.extend(section.codes().flat_map(|(_, span)| lines_in(&self.page.text, span)));
            }
        }
        lines
    }

    /// Lines that begin with nearly a method, and would be read with it.
    fn misspelled_methods(&mut self) {
        let codes: Vec<Span> = self.sections.iter().flat_map(Section::codes).map(|(_, span)| span).collect();
        for block in codes {
            for (word, near) in nearly_methods(&self.page.text, block) {
                let message = format!("`{}` is no method", word.text(&self.page.text));
                self.sink.push(Code::MisspelledMethod, word, message).hint(format!("did you mean `{near}`?"));
            }
        }
    }

    /// The request lines of method PATCH that can be called with JSON.
    pub(super) fn patch_lines(&mut self) -> Vec<RequestLine> {
        self.misspelled_methods();
        let all = self.all_lines();
        let mut lines: Vec<RequestLine> = Vec::new();
        let (mut paths, mut left_out) = (BTreeSet::new(), Vec::new());
        for (_, span) in all.iter().filter(|(method, _)| *method == "PATCH") {
            match self.request_line(*span) {
                Ok(line) if paths.insert(line.path.clone()) => lines.push(line),
                Ok(_) => {}
                Err(code) => left_out.push(code),
            }
        }
        let is_lost = left_out.contains(&Code::OddPath) || all.is_empty() && self.is_named_update();
        if lines.is_empty() && is_lost {
            let span = self.sections.iter().find(|it| it.key.starts_with("http request")).map(|it| it.span);
            let message = "no request line of method PATCH can be read".to_owned();
            self.sink.push(Code::NoRequestLine, span.unwrap_or_default(), message);
        }
        if self.is_named_update() && !all.iter().any(|(method, _)| *method == "PATCH") {
            self.report_method(&all);
        }
        lines
    }

    /// An example that sends PATCH tells that the request line does not mean its method.
    fn report_method(&mut self, lines: &[(&'static str, Span)]) {
        let Some((method, line)) = lines.first() else { return };
        let of = |start: usize, method: &str| Span::new(start, start + method.len());
        let messages = self.messages();
        let is_patch = |text: &str| text.to_ascii_uppercase().starts_with("PATCH ");
        if let Some(request) = messages.iter().find(|it| is_patch(&it.start.text)) {
            let message = format!("the request line says {method}, and the example sends PATCH");
            self.sink
                .push(Code::OtherMethod, of(line.start, method), message)
                .hint("if the example is right, write `PATCH`")
                .beside(of(request.start.span.start, "PATCH"), "PATCH here");
        }
    }

    /// A page that has request lines of PATCH, and an example that sends the like with another method.
    pub(super) fn other_method_in_example(&mut self, lines: &[RequestLine]) {
        let messages = self.messages();
        let Some(request) = messages.iter().find(|it| !it.path.is_empty()) else { return };
        let Some(line) = lines.iter().find(|it| it.path.matches('/').count() == request.path.matches('/').count())
        else {
            return;
        };
        let method = request.start.text.split(' ').next().unwrap_or_default();
        // A page may describe several methods.
        if self.all_lines().iter().any(|(it, _)| it.eq_ignore_ascii_case(method)) {
            return;
        }
        let of = |start: usize, method: &str| Span::new(start, start + method.len());
        let message = format!("the example sends {method}, and the request line says PATCH");
        self.sink
            .push(Code::OtherMethod, of(request.start.span.start, method), message)
            .hint("if the request line is right, write `PATCH`")
            .beside(of(line.span.start, "PATCH"), "PATCH here");
    }

    /// Reads one line; else says why it is left out.
    fn request_line(&mut self, span: Span) -> Result<RequestLine, Code> {
        let text = fold(span.text(&self.page.text));
        let path = path(&text);
        let (code, why) = match path.rsplit('/').next() {
            Some("$value") => (Code::NotJson, ": it sends the bytes of a file"),
            Some("$ref") => (Code::NotJson, ": it sends a reference to something else"),
            Some("content") => (Code::NotJson, ": it sends content, and no properties"),
            _ if path.len() > MAX_PATH || !is_callable(&path) => (Code::OddPath, ""),
            _ => return Ok(RequestLine { text, path, span }),
        };
        self.sink.push(code, span, format!("`{text}` is left out{why}"));
        Err(code)
    }
}

/// The lines of a code block that begin with a method.
pub(super) fn lines_in(source: &str, block: Span) -> Vec<(&'static str, Span)> {
    let mut at = block.start;
    let mut lines = Vec::new();
    for line in block.text(source).split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let span = Span::new(start, (at + line.trim_end().len()).max(start));
        at += line.len();
        if let Some(method) = method(span.text(source)) {
            lines.push((method, span));
        }
    }
    lines
}

/// The words before a path that are a slip of the pen away from a method, each with that.
fn nearly_methods(source: &str, block: Span) -> Vec<(Span, &'static str)> {
    let mut at = block.start;
    let mut found = Vec::new();
    for line in block.text(source).split_inclusive('\n') {
        let word = line.split(' ').next().unwrap_or_default();
        let is_word = !word.is_empty() && word.bytes().all(|it| it.is_ascii_uppercase());
        let rest = line[word.len()..].trim_start();
        if is_word && method(word).is_none() && (rest.starts_with('/') || rest.starts_with("http")) {
            let near = near::similar(word, METHODS.into_iter());
            found.extend(near.map(|near| (Span::new(at, at + word.len()), near)));
        }
        at += line.len();
    }
    found
}

fn method(line: &str) -> Option<&'static str> {
    let word = line.split_whitespace().next()?;
    METHODS.into_iter().find(|it| it.eq_ignore_ascii_case(word))
}

pub(super) fn fold(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The path of a request line: without method, host, version, query and trailing slash.
#[must_use]
pub fn path(line: &str) -> String {
    let rest = line.split_once(' ').map_or("", |(_, rest)| rest);
    let rest = rest.split(" HTTP/").next().unwrap_or(rest).trim();
    let rest = without_host(rest);
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let mut path = String::from("/");
    for segment in segments(rest) {
        if !path.ends_with('/') {
            path.push('/');
        }
        path.push_str(&segment);
    }
    path
}

fn without_host(url: &str) -> &str {
    let Some((_, rest)) = url.split_once("://") else { return without_version(url) };
    without_version(rest.find('/').map_or("", |at| &rest[at..]))
}

fn without_version(path: &str) -> &str {
    // `~/` stands for the root of the service.
    let bare = path.trim_start_matches('~').trim_start_matches('/');
    for version in ["v1.0/", "beta/", "{version}/", "V1.0/"] {
        if let Some(rest) = bare.strip_prefix(version) {
            return rest;
        }
    }
    bare
}

fn is_callable(path: &str) -> bool {
    let literal: String = path.split('{').map(|it| it.split_once('}').map_or(it, |(_, rest)| rest)).collect();
    path.len() > 1
        && path.matches('{').count() == path.matches('}').count()
        && !path.contains("...")
        && !path.starts_with("/*")
        && !literal.contains([' ', '*', '\\', '"', '\u{2026}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_what_is_no_path() {
        assert_eq!(path("PATCH /deviceManagement/x/userStatusOverview/"), "/deviceManagement/x/userStatusOverview");
        assert_eq!(path("PATCH https://graph.microsoft.com/beta/users/{id}?a=b HTTP/1.1"), "/users/{id}");
        assert_eq!(path("PATCH users//{id | userPrincipalName}"), "/users/{id | userPrincipalName}");
        assert_eq!(path("PATCH /v1.0/me"), "/me");
    }

    #[test]
    fn a_path_with_an_ellipsis_cannot_be_called() {
        assert!(!is_callable("/.../items/{id}"));
        assert!(is_callable("/users/{id | name}/range(address='{address}')"));
    }
}
