/**
 * Which inclusive joins belong to which splits.
 *
 * What an inclusive join waits for depends on all that may still come (OMG formal/2011-01-03, "Execution semantics"). Where its
 * branches come from one split and do not meet each other, nor anything else, before, that is simple: those of them
 * that the split has started.
 */
import type { Bpmn, BpmnFlow, BpmnNode } from "../bpmn.ts";

export interface InclusiveMatches {
  /** By id of the inclusive join, the split that it closes. */
  readonly splitOf: ReadonlyMap<string, BpmnNode>;
  /** Inclusive joins that close no split. */
  readonly unmatched: readonly BpmnNode[];
  /** By id of an inclusive split that such a join closes: the flows by which its branches, in their order, come to the join. */
  readonly blocks: ReadonlyMap<string, { readonly join: BpmnNode; readonly exits: readonly string[] }>;
}

export function matchInclusive(bpmn: Bpmn): InclusiveMatches {
  const inputs = flowsBy(bpmn, "target"), outputs = flowsBy(bpmn, "source");
  const splits = bpmn.nodes.filter(({ id, kind }) => kind.endsWith("Gateway") && outputs.get(id)!.length > 1);
  const splitOf = new Map<string, BpmnNode>(), blocks = new Map<string, { join: BpmnNode; exits: string[] }>();
  const unmatched: BpmnNode[] = [];
  for (const join of bpmn.nodes) {
    if (join.kind !== "inclusiveGateway" || inputs.get(join.id)!.length < 2) continue;
    for (const split of splits) {
      const exits = exitsOf(bpmn, split, join, inputs, outputs);
      if (exits === undefined) continue;
      splitOf.set(join.id, split);
      if (split.kind === "inclusiveGateway") blocks.set(split.id, { join, exits });
      break;
    }
    if (!splitOf.has(join.id)) unmatched.push(join);
  }
  return { splitOf, unmatched, blocks };
}

/** The flows by which the branches of the split come to the join, one each; `undefined` if they do not belong together. */
function exitsOf(
  bpmn: Bpmn,
  split: BpmnNode,
  join: BpmnNode,
  inputs: ReadonlyMap<string, readonly BpmnFlow[]>,
  outputs: ReadonlyMap<string, readonly BpmnFlow[]>,
): string[] | undefined {
  const branches = outputs.get(split.id)!;
  if (branches.length !== inputs.get(join.id)!.length || split === join) return undefined;
  const kinds = new Map(bpmn.nodes.map(({ id, kind }) => [id, kind]));
  const owner = new Map<string, string>();
  const exits: string[] = [];
  for (const branch of branches) {
    const flows = [branch];
    let exit: string | undefined;
    for (const { id, target } of flows) {
      if (target === join.id) {
        if (exit !== undefined) return undefined;
        exit = id;
      } else if (!owner.has(target)) {
        if (target === split.id || kinds.get(target) === "endEvent") return undefined;
        owner.set(target, branch.id);
        flows.push(...outputs.get(target)!);
      } else if (owner.get(target) !== branch.id) {
        return undefined;
      }
    }
    if (exit === undefined) return undefined;
    exits.push(exit);
  }
  const isOwn = (flow: BpmnFlow, branch: string) => flow.id === branch || owner.get(flow.source) === branch;
  for (const [node, branch] of owner) if (!inputs.get(node)!.every((flow) => isOwn(flow, branch))) return undefined;
  return exits;
}

function flowsBy(bpmn: Bpmn, side: "source" | "target"): Map<string, BpmnFlow[]> {
  const flows = new Map<string, BpmnFlow[]>(bpmn.nodes.map(({ id }) => [id, []]));
  for (const flow of bpmn.flows) flows.get(flow[side])!.push(flow);
  return flows;
}
