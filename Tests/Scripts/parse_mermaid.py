"""Parses a chart with Mermaid's own parser, as PyPI's mermaid-parser-py brings it, in a browser.

Usage: parse_mermaid.py FILE    prints {"nodes": {id: label}, "edges": [[source, target], ...]} as JSON
"""

import html
import importlib.util
import json
import os
import sys
import tempfile

from browser import Browser, program


def bundle():
    """The parser's script; None where it is not installed. The package itself wants a JavaScript engine for Python."""
    package = importlib.util.find_spec("mermaid_parser")
    path = package and os.path.join(list(package.submodule_search_locations)[0], "js", "parser.bundle.js")
    return path if path and os.path.exists(path) else None


def decoded(label):
    """What is drawn: until then the parser keeps `#34;` in signs of its own."""
    label = label.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")
    return html.unescape(label)


def main():
    if not program() or not bundle():
        sys.exit("no browser or no mermaid-parser-py")
    with open(sys.argv[1], encoding="utf-8") as file:
        chart = file.read()
    with open(bundle(), encoding="utf-8") as file:
        script = file.read()
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        page = os.path.join(folder, "empty.html")
        with open(page, "w", encoding="utf-8") as file:
            file.write("<!DOCTYPE html><meta charset=utf-8><title>chart</title>")
        browser.open(page)
        browser.value(f"globalThis.module = {{}};\n{script}\n;0")
        data = json.loads(browser.value(f"parse_mermaid({json.dumps(chart)})"))["graph_data"]
    vertices = data["vertices"]
    print(json.dumps({
        "nodes": {vertex["id"]: decoded(vertex.get("text", "")) for vertex in vertices.values()},
        "edges": [[edge["start"], edge["end"]] for edge in data["edges"]],
    }))


main()
