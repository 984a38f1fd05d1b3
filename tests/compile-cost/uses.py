"""Writes a program that uses every patch of a generated client: `uses.py CLIENT_SRC VERSION FILE`."""

import pathlib
import re
import sys

folder, version, out = sys.argv[1:]
uses = []
for path in sorted(pathlib.Path(folder, version).rglob("*.rs")):
    text = path.read_text()
    for name in re.findall(r"^pub type (\w+Patch_*) = super::super::PatchOf<", text, re.M):
        setters = re.search(rf"^impl {name} \{{\n.*?pub fn ([\w#]+)\(\s*self,\s*value", text, re.M | re.S)
        first = f".{setters.group(1)}(None)" if setters else ""
        uses.append(f'    println!("{{}}", {name}::new(){first});')
pathlib.Path(out).write_text(
    f"#![allow(deprecated)]\nuse graph_client::{version}::*;\nfn main() {{\n" + "\n".join(uses) + "\n}\n")
print(f"{len(uses)} patches")
