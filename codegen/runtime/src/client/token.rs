//! Keeps a token until shortly before it expires, and has one refresh under way at a time.

use std::error::Error as StdError;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use super::{AccessToken, BlockingCredential, Credential};

/// Why there is no token; shared by all who waited for it.
pub(super) type NoToken = Arc<dyn StdError + Send + Sync>;

/// How long before its end a token is replaced: longer than a request takes and than clocks differ.
const MARGIN: Duration = Duration::from_secs(120);

/// A credential with the token it gave last.
pub(super) struct Tokens<C: ?Sized> {
    scope: String,
    state: Mutex<State>,
    /// Held by the thread that refreshes; the async side has no use for it.
    turn: Mutex<()>,
    credential: Arc<C>,
}

#[derive(Default)]
struct State {
    token: Option<AccessToken>,
    refreshing: bool,
    /// How many refreshes have ended, and why the last one failed.
    ended: u64,
    failure: Option<NoToken>,
    waiting: Vec<Waker>,
}

impl State {
    /// The token, if it is valid for some time to come.
    fn fresh(&self, now: SystemTime) -> Option<AccessToken> {
        self.token.clone().filter(|token| token.expires().is_none_or(|end| end > now + MARGIN))
    }

    /// The token, if it is valid at all.
    fn valid(&self, now: SystemTime) -> Option<AccessToken> {
        self.token.clone().filter(|token| token.expires().is_none_or(|end| end > now))
    }

    /// Notes how a refresh ended. A failure does not matter as long as the old token is valid.
    fn end(&mut self, outcome: Result<AccessToken, NoToken>, now: SystemTime) -> Result<AccessToken, NoToken> {
        self.ended += 1;
        match outcome {
            Ok(token) => Ok(self.token.insert(token).clone()),
            Err(failure) => match self.valid(now) {
                Some(token) => Ok(token),
                None => Err(self.failure.insert(failure).clone()),
            },
        }
    }
}

/// What a task gets that asks for a token.
enum Turn<'a> {
    /// What the cache or another task's refresh gave.
    Given(Result<AccessToken, NoToken>),
    /// The duty to refresh.
    Mine(Duty<'a>),
}

/// The duty to refresh. If it is dropped, as happens to futures, the next task that waits takes it over.
struct Duty<'a>(&'a Mutex<State>);

impl Duty<'_> {
    fn end(self, outcome: Result<AccessToken, NoToken>, now: SystemTime) -> Result<AccessToken, NoToken> {
        lock(self.0).end(outcome, now)
    }
}

impl Drop for Duty<'_> {
    fn drop(&mut self) {
        let waiting = {
            let mut state = lock(self.0);
            state.refreshing = false;
            std::mem::take(&mut state.waiting)
        };
        waiting.into_iter().for_each(Waker::wake);
    }
}

impl<C: ?Sized> Tokens<C> {
    pub(super) fn new(credential: Arc<C>, scope: &str) -> Self {
        Self { scope: scope.to_owned(), state: Mutex::default(), turn: Mutex::default(), credential }
    }

    /// Forgets a token that the service did not accept, so that the next request asks for another.
    pub(super) fn forget(&self, refused: &AccessToken) {
        let mut state = lock(&self.state);
        if state.token.as_ref().is_some_and(|token| token.secret() == refused.secret()) {
            state.token = None;
        }
    }

    /// `since` is how many refreshes had ended when the task began to wait.
    fn turn(&self, cx: &Context<'_>, now: SystemTime, since: &mut Option<u64>) -> Poll<Turn<'_>> {
        let mut state = lock(&self.state);
        if let Some(token) = state.fresh(now) {
            return Poll::Ready(Turn::Given(Ok(token)));
        }
        if !state.refreshing {
            if let (Some(failure), true) = (&state.failure, since.is_some_and(|since| since < state.ended)) {
                return Poll::Ready(Turn::Given(Err(failure.clone())));
            }
            state.refreshing = true;
            state.failure = None;
            return Poll::Ready(Turn::Mine(Duty(&self.state)));
        }
        if let Some(token) = state.valid(now) {
            return Poll::Ready(Turn::Given(Ok(token)));
        }
        since.get_or_insert(state.ended);
        if !state.waiting.iter().any(|waker| waker.will_wake(cx.waker())) {
            state.waiting.push(cx.waker().clone());
        }
        Poll::Pending
    }
}

impl Tokens<dyn Credential> {
    pub(super) async fn token(&self, now: SystemTime) -> Result<AccessToken, NoToken> {
        let mut since = None;
        match poll_fn(|cx| self.turn(cx, now, &mut since)).await {
            Turn::Given(outcome) => outcome,
            Turn::Mine(duty) => duty.end(self.credential.token(&self.scope).await.map_err(Into::into), now),
        }
    }
}

impl Tokens<dyn BlockingCredential> {
    pub(super) fn token_blocking(&self, now: SystemTime) -> Result<AccessToken, NoToken> {
        if let Some(token) = lock(&self.state).fresh(now) {
            return Ok(token);
        }
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(token) = lock(&self.state).fresh(now) {
            return Ok(token);
        }
        let outcome = self.credential.token(&self.scope).map_err(Into::into);
        lock(&self.state).end(outcome, now)
    }
}

/// No code panics while it holds the lock, and the state is whole between any two statements.
fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
