/** A process of blocks from a tree: something to draw, whatever the conversions of models do. */
import { Bpmn, type BpmnFlow, type BpmnKind, type BpmnNode } from "../../../src/models/bpmn.ts";
import type { ProcessTree } from "../../../src/models/process_tree.ts";

const GATEWAY_OF = {
  choice: "exclusiveGateway",
  parallel: "parallelGateway",
  inclusive: "inclusiveGateway",
} as const;

export function bpmnOf(tree: ProcessTree): Bpmn {
  const nodes: BpmnNode[] = [], flows: Omit<BpmnFlow, "name">[] = [];
  const add = (kind: BpmnKind, name = "") => {
    nodes.push({ id: `n${nodes.length}`, kind, name });
    return nodes.at(-1)!.id;
  };
  const join = (source: string, target: string) => flows.push({ id: `f${flows.length}`, source, target });
  const build = ({ operator, activity, children }: ProcessTree, from: string): string => {
    if (operator === "sequence") return children.reduce((at, child) => build(child, at), from);
    if (operator === undefined) {
      if (activity === undefined) return from;
      const task = add("task", activity);
      join(from, task);
      return task;
    }
    const first = add(operator === "loop" ? "exclusiveGateway" : GATEWAY_OF[operator]);
    join(from, first);
    if (operator === "loop") {
      const body = build(children[0]!, first), last = add("exclusiveGateway");
      join(body, last);
      for (const redo of children.slice(1)) join(build(redo, last), first);
      return last;
    }
    const ends = children.map((child) => build(child, first));
    const last = add(GATEWAY_OF[operator]);
    for (const end of ends) join(end, last);
    return last;
  };
  const last = build(tree, add("startEvent"));
  join(last, add("endEvent"));
  return new Bpmn({ nodes, flows });
}
