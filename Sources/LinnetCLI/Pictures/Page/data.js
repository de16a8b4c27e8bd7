// The graph as the page was given it, and who links to whom.

const noteGraph = (() => {
  const given = JSON.parse(document.getElementById("graph").textContent);
  const nodes = given.nodes.map(([title, path, demand, recall, cards], index) => ({
    index,
    title,
    path,
    demand,
    recall,
    cards: cards.map(([id, question, recall]) => ({ id, question, recall })),
    out: [],
    into: [],
    radius: Math.min(26, 4 + 2.1 * Math.log2(1 + demand)),
  }));
  const lines = [];
  for (let at = 0; at < given.lines.length; at += 3) {
    const line = { source: given.lines[at], target: given.lines[at + 1], count: given.lines[at + 2] };
    lines.push(line);
    nodes[line.source].out.push({ node: line.target, count: line.count });
    nodes[line.target].into.push({ node: line.source, count: line.count });
  }
  const bands = given.bands.map(([name, least]) => ({ name, least }));
  return { nodes, lines, bands, center: given.center };
})();

// What most links lead to comes first, of these what comes first in the collection.
const byDemand = (left, right) => right.demand - left.demand || left.index - right.index;
const ranked = [...noteGraph.nodes].sort(byDemand);

function recallBand(node) {
  if (node.path === null) return "missing";
  if (node.recall === null) return "unknown";
  return noteGraph.bands.findLast((band, place) => place === 0 || node.recall >= band.least).name;
}

// One line of a name, as long as there is room for.
function shortened(name, most) {
  const line = name.replace(/\s+/g, " ").trim() || "(blank)";
  const signs = Array.from(line.slice(0, 2 * most));
  return signs.length > most ? signs.slice(0, most - 1).join("") + "…" : signs.join("");
}

const grouped = (number) => number.toLocaleString("en");
const counted = (number, noun) => `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
const percent = (recall) => `${Math.round(100 * recall)}%`;
