/**
 * BPMN processes as workflow nets.
 *
 * Dijkman, Dumas & Ouyang, "Semantics and Analysis of Business Process Models in BPMN", Information and Software
 * Technology 50 (2008): a flow is a place, a node the transitions that move its tokens.
 */
import { InputError } from "../../base/errors.ts";
import type { Bpmn, BpmnNode } from "../bpmn.ts";
import type { PetriNet } from "../petri_net.ts";
import { reduceSilent } from "../nets/reduce_silent.ts";
import { joinEnds } from "./bpmn_ends.ts";
import { withEnds } from "./bpmn_implicit_ends.ts";
import { deadPathNet } from "./dead_paths.ts";
import { endSets } from "./end_sets.ts";
import { addInclusiveChoice } from "./inclusive_choice.ts";
import { matchInclusive } from "./inclusive_gateways.ts";
import { NetBuilder, numbered } from "./net_builder.ts";
import { requireKind } from "../given_model.ts";

/** Ways out of an inclusive split without a join of its own, at most: each more doubles the net. */
const MOST_BRANCHES = 8;

/**
 * The workflow net with the behaviour of a BPMN process, from the place `source` to the place `sink`.
 *
 * Tasks become transitions labelled with their names (with their ids where they have none); events and gateways are
 * silent and leave nothing behind where that changes no behaviour. A node with several incoming flows that is no gateway
 * runs for each of them; with several outgoing flows it starts them all. Several start events are alternatives. Several
 * end events are alternatives too, but where a case comes to an end in more than one of them, it ends with the last.
 *
 * An inclusive split starts any of its branches, but at least one. An inclusive join is understood where it closes the
 * branches of one split that do not meet before: then it waits for those that were started. It is also understood in
 * processes with one start, one end and no inclusive splits, if no loop lies between it and the splits that decide what
 * comes to it: then it waits for all that may still come.
 *
 * A process without any start and end events begins with all nodes that have no incoming flow, and ends with those that
 * have no outgoing one.
 *
 * @throws InputError naming the node: an inclusive join in other places, an inclusive split without such a join and
 * with more than eight branches, a node without incoming or outgoing flows, start events without end events or the other
 * way round.
 * @example
 * ```ts
 * import { bpmnToNet, parseProcessTree, treeToBpmn } from "tracebook";
 * bpmnToNet(treeToBpmn(parseProcessTree("O( 'a', 'b' )"))).transitions.length > 2; // true
 * ```
 */
export function bpmnToNet(bpmn: Bpmn): PetriNet {
  requireKind("BPMN process", bpmn, "asNet(model) makes a net of a model of any kind.");
  const whole = withEnds(bpmn);
  requireConnected(whole);
  const { unmatched } = matchInclusive(whole);
  if (unmatched.length > 0) {
    const waiting = deadPathNet(whole);
    if (waiting === undefined) throw new InputError(joinError(whole, unmatched[0]!));
    return numbered(reduceSilent(waiting));
  }
  const { net, source, ends } = openNet(whole);
  return numbered(reduceSilent(joinEnds(net, whole.name, source, ends)));
}

/**
 * Sets of end events, by their ids, in which a process can come to an end together; `undefined` where that cannot be
 * told, or where an end event is reached more than once.
 *
 * @throws InputError as `bpmnToNet`.
 */
export function endsOfRuns(bpmn: Bpmn): string[][] | undefined {
  requireConnected(bpmn);
  if (matchInclusive(bpmn).unmatched.length > 0) {
    const ends = bpmn.nodes.filter(({ kind }) => kind === "endEvent");
    return deadPathNet(bpmn) && ends.length === 1 ? [[ends[0]!.id]] : undefined;
  }
  const { net, source, ends } = openNet(bpmn), ids = [...ends.keys()], places = [...ends.values()];
  const open = net.build(source, net.place());
  return endSets(open, places)?.map((set) => set.map((place) => ids[places.indexOf(place)]!));
}

/** The net before its ends are joined: a place for each of them. */
function openNet(bpmn: Bpmn): { net: NetBuilder; source: number; ends: Map<string, number> } {
  const { splitOf, blocks } = matchInclusive(bpmn), net = new NetBuilder();
  const source = net.place(), ends = new Map<string, number>();
  const flow = new Map(bpmn.flows.map(({ id }) => [id, net.place()]));
  const flowsTo = Map.groupBy(bpmn.flows, ({ target }) => target);
  const flowsFrom = Map.groupBy(bpmn.flows, (one) => one.source);
  const middle = new Map(bpmn.nodes.map(({ id }) => [id, net.place()]));
  for (const node of bpmn.nodes) {
    const inputs = (flowsTo.get(node.id) ?? []).map(({ id }) => flow.get(id)!);
    const outputs = (flowsFrom.get(node.id) ?? []).map(({ id }) => flow.get(id)!);
    const at = middle.get(node.id)!, split = splitOf.get(node.id)?.kind, block = blocks.get(node.id);
    if (node.kind === "startEvent") inputs.push(source);
    // A join of branches of which any number may run gets its token from their split, which knows how many.
    if (node.kind === "parallelGateway" || split === "parallelGateway") net.transition(undefined, inputs, [at]);
    else if (split !== "inclusiveGateway") { for (const input of inputs) net.transition(undefined, [input], [at]); }

    if (node.kind === "endEvent") {
      ends.set(node.id, at);
    } else if (node.kind === "exclusiveGateway" || (node.kind === "inclusiveGateway" && outputs.length === 1)) {
      for (const output of outputs) net.transition(undefined, [at], [output]);
    } else if (node.kind !== "inclusiveGateway") {
      net.transition(node.kind === "task" ? node.name || node.id : undefined, [at], outputs);
    } else if (block !== undefined) {
      const branches = outputs.map((entry, i) => [entry, flow.get(block.exits[i]!)!] as const);
      addInclusiveChoice(net, at, branches, middle.get(block.join.id)!);
    } else {
      addSubsets(net, bpmn, node, at, outputs);
    }
  }
  return { net, source, ends };
}

function joinError(bpmn: Bpmn, join: BpmnNode): string {
  const name = join.name === "" ? "" : ` ("${join.name}")`;
  return `"${bpmn.name}": expected the inclusive join "${join.id}"${name} to close the branches of one split that do not ` +
    `meet before, but found no such split. What it waits for cannot be told from its neighbourhood; replace it by ` +
    `an exclusive gateway if one branch runs, or by a parallel one if all do.`;
}

function addSubsets(net: NetBuilder, bpmn: Bpmn, node: BpmnNode, at: number, outputs: readonly number[]): void {
  if (outputs.length > MOST_BRANCHES) {
    throw new InputError(
      `"${bpmn.name}": expected the inclusive split ${nameOf(node)} to be closed by an inclusive join, or to have at ` +
        `most ${MOST_BRANCHES} branches, but found ${outputs.length} that are joined otherwise.`,
    );
  }
  for (let chosen = 1; chosen < 1 << outputs.length; chosen++) {
    net.transition(undefined, [at], outputs.filter((_, i) => chosen & (1 << i)));
  }
}

function requireConnected(bpmn: Bpmn): void {
  const fail = (expected: string, found: string) => {
    throw new InputError(`"${bpmn.name}": expected ${expected} but found ${found}.`);
  };
  for (const kind of ["startEvent", "endEvent"] as const) {
    const words = kind === "startEvent" ? "a start event" : "an end event";
    if (!bpmn.nodes.some((node) => node.kind === kind)) fail(words, "none");
  }
  const sources = new Set(bpmn.flows.map(({ source }) => source)), targets = new Set(bpmn.flows.map((f) => f.target));
  for (const node of bpmn.nodes) {
    const isStart = node.kind === "startEvent", isEnd = node.kind === "endEvent", name = nameOf(node);
    if (targets.has(node.id) === isStart) {
      fail(`${isStart ? "no" : "an"} incoming flow at ${name}`, isStart ? "one: a start event begins" : "none");
    }
    if (sources.has(node.id) === isEnd) {
      fail(`${isEnd ? "no" : "an"} outgoing flow at ${name}`, isEnd ? "one: an end event ends" : "none");
    }
  }
}

function nameOf({ id, name }: BpmnNode): string {
  return name === "" || name === id ? `"${id}"` : `"${name}" (${id})`;
}
