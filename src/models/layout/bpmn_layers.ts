/**
 * The first half of a layered layout: which column each node stands in, and the rows, with the lines passing between.
 *
 * Sugiyama, Tagawa & Toda, "Methods for Visual Understanding of Hierarchical System Structures", IEEE Transactions on
 * Systems, Man, and Cybernetics 1981. Order and rows are Graphviz's.
 */
import type { Bpmn } from "../bpmn.ts";
import { type Cell, straightenRows } from "./bpmn_rows.ts";
import { graphvizJson } from "./graphviz.ts";

/** The cells that a flow runs through from its source to its target, both included. */
export interface Route {
  readonly cells: readonly Cell[];
  /** It leads to the left: its cells after the first are in the source's column and then to the left. */
  readonly back: boolean;
}

export interface Layers {
  readonly columns: number;
  /** By index of the node. */
  readonly cells: readonly Cell[];
  /** All cells, also those that flows pass through. */
  readonly all: readonly Cell[];
  /** By index of the flow. */
  readonly routes: readonly Route[];
}

/** Rows are at least so far apart, in pixels. */
const GAP = 24;
/** What may be given up of it where that takes bends out of flows. */
const LEAST_GAP = 14;
/** Between parts of a process that are not connected. */
const PART_GAP = 60;
const LINE_HEIGHT = 2;
/** From here on the best rows would take seconds. */
const MANY_CELLS = 1000;

/** @param heights of the nodes with what is written beneath them, in pixels, even. */
export function layersOf(bpmn: Bpmn, heights: readonly number[]): Layers {
  const index = new Map(bpmn.nodes.map(({ id }, i) => [id, i]));
  const edges = bpmn.flows.map(({ source, target }) => ({ from: index.get(source)!, to: index.get(target)! }));
  const back = backEdges(bpmn, edges);
  const columns = columnsOf(bpmn.nodes.length, edges, back);
  const cells = columns.map((column, node): Cell => ({ column, node, height: heights[node]!, y: 0 }));
  const all: Cell[] = [...cells];
  const lineCell = (column: number): Cell => ({ column, node: -1, height: LINE_HEIGHT, y: 0 });
  const passing = (column: number) => {
    const cell = lineCell(column);
    all.push(cell);
    return cell;
  };
  const turns: Cell[] = [];
  const links: Link[] = [];
  const routes = edges.map(({ from, to }, e): Route => {
    const source = cells[from]!, target = cells[to]!;
    const between: Cell[] = [];
    if (!back[e]) {
      for (let column = source.column + 1; column < target.column; column++) between.push(passing(column));
      const route = [source, ...between, target];
      for (let i = 1; i < route.length; i++) links.push({ left: route[i - 1]!, right: route[i]! });
      return { cells: route, back: false };
    }
    for (let column = source.column; column >= target.column; column--) between.push(passing(column));
    for (let i = 1; i < between.length; i++) links.push({ left: between[i]!, right: between[i - 1]! });
    // Where it turns: cells that only keep the line near its ends.
    const right = lineCell(source.column + 1), left = lineCell(target.column - 1);
    turns.push(right, left);
    links.push({ left: source, right }, { left: between[0]!, right });
    links.push({ left, right: target }, { left, right: between.at(-1)! });
    return { cells: [source, ...between, target], back: true };
  });
  let top = 0;
  for (const part of partsOf([...all, ...turns], links)) top = placeRows(part, top) + PART_GAP;
  return { columns: Math.max(0, ...columns) + 1, cells, all, routes };
}

interface Edge {
  readonly from: number;
  readonly to: number;
}

interface Link {
  readonly left: Cell;
  readonly right: Cell;
}

/** Edges that close a cycle when the process is walked from its start, and loops on a node. */
function backEdges(bpmn: Bpmn, edges: readonly Edge[]): boolean[] {
  const n = bpmn.nodes.length;
  const outgoing = Array.from({ length: n }, (): number[] => []);
  const incoming = new Int32Array(n);
  edges.forEach(({ from, to }, e) => {
    outgoing[from]!.push(e);
    incoming[to]!++;
  });
  const rank = (node: number) => bpmn.nodes[node]!.kind === "startEvent" ? 0 : incoming[node] === 0 ? 1 : 2;
  const starts = Array.from({ length: n }, (_, i) => i).sort((a, b) => rank(a) - rank(b) || a - b);
  const back = edges.map(() => false);
  const state = new Uint8Array(n); // 1 on the path, 2 done
  const next = new Int32Array(n);
  for (const start of starts) {
    if (state[start] !== 0) continue;
    const path = [start];
    state[start] = 1;
    while (path.length > 0) {
      const node = path.at(-1)!;
      const e = outgoing[node]![next[node]!++];
      if (e === undefined) {
        state[node] = 2;
        path.pop();
        continue;
      }
      const { to } = edges[e]!;
      if (state[to] === 1) back[e] = true;
      else if (state[to] === 0) {
        state[to] = 1;
        path.push(to);
      }
    }
  }
  return back;
}

/** The longest way from a start; a node that nothing leads to stands right before what it leads to. */
function columnsOf(n: number, edges: readonly Edge[], back: readonly boolean[]): number[] {
  const twins = new Map<number, number>();
  const key = ({ from, to }: Edge) => from * n + to;
  edges.forEach((edge, e) => back[e] || twins.set(key(edge), (twins.get(key(edge)) ?? 0) + 1));
  const outgoing = Array.from({ length: n }, (): number[] => []);
  const waiting = new Int32Array(n), incoming = new Int32Array(n);
  edges.forEach(({ from, to }, e) => {
    if (back[e]) return;
    outgoing[from]!.push(e);
    waiting[to]!++;
    incoming[to]!++;
  });
  const column = new Array<number>(n).fill(0);
  const ready = Array.from({ length: n }, (_, i) => i).filter((i) => waiting[i] === 0);
  for (let i = 0; i < ready.length; i++) {
    for (const e of outgoing[ready[i]!]!) {
      const edge = edges[e]!;
      // Two flows between the same nodes need a column to part in.
      const length = twins.get(key(edge))! > 1 ? 2 : 1;
      column[edge.to] = Math.max(column[edge.to]!, column[edge.from]! + length);
      if (--waiting[edge.to]! === 0) ready.push(edge.to);
    }
  }
  for (let node = 0; node < n; node++) {
    if (incoming[node]! > 0 || outgoing[node]!.length === 0) continue;
    column[node] = Math.min(
      ...outgoing[node]!.map((e) => column[edges[e]!.to]! - (twins.get(key(edges[e]!))! > 1 ? 2 : 1)),
    );
  }
  return column;
}

interface Part {
  readonly cells: readonly Cell[];
  readonly links: readonly Link[];
}

function partsOf(all: readonly Cell[], links: readonly Link[]): Part[] {
  const neighbours = new Map<Cell, Cell[]>(all.map((cell) => [cell, []]));
  for (const { left, right } of links) {
    neighbours.get(left)!.push(right);
    neighbours.get(right)!.push(left);
  }
  const partOf = new Map<Cell, number>();
  const parts: { cells: Cell[]; links: Link[] }[] = [];
  for (const first of all) {
    if (partOf.has(first)) continue;
    const cells = [first];
    partOf.set(first, parts.length);
    for (let i = 0; i < cells.length; i++) {
      for (const other of neighbours.get(cells[i]!)!) {
        if (partOf.has(other)) continue;
        partOf.set(other, parts.length);
        cells.push(other);
      }
    }
    parts.push({ cells, links: [] });
  }
  for (const link of links) parts[partOf.get(link.left)!]!.links.push(link);
  return parts;
}

/** Sets the rows of a part below `top`; gives its lower end. Every link spans one column, so Graphviz keeps the columns. */
function placeRows({ cells, links }: Part, top: number): number {
  const names = new Map(cells.map((cell, i) => [cell, i]));
  const inches = (pixels: number) => (pixels / 72).toFixed(6);
  const lines = [
    `digraph { rankdir=LR; splines=false; nodesep=${inches(GAP)}; ranksep=0.4;`,
    // Less searching for better rows; the columns must not be touched.
    cells.length > MANY_CELLS ? "mclimit=0.3; nslimit=0.3;" : "",
    `node [shape=box, fixedsize=true, label="", width=0.2];`,
    ...cells.map((cell, i) => `${i} [height=${inches(cell.height)}];`),
    ...links.map(({ left, right }) => {
      const weight = [1, 2, 8][Number(left.node < 0) + Number(right.node < 0)];
      return `${names.get(left)}->${names.get(right)} [weight=${weight}];`;
    }),
    "}",
  ];
  const { objects = [] } = JSON.parse(graphvizJson(lines.join("\n"))) as { objects?: { name: string; pos: string }[] };
  // Upwards in Graphviz, downwards here.
  for (const { name, pos } of objects) cells[Number(name)]!.y = -Math.round(Number(pos.split(",")[1]));
  straightenRows(cells, links, LEAST_GAP);
  const upper = Math.min(...cells.map(({ y, height }) => y - height / 2));
  for (const cell of cells) cell.y += top - upper;
  return Math.max(...cells.map(({ y, height }) => y + height / 2));
}
