/**
 * Process trees made smaller without changing their language.
 *
 * Leemans, "Language-Preserving Reduction Rules for Block-Structured Workflow Nets", 2022 (arXiv 2203.10410), and "Robust
 * Process Mining with Guarantees", 2022, chapter 5: singularity, associativity and τ-reduction. Rules that bring in
 * operators which nobody wrote (inclusive choice for parallel options) are left out.
 */
import { type Deep, runDeep } from "../base/deep.ts";
import { ProcessTree, type TreeOperator } from "./process_tree.ts";
import { requireKind } from "./given_model.ts";

/**
 * The tree after the reduction rules, applied until none fits.
 *
 * - an operator with one child is that child;
 * - a sequence, choice, parallel or inclusive choice below the same operator joins it, as does a loop that is the first
 *   child of a loop, and a choice that is a redo part;
 * - τ is dropped from sequence and parallel;
 * - τ is dropped from a choice in which another child can be silent, and from an inclusive choice likewise;
 * - a loop of τ alone is τ.
 *
 * Children that do the same are kept, but for τ: which of them is meant is no question of the language.
 *
 * @example
 * ```ts
 * import { parseProcessTree, reduceTree } from "tracebook";
 * reduceTree(parseProcessTree("->( 'a', ->( tau, 'b' ) )")).toString(); // ->( 'a', 'b' )
 * ```
 */
export function reduceTree(tree: ProcessTree): ProcessTree {
  requireKind("process tree", tree);
  return runDeep(reduced(tree));
}

function* reduced(tree: ProcessTree): Deep<ProcessTree> {
  if (tree.operator === undefined) return tree;
  const children: ProcessTree[] = [];
  for (const child of tree.children) children.push(yield reduced(child));
  return tree.operator === "loop" ? reduceLoop(children) : join(tree.operator, children);
}

function join(operator: Exclude<TreeOperator, "loop">, children: readonly ProcessTree[]): ProcessTree {
  const flat = children.flatMap((child) => child.operator === operator ? child.children : [child]);
  const kept = operator === "choice" || operator === "inclusive" ? oneTau(flat) : flat.filter((child) => !child.isTau);
  if (kept.length === 0) return ProcessTree.TAU;
  return kept.length === 1 ? kept[0]! : ProcessTree.node(operator, kept);
}

/** Keeps the first τ, and only if nothing else can be silent. */
function oneTau(children: readonly ProcessTree[]): ProcessTree[] {
  const others = children.some((child) => !child.isTau && canBeSilent(child));
  const first = others ? -1 : children.findIndex((child) => child.isTau);
  return children.filter((child, i) => !child.isTau || i === first);
}

function reduceLoop([body, ...redos]: readonly ProcessTree[]): ProcessTree {
  const inner = body!.operator === "loop" ? body!.children : [body!];
  const flat = [...inner.slice(1), ...redos].flatMap((redo) => redo.operator === "choice" ? redo.children : [redo]);
  const kept = oneTau(flat);
  if (inner[0]!.isTau && kept.every((redo) => redo.isTau)) return ProcessTree.TAU;
  return ProcessTree.node("loop", [inner[0]!, ...kept]);
}

/** Whether the empty trace belongs to the language. */
function canBeSilent(tree: ProcessTree): boolean {
  return runDeep(silent(tree));
}

/** Trees never change, and are asked again for each tree above them. */
const known = new WeakMap<ProcessTree, boolean>();

function* silent(tree: ProcessTree): Deep<boolean> {
  if (tree.operator === undefined) return tree.isTau;
  const before = known.get(tree);
  if (before !== undefined) return before;
  const children = tree.operator === "loop" ? tree.children.slice(0, 1) : tree.children;
  const one = tree.operator === "choice" || tree.operator === "inclusive";
  let result = !one;
  for (const child of children) {
    if ((yield silent(child)) === one) {
      result = one;
      break;
    }
  }
  known.set(tree, result);
  return result;
}
