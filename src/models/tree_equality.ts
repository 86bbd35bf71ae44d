/** When two process trees say the same in the same shape. */
import { ProcessTree } from "./process_tree.ts";

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
  return canonicalTree(some).toString() === canonicalTree(other).toString();
}

/** The tree with children that have no order sorted by their text, in order of code units: equal trees, equal texts. */
export function canonicalTree(tree: ProcessTree): ProcessTree {
  if (tree.operator === undefined) return tree;
  const children = tree.children.map(canonicalTree);
  const fixed = tree.operator === "sequence" ? children.length : tree.operator === "loop" ? 1 : 0;
  const free = children.slice(fixed).map((child) => [child.toString(), child] as const);
  free.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  return ProcessTree.node(tree.operator, [...children.slice(0, fixed), ...free.map(([, child]) => child)]);
}
