#!/usr/bin/env python3
"""Measures how often each place of an update page names the type of the body, against the official metadata.

    tablewright ir --docs CORPUS/2021-07 --api v1.0 > ir.json
    python3 tests/pipeline/evidence.py ir.json TRUTH/v1.0-2021-07.csdl.xml

TRUTH is the folder of `csdl.py`. For each place it prints how many claims there are (one for each request line), how many
name the type at the end of the path or one that derives from it, and ten times the logarithm of the odds, which is what
`resolve/evidence.rs` weighs with.
"""
import collections
import json
import math
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(sys.argv[2])))
import csdl  # noqa: E402

api = json.load(open(sys.argv[1], encoding="utf-8"))
api = api[0] if isinstance(api, list) else api
model = csdl.Model.load(sys.argv[2])
claims, right = collections.Counter(), collections.Counter()


def is_a(name, base):
    found = next(iter(model.find(name.rsplit(".", 1)[1], name.rsplit(".", 1)[0])), None)
    return found is not None and (found == base or found in model.descendants(base))


for operation in api["operations"]:
    for line in operation["lines"]:
        end = model.resolve(line["path"]).get("type")
        if not end or end not in model.types:
            continue
        for evidence in operation["body"]["evidence"]:
            claims[evidence["source"]] += 1
            right[evidence["source"]] += is_a(evidence["type"], end)
for source, count in claims.most_common():
    share = min(right[source] + 0.5, count) / (count + 1)
    print(f"{source:12} {count:4} claims  {right[source]:4} right  {100 * right[source] / count:5.1f} %  "
          f"{10 * math.log(share / (1 - share)):+5.0f}")
