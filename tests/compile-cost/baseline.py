"""Writes the baseline that the generated crates are measured against: `baseline.py IR CLIENT_SRC FOLDER`.

Models: structs with serde's derives and a flattened map for unknown members. Patches: for each of the generated client a struct of
`Option<Option<T>>`, with the same members, read and written as those are (`from_json`); and again in a crate that only writes them.
It has neither prose, nor updates, permissions, `diff` or refusals.
"""

import json
import pathlib
import re
import sys

PRIMITIVES = {
    "Boolean": "bool", "Byte": "u8", "SByte": "i8", "Int16": "i16", "Int32": "i32", "Int64": "i64", "Single": "f32",
    "Double": "f64", "Stream": "serde_json::Value", "Json": "serde_json::Value",
}
KEYWORDS = set("abstract as async await become box break const continue crate do dyn else enum extern false final fn for "
               "gen if impl in let loop macro match mod move mut override priv pub ref return self Self static struct super "
               "trait true try type typeof unsafe unsized use virtual where while yield extra".split())
PRELUDE = {"Option", "String", "Vec", "Box", "Result", "Self", "Some", "None", "Ok", "Err", "Default", "Clone"}

PATCH = r'pub type (\w+) = super::super::PatchOf<.*?names: "(.*?)",\n'


def words(wire):
    return re.sub(r"[^0-9A-Za-z]+", "_", re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", wire)).strip("_") or "x"


def distinct(wires, form):
    taken, idents = set(), {}
    for wire in wires:
        ident = form(wire)
        ident = ident if not ident[0].isdigit() else "V" + ident if form is camel else "v" + ident
        ident = ident + "_" if ident in KEYWORDS or ident in PRELUDE else ident
        while ident in taken:
            ident += "_"
        taken.add(ident)
        idents[wire] = ident
    return idents


def camel(wire):
    return "".join(word[:1].upper() + word[1:] for word in words(wire.removeprefix("microsoft.graph.")).split("_"))


def snake(wire):
    return words(wire).lower()


class Baseline:
    def __init__(self, api):
        self.types, self.enums = api["types"], api["enums"]
        self.operations = api["operations"]
        self.names = distinct([*self.types, *self.enums], camel)

    def chain(self, name):
        while name in self.types:
            yield self.types[name]
            name = self.types[name].get("base")

    def properties(self, name):
        seen = {}
        for ty in reversed(list(self.chain(name))):
            for it in ty["properties"]:
                seen.setdefault(it["name"], it)
        return list(seen.values())

    def type_of(self, ref, suffix=""):
        if "collection" in ref:
            return f"Vec<{self.type_of(ref['collection'], suffix)}>"
        if "primitive" in ref:
            return PRIMITIVES.get(ref["primitive"], "String")
        name = ref["named"]
        if name in self.types:
            return f"Box<{self.names[name]}{suffix}>"
        return self.names.get(name, "serde_json::Value")

    def enum(self, name, it):
        members = [member["name"] for member in it["members"]]
        idents = distinct(members, camel)
        lines = [f'    #[serde(rename = {json.dumps(wire)})]\n    {idents[wire]},' for wire in members]
        return ("#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq)]\n"
                f"pub enum {self.names[name]} {{\n" + "\n".join(lines)
                + "\n    #[default]\n    #[serde(other)]\n    UndocumentedMember,\n}\n")

    def model(self, name):
        properties = self.properties(name)
        idents = distinct([it["name"] for it in properties], snake)
        lines = [f'    #[serde(rename = {json.dumps(it["name"])}, skip_serializing_if = "Option::is_none")]\n'
                 f'    pub {idents[it["name"]]}: Option<{self.type_of(it["type"])}>,' for it in properties]
        return ("#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq)]\n#[serde(default)]\n"
                f"pub struct {self.names[name]} {{\n" + "\n".join(lines)
                + "\n    #[serde(flatten)]\n    pub extra: std::collections::BTreeMap<String, serde_json::Value>,\n}\n")

    def patches(self, client):
        """The patches of the generated client, by name: the type, and the documented type of each member."""
        rows = {name: {it["name"]: it["type"] for it in self.properties(name)} for name in self.types}
        for it in self.operations:
            if it["body"]["type"] in rows:
                rows[it["body"]["type"]].update({row["name"]: row["type"] for row in it["body"]["properties"]})
        found = {}
        for path in pathlib.Path(client).rglob("*.rs"):
            for ident, names in re.findall(PATCH, path.read_text(), re.S):
                name, *lines = re.sub(r"\\n\\\s*", "\n", names).split("\n")
                members = [line[1:] for line in lines if line[0] == "+"]
                found[ident] = (name, {member: rows[name][member] for member in members})
        return dict(sorted(found.items()))

    def patch(self, ident, rows, known, derives, attribute):
        idents = distinct(rows, snake)

        def ty(ref):
            inner = ref.get("collection", ref)
            if inner.get("named") in self.types:
                inner = f"Box<{known[inner['named']]}>" if inner["named"] in known else "serde_json::Value"
                return f"Vec<{inner}>" if "collection" in ref else inner
            return self.type_of(ref)

        lines = [f'    #[serde(rename = {json.dumps(wire)}, skip_serializing_if = "Option::is_none"{attribute})]\n'
                 f'    pub {idents[wire]}: Option<Option<{ty(row)}>>,' for wire, row in rows.items()]
        return (f"#[derive({derives}, Clone, Debug, Default, PartialEq)]\n"
                f"pub struct {ident} {{\n" + "\n".join(lines) + "\n}\n")


# Serde takes a null for what is not there, unless it is told.
SET = """
fn set<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}
"""


def crate(folder, name, modules, extra=""):
    folder = pathlib.Path(folder) / name
    (folder / "src").mkdir(parents=True, exist_ok=True)
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "2024"\n\n[dependencies]\n'
        'serde = { version = "1", features = ["derive"] }\nserde_json = "1"\n')
    root = ["#![allow(warnings)]", extra]
    for module, text in modules.items():
        (folder / "src" / f"{module}.rs").write_text("use serde::{Deserialize, Serialize};\nuse super::*;\n\n" + text)
        root.append(f"mod {module};\npub use {module}::*;")
    (folder / "src/lib.rs").write_text("\n".join(root) + "\n")


def main(ir, client, folder):
    api = json.loads(pathlib.Path(ir).read_text())
    api = api[0] if isinstance(api, list) else api
    baseline = Baseline(api)
    enums = {"m_" + snake(name): baseline.enum(name, it) for name, it in baseline.enums.items()}
    models = {"t_" + snake(name): baseline.model(name) for name in baseline.types}
    crate(folder, "baseline-models", {**enums, **models})
    bodies = baseline.patches(client)
    # Values in a body are of the patch that is called after the type, the shortest of its patches.
    known = {ty: ident for ident, (ty, _) in sorted(bodies.items(), key=lambda it: -len(it[0]))}

    def patches(derives, attribute):
        return {f"p_{ident}": baseline.patch(ident, rows, known, derives, attribute) for ident, (_, rows) in bodies.items()}

    both = patches("Serialize, Deserialize", ', default, deserialize_with = "set"')
    crate(folder, "baseline-patches", {**enums, **both}, SET)
    crate(folder, "baseline-written", {**enums, **patches("Serialize", "")})
    uses = []
    for ident, (_, rows) in bodies.items():
        first = f'{distinct(rows, snake)[next(iter(rows))]}: Some(None), ' if rows else ""
        uses.append(f"    println!(\"{{}}\", serde_json::to_string(&{ident} "
                    f"{{ {first}..Default::default() }}).unwrap());")
    (pathlib.Path(folder) / "baseline-uses.rs").write_text(
        "use baseline_patches::*;\nfn main() {\n" + "\n".join(uses) + "\n}\n")
    print(f"{len(baseline.types)} types, {len(baseline.enums)} enums, {len(bodies)} patches")


main(*sys.argv[1:])
