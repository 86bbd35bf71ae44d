/** Directly-follows graphs for finding cuts: who follows whom as bits, and how often where noise is to be left out. */
import type { SubLog } from "./sub_log.ts";

/** Activities 0 to `size`; sets of them are bits in `words` words. */
export interface Graph {
  readonly size: number;
  readonly words: number;
  /** Row a holds the activities that directly follow a. */
  readonly out: Int32Array;
  /** Row b holds the activities that b directly follows. */
  readonly into: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The same with numbers. */
export interface Frequencies {
  readonly size: number;
  /** `edges[a * size + b]`: how often b directly follows a. */
  readonly edges: Float64Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

export function emptyGraph(size: number): Graph {
  const words = (size + 31) >>> 5;
  return {
    size,
    words,
    out: new Int32Array(size * words),
    into: new Int32Array(size * words),
    starts: new Int32Array(words),
    ends: new Int32Array(words),
  };
}

export function connect(graph: Graph, from: number, to: number): void {
  graph.out[from * graph.words + (to >>> 5)]! |= 1 << (to & 31);
  graph.into[to * graph.words + (from >>> 5)]! |= 1 << (from & 31);
}

export function setBit(bits: Int32Array, index: number): void {
  bits[index >>> 5]! |= 1 << (index & 31);
}

export function hasBit(bits: Int32Array, index: number): boolean {
  return (bits[index >>> 5]! >>> (index & 31) & 1) === 1;
}

/** The first member from `from` on of the set in `words` words at `offset`; -1 if there is none. */
export function nextBit(bits: Int32Array, offset: number, words: number, from: number): number {
  let w = from >>> 5;
  if (w >= words) return -1;
  let word = bits[offset + w]! & (-1 << (from & 31));
  while (word === 0) {
    if (++w >= words) return -1;
    word = bits[offset + w]!;
  }
  return w * 32 + 31 - Math.clz32(word & -word);
}

export function graphOf({ names, events, offsets, counts }: SubLog): Graph {
  const graph = emptyGraph(names.length);
  const { words, out } = graph;
  for (let t = 0; t < counts.length; t++) {
    const begin = offsets[t]!, end = offsets[t + 1]!;
    if (begin === end) continue;
    let a = events[begin]!;
    setBit(graph.starts, a);
    for (let i = begin + 1; i < end; i++) {
      const b = events[i]!;
      if ((out[a * words + (b >>> 5)]! >>> (b & 31) & 1) === 0) connect(graph, a, b);
      a = b;
    }
    setBit(graph.ends, a);
  }
  return graph;
}

export function frequenciesOf({ names, events, offsets, counts }: SubLog): Frequencies {
  const size = names.length;
  const edges = new Float64Array(size * size), starts = new Float64Array(size), ends = new Float64Array(size);
  for (let t = 0; t < counts.length; t++) {
    const begin = offsets[t]!, end = offsets[t + 1]!, count = counts[t]!;
    if (begin === end) continue;
    starts[events[begin]!]! += count;
    for (let i = begin + 1; i < end; i++) edges[events[i - 1]! * size + events[i]!]! += count;
    ends[events[end - 1]!]! += count;
  }
  return { size, edges, starts, ends };
}

export function graphOfFrequencies({ size, edges, starts, ends }: Frequencies): Graph {
  const graph = emptyGraph(size);
  for (let a = 0; a < size; a++) {
    if (starts[a]! > 0) setBit(graph.starts, a);
    if (ends[a]! > 0) setBit(graph.ends, a);
    for (let b = 0; b < size; b++) if (edges[a * size + b]! > 0) connect(graph, a, b);
  }
  return graph;
}

/**
 * Leaves out edges that are rare beside their alternatives: at most `noise` times as frequent as the most frequent way on
 * from the same activity, ending included; starts less than `noise` times as frequent as the most frequent one. Ends
 * stay. Leemans, Fahland, van der Aalst, "Discovering Block-Structured Process Models from Event Logs Containing
 * Infrequent Behaviour", BPM Workshops 2013.
 */
export function withoutNoise({ size, edges, starts, ends }: Frequencies, noise: number): Frequencies {
  const kept = new Float64Array(edges.length);
  for (let a = 0; a < size; a++) {
    let strongest = ends[a]!;
    for (let i = a * size; i < (a + 1) * size; i++) if (edges[i]! > strongest) strongest = edges[i]!;
    for (let i = a * size; i < (a + 1) * size; i++) if (edges[i]! > noise * strongest) kept[i] = edges[i]!;
  }
  const mostStarts = starts.reduce((most, count) => Math.max(most, count), 0);
  return { size, edges: kept, starts: starts.map((count) => count >= mostStarts * noise ? count : 0), ends };
}

/** Activities that follow or are followed by one, start or end. */
export function connected(graph: Graph): number[] {
  const rows = (a: number, bits: Int32Array) => nextBit(bits, a * graph.words, graph.words, 0) >= 0;
  return Array.from({ length: graph.size }, (_, a) => a).filter((a) =>
    hasBit(graph.starts, a) || hasBit(graph.ends, a) || rows(a, graph.out) || rows(a, graph.into)
  );
}

/** The graph of some activities, ascending, alone. */
export function restricted(graph: Graph, activities: readonly number[]): Graph {
  const part = emptyGraph(activities.length);
  const place = new Int32Array(graph.size).fill(-1);
  activities.forEach((a, p) => place[a] = p);
  activities.forEach((a, p) => {
    if (hasBit(graph.starts, a)) setBit(part.starts, p);
    if (hasBit(graph.ends, a)) setBit(part.ends, p);
    const row = a * graph.words;
    for (let b = -1; (b = nextBit(graph.out, row, graph.words, b + 1)) >= 0;) {
      if (place[b]! >= 0) connect(part, p, place[b]!);
    }
  });
  return part;
}
