/**
 * Straightens the rows of a layered layout: fewer bends first, then shorter ways up and down.
 *
 * After the "priority method" of Sugiyama, Tagawa & Toda (1981), with blocks of cells in line moved as one.
 */

/** A node, or a flow that passes through a column. */
export interface Cell {
  readonly column: number;
  readonly height: number;
  /** Index of the node; -1 for a flow that passes. */
  readonly node: number;
  /** Middle, from the top. */
  y: number;
}

/** Cells of neighbouring columns that a flow joins. */
export interface Joint {
  readonly left: Cell;
  readonly right: Cell;
}

/** What a bend costs, in pixels of way. */
const BEND = 40;
const SWEEPS = 8;

/**
 * Moves cells up or down where that straightens flows. Their order in each column stays, and the gap between them is not
 * made smaller than `gap`. Every move makes the sum of bends and ways smaller, so it ends.
 */
export function straightenRows(cells: readonly Cell[], joints: readonly Joint[], gap: number): void {
  const rows = new Rows(cells, joints, gap);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = false;
    const done = new Uint8Array(cells.length);
    for (let i = 0; i < cells.length; i++) {
      const cell = sweep % 2 === 0 ? i : cells.length - 1 - i;
      if (rows.move([cell])) moved = true;
      if (done[cell]) continue;
      const line = rows.lineOf(cell);
      for (const one of line) done[one] = 1;
      if (line.length > 1 && rows.move(line)) moved = true;
    }
    if (!moved) break;
  }
  cells.forEach((cell, i) => cell.y = rows.y[i]!);
}

/** The cells by index, -1 for none. */
class Rows {
  readonly y: Float64Array;
  readonly #joined: readonly number[][];
  readonly #above: Int32Array;
  readonly #below: Int32Array;
  /** Least distance to the one below. */
  readonly #room: Float64Array;
  /** Marks the cells of the block at hand. */
  readonly #block: Uint8Array;

  constructor(cells: readonly Cell[], joints: readonly Joint[], gap: number) {
    const n = cells.length;
    const index = new Map(cells.map((cell, i) => [cell, i]));
    this.y = Float64Array.from(cells, ({ y }) => y);
    this.#joined = cells.map(() => []);
    for (const { left, right } of joints) {
      const a = index.get(left)!, b = index.get(right)!;
      this.#joined[a]!.push(b);
      this.#joined[b]!.push(a);
    }
    this.#above = new Int32Array(n).fill(-1);
    this.#below = new Int32Array(n).fill(-1);
    this.#room = new Float64Array(n);
    this.#block = new Uint8Array(n);
    const sorted = cells.toSorted((a, b) => a.column - b.column || a.y - b.y);
    for (let i = 1; i < n; i++) {
      const upper = sorted[i - 1]!, lower = sorted[i]!;
      if (upper.column !== lower.column) continue;
      const a = index.get(upper)!, b = index.get(lower)!;
      this.#above[b] = a;
      this.#below[a] = b;
      this.#room[a] = (upper.height + lower.height) / 2 + gap;
    }
  }

  /** All cells that stand in line with one, and are joined to it. */
  lineOf(cell: number): number[] {
    const line = [cell];
    const seen = new Set(line);
    for (let i = 0; i < line.length; i++) {
      for (const other of this.#joined[line[i]!]!) {
        if (this.y[other] !== this.y[cell] || seen.has(other)) continue;
        seen.add(other);
        line.push(other);
      }
    }
    return line;
  }

  /** Moves cells together to where they cost least, in line with one that they are joined to. */
  move(block: readonly number[]): boolean {
    for (const cell of block) this.#block[cell] = 1;
    const ways: number[] = [];
    for (const cell of block) {
      for (const other of this.#joined[cell]!) if (!this.#block[other]) ways.push(this.y[other]! - this.y[cell]!);
    }
    let best = 0, bestCost = costOf(ways, 0);
    for (const step of new Set(ways)) {
      const cost = costOf(ways, step);
      if (cost < bestCost && this.#fits(block, step)) best = step, bestCost = cost;
    }
    for (const cell of block) {
      this.#block[cell] = 0;
      this.y[cell]! += best;
    }
    return best !== 0;
  }

  #fits(block: readonly number[], step: number): boolean {
    for (const cell of block) {
      const next = step < 0 ? this.#above[cell]! : this.#below[cell]!;
      if (next < 0 || this.#block[next]) continue;
      if (Math.abs(this.y[next]! - this.y[cell]! - step) < this.#room[step < 0 ? next : cell]!) return false;
      if ((this.y[next]! - this.y[cell]! - step) * step < 0) return false;
    }
    return true;
  }
}

/** What the ways to others cost after a step: each is a bend unless it is 0. */
function costOf(ways: readonly number[], step: number): number {
  let sum = 0;
  for (const way of ways) if (way !== step) sum += BEND + Math.abs(way - step);
  return sum;
}
