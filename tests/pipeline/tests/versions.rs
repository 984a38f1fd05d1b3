//! What a version and its preview say of one type, compared.

use tablewright::diagnostic::Checks;
use tablewright::source::Docs;
use tablewright::{Config, Loaded, compare_versions, read};

fn loaded(version: &str, rows: &str) -> Loaded {
    let page = format!(
        "# lamp resource type\n\nNamespace: microsoft.graph\n\nA lamp.\n\n## Properties\n|Property|Type|Description|\n\
         |:---|:---|:---|\n{rows}"
    );
    read(
        &Config::default(),
        Docs::from_files(version, vec![(format!("{version}/resources/lamp.md"), page.into_bytes())]),
    )
}

fn said(loaded: &Loaded) -> Vec<String> {
    let second = |it: &tablewright::diagnostic::Second| format!("{} {}:{}", it.label, it.origin.page, it.origin.line);
    let all = loaded.diagnostics.iter();
    all.map(|it| {
        let place = format!("{}:{}:{}", it.origin.page, it.origin.line, it.origin.column);
        let second = it.second.as_ref().map(second).unwrap_or_default();
        format!("{place} {}: {}; {second}", it.code.name(), it.message)
    })
    .collect()
}

const ROWS: &str = "|watts|Int32|How bright.|\n|colour|String|Which.|\n|place|String|Where.|\n";

#[test]
fn what_the_preview_lacks_or_types_otherwise_is_told_of_the_version() {
    let preview = "|Colour|String|Which.|\n|watts|Int64|How bright.|\n|shade|String|New.|\n";
    let mut both = [loaded("beta", preview), loaded("v1.0", ROWS)];
    compare_versions(&mut both, Checks::All);
    assert!(said(&both[0]).is_empty(), "{:?}", said(&both[0]));
    insta::assert_snapshot!(said(&both[1]).join("\n"));
    let spelled: Vec<String> = said(&both[1]).into_iter().filter(|it| it.contains("spelled")).collect();
    assert_eq!(spelled.len(), 1, "{spelled:?}");
    assert_eq!(both[1].summary.diagnostics.values().sum::<usize>(), both[1].diagnostics.len());
}

#[test]
fn nothing_is_said_where_there_is_no_preview_or_nothing_differs() {
    let mut numbered = [loaded("v1.0", ROWS), loaded("v2.0", "|watts|String|How bright.|\n")];
    compare_versions(&mut numbered, Checks::All);
    assert!(numbered.iter().all(|it| it.diagnostics.is_empty()));
    let mut equal = [loaded("v1.0", ROWS), loaded("beta", ROWS)];
    compare_versions(&mut equal, Checks::All);
    assert!(equal.iter().all(|it| it.diagnostics.is_empty()));
}

#[test]
fn members_are_compared_too() {
    let list = |members: &str| {
        let rows = members.split(' ').map(|it| format!("|{it}|It.|\n")).collect::<Vec<_>>().concat();
        format!(
            "# mode enum type\n\nNamespace: microsoft.graph\n\nModes.\n\n## Members\n|Member|Description|\n|:--|:--|\n{rows}"
        )
    };
    let loaded = |version: &str, members: &str| {
        let page = (format!("{version}/resources/mode.md"), list(members).into_bytes());
        read(&Config::default(), Docs::from_files(version, vec![page]))
    };
    let mut both = [loaded("v1.0", "steady Blink off"), loaded("beta", "blink off dim")];
    compare_versions(&mut both, Checks::All);
    insta::assert_snapshot!(said(&both[0]).join("\n"));
}
