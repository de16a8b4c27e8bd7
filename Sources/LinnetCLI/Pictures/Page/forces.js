// Repulsion between all nodes by the method of J. Barnes and P. Hut (1986): what is far away pushes as one. Squares of a
// quadtree are numbers; the four parts of one follow each other.

class Repulsion {
  constructor(count) {
    const room = 8 * count + 64;
    this.firstPart = new Int32Array(room);
    this.node = new Int32Array(room);
    this.mass = new Float64Array(room);
    this.massX = new Float64Array(room);
    this.massY = new Float64Array(room);
    this.next = new Int32Array(count);
    this.room = room;
  }

  build(x, y, weight) {
    let lowX = Infinity, lowY = Infinity, highX = -Infinity, highY = -Infinity;
    for (let i = 0; i < x.length; i++) {
      lowX = Math.min(lowX, x[i]); highX = Math.max(highX, x[i]);
      lowY = Math.min(lowY, y[i]); highY = Math.max(highY, y[i]);
    }
    this.side = Math.max(highX - lowX, highY - lowY, 1);
    this.lowX = lowX;
    this.lowY = lowY;
    this.count = 1;
    this.clear(0);
    for (let i = 0; i < x.length; i++) this.insert(i, x, y, weight);
  }

  clear(square) {
    this.firstPart[square] = 0;
    this.node[square] = -1;
    this.mass[square] = this.massX[square] = this.massY[square] = 0;
  }

  insert(added, x, y, weight) {
    let square = 0, side = this.side, left = this.lowX, top = this.lowY;
    const least = this.side / 4096;
    for (;;) {
      this.mass[square] += weight[added];
      this.massX[square] += weight[added] * x[added];
      this.massY[square] += weight[added] * y[added];
      if (this.firstPart[square] === 0) {
        const held = this.node[square];
        // Nodes at one place share a square.
        if (held < 0 || side < least || this.count + 4 > this.room) {
          this.next[added] = held;
          this.node[square] = added;
          return;
        }
        this.divide(square, held, side, left, top, x, y, weight);
      }
      side /= 2;
      const part = (x[added] >= left + side ? 1 : 0) + (y[added] >= top + side ? 2 : 0);
      if (part & 1) left += side;
      if (part & 2) top += side;
      square = this.firstPart[square] + part;
    }
  }

  divide(square, held, side, left, top, x, y, weight) {
    const first = this.count;
    for (let part = 0; part < 4; part++) this.clear(first + part);
    this.count += 4;
    this.firstPart[square] = first;
    this.node[square] = -1;
    const half = side / 2;
    const part = first + (x[held] >= left + half ? 1 : 0) + (y[held] >= top + half ? 2 : 0);
    this.node[part] = held;
    this.next[held] = -1;
    this.mass[part] = weight[held];
    this.massX[part] = weight[held] * x[held];
    this.massY[part] = weight[held] * y[held];
  }

  // Adds to the speed of a node what all others do to it: strength by weight, less with the distance.
  push(moved, x, y, weight, speedX, speedY, strength) {
    const stack = Repulsion.stack;
    let depth = 0;
    stack[depth++] = 0;
    stack[depth++] = this.side;
    while (depth > 0) {
      const side = stack[--depth], square = stack[--depth];
      const mass = this.mass[square];
      if (mass === 0) continue;
      const first = this.firstPart[square];
      let towardsX = this.massX[square] / mass - x[moved], towardsY = this.massY[square] / mass - y[moved];
      let distance = towardsX * towardsX + towardsY * towardsY;
      if (first !== 0 && side * side > 0.8 * distance) {
        for (let part = 0; part < 4; part++) {
          stack[depth++] = first + part;
          stack[depth++] = side / 2;
        }
        continue;
      }
      if (first !== 0) {
        const force = strength * mass / distance;
        speedX[moved] -= towardsX * force;
        speedY[moved] -= towardsY * force;
        continue;
      }
      for (let other = this.node[square]; other >= 0; other = this.next[other]) {
        if (other === moved) continue;
        towardsX = x[other] - x[moved] || 1e-3 * (moved - other);
        towardsY = y[other] - y[moved] || 1e-3 * (moved + other);
        distance = Math.max(towardsX * towardsX + towardsY * towardsY, 4);
        const force = strength * weight[other] / distance;
        speedX[moved] -= towardsX * force;
        speedY[moved] -= towardsY * force;
      }
    }
  }
}

Repulsion.stack = new Float64Array(4096);
