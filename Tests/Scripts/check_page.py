"""Uses the page of `linnet graph --format html` in a headless browser as a person would, and says what is wrong with it.

Usage: check_page.py PAGE [hostile]    exit status 1 with a line for each thing that is wrong
"""

import sys

from browser import Browser

SETTLED = "document.documentElement.dataset.layout === 'settled'"
wrong = []


def check(is_right, what):
    if not is_right:
        wrong.append(what)


def overlaps(boxes):
    return [(a, b) for i, a in enumerate(boxes) for b in boxes[:i]
            if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]]


def check_silence(browser, page):
    check(browser.console == [], f"the console says {browser.console[:3]}")
    check(all(url.startswith("file:") for url in browser.requests) and len(browser.requests) == 1,
          f"it asks for {browser.requests}")


def check_layout(browser):
    """Names do not cover each other, nodes neither, and the picture fills a good part of its place."""
    browser.frame()
    boxes = browser.value("drawing.names.map(({box}) => box)")
    count = browser.value("noteGraph.nodes.length")
    check(len(boxes) >= min(count, 25) * 0.8, f"only {len(boxes)} names are shown")
    check(overlaps(boxes) == [], f"names cover each other: {overlaps(boxes)[:1]}")
    free = browser.value("""(() => {
      const { nodes } = noteGraph, { x, y } = layout;
      const isCovered = (a) => nodes.some((b) => b !== a
        && Math.hypot(x[a.index] - x[b.index], y[a.index] - y[b.index]) < (a.radius + b.radius) * 0.7);
      return nodes.filter((node) => !isCovered(node)).length / nodes.length;
    })()""")
    check(free > 0.95, f"only {free:.0%} of the nodes are free of others")
    spread = browser.value("""(() => {
      const at = noteGraph.nodes.map((node) => [view.screenX(layout.x[node.index]), view.screenY(layout.y[node.index])]);
      const isIn = at.every(([x, y]) => x >= 0 && y >= 0 && x <= view.width && y <= view.height);
      const square = ([x, y]) => Math.floor(x / view.width * 8) + 8 * Math.floor(y / view.height * 8);
      return isIn ? new Set(at.map(square)).size : 0;
    })()""")
    check(spread >= min(16, count / 2), f"nodes are in {spread} of 64 parts of the picture")


def check_click(browser):
    """A click shows neighbours and cards of the most linked concept."""
    x, y = browser.value("""(() => {
      const node = ranked[0], place = view.canvas.getBoundingClientRect();
      return [place.x + view.screenX(layout.x[node.index]), place.y + view.screenY(layout.y[node.index])];
    })()""")
    browser.click(x, y)
    check(browser.value("state.chosen === ranked[0]"), "a click chooses nothing, or another concept")
    shown = browser.value("""(() => {
      const lists = [...document.querySelectorAll('#panel ul')], node = ranked[0];
      const names = (list) => [...list.querySelectorAll('button')].length;
      const wanted = [node.out.length, node.into.length].map((count) => Math.min(200, count));
      return JSON.stringify(lists.slice(-2).map(names)) === JSON.stringify(wanted)
        && document.querySelector('#panel h2').textContent === node.title.trim();
    })()""")
    check(shown, "the panel does not show the neighbours")
    browser.value("choose(noteGraph.nodes.find((node) => node.cards.length > 0))")
    cards = browser.value("""(() => {
      const cards = [...document.querySelectorAll('#panel .cards li')];
      return cards.length === Math.min(200, state.chosen.cards.length)
        && cards.every((card, at) => card.firstChild.textContent === (state.chosen.cards[at]?.question || '(no text)'));
    })()""")
    check(cards, "the panel does not show the cards")
    browser.value("document.querySelector('#panel .concept').click()")
    check(browser.value("document.activeElement.tagName === 'H2'"), "the panel does not take the focus")
    browser.press("Escape")
    check(browser.value("state.chosen === null && document.getElementById('panel').hidden"),
          "Escape does not close the panel")


def check_search(browser):
    """By keys alone: to the field, some letters, down and up, and Enter."""
    browser.press("/")
    check(browser.value("document.activeElement.id") == "search", "/ does not lead to the search")
    name = browser.value("ranked.find((node) => /^[\\w ]{3,40}$/.test(node.title.trim())).title.trim()")
    browser.type(name.upper())
    options = browser.value("document.querySelectorAll('#results [role=option]').length")
    check(options > 0, f"nothing is found for {name}")
    check(browser.value("document.getElementById('search').getAttribute('aria-expanded')") == "true",
          "the search does not say that it has results")
    check("found" in browser.value("document.getElementById('status').textContent"), "the status is silent")
    browser.press("ArrowDown")
    browser.press("ArrowUp")
    check(browser.value("document.getElementById('search').getAttribute('aria-activedescendant')") == "result-0",
          "arrows do not go through the results")
    browser.press("Enter")
    check(browser.value("state.chosen?.title.trim()") == name, f"Enter does not choose {name}")
    browser.press("Escape")


def check_keys(browser):
    browser.value("view.canvas.focus()")
    browser.press("0")
    before = browser.value("view.scale")
    browser.press("+")
    closer = browser.value("view.scale")
    browser.press("-")
    browser.press("-")
    check(closer > before > browser.value("view.scale"), "+ and - do not zoom")
    browser.press("0")
    check(abs(browser.value("view.scale") / before - 1) < 0.05, "0 does not show everything")
    middle = browser.value("view.middleX")
    browser.press("ArrowRight")
    check(browser.value("view.middleX") > middle, "arrow keys do not move the picture")
    browser.wheel(500, 400, -300)
    check(browser.value("view.scale") > before, "the wheel does not zoom")
    browser.press("0")
    browser.value("document.activeElement.blur()")
    visited = []
    # From the canvas it goes to the end of the page, and then begins anew.
    browser.press("Tab")
    for _ in range(6):
        browser.press("Tab")
        visited.append(browser.value(
            "getComputedStyle(document.activeElement).outlineStyle !== 'none' && document.activeElement.id"))
    check(visited == ["search", "closer", "farther", "whole", "as-table", "picture"], f"Tab goes to {visited}")


def check_table(browser):
    browser.value("document.getElementById('as-table').click()")
    facts = browser.value("""(() => {
      const rows = [...document.querySelectorAll('#table tbody tr')];
      const demands = rows.map((row) => Number(row.cells[1].textContent.replaceAll(',', '')));
      return {
        caption: document.querySelector('#table caption').textContent, rows: rows.length,
        heads: document.querySelectorAll('#table th[scope=col]').length,
        isSorted: demands.every((demand, at) => at === 0 || demand <= demands[at - 1]),
      };
    })()""")
    check(facts["rows"] == min(5000, browser.value("noteGraph.nodes.length")), f"the table has {facts['rows']} rows")
    check(facts["caption"] and facts["heads"] == 6 and facts["isSorted"], f"the table is not as it should be: {facts}")
    browser.press("Escape")
    check(browser.value("document.getElementById('table').hidden"), "Escape does not close the table")


def check_schemes(page):
    """Dark where that is wanted; and nothing moves where that is not."""
    grounds = []
    for dark in (False, True):
        with Browser(dark=dark, calm=True) as browser:
            browser.open(page)
            browser.wait_for(SETTLED)
            browser.frame()
            grounds.append(browser.value("[...view.canvas.getContext('2d').getImageData(3, 3, 1, 1).data].slice(0, 3)"))
            check_silence(browser, page)
    check(min(grounds[0]) > 200 and max(grounds[1]) < 60, f"light and dark are {grounds}")


def check_narrow(browser):
    browser.resize(390, 800)
    browser.press("0")
    browser.value("choose(ranked[0])")
    browser.frame()
    check(browser.value("document.documentElement.scrollWidth") <= 390, "it is wider than a narrow window")
    check(browser.value("view.height") > 150, "a narrow window leaves no place for the picture")


def main():
    page = sys.argv[1]
    with Browser() as browser:
        browser.open(page)
        browser.wait_for(SETTLED)
        check_layout(browser)
        check_click(browser)
        check_search(browser)
        check_keys(browser)
        check_table(browser)
        if "hostile" in sys.argv:
            check(browser.value("document.title") == "Links between notes", "a name became part of the page")
            check(browser.value("document.scripts.length") == 2, "a name became a script")
        check_narrow(browser)
        check_silence(browser, page)
    check_schemes(page)
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


main()
