//! Turns what was judged of findings on real docs into a sentence for each code: how many of the drawn ones were right.

use std::collections::BTreeMap;

use serde::Deserialize;
use tablewright::diagnostic::Code;

/// The judgements, by the name of the code.
const JUDGED: &str = include_str!("judged.toml");

/// What was judged of the drawn findings of one code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Judgement {
    seed: u32,
    judged: String,
    drawn: usize,
    /// The places of false alarms.
    #[serde(default)]
    wrong: Vec<String>,
}

/// How many of the drawn findings of a code were right; none where too few are found to judge it.
pub(crate) fn sentence(code: Code) -> Option<String> {
    let all: BTreeMap<String, Judgement> =
        toml::from_str(JUDGED).expect("the judgements are ours, and a test reads them");
    let Judgement { seed, judged, drawn, wrong } = all.get(code.name())?;
    let right = drawn - wrong.len();
    Some(format!(
        "Of {drawn} drawn findings on real docs (2021-07 and 2017-02; seed {seed}, judged {judged}), {right} were right."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_with_few_findings_has_no_sentence() {
        assert_eq!(sentence(Code::NotUtf8), None);
        let said = sentence(Code::UnknownType).expect("it was judged");
        assert!(said.starts_with("Of ") && said.ends_with(" were right."), "{said}");
    }
}
