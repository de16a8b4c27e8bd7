// Which names are shown: the most wanted first, each where it covers no other.

const labels = (() => {
  const side = 32;
  let widths = new Map();

  function width(pen, text) {
    if (!widths.has(pen.font + text)) widths.set(pen.font + text, pen.measureText(text).width);
    return widths.get(pen.font + text);
  }

  // Rectangles by the squares of the screen that they touch.
  class Taken {
    constructor() { this.squares = new Map(); }

    *around(box) {
      for (let column = Math.floor(box.left / side); column <= Math.floor(box.right / side); column++) {
        for (let row = Math.floor(box.top / side); row <= Math.floor(box.bottom / side); row++) {
          yield column * 65536 + row;
        }
      }
    }

    isFree(box) {
      for (const square of this.around(box)) {
        for (const other of this.squares.get(square) ?? []) {
          if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) {
            return false;
          }
        }
      }
      return true;
    }

    add(box) {
      for (const square of this.around(box)) {
        if (!this.squares.has(square)) this.squares.set(square, []);
        this.squares.get(square).push(box);
      }
    }
  }

  function boxes(centerX, centerY, radius, width, height) {
    const gap = radius + 3;
    const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
    return [
      box(centerX - width / 2, centerY + gap),
      box(centerX + gap, centerY - height / 2),
      box(centerX - gap - width, centerY - height / 2),
      box(centerX - width / 2, centerY - gap - height),
    ];
  }

  // Nodes in their order, and what they are written with; gives a list of names with their places.
  function chosen(pen, candidates, style) {
    const taken = new Taken(), shown = [];
    for (const node of candidates) {
      const centerX = view.screenX(layout.x[node.index]), centerY = view.screenY(layout.y[node.index]);
      if (centerX < 0 || centerY < 0 || centerX > view.width || centerY > view.height) continue;
      const { size, weight, most } = style(node);
      pen.font = `${weight} ${size}px system-ui, sans-serif`;
      const text = shortened(node.title, most);
      const free = boxes(centerX, centerY, view.radius(node), width(pen, text) + 4, size * 1.25)
        .find((box) => box.left >= 0 && box.right <= view.width && taken.isFree(box));
      if (!free) continue;
      taken.add(free);
      shown.push({ node, text, font: pen.font, box: free });
      if (shown.length >= 500) break;
    }
    if (widths.size > 20000) widths = new Map();
    return shown;
  }

  return { chosen };
})();
