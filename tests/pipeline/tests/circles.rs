//! No file imports one that imports it, by whatever way: what two files share has a home below both.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::UseTree;
use syn::visit::{self, Visit};
use tablewright_pipeline_tests::root;

/// A path below the root of the crate: `resolve`, `index`.
type Names = Vec<String>;

/// What a file names.
#[derive(Default)]
struct File {
    module: Names,
    /// What it imports, or names in passing, as it is written.
    uses: Vec<Names>,
    /// What it passes on under a name.
    exports: BTreeMap<String, Names>,
}

/// What an import brings: each name, and the path that it stands for.
fn imported(before: &[String], tree: &UseTree, found: &mut Vec<(String, Names)>) {
    let with = |name: &syn::Ident| before.iter().cloned().chain([name.to_string()]).collect::<Names>();
    match tree {
        UseTree::Path(it) => imported(&with(&it.ident), &it.tree, found),
        UseTree::Group(it) => it.items.iter().for_each(|tree| imported(before, tree, found)),
        UseTree::Name(it) if it.ident == "self" => {
            found.push((before.last().cloned().unwrap_or_default(), before.to_vec()));
        }
        UseTree::Name(it) => found.push((it.ident.to_string(), with(&it.ident))),
        UseTree::Rename(it) => found.push((it.rename.to_string(), with(&it.ident))),
        UseTree::Glob(_) => found.push(("*".to_owned(), before.to_vec())),
    }
}

impl<'ast> Visit<'ast> for File {
    fn visit_item_mod(&mut self, it: &'ast syn::ItemMod) {
        if it.ident != "tests" {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_use(&mut self, it: &'ast syn::ItemUse) {
        let is_test = it.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"));
        let mut found = Vec::new();
        imported(&[], &it.tree, &mut found);
        let is_export = !matches!(it.vis, syn::Visibility::Inherited);
        for (name, path) in found.into_iter().filter(|_| !is_test) {
            if is_export {
                self.exports.insert(name, path);
            } else {
                self.exports.entry(name).or_insert_with(|| path.clone());
                self.uses.push(path);
            }
        }
    }

    fn visit_path(&mut self, it: &'ast syn::Path) {
        if it.segments.len() > 1 {
            self.uses.push(it.segments.iter().map(|it| it.ident.to_string()).collect());
        }
        visit::visit_path(self, it);
    }
}

fn files(folder: &Path, module: &[String], all: &mut BTreeMap<Names, File>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let own = matches!(stem.as_str(), "mod" | "lib" | "main");
        let below: Names = module.iter().cloned().chain((!own).then(|| stem.clone())).collect();
        if stem == "tests" {
        } else if path.is_dir() {
            files(&path, &below, all);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let mut file = File { module: below.clone(), ..File::default() };
            file.visit_file(&syn::parse_file(&fs::read_to_string(&path).expect("a file")).expect("Rust"));
            all.insert(below, file);
        }
    }
}

/// The file that defines what a path names, through whatever passes it on.
fn defining(all: &BTreeMap<Names, File>, file: &File, path: &[String], depth: usize) -> Option<Names> {
    let (first, rest) = path.split_first().filter(|_| depth < 16)?;
    let (mut at, rest) = match first.as_str() {
        "crate" => (Names::new(), rest),
        "self" => (file.module.clone(), rest),
        "super" => {
            let ups = path.iter().take_while(|it| *it == "super").count();
            (file.module[..file.module.len().checked_sub(ups)?].to_vec(), &path[ups..])
        }
        name => {
            let child: Names = file.module.iter().cloned().chain([name.to_owned()]).collect();
            if all.contains_key(&child) {
                (child, rest)
            } else {
                let imported = file.exports.get(name).filter(|it| it.first() != Some(first))?;
                let whole: Names = imported.iter().chain(rest).cloned().collect();
                return defining(all, file, &whole, depth + 1);
            }
        }
    };
    for (done, name) in rest.iter().enumerate() {
        let below: Names = at.iter().cloned().chain([name.clone()]).collect();
        let here = all.get(&at)?;
        if all.contains_key(&below) {
            at = below;
        } else if let Some(passed) = here.exports.get(name) {
            let whole: Names = passed.iter().chain(&rest[done + 1..]).cloned().collect();
            return defining(all, here, &whole, depth + 1);
        } else {
            return Some(at);
        }
    }
    // The module itself: what of it is meant stands elsewhere.
    None
}

/// For each file, the files that it needs.
fn needs(folder: &Path) -> BTreeMap<Names, BTreeSet<Names>> {
    let mut all = BTreeMap::new();
    files(folder, &[], &mut all);
    let of = |file: &File| {
        let needed = file.uses.iter().filter_map(|path| defining(&all, file, path, 0));
        needed.filter(|it| *it != file.module && all.contains_key(it)).collect()
    };
    all.iter().map(|(module, file)| (module.clone(), of(file))).collect()
}

/// Files that reach themselves, without those that only lead to such.
fn circles(folder: &Path) -> Vec<String> {
    let needs = needs(folder);
    let reached = |from: &Names| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
        while let Some(at) = open.pop() {
            open.extend(needs[at].iter().filter(|it| seen.insert((*it).clone())));
        }
        seen
    };
    let reach: BTreeMap<&Names, BTreeSet<Names>> = needs.keys().map(|it| (it, reached(it))).collect();
    let is_circle = |one: &Names, two: &Names| reach[one].contains(two) && reach[two].contains(one);
    let pairs = needs.iter().flat_map(|(one, all)| all.iter().map(move |two| (one, two)));
    pairs
        .filter(|(one, two)| is_circle(one, two))
        .map(|(one, two)| format!("{} -> {}", one.join("/"), two.join("/")))
        .collect()
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let circles = circles(&root().join("codegen/compiler/src"));
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn a_circle_is_found_through_what_passes_it_on() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("circles");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("one")).expect("a folder");
    let write = |path: &str, text: &str| fs::write(folder.join(path), text).expect("a file");
    write("lib.rs", "mod one; mod two; mod three;");
    write("one/mod.rs", "mod inner; pub use inner::Thing;");
    write("one/inner.rs", "use crate::two; pub struct Thing; pub fn f() { two::g() }");
    write("two.rs", "pub fn g() -> crate::one::Thing { todo!() }");
    write("three.rs", "use crate::two::g;");
    assert_eq!(circles(&folder), ["one/inner -> two", "two -> one/inner"]);
}
