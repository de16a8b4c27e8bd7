// The same as text, for those who do not see the picture, and for those who want to read.

const table = (() => {
  const place = document.getElementById("table");
  const button = document.getElementById("as-table");
  const most = 5000;

  function cell(text, isNumber) {
    const cell = panel.element("td", text);
    if (isNumber) cell.className = "number";
    return cell;
  }

  function row(node) {
    const name = panel.element("th", "", panel.conceptButton(node));
    name.scope = "row";
    return panel.element("tr", "", name,
      cell(grouped(node.demand), true), cell(grouped(node.out.length), true), cell(grouped(node.cards.length), true),
      cell(node.recall === null ? "–" : percent(node.recall), true), cell(node.path === null ? "no note yet" : "note"));
  }

  function build() {
    const heads = ["Concept", "Links to it", "It links to", "Cards", "Recall", "Note"].map((title, place) => {
      const head = panel.element("th", title);
      head.scope = "col";
      if (place > 0 && place < 5) head.className = "number";
      return head;
    });
    const shown = ranked.slice(0, most);
    const rest = shown.length < ranked.length ? `, the first ${grouped(most)} of ${grouped(ranked.length)}` : "";
    place.replaceChildren(
      panel.element("table", "",
        panel.element("caption", `Concepts by how many links lead to them${rest}`),
        panel.element("thead", "", panel.element("tr", "", ...heads)),
        panel.element("tbody", "", ...shown.map(row))));
  }

  function show(isWanted) {
    if (isWanted && place.firstChild === null) build();
    place.hidden = !isWanted;
    button.setAttribute("aria-expanded", String(isWanted));
    button.textContent = isWanted ? "Picture" : "Table";
  }

  button.addEventListener("click", () => show(place.hidden));
  return { show, get isShown() { return !place.hidden; } };
})();
