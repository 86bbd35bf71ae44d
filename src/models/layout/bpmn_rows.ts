/**
 * Straightens the rows of a layered layout: fewer bends first, then shorter ways up and down.
 *
 * After the "priority method" of Sugiyama, Tagawa & Toda (1981), with blocks of cells in line moved as one.
 */
import type { Cell } from "./bpmn_layers.ts";

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
  const joined = new Map<Cell, Cell[]>(cells.map((cell) => [cell, []]));
  for (const { left, right } of joints) {
    joined.get(left)!.push(right);
    joined.get(right)!.push(left);
  }
  const { above, below } = neighbours(cells);
  const room = (a: Cell, b: Cell) => (a.height + b.height) / 2 + gap;
  const fits = (block: ReadonlySet<Cell>, step: number) => {
    for (const cell of block) {
      const upper = above.get(cell), lower = below.get(cell), y = cell.y + step;
      if (upper && !block.has(upper) && y - upper.y < room(upper, cell) && step < 0) return false;
      if (lower && !block.has(lower) && lower.y - y < room(cell, lower) && step > 0) return false;
    }
    return true;
  };
  const cost = (block: ReadonlySet<Cell>, step: number) => {
    let sum = 0;
    for (const cell of block) {
      for (const other of joined.get(cell)!) {
        if (!block.has(other)) sum += costOf(cell.y + step - other.y);
      }
    }
    return sum;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = false;
    const order = sweep % 2 === 0 ? cells : cells.toReversed();
    for (const cell of order) {
      for (const block of blocksOf(cell, joined)) {
        const steps = new Set([...block].flatMap((one) => joined.get(one)!.map((other) => other.y - one.y)));
        let best = 0, bestCost = cost(block, 0);
        for (const step of steps) {
          if (step === 0 || !fits(block, step)) continue;
          const found = cost(block, step);
          if (found < bestCost) best = step, bestCost = found;
        }
        if (best === 0) continue;
        for (const one of block) one.y += best;
        moved = true;
      }
    }
    if (!moved) return;
  }
}

function costOf(way: number): number {
  return way === 0 ? 0 : BEND + Math.abs(way);
}

/** The cell alone, and all that stand in line with it. */
function blocksOf(cell: Cell, joined: ReadonlyMap<Cell, readonly Cell[]>): ReadonlySet<Cell>[] {
  const line = new Set([cell]);
  for (const one of line) {
    for (const other of joined.get(one)!) if (other.y === one.y) line.add(other);
  }
  return line.size === 1 ? [line] : [new Set([cell]), line];
}

/** The next cell above and below in the same column. */
function neighbours(cells: readonly Cell[]): { above: Map<Cell, Cell>; below: Map<Cell, Cell> } {
  const columns = new Map<number, Cell[]>();
  for (const cell of cells) {
    const column = columns.get(cell.column);
    if (column) column.push(cell);
    else columns.set(cell.column, [cell]);
  }
  const above = new Map<Cell, Cell>(), below = new Map<Cell, Cell>();
  for (const column of columns.values()) {
    column.sort((a, b) => a.y - b.y);
    for (let i = 1; i < column.length; i++) {
      above.set(column[i]!, column[i - 1]!);
      below.set(column[i - 1]!, column[i]!);
    }
  }
  return { above, below };
}
