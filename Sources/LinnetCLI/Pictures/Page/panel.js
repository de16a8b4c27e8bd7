// The chosen concept in words: what it links to, what links to it, and its cards. Names from notes are always set as text.

const panel = (() => {
  const place = document.getElementById("panel");
  const most = 200;

  function element(name, text, ...children) {
    const made = document.createElement(name);
    if (text !== "") made.textContent = text;
    made.append(...children);
    return made;
  }

  function dot(node) {
    const dot = element("span", "");
    dot.className = "dot " + recallBand(node);
    return dot;
  }

  function conceptButton(node, remark = "") {
    const button = element("button", "", dot(node), shortened(node.title, 120));
    if (remark) button.append(" ", element("small", remark));
    button.type = "button";
    button.className = "concept";
    button.addEventListener("click", () => choose(node));
    return button;
  }

  function ends(heading, list) {
    const items = list.map((end) => ({ node: noteGraph.nodes[end.node], count: end.count }))
      .sort((left, right) => byDemand(left.node, right.node));
    const shown = items.slice(0, most)
      .map(({ node, count }) => element("li", "", conceptButton(node, count > 1 ? `${count} links` : "")));
    if (items.length > most) shown.push(element("li", `… and ${grouped(items.length - most)} more`));
    return [element("h3", `${heading} (${grouped(list.length)})`), element("ul", "", ...shown)];
  }

  function cards(node) {
    if (node.path === null) return [];
    const items = node.cards.slice(0, most).map((card) =>
      element("li", card.question || "(no text)",
        element("small", card.recall === null ? "new" : `recall ${percent(card.recall)}`)));
    if (node.cards.length > most) items.push(element("li", `… and ${grouped(node.cards.length - most)} more`));
    const list = element("ul", "", ...items);
    list.className = "cards";
    return [element("h3", `Cards (${grouped(node.cards.length)})`), list];
  }

  function show(node) {
    place.hidden = node === null;
    if (node === null) return;
    const close = element("button", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => choose(null));
    const title = element("h2", node.title.trim() || "(blank)");
    title.tabIndex = -1;
    const head = element("div", "", title, close);
    head.className = "head";
    const recall = node.recall === null ? "" : `, recall ${percent(node.recall)}`;
    place.replaceChildren(
      head,
      element("p", node.path ?? "no note yet"),
      element("p", `${counted(node.demand, "link")} from other notes${recall}`),
      ...cards(node), ...ends("Links to", node.out), ...ends("Linked from", node.into));
    place.scrollTop = 0;
  }

  return { show, element, conceptButton };
})();
