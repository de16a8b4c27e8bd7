// Paints what the view shows: lines, then nodes, then names.

const drawing = (() => {
  const pen = view.canvas.getContext("2d");
  const kinds = [...noteGraph.bands.map((band) => band.name), "unknown"];
  let colours = {};
  let shown = [];
  let isAsked = false;

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    for (const name of [...kinds, "ground", "text", "quiet", "line", "focus"]) {
      colours[name] = style.getPropertyValue("--" + name).trim();
    }
  }

  function resize() {
    view.measure();
    const ratio = window.devicePixelRatio || 1;
    view.canvas.width = Math.round(view.width * ratio);
    view.canvas.height = Math.round(view.height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  function strokeLines(lines) {
    pen.beginPath();
    for (const { source, target } of lines) {
      const fromX = view.screenX(layout.x[source]), fromY = view.screenY(layout.y[source]);
      const toX = view.screenX(layout.x[target]), toY = view.screenY(layout.y[target]);
      if (Math.max(fromX, toX) < 0 || Math.min(fromX, toX) > view.width) continue;
      if (Math.max(fromY, toY) < 0 || Math.min(fromY, toY) > view.height) continue;
      pen.moveTo(fromX, fromY);
      pen.lineTo(toX, toY);
    }
    pen.stroke();
  }

  // Where few lines are, each tells its direction.
  function fillArrows(lines) {
    pen.beginPath();
    for (const { source, target } of lines) {
      const toX = view.screenX(layout.x[target]), toY = view.screenY(layout.y[target]);
      const angle = Math.atan2(toY - view.screenY(layout.y[source]), toX - view.screenX(layout.x[source]));
      const tip = view.radius(noteGraph.nodes[target]) + 1;
      const at = (distance, turn) =>
        [toX - distance * Math.cos(angle + turn), toY - distance * Math.sin(angle + turn)];
      pen.moveTo(...at(tip, 0));
      pen.lineTo(...at(tip + 7, 0.35 * 7 / (tip + 7)));
      pen.lineTo(...at(tip + 7, -0.35 * 7 / (tip + 7)));
      pen.closePath();
    }
    pen.fill();
  }

  function drawLines(chosen) {
    const { lines } = noteGraph;
    pen.strokeStyle = pen.fillStyle = colours.line;
    pen.lineWidth = 1;
    const faint = Math.max(0.05, Math.min(0.45, 900 / (lines.length + 1)));
    pen.globalAlpha = chosen ? faint / 3 : faint;
    strokeLines(lines);
    if (lines.length <= 1500 && view.scale > 0.35) fillArrows(lines);
    if (chosen) {
      const own = lines.filter(({ source, target }) => source === chosen.index || target === chosen.index);
      // Of a hub each line is faint, or they were one patch of colour.
      pen.globalAlpha = Math.max(0.15, Math.min(0.85, 40 / own.length));
      pen.strokeStyle = pen.fillStyle = colours.focus;
      pen.lineWidth = 1.4;
      strokeLines(own);
      if (own.length <= 200) fillArrows(own);
    }
  }

  function drawNode(node, isFaint) {
    const atX = view.screenX(layout.x[node.index]), atY = view.screenY(layout.y[node.index]);
    const radius = view.radius(node);
    if (atX < -radius || atY < -radius || atX > view.width + radius || atY > view.height + radius) return;
    const band = recallBand(node);
    pen.globalAlpha = isFaint ? 0.25 : 1;
    pen.beginPath();
    pen.arc(atX, atY, radius, 0, 2 * Math.PI);
    pen.fillStyle = band === "missing" ? colours.ground : colours[band];
    pen.fill();
    if (band === "missing") {
      pen.strokeStyle = colours.quiet;
      pen.lineWidth = 1.5;
      pen.setLineDash(radius > 3 ? [3, 2] : []);
      pen.stroke();
      pen.setLineDash([]);
    } else if (radius > 3) {
      pen.strokeStyle = colours.ground;
      pen.lineWidth = 1;
      pen.stroke();
    }
  }

  function drawRing(node) {
    pen.globalAlpha = 1;
    pen.beginPath();
    pen.arc(
      view.screenX(layout.x[node.index]), view.screenY(layout.y[node.index]), view.radius(node) + 4, 0, 2 * Math.PI);
    pen.strokeStyle = colours.focus;
    pen.lineWidth = 3;
    pen.stroke();
  }

  function drawNames(near, chosen, hovered) {
    const first = [chosen, hovered].filter(Boolean);
    const second = chosen ? ranked.filter((node) => near.has(node.index) && node !== chosen) : ranked;
    const candidates = new Set([...first, ...second]);
    shown = labels.chosen(pen, candidates, (node) => ({
      size: first.includes(node) ? 14 : Math.min(15, 10.5 + 0.5 * Math.log2(1 + node.demand)),
      weight: first.includes(node) ? 600 : 400,
      most: first.includes(node) ? 60 : 28,
    }));
    pen.globalAlpha = 1;
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3;
    pen.strokeStyle = colours.ground;
    pen.fillStyle = colours.text;
    for (const { text, font, box } of shown) {
      pen.font = font;
      pen.strokeText(text, box.left + 2, (box.top + box.bottom) / 2);
      pen.fillText(text, box.left + 2, (box.top + box.bottom) / 2);
    }
  }

  function paint() {
    isAsked = false;
    const { chosen, hovered } = state;
    pen.globalAlpha = 1;
    pen.fillStyle = colours.ground;
    pen.fillRect(0, 0, view.width, view.height);
    drawLines(chosen);
    const near = new Set();
    if (chosen) {
      near.add(chosen.index);
      for (const end of [...chosen.out, ...chosen.into]) near.add(end.node);
    }
    for (let place = ranked.length - 1; place >= 0; place--) {
      if (!near.has(ranked[place].index)) drawNode(ranked[place], chosen !== null);
    }
    for (const index of near) drawNode(noteGraph.nodes[index], false);
    if (chosen) drawRing(chosen);
    drawNames(near, chosen, hovered);
  }

  // At most once a frame.
  function ask() {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(paint);
  }

  return { ask, resize, readColours, get names() { return shown; } };
})();

// What the person chose and points at.
const state = { chosen: null, hovered: null };
