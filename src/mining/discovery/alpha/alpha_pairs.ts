/**
 * The pairs of sets of activities that become places of the alpha algorithms.
 *
 * van der Aalst, Weijters & Maruster, "Workflow mining: discovering process models from event logs", IEEE TKDE 16(9),
 * 2004, definition 4.3, steps 4 and 5 (X_W and Y_W). Enumeration after Bron & Kerbosch, "Algorithm 457: finding all
 * cliques of an undirected graph", CACM 16(9), 1973, with the pivot of Tomita, Tanaka & Takahashi, 2006.
 */

/** Relations between `n` activities, `a * n + b` for the pair (a, b). */
export interface OrderingRelations {
  readonly n: number;
  /** a > b: a is directly followed by b. */
  readonly follows: Uint8Array;
  /** a → b: a causes b. */
  readonly causal: Uint8Array;
}

/** A place: after each of `inputs`, before each of `outputs`. Ascending codes. */
export interface PlacePair {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/**
 * The maximal pairs (A, B) of which each a → b, while no two of A, and no two of B, ever follow each other. In
 * lexicographic order of A, then B.
 *
 * Such a pair is a clique: its nodes are activities that give and activities that take, those that give are joined where
 * unrelated, those that take likewise, and one that gives with one that takes where the first causes the second. Each
 * search starts from one causal pair, so that sets of unrelated activities without a place cost nothing.
 */
export function maximalPairs({ n, follows, causal }: OrderingRelations): PlacePair[] {
  const words = (2 * n + 31) >>> 5;
  const graph = Array.from({ length: 2 * n }, () => new Int32Array(words));
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      if (a !== b && !follows[a * n + b] && !follows[b * n + a]) {
        add(graph[a]!, b);
        add(graph[n + a]!, n + b);
      }
      if (causal[a * n + b]) {
        add(graph[a]!, n + b);
        add(graph[n + b]!, a);
      }
    }
  }
  const found: PlacePair[] = [];
  const clique: number[] = [];
  const report = () => {
    const nodes = [...clique].sort((a, b) => a - b);
    const cut = nodes.findIndex((node) => node >= n);
    found.push({ inputs: nodes.slice(0, cut), outputs: nodes.slice(cut).map((node) => node - n) });
  };
  const loops = (a: number) => follows[a * n + a] !== 0;
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      if (!causal[a * n + b] || loops(a) || loops(b)) continue;
      const candidates = intersection(graph[a]!, graph[n + b]!), excluded = new Int32Array(words);
      for (const node of members(candidates)) {
        if (loops(node % n)) remove(candidates, node);
        else if (node < n ? node < a : node - n < b) {
          remove(candidates, node);
          add(excluded, node);
        }
      }
      clique.push(a, n + b);
      grow(graph, clique, candidates, excluded, report);
      clique.length = 0;
    }
  }
  return found.sort((x, y) => compare(x.inputs, y.inputs) || compare(x.outputs, y.outputs));
}

function grow(
  graph: readonly Int32Array[],
  clique: number[],
  candidates: Int32Array,
  excluded: Int32Array,
  report: () => void,
): void {
  let pivot = -1, most = -1;
  for (const node of [...members(candidates), ...members(excluded)]) {
    const joined = size(intersection(candidates, graph[node]!));
    if (joined > most) [pivot, most] = [node, joined];
  }
  if (pivot < 0) return report();
  for (const node of members(candidates)) {
    if (has(graph[pivot]!, node)) continue;
    const near = graph[node]!;
    clique.push(node);
    grow(graph, clique, intersection(candidates, near), intersection(excluded, near), report);
    clique.pop();
    remove(candidates, node);
    add(excluded, node);
  }
}

function add(set: Int32Array, node: number): void {
  set[node >>> 5]! |= 1 << (node & 31);
}

function remove(set: Int32Array, node: number): void {
  set[node >>> 5]! &= ~(1 << (node & 31));
}

function has(set: Int32Array, node: number): boolean {
  return (set[node >>> 5]! & (1 << (node & 31))) !== 0;
}

function intersection(some: Int32Array, others: Int32Array): Int32Array {
  const both = new Int32Array(some.length);
  for (let w = 0; w < both.length; w++) both[w] = some[w]! & others[w]!;
  return both;
}

function size(set: Int32Array): number {
  let count = 0;
  for (let w = 0; w < set.length; w++) {
    for (let word = set[w]!; word !== 0; word &= word - 1) count++;
  }
  return count;
}

/** A copy, so that the set may change while it is read. */
function members(set: Int32Array): number[] {
  const found: number[] = [];
  for (let w = 0; w < set.length; w++) {
    for (let word = set[w]!; word !== 0; word &= word - 1) found.push(w * 32 + 31 - Math.clz32(word & -word));
  }
  return found;
}

function compare(some: readonly number[], others: readonly number[]): number {
  const least = Math.min(some.length, others.length);
  for (let i = 0; i < least; i++) if (some[i] !== others[i]) return some[i]! - others[i]!;
  return some.length - others.length;
}
