/** Random models with hostile names, for round trips; they need not make sense as processes. */
import { Bpmn, type BpmnKind } from "../../../src/models/bpmn.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { ProcessTree, type TreeOperator } from "../../../src/models/process_tree.ts";
import { type Random, random } from "../../support/random.ts";

const NAMES = [
  "",
  " ",
  " a ",
  "a",
  "tau",
  "A & B",
  "<b>\"quoted\" 'twice'</b>",
  "]]>",
  "&amp;",
  "two\nlines",
  "\n indented \n",
  "tab\there",
  "return\r\n",
  "Ärger 😀 数据 \u0301",
  "n1",
  "page",
  "$invisible$",
  "a+complete",
  "\\n",
  "\ufffd",
  "<!-- no -->",
  "-",
  "9",
  "__proto__",
  "constructor",
  "a_di",
  "Process",
];

function anyName({ below, pick }: Random): string {
  return below(3) === 0 ? `${pick(NAMES)}${pick(NAMES)}` : pick(NAMES);
}

/** Names or plain ids, each once. */
function ids(source: Random, prefix: string, count: number, taken: Set<string>): string[] {
  return Array.from({ length: count }, (_, i) => {
    let id = source.below(2) === 0 ? `${prefix}${i}` : anyName(source);
    while (taken.has(id)) id += `${prefix}${i}`;
    taken.add(id);
    return id;
  });
}

export function randomNet(seed: number): PetriNet {
  const source = random(seed), { below, pick } = source, taken = new Set<string>();
  const places = ids(source, "p", 1 + below(6), taken).map((id) => ({ id, name: anyName(source) }));
  const transitions = ids(source, "t", 1 + below(6), taken)
    .map((id) => ({ id, label: below(4) === 0 ? undefined : anyName(source) }));
  const arcs = Array.from({ length: below(12) }, () => {
    const ends = [pick(places).id, pick(transitions).id] as const;
    const [from, to] = below(2) === 0 ? ends : [ends[1], ends[0]];
    return { source: from, target: to, weight: below(4) === 0 ? 1 + below(5) : 1 };
  });
  const marking = () => new Map(Array.from({ length: below(3) }, () => [pick(places).id, 1 + below(3)] as const));
  return new PetriNet({ name: anyName(source), places, transitions, arcs, initial: marking(), final: marking() });
}

/** What makes a net, for comparing; the order of the tokens is none of it. */
export function netParts({ name, places, transitions, arcs, initial, final }: PetriNet) {
  return { name, places, transitions, arcs, initial, final };
}

const OPERATORS: readonly TreeOperator[] = ["sequence", "choice", "parallel", "inclusive", "loop"];

export function randomHostileTree(seed: number): ProcessTree {
  const source = random(seed), { below, pick } = source;
  const build = (depth: number): ProcessTree => {
    if (depth === 0 || below(3) === 0) return below(5) === 0 ? ProcessTree.TAU : ProcessTree.leaf(anyName(source));
    const operator = pick(OPERATORS);
    const children = Array.from({ length: (operator === "loop" ? 2 : 1) + below(3) }, () => build(depth - 1));
    return ProcessTree.node(operator, children);
  };
  return build(4);
}

const KINDS: readonly BpmnKind[] = [
  "task",
  "startEvent",
  "endEvent",
  "intermediateEvent",
  "exclusiveGateway",
  "parallelGateway",
  "inclusiveGateway",
];

export function randomBpmn(seed: number): Bpmn {
  const source = random(seed), { below, next, pick } = source, taken = new Set<string>();
  const nodes = ids(source, "node", 1 + below(8), taken).map((id) => ({
    id,
    kind: pick(KINDS),
    name: anyName(source),
  }));
  const flows = ids(source, "flow", below(10), taken)
    .map((id) => ({ id, source: pick(nodes).id, target: pick(nodes).id, name: anyName(source) }));
  const number = () => below(3) === 0 ? next() * 1000 - 100 : below(1000);
  const layout = {
    nodes: new Map(
      nodes.map(({ id }) => [id, { x: number(), y: number(), width: 1 + below(99), height: 1 + below(99) }]),
    ),
    flows: new Map(
      flows.map(({ id }) => [id, Array.from({ length: 2 + below(4) }, () => ({ x: number(), y: number() }))]),
    ),
  };
  return new Bpmn({ name: anyName(source), nodes, flows, ...(below(3) === 0 ? {} : { layout }) });
}
