//! The bounds that keep the cost of docs in proportion to their size: what is within is read, what is beyond is an error.

use tablewright::diagnostic::Code;
use tablewright::source::Docs;
use tablewright::{Config, Loaded};

fn read(files: Vec<(String, String)>) -> Loaded {
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    tablewright::read(&Config::default(), Docs::from_files("beta", files))
}

/// The page of a type that derives from another.
fn page(name: &str, base: Option<&str>) -> (String, String) {
    let base = base.map(|base| format!("Inherits from [{base}]({base}.md).\n\n")).unwrap_or_default();
    let rows = format!("|Property|Type|Description|\n|:---|:---|:---|\n|{name}Value|String|Text.|\n");
    (
        format!("beta/resources/{name}.md"),
        format!("# {name} resource type\n\nNamespace: microsoft.graph\n\nA thing.\n\n{base}## Properties\n{rows}"),
    )
}

/// Types each of which derives from the next; the last from nothing, or from the first.
fn derived(count: usize, last: Option<&str>) -> Loaded {
    let base = |number: usize| (number + 1 < count).then(|| format!("t{}", number + 1));
    let base = |number| base(number).or_else(|| last.map(str::to_owned));
    read((0..count).map(|number| page(&format!("t{number}"), base(number).as_deref())).collect())
}

fn count(loaded: &Loaded, code: Code) -> usize {
    loaded.summary.diagnostics.get(&code).copied().unwrap_or(0)
}

#[test]
fn a_hundred_bases_are_read_and_one_more_is_not() {
    let deepest = |loaded: &Loaded| {
        let depths = loaded.api.types.keys().map(|name| loaded.api.chain(name).count() - 1);
        depths.max().expect("there are types")
    };
    let within = derived(101, None);
    assert_eq!((deepest(&within), count(&within, Code::DeepBase)), (100, 0));
    let beyond = derived(102, None);
    assert_eq!((deepest(&beyond), count(&beyond, Code::DeepBase)), (100, 1));
    let far_beyond = derived(1000, None);
    assert_eq!((deepest(&far_beyond), count(&far_beyond, Code::DeepBase)), (100, 9));
}

#[test]
fn a_ring_is_cut_once() {
    for size in [2, 3, 100, 101, 500] {
        let ring = derived(size, Some("t0"));
        assert_eq!(count(&ring, Code::CyclicBase), 1, "{size}");
        assert_eq!(ring.api.types.len(), size);
    }
}
