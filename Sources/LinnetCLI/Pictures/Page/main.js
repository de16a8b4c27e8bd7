// Brings the page to life: choosing, moving, keys, and the layout in small steps.

const status = document.getElementById("status");
function say(text) { status.textContent = text; }

const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
let isViewOwn = false;

function choose(node) {
  const before = state.chosen;
  state.chosen = node;
  panel.show(node);
  drawing.resize();
  if (node) {
    table.show(false);
    bringIntoView(node);
    say(`${shortened(node.title, 80)}: links to ${grouped(node.out.length)}, linked from ${grouped(node.into.length)}, `
      + `${counted(node.cards.length, "card")}.`);
    document.querySelector("#panel h2").focus({ preventScroll: true });
  } else if (before) {
    say("Nothing is chosen.");
    view.canvas.focus({ preventScroll: true });
  }
  drawing.ask();
}

// What is chosen and its neighbours, unless they are well in view.
function bringIntoView(node) {
  isViewOwn = true;
  const atX = view.screenX(layout.x[node.index]), atY = view.screenY(layout.y[node.index]);
  const isInside = atX > 40 && atY > 40 && atX < view.width - 40 && atY < view.height - 40;
  if (isInside && view.scale > 0.3) return;
  view.fit([node.index, ...node.out.map((end) => end.node), ...node.into.map((end) => end.node)], 1.2);
  view.middleX = layout.x[node.index];
  view.middleY = layout.y[node.index];
  view.scale = Math.max(view.scale, 0.45);
}

function moveBy(right, down) {
  isViewOwn = true;
  view.move(right, down);
  drawing.ask();
}

function zoomBy(factor, atX, atY) {
  isViewOwn = true;
  view.zoom(factor, atX, atY);
  drawing.ask();
}

function showAll() {
  isViewOwn = false;
  view.fit();
  drawing.ask();
}

const fingers = new Map();
let dragged = 0;

function fingerSpread() {
  const [first, second] = [...fingers.values()];
  return {
    x: (first.x + second.x) / 2, y: (first.y + second.y) / 2,
    distance: Math.hypot(first.x - second.x, first.y - second.y) || 1,
  };
}

view.canvas.addEventListener("pointerdown", (event) => {
  view.canvas.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  dragged = fingers.size > 1 ? Infinity : 0;
});

view.canvas.addEventListener("pointermove", (event) => {
  const finger = fingers.get(event.pointerId);
  if (!finger) {
    const hovered = view.nodeAt(event.offsetX, event.offsetY);
    if (hovered !== state.hovered) {
      state.hovered = hovered;
      view.canvas.style.cursor = hovered ? "pointer" : "";
      drawing.ask();
    }
    return;
  }
  const right = event.offsetX - finger.x, down = event.offsetY - finger.y;
  dragged += Math.hypot(right, down);
  const before = fingers.size === 2 ? fingerSpread() : null;
  finger.x = event.offsetX;
  finger.y = event.offsetY;
  if (before) {
    const after = fingerSpread();
    moveBy(after.x - before.x, after.y - before.y);
    zoomBy(after.distance / before.distance, after.x, after.y);
  } else if (dragged > 4) {
    view.canvas.classList.add("moving");
    moveBy(right, down);
  }
});

view.canvas.addEventListener("pointerup", (event) => {
  if (fingers.size === 1 && dragged <= 4) {
    const node = view.nodeAt(event.offsetX, event.offsetY);
    if (node || state.chosen) choose(node);
  }
});

for (const name of ["pointerup", "pointercancel"]) {
  view.canvas.addEventListener(name, (event) => {
    fingers.delete(event.pointerId);
    view.canvas.classList.remove("moving");
  });
}

view.canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 16 : 1;
  zoomBy(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0015)), event.offsetX, event.offsetY);
}, { passive: false });

const stride = 60;
const keys = {
  "+": () => zoomBy(1.3), "=": () => zoomBy(1.3), "-": () => zoomBy(1 / 1.3), "0": showAll, "/": search.focus,
  Escape: () => { if (table.isShown) table.show(false); else choose(null); },
};
const canvasKeys = {
  ArrowLeft: () => moveBy(stride, 0), ArrowRight: () => moveBy(-stride, 0),
  ArrowUp: () => moveBy(0, stride), ArrowDown: () => moveBy(0, -stride),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.id === "search";
  const action = isTyping && event.key !== "Escape" ? undefined
    : keys[event.key] ?? (event.target === view.canvas ? canvasKeys[event.key] : undefined);
  if (!action) return;
  event.preventDefault();
  action();
});

document.getElementById("closer").addEventListener("click", () => zoomBy(1.3));
document.getElementById("farther").addEventListener("click", () => zoomBy(1 / 1.3));
document.getElementById("whole").addEventListener("click", showAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  drawing.readColours();
  drawing.ask();
});
new ResizeObserver(() => {
  drawing.resize();
  if (!isViewOwn) view.fit();
  drawing.ask();
}).observe(view.canvas);

// Pieces of work short enough that keys and clicks are heard between them.
const pieceTime = 24;
let nextPicture = 0;

function arrange() {
  const end = performance.now() + pieceTime;
  while (!layout.isSettled() && performance.now() < end) layout.step();
  if (!isViewOwn) view.fit();
  if (layout.isSettled() || !isCalm && end > nextPicture) {
    drawing.ask();
    // To paint thousands of lines takes longer than to arrange them for a while.
    nextPicture = end + noteGraph.lines.length / 50;
  }
  if (layout.isSettled()) {
    document.documentElement.dataset.layout = "settled";
    if (!state.chosen) say(summary());
    // Whose place moved while it settled.
    else if (isViewOwn) bringIntoView(state.chosen);
  } else {
    setTimeout(arrange, 4);
  }
}

function summary() {
  const { nodes, lines } = noteGraph;
  return nodes.length === 0 ? "There are no notes yet."
    : `${counted(nodes.length, "concept")}, ${counted(lines.length, "line")} between them. `
      + "Click one, or press / to search.";
}

drawing.readColours();
drawing.resize();
say(`Arranging ${counted(noteGraph.nodes.length, "concept")} …`);
if (noteGraph.center >= 0) {
  const name = shortened(noteGraph.nodes[noteGraph.center].title, 80);
  document.title = `Links around ${name}`;
  document.querySelector("h1").textContent = document.title;
  choose(noteGraph.nodes[noteGraph.center]);
  isViewOwn = false;
}
arrange();
