/** Where the labels of edges stand: on their lines, and never on one another, on a node or on an arrow. */
import type { Layout } from "./layout.ts";

/** A box; x and y are its middle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Middles of the labels, in the order of the layout's edges; undefined where there is no label, or no room for it.
 *
 * A label goes where it hides least of other lines, then nearest to the middle of its own: on the line, else beside it.
 *
 * @param sizes Width and height of each label; a width of 0 is no label.
 * @param nodes Boxes of the nodes.
 * @param order Which edges choose first.
 * @param margin Room around the layout that belongs to the picture: no label reaches beyond it.
 */
export function placeLabels(
  layout: Layout,
  sizes: readonly (readonly [number, number])[],
  nodes: readonly Box[],
  order: readonly number[],
  margin = 0,
): (readonly [number, number] | undefined)[] {
  const curves = layout.edges.map(({ points }) => curvePoints(points));
  const lines = new Grid();
  curves.forEach((points, edge) => points.forEach(([x, y]) => lines.add({ x, y, width: 0, height: 0, edge })));
  const taken = new Grid();
  for (const node of nodes) taken.add({ ...node, width: node.width + 4, height: node.height + 4, edge: -1 });
  layout.edges.forEach(({ points }) => taken.add({ ...arrow(points), edge: -1 }));

  const places: (readonly [number, number] | undefined)[] = layout.edges.map(() => undefined);
  for (const edge of order) {
    const [width, height] = sizes[edge]!;
    if (width === 0) continue;
    let best: Box | undefined, least = Infinity;
    for (const { cost, ...wanted } of candidates(curves[edge]!, width, height)) {
      if (cost >= least) continue;
      const x = within(wanted.x, width, layout.width, margin), y = within(wanted.y, height, layout.height, margin);
      const box = { x, y, width, height };
      if (taken.count({ ...box, width: width + 4, height: height + 1 }, -2) > 0) continue;
      const total = cost + 6 * Math.min(8, lines.count(box, edge));
      if (total < least) [best, least] = [box, total];
    }
    if (!best) continue;
    taken.add({ ...best, edge });
    places[edge] = [Math.round(best.x), Math.round(best.y)];
  }
  return places;
}

/** On the line, at a cost of its distance from the middle in hundredths; beside it, near or farther, for more. */
function candidates(curve: readonly (readonly [number, number])[], width: number, height: number) {
  const last = Math.max(1, curve.length - 1);
  return curve.flatMap(([x, y], i) => {
    const cost = Math.abs(i / last - 0.5) * 100;
    const beside = [4, 12, 22].flatMap((gap) => {
      const [across, along] = [width / 2 + gap, height / 2 + gap];
      return [[-across, 0], [across, 0], [0, -along], [0, along]].map(([byX, byY]) => (
        { x: x + byX!, y: y + byY!, cost: 60 + 4 * gap + cost }
      ));
    });
    return [{ x, y, cost }, ...beside];
  });
}

/** The middle of a label, moved so far that it stands wholly in the picture, where it is not larger than that. */
function within(middle: number, size: number, whole: number, margin: number): number {
  const least = Math.ceil(size / 2 - margin), most = Math.floor(whole + margin - size / 2);
  return least > most ? middle : Math.max(least, Math.min(most, middle));
}

/** Whether two boxes overlap. */
export function meet(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

/** Room of the arrow at the end of a route. */
function arrow(points: readonly number[]): Box {
  const [x, y, tipX, tipY] = points.slice(-4) as [number, number, number, number];
  return { x: (x + tipX) / 2, y: (y + tipY) / 2, width: Math.abs(tipX - x) + 6, height: Math.abs(tipY - y) + 6 };
}

/** Points along a route, about six pixels apart, without its tip. */
function curvePoints(points: readonly number[]): [number, number][] {
  const found: [number, number][] = [[points[0]!, points[1]!]];
  for (let i = 0; i + 9 < points.length; i += 6) {
    const at = (k: number) => points[i + k]!;
    const parts = Math.max(1, Math.ceil(Math.hypot(at(6) - at(0), at(7) - at(1)) / 6));
    for (let part = 1; part <= parts; part++) {
      const t = part / parts, u = 1 - t;
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      found.push([a * at(0) + b * at(2) + c * at(4) + d * at(6), a * at(1) + b * at(3) + c * at(5) + d * at(7)]);
    }
  }
  return found;
}

/** Boxes by the cells they touch. */
class Grid {
  readonly #cells = new Map<number, (Box & { readonly edge: number })[]>();

  add(box: Box & { readonly edge: number }): void {
    for (const cell of cellsOf(box)) {
      const found = this.#cells.get(cell);
      if (found) found.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  /** How many boxes meet this one, those of one edge left out; a box that touches several cells may count twice. */
  count(box: Box, except: number): number {
    let count = 0;
    for (const cell of cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) if (other.edge !== except && meet(box, other)) count++;
    }
    return count;
  }
}

const cellSize = 32;

function cellsOf({ x, y, width, height }: Box): number[] {
  const cells: number[] = [];
  const [left, right] = [Math.floor((x - width / 2) / cellSize), Math.floor((x + width / 2) / cellSize)];
  const [top, bottom] = [Math.floor((y - height / 2) / cellSize), Math.floor((y + height / 2) / cellSize)];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) cells.push(row * 100_000 + column);
  }
  return cells;
}
