/**
 * Lower bounds of alignment costs: the trace aligned with parts of the net, each seen by itself.
 *
 * What a run of the net does to some of its places is a run of the net without the other places, so that no alignment
 * costs less than one of the trace with that part (van der Aalst, "Decomposing Petri nets for process mining: A generic
 * approach", Distributed and Parallel Databases 2013). Parts are state machines, whose states are few, so that what
 * each suffix of the trace costs from each state is one small table. The costs of a move are divided among the parts
 * that see it; then the costs of all parts together are still no more than those of the whole net.
 */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import { stateMachines } from "./align_components.ts";
import { enlarged, type Markings } from "../../models/nets/markings.ts";

/** What a move costs, divided among parts: a multiple of most small numbers of parts. */
const UNIT = 2520;
/** No way at all. Sums of a few of them are still numbers. */
const NEVER = 1 << 30;
/** State machines and single places together, at most; further places give no bound. */
const MOST_PARTS = 64;

interface Part {
  readonly places: Int32Array;
  /** Tokens counted in a single place; 0 for a state machine, whose state is the place that holds the token. */
  readonly cap: number;
  readonly states: number;
  /** Cost of the model's own moves from state to state. */
  readonly distance: Int32Array;
  readonly final: number;
  /** By label: `undefined` if the part does not see it. */
  readonly labels: readonly (LabelInPart | undefined)[];
}

interface LabelInPart {
  readonly logMove: number;
  /** Pairs of states. */
  readonly steps: Int32Array;
}

export class Bounds {
  readonly #markings: Markings;
  readonly #net: NetArrays;
  readonly #parts: readonly Part[];
  /** The state of each part in each marking, for the first `#known` markings. */
  #states = new Uint16Array(0);
  #known = 0;
  /** For the current trace: one table of costs by state after another, and where the table of each part and position begins. */
  #tables = new Int32Array(1024);
  #columns = new Int32Array(1024);
  #positions = 0;

  constructor(net: NetArrays, markings: Markings) {
    this.#net = net;
    this.#markings = markings;
    this.#parts = partsOf(net);
  }

  /** Every place lies in a state machine: little is to be learnt beyond these. */
  get coverAll(): boolean {
    return this.#parts.every(({ cap }) => cap === 0) &&
      new Set(this.#parts.flatMap(({ places }) => [...places])).size === this.#net.places;
  }

  /** Prepares bounds for the suffixes of a trace of label codes. */
  prepare(trace: Int32Array): void {
    const n = trace.length, parts = this.#parts;
    this.#positions = n + 1;
    if (this.#columns.length < parts.length * (n + 1)) this.#columns = new Int32Array(parts.length * (n + 1) * 2);
    let end = 0;
    for (let k = 0; k < parts.length; k++) {
      const { states, distance, final, labels } = parts[k]!;
      this.#reserve(end + states * (n + 1));
      const tables = this.#tables, columns = this.#columns, base = k * (n + 1);
      let column = end;
      end += states;
      columns[base + n] = column;
      for (let s = 0; s < states; s++) tables[column + s] = distance[s * states + final]!;
      for (let i = n - 1; i >= 0; i--) {
        const label = labels[trace[i]!];
        if (label !== undefined) {
          const { logMove, steps } = label, after = column;
          column = end;
          end += states;
          for (let s = 0; s < states; s++) {
            let least = tables[after + s]! + logMove;
            for (let j = 0; j < steps.length; j += 2) {
              const cost = distance[s * states + steps[j]!]! + tables[after + steps[j + 1]!]!;
              if (cost < least) least = cost;
            }
            tables[column + s] = least < NEVER ? least : NEVER;
          }
        }
        columns[base + i] = column;
      }
    }
  }

  /** What the trace from `position` on costs at least from a marking; Infinity if the final one cannot be reached. */
  bound(marking: number, position: number): number {
    if (marking >= this.#known) this.#learn();
    const parts = this.#parts.length, positions = this.#positions;
    const base = marking * parts;
    let sum = 0;
    for (let k = 0; k < parts; k++) {
      sum += this.#tables[this.#columns[k * positions + position]! + this.#states[base + k]!]!;
    }
    return sum >= NEVER ? Infinity : Math.ceil(sum / UNIT);
  }

  /** What the model alone costs at least to its final marking. */
  boundToFinal(marking: number): number {
    if (marking >= this.#known) this.#learn();
    let sum = 0;
    for (let k = 0; k < this.#parts.length; k++) {
      const { states, distance, final } = this.#parts[k]!;
      sum += distance[this.#states[marking * this.#parts.length + k]! * states + final]!;
    }
    return sum >= NEVER ? Infinity : Math.ceil(sum / UNIT);
  }

  #learn(): void {
    const parts = this.#parts, { tokens, count } = this.#markings, { places } = this.#net;
    if (this.#states.length < count * parts.length) {
      this.#states = enlarged(this.#states, Math.max(64, count * 2) * parts.length);
    }
    for (let m = this.#known; m < count; m++) {
      for (let k = 0; k < parts.length; k++) {
        const { places: own, cap } = parts[k]!, base = m * places;
        let state = 0;
        if (cap > 0) state = Math.min(tokens[base + own[0]!]!, cap);
        else while (tokens[base + own[state]!] === 0) state++;
        this.#states[m * parts.length + k] = state;
      }
    }
    this.#known = count;
  }

  #reserve(length: number): void {
    if (this.#tables.length < length) this.#tables = enlarged(this.#tables, length * 2);
  }
}

function partsOf(net: NetArrays): Part[] {
  const machines = stateMachines(net);
  const inside = new Set(machines.flatMap((places) => [...places]));
  const single = Array.from({ length: net.places }, (_, p) => p).filter((p) => !inside.has(p))
    .slice(0, Math.max(0, MOST_PARTS - machines.length)).map((p) => Int32Array.of(p));
  const groups = [...machines, ...single];
  const all = Array.from({ length: net.transitions }, (_, t) => t);
  const seen = groups.map((places) => new Set(all.filter((t) => touches(net, t, places))));
  const labelled = net.labels.map((_, label) => all.filter((t) => net.label[t] === label));
  // Where a state machine sees a move, single places get no share of its cost: they know less.
  const divided = (sees: (k: number) => boolean): Map<number, number> => {
    const own = groups.map((_, k) => k).filter(sees);
    const best = own.some((k) => k < machines.length) ? own.filter((k) => k < machines.length) : own;
    return new Map(best.map((k, i) => [k, Math.floor(UNIT / best.length) + (i < UNIT % best.length ? 1 : 0)]));
  };
  const moveShares = all.map((t) => divided((k) => seen[k]!.has(t)));
  const logShares = labelled.map((ts) => divided((k) => ts.length > 0 && ts.every((t) => seen[k]!.has(t))));
  return groups.map((places, k): Part => {
    const cap = k < machines.length ? 0 : capOf(net, places[0]!);
    const states = cap > 0 ? cap + 1 : places.length;
    const steps = all.map((t) => seen[k]!.has(t) ? (cap > 0 ? countingSteps : machineSteps)(net, t, places, cap) : []);
    const distance = new Int32Array(states * states).fill(NEVER);
    for (let s = 0; s < states; s++) distance[s * states + s] = 0;
    const edges = Array.from({ length: states }, (): [number, number][] => []);
    for (const t of all) {
      for (const [from, to] of steps[t]!) {
        if (from !== to) edges[from]!.push([to, net.label[t] === -1 ? 0 : moveShares[t]!.get(k) ?? 0]);
      }
    }
    for (let s = 0; s < states; s++) shortest(edges, distance.subarray(s * states, (s + 1) * states), s);
    const state = (marking: Int32Array) =>
      cap > 0 ? Math.min(marking[places[0]!]!, cap) : places.findIndex((p) => marking[p]! > 0);
    return {
      places,
      cap,
      states,
      distance,
      final: state(net.final),
      labels: labelled.map((ts, label) => {
        if (!ts.some((t) => seen[k]!.has(t))) return undefined;
        const logMove = logShares[label]!.get(k) ?? 0;
        const pairs = new Set(ts.flatMap((t) => steps[t]!.map(([from, to]) => from * states + to)));
        return {
          logMove,
          steps: Int32Array.from([...pairs].flatMap((pair) => [Math.floor(pair / states), pair % states])),
        };
      }),
    };
  });
}

function touches(net: NetArrays, t: number, places: Int32Array): boolean {
  return net.inPlaces.subarray(net.inOffsets[t]!, net.inOffsets[t + 1]!).some((p) => places.includes(p)) ||
    net.outPlaces.subarray(net.outOffsets[t]!, net.outOffsets[t + 1]!).some((p) => places.includes(p));
}

function machineSteps(net: NetArrays, t: number, places: Int32Array): [number, number][] {
  const within = (offsets: Int32Array, all: Int32Array) =>
    places.findIndex((p) => all.subarray(offsets[t]!, offsets[t + 1]!).includes(p));
  return [[within(net.inOffsets, net.inPlaces), within(net.outOffsets, net.outPlaces)]];
}

/** Beyond the cap it is not known how many tokens there are: a step may then lead to each number that is possible. */
function countingSteps(net: NetArrays, t: number, places: Int32Array, cap: number): [number, number][] {
  const weight = (offsets: Int32Array, all: Int32Array, weights: Int32Array) => {
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) if (all[i] === places[0]) return weights[i]!;
    return 0;
  };
  const taken = weight(net.inOffsets, net.inPlaces, net.inWeights);
  const given = weight(net.outOffsets, net.outPlaces, net.outWeights);
  const steps: [number, number][] = [];
  for (let s = taken; s < cap; s++) steps.push([s, Math.min(cap, s - taken + given)]);
  for (let to = Math.max(0, Math.min(cap, cap - taken + given)); to <= cap; to++) steps.push([cap, to]);
  return steps;
}

function capOf(net: NetArrays, place: number): number {
  let most = Math.max(net.initial[place]!, net.final[place]!);
  for (let i = 0; i < net.inPlaces.length; i++) if (net.inPlaces[i] === place) most = Math.max(most, net.inWeights[i]!);
  return Math.min(most + 2, 200);
}

/** Label-correcting shortest paths: states are few. */
function shortest(edges: readonly (readonly [number, number])[][], distance: Int32Array, start: number): void {
  const queue = [start];
  for (const s of queue) {
    for (const [to, cost] of edges[s]!) {
      if (distance[s]! + cost >= distance[to]!) continue;
      distance[to] = distance[s]! + cost;
      queue.push(to);
    }
  }
}
