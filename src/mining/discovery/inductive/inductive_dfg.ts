/**
 * The inductive miner on a directly-follows graph alone (IMd), and with infrequent edges left out.
 *
 * Leemans, Fahland, van der Aalst, "Scalable process discovery and conformance checking", Software & Systems Modeling
 * 17(2), 2018. Cuts are those of the inductive miner; graphs are split where it splits logs. Of its fall-throughs those
 * remain that need no log: the loops over τ, and the flower.
 */
import { InputError } from "../../../base/errors.ts";
import type { ProcessTree } from "../../../models/process_tree.ts";
import { type Cut, findCut } from "./cuts.ts";
import { type Frequencies, graphOfFrequencies, withoutNoise } from "./graph.ts";
import { type Growth, growTree } from "./grow.ts";
import { type InductiveOptions, noiseOf } from "./noise_option.ts";
import { foundInModelsPlace } from "../../../models/given_model.ts";

/** What IMd reads of a directly-follows graph; every `Dfg` is one. */
export interface DfgCounts {
  readonly activities: readonly string[];
  /** Cases that start, and that end, with each activity. */
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** `from` and `to` are indices into `activities`. */
  readonly edges: Iterable<{ readonly from: number; readonly to: number; readonly count: number }>;
}

/**
 * Discovers a process tree from a directly-follows graph, such as one that a database counted or that was filtered.
 *
 * Where activities can be left out or are concurrent the graph tells less than the log: unlike that of
 * `discoverInductive`, the tree need not accept every case behind the graph. With `noise` above 0, where no cut explains
 * a part of the graph, its edges and starts that are rare beside their alternatives are left out, and so are ways past a
 * part of a sequence that are at most that share. Activities without
 * edge, start and end are no part of the tree.
 *
 * Cost: the events are not read; it grows with the square of the number of activities for each level of the tree.
 *
 * @throws InputError if no case starts or none ends in the graph, or `noise` lies outside 0 to 1.
 *
 * @example
 * ```ts
 * import { directlyFollows, discoverInductiveFromDfg, readLog } from "tracebook";
 * const graph = directlyFollows(await readLog("data/order-to-cash.csv"));
 * discoverInductiveFromDfg(graph, { noise: 0.1 }).toString();
 * ```
 */
export function discoverInductiveFromDfg(dfg: DfgCounts, options: InductiveOptions = {}): ProcessTree {
  if (typeof dfg !== "object" || dfg === null || !("edges" in dfg) || !("starts" in dfg)) {
    throw new InputError(
      `Expected a directly-follows graph but found ${foundInModelsPlace(dfg)}.\n` +
        "Give what directlyFollows(log) returned, or call discoverInductive(log).",
    );
  }
  const noise = noiseOf(options);
  const root = wholeGraph(dfg);
  for (const rim of ["starts", "ends"] as const) {
    if (root[rim].some((count) => count > 0)) continue;
    throw new InputError(
      `Expected a directly-follows graph with counts in ${rim} but all ${dfg.activities.length} are 0. ` +
        `Give the number of cases that ${rim === "starts" ? "start" : "end"} with each activity.`,
    );
  }
  return growTree(root, (part) => grow(part, noise));
}

interface Part extends Frequencies {
  readonly names: readonly string[];
  /** Some cases go past this part. */
  readonly skippable: boolean;
}

const NOTHING: Part = {
  size: 0,
  names: [],
  edges: new Float64Array(0),
  starts: new Float64Array(0),
  ends: new Float64Array(0),
  skippable: false,
};

function wholeGraph({ activities, starts, ends, edges }: DfgCounts): Part {
  const used = new Set<number>();
  activities.forEach((_, a) => (starts[a]! > 0 || ends[a]! > 0) && used.add(a));
  const counted = Array.from(edges).filter(({ count }) => count > 0);
  for (const { from, to } of counted) used.add(from).add(to);
  const order = [...used].sort((a, b) => activities[a]! < activities[b]! ? -1 : 1);
  const codeOf = new Map(order.map((a, code) => [a, code]));
  const size = order.length;
  const matrix = new Float64Array(size * size);
  for (const { from, to, count } of counted) matrix[codeOf.get(from)! * size + codeOf.get(to)!]! += count;
  return {
    size,
    names: order.map((a) => activities[a]!),
    edges: matrix,
    starts: Float64Array.from(order, (a) => starts[a]!),
    ends: Float64Array.from(order, (a) => ends[a]!),
    skippable: false,
  };
}

function grow(part: Part, noise: number): Growth<Part> {
  if (part.size === 0) return {};
  if (part.skippable) return { operator: "choice", parts: [NOTHING, { ...part, skippable: false }] };
  if (part.size === 1 && part.edges[0] === 0) return { activity: part.names[0] };
  let kept: Frequencies = part;
  let cut = findCut(graphOfFrequencies(kept));
  if (cut === undefined && noise > 0) cut = findCut(graphOfFrequencies(kept = withoutNoise(part, noise)));
  if (cut) return { operator: cut.operator, parts: splitGraph(part, kept, cut, noise) };
  return { operator: "loop", parts: rounds(part, true) ?? rounds(part, false) ?? flower(part) };
}

/**
 * One graph for each part of the cut: the edges within it, however rare; and for its starts and ends, in a sequence or a
 * loop, also where kept edges enter and leave it.
 */
function splitGraph(whole: Part, kept: Frequencies, { operator, parts, partOf }: Cut, noise: number): Part[] {
  const skips = operator === "sequence" ? skipsOf(kept, parts, partOf) : new Float64Array(parts);
  const passes = operator === "sequence" || operator === "loop";
  return Array.from({ length: parts }, (_, p) => {
    const members = whole.names.map((_, a) => a).filter((a) => partOf[a] === p);
    const others = whole.names.map((_, a) => a).filter((a) => partOf[a] !== p);
    const size = members.length;
    const edges = new Float64Array(size * size);
    members.forEach((a, i) => members.forEach((b, j) => edges[i * size + j] = whole.edges[a * whole.size + b]!));
    const sum = (from: Frequencies, edge: (other: number) => number) =>
      others.reduce((total, other) => total + from.edges[edge(other)]!, 0);
    const entered = (from: Frequencies, a: number) => sum(from, (other) => other * whole.size + a);
    const left = (from: Frequencies, a: number) => sum(from, (other) => a * whole.size + other);
    const starts = Float64Array.from(members, (a) => kept.starts[a]! + (passes ? entered(kept, a) : 0));
    const ends = Float64Array.from(members, (a) => kept.ends[a]! + (passes ? left(kept, a) : 0));
    return {
      size,
      names: members.map((a) => whole.names[a]!),
      edges,
      starts: withUnreached(starts, size, (i, j) => edges[i * size + j]! > 0, (i) => entered(whole, members[i]!)),
      ends: withUnreached(ends, size, (i, j) => edges[j * size + i]! > 0, (i) => left(whole, members[i]!)),
      skippable: skips[p]! > noise * (skips[p]! + starts.reduce((total, count) => total + count, 0)),
    };
  });
}

/** How often an edge, a start or an end goes past each part. */
function skipsOf({ size, edges, starts, ends }: Frequencies, parts: number, partOf: Int32Array): Float64Array {
  const skips = new Float64Array(parts);
  const goPast = (from: number, to: number, count: number) => {
    for (let p = from + 1; p < to; p++) skips[p]! += count;
  };
  for (let a = 0; a < size; a++) {
    goPast(-1, partOf[a]!, starts[a]!);
    goPast(partOf[a]!, parts, ends[a]!);
    for (let b = 0; b < size; b++) goPast(partOf[a]!, partOf[b]!, edges[a * size + b]!);
  }
  return skips;
}

/** An activity that cases come to only by way of other parts is where they start in its own. */
function withUnreached(
  rim: Float64Array,
  size: number,
  leads: (from: number, to: number) => boolean,
  fromElsewhere: (activity: number) => number,
): Float64Array {
  const reached = Array.from(rim, (_, a) => a).filter((a) => rim[a]! > 0);
  const seen = new Set(reached);
  for (let i = 0; i < reached.length; i++) {
    for (let b = 0; b < size; b++) {
      if (seen.has(b) || !leads(reached[i]!, b)) continue;
      seen.add(b);
      reached.push(b);
    }
  }
  return rim.map((count, a) => seen.has(a) ? count : fromElsewhere(a));
}

/** Edges to where cases start begin another round; in the strict loop only those from where they end. */
function rounds(part: Part, strict: boolean): [Part, Part] | undefined {
  const { size } = part;
  const edges = part.edges.slice(), starts = part.starts.slice(), ends = part.ends.slice();
  let cut = false;
  for (let a = 0; a < size; a++) {
    if (strict && part.ends[a] === 0) continue;
    for (let b = 0; b < size; b++) {
      const count = edges[a * size + b]!;
      if (count === 0 || part.starts[b] === 0) continue;
      edges[a * size + b] = 0;
      ends[a]! += count;
      starts[b]! += count;
      cut = true;
    }
  }
  return cut ? [{ ...part, edges, starts, ends }, NOTHING] : undefined;
}

/** Any activity as often as wanted. */
function flower(part: Part): [Part, Part] {
  const { size } = part;
  const once = new Float64Array(size).fill(1);
  return [NOTHING, { ...part, edges: new Float64Array(size * size), starts: once, ends: once }];
}
