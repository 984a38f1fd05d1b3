//! The two clients: the only places where requests, transports and credentials meet.

use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use super::answer;
use super::answer::Answered;
use super::builder::{BlockingClientBuilder, ClientBuilder, Core};
use super::call::{Call, Step};
use super::{BlockingCredential, BlockingTransport, BoxFuture, Cloud, Credential, Error, Incoming, Transport};
use crate::operation::{Draft, Operation, Request};

/// Sends requests. It is cheap to clone, and all clones share their token and connections.
///
/// ```
/// # #[cfg(feature = "reqwest")]
/// # fn main() -> Result<(), tablewright_runtime::Error> {
/// use tablewright_runtime::{AccessToken, BoxError, Client, Cloud, RetryPolicy};
///
/// let client = Client::builder()
///     .cloud(Cloud::US_L4)
///     .retry(RetryPolicy::new().tries(6))
///     .credential_fn(|_scope: String| async { Ok::<_, BoxError>(AccessToken::new("…")) })
///     .build()?;
/// assert_eq!(client.cloud().root(), "https://graph.microsoft.us");
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "reqwest"))]
/// # fn main() {}
/// ```
#[derive(Clone)]
pub struct Client(pub(super) Arc<Core<dyn Transport, dyn Credential>>);

/// Sends requests and waits for each; the same as [`Client`] without async.
#[derive(Clone)]
pub struct BlockingClient(pub(super) Arc<Core<dyn BlockingTransport, dyn BlockingCredential>>);

impl Client {
    /// Puts a client together.
    #[must_use]
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client for the worldwide service over reqwest.
    #[cfg(feature = "reqwest")]
    pub fn new(credential: impl Credential + 'static) -> Result<Self, Error> {
        Self::builder().credential(credential).build()
    }

    /// Where it sends requests to.
    #[must_use]
    pub fn cloud(&self) -> &Cloud {
        &self.0.settings.cloud
    }

    /// Boxed, so that the future of each operation is small and this one is compiled once.
    fn update(&self, draft: Draft) -> BoxFuture<'_, Result<Incoming, Error>> {
        Box::pin(async move {
            let call = Call::update(&self.0.settings, &draft, self.0.transport.now())?;
            self.drive(call).await
        })
    }

    pub(super) async fn drive(&self, mut call: Call<'_>) -> Result<Incoming, Error> {
        let core = &*self.0;
        let mut step = Step::Send;
        loop {
            step = match step {
                Step::Send => {
                    let token =
                        core.tokens.token(core.transport.now()).await.map_err(|source| call.no_token(source))?;
                    let outcome = core.transport.send(call.outgoing(&token)?).await;
                    if outcome.as_ref().is_ok_and(|answer| answer.status() == StatusCode::UNAUTHORIZED) {
                        core.tokens.forget(&token);
                    }
                    call.after(outcome, core.transport.now())
                }
                Step::Wait(wait) => {
                    core.transport.sleep(wait).await;
                    Step::Send
                }
                Step::Done(outcome) => return outcome,
            };
        }
    }
}

impl BlockingClient {
    /// Puts a client together.
    #[must_use]
    pub fn builder() -> BlockingClientBuilder {
        BlockingClientBuilder::default()
    }

    /// A client for the worldwide service over ureq.
    #[cfg(feature = "ureq")]
    pub fn new(credential: impl BlockingCredential + 'static) -> Result<Self, Error> {
        Self::builder().credential(credential).build()
    }

    /// Where it sends requests to.
    #[must_use]
    pub fn cloud(&self) -> &Cloud {
        &self.0.settings.cloud
    }

    fn update(&self, draft: &Draft) -> Result<Incoming, Error> {
        self.drive(Call::update(&self.0.settings, draft, self.0.transport.now())?)
    }

    pub(super) fn drive(&self, mut call: Call<'_>) -> Result<Incoming, Error> {
        let core = &*self.0;
        let mut step = Step::Send;
        loop {
            step = match step {
                Step::Send => {
                    let token = core.tokens.token_blocking(core.transport.now());
                    let token = token.map_err(|source| call.no_token(source))?;
                    let outcome = core.transport.send(call.outgoing(&token)?);
                    if outcome.as_ref().is_ok_and(|answer| answer.status() == StatusCode::UNAUTHORIZED) {
                        core.tokens.forget(&token);
                    }
                    call.after(outcome, core.transport.now())
                }
                Step::Wait(wait) => {
                    core.transport.sleep(wait);
                    Step::Send
                }
                Step::Done(outcome) => return outcome,
            };
        }
    }
}

impl ClientBuilder {
    /// The client.
    pub fn build(self) -> Result<Client, Error> {
        #[cfg(feature = "reqwest")]
        let this = match self.transport {
            Some(_) => self,
            None => self.transport(super::ReqwestTransport::new()?),
        };
        #[cfg(not(feature = "reqwest"))]
        let this = self;
        Ok(Client(Arc::new(this.core()?)))
    }
}

impl BlockingClientBuilder {
    /// The client.
    pub fn build(self) -> Result<BlockingClient, Error> {
        #[cfg(feature = "ureq")]
        let this = match self.transport {
            Some(_) => self,
            None => self.transport(super::UreqTransport::new()),
        };
        #[cfg(not(feature = "ureq"))]
        let this = self;
        Ok(BlockingClient(Arc::new(this.core()?)))
    }
}

impl<O: Operation> Request<O> {
    /// Sends the update, and gives the object that the service answers with, if it answers with one.
    pub fn send(self, client: &Client) -> impl Future<Output = Result<Option<O::Answer>, Error>> + Send {
        let outcome = client.update(self.into_draft());
        async move { answer::read(O::INFO, outcome.await?) }
    }

    /// Sends the update, and gives the whole answer of success: status, version, object.
    pub fn exchange(self, client: &Client) -> impl Future<Output = Result<Answered<O::Answer>, Error>> + Send {
        let outcome = client.update(self.into_draft());
        async move { answer::whole(O::INFO, outcome.await?) }
    }

    /// Sends the update and waits for the whole answer; see [`exchange`](Self::exchange).
    pub fn exchange_blocking(self, client: &BlockingClient) -> Result<Answered<O::Answer>, Error> {
        answer::whole(O::INFO, client.update(&self.into_draft())?)
    }

    /// Sends the update and waits for the answer; see [`send`](Self::send).
    pub fn send_blocking(self, client: &BlockingClient) -> Result<Option<O::Answer>, Error> {
        answer::read(O::INFO, client.update(&self.into_draft())?)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Client").field(&self.0.settings).finish()
    }
}

impl fmt::Debug for BlockingClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BlockingClient").field(&self.0.settings).finish()
    }
}
