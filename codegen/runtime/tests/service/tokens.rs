//! Tokens: asked for once, kept until shortly before they expire, never shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use tablewright_runtime::{AccessToken, BlockingClient, BoxError, Client, ErrorKind, Recorder};

use crate::fixture::run;
use crate::types::rename;

/// A recorder that answers any test here often enough.
fn recorder() -> Recorder {
    let recorder = Recorder::new();
    for _ in 0..20 {
        recorder.answer_empty(204);
    }
    recorder
}

/// An async client whose credential counts, gives way to other tasks, and gives what `token` makes of the count.
fn counting(
    recorder: &Recorder,
    token: impl Fn(usize) -> Result<AccessToken, BoxError> + Send + Sync + 'static,
) -> (Client, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let (asked, token) = (count.clone(), Arc::new(token));
    let builder = Client::builder().transport(recorder.clone()).credential_fn(move |scope: String| {
        assert_eq!(scope, "https://graph.microsoft.com/.default");
        let (number, token) = (asked.fetch_add(1, Ordering::SeqCst) + 1, token.clone());
        async move {
            tokio::task::yield_now().await;
            token(number)
        }
    });
    (builder.build().unwrap(), count)
}

fn bearers(recorder: &Recorder) -> Vec<String> {
    recorder.requests().iter().map(|request| request.header("authorization").unwrap().to_owned()).collect()
}

#[test]
fn one_refresh_serves_all_who_wait() {
    let recorder = recorder();
    let (client, count) = counting(&recorder, |number| Ok(AccessToken::new(format!("token-{number}"))));
    run(async {
        let (a, b, c) = tokio::join!(rename().send(&client), rename().send(&client), rename().send(&client));
        assert!(a.is_ok() && b.is_ok() && c.is_ok());
        rename().send(&client).await.unwrap();
    });
    assert_eq!(count.load(Ordering::SeqCst), 1);
    assert_eq!(bearers(&recorder), ["Bearer token-1"; 4]);
}

#[test]
fn one_failure_is_told_to_all_who_wait_and_the_next_request_tries_again() {
    let recorder = recorder();
    let (client, count) = counting(&recorder, |number| match number {
        1 => Err("no network\nat all".into()),
        _ => Ok(AccessToken::new("later")),
    });
    run(async {
        let (a, b) = tokio::join!(rename().send(&client), rename().send(&client));
        for error in [a.unwrap_err(), b.unwrap_err()] {
            assert_eq!((error.kind(), error.tries()), (ErrorKind::Credential, 0));
            let line = error.to_string();
            assert!(line.starts_with("update_user: not sent, since the credential gave no token: no network at all;"));
        }
        assert_eq!(count.load(Ordering::SeqCst), 1);
        rename().send(&client).await.unwrap();
    });
    assert_eq!(bearers(&recorder), ["Bearer later"]);
}

#[test]
fn a_refresh_that_is_dropped_is_taken_over() {
    let recorder = recorder();
    let (client, count) = counting(&recorder, |number| Ok(AccessToken::new(format!("token-{number}"))));
    run(async {
        let mut first = Box::pin(rename().send(&client));
        let mut second = Box::pin(rename().send(&client));
        tokio::select! {
            biased;
            _ = &mut first => panic!("the credential gives way first"),
            _ = &mut second => panic!("the second waits for the first"),
            () = std::future::ready(()) => {}
        }
        drop(first);
        second.await.unwrap();
    });
    assert_eq!(count.load(Ordering::SeqCst), 2);
    assert_eq!(bearers(&recorder), ["Bearer token-2"]);
}

#[test]
fn a_token_is_replaced_shortly_before_it_expires() {
    let start = SystemTime::now();
    for (life, asked) in [(119, 2), (240, 1)] {
        let recorder = recorder();
        let token =
            move |number| Ok(AccessToken::new(format!("token-{number}")).expires_on(start + Duration::from_secs(life)));
        let (client, count) = counting(&recorder, token);
        run(async {
            rename().send(&client).await.unwrap();
            rename().send(&client).await.unwrap();
        });
        assert_eq!(count.load(Ordering::SeqCst), asked, "valid for {life} s");
    }
}

#[test]
fn a_valid_token_is_used_on_when_its_replacement_fails() {
    let recorder = recorder();
    let (client, _) = counting(&recorder, |number| match number {
        1 => Ok(AccessToken::new("old").expires_in(Duration::from_secs(60))),
        _ => Err("the token service is down".into()),
    });
    run(async {
        rename().send(&client).await.unwrap();
        rename().send(&client).await.unwrap();
    });
    assert_eq!(bearers(&recorder), ["Bearer old"; 2]);
}

#[test]
fn a_token_that_is_refused_is_forgotten() {
    let recorder = Recorder::new();
    recorder.answer_empty(401).answer_empty(204);
    let (client, _) = counting(&recorder, |number| Ok(AccessToken::new(format!("token-{number}"))));
    let error = run(rename().send(&client)).unwrap_err();
    assert!(error.to_string().contains("the token is not valid for this cloud, or has expired"), "{error}");
    run(rename().send(&client)).unwrap();
    assert_eq!(bearers(&recorder), ["Bearer token-1", "Bearer token-2"]);
}

#[test]
fn the_blocking_client_keeps_tokens_too() {
    let recorder = recorder();
    let count = Arc::new(AtomicUsize::new(0));
    let asked = count.clone();
    let builder = BlockingClient::builder().transport(recorder.clone()).credential_fn(move |_: &str| {
        let number = asked.fetch_add(1, Ordering::SeqCst);
        Ok::<_, BoxError>(AccessToken::new(format!("token-{number}")))
    });
    let client = builder.build().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| rename().send_blocking(&client).unwrap());
        }
    });
    assert_eq!((count.load(Ordering::SeqCst), bearers(&recorder).len()), (1, 4));
}

#[test]
fn a_token_that_cannot_be_a_header_is_not_sent() {
    for secret in ["", "a\r\nb", "é"] {
        let client = BlockingClient::builder().transport(recorder()).token(secret).build().unwrap();
        let error = rename().send_blocking(&client).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert!(!error.to_string().contains('\n'));
    }
}

#[test]
fn tokens_are_not_shown() {
    let token = AccessToken::new("secret-token").expires_in(Duration::from_secs(60));
    assert!(!format!("{token:?}").contains("secret-token"));
    let client = Client::builder().transport(Recorder::new()).token("secret-token");
    assert!(!format!("{client:?}").contains("secret-token"));
    assert!(!format!("{:?}", client.build().unwrap()).contains("secret-token"));
}
