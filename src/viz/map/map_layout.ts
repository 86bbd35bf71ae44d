/** The layout of a map, narrowed where rows of many activities would run off the page. */
import type { Layout, LayoutEdge, LayoutNode } from "./layout.ts";
import { layOut } from "./layout.ts";

/** Width of a page's figure in pixels, and what its frame leaves of it. */
export const pageWidth = 880;
/** Activities of one row, side by side, before they are told apart into several rows. */
const rowWidth = 700;
const gap = 22;

/**
 * Lays a map out. Where that is wider than a page, long rows are broken: their activities stand by turns higher and
 * lower, the one of the most events highest, and the whole is laid out again, unless that is no narrower.
 *
 * @param events How many events an activity has; the start and the end have none.
 */
export function layOutMap(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  events: (id: number) => number,
): Layout {
  const wide = layOut(nodes, edges);
  if (wide.width <= pageWidth) return wide;
  const row = brokenRows(wide, nodes, events);
  const narrow = layOut(
    nodes,
    edges.map((edge) => ({ ...edge, rows: Math.max(1, Math.abs(row.get(edge.to)! - row.get(edge.from)!)) })),
  );
  return narrow.width < wide.width ? narrow : wide;
}

/** The row of each node, counted from above. */
function brokenRows(
  layout: Layout,
  nodes: readonly LayoutNode[],
  events: (id: number) => number,
): Map<number, number> {
  const width = new Map(nodes.map((node) => [node.id, node.width]));
  const rows = new Map<number, { id: number; x: number }[]>();
  for (let i = 0; i < layout.nodes.length; i += 3) {
    const [id, x, y] = layout.nodes.slice(i, i + 3) as [number, number, number];
    if (!rows.has(y)) rows.set(y, []);
    rows.get(y)!.push({ id, x });
  }
  const found = new Map<number, number>();
  let above = 0;
  for (const y of [...rows.keys()].sort((a, b) => a - b)) {
    const row = rows.get(y)!.sort((a, b) => a.x - b.x);
    const parts = Math.ceil(row.reduce((sum, { id }) => sum + width.get(id)! + gap, 0) / rowWidth);
    const first = row.reduce((best, node) => events(node.id) > events(best.id) ? node : best);
    row.forEach((node, i) => found.set(node.id, above + (node === first ? 0 : i % parts)));
    above += parts;
  }
  return found;
}
