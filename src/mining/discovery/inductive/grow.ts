/** Growing a process tree from the root, without recursion: trees are as deep as logs are odd. */
import { goOn } from "../../../base/stop.ts";
import { ProcessTree, type TreeOperator } from "../../../models/process_tree.ts";

/** What becomes of a part: a leaf (τ where no activity is given), or an operator over further parts. */
export type Growth<Part> =
  | { readonly operator?: undefined; readonly activity?: string | undefined }
  | { readonly operator: TreeOperator; readonly parts: readonly Part[] };

/**
 * Grows a tree in normal form: no operator directly below itself (loops aside), no τ without effect, children of choice
 * and concurrency in the order of their first activities, τ before them.
 */
export function growTree<Part>(root: Part, grow: (part: Part) => Growth<Part>): ProcessTree {
  interface Draft {
    readonly growth: Growth<Part>;
    readonly below: Draft[];
    tree?: ProcessTree;
  }
  const drafts: Draft[] = [];
  const waiting: { part: Part; above: Draft | undefined }[] = [{ part: root, above: undefined }];
  for (let next; (next = waiting.pop()) !== undefined;) {
    goOn();
    const draft: Draft = { growth: grow(next.part), below: [] };
    drafts.push(draft);
    next.above?.below.push(draft);
    if (draft.growth.operator === undefined) continue;
    for (const part of draft.growth.parts.toReversed()) waiting.push({ part, above: draft });
  }
  const firstNames = new Map<ProcessTree, string>();
  for (const draft of drafts.toReversed()) {
    const { growth } = draft;
    if (growth.operator !== undefined) {
      draft.tree = joined(growth.operator, draft.below.map(({ tree }) => tree!), firstNames);
    } else draft.tree = growth.activity === undefined ? ProcessTree.TAU : ProcessTree.leaf(growth.activity);
  }
  return drafts[0]!.tree!;
}

function joined(
  operator: TreeOperator,
  children: readonly ProcessTree[],
  firstNames: Map<ProcessTree, string>,
): ProcessTree {
  if (children.every((child) => child.isTau)) return ProcessTree.TAU;
  if (operator === "loop") return named(ProcessTree.node(operator, children), firstNames);
  const flat = children.flatMap((child) => child.operator === operator ? child.children : [child]);
  const active = flat.filter((child) => !child.isTau);
  if (operator === "choice" || operator === "parallel") {
    active.sort((a, b) => {
      const first = firstName(a, firstNames), other = firstName(b, firstNames);
      return first < other ? -1 : first > other ? 1 : 0;
    });
  }
  if (operator === "choice" && active.length < flat.length) active.unshift(ProcessTree.TAU);
  return active.length === 1 ? active[0]! : named(ProcessTree.node(operator, active), firstNames);
}

function named(tree: ProcessTree, firstNames: Map<ProcessTree, string>): ProcessTree {
  const names = tree.children.filter((child) => !child.isTau).map((child) => firstName(child, firstNames));
  firstNames.set(tree, names.reduce((a, b) => a < b ? a : b));
  return tree;
}

function firstName(tree: ProcessTree, firstNames: ReadonlyMap<ProcessTree, string>): string {
  return tree.activity ?? firstNames.get(tree)!;
}
