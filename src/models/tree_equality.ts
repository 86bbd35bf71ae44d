/** When two process trees say the same in the same shape. */
import { type Deep, runDeep } from "../base/deep.ts";
import { ProcessTree } from "./process_tree.ts";
import { requireKind } from "./given_model.ts";

/**
 * Whether two trees are equal up to the order of children that have none: those of choice, parallel and inclusive choice,
 * and the redo parts of a loop. Trees of different shape are different, even if their languages are equal; `reduceTree`
 * brings many of those together.
 *
 * @example
 * ```ts
 * import { parseProcessTree, treesEqual } from "tracebook";
 * treesEqual(parseProcessTree("X( 'a', 'b' )"), parseProcessTree("X( 'b', 'a' )")); // true
 * ```
 */
export function treesEqual(some: ProcessTree, other: ProcessTree): boolean {
  for (const tree of [some, other]) requireKind("process tree", tree);
  return canonicalTree(some).toString() === canonicalTree(other).toString();
}

/** The tree with children that have no order sorted by their text, in order of code units: equal trees, equal texts. */
export function canonicalTree(tree: ProcessTree): ProcessTree {
  return runDeep(canonical(tree));
}

function* canonical(tree: ProcessTree): Deep<ProcessTree> {
  if (tree.operator === undefined) return tree;
  const children: ProcessTree[] = [];
  for (const child of tree.children) children.push(yield canonical(child));
  const fixed = tree.operator === "sequence" ? children.length : tree.operator === "loop" ? 1 : 0;
  if (children.length - fixed < 2) return ProcessTree.node(tree.operator, children);
  const free = children.slice(fixed).map((child) => [child.toString(), child] as const);
  free.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  return ProcessTree.node(tree.operator, [...children.slice(0, fixed), ...free.map(([, child]) => child)]);
}
