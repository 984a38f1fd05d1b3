//! Several updates in one request (`$batch`): each has its own answer, and those that are throttled are sent again.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};

use super::answer::{self, Context};
use super::backoff::Backoff;
use super::batch_wire::{self, Sent};
use super::builder::Settings;
use super::call::Call;
use super::error::{ErrorKind, Parts};
use super::{BlockingClient, Client, Error, Incoming, retry_after};
use crate::operation::{Draft, Invalid, Operation, OperationInfo, Permissions, Request, Scopes};

/// Up to 20 updates that are sent in one request.
///
/// All are of one version of the API. They are independent of each other unless [`add_after`](Self::add_after) says so.
#[derive(Debug, Clone, Default)]
#[must_use = "a batch does nothing until it is sent"]
pub struct Batch {
    items: Vec<Item>,
}

#[derive(Debug, Clone)]
struct Item {
    draft: Draft,
    after: Vec<usize>,
}

/// The place of an update in its batch, with the type of its answer.
pub struct BatchItem<O> {
    index: usize,
    operation: PhantomData<fn() -> O>,
}

/// The place of an update in its batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BatchId(usize);

/// The answers to a batch.
#[derive(Debug)]
pub struct BatchAnswers {
    items: Vec<Answered>,
}

#[derive(Debug)]
struct Answered {
    info: &'static OperationInfo,
    /// Until it is taken.
    outcome: Option<Result<Incoming, Error>>,
}

impl Batch {
    /// How many updates the service takes in one request.
    pub const LIMIT: usize = 20;

    /// A batch of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an update.
    pub fn add<O: Operation>(&mut self, request: Request<O>) -> BatchItem<O> {
        self.add_after(request, &[])
    }

    /// Adds an update that the service makes only after others, and not at all if one of them fails (424).
    pub fn add_after<O: Operation>(&mut self, request: Request<O>, others: &[BatchId]) -> BatchItem<O> {
        let after = others.iter().map(|other| other.0).collect();
        self.items.push(Item { draft: request.into_draft(), after });
        BatchItem { index: self.items.len() - 1, operation: PhantomData }
    }

    /// How many updates it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it has no updates.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether it takes no more updates.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.items.len() >= Self::LIMIT
    }

    /// Sends the updates. An error means that none was answered; otherwise each has its own outcome.
    pub async fn send(self, client: &Client) -> Result<BatchAnswers, Error> {
        let core = &*client.0;
        let mut run = Run::new(self, &core.settings, core.transport.now())?;
        loop {
            let outcome = client.drive(run.call(core.transport.now())?).await;
            match run.after(outcome, core.transport.now())? {
                Some(wait) => core.transport.sleep(wait).await,
                None => return Ok(run.answers()),
            }
        }
    }

    /// Sends the updates and waits for the answers; see [`send`](Self::send).
    pub fn send_blocking(self, client: &BlockingClient) -> Result<BatchAnswers, Error> {
        let core = &*client.0;
        let mut run = Run::new(self, &core.settings, core.transport.now())?;
        loop {
            let outcome = client.drive(run.call(core.transport.now())?);
            match run.after(outcome, core.transport.now())? {
                Some(wait) => core.transport.sleep(wait),
                None => return Ok(run.answers()),
            }
        }
    }
}

impl<O> BatchItem<O> {
    /// The place alone, for [`Batch::add_after`].
    #[must_use]
    pub fn id(&self) -> BatchId {
        BatchId(self.index)
    }
}

impl<O> Clone for BatchItem<O> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<O> Copy for BatchItem<O> {}

impl<O> fmt::Debug for BatchItem<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BatchItem").field(&self.index).finish()
    }
}

impl BatchAnswers {
    /// What became of an update. It can be asked for once, and only of the batch that the item belongs to.
    pub fn take<O: Operation>(&mut self, item: BatchItem<O>) -> Result<Option<O::Answer>, Error> {
        answer::read(O::INFO, self.outcome(item.id(), O::INFO)?)
    }

    fn outcome(&mut self, id: BatchId, info: &'static OperationInfo) -> Result<Incoming, Error> {
        let answered = self.items.get_mut(id.0).filter(|answered| answered.info == info);
        answered.and_then(|answered| answered.outcome.take()).unwrap_or_else(|| {
            let reason = "the batch has no answer for this item, or has given it already".to_owned();
            Err(Error::invalid(Some(info), Invalid::Batch { reason }))
        })
    }
}

/// A batch as an operation of its own, for its errors.
const fn batch_info(version: &'static str) -> OperationInfo {
    OperationInfo {
        name: "batch",
        page: "https://learn.microsoft.com/graph/json-batching",
        version,
        request_lines: &["POST /$batch"],
        permissions: Permissions {
            delegated_work: Scopes::NONE,
            delegated_personal: Scopes::NONE,
            application: Scopes::NONE,
            unspecified: Scopes::NONE,
        },
        clouds: &[],
        statuses: &[200],
    }
}

static BATCH_V1: OperationInfo = batch_info("v1.0");
static BATCH_BETA: OperationInfo = batch_info("beta");

/// A batch that is being sent.
struct Run<'a> {
    settings: &'a Settings,
    info: &'static OperationInfo,
    items: Vec<Item>,
    /// Those that are `None` are still to be sent.
    outcomes: Vec<Option<Result<Incoming, Error>>>,
    /// How often each was sent.
    tries: Vec<u32>,
    backoff: Backoff,
}

impl<'a> Run<'a> {
    fn new(batch: Batch, settings: &'a Settings, now: SystemTime) -> Result<Self, Error> {
        let info = check(&batch.items)?;
        let outcomes = batch.items.iter().map(|_| None).collect();
        let (tries, backoff) = (vec![0; batch.items.len()], Backoff::new(settings.retry.clone(), now));
        Ok(Self { settings, info, items: batch.items, outcomes, tries, backoff })
    }

    /// The request for the items that have no outcome yet.
    fn call(&mut self, now: SystemTime) -> Result<Call<'a>, Error> {
        for (tries, outcome) in self.tries.iter_mut().zip(&self.outcomes) {
            *tries += u32::from(outcome.is_none());
        }
        let sent = self.pending().map(|index| Sent {
            index,
            draft: &self.items[index].draft,
            after: self.items[index].after.iter().copied().filter(|other| self.outcomes[*other].is_none()).collect(),
        });
        let body = batch_wire::write(sent.collect()).map_err(|error| invalid(self.info, &error.to_string()))?;
        Call::batch(self.settings, self.info, body, now)
    }

    fn pending(&self) -> impl Iterator<Item = usize> {
        self.outcomes.iter().enumerate().filter(|(_, outcome)| outcome.is_none()).map(|(index, _)| index)
    }

    /// Notes the answers; the wait before the throttled items are sent again, or `None` if all is done.
    fn after(&mut self, outcome: Result<Incoming, Error>, now: SystemTime) -> Result<Option<Duration>, Error> {
        let answers = match outcome.and_then(|answer| self.read(answer)) {
            Ok(answers) => answers,
            // The first request failed, and nothing is known; later ones must not take away what is.
            Err(error) if self.backoff.tries() == 1 => return Err(error),
            Err(error) => {
                self.outcomes
                    .iter_mut()
                    .filter(|outcome| outcome.is_none())
                    .for_each(|o| *o = Some(Err(error.clone())));
                return Ok(None);
            }
        };
        let again = self.throttled(&answers);
        let asked = answers.iter().flatten().filter_map(|answer| retry_after::read(answer.headers(), now)).max();
        let wait = if again.contains(&true) { self.backoff.next(asked, now) } else { None };
        for (index, answer) in answers.into_iter().enumerate() {
            if self.outcomes[index].is_none() && !(wait.is_some() && again[index]) {
                self.outcomes[index] = Some(self.outcome(index, answer, now));
            }
        }
        Ok(wait)
    }

    /// The answers at the places of their items.
    fn read(&self, answer: Incoming) -> Result<Vec<Option<Incoming>>, Error> {
        let mut answers: Vec<Option<Incoming>> = self.items.iter().map(|_| None).collect();
        let read = batch_wire::read(answer::json_text(&answer).unwrap_or_default())
            .map_err(|error| answer::unreadable(self.info, answer, error))?;
        for (index, answer) in read {
            if let Some(place) = answers.get_mut(index) {
                *place = Some(answer);
            }
        }
        Ok(answers)
    }

    /// Which items are to be sent again: the throttled ones, and those that failed since they depend on one.
    fn throttled(&self, answers: &[Option<Incoming>]) -> Vec<bool> {
        let mut again = vec![false; answers.len()];
        for (index, answer) in answers.iter().enumerate() {
            again[index] = match answer.as_ref().map(http::Response::status) {
                Some(StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT) => {
                    true
                }
                Some(StatusCode::FAILED_DEPENDENCY) => self.items[index].after.iter().any(|other| again[*other]),
                _ => false,
            };
        }
        again
    }

    fn outcome(&self, index: usize, answer: Option<Incoming>, now: SystemTime) -> Result<Incoming, Error> {
        let info = self.items[index].draft.info;
        let Some(answer) = answer else {
            let source: super::BoxError = "the batch has no answer for this item".into();
            let parts = Parts { operation: Some(info), source: Some(Arc::from(source)), ..Parts::default() };
            return Err(Error::new(ErrorKind::Answer, parts));
        };
        if answer.status().is_success() {
            return Ok(answer);
        }
        let asked = retry_after::read(answer.headers(), now);
        let cloud = &self.settings.cloud;
        Err(Context { info, cloud, headers: &HeaderMap::new(), tries: self.tries[index] }.refused(answer, asked))
    }

    fn answers(self) -> BatchAnswers {
        let answered = |(item, outcome): (Item, _)| Answered { info: item.draft.info, outcome };
        BatchAnswers { items: self.items.into_iter().zip(self.outcomes).map(answered).collect() }
    }
}

/// The operation that a batch of these items is, if it can be sent.
fn check(items: &[Item]) -> Result<&'static OperationInfo, Error> {
    let version = items.first().map_or("", |item| item.draft.info.version);
    let info = if version == BATCH_BETA.version { &BATCH_BETA } else { &BATCH_V1 };
    for (index, item) in items.iter().enumerate() {
        item.draft.check().map_err(|invalid| Error::invalid(Some(item.draft.info), invalid))?;
        if item.after.iter().any(|other| *other >= index) {
            return Err(invalid(info, "an item depends on one of another batch"));
        }
    }
    match items.len() {
        0 => Err(invalid(info, "the batch is empty")),
        1..=Batch::LIMIT if items.iter().any(|item| item.draft.info.version != info.version) => {
            Err(invalid(info, "all items of a batch are of one version of the API, v1.0 or beta"))
        }
        1..=Batch::LIMIT => Ok(info),
        many => Err(invalid(info, &format!("the batch has {many} items, more than {}", Batch::LIMIT))),
    }
}

fn invalid(info: &'static OperationInfo, reason: &str) -> Error {
    Error::invalid(Some(info), Invalid::Batch { reason: reason.to_owned() })
}
