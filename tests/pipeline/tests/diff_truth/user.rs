//! A crate that uses all that the generated crates have: reads each field, names each variant, calls each setter and each
//! function. It knows nothing but the text of the generated files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use syn::spanned::Spanned;
use syn::{FnArg, Item, Type, Visibility};
use tablewright::output::Files;

/// The files of the user's crate: a module and a feature for each version. It enables the areas that are there.
pub(crate) fn files(crates: &Files) -> Vec<(String, String)> {
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    let mut areas: BTreeSet<&str> = BTreeSet::new();
    for (path, text) in crates.iter() {
        let parts: Vec<&str> = path.split('/').collect();
        let [krate, "src", version, area, file] = parts[..] else { continue };
        // `mod.rs` has no items of its own.
        if file != "mod.rs" {
            let cx = Cx { krate: if krate == "model" { "m" } else { "c" }, version, area };
            *modules.entry(version).or_default() += &cx.uses(text);
            areas.insert(area);
        }
    }
    let mut files = vec![("Cargo.toml".to_owned(), manifest(modules.keys().copied().collect(), &areas))];
    let mut library = String::from("#![allow(unused, deprecated, non_snake_case)]\n");
    for (version, text) in modules {
        let _ = writeln!(library, "#[cfg(feature = \"{version}\")]\nmod {version};");
        files.push((format!("src/{version}.rs"), head(version) + &text));
    }
    files.push(("src/lib.rs".to_owned(), library));
    files
}

fn head(version: &str) -> String {
    format!(
        "use graph_client::{version} as c;\nuse graph_client::runtime as rt;\nuse graph_model::{version} as m;\n\
         fn takes_if_match<O: rt::TakesIfMatch>() {{}}\nfn takes_prefer<O: rt::TakesPrefer>() {{}}\n\n"
    )
}

fn manifest(versions: Vec<&str>, areas: &BTreeSet<&str>) -> String {
    let mut text = String::from("[package]\nname = \"user\"\nedition = \"2024\"\n\n[features]\n");
    for version in &versions {
        let _ = writeln!(text, "{version} = []");
    }
    let all: Vec<&str> = versions.into_iter().chain(areas.iter().copied()).collect();
    text.push_str("\n[dependencies]\n");
    for krate in ["model", "client"] {
        let path = format!("path = \"../{krate}\", default-features = false, features = {all:?}");
        let _ = writeln!(text, "graph-{krate} = {{ {path} }}");
    }
    text
}

/// Which file is used.
struct Cx<'a> {
    /// What the crate is called in the user's module.
    krate: &'a str,
    version: &'a str,
    area: &'a str,
}

impl Cx<'_> {
    /// Functions that use the items of a file.
    fn uses(&self, text: &str) -> String {
        let file = syn::parse_file(text).expect("Rust");
        file.items.iter().map(|it| self.item(it)).collect()
    }

    fn item(&self, it: &Item) -> String {
        match it {
            Item::Struct(it) => self.structure(it),
            Item::Type(it) => self.named(&it.ident, ""),
            Item::Enum(it) => self.enumeration(it),
            Item::Fn(it) => self.function(it),
            Item::Impl(it) => self.implementation(it),
            Item::Macro(it) if is(&it.mac.path, "stands_for") => {
                let text = source(&it.mac.tokens);
                let (patch, choice) = text.split_once("=>").expect("a patch and a choice");
                let (patch, choice) = (patch.trim(), self.paths(choice.trim()));
                format!(
                    "fn as_choice_{patch}(it: c::{patch}) {{ let _ = rt::IntoPatch::<{choice}>::into_patch(it); }}\n"
                )
            }
            Item::Macro(_) | Item::Use(_) => String::new(),
            other => panic!("{}", source(other)),
        }
    }

    /// By both its paths, then each field with its type.
    fn structure(&self, it: &syn::ItemStruct) -> String {
        let mut text = String::new();
        for field in it.fields.iter().filter(|it| matches!(it.vis, Visibility::Public(_))) {
            let ident = field.ident.as_ref().expect("a field with a name");
            if !is_gated(&field.attrs) {
                let _ = writeln!(text, "    let _: &{} = &it.{ident};", self.ty(&field.ty));
            }
        }
        self.named(&it.ident, &text)
    }

    /// By both its paths.
    fn named(&self, ident: &syn::Ident, body: &str) -> String {
        let Self { krate, version, area } = self;
        let name = if *krate == "m" { "graph_model" } else { "graph_client" };
        format!("fn item_{ident}(it: &{krate}::{ident}, by_area: &{name}::{version}::{area}::{ident}) {{\n{body}}}\n")
    }

    /// Each variant, with what it holds.
    fn enumeration(&self, it: &syn::ItemEnum) -> String {
        let (krate, ident) = (self.krate, &it.ident);
        let mut text = format!("fn item_{ident}() {{\n");
        for variant in it.variants.iter().filter(|it| !is_gated(&it.attrs)) {
            let value = if variant.fields.is_empty() { "" } else { "(Default::default())" };
            let _ = writeln!(text, "    let _ = {krate}::{ident}::{}{value};", variant.ident);
        }
        text + "}\n"
    }

    fn function(&self, it: &syn::ItemFn) -> String {
        let argument = |it: &Type| match source(it).as_str() {
            text if text.starts_with("impl ") => "\"a\"".to_owned(),
            _ => format!("{}::new()", self.ty(it)),
        };
        let arguments: Vec<String> = it.sig.inputs.iter().filter_map(typed).map(argument).collect();
        let syn::ReturnType::Type(_, output) = &it.sig.output else { panic!("{} gives nothing", it.sig.ident) };
        // A marker stands in the file of its functions.
        let output = self.ty(output).replace("Request<", "Request<c::");
        let name = &it.sig.ident;
        format!("fn call_{name}() {{ let _: {output} = c::{name}({}); }}\n", arguments.join(", "))
    }

    fn implementation(&self, it: &syn::ItemImpl) -> String {
        let of = source(&it.self_ty);
        let Some((path, _)) = &it.trait_ else {
            return it.items.iter().map(|it| self.associated(&of, it)).collect();
        };
        let of_trait = path.segments.last().expect("a name").ident.to_string();
        match of_trait.as_str() {
            "TakesIfMatch" => format!("fn if_match_{of}() {{ takes_if_match::<c::{of}>(); }}\n"),
            "TakesPrefer" => format!("fn prefer_{of}() {{ takes_prefer::<c::{of}>(); }}\n"),
            "Operation" => it.items.iter().map(|it| self.answer(&of, it)).collect(),
            "From" if !is_gated(&it.attrs) => {
                let from = source(path).trim_start_matches("From<").trim_end_matches('>').to_owned();
                format!(
                    "fn from_{}(it: {}) -> m::{of} {{ it.into() }}\n",
                    of.clone() + &name_of(&from),
                    self.paths(&from)
                )
            }
            _ => String::new(),
        }
    }

    fn answer(&self, of: &str, it: &syn::ImplItem) -> String {
        let syn::ImplItem::Type(it) = it else { return String::new() };
        let (name, ty) = (&it.ident, self.ty(&it.ty));
        format!("fn {name}_{of}() {{ let _: <c::{of} as rt::Operation>::{name} = <{ty}>::default(); }}\n")
    }

    /// A setter, with a value and with null; a constant of a marker.
    fn associated(&self, of: &str, it: &syn::ImplItem) -> String {
        let it = match it {
            syn::ImplItem::Fn(it) if !is_gated(&it.attrs) => it,
            syn::ImplItem::Const(it) => return format!("fn {0}_{of}() {{ let _ = c::{of}::{0}; }}\n", it.ident),
            _ => return String::new(),
        };
        let name = &it.sig.ident;
        let arguments: Vec<String> = it.sig.inputs.iter().filter_map(typed).map(source).collect();
        let [value] = arguments.as_slice() else {
            return format!("fn any_{of}(it: c::{of}) {{ let _ = it.{name}(\"a\", 1); }}\n");
        };
        let value = value.trim_start_matches("impl rt::IntoPatch<").trim_end_matches(',').trim();
        let value = self.paths(value.strip_suffix('>').expect("one type"));
        let plain = name.to_string().replace("r#", "");
        format!(
            "fn set_{of}_{plain}(it: c::{of}, value: {value}) {{ let _ = it.{name}(value).{name}(None::<{value}>); }}\n"
        )
    }

    fn ty(&self, it: &Type) -> String {
        self.paths(&source(it))
    }

    /// The paths of the generated crates as the user's module has them.
    fn paths(&self, text: &str) -> String {
        text.replace("super::super::models::", "m::").replace("super::super::", &format!("{}::", self.krate))
    }
}

/// The text of a piece, in one line.
fn source(it: &impl Spanned) -> String {
    let text = it.span().source_text().expect("a span of this file");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn typed(it: &FnArg) -> Option<&Type> {
    match it {
        FnArg::Typed(it) => Some(&it.ty),
        FnArg::Receiver(_) => None,
    }
}

fn is(path: &syn::Path, name: &str) -> bool {
    path.segments.last().is_some_and(|it| it.ident == name)
}

/// Whether it is there with the feature of another area only.
fn is_gated(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|it| is(it.path(), "cfg"))
}

/// The last name of a path.
fn name_of(path: &str) -> String {
    path.rsplit(':').next().unwrap_or_default().to_owned()
}
