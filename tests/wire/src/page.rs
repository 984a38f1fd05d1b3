//! Reads the example messages of a page in `docs-input`, by hand: the library under test has no part in it.

use std::path::Path;

/// A page.
#[derive(Debug)]
pub struct Page {
    messages: Vec<Message>,
}

/// An HTTP message as a page shows it.
#[derive(Debug, Clone)]
pub struct Message {
    /// `PATCH https://...` or `HTTP/1.1 200 OK`.
    pub start: String,
    /// The lines behind it.
    pub headers: Vec<(String, String)>,
    /// What follows the empty line.
    pub body: String,
}

impl Page {
    /// Reads a page by its path below `docs-input`.
    ///
    /// # Panics
    /// If there is no such page.
    #[must_use]
    pub fn read(path: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input").join(path);
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let text = text.replace("\r\n", "\n");
        let blocks = text.split("```http\n").skip(1).filter_map(|rest| rest.split("\n```").next());
        Self { messages: blocks.filter_map(message).collect() }
    }

    /// The request of the example of that number, from 0.
    ///
    /// # Panics
    /// If the page has fewer.
    #[must_use]
    pub fn request(&self, number: usize) -> &Message {
        let mut requests = self.messages.iter().filter(|it| it.start.starts_with("PATCH https://"));
        requests.nth(number).expect("the page has that example")
    }

    /// The response of the example of that number, from 0.
    ///
    /// # Panics
    /// If the page has fewer.
    #[must_use]
    pub fn response(&self, number: usize) -> &Message {
        let mut responses = self.messages.iter().filter(|it| it.start.starts_with("HTTP/"));
        responses.nth(number).expect("the page has that example")
    }
}

impl Message {
    /// The path of a request, without host and trailing slash, which the docs of 2017 write and services do not need.
    #[must_use]
    pub fn path(&self) -> &str {
        let (_, rest) = self.start.split_once("graph.microsoft.com").unwrap_or_default();
        rest.trim_end_matches('/')
    }

    /// The status of a response.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.start.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or_default()
    }
}

fn message(block: &str) -> Option<Message> {
    let (head, body) = block.split_once("\n\n").unwrap_or((block, ""));
    let mut lines = head.lines();
    let start = lines.next()?.trim_end().to_owned();
    let headers = lines.filter_map(|line| line.split_once(':'));
    let headers = headers.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect();
    Some(Message { start, headers, body: body.trim_end().to_owned() })
}

/// JSON without the white space between its parts; keys stay in their order, values as they are written.
#[must_use]
pub fn compact(json: &str) -> String {
    let mut compact = String::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in json.chars() {
        if in_string || !c.is_whitespace() {
            compact.push(c);
        }
        in_string ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
    }
    compact
}
