//! All that a user can name in emitted tokens, in the words of the surface.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{FnArg, ImplItem, Item, ReturnType, Type, Visibility};

use crate::emit::{Content, File, Options, files};
use crate::ir::Api;

type Surface = BTreeSet<(String, String)>;

/// Paths and types of what is emitted for an API.
pub(super) fn surface(api: &Api, options: &Options) -> Surface {
    files(std::slice::from_ref(api), options, |draft| of_file(draft.file())).into_iter().flatten().collect()
}

fn of_file(file: File) -> Surface {
    let mut surface = Surface::new();
    // What is re-exported or made of modules has no items of its own.
    if let (Content::Tokens(tokens), Some(_)) = (file.content, file.page) {
        let file: syn::File = syn::parse2(tokens).unwrap();
        file.items.iter().for_each(|it| item(&mut surface, it));
    }
    surface
}

fn item(surface: &mut Surface, it: &Item) {
    match it {
        Item::Struct(it) => structure(surface, it),
        Item::Type(it) => put(surface, it.ident.to_string(), "patch"),
        Item::Enum(it) => enumeration(surface, it),
        Item::Impl(it) => implementation(surface, it),
        Item::Fn(it) => {
            let signature = format!("({}) -> {}", arguments(&it.sig).join(", "), output(&it.sig));
            put(surface, format!("{}()", plain(&it.sig.ident)), signature);
        }
        Item::Macro(it) if it.mac.path.segments.last().unwrap().ident == "stands_for" => {
            let text = words(&it.mac.tokens);
            let (patch, choice) = text.split_once("=>").unwrap();
            put(surface, format!("IntoPatch<{choice}> for {patch}"), "impl");
        }
        Item::Macro(_) | Item::Use(_) => {}
        other => panic!("{}", words(other)),
    }
}

fn put(surface: &mut Surface, path: impl Into<String>, text: impl Into<String>) {
    surface.insert((path.into(), text.into()));
}

/// A model.
fn structure(surface: &mut Surface, it: &syn::ItemStruct) {
    put(surface, it.ident.to_string(), "struct");
    for field in it.fields.iter().filter(|it| matches!(it.vis, Visibility::Public(_))) {
        let name = plain(field.ident.as_ref().unwrap());
        if name != "extra" {
            put(surface, format!("{}.{name}", it.ident), words(&field.ty));
        }
    }
}

/// An enumeration, a choice or a marker; a marker is told by its implementation.
fn enumeration(surface: &mut Surface, it: &syn::ItemEnum) {
    let is_choice = it.variants.iter().any(|it| words(&it.fields).starts_with("(Box<"));
    if !it.variants.is_empty() {
        put(surface, it.ident.to_string(), if is_choice { "choice" } else { "enum" });
    }
    for variant in &it.variants {
        put(surface, format!("{}::{}", it.ident, plain(&variant.ident)), "variant");
    }
}

fn implementation(surface: &mut Surface, it: &syn::ItemImpl) {
    let of = words(&it.self_ty);
    let of_trait = it.trait_.as_ref().map(|path| path.0.segments.last().unwrap().ident.to_string());
    match of_trait.as_deref() {
        None => it.items.iter().for_each(|it| setter(surface, &of, it)),
        Some("Operation") => {
            let answer = it.items.iter().find_map(|it| match it {
                ImplItem::Type(it) if it.ident == "Answer" => Some(words(&it.ty)),
                _ => None,
            });
            put(surface, of, format!("Operation<Answer = {}>", answer.unwrap()));
        }
        Some("TakesIfMatch") => put(surface, format!("Request<{of}>::if_match()"), "impl"),
        Some("TakesPrefer") => put(surface, format!("Request<{of}>::prefer()"), "impl"),
        Some(_) => {}
    }
}

fn setter(surface: &mut Surface, of: &str, it: &ImplItem) {
    // The constants of markers are the same in all.
    let ImplItem::Fn(it) = it else { return };
    let arguments = arguments(&it.sig);
    let text = match arguments.as_slice() {
        [value] => value.strip_prefix("implIntoPatch<").and_then(|it| it.strip_suffix('>')).unwrap(),
        _ => "setter",
    };
    put(surface, format!("{of}::{}()", plain(&it.sig.ident)), text);
}

fn arguments(it: &syn::Signature) -> Vec<String> {
    let typed = it.inputs.iter().filter_map(|it| match it {
        FnArg::Typed(it) => Some(argument(&it.ty)),
        FnArg::Receiver(_) => None,
    });
    typed.collect()
}

fn argument(it: &Type) -> String {
    match words(it).as_str() {
        "implInto<PathValue>" => "value".to_owned(),
        "implInto<ETag>" => "etag".to_owned(),
        other => other.to_owned(),
    }
}

fn output(it: &syn::Signature) -> String {
    match &it.output {
        ReturnType::Type(_, it) => words(it),
        ReturnType::Default => String::new(),
    }
}

fn plain(it: &syn::Ident) -> String {
    it.to_string().trim_start_matches("r#").to_owned()
}

/// Tokens without spaces and without the paths before names.
fn words(it: &impl ToTokens) -> String {
    let text: String = it.to_token_stream().to_string().split_whitespace().collect();
    ["super::super::models::", "super::super::", "rt::"].iter().fold(text, |text, path| text.replace(path, ""))
}
