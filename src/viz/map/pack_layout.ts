/** Layouts as rows of small whole numbers: an output holds dozens of them. */
import type { EdgeRoute, Layout } from "./layout.ts";
import type { PackedLayout } from "./model.ts";

/**
 * width, height, number of nodes; id, x, y of each; then of each edge: id, number of points, and the points, the first
 * as it is and each other as its difference from the one before.
 */
export function packLayout({ width, height, nodes, edges }: Layout): PackedLayout {
  const row: number[] = [width, height, nodes.length / 3, ...nodes];
  for (const { id, points } of edges) {
    row.push(id, points.length / 2);
    points.forEach((value, i) => row.push(i < 2 ? value : value - points[i - 2]!));
  }
  return row;
}

export function unpackLayout(row: PackedLayout): Layout {
  const [width, height, count] = row as unknown as [number, number, number];
  const nodes = row.slice(3, 3 + count * 3);
  const edges: EdgeRoute[] = [];
  for (let i = 3 + count * 3; i < row.length;) {
    const [id, length] = row.slice(i, i + 2) as [number, number];
    const points = row.slice(i + 2, i + 2 + length * 2);
    for (let p = 2; p < points.length; p++) points[p]! += points[p - 2]!;
    edges.push({ id, points });
    i += 2 + length * 2;
  }
  return { width, height, nodes, edges };
}
