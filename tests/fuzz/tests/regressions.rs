//! Inputs that once found something find nothing now; and the engine finds what is there to be found.

use std::time::Duration;

use tablewright_fuzz::engine::{self, Search};
use tablewright_fuzz::{Corpus, Form, Outcome, Reached, Target, seeds, targets};

#[test]
fn what_was_found_once_stays_mended() {
    let problems: Vec<String> = seeds::regressions()
        .into_iter()
        .filter_map(|(target, name, input)| {
            let known = targets::named(&target).unwrap_or_else(|| panic!("no target is called {target}"));
            judged(known, &input).err().map(|problem| format!("{target}/{name}: {problem}"))
        })
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_seeds_of_every_target_are_fine() {
    let corpus = Corpus::own();
    for target in targets::ALL {
        let seeds = (target.seeds)(&corpus);
        assert!(!seeds.is_empty(), "{} has no seeds", target.name);
        for seed in seeds {
            assert_eq!(judged(target, &seed), Ok(()), "{}: {seed}", target.name);
        }
    }
}

fn judged(target: &Target, input: &str) -> Outcome {
    engine::judged(target, input, &mut Reached::default())
}

/// Breaks where a number became one that no seed has.
const BROKEN: Target = Target {
    name: "broken",
    holds: "nothing",
    form: Form::Text,
    seeds: |_| vec!["size 12".to_owned()],
    check: |input, reached| {
        reached.at(if input.len() > 7 { "long" } else { "short" });
        assert!(!input.contains("2147483648"), "too large");
        if input.contains("é") { Err("it is odd".to_owned()) } else { Ok(()) }
    },
};

#[test]
fn a_fault_is_found_and_a_small_input_kept() {
    let findings = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("findings");
    let search = |seed| {
        let (time, scratch) = (Duration::from_secs(60), findings.join("current"));
        let search = Search { time, executions: 20_000, seed, scratch, findings: findings.clone() };
        engine::search(&BROKEN, vec!["size 12".to_owned()], &search).expect("a folder")
    };
    let report = search(7);
    let kept: Vec<String> = report.findings.values().map(|path| std::fs::read_to_string(path).expect("it")).collect();
    assert_eq!(report.findings.len(), 2, "{:?}", report.findings);
    let is_small = |what: &str| kept.iter().any(|it| it.contains(what) && it.len() <= what.len() + 2);
    assert!(is_small("é") && is_small("2147483648"), "{kept:?}");
    assert_eq!(report.reached.iter().collect::<Vec<_>>(), ["long", "short"]);
    assert_eq!(report.findings, search(7).findings, "a seed is a search");
}
