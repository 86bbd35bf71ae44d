/** Logs that the inductive miner recurses on: distinct traces over a small alphabet, with multiplicities. */
import type { TraceCounts } from "../../../models/trace_variants.ts";

export interface SubLog {
  /** Name of each activity as its index in the whole log, ascending, so that codes here compare as names do. */
  readonly names: Int32Array;
  /** Activity codes, indices into `names`, of all traces one after the other. */
  readonly events: Int32Array;
  /** Where each trace begins, and last where the last one ends. */
  readonly offsets: Int32Array;
  /** Cases, or pieces of cases, that follow each trace. */
  readonly counts: Float64Array;
}

export const NO_TRACES: SubLog = {
  names: new Int32Array(0),
  events: new Int32Array(0),
  offsets: new Int32Array(1),
  counts: new Float64Array(0),
};

/** The whole log, and the names of its activities in order of code units. */
export function subLogOf(log: TraceCounts): { root: SubLog; names: string[] } {
  const names = [...log.activities].sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
  const rank = new Map(names.map((name, index) => [name, index]));
  const codeOf = Int32Array.from(log.activities, (name) => rank.get(name)!);
  const traces = new TraceBag();
  log.sequences.forEach((sequence, v) => {
    for (let i = 0; i < sequence.length; i++) traces.push(codeOf[sequence[i]!]!);
    traces.close(log.counts[v]!);
  });
  return { root: traces.toSubLog(Int32Array.from(names, (_, index) => index)), names };
}

/** Collects traces, event by event; equal ones become one with the sum of their multiplicities. */
export class TraceBag {
  private events = new Int32Array(64);
  private length = 0;
  private begin = 0;
  private hash = SEED;
  private readonly offsets: number[] = [0];
  private readonly counts: number[] = [];
  private readonly hashes: number[] = [];
  /** Open addressing: trace + 1, or 0. */
  private slots = new Int32Array(64);

  push(activity: number): void {
    if (this.length === this.events.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.events);
      this.events = grown;
    }
    this.events[this.length++] = activity;
    this.hash = Math.imul(this.hash ^ activity, 0x01000193);
  }

  /** Whether no event has come since the last trace was closed. */
  get isAtStart(): boolean {
    return this.length === this.begin;
  }

  /** Ends the trace that was pushed, be it empty. */
  close(count: number): void {
    const hash = this.hash ^ (this.hash >>> 15);
    this.hash = SEED;
    if (this.counts.length * 2 >= this.slots.length) this.widen();
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const trace = this.slots[slot]! - 1;
      if (this.hashes[trace] === hash && this.equalsOpen(trace)) {
        this.counts[trace]! += count;
        this.length = this.begin;
        return;
      }
    }
    this.hashes.push(hash);
    this.slots[slot] = this.counts.push(count);
    this.offsets.push(this.begin = this.length);
  }

  /** @param names of the codes that were pushed */
  toSubLog(names: Int32Array): SubLog {
    const code = new Int32Array(names.length);
    for (let i = 0; i < this.length; i++) code[this.events[i]!] = 1;
    let size = 0;
    for (let a = 0; a < names.length; a++) code[a] = code[a] === 1 ? size++ : -1;
    const events = this.events.slice(0, this.length);
    for (let i = 0; i < events.length; i++) events[i] = code[events[i]!]!;
    return {
      names: names.filter((_, a) => code[a]! >= 0),
      events,
      offsets: Int32Array.from(this.offsets),
      counts: Float64Array.from(this.counts),
    };
  }

  private equalsOpen(trace: number): boolean {
    const from = this.offsets[trace]!, length = this.offsets[trace + 1]! - from;
    if (length !== this.length - this.begin) return false;
    for (let i = 0; i < length; i++) if (this.events[from + i] !== this.events[this.begin + i]) return false;
    return true;
  }

  private widen(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    this.hashes.forEach((hash, trace) => {
      let slot = hash & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = trace + 1;
    });
  }
}

/** Offset basis and prime of FNV-1a. */
const SEED = 0x811c9dc5 | 0;
