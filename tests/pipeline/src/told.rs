//! Small pages, a mistake put into them, and what is said of it that is not said of the right ones.

use tablewright::diagnostic::Checks;
use tablewright::source::Docs;
use tablewright::{Config, Loaded, compare_versions, read};

/// What is said of docs of several versions, with the second places.
fn said(pages: &[(&str, String)]) -> Vec<String> {
    let of = |version: &str| {
        let own = pages.iter().filter(|(path, _)| path.starts_with(&format!("{version}/")));
        own.map(|(path, text)| ((*path).to_owned(), text.clone().into_bytes())).collect::<Vec<_>>()
    };
    let versions = ["beta", "v1.0"].map(|it| (it, of(it)));
    let read = |(version, files)| read(&Config::default(), Docs::from_files(version, files));
    let mut loaded: Vec<Loaded> = versions.into_iter().filter(|it| !it.1.is_empty()).map(read).collect();
    compare_versions(&mut loaded, Checks::All);
    let all = loaded.iter().flat_map(|it| &it.diagnostics).map(|it| {
        let second = it.second.as_ref().map(|it| format!("; {} {}", it.origin, it.label)).unwrap_or_default();
        format!("{} {}: {}{second}", it.origin, it.code, it.message)
    });
    all.collect()
}

/// Puts what is wrong into the right pages, and asserts that just this is said of it.
///
/// # Panics
/// If anything else is, or what is to be replaced does not stand on one page.
pub fn assert_told(right: &[(&str, String)], (old, new): (&str, &str), expected: &[&str]) {
    let holds = right.iter().filter(|(_, text)| text.contains(old)).count();
    assert_eq!(holds, 1, "`{old}` stands on one page");
    let wrong: Vec<(&str, String)> = right.iter().map(|(path, text)| (*path, text.replacen(old, new, 1))).collect();
    let before = said(right);
    let told: Vec<String> = said(&wrong).into_iter().filter(|it| !before.contains(it)).collect();
    assert_eq!(told, expected);
}

/// The page of a type: its title, the rows of its properties, and what its JSON representation holds.
#[must_use]
pub fn page(title: &str, rows: &str, json: &str) -> String {
    format!(
        "# {title}\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n{rows}\n\n\
         ## JSON representation\n\n```json\n{{\n{json}\n}}\n```\n"
    )
}

/// A list of members below a heading of the second level.
#[must_use]
pub fn list(title: &str, members: &str) -> String {
    format!("\n## {title}\n\n|Member|Description|\n|:---|:---|\n{members}\n")
}

/// The page of an operation with who may call it.
#[must_use]
pub fn operation(method: &str, path: &str, scopes: &str) -> String {
    format!(
        "# {method} it\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n{scopes}\n\n\
         ## HTTP request\n\n```http\n{method} {path}\n```\n"
    )
}
