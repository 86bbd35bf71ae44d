/**
 * Where the nodes and links of a flow between two columns stand: a Sankey diagram, as Riehmann, Hanfler and Froehlich,
 * "Interactive Sankey diagrams", InfoVis 2005, draw it. Few crossings by barycentres: Sugiyama, Tagawa and Toda,
 * "Methods for visual understanding of hierarchical system structures", IEEE SMC 11(2), 1981.
 */

export interface Flow {
  /** Indices of a node on the left and of one on the right. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface SankeyNode {
  /** Nodes of one group stand together. */
  readonly group: number;
}

export interface PlacedNode {
  readonly top: number;
  readonly height: number;
}

export interface PlacedFlow {
  /** Upper edge at either end, and the height that both have. */
  readonly fromTop: number;
  readonly toTop: number;
  readonly height: number;
}

export interface SankeyLayout {
  readonly left: readonly PlacedNode[];
  readonly right: readonly PlacedNode[];
  readonly flows: readonly PlacedFlow[];
  /** Order of the nodes of either side, from top to bottom. */
  readonly order: readonly [left: readonly number[], right: readonly number[]];
  readonly height: number;
}

export interface SankeySizes {
  /** Pixels that all flows together are high. */
  readonly height: number;
  /** Least height of a node, so that its name can be read. */
  readonly least: number;
  readonly nodeGap: number;
  readonly groupGap: number;
}

/** Rounds of ordering, one side by the other; more hardly change anything. */
const ROUNDS = 12;

/**
 * Places nodes in two columns, groups first and then nodes within them ordered by the mean place of what they are tied
 * to; of all rounds the one of least crossing is taken. Ties keep the order given.
 */
export function layoutSankey(
  left: readonly SankeyNode[],
  right: readonly SankeyNode[],
  flows: readonly Flow[],
  { height, least, nodeGap, groupGap }: SankeySizes,
): SankeyLayout {
  const total = flows.reduce((sum, { count }) => sum + count, 0);
  const scale = total > 0 ? height / total : 0;
  let order: [number[], number[]] = [grouped(left, left.map((_, i) => i)), grouped(right, right.map((_, i) => i))];
  let best = order, fewest = crossings(flows, order);
  for (let round = 0; round < ROUNDS && fewest > 0; round++) {
    const byOther = round % 2 === 0;
    order = byOther
      ? [order[0], sorted(right, flows.map(({ from, to, count }) => [to, from, count]), order[0], order[1])]
      : [sorted(left, flows.map(({ from, to, count }) => [from, to, count]), order[1], order[0]), order[1]];
    const crossing = crossings(flows, order);
    if (crossing < fewest) [best, fewest] = [order, crossing];
  }
  const sums = (side: readonly SankeyNode[], end: "from" | "to") => {
    const sum = new Float64Array(side.length);
    for (const flow of flows) sum[flow[end]]! += flow.count;
    return sum;
  };
  const columns = [
    place(left, best[0], sums(left, "from")),
    place(right, best[1], sums(right, "to")),
  ] as const;
  const tallest = Math.max(columns[0].height, columns[1].height);
  const [placedLeft, placedRight] = columns.map((column) =>
    column.nodes.map((node) => ({ ...node, top: node.top + (tallest - column.height) / 2 }))
  ) as [PlacedNode[], PlacedNode[]];
  return {
    left: placedLeft,
    right: placedRight,
    flows: placeFlows(flows, best, placedLeft, placedRight, scale),
    order: best,
    height: tallest,
  };

  function place(side: readonly SankeyNode[], sequence: readonly number[], sum: Float64Array) {
    const nodes: PlacedNode[] = new Array(side.length);
    let top = 0, group: number | undefined;
    for (const i of sequence) {
      if (group !== undefined) top += side[i]!.group === group ? nodeGap : groupGap;
      group = side[i]!.group;
      const tall = Math.max(least, sum[i]! * scale);
      nodes[i] = { top, height: tall };
      top += tall;
    }
    return { nodes, height: top };
  }
}

/** Groups in the order of their first node. */
function grouped(side: readonly SankeyNode[], sequence: readonly number[]): number[] {
  const groups = new Map<number, number[]>();
  for (const i of sequence) groups.set(side[i]!.group, [...groups.get(side[i]!.group) ?? [], i]);
  return [...groups.values()].flat();
}

/** One side by the mean places of what it is tied to on the other, groups by those of all their nodes. */
function sorted(
  side: readonly SankeyNode[],
  ties: readonly (readonly [own: number, other: number, count: number])[],
  otherOrder: readonly number[],
  ownOrder: readonly number[],
): number[] {
  const at = new Map(otherOrder.map((i, place) => [i, place]));
  const own = new Map(ownOrder.map((i, place) => [i, place]));
  const centre = (members: (i: number) => boolean) => {
    let weight = 0, sum = 0;
    for (const [i, other, count] of ties) {
      if (members(i)) [weight, sum] = [weight + count, sum + count * at.get(other)!];
    }
    return weight > 0 ? sum / weight : Infinity;
  };
  const node = side.map((_, i) => centre((one) => one === i));
  const group = new Map(
    [...new Set(side.map((one) => one.group))].map((g) => [g, centre((i) => side[i]!.group === g)]),
  );
  const first = new Map<number, number>();
  for (const i of ownOrder) if (!first.has(side[i]!.group)) first.set(side[i]!.group, own.get(i)!);
  return side.map((_, i) => i).sort((a, b) => {
    const [g, h] = [side[a]!.group, side[b]!.group];
    if (g !== h) return difference(group.get(g)!, group.get(h)!) || first.get(g)! - first.get(h)!;
    return difference(node[a]!, node[b]!) || own.get(a)! - own.get(b)!;
  });
}

function difference(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Pairs of flows that cross, weighed by both. */
function crossings(flows: readonly Flow[], [left, right]: readonly [readonly number[], readonly number[]]): number {
  const from = new Map(left.map((i, place) => [i, place])), to = new Map(right.map((i, place) => [i, place]));
  let sum = 0;
  for (let a = 0; a < flows.length; a++) {
    for (let b = a + 1; b < flows.length; b++) {
      const up = from.get(flows[a]!.from)! - from.get(flows[b]!.from)!;
      const down = to.get(flows[a]!.to)! - to.get(flows[b]!.to)!;
      if (up * down < 0) sum += flows[a]!.count * flows[b]!.count;
    }
  }
  return sum;
}

/** Flows leave a node in the order of where they go, and arrive in the order of where they come from. */
function placeFlows(
  flows: readonly Flow[],
  [left, right]: readonly [readonly number[], readonly number[]],
  placedLeft: readonly PlacedNode[],
  placedRight: readonly PlacedNode[],
  scale: number,
): PlacedFlow[] {
  const from = new Map(left.map((i, place) => [i, place])), to = new Map(right.map((i, place) => [i, place]));
  const sequence = flows.map((_, f) => f);
  const tops = (end: "from" | "to", placed: readonly PlacedNode[]) => {
    const other = end === "from" ? to : from, otherEnd = end === "from" ? "to" : "from";
    const sum = new Float64Array(placed.length);
    for (const flow of flows) sum[flow[end]]! += flow.count * scale;
    const next = placed.map((node, i) => node.top + (node.height - sum[i]!) / 2);
    const top = new Float64Array(flows.length);
    const byPlace = [...sequence].sort((a, b) =>
      other.get(flows[a]![otherEnd])! - other.get(flows[b]![otherEnd])! || a - b
    );
    for (const f of byPlace) {
      const flow = flows[f]!;
      top[f] = next[flow[end]]!;
      next[flow[end]]! += flow.count * scale;
    }
    return top;
  };
  const leaving = tops("from", placedLeft), arriving = tops("to", placedRight);
  return flows.map(({ count }, f) => ({ fromTop: leaving[f]!, toTop: arriving[f]!, height: count * scale }));
}
