//! Few false alarms: what is found often in the real docs was judged by reading the pages, and most of it is right.

use std::collections::BTreeMap;
use std::fs;

use tablewright::diagnostic::Code;
use tablewright_pipeline_tests::root;

/// A code with more findings than these is judged.
const FEW: usize = 10;

/// How many are drawn by `tests/pipeline/judge.py`.
const DRAWN: usize = 30;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Judgement {
    seed: u32,
    judged: String,
    drawn: usize,
    #[serde(default)]
    wrong: Vec<String>,
}

fn judged() -> BTreeMap<String, Judgement> {
    let text = fs::read_to_string(root().join("codegen/cli/src/judged.toml")).expect("the judgements are there");
    toml::from_str(&text).expect("a table for each code")
}

/// How often each code is found in the real docs, by the counts that `corpus.rs` keeps.
fn findings() -> BTreeMap<&'static str, usize> {
    let mut findings = BTreeMap::new();
    for docs in ["2021-07_beta", "2021-07_v1.0", "2017-02_beta", "2017-02_v1.0"] {
        let path = root().join(format!("tests/pipeline/tests/snapshots/corpus__{docs}.snap"));
        let counts = fs::read_to_string(path).expect("the counts are kept");
        for line in counts.lines() {
            let mut words = line.split(' ');
            let (Some("error" | "warning" | "note"), Some(code), Some(count)) =
                (words.next(), words.next(), words.next())
            else {
                continue;
            };
            let code = Code::ALL.iter().find(|it| it.name() == code).expect("counted by code");
            *findings.entry(code.name()).or_default() += count.parse::<usize>().expect("a number");
        }
    }
    findings
}

#[test]
fn every_code_that_is_found_often_was_judged() {
    let judged = judged();
    let often = findings().into_iter().filter(|(_, count)| *count > FEW);
    let missing: Vec<_> = often.filter(|(code, _)| !judged.contains_key(*code)).collect();
    assert!(missing.is_empty(), "judge them, `python3 tests/pipeline/judge.py` draws: {missing:?}");
}

#[test]
fn four_of_five_are_right() {
    for (code, it) in judged() {
        assert!(Code::ALL.iter().any(|known| known.name() == code), "there is no code {code}");
        assert!(
            (1..=DRAWN).contains(&it.drawn) && it.seed > 0 && it.judged.len() == "2026-11-26".len(),
            "{code}: {it:?}"
        );
        let right = it.drawn.saturating_sub(it.wrong.len());
        assert!(
            right * 5 >= it.drawn * 4,
            "{code}: {right} of {} are right: sharpen the rule, or make it a note",
            it.drawn
        );
    }
}
