//! `deny.toml` held against what Cargo resolves: licences, places of origin, packages that are there twice, unsafe code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use tablewright_pipeline_tests::root;

#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: BTreeSet<String>,
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Bans {
    skip: Vec<Skip>,
}

#[derive(Deserialize)]
struct Skip {
    #[serde(rename = "crate")]
    versions: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    source: Option<String>,
    #[serde(default)]
    license: Option<String>,
}

fn deny() -> Deny {
    toml::from_str(&fs::read_to_string(root().join("deny.toml")).expect("the file")).expect("its form")
}

fn locked() -> Vec<Package> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    let lock: Lock = toml::from_str(&fs::read_to_string(root().join("Cargo.lock")).expect("a lock")).expect("its form");
    lock.package
}

#[test]
fn all_packages_come_from_the_allowed_registry() {
    let allowed = deny().sources.allow_registry;
    for package in locked() {
        let registry = package.source.as_deref().map(|it| it.strip_prefix("registry+").unwrap_or(it));
        assert!(registry.is_none_or(|it| allowed.iter().any(|url| url == it)), "{} is from {registry:?}", package.name);
    }
}

#[test]
fn a_package_is_there_once_or_the_older_version_has_a_reason() {
    let skips = deny().bans.skip;
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in locked() {
        versions.entry(package.name).or_default().push(package.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    for skip in skips {
        let (name, wanted) = skip.versions.split_once('@').expect("a package and its version");
        let there = versions.get(name).map_or(0, Vec::len);
        let is_left = |it: &String| !format!("{it}.").starts_with(&format!("{wanted}."));
        versions.entry(name.to_owned()).or_default().retain(is_left);
        assert!(versions[name].len() < there, "`{}` skips nothing", skip.versions);
        assert!(!skip.reason.is_empty(), "{}", skip.versions);
    }
    versions.retain(|_, versions| versions.len() > 1);
    assert!(versions.is_empty(), "twice, and without a reason in deny.toml: {versions:?}");
}

#[test]
fn all_licences_are_allowed() {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Package>,
    }
    let mut cargo = Command::new(env!("CARGO"));
    let found =
        cargo.args(["metadata", "--locked", "--all-features", "--format-version", "1"]).current_dir(root()).output();
    let found = found.expect("cargo runs");
    if !found.status.success() {
        // The manifests of packages for other systems come with the packages.
        println!("skipped: no manifests of all packages: {}", String::from_utf8_lossy(&found.stderr));
        return;
    }
    let metadata: Metadata = serde_json::from_slice(&found.stdout).expect("metadata");
    let licenses = deny().licenses;
    for package in metadata.packages {
        let own = licenses.exceptions.iter().filter(|it| it.name == package.name).flat_map(|it| &it.allow);
        let allowed: BTreeSet<&str> = licenses.allow.iter().chain(own).map(String::as_str).collect();
        let license = package.license.unwrap_or_default();
        assert!(is_allowed(&license, &allowed), "{} is under `{license}`", package.name);
    }
}

/// Whether one of the alternatives is allowed, with all that it joins.
fn is_allowed(license: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = license.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    any(&mut words, allowed) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words, allowed: &BTreeSet<&str>) -> bool {
    let mut is_fine = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        is_fine |= all(words, allowed);
    }
    is_fine
}

fn all(words: &mut Words, allowed: &BTreeSet<&str>) -> bool {
    let mut is_fine = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        is_fine &= one(words, allowed);
    }
    is_fine
}

fn one(words: &mut Words, allowed: &BTreeSet<&str>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let is_fine = any(words, allowed);
        return words.next() == Some(")") && is_fine;
    }
    let mut name = words.next().unwrap_or_default().to_owned();
    if words.next_if_eq(&"WITH").is_some() {
        name = format!("{name} WITH {}", words.next().unwrap_or_default());
    }
    allowed.contains(name.as_str())
}

#[test]
fn alternatives_are_told_from_what_is_joined() {
    let allowed = BTreeSet::from(["MIT", "ISC"]);
    for fine in ["MIT", "MIT OR GPL-3.0", "Unlicense/MIT", "MIT AND (GPL-3.0 OR ISC)", "GPL-3.0 AND ISC OR MIT"] {
        assert!(is_allowed(fine, &allowed), "{fine}");
    }
    for not in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR ISC) AND GPL-3.0", "MIT WITH x", "MIT ISC", "(MIT"] {
        assert!(!is_allowed(not, &allowed), "{not}");
    }
}

#[test]
fn no_package_may_hold_unsafe_code() {
    let lints = manifest(&root());
    assert_eq!(lints["workspace"]["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    let folders = ["codegen", "generated", "tests"].map(|it| root().join(it));
    let packages = folders.iter().flat_map(|it| fs::read_dir(it).expect("a folder")).flatten().map(|it| it.path());
    let mut count = 0;
    for package in packages.filter(|it| it.join("Cargo.toml").is_file()) {
        count += 1;
        let by_manifest = manifest(&package).get("lints").is_some_and(|it| it.get("workspace").is_some());
        // Generated crates have no workspace to inherit from; a library is all that they are.
        let by_source = || fs::read_to_string(package.join("src/lib.rs")).is_ok_and(|it| it.contains(FORBIDDEN));
        assert!(by_manifest || by_source(), "{} does not forbid unsafe code", package.display());
    }
    assert!(count > 15, "only {count} packages were found");
}

const FORBIDDEN: &str = "#![forbid(unsafe_code)]";

fn manifest(folder: &Path) -> toml::Table {
    toml::from_str(&fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest")).expect("its form")
}
