/**
 * Process trees as BPMN.
 *
 * Leemans, "Robust Process Mining with Guarantees", 2022, section 2.2, drawn with the gateways of BPMN 2.0 (OMG
 * formal/2011-01-03, "Gateways").
 */
import { type Deep, runDeep } from "../../base/deep.ts";
import type { Bpmn, BpmnKind } from "../bpmn.ts";
import type { ProcessTree } from "../process_tree.ts";
import { reduceTree } from "../reduce_tree.ts";
import { BpmnBuilder } from "./bpmn_builder.ts";
import { requireKind } from "../given_model.ts";

/**
 * The BPMN process with the language of a process tree: every split has its join, silent steps are flows.
 *
 * @example
 * ```ts
 * import { parseProcessTree, treeToBpmn } from "tracebook";
 * treeToBpmn(parseProcessTree("X( 'a', +( 'b', 'c' ) )")).nodes.length; // 9: start, end, 3 tasks, 4 gateways
 * ```
 */
export function treeToBpmn(tree: ProcessTree): Bpmn {
  requireKind("process tree", tree, 'modelAs(model, "bpmn") makes BPMN of other models.');
  const bpmn = new BpmnBuilder();
  const end = runDeep(addBlock(bpmn, reduceTree(tree), bpmn.node("startEvent")));
  bpmn.flow(end, bpmn.node("endEvent"));
  return bpmn.build("process");
}

/** Draws the block after the node `from`; returns the node from which to go on. */
function* addBlock(bpmn: BpmnBuilder, tree: ProcessTree, from: number): Deep<number> {
  switch (tree.operator) {
    case undefined: {
      if (tree.isTau) return from;
      const task = bpmn.node("task", tree.activity);
      bpmn.flow(from, task);
      return task;
    }
    case "sequence": {
      let at = from;
      for (const child of tree.children) at = yield addBlock(bpmn, child, at);
      return at;
    }
    case "choice":
      return yield addBranches(bpmn, "exclusiveGateway", tree.children, from);
    case "parallel":
      return yield addBranches(bpmn, "parallelGateway", tree.children, from);
    case "inclusive":
      return yield addBranches(bpmn, "inclusiveGateway", tree.children, from);
    case "loop": {
      const [body, ...redos] = tree.children;
      const begin = bpmn.node("exclusiveGateway"), end = bpmn.node("exclusiveGateway");
      bpmn.flow(from, begin);
      bpmn.flow(yield addBlock(bpmn, body!, begin), end);
      for (const redo of redos) bpmn.flow(yield addBlock(bpmn, redo, end), begin);
      return end;
    }
  }
}

function* addBranches(
  bpmn: BpmnBuilder,
  kind: BpmnKind,
  children: readonly ProcessTree[],
  from: number,
): Deep<number> {
  const split = bpmn.node(kind), join = bpmn.node(kind);
  bpmn.flow(from, split);
  for (const child of children) bpmn.flow(yield addBlock(bpmn, child, split), join);
  return join;
}
