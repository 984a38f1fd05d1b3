//! What must hold of generated files, found without compiling them: names that meet in one scope, and names that lints
//! would refuse.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use tablewright::output::Files;

/// What is wrong; nothing, if all is well.
#[must_use]
pub fn problems(files: &Files) -> Vec<String> {
    let mut found = Found::default();
    for (path, text) in rust(files) {
        path.clone_into(&mut found.path);
        match syn::parse_file(text) {
            Ok(file) => found.visit_file(&file),
            Err(error) => found.problems.push(format!("{path}: {error}")),
        }
    }
    let paths: Vec<&str> = files.iter().map(|(path, _)| path).collect();
    let lower: BTreeSet<String> = paths.iter().map(|path| path.to_lowercase()).collect();
    if lower.len() != paths.len() {
        found.problems.push("two paths differ in capitals only".to_owned());
    }
    found.problems.extend(paths.iter().filter_map(|path| odd_path(path)));
    found.problems
}

/// The files of Rust that prettyplease would format otherwise: none, though the compiler prints most of them itself.
#[must_use]
pub fn formatted_otherwise(files: &Files) -> Vec<&str> {
    let is_as_prettyplease_has_it = |text: &str| {
        let body = text.split_once("\n\n").map(|(_, body)| body);
        body.is_some_and(|body| syn::parse_file(body).is_ok_and(|file| prettyplease::unparse(&file) == body))
    };
    rust(files).filter(|(_, text)| !is_as_prettyplease_has_it(text)).map(|(path, _)| path).collect()
}

/// The files of Rust, by path.
pub fn rust(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files.iter().filter(|(path, _)| path.rsplit('.').next() == Some("rs"))
}

/// Names that Windows keeps for itself, and paths that it cannot hold below a folder of some length.
fn odd_path(path: &str) -> Option<String> {
    const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt1"];
    let is_reserved = path.split('/').any(|part| RESERVED.contains(&part.split('.').next().unwrap_or_default()));
    (is_reserved || path.len() > 200 || !path.is_ascii()).then(|| format!("{path} is no path for every system"))
}

#[derive(Default)]
struct Found {
    path: String,
    problems: Vec<String>,
    /// Public items of each area: they meet at the root of the version.
    items: BTreeMap<(String, String), String>,
}

impl Found {
    fn unique<'a>(&mut self, what: &str, names: impl Iterator<Item = &'a syn::Ident>) {
        let mut seen = BTreeSet::new();
        for name in names {
            if !seen.insert(name.to_string()) {
                self.problems.push(format!("{}: {what} `{name}` twice", self.path));
            }
        }
    }

    fn item(&mut self, kind: &str, name: &syn::Ident) {
        let root: String = self.path.split('/').take(3).collect::<Vec<_>>().join("/");
        if let Some(other) = self.items.insert((format!("{root} {kind}"), name.to_string()), self.path.clone()) {
            self.problems.push(format!("{}: {kind} `{name}` is in {other}, too", self.path));
        }
    }

    fn snake(&mut self, name: &syn::Ident) {
        let text = name.to_string();
        let text = text.trim_start_matches("r#").trim_matches('_');
        if text.chars().any(char::is_uppercase) || text.contains("__") {
            self.problems.push(format!("{}: `{name}` is no snake_case", self.path));
        }
    }

    fn camel(&mut self, name: &syn::Ident) {
        let text = name.to_string();
        let text = text.trim_matches('_');
        let is_odd = |pair: (char, char)| pair.0 == '_' && !pair.1.is_ascii_digit();
        if text.starts_with(char::is_lowercase) || text.chars().zip(text.chars().skip(1)).any(is_odd) {
            self.problems.push(format!("{}: `{name}` is no UpperCamelCase", self.path));
        }
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item_struct(&mut self, it: &'ast syn::ItemStruct) {
        self.item("type", &it.ident);
        self.camel(&it.ident);
        self.unique("field", it.fields.iter().filter_map(|field| field.ident.as_ref()));
        it.fields.iter().filter_map(|field| field.ident.as_ref()).for_each(|name| self.snake(name));
        visit::visit_item_struct(self, it);
    }

    fn visit_item_enum(&mut self, it: &'ast syn::ItemEnum) {
        self.item("type", &it.ident);
        self.camel(&it.ident);
        self.unique("variant", it.variants.iter().map(|variant| &variant.ident));
        it.variants.iter().for_each(|variant| self.camel(&variant.ident));
        visit::visit_item_enum(self, it);
    }

    fn visit_item_fn(&mut self, it: &'ast syn::ItemFn) {
        self.item("function", &it.sig.ident);
        self.snake(&it.sig.ident);
        let names: Vec<&syn::Ident> = it.sig.inputs.iter().filter_map(argument).collect();
        self.unique("parameter", names.iter().copied());
        for name in names {
            self.snake(name);
        }
    }

    fn visit_item_impl(&mut self, it: &'ast syn::ItemImpl) {
        let methods: Vec<&syn::Ident> = it
            .items
            .iter()
            .filter_map(|item| if let syn::ImplItem::Fn(method) = item { Some(&method.sig.ident) } else { None })
            .collect();
        self.unique("method", methods.iter().copied());
        for name in methods {
            self.snake(name);
        }
    }
}

fn argument(input: &syn::FnArg) -> Option<&syn::Ident> {
    match input {
        syn::FnArg::Typed(it) => match &*it.pat {
            syn::Pat::Ident(name) => Some(&name.ident),
            _ => None,
        },
        syn::FnArg::Receiver(_) => None,
    }
}
