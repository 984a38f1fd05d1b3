//! A scripted HTTP/1.1 server on this machine, and clients that use it without ever sleeping.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use tablewright_runtime::{
    BlockingClient, BlockingClientBuilder, BlockingTransport, BoxFuture, Client, ClientBuilder, Cloud, Error, Incoming,
    Json, Outgoing, Request, ReqwestTransport, RetryPolicy, Transport, TransportError, UreqTransport,
};

use crate::types::{UpdateUser, User};

/// What the server does with a request.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// Sends this text and closes the connection.
    Text(String),
    /// Sends this head, then zeros until the client has gone or this many were sent.
    Endless(String, usize),
    /// Sends these bytes and closes the connection.
    Bytes(Vec<u8>),
    /// Sends these bytes, then those again and again, with a pause before each, until the client has gone.
    Drip(Vec<u8>, Vec<u8>, Duration),
    /// Closes the connection without a word.
    Hangup,
    /// Says nothing until the client has gone.
    Silence,
}

impl Reply {
    pub(crate) fn status(status: &str) -> Self {
        Self::with(status, &[], "")
    }

    pub(crate) fn json(status: &str, body: &Json) -> Self {
        Self::with(status, &[("Content-Type", "application/json")], &body.to_string())
    }

    pub(crate) fn with(status: &str, headers: &[(&str, &str)], body: &str) -> Self {
        let headers: String = headers.iter().flat_map(|(name, value)| [name, ": ", value, "\r\n"]).collect();
        let length = body.len();
        Self::Text(format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"))
    }
}

/// A request as it came over the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Received {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// The server. It ends with its value.
pub(crate) struct Service {
    address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Service {
    /// A server that gives these replies in order, one a connection, and 500 afterwards.
    pub(crate) fn start(script: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (received, ended) = (Arc::<Mutex<Vec<Received>>>::default(), Arc::<AtomicBool>::default());
        let (log, end) = (received.clone(), ended.clone());
        let thread = std::thread::spawn(move || {
            let mut script = script.into_iter();
            for stream in listener.incoming() {
                if end.load(Ordering::SeqCst) {
                    return;
                }
                let reply = || script.next().unwrap_or_else(|| Reply::status("500 Script Over"));
                // A client that goes away in the middle is what some tests are about.
                let _ = serve(stream.unwrap(), &log, reply);
            }
        });
        Self { address, received, ended, thread: Some(thread) }
    }

    pub(crate) fn root(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn cloud(&self) -> Cloud {
        Cloud::custom(self.root(), "https://graph.example/.default").unwrap()
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(stream: TcpStream, log: &Mutex<Vec<Received>>, reply: impl FnOnce() -> Reply) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let Some(request) = read(&mut reader)? else { return Ok(()) };
    log.lock().unwrap().push(request);
    let mut stream = stream;
    match reply() {
        Reply::Text(text) => stream.write_all(text.as_bytes()),
        Reply::Endless(head, most) => {
            stream.write_all(head.as_bytes())?;
            let zeros = [b'0'; 1 << 14];
            (0..most / zeros.len()).try_for_each(|_| stream.write_all(&zeros))
        }
        Reply::Bytes(bytes) => stream.write_all(&bytes),
        Reply::Drip(head, more, pause) => {
            stream.write_all(&head)?;
            (0..1000).try_for_each(|_| {
                std::thread::sleep(pause);
                stream.write_all(&more)
            })
        }
        Reply::Hangup => Ok(()),
        Reply::Silence => reader.read(&mut [0]).map(drop),
    }
}

fn read(reader: &mut impl BufRead) -> std::io::Result<Option<Received>> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let mut lines = lines.into_iter();
    let line = lines.next().unwrap_or_default();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':').map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())))
        .collect();
    let length =
        headers.iter().find(|(name, _)| name == "content-length").map_or(0, |(_, value)| value.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(Some(Received { line, headers, body: String::from_utf8(body).unwrap() }))
}

/// A transport whose waits are noted instead of waited for, and move its clock.
#[derive(Clone, Default)]
pub(crate) struct Unhurried<T> {
    inner: T,
    waits: Arc<Mutex<Vec<Duration>>>,
}

impl<T> Unhurried<T> {
    pub(crate) fn new(inner: T) -> Self {
        Self { inner, waits: Arc::default() }
    }

    fn wait(&self, time: Duration) {
        self.waits.lock().unwrap().push(time);
    }

    /// Sun, 06 Nov 1994 08:49:37 GMT, and the waits since.
    fn time(&self) -> SystemTime {
        let waited: Duration = self.waits.lock().unwrap().iter().sum();
        SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777) + waited
    }
}

impl<T: Transport> Transport for Unhurried<T> {
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Incoming, TransportError>> {
        self.inner.send(outgoing)
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'_, ()> {
        self.wait(time);
        Box::pin(std::future::ready(()))
    }

    fn now(&self) -> SystemTime {
        self.time()
    }
}

impl<T: BlockingTransport> BlockingTransport for Unhurried<T> {
    fn send(&self, outgoing: Outgoing) -> Result<Incoming, TransportError> {
        self.inner.send(outgoing)
    }

    fn sleep(&self, time: Duration) {
        self.wait(time);
    }

    fn now(&self) -> SystemTime {
        self.time()
    }
}

/// The settings that a test changes.
#[derive(Clone)]
pub(crate) struct Setup {
    pub(crate) retry: RetryPolicy,
    pub(crate) timeout: Duration,
    pub(crate) max_response: usize,
}

impl Default for Setup {
    fn default() -> Self {
        Self { retry: RetryPolicy::new(), timeout: Duration::from_secs(20), max_response: 1 << 20 }
    }
}

/// What a client made of a script.
pub(crate) struct Outcome {
    pub(crate) client: &'static str,
    pub(crate) result: Result<Option<User>, Error>,
    pub(crate) received: Vec<Received>,
    pub(crate) waits: Vec<Duration>,
}

impl Outcome {
    /// The error's line, with the id that differs each time left out.
    pub(crate) fn line(&self) -> String {
        let error = self.result.as_ref().unwrap_err();
        let line = error.to_string();
        match self.received.first().and_then(|request| request.header("client-request-id")) {
            Some(id) => line.replace(id, "<id>"),
            None => line,
        }
    }
}

pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// An async client for a server, over reqwest.
pub(crate) fn client(service: &Service, setup: &Setup) -> (ClientBuilder, Unhurried<ReqwestTransport>) {
    let transport = Unhurried::new(ReqwestTransport::new().unwrap());
    let builder = Client::builder().transport(transport.clone()).token("secret-token").cloud(service.cloud());
    (builder.retry(setup.retry.clone()).timeout(setup.timeout).max_response(setup.max_response), transport)
}

/// A blocking client for a server, over ureq.
pub(crate) fn blocking_client(service: &Service, setup: &Setup) -> (BlockingClientBuilder, Unhurried<UreqTransport>) {
    let transport = Unhurried::new(UreqTransport::new());
    let builder = BlockingClient::builder().transport(transport.clone()).token("secret-token").cloud(service.cloud());
    (builder.retry(setup.retry.clone()).timeout(setup.timeout).max_response(setup.max_response), transport)
}

/// What both clients say of a place where nobody answers, and how often they wait.
pub(crate) fn both_at(cloud: &Cloud) -> [(&'static str, Error, usize); 2] {
    let request = crate::types::rename();
    let transport = Unhurried::new(ReqwestTransport::new().unwrap());
    let builder = Client::builder().transport(transport.clone()).token("secret-token").cloud(cloud.clone());
    let error = run(request.clone().send(&builder.build().unwrap())).unwrap_err();
    let asynchronous = ("reqwest", error, transport.waits.lock().unwrap().len());
    let transport = Unhurried::new(UreqTransport::new());
    let builder = BlockingClient::builder().transport(transport.clone()).token("secret-token").cloud(cloud.clone());
    let error = request.send_blocking(&builder.build().unwrap()).unwrap_err();
    [asynchronous, ("ureq", error, transport.waits.lock().unwrap().len())]
}

/// Lets both clients send a request to a server with this script each, and prints a row of what they did.
pub(crate) fn both(case: &str, script: &[Reply], setup: &Setup, request: &Request<UpdateUser>) -> [Outcome; 2] {
    let service = Service::start(script.to_vec());
    let (builder, transport) = client(&service, setup);
    let result = run(request.clone().send(&builder.build().unwrap()));
    let waits = transport.waits.lock().unwrap().clone();
    let asynchronous = Outcome { client: "reqwest", result, received: service.received(), waits };
    drop(service);
    let service = Service::start(script.to_vec());
    let (builder, transport) = blocking_client(&service, setup);
    let result = request.clone().send_blocking(&builder.build().unwrap());
    let waits = transport.waits.lock().unwrap().clone();
    let blocking = Outcome { client: "ureq", result, received: service.received(), waits };
    for outcome in [&asynchronous, &blocking] {
        let text = if outcome.result.is_ok() { "Ok".to_owned() } else { outcome.line() };
        println!("| {case} | {} | {} | {:?} | {text} |", outcome.client, outcome.received.len(), outcome.waits);
    }
    [asynchronous, blocking]
}
