#!/usr/bin/env python3
"""Draws findings of `lint` on the real docs, to be judged by reading the pages; the outcome is `codegen/cli/src/judged.toml`.

    cargo build --release -p tablewright-cli
    python3 tests/pipeline/judge.py --seed 1                      how many findings each code has, and how many are drawn
    python3 tests/pipeline/judge.py --seed 1 unknown-property     the drawn ones of a code, with their excerpts

The docs are those of 2021-07 and 2017-02 below $TABLEWRIGHT_CORPUS (default `../shared/graph-docs`). The order of the draw is
that of a hash of the seed and the finding, so that a finding more or less changes one of the drawn.
"""
import argparse
import collections
import hashlib
import json
import os
import re
import subprocess
import sys

DATES, DRAWN, FEW = ["2021-07", "2017-02"], 30, 10
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def findings(tablewright, docs):
    """What `lint` says of a folder, notes too."""
    command = [tablewright, "lint", "--docs", docs, "--notes", "--format", "json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return [finding | {"docs": docs} for finding in json.loads(done.stdout)]


def place_in_draw(seed, it):
    """A number that is the same wherever and whenever this finding is drawn."""
    date = os.path.basename(it["docs"])
    key = "\n".join(str(part) for part in (seed, it["code"], date, it["page"], it["line"], it["column"], it["message"]))
    return hashlib.sha256(key.encode()).hexdigest()


def excerpt(docs, place, around):
    """The line, and some before and after it."""
    path = os.path.join(docs, place["page"])
    if not os.path.isfile(path):
        return f"      (no file {place['page']})"
    lines = open(path, encoding="utf-8", errors="replace").read().splitlines()
    numbers = range(max(0, place["line"] - 1 - around), min(len(lines), place["line"] + around))
    return "\n".join(f"    {'>' if number + 1 == place['line'] else ' '}{number + 1:5} {shortened(lines[number])}" for number in numbers)


def shortened(line):
    """As much of a line as is read at a glance: the white space of wide tables, and what is beyond 240 characters, is left out."""
    return re.sub(r"(?<=\S)\s{2,}", " ", line)[:240]


def show(number, it, around):
    print(f"\n-- {number}. {os.path.basename(it['docs'])}/{it['page']}:{it['line']}:{it['column']}")
    print(f"   {it['severity']}[{it['code']}] {it['message']}" + (f"; {it['hint']}" if it["hint"] else ""))
    print(excerpt(it["docs"], it, around))
    if second := it["second"]:
        print(f"   second: {second['page']}:{second['line']} {second['label']}")
        print(excerpt(it["docs"], second, around))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("codes", nargs="*", metavar="CODE")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--tablewright", default=os.path.join(ROOT, "target/release/tablewright"), help="the command")
    options.add_argument("--around", type=int, default=2, help="lines shown before and after the place")
    options = options.parse_args()
    corpus = os.environ.get("TABLEWRIGHT_CORPUS", os.path.join(ROOT, "../shared/graph-docs"))
    if not os.path.isdir(corpus):
        sys.exit(f"no docs at {corpus}: nothing is drawn")
    by_code = collections.defaultdict(list)
    for date in DATES:
        for it in findings(options.tablewright, os.path.join(corpus, date)):
            by_code[it["code"]].append(it)
    for code, found in sorted(by_code.items(), key=lambda it: (it[1][0]["severity"], it[0])):
        drawn = sorted(found, key=lambda it: place_in_draw(options.seed, it))[:DRAWN] if len(found) > FEW else []
        if not options.codes:
            print(f"{found[0]['severity']:8} {code:22} {len(found):5} findings, {len(drawn):2} drawn")
        elif code in options.codes:
            for number, it in enumerate(drawn or found, start=1):
                show(number, it, options.around)


main()
