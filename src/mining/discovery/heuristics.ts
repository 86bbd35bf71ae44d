/**
 * The heuristics miner.
 *
 * Weijters, van der Aalst & de Medeiros, "Process mining with the HeuristicsMiner algorithm", BETA working paper 166,
 * TU Eindhoven 2006, section 2 (dependency graph, AND and XOR, loops of one and of two); Weijters & Ribeiro, "Flexible
 * heuristics miner (FHM)", CIDM 2011, section III (the same measures, all-tasks-connected heuristic).
 */
import { InputError, OptionError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { variantsOf } from "../variants.ts";
import { type Binding, type HeuristicsEdge, HeuristicsNet } from "../../models/heuristics_net.ts";

export interface HeuristicsOptions {
  /** Least dependency measure of an edge, 0 to 1. The papers' examples take 0.9. @default 0.5 */
  readonly dependency?: number;
  /** Least measure from which two successors, or two predecessors, count as concurrent, 0 to 1. @default 0.65 */
  readonly and?: number;
  /** Least measure of a loop of two activities, 0 to 1. @default 0.5 */
  readonly loopTwo?: number;
  /** Least events of an activity. @default 1 */
  readonly minEvents?: number;
  /** Least count of an edge. @default 1 */
  readonly minCount?: number;
  /**
   * Edges are taken for noise, as if they had not been seen, if rarer than this share of the most frequent edge of each
   * of their two activities. PM4Py does so; the papers do not: 0. @default 0.05
   */
  readonly noise?: number;
  /**
   * Whether each activity that no case starts with gets its best predecessor, and each that no case ends with its best
   * successor, whatever the thresholds say: the papers' all-tasks-connected heuristic. @default false
   */
  readonly allConnected?: boolean;
}

const DEFAULTS: Required<HeuristicsOptions> = {
  dependency: 0.5,
  and: 0.65,
  loopTwo: 0.5,
  minEvents: 1,
  minCount: 1,
  noise: 0.05,
  allConnected: false,
};

/**
 * Discovers which activities depend on which, from how often they follow each other.
 *
 * a ⇒ b = (|a > b| − |b > a|) / (|a > b| + |b > a| + 1) for two activities, |a > a| / (|a > a| + 1) for a loop of one;
 * a loop of two has the measure (|a b a| + |b a b|) / (|a b a| + |b a b| + 1). Two successors b, c of a are concurrent if
 * (|b > c| + |c > b|) / (|a > b| + |a > c| + 1) is high, predecessors likewise; successors that are concurrent with each
 * other are bound together. Loops are never bound with others, nor are two of which one depends on the other: that
 * measure cannot tell order from concurrency.
 *
 * Cost: a pass over the variants.
 *
 * @throws OptionError for a share outside 0 to 1 or a negative count.
 * @throws InputError if there are no events.
 * @example
 * ```ts
 * import { discoverHeuristics, readLog } from "tracebook";
 * const net = discoverHeuristics(await readLog("data/order-to-cash.csv"), { dependency: 0.9 });
 * net.edges.map(({ from, to, dependency }) => [net.activities[from], net.activities[to], dependency]);
 * ```
 */
export function discoverHeuristics(log: EventLog | TraceCounts, options: HeuristicsOptions = {}): HeuristicsNet {
  const settings = { ...DEFAULTS, ...options };
  for (const name of ["dependency", "and", "loopTwo", "noise"] as const) {
    const value = settings[name];
    if (!(value >= 0 && value <= 1)) throw new OptionError(`Expected ${name} from 0 to 1 but found ${value}.`);
  }
  for (const name of ["minEvents", "minCount"] as const) {
    if (!(settings[name] >= 0)) throw new OptionError(`Expected ${name} of 0 or more but found ${settings[name]}.`);
  }
  const seen = withoutNoise(countSuccessions(variantsOf(log)), settings.noise);
  const measured = chooseEdges(seen, settings);
  return netOf(seen, measured, settings.and);
}

/** How often activities follow each other. Pairs are `from * n + to`. */
interface Successions {
  readonly n: number;
  readonly activities: readonly string[];
  readonly events: Float64Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** |a > b| */
  readonly follows: ReadonlyMap<number, number>;
  /** |a b a|, of two activities. */
  readonly turns: ReadonlyMap<number, number>;
}

function countSuccessions({ activities, sequences, counts }: TraceCounts): Successions {
  const n = activities.length;
  const events = new Float64Array(n), starts = new Float64Array(n), ends = new Float64Array(n);
  const follows = new Map<number, number>(), turns = new Map<number, number>();
  sequences.forEach((sequence, v) => {
    const cases = counts[v]!;
    if (sequence.length === 0) return;
    starts[sequence[0]!]! += cases;
    ends[sequence[sequence.length - 1]!]! += cases;
    for (let i = 0; i < sequence.length; i++) {
      const a = sequence[i]!;
      events[a]! += cases;
      if (i === 0) continue;
      const before = sequence[i - 1]!;
      const pair = before * n + a;
      follows.set(pair, (follows.get(pair) ?? 0) + cases);
      if (i > 1 && sequence[i - 2] === a && before !== a) {
        const turn = a * n + before;
        turns.set(turn, (turns.get(turn) ?? 0) + cases);
      }
    }
  });
  if (events.every((count) => count === 0)) {
    throw new InputError("Expected a log with events to discover a model from but found none.");
  }
  return { n, activities, events, starts, ends, follows, turns };
}

function withoutNoise(seen: Successions, noise: number): Successions {
  const { n, follows } = seen;
  const most = new Float64Array(n);
  for (const [pair, count] of follows) {
    for (const a of [Math.floor(pair / n), pair % n]) most[a] = Math.max(most[a]!, count);
  }
  const rare = ([pair, count]: readonly [number, number]) =>
    count < Math.min(most[Math.floor(pair / n)]! * noise, most[pair % n]! * noise);
  return { ...seen, follows: new Map([...follows].filter((entry) => !rare(entry))) };
}

/** All edges with their measures, sorted, and why they are kept, where they are. */
function chooseEdges(seen: Successions, settings: Required<HeuristicsOptions>): HeuristicsEdge[] {
  const { n, events, follows, turns } = seen;
  const allowed = (from: number, to: number, count: number) =>
    events[from]! >= settings.minEvents && events[to]! >= settings.minEvents && count >= settings.minCount;
  const dependencyOf = (from: number, to: number) => {
    const count = follows.get(from * n + to) ?? 0;
    if (from === to) return count / (count + 1);
    const back = follows.get(to * n + from) ?? 0;
    return (count - back) / (count + back + 1);
  };
  const edges = new Map<number, HeuristicsEdge>();
  for (const pair of [...follows.keys()].sort((a, b) => a - b)) {
    const from = Math.floor(pair / n), to = pair % n, count = follows.get(pair)!;
    const dependency = dependencyOf(from, to);
    const strong = allowed(from, to, count) && dependency >= settings.dependency;
    edges.set(pair, { from, to, count, dependency, kept: strong ? "dependency" : undefined });
  }
  const keep = (pair: number, kept: HeuristicsEdge["kept"]) => {
    const known = edges.get(pair);
    if (known === undefined) {
      const from = Math.floor(pair / n), to = pair % n;
      edges.set(pair, { from, to, count: 0, dependency: dependencyOf(from, to), kept });
    } else if (known.kept === undefined) edges.set(pair, { ...known, kept });
  };

  // A loop of two hangs on an activity that something else connects; alone it would be an island.
  const connected = new Set([...edges.values()].flatMap(({ from, to, kept }) => kept ? [from, to] : []));
  const strong = new Set([...edges.values()].filter(({ kept }) => kept).map(({ from, to }) => from * n + to));
  for (const [turn, count] of turns) {
    const a = Math.floor(turn / n), b = turn % n, back = b * n + a;
    const both = count + (turns.get(back) ?? 0);
    if (!connected.has(a) || both / (both + 1) < settings.loopTwo) continue;
    if (!follows.has(turn) || !allowed(a, b, follows.get(turn)!) || strong.has(turn) || strong.has(back)) continue;
    keep(turn, "loopOfTwo");
    keep(back, "loopOfTwo");
  }
  if (settings.allConnected) connectAll(seen, settings.minEvents, edges, keep);
  return [...edges.values()].sort((x, y) => x.from - y.from || x.to - y.to);
}

/** Ties between edges of equal dependency go to the more frequent one, then to the first name. */
function connectAll(
  { n, events, starts, ends }: Successions,
  minEvents: number,
  edges: ReadonlyMap<number, HeuristicsEdge>,
  keep: (pair: number, kept: HeuristicsEdge["kept"]) => void,
): void {
  const before: (HeuristicsEdge | undefined)[] = [], after: (HeuristicsEdge | undefined)[] = [];
  for (const edge of edges.values()) {
    const { from, to } = edge;
    if (from === to || events[from]! < minEvents || events[to]! < minEvents) continue;
    if (starts[to] === 0) before[to] = better(before[to], edge);
    if (ends[from] === 0) after[from] = better(after[from], edge);
  }
  for (const edge of [...before, ...after]) if (edge) keep(edge.from * n + edge.to, "connection");
}

function better(known: HeuristicsEdge | undefined, edge: HeuristicsEdge): HeuristicsEdge {
  if (known === undefined) return edge;
  return (edge.dependency - known.dependency || edge.count - known.count) > 0 ? edge : known;
}

/** The net over the activities that occur, with its bindings. */
function netOf(seen: Successions, measured: readonly HeuristicsEdge[], and: number): HeuristicsNet {
  const { n, activities, events, starts, ends, follows } = seen;
  const members = activities.map((_, a) => a).filter((a) => events[a]! > 0)
    .sort((a, b) => activities[a]! < activities[b]! ? -1 : 1);
  const code = new Map(members.map((a, i) => [a, i]));
  const before = activities.map((): number[] => []), after = activities.map((): number[] => []);
  const loops = activities.map((_, a) => new Set([a]));
  for (const { from, to, kept } of measured) {
    if (kept === undefined) continue;
    after[from]!.push(to);
    before[to]!.push(from);
    if (kept === "loopOfTwo") loops[from]!.add(to);
  }
  const count = (from: number, to: number) => follows.get(from * n + to) ?? 0;
  const bindings = (near: readonly number[], apart: ReadonlySet<number>, beside: (other: number) => number) => {
    const concurrent = (b: number, c: number) =>
      !apart.has(b) && !apart.has(c) && !after[b]!.includes(c) && !after[c]!.includes(b) &&
      (count(b, c) + count(c, b)) / (beside(b) + beside(c) + 1) >= and;
    return cliques(near, concurrent).map((binding) => binding.map((a) => code.get(a)!).sort((a, b) => a - b))
      .sort(compareBindings);
  };
  const of = (values: Float64Array) => Float64Array.from(members, (a) => values[a]!);
  return new HeuristicsNet({
    activities: members.map((a) => activities[a]!),
    events: of(events),
    starts: of(starts),
    ends: of(ends),
    measured: measured.map((edge) => ({ ...edge, from: code.get(edge.from)!, to: code.get(edge.to)! }))
      .sort((x, y) => x.from - y.from || x.to - y.to),
    inputs: members.map((a) => bindings(before[a]!, loops[a]!, (b) => count(b, a))),
    outputs: members.map((a) => bindings(after[a]!, loops[a]!, (b) => count(a, b))),
  });
}

/** The greatest sets of which any two are joined (Bron & Kerbosch 1973, with a pivot). */
function cliques(nodes: readonly number[], joined: (a: number, b: number) => boolean): number[][] {
  const near = new Map(nodes.map((a) => [a, new Set(nodes.filter((b) => a !== b && joined(a, b)))]));
  const found: number[][] = [];
  const grow = (clique: readonly number[], candidates: readonly number[], excluded: readonly number[]): void => {
    if (candidates.length + excluded.length === 0) {
      if (clique.length > 0) found.push([...clique]);
      return;
    }
    const ties = (a: number) => candidates.filter((b) => near.get(a)!.has(b)).length;
    const pivot = [...candidates, ...excluded].reduce((best, a) => ties(a) > ties(best) ? a : best);
    const left = new Set(candidates), done = [...excluded];
    for (const a of candidates) {
      if (near.get(pivot)!.has(a)) continue;
      const close = near.get(a)!;
      grow([...clique, a], [...left].filter((b) => close.has(b)), done.filter((b) => close.has(b)));
      left.delete(a);
      done.push(a);
    }
  };
  grow([], nodes, []);
  return found;
}

function compareBindings(some: Binding, others: Binding): number {
  const least = Math.min(some.length, others.length);
  for (let i = 0; i < least; i++) if (some[i] !== others[i]) return some[i]! - others[i]!;
  return some.length - others.length;
}
