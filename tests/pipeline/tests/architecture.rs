//! The rules of the design and the budgets of the style, kept by counting.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use tablewright_pipeline_tests::root;

struct File {
    /// Below `codegen/compiler/src`.
    path: String,
    text: String,
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            all.push(path);
        }
    }
    all.sort();
    all
}

fn compiler() -> Vec<File> {
    let folder = root().join("codegen/compiler/src");
    let file = |path: PathBuf| File {
        path: path.strip_prefix(&folder).expect("below it").to_string_lossy().into_owned(),
        text: fs::read_to_string(&path).expect("a file"),
    };
    sources(&folder).into_iter().map(file).collect()
}

/// The code of a file without its tests and comments.
fn code(file: &File) -> String {
    let text = file.text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test(file: &File) -> bool {
    file.path.contains("tests")
}

fn module(file: &File) -> &str {
    file.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// Asserts that a word stands in the code of these modules only.
fn only_in(word: &str, modules: &[&str]) {
    for file in compiler().iter().filter(|file| !is_test(file) && !modules.contains(&module(file))) {
        assert!(!code(file).contains(word), "`{word}` in {}: only {modules:?} may name it", file.path);
    }
}

#[test]
fn the_parser_is_named_in_one_module() {
    only_in("pulldown_cmark", &["markdown"]);
}

#[test]
fn the_json_reader_is_named_in_one_module() {
    only_in("jsonc_parser", &["json"]);
}

#[test]
fn only_the_reader_of_pages_and_the_output_touch_files() {
    // `stamp` takes what the others saw of a file.
    only_in("std::fs", &["source", "output", "stamp"]);
}

#[test]
fn one_file_prints_one_asks_the_environment_and_none_goes_elsewhere() {
    let naming = |word: &str| {
        let files = compiler().into_iter().filter(|file| !is_test(file) && code(file).contains(word));
        files.map(|file| file.path).collect::<Vec<_>>()
    };
    assert_eq!(naming("stdout"), ["build/cargo.rs"]);
    assert_eq!(naming("env::var"), ["build/mod.rs"]);
    // Whether a file must be read again; never what is read.
    assert_eq!(naming("SystemTime"), ["stamp.rs"]);
    assert_eq!(naming("std::thread"), ["parallel.rs"]);
    for word in ["println!", "eprint", "stderr", "Command", "std::net", "Instant", "current_dir"] {
        assert!(naming(word).is_empty(), "`{word}` in {:?}", naming(word));
    }
}

#[test]
fn layers_name_only_those_below_them() {
    let allowed: [(&str, &[&str]); 21] = [
        ("span", &[]),
        ("stamp", &[]),
        ("parallel", &[]),
        ("ir", &["span"]),
        ("front_matter", &[]),
        ("source", &["front_matter", "limits", "parallel", "span", "stamp"]),
        ("diagnostic", &["source", "span"]),
        ("json", &["span"]),
        ("limits", &[]),
        ("hashes", &[]),
        ("near", &["hashes", "limits"]),
        ("markdown", &["diagnostic", "front_matter", "limits", "span"]),
        ("facts", &["ir", "json", "limits", "markdown", "source", "span"]),
        ("fixups", &["diagnostic", "facts", "ir", "source", "span"]),
        ("segments", &[]),
        // What of it depends on the dialect comes in as facts.
        (
            "resolve",
            &[
                "diagnostic",
                "facts",
                "hashes",
                "ir",
                "json",
                "limits",
                "markdown",
                "near",
                "parallel",
                "segments",
                "source",
                "span",
            ],
        ),
        ("names", &["hashes", "ir", "parallel", "span"]),
        ("print", &[]),
        ("plan", &["ir", "names"]),
        ("changes", &["ir", "names", "parallel", "plan", "span"]),
        // `json` for the sketch of a call, made from the page's own example.
        ("emit", &["ir", "json", "names", "parallel", "plan", "span"]),
    ];
    for file in compiler().iter().filter(|file| !is_test(file)) {
        let Some((_, below)) = allowed.iter().find(|(name, _)| *name == module(file)) else { continue };
        for used in code(file).split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            assert!(used == module(file) || below.contains(&used.as_str()), "{} names `{used}`", file.path);
        }
    }
}

#[test]
fn files_have_at_most_400_lines() {
    for folder in ["codegen", "tests"] {
        for path in sources(&root().join(folder)) {
            let lines = fs::read_to_string(&path).expect("a file").lines().count();
            assert!(lines <= 400, "{}: {lines} lines; split it", path.display());
        }
    }
}

#[test]
fn there_are_no_hash_maps_and_no_unwraps() {
    for file in compiler().iter().filter(|file| !is_test(file)) {
        for word in ["HashMap", "HashSet", ".unwrap()"] {
            assert!(!code(file).contains(word), "`{word}` in {}", file.path);
        }
    }
}

#[derive(Default)]
struct Measures {
    functions: Vec<(usize, String)>,
    quotes: Vec<(usize, String)>,
    bools: Vec<String>,
}

impl Measures {
    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let (start, end) = (signature.span().start().line, block.span().end().line);
        self.functions.push((end - start + 1, signature.ident.to_string()));
        for input in &signature.inputs {
            if let syn::FnArg::Typed(it) = input
                && matches!(&*it.ty, syn::Type::Path(path) if path.path.is_ident("bool"))
            {
                self.bools.push(signature.ident.to_string());
            }
        }
    }
}

impl<'ast> Visit<'ast> for Measures {
    fn visit_item_mod(&mut self, it: &'ast syn::ItemMod) {
        if it.ident != "tests" {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_fn(&mut self, it: &'ast syn::ItemFn) {
        self.function(&it.sig, &it.block);
        visit::visit_item_fn(self, it);
    }

    fn visit_impl_item_fn(&mut self, it: &'ast syn::ImplItemFn) {
        self.function(&it.sig, &it.block);
        visit::visit_impl_item_fn(self, it);
    }

    fn visit_macro(&mut self, it: &'ast syn::Macro) {
        if it.path.is_ident("quote") {
            let lines = it.span().end().line - it.span().start().line + 1;
            self.quotes.push((lines, format!("line {}", it.span().start().line)));
        }
        visit::visit_macro(self, it);
    }
}

fn measures() -> Measures {
    let mut all = Measures::default();
    for file in compiler().iter().filter(|file| !is_test(file)) {
        let mut measures = Measures::default();
        measures.visit_file(&syn::parse_file(&file.text).expect("Rust"));
        let named = |(lines, name): (usize, String)| (lines, format!("{}: {name}", file.path));
        all.functions.extend(measures.functions.into_iter().map(named));
        all.quotes.extend(measures.quotes.into_iter().map(named));
        all.bools.extend(measures.bools.into_iter().map(|name| format!("{}: {name}", file.path)));
    }
    all.functions.sort();
    all.quotes.sort();
    all
}

/// The value that nine of ten, or one of two, do not exceed.
fn share(sorted: &[(usize, String)], tenths: usize) -> usize {
    sorted[(sorted.len() * tenths / 10).min(sorted.len() - 1)].0
}

#[test]
fn functions_and_quotes_keep_their_budgets() {
    let measures = measures();
    let longest = measures.functions.last().expect("there are functions");
    assert!(longest.0 <= 60, "{longest:?}");
    assert!(share(&measures.functions, 5) <= 12, "median {}", share(&measures.functions, 5));
    assert!(share(&measures.functions, 9) <= 35, "p90 {}", share(&measures.functions, 9));
    let longest = measures.quotes.last().expect("there are quotes");
    assert!(longest.0 <= 20, "{longest:?}");
    assert!(share(&measures.quotes, 9) <= 10, "p90 {}", share(&measures.quotes, 9));
    assert!(measures.bools.is_empty(), "bool parameters: {:?}", measures.bools);
}

#[test]
fn the_library_is_light_and_has_one_syn() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "-p", "tablewright", "-e", "normal", "--prefix", "none", "--format", "{p}"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let text = String::from_utf8(tree.stdout).expect("names of packages");
    let mut names: Vec<&str> = text.lines().filter_map(|line| line.split_whitespace().next()).collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() <= 15, "tablewright and 14 others, not {}: {names:?}", names.len());
    let syns = text.lines().map(|line| line.split(" (").next().unwrap_or_default());
    let mut syns: Vec<&str> = syns.filter(|line| line.starts_with("syn ")).collect();
    syns.sort_unstable();
    syns.dedup();
    assert_eq!(syns.len(), 1, "{syns:?}");
}

#[test]
fn snapshots_fit_a_screen_or_two() {
    for folder in ["codegen", "tests"] {
        snapshots(&root().join(folder));
    }
}

fn snapshots(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            snapshots(&path);
        } else if path.extension().is_some_and(|it| it == "snap") {
            let lines = fs::read_to_string(&path).expect("a snapshot").lines().count();
            assert!(lines <= 150, "{}: {lines} lines", path.display());
        }
    }
}
