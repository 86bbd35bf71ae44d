/** Random process trees, and the languages of small ones by brute force: what models are held against. */
import { ProcessTree, type TreeOperator } from "../../src/models/process_tree.ts";
import { random } from "./random.ts";

export interface RandomTreeOptions {
  seed: number;
  /** Distinct activities, at most; each occurs once. */
  activities?: number;
  operators?: readonly TreeOperator[];
  /** Chance that a child of a choice, or a redo part of a loop, is τ. */
  tau?: number;
}

/** A tree whose activities `a`, `b`, … occur once each; operators never stand below one of the same kind. */
export function randomTree(
  { seed, activities = 6, operators = ["sequence", "choice", "parallel", "loop"], tau = 0.2 }: RandomTreeOptions,
): ProcessTree {
  const { below, next, pick } = random(seed);
  const names = Array.from({ length: 1 + below(activities) }, (_, i) => String.fromCharCode(97 + i));
  const build = (own: readonly string[], above?: TreeOperator): ProcessTree => {
    if (own.length === 1) return ProcessTree.leaf(own[0]!);
    const operator = pick(operators.filter((one) => one !== above));
    const parts = operator === "loop" ? 2 : 2 + below(Math.min(3, own.length - 1));
    const cuts = [...new Set(Array.from({ length: parts - 1 }, () => 1 + below(own.length - 1)))].sort((a, b) => a - b);
    const children = [0, ...cuts].map((from, i) => build(own.slice(from, cuts[i]), operator));
    if (operator === "choice" && next() < tau) children.push(ProcessTree.TAU);
    if (operator === "loop" && next() < tau) children[1] = ProcessTree.TAU;
    return ProcessTree.node(operator, children);
  };
  return build(names);
}

/** Words of at most `length` activities that the tree allows, as texts `a b c`; sorted. Loops are unrolled as far as fits. */
export function languageOf(tree: ProcessTree, length = 8): string[] {
  return [...wordsOf(tree, length)].sort();
}

function wordsOf(tree: ProcessTree, length: number): Set<string> {
  if (tree.operator === undefined) return new Set(tree.isTau ? [""] : length > 0 ? [tree.activity!] : []);
  const children = tree.children.map((child) => wordsOf(child, length));
  switch (tree.operator) {
    case "choice":
      return children.reduce((all, words) => all.union(words));
    case "sequence":
      return children.reduce((all, words) => joined(all, words, length, (a, b) => [concat(a, b)]));
    case "parallel":
      return children.reduce((all, words) => joined(all, words, length, shuffles));
    case "inclusive": {
      let found = new Set<string>();
      for (let chosen = 1; chosen < 1 << children.length; chosen++) {
        const some = children.filter((_, i) => chosen & (1 << i));
        found = found.union(some.reduce((all, words) => joined(all, words, length, shuffles)));
      }
      return found;
    }
    case "loop": {
      const redo = children.slice(1).reduce((all, words) => all.union(words));
      let found = children[0]!, round = found;
      for (;;) {
        const more = joined(
          joined(round, redo, length, (a, b) => [concat(a, b)]),
          children[0]!,
          length,
          (a, b) => [concat(a, b)],
        );
        const next = found.union(more);
        if (next.size === found.size) return found;
        found = next;
        round = more;
      }
    }
  }
}

function joined(
  some: Set<string>,
  others: Set<string>,
  length: number,
  join: (a: string, b: string) => Iterable<string>,
): Set<string> {
  const found = new Set<string>();
  for (const a of some) {
    for (const b of others) {
      if (sizeOf(a) + sizeOf(b) <= length) { for (const word of join(a, b)) found.add(word); }
    }
  }
  return found;
}

function sizeOf(word: string): number {
  return word === "" ? 0 : word.split(" ").length;
}

function concat(a: string, b: string): string {
  return a === "" ? b : b === "" ? a : `${a} ${b}`;
}

function* shuffles(a: string, b: string): Iterable<string> {
  if (a === "" || b === "") {
    yield concat(a, b);
    return;
  }
  const [first, ...rest] = a.split(" "), [other, ...more] = b.split(" ");
  for (const word of shuffles(rest.join(" "), b)) yield concat(first!, word);
  for (const word of shuffles(a, more.join(" "))) yield concat(other!, word);
}

/** Trees as nobody would draw them: operators below their own kind, alone, silent, activities `a` to `c` more than once. */
export function wildTree(seed: number, depth = 3): ProcessTree {
  const { below, next, pick } = random(seed);
  const operators: readonly TreeOperator[] = [
    "sequence",
    "sequence",
    "choice",
    "parallel",
    "inclusive",
    "loop",
    "loop",
  ];
  const build = (left: number): ProcessTree => {
    if (left === 0 || next() < 0.25) return next() < 0.3 ? ProcessTree.TAU : ProcessTree.leaf(pick(["a", "b", "c"]));
    const operator = pick(operators);
    const count = operator === "loop" ? 2 + below(2) : 1 + below(3);
    return ProcessTree.node(operator, Array.from({ length: count }, () => build(left - 1)));
  };
  return build(depth);
}
