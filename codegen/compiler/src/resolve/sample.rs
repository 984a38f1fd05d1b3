//! Gives the objects that pages show their types.

use std::collections::BTreeMap;

use crate::facts;
use crate::ir::{Api, Sample, TypeName};
use crate::json::{self, Value};
use crate::source::{Docs, PageId, Place};

/// The samples whose type is documented and whose JSON can be read.
///
/// The type is that which the object itself says, else the one that the comment above it names, else that of the page.
#[must_use]
pub fn samples(docs: &Docs, shown: &[Vec<facts::Sample>], api: &Api) -> Vec<Sample> {
    let names: BTreeMap<String, &TypeName> = api.types.keys().map(|it| (it.to_string().to_lowercase(), it)).collect();
    let by_page: BTreeMap<&str, &TypeName> =
        api.types.iter().map(|(name, it)| (it.origin.page.as_str(), name)).collect();
    let mut samples = Vec::new();
    for (number, shown) in shown.iter().enumerate() {
        let id = PageId(number);
        let page = docs.page(id);
        for it in shown {
            let Some(value) = json::read(&page.text, it.span).map(|read| read.value) else { continue };
            let said = said(&value).or(it.ty.as_deref()).map(|ty| names.get(&ty.to_lowercase()));
            let Some(ty) = said.unwrap_or_else(|| by_page.get(page.path.as_str())) else { continue };
            let origin = docs.origin(Place { page: id, span: it.span });
            samples.push(Sample { ty: (*ty).clone(), json: value.to_json(), origin });
        }
    }
    samples
}

/// The type that an object says it has.
fn said(value: &Value) -> Option<&str> {
    value.get("@odata.type")?.text().map(|it| it.trim_start_matches('#'))
}
