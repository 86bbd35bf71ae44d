/** A map that is drawn again and again of parts of one log: activities keep their places from one picture to the next. */
import { type FlowEdge, flowEdges, frequentParts } from "../../mining/simplify_dfg.ts";
import type { Dfg } from "../../models/dfg.ts";
import { flowOrder } from "./flow_order.ts";
import type { Layout } from "./layout.ts";
import { layOutMap } from "./map_layout.ts";
import { mapEdges, mapNode, mostActivities, mostPaths } from "./map_model.ts";
import { endHeight, endWidth, type MapModel } from "./model.ts";
import { packLayout } from "./pack_layout.ts";

export interface SteadyMapSettings {
  /** Share of the activities, 0 to 1. @default as many as can be read at once */
  readonly activities?: number | undefined;
  /** Share of the paths between them, 0 to 1. @default the strongest that can be read */
  readonly paths?: number | undefined;
}

export interface SteadyMap {
  /** A model of one position. */
  readonly model: MapModel;
  /** Where the sliders stand, 0 to 1. */
  readonly activityShare: number;
  readonly pathShare: number;
  /** Whether the places are those of the picture before. */
  readonly kept: boolean;
}

const activitiesAtFirst = 24;
const pathsEach = 1.5;
/** Of the nodes of the picture before at least this share has to be there again; else its gaps outgrow it. */
const leastKept = 0.5;

/**
 * Makes the maps of parts of one log.
 *
 * Where all that is to be drawn stood in the picture before, it keeps its places and lines. Where it did not, the graph is
 * laid out anew, activities in the order in which they flow in the whole log: rows and neighbours stay alike.
 */
export function steadyMaps(whole: Dfg): (dfg: Dfg, settings: SteadyMapSettings) => SteadyMap {
  const flow = flowOrder(whole.activities.length + 2, flowEdges(whole));
  const places = new Map(namesOf(whole).map((name, i) => [name, flow[i]!]));
  let before: NamedLayout | undefined;
  return (dfg, settings) => {
    const part = chosenPart(dfg, settings);
    const again = before && takenAgain(before, part);
    const layout = again ?? laidOut(part, places);
    if (!again) before = namedLayout(part, layout);
    return {
      model: modelOf(part, layout),
      activityShare: part.activityShare,
      pathShare: part.pathShare,
      kept: again !== undefined,
    };
  };
}

/** What is to be drawn of a graph: numbers of activities and of steps. */
interface Part {
  readonly dfg: Dfg;
  readonly steps: readonly FlowEdge[];
  readonly names: readonly string[];
  readonly activities: readonly number[];
  readonly edges: readonly number[];
  readonly activityShare: number;
  readonly pathShare: number;
}

function chosenPart(dfg: Dfg, settings: SteadyMapSettings): Part {
  const n = dfg.activities.length;
  const steps = flowEdges(dfg), names = namesOf(dfg);
  if (n === 0) return { dfg, steps, names, activities: [], edges: [], activityShare: 1, pathShare: 1 };
  const most = Math.min(n, mostActivities);
  const wanted = settings.activities === undefined
    ? Math.min(most, activitiesAtFirst)
    : Math.max(1, Math.round(settings.activities * most));
  const { activities, edges, leastEdges } = frequentParts(dfg)(wanted);
  const possible = Math.max(leastEdges, Math.min(edges.length, mostPaths));
  const count = settings.paths === undefined
    ? Math.max(leastEdges, Math.min(possible, readable(steps, edges, activities.length, n)))
    : leastEdges + Math.round(settings.paths * (possible - leastEdges));
  return {
    dfg,
    steps,
    names,
    activities,
    edges: edges.slice(0, count).sort((a, b) => a - b),
    activityShare: wanted / most,
    pathShare: possible === leastEdges ? 1 : (count - leastEdges) / (possible - leastEdges),
  };
}

/** How many edges to show at first: not more than so many between activities, starts and ends beside them. */
function readable(steps: readonly FlowEdge[], edges: readonly number[], activities: number, n: number): number {
  let inner = 0;
  const most = pathsEach * activities + 2;
  const at = edges.findIndex((edge) => steps[edge]!.from < n && steps[edge]!.to < n && ++inner > most);
  return at < 0 ? edges.length : at;
}

/** Names of all nodes, the start and the end last. No activity is called like these: it has a mark before its name. */
function namesOf({ activities }: Dfg): string[] {
  return [...activities.map((name) => `:${name}`), "start", "end"];
}

function edgeName({ names, steps }: Part, edge: number): string {
  const { from, to } = steps[edge]!;
  return JSON.stringify([names[from], names[to]]);
}

function nodesOf({ dfg, activities }: Part): number[] {
  const n = dfg.activities.length;
  return [n, ...activities, n + 1];
}

function laidOut(part: Part, places: ReadonlyMap<string, number>): Layout {
  const { dfg, steps, names } = part;
  const place = (id: number) => places.get(names[id]!) ?? 0;
  const ids = nodesOf(part).sort((a, b) => place(a) - place(b));
  const byCount = [...part.edges].sort((a, b) => steps[b]!.count - steps[a]!.count || a - b);
  return layOutMap(
    ids.map((id) => ({ id, ...sizeOf(dfg, id) })),
    byCount.map((id) => {
      const { from, to, count } = steps[id]!;
      return {
        id,
        from,
        to,
        backwards: place(from) > place(to),
        weight: 1 + Math.round(60 * Math.min(1, count / Math.max(1, dfg.totalCases))),
      };
    }),
    (id) => dfg.events[id] ?? 0,
  );
}

function sizeOf(dfg: Dfg, id: number): { width: number; height: number } {
  const name = dfg.activities[id];
  if (name === undefined) return { width: endWidth, height: endHeight };
  const { width, height } = mapNode(dfg, name, id);
  return { width, height };
}

/** A layout by names, so that it can serve another graph. */
interface NamedLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, readonly [x: number, y: number]>;
  readonly edges: ReadonlyMap<string, readonly number[]>;
}

function namedLayout(part: Part, { width, height, nodes, edges }: Layout): NamedLayout {
  const placed = new Map<string, readonly [number, number]>();
  for (let i = 0; i < nodes.length; i += 3) placed.set(part.names[nodes[i]!]!, [nodes[i + 1]!, nodes[i + 2]!]);
  return { width, height, nodes: placed, edges: new Map(edges.map(({ id, points }) => [edgeName(part, id), points])) };
}

function takenAgain({ width, height, nodes, edges }: NamedLayout, part: Part): Layout | undefined {
  const ids = nodesOf(part);
  if (ids.length < leastKept * nodes.size) return undefined;
  const placed = ids.map((id) => nodes.get(part.names[id]!));
  const routes = part.edges.map((edge) => edges.get(edgeName(part, edge)));
  if (placed.includes(undefined) || routes.includes(undefined)) return undefined;
  return {
    width,
    height,
    nodes: ids.flatMap((id, i) => [id, ...placed[i]!]),
    edges: part.edges.map((id, i) => ({ id, points: routes[i]! })),
  };
}

/** Only what is shown, numbered anew, as `mapModel` does it for many positions. */
function modelOf({ dfg, steps, activities, edges }: Part, layout: Layout): MapModel {
  const n = dfg.activities.length;
  const nodeAt = new Map([...activities, n, n + 1].map((id, i) => [id, i]));
  const edgeAt = new Map(edges.map((id, i) => [id, i]));
  const all = mapEdges(dfg, steps);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const share = (part: number, whole: number) => whole === 0 ? 1 : part / whole;
  const shown = {
    events: share(sum(activities.map((id) => dfg.events[id]!)), sum([...dfg.events])),
    steps: share(sum(edges.map((id) => steps[id]!.count)), sum(steps.map(({ count }) => count))),
  };
  return {
    totalCases: dfg.totalCases,
    totalActivities: n,
    totalPaths: steps.length,
    nodes: activities.map((id) => mapNode(dfg, dfg.activities[id]!, id)),
    edges: edges.map((id) => ({ ...all[id]!, from: nodeAt.get(steps[id]!.from)!, to: nodeAt.get(steps[id]!.to)! })),
    levels: [{
      activities: activities.length,
      events: shown.events,
      positions: [{ layout: 0, paths: edges.length, steps: shown.steps }],
    }],
    layouts: [packLayout({
      ...layout,
      nodes: layout.nodes.map((value, i) => i % 3 === 0 ? nodeAt.get(value)! : value),
      edges: layout.edges.map((route) => ({ ...route, id: edgeAt.get(route.id)! })),
    })],
    at: [0, 0],
    show: "frequency",
    measure: "median",
    shownInWords: "",
  };
}
