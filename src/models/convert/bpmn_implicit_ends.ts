/** Where a BPMN process begins and ends that says neither. */
import { Bpmn, type BpmnFlow, type BpmnNode } from "../bpmn.ts";

/** The same process, with start and end events if it has none of both. */
export function withEnds(bpmn: Bpmn): Bpmn {
  const { nodes, flows } = endsMadeExplicit(bpmn, new Set([...bpmn.nodes, ...bpmn.flows].map(({ id }) => id)));
  return nodes.length === bpmn.nodes.length ? bpmn : new Bpmn({ name: bpmn.name, nodes, flows });
}

/**
 * Without start and end events, nodes without an incoming flow start together, and each without an outgoing one is an
 * end (OMG formal/2011-01-03, clauses 10.4.2 and 10.4.3). Where there are events of one kind, the standard wants both.
 *
 * @param taken ids that are given already; new ones are added.
 */
export function endsMadeExplicit(
  { nodes, flows }: { readonly nodes: readonly BpmnNode[]; readonly flows: readonly BpmnFlow[] },
  taken: Set<string>,
): { nodes: BpmnNode[]; flows: BpmnFlow[] } {
  const isEnd = ({ kind }: BpmnNode) => kind === "startEvent" || kind === "endEvent";
  if (nodes.length === 0 || nodes.some(isEnd)) return { nodes: [...nodes], flows: [...flows] };
  const targets = new Set(flows.map(({ target }) => target)), sources = new Set(flows.map(({ source }) => source));
  const first = nodes.filter(({ id }) => !targets.has(id)), last = nodes.filter(({ id }) => !sources.has(id));
  const moreNodes: BpmnNode[] = [], moreFlows: BpmnFlow[] = [];
  const add = (kind: BpmnNode["kind"], wanted: string) => {
    moreNodes.push({ id: freeId(wanted, taken), kind, name: "" });
    return moreNodes.at(-1)!.id;
  };
  const join = (source: string, target: string) =>
    moreFlows.push({ id: freeId(`${source}_to_${target}`, taken), source, target, name: "" });
  // Where all nodes lie on loops, there is no beginning: that is told when the process is used.
  if (first.length > 0) {
    const start = add("startEvent", "start"), fork = first.length > 1 ? add("parallelGateway", "start_all") : start;
    if (fork !== start) join(start, fork);
    for (const { id } of first) join(fork, id);
  }
  for (const { id } of last) join(id, add("endEvent", `${id}_end`));
  return { nodes: [...nodes, ...moreNodes], flows: [...flows, ...moreFlows] };
}

/** The id, or with a number behind it if it is given already. */
export function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let i = 2; taken.has(id); i++) id = `${wanted}_${i}`;
  taken.add(id);
  return id;
}
