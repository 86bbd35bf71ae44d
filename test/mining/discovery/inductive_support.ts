/** What trees of the inductive miner are held against: acceptance by definition, complete logs, random logs. */
import type { ProcessTree } from "../../../src/models/process_tree.ts";
import type { TraceCounts } from "../../../src/models/trace_variants.ts";
import { random } from "../../support/random.ts";

export type Word = readonly string[];

/** Variants of some traces; `counts` 1 where not given. Activities may be given in an order of their own. */
export function traceCounts(words: readonly Word[], counts: readonly number[] = [], order?: Word): TraceCounts {
  const activities = order ?? [...new Set(words.flat())].sort();
  const codes = new Map(activities.map((name, code) => [name, code]));
  return {
    activities,
    sequences: words.map((word) => Int32Array.from(word, (name) => codes.get(name)!)),
    counts: Float64Array.from(words, (_, i) => counts[i] ?? 1),
  };
}

export function wordsOf({ activities, sequences }: TraceCounts): string[][] {
  return sequences.map((sequence) => Array.from(sequence, (code) => activities[code]!));
}

/** Activities of the leaves, from left to right. */
export function leavesOf(tree: ProcessTree): string[] {
  if (tree.operator !== undefined) return tree.children.flatMap(leavesOf);
  return tree.isTau ? [] : [tree.activity!];
}

/** Whether a tree in which no activity occurs twice allows a word. */
export function accepts(tree: ProcessTree, word: Word): boolean {
  if (tree.operator === undefined) return word.join() === (tree.activity ?? "") && word.length === (tree.isTau ? 0 : 1);
  const own = childrenByName(tree);
  const childOf = word.map((name) => own.get(name) ?? -1);
  if (childOf.includes(-1)) return false;
  const projected = (c: number) => word.filter((_, i) => childOf[i] === c);
  switch (tree.operator) {
    case "choice":
      return tree.children.some((child) => accepts(child, word));
    case "sequence":
      if (childOf.some((c, i) => i > 0 && c < childOf[i - 1]!)) return false;
      return tree.children.every((child, c) => accepts(child, projected(c)));
    case "parallel":
      return tree.children.every((child, c) => accepts(child, projected(c)));
    case "inclusive":
      return tree.children.every((child, c) => projected(c).length === 0 || accepts(child, projected(c))) &&
        (word.length > 0 || tree.children.some((child) => accepts(child, word)));
    case "loop":
      return loopAccepts(tree, word);
  }
}

const known = new WeakMap<ProcessTree, Map<string, number>>();

/** The child in which each activity occurs. */
function childrenByName(tree: ProcessTree): Map<string, number> {
  let own = known.get(tree);
  if (own === undefined) {
    own = new Map(tree.children.flatMap((child, c) => leavesOf(child).map((name) => [name, c] as const)));
    known.set(tree, own);
  }
  return own;
}

/** Positions reached before and after the body, breadth first; a piece is as long as its child has the events. */
function loopAccepts(tree: ProcessTree, word: Word): boolean {
  const own = childrenByName(tree);
  const ends = (c: number, from: number) => {
    const found: number[] = [];
    for (let to = from; to <= word.length; to++) {
      if (to > from && own.get(word[to - 1]!) !== c) break;
      if (accepts(tree.children[c]!, word.slice(from, to))) found.push(to);
    }
    return found;
  };
  const redos = tree.children.map((_, c) => c).slice(1);
  const before = new Set([0]), after = new Set<number>();
  const waiting: { at: number; done: boolean }[] = [{ at: 0, done: false }];
  for (let next; (next = waiting.pop());) {
    const { at, done } = next;
    const reached = done ? before : after;
    for (const to of (done ? redos : [0]).flatMap((c) => ends(c, at))) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push({ at: to, done: !done });
    }
  }
  return after.has(word.length);
}

export function playOut(tree: ProcessTree, source: ReturnType<typeof random>): string[] {
  if (tree.operator === undefined) return tree.isTau ? [] : [tree.activity!];
  switch (tree.operator) {
    case "choice":
      return playOut(source.pick(tree.children), source);
    case "sequence":
      return tree.children.flatMap((child) => playOut(child, source));
    case "loop": {
      const word = playOut(tree.children[0]!, source);
      while (source.next() < 0.4) {
        word.push(...playOut(source.pick(tree.children.slice(1)), source), ...playOut(tree.children[0]!, source));
      }
      return word;
    }
    default: {
      const rest = tree.children.map((child) => playOut(child, source));
      const word: string[] = [];
      for (let open; (open = rest.filter((part) => part.length > 0)).length > 0;) word.push(source.pick(open).shift()!);
      return word;
    }
  }
}

/** Random words, or words of a random tree with events lost, inserted and swapped. */
export function randomWords(seed: number, tree?: ProcessTree): string[][] {
  const source = random(seed);
  const names = tree ? leavesOf(tree) : Array.from({ length: 1 + source.below(7) }, (_, i) => `a${i}`);
  return Array.from({ length: 1 + source.below(30) }, () => {
    if (tree === undefined) return Array.from({ length: source.below(8) }, () => source.pick(names));
    const word = playOut(tree, source);
    for (let changes = source.below(3); changes > 0; changes--) {
      const at = source.below(word.length + 1);
      const kind = source.below(3);
      if (kind === 0) word.splice(at, 1);
      else if (kind === 1) word.splice(at, 0, source.pick(names));
      else if (at + 1 < word.length) word.splice(at, 2, word[at + 1]!, word[at]!);
    }
    return word;
  });
}
