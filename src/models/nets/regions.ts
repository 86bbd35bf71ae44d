/**
 * The parts of a flow graph that have one edge in and one edge out.
 *
 * Johnson, Pearson & Pingali, "The program structure tree: computing control regions in linear time", PLDI 1994: edges
 * enclose a region if every cycle through the graph, closed from its end to its start, has both or neither of them.
 */

/** An edge between two nodes of a region, over the regions within it. */
export interface RegionFlow {
  /** Node, or -1 for the region's entry. */
  readonly from: number;
  /** Node, or -1 for the region's exit. */
  readonly to: number;
  /** The edges of the graph that it begins and ends with. */
  readonly first: number;
  readonly last: number;
}

export interface Region {
  /** Nodes that are in no region within this one. */
  readonly nodes: readonly number[];
  /** The first one is the entry. */
  readonly flows: readonly RegionFlow[];
}

/**
 * The regions that have branches of their own, inner ones before the outer ones that hold them.
 *
 * @param edges Of a graph where each node is on a path from `start`, which nothing leads to, to `end`, which leads nowhere.
 */
export function regionsOf(
  nodes: number,
  edges: readonly { readonly source: number; readonly target: number }[],
  start: number,
  end: number,
): Region[] {
  const closed = [...edges, { source: end, target: start }];
  const near = Array.from({ length: nodes }, (): number[] => []);
  closed.forEach(({ source, target }, e) => {
    near[source]!.push(e);
    near[target]!.push(e);
  });
  const enclosed = [...classesOf(nodes, closed, near, start).values()]
    .flatMap((cut) => cut.length > 1 ? parts(closed, near, cut, start) : [])
    .sort((x, y) => x.inside.length - y.inside.length);
  const home = new Int32Array(nodes).fill(-1);
  const byEntry = new Map<number, number>();
  enclosed.forEach(({ inside, entry }, r) => {
    byEntry.set(entry, r);
    for (const node of inside) if (home[node]! < 0) home[node] = r;
  });
  const own = enclosed.map(({ inside }, r) => inside.filter((node) => home[node] === r).sort((a, b) => a - b));
  const out = Array.from({ length: nodes }, (): number[] => []);
  edges.forEach(({ source }, e) => out[source]!.push(e));
  return enclosed.flatMap(({ entry, exit }, r) => {
    if (own[r]!.every((node) => near[node]!.length <= 2)) return [];
    const follow = (from: number, first: number): RegionFlow => {
      let last = first;
      while (last !== exit && home[closed[last]!.target] !== r) last = enclosed[byEntry.get(last)!]!.exit;
      return { from, to: last === exit ? -1 : closed[last]!.target, first, last };
    };
    const begin: RegionFlow = { from: -1, to: closed[entry]!.target, first: entry, last: entry };
    return [{
      nodes: own[r]!,
      flows: [begin, ...own[r]!.flatMap((node) => out[node]!.map((edge) => follow(node, edge)))],
    }];
  });
}

type Edges = readonly { readonly source: number; readonly target: number }[];

/**
 * Edges that are on the same cycles. Each edge that a depth-first tree leaves over gets a random number, each edge of the
 * tree those of the edges around it, added without carry: only edges on the same cycles have the same sum.
 */
function classesOf(nodes: number, edges: Edges, near: readonly number[][], root: number): Map<string, number[]> {
  const order: number[] = [], above = new Int32Array(nodes).fill(-1), seen = new Uint8Array(nodes);
  const tree = new Uint8Array(edges.length);
  const open: [number, number][] = [[root, -1]];
  while (open.length > 0) {
    const [node, by] = open.pop()!;
    if (seen[node]) continue;
    seen[node] = 1;
    order.push(node);
    above[node] = by;
    if (by >= 0) tree[by] = 1;
    for (const e of near[node]!) open.push([edges[e]!.source === node ? edges[e]!.target : edges[e]!.source, e]);
  }
  const sums = Array.from({ length: nodes }, () => [0, 0] as [number, number]);
  const labels = edges.map(() => [0, 0] as [number, number]);
  let state = 0x2545f491;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return t ^ (t >>> 14);
  };
  const add = (to: [number, number], [high, low]: readonly [number, number]) => {
    to[0] ^= high;
    to[1] ^= low;
  };
  edges.forEach(({ source, target }, e) => {
    if (tree[e]) return;
    labels[e] = [random(), random()];
    add(sums[source]!, labels[e]!);
    add(sums[target]!, labels[e]!);
  });
  for (let i = order.length - 1; i > 0; i--) {
    const node = order[i]!, by = above[node]!;
    const { source, target } = edges[by]!;
    add(labels[by]!, sums[node]!);
    add(sums[source === node ? target : source]!, sums[node]!);
  }
  const classes = new Map<string, number[]>();
  labels.forEach((label, e) => {
    const key = label.join();
    if (classes.has(key)) classes.get(key)!.push(e);
    else classes.set(key, [e]);
  });
  return classes;
}

/**
 * The parts of the graph between the edges of a class, without the part that holds the start.
 *
 * All parts grow in turns, and the last one to do so is not followed to its end if it can only be what holds the start:
 * so the outside, which is large, is not walked for each small part.
 */
function parts(edges: Edges, near: readonly number[][], cut: readonly number[], start: number) {
  const cuts = new Set(cut);
  const all = cuts.has(edges.length - 1);
  const part = new Map<number, number>();
  const growing = cut.map((entry) => ({ entry, exit: -1, inside: [edges[entry]!.target], next: 0 }));
  growing.forEach(({ inside }, i) => part.set(inside[0]!, i));
  let open = growing.map((_, i) => i), outside = -1;
  while (open.length > 0 && (all || open.length > 1 || outside >= 0)) {
    open = open.filter((i) => {
      const one = growing[i]!;
      const node = one.inside[one.next++]!;
      if (node === start) outside = i;
      for (const e of near[node]!) {
        const { source, target } = edges[e]!;
        if (cuts.has(e)) {
          if (source === node) one.exit = e;
          continue;
        }
        const other = source === node ? target : source;
        if (!part.has(other)) one.inside.push((part.set(other, i), other));
      }
      return one.next < one.inside.length;
    });
  }
  if (!all && outside < 0) outside = open[0]!;
  return growing.filter((_, i) => all || i !== outside);
}
