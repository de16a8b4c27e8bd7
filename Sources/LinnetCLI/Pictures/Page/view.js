// Which part of the layout is on the screen: a scale, and the place that is in the middle.

const view = {
  canvas: document.getElementById("picture"),
  scale: 1,
  middleX: 0,
  middleY: 0,

  // Of the canvas; asking it for each end of each line would take most of the time of a picture.
  width: 0,
  height: 0,

  measure() {
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
  },

  screenX(x) { return (x - this.middleX) * this.scale + this.width / 2; },
  screenY(y) { return (y - this.middleY) * this.scale + this.height / 2; },

  // Nodes grow less than the distances between them.
  radius(node) { return Math.max(1.6, node.radius * Math.min(1.6, Math.sqrt(this.scale))); },

  move(right, down) {
    this.middleX -= right / this.scale;
    this.middleY -= down / this.scale;
  },

  // What is at that place of the screen stays there.
  zoom(factor, atX = this.width / 2, atY = this.height / 2) {
    const scale = Math.min(8, Math.max(0.01, this.scale * factor));
    this.middleX += (atX - this.width / 2) * (1 / this.scale - 1 / scale);
    this.middleY += (atY - this.height / 2) * (1 / this.scale - 1 / scale);
    this.scale = scale;
  },

  fit(indices = noteGraph.nodes.keys(), closest = 1.6) {
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const i of indices) {
      left = Math.min(left, layout.x[i]); right = Math.max(right, layout.x[i]);
      top = Math.min(top, layout.y[i]); bottom = Math.max(bottom, layout.y[i]);
    }
    if (left === Infinity) return;
    this.middleX = (left + right) / 2;
    this.middleY = (top + bottom) / 2;
    const margin = Math.min(130, this.width / 5);
    this.scale = Math.max(0.01, Math.min(closest,
      (this.width - margin) / (right - left + 1), (this.height - margin) / (bottom - top + 1)));
  },

  // Nothing, or the node that is there; a finger or a trembling hand need not be exact.
  nodeAt(atX, atY) {
    let nearest = null, least = Infinity;
    for (const node of noteGraph.nodes) {
      const distance = Math.hypot(
        this.screenX(layout.x[node.index]) - atX, this.screenY(layout.y[node.index]) - atY);
      const gap = distance - this.radius(node);
      if (gap < 8 && distance < least) { nearest = node; least = distance; }
    }
    return nearest;
  },
};
