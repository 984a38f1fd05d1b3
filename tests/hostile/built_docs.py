"""Parses the built documentation of hostile docs: nothing in their texts may be markup of its own, or code that runs."""

import html.parser
import pathlib
import sys


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.problems, self.script, self.seen = [], False, 0

    def handle_starttag(self, tag, attributes):
        self.script = tag == "script"
        for name, value in attributes:
            value = (value or "").strip().lower()
            if name in ("href", "src") and value.startswith(("javascript:", "data:text")):
                self.problems.append(f"{name}={value}")
            if name.startswith("on") and "alert" in value:
                self.problems.append(f"{name}={value}")
        if tag == "img" and dict(attributes).get("src") in ("x", "x.png"):
            self.problems.append("an image of the docs")

    def handle_data(self, data):
        self.seen += data.count("alert(1)")
        if self.script and "alert(1)" in data:
            self.problems.append("a script of the docs")


pages = texts = 0
for path in pathlib.Path(sys.argv[1]).rglob("*.html"):
    page = Page()
    page.feed(path.read_text())
    page.close()
    pages, texts = pages + 1, texts + page.seen
    if page.problems:
        sys.exit(f"{path}: {page.problems}")
print(f"{pages} pages of documentation; what would run stands there as text {texts} times, and nowhere as markup")
if texts == 0:
    sys.exit("the hostile texts are not there at all: this shows nothing")
