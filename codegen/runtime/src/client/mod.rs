//! Clients that send requests: transports, credentials, retries and errors; knows operations by their traits only.

mod answer;
#[cfg(feature = "azure_core")]
mod azure;
mod backoff;
mod batch;
mod batch_wire;
mod builder;
mod call;
mod cloud;
mod credential;
mod error;
mod error_body;
mod error_line;
mod http_date;
mod random;
mod recorder;
#[cfg(feature = "reqwest")]
mod reqwest;
mod retry_after;
mod send;
mod token;
mod trace;
mod transport;
#[cfg(feature = "ureq")]
mod ureq;

use std::error::Error as StdError;
use std::pin::Pin;

pub use self::answer::Answered;
#[cfg(feature = "azure_core")]
pub use self::azure::AzureCredential;
pub use self::backoff::RetryPolicy;
pub use self::batch::{Batch, BatchAnswers, BatchId, BatchItem};
pub use self::builder::{BlockingClientBuilder, Builder, ClientBuilder};
pub use self::cloud::Cloud;
pub use self::credential::{AccessToken, BlockingCredential, Credential, CredentialFn, StaticToken};
pub use self::error::{Error, ErrorDetail, ErrorKind, InnerError};
pub use self::recorder::{RecordedRequest, Recorder};
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
pub use self::send::{BlockingClient, Client};
pub use self::transport::{BlockingTransport, Incoming, Outgoing, Transport, TransportError, TransportErrorKind};
#[cfg(feature = "ureq")]
pub use self::ureq::UreqTransport;

/// A future on the heap: what the traits of this module return, so that they can be used as trait objects.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Any error.
pub type BoxError = Box<dyn StdError + Send + Sync>;
