//! What is wrong with an API that was edited or made elsewhere: the invariants that do not hold.

use std::collections::BTreeSet;

use super::{Api, TypeName};

impl Api {
    /// The broken invariants, a sentence each; none for an API that was read from docs and left as it was.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let twice = self.types.keys().filter(|name| self.enums.contains_key(name));
        let mut faults: Vec<String> = twice.map(|name| format!("`{name}` is both a type and an enumeration")).collect();
        faults.extend(self.types.keys().filter_map(|name| base_fault(self, name)));
        if faults.is_empty() {
            // Along bases that go round in a circle nothing below would end.
            faults.extend(self.types.keys().flat_map(|name| property_faults(self, name)));
            faults.extend(enum_faults(self));
            faults.extend(operation_faults(self));
        }
        faults
    }
}

fn base_fault(api: &Api, name: &TypeName) -> Option<String> {
    let mut seen = BTreeSet::from([name]);
    let mut at = api.types.get(name)?.base.as_ref();
    while let Some(base) = at {
        if !seen.insert(base) {
            return Some(format!("the bases of `{name}` go round in a circle at `{base}`"));
        }
        let Some(ty) = api.types.get(base) else {
            return Some(format!("the base `{base}` of `{name}` is no type"));
        };
        at = ty.base.as_ref();
    }
    None
}

fn property_faults(api: &Api, name: &TypeName) -> Vec<String> {
    let mut names = BTreeSet::new();
    let all = api.all_properties(name);
    let twice = all.iter().filter(|it| !names.insert(it.name.as_str()));
    let twice = twice.map(|it| format!("`{name}` has the property `{}` twice, or its base has it too", it.name));
    let unknown = all.iter().filter_map(|it| Some((it, it.ty.named().filter(|ty| api.area(ty).is_none())?)));
    let unknown = unknown.map(|(it, ty)| format!("the type `{ty}` of `{name}.{}` is not there", it.name));
    twice.chain(unknown).chain(torn(all.iter().map(|it| &it.name), &format!("`{name}`"))).collect()
}

/// Names of several lines: tables of names have one in each line.
fn torn<'a>(names: impl Iterator<Item = &'a String>, of: &str) -> Vec<String> {
    let torn = names.filter(|name| name.contains(['\n', '\r']));
    torn.map(|name| format!("the name {name:?} of a property of {of} has a line break")).collect()
}

fn enum_faults(api: &Api) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, it) in &api.enums {
        let mut names = BTreeSet::new();
        let twice = it.members.iter().filter(|member| !names.insert(member.name.as_str()));
        faults.extend(twice.map(|member| format!("`{name}` has the member `{}` twice", member.name)));
    }
    faults
}

fn operation_faults(api: &Api) -> Vec<String> {
    let mut faults = Vec::new();
    let mut keys = BTreeSet::new();
    for it in &api.operations {
        let (page, ty) = (&it.origin.page, &it.body.ty);
        if !keys.insert((page, ty)) {
            faults.push(format!("there are two updates of `{ty}` on the page `{page}`"));
        }
        if it.lines.is_empty() {
            faults.push(format!("the update of `{ty}` on the page `{page}` has no request line"));
        }
        faults.extend(torn(it.body.properties.iter().map(|it| &it.name), &format!("the body on the page `{page}`")));
        let types = it.body.properties.iter().filter_map(|it| it.ty.named()).chain([ty]);
        let unknown = types.filter(|it| api.area(it).is_none());
        faults.extend(unknown.map(|it| format!("the type `{it}`, which the page `{page}` sends, is not there")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use crate::emit::sample;
    use crate::ir::{Access, Kind};

    use super::*;

    fn faults(edit: impl FnOnce(&mut Api)) -> String {
        let mut api = sample::api();
        // The sample refers to one type that is not there.
        let nowhere = sample::ty(Kind::Complex, "core", "nowhere", None, Vec::new());
        api.types.insert(sample::name("nowhere"), nowhere);
        edit(&mut api);
        api.faults().join("\n")
    }

    #[test]
    fn an_api_as_it_was_read_has_none() {
        assert_eq!(faults(|_| ()), "");
    }

    #[test]
    fn bases_that_are_absent_or_go_round_are_told() {
        let device = sample::name("device");
        let circle = faults(|api| {
            let base = api.types.keys().find(|it| api.is_a(&device, it) && **it != device).cloned();
            let base = base.unwrap_or_else(|| device.clone());
            api.types.get_mut(&base).unwrap().base = Some(device.clone());
        });
        assert!(circle.contains("the bases of `microsoft.graph.device` go round in a circle"), "{circle}");
        let absent = faults(|api| api.types.get_mut(&device).unwrap().base = Some(sample::name("nobody")));
        assert!(
            absent.contains("the base `microsoft.graph.nobody` of `microsoft.graph.device` is no type"),
            "{absent}"
        );
    }

    #[test]
    fn references_to_nothing_and_names_that_are_there_twice_are_told() {
        let said = faults(|api| {
            let device = api.types.get_mut(&sample::name("device")).unwrap();
            device.properties.push(sample::property("lost", sample::named("nobody"), Access::Writable));
            let first = device.properties[0].clone();
            device.properties.push(first);
            let operation = api.operations[0].clone();
            api.operations.push(operation);
            api.operations[0].lines.clear();
            api.operations[0].body.properties[0].name.push_str("\nx");
        });
        for part in [
            "device.lost` is not there",
            "twice, or its base has it too",
            "two updates of",
            "no request line",
            "has a line break",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
    }
}
