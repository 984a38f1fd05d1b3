//! An HTTP/1.1 server on loopback that answers with what it is told, and keeps what it received.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::Message;

/// A request as it came over the wire.
#[derive(Debug, Clone)]
pub struct Received {
    /// `PATCH`.
    pub method: String,
    /// The request target: `/beta/users/1`.
    pub target: String,
    /// Header names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Received {
    /// The value of the header of that name, in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

/// A running server; it ends with the process.
#[derive(Debug)]
pub struct Server {
    root: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    /// Starts a server that gives these answers, one to each request, and then refuses.
    ///
    /// # Panics
    /// If no port is free.
    #[must_use]
    pub fn start(answers: &[&Message]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let root = format!("http://{}", listener.local_addr().expect("a listener has an address"));
        let received = Arc::new(Mutex::new(Vec::new()));
        let mut answers: VecDeque<String> = answers.iter().map(|it| answer(it)).collect();
        let kept = Arc::clone(&received);
        thread::spawn(move || {
            while let (Some(answer), Ok((stream, _))) = (answers.pop_front(), listener.accept()) {
                exchange(stream, &answer, &kept);
            }
        });
        Self { root, received }
    }

    /// The address of the service.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// What came, in order.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn answer(message: &Message) -> String {
    let described = |name: &str| name.eq_ignore_ascii_case("content-length");
    let headers = message.headers.iter().filter(|(name, _)| !described(name));
    let headers: Vec<String> = headers.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let headers = headers.concat();
    let length =
        if message.status() == 204 { String::new() } else { format!("Content-Length: {}\r\n", message.body.len()) };
    format!("{}\r\n{headers}{length}Connection: close\r\n\r\n{}", message.start, message.body)
}

/// Reads a request, keeps it before the client can see the answer, and answers.
fn exchange(mut stream: TcpStream, answer: &str, kept: &Mutex<Vec<Received>>) {
    if let Some(request) = request(&stream) {
        kept.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        // A client that is gone already is the test's to judge.
        let _ = stream.write_all(answer.as_bytes()).and_then(|()| stream.flush());
    }
}

fn request(stream: &TcpStream) -> Option<Received> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next()?, words.next()?);
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, it)| it.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some(Received { method, target, headers, body: String::from_utf8_lossy(&body).into_owned() })
}
