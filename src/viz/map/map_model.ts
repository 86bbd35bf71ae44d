/** Which pictures a process map's sliders can show, and their layouts. */
import { type FlowEdge, flowEdges, frequentParts } from "../../mining/simplify_dfg.ts";
import type { Dfg } from "../../models/dfg.ts";
import { flowOrder } from "./flow_order.ts";
import type { Layout } from "./layout.ts";
import { layOutMap, pageWidth } from "./map_layout.ts";
import {
  endHeight,
  endWidth,
  type MapEdge,
  type MapLevel,
  type MapMeasure,
  type MapModel,
  type MapNode,
  type MapPosition,
  type MapShow,
  type PackedLayout,
} from "./model.ts";
import { packLayout } from "./pack_layout.ts";
import { boldWidth, wrapText } from "../kit/wrap_text.ts";

export interface MapSettings {
  readonly activities?: number;
  readonly paths?: number;
  readonly show: MapShow;
  readonly measure: MapMeasure;
}

/** Past this a map is no longer read; what is rarer is left out, and the caption says so. */
export const mostActivities = 100;
export const mostPaths = 250;

/** Longest rows of layouts, as JSON. */
const layoutBytes = 110_000;
/** Budget of time in milliseconds, as estimated from the number of edges: the clock would make pictures differ. */
const layoutMilliseconds = 1200;
const oneLayoutMilliseconds = 600;
/** What is seen on a page without scrolling in the figure. */
const pageHeight = 1540;
const pageActivities = 30;
/** At first a map shows at least this share of the activities, and of paths no more than so many for each of them. */
const mostOfActivities = 0.75;
const pathsEach = 1.8;
const pathsAtFirst = 130;

/** Where the sliders stop: less often where each stop is a large layout. */
const many = 40;
const activityShares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const activitySharesOfMany = [0.1, 0.2, 0.35, 0.5, 0.75, 1];
const pathShares = [0, 0.1, 0.2, 0.35, 0.5, 0.75, 1];
const pathSharesOfMany = [0, 0.1, 0.2, 0.4, 0.7, 1];

/** One picture: which activities and which edges, ascending. */
interface Selection {
  readonly activities: readonly number[];
  readonly edges: readonly number[];
  /** The share of the edges that may go, shown. */
  readonly share: number;
}

/** Computes the model that a map is drawn from. The same graph and settings give the same model. */
export function mapModel(dfg: Dfg, settings: MapSettings): MapModel {
  const steps = flowEdges(dfg);
  const order = flowOrder(dfg.activities.length + 2, steps);
  const nodes = dfg.activities.map((name, i) => mapNode(dfg, name, i));
  const edges = mapEdges(dfg, steps);
  const drawer = layoutDrawer(dfg, steps, order, nodes);
  const levels = selections(dfg, settings);

  const first = firstPosition(levels, drawer, settings, dfg, steps);
  drawer.draw(first);
  for (const selection of byNearness(levels, first)) if (drawer.affords(selection)) drawer.draw(selection);
  return assemble(dfg, settings, levels, first, drawer, nodes, edges, steps);
}

/**
 * The positions in the order in which they are worth a layout: those that a first move of either slider comes to, all
 * that there is, then the others, small ones first.
 */
function byNearness(levels: readonly (readonly Selection[])[], first: Selection): Selection[] {
  const level = levels.findIndex((selections) => selections.includes(first));
  const position = levels[level]!.indexOf(first);
  const share = position / Math.max(1, levels[level]!.length - 1);
  const near = levels[level]!.toSorted((a, b) =>
    Math.abs(levels[level]!.indexOf(a) - position) - Math.abs(levels[level]!.indexOf(b) - position)
  );
  const alike = levels.map((selections) => selections[Math.round(share * (selections.length - 1))]!);
  const all = levels.flat().sort((a, b) =>
    a.edges.length - b.edges.length || a.activities.length - b.activities.length
  );
  return [...near.slice(0, 4), ...alike, levels.at(-1)!.at(-1)!, ...near, ...all];
}

/** What the sliders could show, from few activities to many, and in each from few paths to many. */
function selections(dfg: Dfg, settings: MapSettings): Selection[][] {
  const n = dfg.activities.length;
  const part = frequentParts(dfg);
  const most = Math.min(n, mostActivities);
  const counts = [
    ...(n > many ? activitySharesOfMany : activityShares).map((share) => share * most),
    (settings.activities ?? 1) * n,
  ]
    .map((count) => Math.min(most, Math.max(1, Math.round(count))));
  const levels = distinct(counts).map((count) => {
    const { activities, edges, leastEdges } = part(count);
    const possible = Math.max(leastEdges, Math.min(edges.length, mostPaths));
    const numbers = [
      ...(n > many ? pathSharesOfMany : pathShares).map((share) =>
        leastEdges + Math.round(share * (possible - leastEdges))
      ),
      ...(settings.paths === undefined
        ? []
        : [Math.min(possible, leastEdges + Math.round(settings.paths * (edges.length - leastEdges)))]),
    ];
    return distinct(numbers).map((number): Selection => ({
      activities,
      edges: edges.slice(0, number).sort((a, b) => a - b),
      share: edges.length === leastEdges ? 1 : (number - leastEdges) / (edges.length - leastEdges),
    }));
  });
  return levels.filter((level, i) =>
    level[0]!.activities.length <= mostActivities + 20 &&
    (i === 0 || level[0]!.activities.length > levels[i - 1]![0]!.activities.length)
  );
}

/** Layouts drawn so far, and whether one more is within the budget. */
interface LayoutDrawer {
  draw(selection: Selection): Layout;
  affords(selection: Selection): boolean;
  indexOf(selection: Selection): number | undefined;
  readonly layouts: Layout[];
}

function layoutDrawer(
  dfg: Dfg,
  steps: readonly FlowEdge[],
  order: Int32Array,
  nodes: readonly MapNode[],
): LayoutDrawer {
  const n = nodes.length;
  const layouts: Layout[] = [];
  const known = new Map<string, number>();
  const keyOf = ({ activities, edges }: Selection) => `${activities}|${edges}`;
  let milliseconds = 0, written = 0;
  return {
    layouts,
    indexOf: (selection) => known.get(keyOf(selection)),
    affords: (selection) =>
      known.has(keyOf(selection)) ||
      (estimate(selection) <= oneLayoutMilliseconds && milliseconds + estimate(selection) <= layoutMilliseconds &&
        written + 40 + 75 * selection.edges.length <= layoutBytes),
    draw(selection) {
      const key = keyOf(selection);
      const index = known.get(key);
      if (index !== undefined) return layouts[index]!;
      const layout = layOutMap(
        [n, ...selection.activities, n + 1].sort((a, b) => order[a]! - order[b]!).map((id) => ({
          id,
          width: nodes[id]?.width ?? endWidth,
          height: nodes[id]?.height ?? endHeight,
        })),
        [...selection.edges].sort((a, b) => steps[b]!.count - steps[a]!.count || a - b).map((id) => {
          const { from, to, count } = steps[id]!;
          return {
            id,
            from,
            to,
            backwards: order[from]! > order[to]!,
            weight: 1 + Math.round(60 * Math.min(1, count / Math.max(1, dfg.totalCases))),
          };
        }),
        (id) => dfg.events[id] ?? 0,
      );
      known.set(key, layouts.push(layout) - 1);
      milliseconds += estimate(selection);
      written += JSON.stringify(packLayout(layout)).length;
      return layout;
    },
  };
}

/** Measured on one core, once and once more where rows are broken: 10 ms for 50 edges, 60 for 110, 370 for 250. */
function estimate({ edges, activities }: Selection): number {
  return 2 + 0.1 * activities.length + 0.006 * edges.length ** 2;
}

/**
 * The position asked for. Else one with most of the activities: of those that a page shows without scrolling the one
 * that covers most, and where there is none, the strongest paths between them.
 */
function firstPosition(
  levels: readonly (readonly Selection[])[],
  drawer: LayoutDrawer,
  { activities, paths }: MapSettings,
  dfg: Dfg,
  steps: readonly FlowEdge[],
): Selection {
  const most = levels[levels.length - 1]![0]!.activities.length;
  const wanted = activities === undefined ? mostOfActivities * most : Math.round(activities * dfg.activities.length);
  const enough = levels.filter((level) => level[0]!.activities.length >= wanted);
  const [level = levels[levels.length - 1]!] = enough;
  const candidates = (activities === undefined ? enough : [level]).flatMap((level) =>
    paths === undefined ? level : [nearest(level, paths)]
  );
  const covered = (selection: Selection) =>
    sum(selection.activities.map((activity) => dfg.events[activity]!)) *
    sum(selection.edges.map((edge) => steps[edge]!.count));
  const fits = (selection: Selection) => {
    if (selection.activities.length > pageActivities) return false;
    if (selection.edges.length > 2 * selection.activities.length + 8 || !drawer.affords(selection)) return false;
    const { width, height } = drawer.draw(selection);
    return width <= pageWidth && height <= pageHeight;
  };
  const byCover = candidates.map((selection) => ({ selection, cover: covered(selection) }))
    .sort((a, b) => b.cover - a.cover || a.selection.edges.length - b.selection.edges.length);
  const strongest = paths === undefined
    ? level.findLast(({ edges, activities }) =>
      edges.length <= Math.min(pathsAtFirst, pathsEach * activities.length)
    ) ??
      level[0]!
    : nearest(level, paths);
  return byCover.find(({ selection }) => fits(selection))?.selection ?? strongest;
}

function nearest(level: readonly Selection[], share: number): Selection {
  return level.reduce((best, selection) =>
    Math.abs(selection.share - share) < Math.abs(best.share - share) ? selection : best
  );
}

/** Only what some position shows goes into the page, numbered anew. */
function assemble(
  dfg: Dfg,
  settings: MapSettings,
  levels: readonly (readonly Selection[])[],
  first: Selection,
  drawer: LayoutDrawer,
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  steps: readonly FlowEdge[],
): MapModel {
  const n = nodes.length;
  const drawn = levels.map((level) => level.filter((selection) => drawer.indexOf(selection) !== undefined))
    .filter((level) => level.length > 0);
  const shown = new Set(drawn.flat().flatMap(({ activities }) => activities));
  const shownEdges = new Set(drawn.flat().flatMap((selection) => selection.edges));
  const nodeIds = [...shown].sort((a, b) => a - b);
  const edgeIds = [...shownEdges].sort((a, b) => a - b);
  const nodeAt = new Map([...nodeIds, n, n + 1].map((id, i) => [id, i]));
  const edgeAt = new Map(edgeIds.map((id, i) => [id, i]));

  const used = [...new Set(drawn.flat().map((selection) => drawer.indexOf(selection)!))].sort((a, b) => a - b);
  const layoutAt = new Map(used.map((index, i) => [index, i]));
  const totalEvents = sum(dfg.events);
  const totalSteps = sum(steps.map(({ count }) => count));
  const mapped = drawn.map((level): MapLevel => ({
    activities: level[0]!.activities.length,
    events: share(sum(level[0]!.activities.map((activity) => dfg.events[activity]!)), totalEvents),
    positions: level.map((selection): MapPosition => ({
      layout: layoutAt.get(drawer.indexOf(selection)!)!,
      paths: selection.edges.length,
      steps: share(sum(selection.edges.map((edge) => steps[edge]!.count)), totalSteps),
    })),
  }));
  const level = drawn.findIndex((selections) => selections.includes(first));
  return {
    totalCases: dfg.totalCases,
    totalActivities: n,
    totalPaths: steps.length,
    nodes: nodeIds.map((id) => nodes[id]!),
    edges: edgeIds.map((id) => ({
      ...edges[id]!,
      from: nodeAt.get(steps[id]!.from)!,
      to: nodeAt.get(steps[id]!.to)!,
    })),
    levels: mapped,
    layouts: used.map((index): PackedLayout => {
      const layout = drawer.layouts[index]!;
      return packLayout({
        ...layout,
        nodes: layout.nodes.map((value, i) => i % 3 === 0 ? nodeAt.get(value)! : value),
        edges: layout.edges.map((route) => ({ ...route, id: edgeAt.get(route.id)! })),
      });
    }),
    at: [level, drawn[level]!.indexOf(first)],
    show: settings.show,
    measure: settings.measure,
    shownInWords: "",
  };
}

export function mapNode(dfg: Dfg, name: string, i: number): MapNode {
  const lines = name.trim() === "" ? ["(no name)"] : wrapText(name, 13, 136, 4);
  const widest = Math.max(...lines.map((line) => boldWidth(line, 13)));
  const known = (seconds: number) => Number.isNaN(seconds) ? null : precise(seconds);
  return {
    name,
    lines,
    width: 2 * Math.ceil(Math.max(84, widest + 24) / 2),
    height: 16 * lines.length + 17 + 11,
    events: dfg.events[i]!,
    cases: dfg.cases[i]!,
    starts: dfg.starts[i]!,
    ends: dfg.ends[i]!,
    mean: known(dfg.meanServiceSeconds[i] ?? NaN),
    median: known(dfg.medianServiceSeconds[i] ?? NaN),
  };
}

export function mapEdges(dfg: Dfg, steps: readonly FlowEdge[]): MapEdge[] {
  return steps.map((step, i): MapEdge => {
    const edge = dfg.edges[i];
    if (!edge) return { ...step, cases: step.count };
    return {
      ...step,
      cases: edge.cases,
      seconds: {
        median: precise(edge.medianSeconds),
        mean: precise(edge.meanSeconds),
        total: precise(edge.totalSeconds),
        min: precise(edge.minSeconds),
        max: precise(edge.maxSeconds),
      },
    };
  });
}

/** To six digits: more than is shown, and much less to write. */
function precise(seconds: number): number {
  return Number(seconds.toPrecision(6));
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
