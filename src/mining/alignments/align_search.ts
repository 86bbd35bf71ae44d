/**
 * The optimal alignment of one trace: A* over markings and positions in the trace.
 *
 * Adriansyah, "Aligning Observed and Modeled Behavior", 2014, chapter 4 (search in the synchronous product); van Dongen,
 * "Efficiently Computing Alignments", BPM 2018 (order of expansion: the deepest first among equals). Here a state is
 * left by a move of the log or by a jump (align_jumps.ts), and the bound is that of align_bounds.ts, or of
 * align_equation.ts where that knows more.
 */
import { goOn } from "../../base/stop.ts";
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import { Bounds } from "./align_bounds.ts";
import { Completions } from "./align_completion.ts";
import { MarkingEquation } from "./align_equation.ts";
import { Jumps } from "./align_jumps.ts";
import { enlarged, Markings } from "../../models/nets/markings.ts";
import { StubbornSets } from "../../models/nets/stubborn_sets.ts";

export interface Found {
  readonly cost: number;
  readonly lowerBound: number;
  /** Pairs: position in the trace or -1, transition or -1. */
  readonly moves: Int32Array;
  /** States that were looked at: the same whatever was aligned before. */
  readonly states: number;
}

/** States kept at each position by the search that always ends. */
const BEAM = 30;
/** Markings it may look at on its ways to the final one, which are few unless the net has no bounds. */
const BEAM_EFFORT = 10_000;
/** States that are looked at before the marking equation is asked: most traces need no more. */
const EASY_STATES = 100;
/** Work on the marking equation for one trace: some seconds. */
const EQUATION_WORK = 3e9;
/** In the place of a portion of jumps: the way to the final marking. */
const END = -1;

export class Aligner {
  readonly #jumps: Jumps;
  readonly #markings: Markings;
  readonly #bounds: Bounds;
  readonly #completions: Completions;
  /** Of nets that state machines do not cover. */
  readonly #equation: MarkingEquation | undefined;
  #states = 0;
  #turns = 0;
  // Nodes: a marking and a position each.
  #nodes = 0;
  #marking = new Int32Array(1024);
  #position = new Int32Array(1024);
  #cost = new Int32Array(1024);
  /** Least cost of all with this node in between. */
  #total = new Int32Array(1024);
  #parent = new Int32Array(1024);
  /** List and number of the jump that led here; list -1 for a move of the log. */
  #list = new Int32Array(1024);
  #jump = new Int32Array(1024);
  #slot = new Int32Array(1024);
  #closed = new Uint8Array(1024);
  /** The marking equation has been asked about this node. */
  #asked = new Uint8Array(1024);
  #table = new Int32Array(4096);
  /** The total that the search has come to: whatever is still in the queue costs no less, even if its bound says so. */
  #floor = 0;
  // Entries of the queue: a stack for each total.
  #heads: number[] = [];
  #entries = 0;
  #entryNode = new Int32Array(1024);
  /** Jumps from this portion on are still to be taken; `END` stands for the way to the final marking. */
  #entryFrom = new Int32Array(1024);
  #entryNext = new Int32Array(1024);

  constructor(net: NetArrays) {
    this.#markings = new Markings(net);
    const stubborn = new StubbornSets(net, this.#markings);
    this.#bounds = new Bounds(net, this.#markings);
    this.#jumps = new Jumps(net, this.#markings, stubborn);
    this.#equation = this.#bounds.coverAll ? undefined : new MarkingEquation(net, this.#markings, EQUATION_WORK);
    this.#completions = new Completions(net, this.#markings, stubborn, this.#bounds);
  }

  /** Visible steps of the shortest run; Infinity if there is none, NaN if none was found. */
  shortestRun(): number {
    return this.#completions.of(0).cost;
  }

  /** Roughly how much memory is kept from trace to trace. */
  get bytes(): number {
    return this.#markings.tokens.byteLength + this.#jumps.bytes + this.#marking.length * 48;
  }

  /**
   * Aligns a trace of label codes; after `maxStates` states, or when `deadline` (milliseconds of `performance.now`) has
   * come, it takes what it finds quickly, and says what it knows.
   */
  align(trace: Int32Array, maxStates: number, deadline = Infinity): Found {
    this.#states = 0;
    this.#bounds.prepare(trace);
    this.#equation?.prepare(trace);
    this.#clear();
    const { node, cost, bound } = this.#search(trace, maxStates, deadline);
    if (node >= 0) return { cost, lowerBound: bound, moves: this.#movesTo(node), states: this.#states };
    this.#clear();
    const rough = this.#beam(trace);
    return { ...rough, lowerBound: Math.min(bound, rough.cost), states: this.#states };
  }

  /** The node from which the final marking is reached, or -1, and a bound of the cost. */
  #search(trace: Int32Array, maxStates: number, deadline: number): { node: number; cost: number; bound: number } {
    const n = trace.length;
    // What was not looked at, because a list of jumps was cut or a way to the end not found, costs no less than this.
    let missed = Infinity;
    this.#visit(0, 0, 0, -1, -1, -1);
    for (let least = this.#least(); least < this.#heads.length; least++) {
      this.#floor = least;
      for (let entry = this.#heads[least] ?? -1; entry >= 0; entry = this.#heads[least] ?? -1) {
        this.#heads[least] = this.#entryNext[entry]!;
        const node = this.#entryNode[entry]!, from = this.#entryFrom[entry]!;
        if (from === END) return { node, cost: least, bound: Math.min(least, missed) };
        if (from === 0) {
          if (this.#closed[node] || this.#total[node] !== least) continue;
          if (this.#equation && this.#states > EASY_STATES && this.#isDearer(this.#equation, node, least)) continue;
          this.#closed[node] = 1;
        }
        if (this.#states >= maxStates || this.#late(deadline)) {
          return { node: -1, cost: NaN, bound: Math.min(least, missed) };
        }
        this.#states++;
        const marking = this.#marking[node]!, position = this.#position[node]!, cost = this.#cost[node]!;
        if (position === n) {
          const easy = this.#completions.easily(marking);
          if (!easy && this.#equation && this.#isDearer(this.#equation, node, least)) continue;
          const { cost: rest, effort } = easy ?? this.#completions.of(marking);
          this.#states += effort;
          if (Number.isNaN(rest)) missed = Math.min(missed, least);
          else if (rest < Infinity) this.#push(cost + rest, node, END);
          continue;
        }
        // The queue gives the last entry first: so jumps that are known come before further jumps, and before the log's move.
        if (from === 0) this.#visit(marking, position + 1, cost + 1, node, -1, -1);
        const list = this.#jumps.from(marking, trace[position]!);
        const jumpCost = this.#jumps.cost(list, from);
        if (cost + jumpCost > least) {
          if (jumpCost < Infinity) this.#push(cost + jumpCost, node, from);
          continue;
        }
        const { cut } = this.#jumps.upTo(list, from);
        if (cut) missed = Math.min(missed, least);
        const next = this.#jumps.cost(list, from + 1);
        if (next < Infinity) this.#push(Math.max(least, cost + next), node, from + 1);
        this.#take(node, list, from);
      }
    }
    return { node: -1, cost: NaN, bound: missed };
  }

  /** Whether the marking equation knows by now that a node costs more; then it is put back into the queue. */
  #isDearer(equation: MarkingEquation, node: number, total: number): boolean {
    const marking = this.#marking[node]!, position = this.#position[node]!;
    let bound = equation.bound(marking, position);
    if (this.#cost[node]! + bound <= total && !this.#asked[node]) {
      this.#asked[node] = 1;
      this.#states++;
      equation.improve(marking, position);
      bound = equation.bound(marking, position);
    }
    if (this.#cost[node]! + bound <= total) return false;
    this.#closed[node] = 1;
    if (bound === Infinity) return true;
    this.#closed[node] = 0;
    this.#total[node] = this.#cost[node]! + bound;
    this.#push(this.#total[node]!, node, 0);
    return true;
  }

  /** Asks the clock only now and then. */
  #late(deadline: number): boolean {
    if (++this.#turns % 256 !== 0) return false;
    goOn();
    return performance.now() > deadline;
  }

  /** Takes the jumps of one portion. */
  #take(node: number, list: number, portion: number): void {
    const { targets, costs, ends, efforts } = this.#jumps.upTo(list, portion);
    this.#states += efforts[portion]! - 1;
    const position = this.#position[node]! + 1, cost = this.#cost[node]! + costs[portion]!;
    for (let j = ends[portion]! - 1; j >= (ends[portion - 1] ?? 0); j--) {
      this.#visit(targets[j]!, position, cost, node, list, j);
    }
  }

  /**
   * A search that always ends, from position to position with the most promising states of each; at worst all moves of
   * the log and then a whole run.
   */
  #beam(trace: Int32Array): { cost: number; moves: Int32Array } {
    const n = trace.length;
    this.#visit(0, 0, 0, -1, -1, -1);
    let from = 0;
    for (let position = 0; position < n && from < this.#nodes; position++) {
      const end = this.#nodes;
      for (const node of this.#best(from, end)) {
        this.#visit(this.#marking[node]!, position + 1, this.#cost[node]! + 1, node, -1, -1);
        const list = this.#jumps.from(this.#marking[node]!, trace[position]!);
        for (let p = 0; p < 4 && this.#jumps.cost(list, p) <= 3; p++) this.#take(node, list, p);
      }
      from = end;
    }
    let best = -1, least = n + this.shortestRun(), effort = 0;
    for (const node of this.#best(from, this.#nodes)) {
      const rest = this.#completions.of(this.#marking[node]!);
      effort += rest.effort;
      if (this.#cost[node]! + rest.cost < least) {
        best = node;
        least = this.#cost[node]! + rest.cost;
      }
      if (effort > BEAM_EFFORT) break;
    }
    if (best >= 0) return { cost: least, moves: this.#movesTo(best) };
    const moves = Int32Array.from(
      [...trace].flatMap((_, i) => [i, -1]).concat(pathMoves(this.#completions.of(0).steps)),
    );
    return { cost: least, moves };
  }

  /** Of the nodes from `from` up to `end` those with the least totals; the earlier first among equals. */
  #best(from: number, end: number): number[] {
    const nodes = Array.from({ length: end - from }, (_, i) => from + i);
    return nodes.sort((a, b) => this.#total[a]! - this.#total[b]! || a - b).slice(0, BEAM);
  }

  /** Notes a way to a state, if it is the cheapest so far, and puts it into the queue. */
  #visit(marking: number, position: number, cost: number, parent: number, list: number, jump: number): void {
    const mask = this.#table.length - 1;
    let slot = (Math.imul(marking, 0x9e3779b1) ^ Math.imul(position, 0x85ebca6b)) >>> 7 & mask, node = 0;
    for (;; slot = (slot + 1) & mask) {
      node = this.#table[slot]! - 1;
      if (node < 0 || (this.#marking[node] === marking && this.#position[node] === position)) break;
    }
    let total: number;
    if (node >= 0) {
      if (this.#cost[node]! <= cost) return;
      total = this.#total[node]! - this.#cost[node]! + cost;
    } else {
      total = cost + this.#bounds.bound(marking, position);
      if (this.#equation && total < Infinity) total = Math.max(total, cost + this.#equation.bound(marking, position));
      if (total === Infinity) return;
      node = this.#nodes++;
      if (node === this.#marking.length) this.#growNodes();
      this.#marking[node] = marking;
      this.#position[node] = position;
      this.#asked[node] = 0;
      this.#table[slot] = node + 1;
      this.#slot[node] = slot;
      if (this.#nodes * 2 > mask) this.#rehash();
    }
    total = Math.max(total, this.#floor);
    this.#closed[node] = 0;
    this.#cost[node] = cost;
    this.#total[node] = total;
    this.#parent[node] = parent;
    this.#list[node] = list;
    this.#jump[node] = jump;
    this.#push(total, node, 0);
  }

  #push(total: number, node: number, from: number): void {
    const entry = this.#entries++;
    if (entry === this.#entryNode.length) {
      this.#entryNode = enlarged(this.#entryNode, entry * 2);
      this.#entryFrom = enlarged(this.#entryFrom, entry * 2);
      this.#entryNext = enlarged(this.#entryNext, entry * 2);
    }
    while (this.#heads.length <= total) this.#heads.push(-1);
    this.#entryNode[entry] = node;
    this.#entryFrom[entry] = from;
    this.#entryNext[entry] = this.#heads[total]!;
    this.#heads[total] = entry;
  }

  #least(): number {
    const least = this.#heads.findIndex((entry) => entry >= 0);
    return least < 0 ? Infinity : least;
  }

  /** The moves up to a node at the end of the trace, and from there to the final marking. */
  #movesTo(end: number): Int32Array {
    const moves: number[] = [];
    for (let node = end; this.#parent[node]! >= 0; node = this.#parent[node]!) {
      const event = this.#position[node]! - 1;
      if (this.#list[node]! < 0) {
        moves.push(-1, event);
        continue;
      }
      const path = this.#jumps.path(this.#list[node]!, this.#jump[node]!);
      moves.push(path.at(-1)!, event);
      for (let i = path.length - 2; i >= 0; i--) moves.push(path[i]!, -1);
    }
    return Int32Array.from([...moves.reverse(), ...pathMoves(this.#completions.of(this.#marking[end]!).steps)]);
  }

  #clear(): void {
    for (let node = 0; node < this.#nodes; node++) this.#table[this.#slot[node]!] = 0;
    this.#nodes = 0;
    this.#entries = 0;
    this.#floor = 0;
    this.#heads.length = 0;
  }

  #growNodes(): void {
    const length = this.#marking.length * 2;
    this.#marking = enlarged(this.#marking, length);
    this.#position = enlarged(this.#position, length);
    this.#cost = enlarged(this.#cost, length);
    this.#total = enlarged(this.#total, length);
    this.#parent = enlarged(this.#parent, length);
    this.#list = enlarged(this.#list, length);
    this.#jump = enlarged(this.#jump, length);
    this.#slot = enlarged(this.#slot, length);
    this.#closed = enlarged(this.#closed, length);
    this.#asked = enlarged(this.#asked, length);
  }

  #rehash(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    const mask = this.#table.length - 1;
    for (let node = 0; node < this.#nodes; node++) {
      let slot = (Math.imul(this.#marking[node]!, 0x9e3779b1) ^ Math.imul(this.#position[node]!, 0x85ebca6b)) >>> 7 &
        mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = node + 1;
      this.#slot[node] = slot;
    }
  }
}

function pathMoves(path: readonly number[]): number[] {
  return path.flatMap((t) => [-1, t]);
}
