/** Where a diagram draws a process: columns from left to right, flows at right angles. */
import type { Bpmn, BpmnBounds, BpmnKind, BpmnLayout, BpmnPoint } from "../bpmn.ts";
import { assignTracks, type Bend } from "./bpmn_channels.ts";
import { layersOf, type Route } from "./bpmn_layers.ts";
import type { Cell } from "./bpmn_rows.ts";
import { requireKind } from "../given_model.ts";

/** Sizes in pixels, those of bpmn.io and Camunda Modeler. */
const TASK = { width: 100, height: 80 };
const EVENT = { width: 36, height: 36 };
const GATEWAY = { width: 50, height: 50 };
const MARGIN = 40;
/** Between two columns, without the tracks of flows that bend there. */
const CHANNEL = 36;
const TRACK = 14;
/** The name of an event or a gateway stands below it. */
const LABEL_HEIGHT = 20;
/** A line keeps so far from nodes and other lines, in pixels. */
const CLEARANCE = 8;

/**
 * Lays out a process from left to right.
 *
 * Flows run at right angles from border to border; those that lead back run below or above what they lead around. Nodes
 * do not overlap, and no flow runs through a node. The same process gives the same layout.
 *
 * Cost: as Graphviz's placing of as many nodes as there are nodes and columns that flows pass; a hundred nodes take
 * some tens of milliseconds.
 */
export function layOutBpmn(bpmn: Bpmn): BpmnLayout {
  requireKind("BPMN process", bpmn, 'modelAs(model, "bpmn") makes BPMN of other models.');
  const sizes = bpmn.nodes.map(({ kind }) => sizeOf(kind));
  const layers = layersOf(
    bpmn,
    bpmn.nodes.map(({ kind, name }, i) => sizes[i]!.height + (kind !== "task" && name !== "" ? 2 * LABEL_HEIGHT : 0)),
  );
  const docks = new Docks(layers.cells, layers.all, sizes);
  const lines = layers.routes.map((route, f) => new Line(route, bpmn, f, docks));

  // What bends between column c - 1 and column c.
  const channels = Array.from({ length: layers.columns + 1 }, (): { bend: Bend; set: (track: number) => void }[] => []);
  for (const line of lines) {
    for (const { channel, bend, set } of line.bends()) channels[channel]!.push({ bend, set });
  }
  const widths = new Array<number>(layers.columns).fill(0);
  for (const { column, node } of layers.cells) widths[column] = Math.max(widths[column]!, sizes[node]!.width);
  const starts: number[] = [], ends: number[] = [];
  let x = MARGIN;
  channels.forEach((channel, c) => {
    const { tracks, count } = assignTracks(channel.map(({ bend }) => bend));
    const outer = c === 0 || c === layers.columns;
    const width = outer ? count * TRACK : CHANNEL + Math.max(0, count - 1) * TRACK;
    const first = x + (outer ? (c === 0 ? 0 : TRACK) : CHANNEL / 2);
    channel.forEach(({ set }, i) => set(first + tracks[i]! * TRACK));
    x += width;
    starts[c] = x;
    x += widths[c] ?? 0;
    ends[c] = x;
  });

  const bounds = layers.cells.map(({ column, y }, node): BpmnBounds => {
    const { width, height } = sizes[node]!;
    return { x: starts[column]! + (widths[column]! - width) / 2, y: MARGIN + y - height / 2, width, height };
  });
  const whole = ({ x, y }: BpmnPoint) => ({ x: Math.round(x), y: Math.round(y) });
  return {
    nodes: new Map(bpmn.nodes.map(({ id }, i) => [id, { ...bounds[i]!, ...whole(bounds[i]!) }])),
    flows: new Map(bpmn.flows.map(({ id }, f) => [id, lines[f]!.points(bounds).map(whole)])),
  };
}

function sizeOf(kind: BpmnKind): { readonly width: number; readonly height: number } {
  return kind === "task" ? TASK : kind.endsWith("Event") ? EVENT : GATEWAY;
}

/** Which sides of nodes flows use above and below, and what stands in the way there. */
class Docks {
  readonly #cells: readonly Cell[];
  readonly #sizes: readonly { readonly height: number }[];
  readonly #columns = new Map<number, Cell[]>();
  /** "in" or "out" by node and side. */
  readonly #used = new Map<string, "in" | "out">();
  /** Rows between which a column's middle is taken, and by which node. */
  readonly #taken = new Map<number, { node: number; low: number; high: number }[]>();

  constructor(cells: readonly Cell[], all: readonly Cell[], sizes: readonly { readonly height: number }[]) {
    this.#cells = cells;
    this.#sizes = sizes;
    for (const cell of all) {
      const column = this.#columns.get(cell.column);
      if (column) column.push(cell);
      else this.#columns.set(cell.column, [cell]);
    }
  }

  /**
   * Takes the upper or lower side of a node for a line to a row, if the way there through the column is free.
   *
   * @param own the cell that the line comes from or goes to, if it is in this column.
   */
  take(node: number, row: number, use: "in" | "out", own?: Cell): boolean {
    const cell = this.#cells[node]!;
    const up = row < cell.y;
    const half = this.#sizes[node]!.height / 2;
    if (Math.abs(row - cell.y) < half + CLEARANCE) return false;
    const side = `${node} ${up ? "top" : "bottom"}`;
    if ((this.#used.get(side) ?? use) !== use) return false;
    const low = up ? row : cell.y, high = up ? cell.y : row;
    for (const other of this.#columns.get(cell.column) ?? []) {
      if (other === cell || other === own) continue;
      if (other.node < 0) {
        if (Math.abs(other.y - row) < CLEARANCE) return false;
      } else if (other.y + other.height / 2 > low - CLEARANCE && other.y - other.height / 2 < high + CLEARANCE) {
        return false;
      }
    }
    const taken = this.#taken.get(cell.column) ?? [];
    if (taken.some((one) => one.node !== node && one.low < high + CLEARANCE && one.high > low - CLEARANCE)) {
      return false;
    }
    taken.push({ node, low, high });
    this.#taken.set(cell.column, taken);
    this.#used.set(side, use);
    return true;
  }
}

interface ChannelBend {
  /** Channel c lies left of column c. */
  readonly channel: number;
  readonly bend: Bend;
  set(x: number): void;
}

/** A flow on its way: the rows it runs on, and where it changes from one to the next. */
class Line {
  readonly cells: readonly Cell[];
  readonly #route: Route;
  readonly #flow: number;
  /** Other flows have the same source: they share a track as they part. */
  readonly #parts: boolean;
  readonly #docksSource: boolean;
  readonly #docksTarget: boolean;
  /** Where the line bends after cell i. */
  readonly #x: number[] = [];

  constructor(route: Route, bpmn: Bpmn, flow: number, docks: Docks) {
    this.#route = route;
    this.cells = route.cells;
    const { cells, back } = route;
    const source = cells[0]!, target = cells.at(-1)!, second = cells[1]!, last = cells.at(-2)!;
    const gateway = (cell: Cell) => bpmn.nodes[cell.node]!.kind.endsWith("Gateway");
    const loop = source === target;
    this.#docksSource = !loop && second.y !== source.y && (back || gateway(source)) &&
      docks.take(source.node, second.y, "out", back ? second : undefined);
    // A bend is needed between two nodes that stand side by side: not both ends can dock above or below.
    const both = !back && cells.length === 2 && this.#docksSource;
    this.#docksTarget = !both && last.y !== target.y && (back || gateway(target)) &&
      docks.take(target.node, last.y, "in", back ? last : undefined);
    this.#flow = flow;
    this.#parts = bpmn.flows.some((other, f) => f !== flow && other.source === bpmn.flows[flow]!.source);
  }

  *bends(): Generator<ChannelBend> {
    const { cells, back } = this.#route;
    const last = cells.length - 2;
    for (let i = 0; i <= last; i++) {
      const a = cells[i]!, b = cells[i + 1]!;
      if (a.y === b.y && !(back && (i === 0 || i === last))) continue;
      if ((i === 0 && this.#docksSource) || (i === last && this.#docksTarget)) continue;
      const turnsRight = back && i === 0, turnsLeft = back && i === last;
      const channel = turnsRight ? a.column + 1 : turnsLeft ? b.column : back ? a.column : b.column;
      const fromSide = turnsRight || !back ? "left" : "right";
      const toSide = turnsRight ? "left" : turnsLeft || !back ? "right" : "left";
      const group = i === 0 && this.#parts
        ? `from ${cells[0]!.node} ${back}`
        : i === last
        ? `to ${cells.at(-1)!.node} ${back}`
        : `flow ${this.#flow} ${i}`;
      yield { channel, bend: { fromSide, from: a.y, toSide, to: b.y, group }, set: (x) => this.#x[i] = x };
    }
  }

  points(bounds: readonly BpmnBounds[]): BpmnPoint[] {
    const { cells } = this.#route;
    const from = bounds[cells[0]!.node]!, to = bounds[cells.at(-1)!.node]!;
    const middle = ({ x, width }: BpmnBounds) => x + width / 2;
    const row = (cell: Cell) => MARGIN + cell.y;
    const points: BpmnPoint[] = [];
    const last = cells.length - 2;
    const second = cells[1]!, source = cells[0]!, target = cells.at(-1)!;
    points.push(
      this.#docksSource
        ? { x: middle(from), y: second.y < source.y ? from.y : from.y + from.height }
        : { x: from.x + from.width, y: row(source) },
    );
    for (let i = 0; i <= last; i++) {
      const a = cells[i]!, b = cells[i + 1]!;
      const x = i === 0 && this.#docksSource ? middle(from) : i === last && this.#docksTarget ? middle(to) : this.#x[i];
      if (x === undefined) continue;
      points.push({ x, y: row(a) }, { x, y: row(b) });
    }
    points.push(
      this.#docksTarget
        ? { x: middle(to), y: cells.at(-2)!.y < target.y ? to.y : to.y + to.height }
        : { x: to.x, y: row(target) },
    );
    return straightened(points, this.#docksSource, this.#docksTarget);
  }
}

/** Without points that lie on the way between their neighbours, or behind a side that the line docks at. */
function straightened(points: readonly BpmnPoint[], docksSource: boolean, docksTarget: boolean): BpmnPoint[] {
  const kept = points.filter((_, i) => !(docksSource && i === 1) && !(docksTarget && i === points.length - 2));
  const result: BpmnPoint[] = [];
  for (const point of kept) {
    const before = result.at(-1), earlier = result.at(-2);
    if (before && before.x === point.x && before.y === point.y) continue;
    if (
      before && earlier &&
      ((earlier.x === before.x && before.x === point.x) || (earlier.y === before.y && before.y === point.y))
    ) result.pop();
    result.push(point);
  }
  return result;
}
