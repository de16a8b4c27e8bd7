"""Writes Sources/Terminal/Text/WideRanges.swift: the code points that take two cells.

The data is Unicode's East Asian Width (W and F) with the emoji that are wide by default, asked code point by
code point from the PyPI package `wcwidth`. Run from the root of the repository after a new Unicode version:

    pip install -U wcwidth && python3 Tests/Scripts/wide_ranges.py
"""

import wcwidth

TARGET = "Sources/Terminal/Text/WideRanges.swift"
HEAD = """/// Code points that take two cells of a terminal: pairs of first and last, ascending.
///
/// Unicode {version}, written by Tests/Scripts/wide_ranges.py; do not edit by hand.
let wideRanges: [UInt32] = [
"""


def wide_ranges():
    """Yields (first, last) of each run of wide code points."""
    first = None
    for code in range(0x20, 0x110001):
        is_wide = code < 0x110000 and not 0xD800 <= code < 0xE000 and wcwidth.wcwidth(chr(code)) == 2
        if is_wide and first is None:
            first = code
        elif not is_wide and first is not None:
            yield first, code - 1
            first = None


def main():
    cells = ["0x%X, 0x%X," % pair for pair in wide_ranges()]
    with open(TARGET, "w", encoding="utf-8") as out:
        out.write(HEAD.format(version=wcwidth.list_versions()[-1]))
        for start in range(0, len(cells), 5):
            out.write("  " + " ".join(cells[start : start + 5]) + "\n")
        out.write("]\n")


main()
