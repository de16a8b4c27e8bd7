// Where the nodes are: links pull, all nodes push each other, and what moves comes to rest as it cools. The same graph is
// always arranged in the same way.

const layout = (() => {
  const { nodes, lines } = noteGraph;
  const count = nodes.length;
  const x = new Float64Array(count), y = new Float64Array(count);
  const speedX = new Float64Array(count), speedY = new Float64Array(count);
  const links = Int32Array.from(nodes, (node) => node.out.length + node.into.length);
  const weight = Float64Array.from(nodes, (node) => 1 + node.radius / 8);
  const repulsion = new Repulsion(count);
  const coolest = 0.002;
  const cooling = 1 - Math.pow(coolest, 1 / 300);
  const spread = 44;
  // Where each node has many links they draw everything together, so the push against it is stronger.
  const push = 190 * (1 + lines.length / (count + 1) / 3);
  let heat = 1;

  // On a spiral with the most wanted inside: even, and without chance.
  ranked.forEach((node, place) => {
    const angle = place * Math.PI * (3 - Math.sqrt(5));
    x[node.index] = spread * Math.sqrt(place + 0.5) * Math.cos(angle);
    y[node.index] = spread * Math.sqrt(place + 0.5) * Math.sin(angle);
  });

  function pullLinks() {
    for (const { source, target } of lines) {
      let dx = x[target] + speedX[target] - x[source] - speedX[source] || 1e-3;
      let dy = y[target] + speedY[target] - y[source] - speedY[source] || 1e-3;
      const distance = Math.hypot(dx, dy);
      // Each link of a hub is weak, or it would draw all it has into one heap.
      const strength = heat / Math.min(links[source], links[target]);
      const wanted = spread + nodes[source].radius + nodes[target].radius;
      const pull = strength * (distance - wanted) / distance;
      dx *= pull;
      dy *= pull;
      const share = links[source] / (links[source] + links[target]);
      speedX[target] -= dx * share;
      speedY[target] -= dy * share;
      speedX[source] += dx * (1 - share);
      speedY[source] += dy * (1 - share);
    }
  }

  function step() {
    pullLinks();
    repulsion.build(x, y, weight);
    for (let i = 0; i < count; i++) repulsion.push(i, x, y, weight, speedX, speedY, push * heat);
    for (let i = 0; i < count; i++) {
      // What no link holds would drift away.
      const hold = (links[i] === 0 ? 0.5 : 0.03) * heat;
      speedX[i] = 0.6 * (speedX[i] - hold * x[i]);
      speedY[i] = 0.6 * (speedY[i] - hold * y[i]);
      x[i] += speedX[i];
      y[i] += speedY[i];
    }
    heat -= heat * cooling;
    if (isSettled()) for (let round = 0; round < 12; round++) separate();
  }

  // Moves nodes apart that cover each other, by a grid whose squares are as wide as two of the largest nodes.
  function separate() {
    const side = 56, squares = new Map();
    const key = (column, row) => column * 65536 + row;
    for (let i = 0; i < count; i++) {
      const square = key(Math.floor(x[i] / side), Math.floor(y[i] / side));
      if (squares.has(square)) squares.get(square).push(i); else squares.set(square, [i]);
    }
    for (let i = 0; i < count; i++) {
      const column = Math.floor(x[i] / side), row = Math.floor(y[i] / side);
      for (let across = -1; across <= 1; across++) {
        for (let down = -1; down <= 1; down++) {
          for (const other of squares.get(key(column + across, row + down)) ?? []) {
            if (other <= i) continue;
            const dx = x[other] - x[i] || 1e-2, dy = y[other] - y[i] || 1e-2;
            const distance = Math.hypot(dx, dy);
            const gap = nodes[i].radius + nodes[other].radius + 3 - distance;
            if (gap <= 0) continue;
            x[i] -= dx / distance * gap / 2;
            y[i] -= dy / distance * gap / 2;
            x[other] += dx / distance * gap / 2;
            y[other] += dy / distance * gap / 2;
          }
        }
      }
    }
  }

  const isSettled = () => count === 0 || heat < coolest;

  return { x, y, step, isSettled };
})();
