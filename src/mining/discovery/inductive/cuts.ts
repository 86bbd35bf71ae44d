/**
 * Cuts of a directly-follows graph: partitions of the activities that an operator explains.
 *
 * Leemans, Fahland, van der Aalst, "Discovering Block-Structured Process Models from Event Logs: A Constructive
 * Approach", Petri Nets 2013. Leemans, "Robust Process Mining with Guarantees", PhD thesis, Eindhoven 2017 (Springer
 * LNBIP 440, 2022): cut finding (page 188 of the thesis) and the strict sequence cut (page 233).
 */
import { type Graph, hasBit, nextBit } from "./graph.ts";

export interface Cut {
  readonly operator: "choice" | "sequence" | "parallel" | "loop";
  /** How many parts: two at least. The first part of a loop is its body; parts of a sequence are in its order. */
  readonly parts: number;
  /** Part of each activity; -1 for one that the graph does not know. */
  readonly partOf: Int32Array;
}

/** The first that holds of choice, sequence, concurrency, loop. */
export function findCut(graph: Graph): Cut | undefined {
  if (graph.size < 2) return undefined;
  return choiceCut(graph) ?? sequenceCut(graph) ?? parallelCut(graph) ?? loopCut(graph);
}

/**
 * Whether the graph without activity `gone`, of which it has no edges, may have a cut: a choice or a sequence needs two
 * strong components, concurrency two groups that are tied in full, a loop an activity that can be redone.
 */
export function mayHaveCut(graph: Graph, gone: number): boolean {
  const { words, out, into } = graph;
  const spans = (next: (at: number) => number) => spansAll(graph, gone, next);
  if (!spans((at) => out[at]!) || !spans((at) => into[at]!) || !spans((at) => ~(out[at]! & into[at]!))) return true;
  const rim = graph.starts.map((bits, w) => bits | graph.ends[w]!);
  for (let a = 0; a < graph.size; a++) {
    if (a !== gone && !hasBit(rim, a) && !belongsToBody(graph, a * words)) return true;
  }
  return false;
}

/** Whether all activities are reached from one of them; `next` gives a word of the row of neighbours. */
function spansAll({ size, words }: Graph, gone: number, next: (at: number) => number): boolean {
  const left = allBits(size);
  left[gone >>> 5]! &= ~(1 << (gone & 31));
  const first = gone === 0 ? 1 : 0;
  left[0]! &= ~(1 << first);
  const reached = [first];
  for (let m = 0; m < reached.length; m++) {
    for (let w = 0, row = reached[m]! * words; w < words; w++) {
      if (left[w] === 0) continue;
      let found = left[w]! & next(row + w);
      left[w]! ^= found;
      for (; found !== 0; found &= found - 1) reached.push(w * 32 + 31 - Math.clz32(found & -found));
    }
    if (reached.length === size - 1) return true;
  }
  return false;
}

function allBits(size: number): Int32Array {
  const bits = new Int32Array((size + 31) >>> 5).fill(-1);
  if (size & 31) bits[bits.length - 1] = (1 << (size & 31)) - 1;
  return bits;
}

/** Parts are the connected components, in the order of their first activities. */
function choiceCut(graph: Graph): Cut | undefined {
  const sets = disjointSets(graph.size);
  for (let a = 0; a < graph.size; a++) followers(graph, a, (b) => sets.unite(a, b));
  const { parts, partOf } = numbered(sets);
  return parts > 1 ? { operator: "choice", parts, partOf } : undefined;
}

/** Parts are the finest such that each activity reaches all those of later parts and none of earlier ones. */
function sequenceCut(graph: Graph): Cut | undefined {
  const { components, componentOf } = strongComponents(graph);
  if (components === 1) return undefined;
  const words = (components + 31) >>> 5;
  const reach = new Int32Array(components * words);
  const members: number[][] = Array.from({ length: components }, () => []);
  componentOf.forEach((c, a) => members[c]!.push(a));
  const sets = disjointSets(components);
  for (let c = 0; c < components; c++) {
    const own = reach.subarray(c * words, (c + 1) * words);
    for (const a of members[c]!) {
      followers(graph, a, (b) => {
        const d = componentOf[b]!;
        if (d === c || hasBit(own, d)) return;
        own[d >>> 5]! |= 1 << (d & 31);
        for (let w = 0; w < words; w++) own[w]! |= reach[d * words + w]!;
      });
    }
    // Components come sinks first: no earlier one reaches this one.
    for (let d = 0; d < c; d++) if (!hasBit(own, d)) sets.unite(c, d);
  }
  const { parts, partOf } = numbered(sets);
  if (parts === 1) return undefined;
  const order = componentOf.map((c) => parts - 1 - partOf[c]!);
  return mergeSkippable(graph, parts, order);
}

/**
 * The strict sequence cut: parts that can only be skipped together become one.
 *
 * `earliest` and `latest` are the farthest parts that a part is entered from and left to, before the first and beyond
 * the last where cases start and end; a part that can be skipped takes in its neighbours as long as they neither lead
 * out past it nor are led to from before it.
 */
function mergeSkippable(graph: Graph, parts: number, partOf: Int32Array): Cut | undefined {
  const earliest = new Int32Array(parts).fill(parts), latest = new Int32Array(parts).fill(-1);
  const starts = new Set<number>(), ends = new Set<number>();
  const jumps = new Set<number>();
  for (let a = 0; a < graph.size; a++) {
    const p = partOf[a]!;
    if (hasBit(graph.starts, a)) starts.add(p);
    if (hasBit(graph.ends, a)) ends.add(p);
    followers(graph, a, (b) => {
      const q = partOf[b]!;
      if (p < earliest[q]!) earliest[q] = p;
      if (q > latest[p]!) latest[p] = q;
      if (q !== p) jumps.add(p * parts + q);
    });
  }
  for (const p of starts) earliest[p] = -1;
  for (const p of ends) latest[p] = parts;
  const place = Int32Array.from({ length: parts }, (_, p) => p);
  const canSkip = (p: number) => {
    for (const q of starts) if (place[q]! > p) return true;
    for (const q of ends) if (place[q]! < p) return true;
    for (const jump of jumps) if (place[Math.floor(jump / parts)]! < p && place[jump % parts]! > p) return true;
    return false;
  };
  const takeIn = (q: number, p: number) => place.forEach((at, part) => at === q && (place[part] = p));
  for (let p = 0; p < parts; p++) {
    if (!canSkip(p)) continue;
    for (let q = p - 1; q >= 0 && latest[q]! <= p; q--) takeIn(q, p);
    for (let q = p + 1; q < parts && earliest[q]! >= p; q++) takeIn(q, p);
  }
  const used = [...new Set(place)].sort((a, b) => a - b);
  if (used.length === 1) return undefined;
  const rank = new Map(used.map((at, index) => [at, index]));
  return { operator: "sequence", parts: used.length, partOf: partOf.map((p) => rank.get(place[p]!)!) };
}

/**
 * Parts such that everything in one follows, and is followed by, everything in another. A part in which no case starts
 * or none ends goes to the next smaller one; the smallest to the next.
 */
function parallelCut(graph: Graph): Cut | undefined {
  const { size, words, out, into } = graph;
  const left = allBits(size);
  let groups: { members: number[]; starts: boolean; ends: boolean }[] = [];
  for (let first = 0; (first = nextBit(left, 0, words, first)) >= 0;) {
    const members = [first];
    left[first >>> 5]! &= ~(1 << (first & 31));
    for (let m = 0; m < members.length; m++) {
      const row = members[m]! * words;
      for (let w = 0; w < words; w++) {
        let apart = left[w]! & ~(out[row + w]! & into[row + w]!);
        left[w]! ^= apart;
        for (; apart !== 0; apart &= apart - 1) members.push(w * 32 + 31 - Math.clz32(apart & -apart));
      }
    }
    if (members.length === size) return undefined;
    const within = (bits: Int32Array) => members.some((a) => hasBit(bits, a));
    groups.push({ members, starts: within(graph.starts), ends: within(graph.ends) });
  }
  groups = groups.sort((a, b) => a.members.length - b.members.length);
  for (let i = 0; i < groups.length && groups.length > 1;) {
    if (groups[i]!.starts && groups[i]!.ends) {
      i++;
      continue;
    }
    const [group] = groups.splice(i, 1);
    const other = groups[Math.max(0, i - 1)]!;
    other.members.push(...group!.members);
    other.starts ||= group!.starts;
    other.ends ||= group!.ends;
  }
  if (groups.length === 1) return undefined;
  const partOf = new Int32Array(size);
  groups.forEach(({ members }, part) => members.forEach((a) => partOf[a] = part));
  return { operator: "parallel", parts: groups.length, partOf };
}

/**
 * The body is where cases start and end, with every component of the rest that is entered from elsewhere than an end,
 * left to elsewhere than a start, or not connected to all of them alike. What remains is one redo part: its components
 * fall apart in a choice.
 */
function loopCut(graph: Graph): Cut | undefined {
  const { size, words, starts, ends } = graph;
  const rim = starts.map((bits, w) => bits | ends[w]!);
  if (rim.every((bits) => bits === 0)) return undefined;
  const sets = disjointSets(size);
  for (let a = 0; a < size; a++) {
    if (!hasBit(rim, a)) followers(graph, a, (b) => !hasBit(rim, b) && sets.unite(a, b));
  }
  const inBody = new Uint8Array(size);
  for (let a = 0; a < size; a++) {
    if (hasBit(rim, a)) continue;
    if (belongsToBody(graph, a * words)) inBody[sets.find(a)] = 1;
  }
  const partOf = Int32Array.from({ length: size }, (_, a) => hasBit(rim, a) || inBody[sets.find(a)] === 1 ? 0 : 1);
  return partOf.includes(1) ? { operator: "loop", parts: 2, partOf } : undefined;
}

/** Entered from a start that is no end, left to an end that is no start, or connected to some of them only. */
function belongsToBody({ words, out, into, starts, ends }: Graph, row: number): boolean {
  let toSome = 0, notToAll = 0, fromSome = 0, notFromAll = 0, aside = 0;
  for (let w = 0; w < words; w++) {
    const next = out[row + w]!, before = into[row + w]!;
    toSome |= next & starts[w]!;
    notToAll |= ~next & starts[w]!;
    fromSome |= before & ends[w]!;
    notFromAll |= ~before & ends[w]!;
    aside |= (before & starts[w]! & ~ends[w]!) | (next & ends[w]! & ~starts[w]!);
  }
  return aside !== 0 || (toSome !== 0 && notToAll !== 0) || (fromSome !== 0 && notFromAll !== 0);
}

function followers({ words, out }: Graph, a: number, visit: (b: number) => void): void {
  for (let w = 0; w < words; w++) {
    for (let bits = out[a * words + w]!; bits !== 0; bits &= bits - 1) visit(w * 32 + 31 - Math.clz32(bits & -bits));
  }
}

interface DisjointSets {
  readonly size: number;
  find(a: number): number;
  unite(a: number, b: number): void;
}

function disjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, a) => a);
  const find = (a: number) => {
    while (parent[a] !== a) a = parent[a] = parent[parent[a]!]!;
    return a;
  };
  const unite = (a: number, b: number) => {
    a = find(a);
    b = find(b);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  };
  return { size, find, unite };
}

/** Sets in the order of their first members. */
function numbered({ size, find }: DisjointSets): { parts: number; partOf: Int32Array } {
  const partOf = new Int32Array(size);
  let parts = 0;
  for (let a = 0; a < size; a++) {
    const first = find(a);
    partOf[a] = first === a ? parts++ : partOf[first]!;
  }
  return { parts, partOf };
}

/** Tarjan, "Depth-first search and linear graph algorithms", 1972, without recursion; no component reaches a later one. */
function strongComponents({ size, words, out }: Graph): { components: number; componentOf: Int32Array } {
  const componentOf = new Int32Array(size).fill(-1);
  const index = new Int32Array(size), low = new Int32Array(size), next = new Int32Array(size);
  const path: number[] = [], open: number[] = [];
  let components = 0, seen = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] !== 0) continue;
    path.push(root);
    while (path.length > 0) {
      const a = path[path.length - 1]!;
      if (index[a] === 0) {
        index[a] = low[a] = ++seen;
        open.push(a);
      }
      const b = nextBit(out, a * words, words, next[a]!);
      if (b >= 0) {
        next[a] = b + 1;
        if (index[b] === 0) path.push(b);
        else if (componentOf[b]! < 0) low[a] = Math.min(low[a]!, index[b]!);
        continue;
      }
      path.pop();
      if (path.length > 0) low[path[path.length - 1]!] = Math.min(low[path[path.length - 1]!]!, low[a]!);
      if (low[a] !== index[a]) continue;
      for (let b = -1; b !== a;) componentOf[b = open.pop()!] = components;
      components++;
    }
  }
  return { components, componentOf };
}
