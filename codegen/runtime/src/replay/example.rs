//! Sends the examples of updates, and compares both ways with their pages.

use std::io;

use super::server::{Received, Server};
use super::typed::{self, Typed};
use super::{Met, Report, same};
use crate::model::written;
use crate::{BlockingClient, Cloud, Json, Operation, Request, RetryPolicy, Value};

/// An example of an update.
pub struct Update {
    /// Where it stands: `v1.0/api/user-update.md:71`.
    pub place: &'static str,
    /// What the page sends.
    pub request: Shown,
    /// What the page answers.
    pub answer: Option<Shown>,
    /// Why it is known to fail.
    pub exception: Option<&'static str>,
    /// Sends it; `None` where the path of the example is that of no documented request line.
    pub send: Option<Send>,
}

/// Sends an example by the function of its operation.
pub type Send = fn(&Update, &BlockingClient) -> Result<Exchanged, String>;

/// What came of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanged {
    /// The names that were sent by `raw`, since the docs say that they cannot be set.
    pub forced: Vec<String>,
    /// The answer's object, written again.
    pub answer: Option<String>,
}

/// An HTTP message as a page shows it.
pub struct Shown {
    /// `PATCH https://...` or `HTTP/1.1 200 OK`.
    pub start: &'static str,
    /// The headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// The body.
    pub json: Option<&'static str>,
}

impl Shown {
    /// The status of an answer.
    pub(super) fn status(&self) -> Option<u16> {
        self.start.split_whitespace().nth(1)?.parse().ok().filter(|status| (100..600).contains(status))
    }
}

/// Headers that are the client's own, or the server's.
const OWN: &[&str] = &["accept", "authorization", "connection", "content-length", "content-type", "host", "user-agent"];

impl Update {
    /// Sends the example: the body by the setters of the patch, the rest by what the function takes.
    ///
    /// # Errors
    /// If a name of the body has no setter, a value is none that its setter takes, or the client fails.
    pub fn exchange<O: Operation>(
        &self,
        client: &BlockingClient,
        request: impl FnOnce(O::Patch) -> Request<O>,
    ) -> Result<Exchanged, String> {
        let Typed { patch, forced } = typed::patch(self.request.json.unwrap_or_default())?;
        let mut request = request(patch).allow_empty();
        for (name, value) in self.headers() {
            request = request.header(name, value);
        }
        let answer = request.send_blocking(client).map_err(|error| error.to_string())?;
        Ok(Exchanged { forced, answer: answer.map(|object| written(object.view())) })
    }

    /// The headers that say something about this request.
    fn headers(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let own = |name: &str| OWN.iter().any(|own| own.eq_ignore_ascii_case(name));
        self.request.headers.iter().copied().filter(move |(name, value)| !own(name) && !value.is_empty())
    }
}

/// Sends all examples, one after the other.
///
/// # Errors
/// If no port on loopback can be listened on, or the client cannot be made.
pub fn updates<'a>(all: impl IntoIterator<Item = &'a Update>) -> io::Result<Report> {
    let server = Server::start()?;
    let cloud = Cloud::custom(server.root.clone(), "replay/.default").map_err(io::Error::other)?;
    let client = BlockingClient::builder().cloud(cloud).token("replayed").retry(RetryPolicy::none());
    let client = client.build().map_err(io::Error::other)?;
    let mut report = Report::default();
    for it in all {
        let problem = replay(it, &server, &client, &mut report);
        report.met.push(Met::new(it.place.to_owned(), problem, it.exception));
    }
    Ok(report)
}

fn replay(it: &Update, server: &Server, client: &BlockingClient, report: &mut Report) -> Result<(), String> {
    let Some(send) = it.send else {
        return Err(format!("no documented request line has the path of `{}`", it.request.start));
    };
    server.answer(it.answer.as_ref());
    let outcome = send(it, client);
    match server.received() {
        Some(received) => sent(it, &received, report)?,
        None if outcome.is_ok() => return Err("nothing was sent".to_owned()),
        None => {}
    }
    let exchanged = outcome?;
    if !exchanged.forced.is_empty() {
        report.note("sends by `raw` what the docs say cannot be set");
    }
    answered(it, exchanged.answer.as_deref(), report)
}

/// Compares what arrived with the request of the page.
fn sent(it: &Update, received: &Received, report: &mut Report) -> Result<(), String> {
    let (method, target) = it.request.start.split_once(' ').unwrap_or_default();
    if received.method != method.trim() {
        return Err(format!("sent {} for {method}", received.method));
    }
    if !same::target(target.trim(), &received.target) {
        return Err(format!("sent to `{}`, on the page `{target}`", received.target));
    }
    for (name, value) in it.headers() {
        match received.header(name) {
            Some(ours) if ours == value => {}
            ours => return Err(format!("the header `{name}` is `{value}` on the page, here {ours:?}")),
        }
    }
    if received.header("content-type").is_none_or(|it| !it.starts_with("application/json")) {
        return Err("sent without the content type of JSON".to_owned());
    }
    same_body(it, &received.body, report)
}

/// Compares the JSON; the type mark that goes with every update of a derived type is often left out on pages.
fn same_body(it: &Update, ours: &[u8], report: &mut Report) -> Result<(), String> {
    let mut ours: Json = serde_json::from_slice(ours).map_err(|error| format!("sent what is no JSON: {error}"))?;
    let page: Json = serde_json::from_str(it.request.json.unwrap_or_default()).map_err(|error| error.to_string())?;
    if let (Json::Object(ours), None) = (&mut ours, page.get(TYPE)) {
        if ours.remove(TYPE).is_some() {
            report.note("the type mark is sent, and not on the page");
        }
    }
    same::difference(&page, &ours).map_or(Ok(()), Err)
}

/// Compares the object that was read, written again, with the answer of the page.
fn answered(it: &Update, ours: Option<&str>, report: &mut Report) -> Result<(), String> {
    let Some(shown) = &it.answer else {
        report.note("no answer on the page");
        return Ok(());
    };
    let (page, ours) = match (shown.json, ours) {
        (None, None) => return Ok(()),
        (Some(_), None) if shown.status() == Some(204) => {
            report.note("the page shows a body below 204");
            return Ok(());
        }
        (Some(page), Some(ours)) => (page, ours),
        (page, ours) => return Err(format!("the answer is {page:?} on the page, here {ours:?}")),
    };
    if same::canonical(page) == same::canonical(ours) {
        Ok(())
    } else {
        Err(format!("the answer, read and written again, is {ours}"))
    }
}

const TYPE: &str = "@odata.type";
