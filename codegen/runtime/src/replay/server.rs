//! A server on loopback that answers one request after the other with what it is told, and says what came.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::Shown;

/// The longest that a request takes to come over loopback.
const PATIENCE: Duration = Duration::from_secs(10);

/// A request as it came over the wire.
#[derive(Debug)]
pub(super) struct Received {
    pub(super) method: String,
    pub(super) target: String,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Received {
    /// The value of a header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| it.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// A running server; it ends with the process.
pub(super) struct Server {
    pub(super) root: String,
    answer: Arc<Mutex<Vec<u8>>>,
    received: Receiver<Received>,
}

impl Server {
    pub(super) fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let root = format!("http://{}", listener.local_addr()?);
        let answer = Arc::new(Mutex::new(Vec::new()));
        let (came, received) = channel();
        let told = Arc::clone(&answer);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let answer = told.lock().unwrap_or_else(PoisonError::into_inner).clone();
                // A client that goes away is seen by who waits for its request.
                let _ = exchange(stream, &answer, &came);
            }
        });
        Ok(Self { root, answer, received })
    }

    /// Answers requests with what a page shows from now on.
    pub(super) fn answer(&self, shown: Option<&Shown>) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = answer(shown);
    }

    /// The request that was answered; `None` where none came.
    pub(super) fn received(&self) -> Option<Received> {
        self.received.try_recv().ok()
    }
}

/// What goes over the wire: status, headers and body of the page, where HTTP has room for a body.
fn answer(shown: Option<&Shown>) -> Vec<u8> {
    let status = shown.and_then(Shown::status).unwrap_or(204);
    let body = shown.and_then(|it| it.json).filter(|_| status != 204).unwrap_or_default();
    let mut text = format!("HTTP/1.1 {status} Shown\r\nConnection: close\r\n");
    for (name, value) in shown.map_or(&[][..], |it| it.headers) {
        if !["content-length", "content-type", "transfer-encoding", "connection"].contains(&&*name.to_lowercase()) {
            write!(text, "{name}: {value}\r\n").expect("writing to a string cannot fail");
        }
    }
    if status != 204 {
        write!(text, "Content-Type: application/json\r\nContent-Length: {}\r\n", body.len())
            .expect("writing to a string cannot fail");
    }
    (text + "\r\n" + body).into_bytes()
}

fn exchange(mut stream: TcpStream, answer: &[u8], came: &Sender<Received>) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    // Said before the client can see the answer. Nobody listens any more when the process ends.
    let _ = came.send(request(BufReader::new(&stream))?);
    stream.write_all(answer)
}

fn request(mut from: impl BufRead) -> io::Result<Received> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers: Vec<(String, String)> = Vec::new();
    loop {
        let mut line = String::new();
        from.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let mut received = Received { method, target, headers, body: Vec::new() };
    let length = received.header("content-length").and_then(|it| it.parse().ok()).unwrap_or(0);
    received.body.resize(length, 0);
    from.read_exact(&mut received.body)?;
    Ok(received)
}
