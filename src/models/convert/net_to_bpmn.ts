/**
 * Free-choice workflow nets as BPMN.
 *
 * Favre, Fahland & Völzer, "The Relationship between Workflow Graphs and Free-Choice Workflow Nets", Information Systems
 * 47 (2015): free-choice workflow nets are what exclusive and parallel gateways can say, no more, no less.
 */
import { InputError } from "../../base/errors.ts";
import type { Bpmn } from "../bpmn.ts";
import { checkFreeChoice } from "../check/free_choice.ts";
import { placeName, transitionName } from "../nets/net_words.ts";
import { checkWorkflowNet, markingProblems } from "../check/workflow_net.ts";
import type { PetriNet } from "../petri_net.ts";
import { BpmnBuilder } from "./bpmn_builder.ts";
import { requireKind } from "../given_model.ts";

/**
 * The BPMN process with the language of a free-choice workflow net: visible transitions become tasks, silent ones flows,
 * places exclusive gateways, and transitions with several places before or behind them parallel gateways.
 *
 * @throws InputError naming the place or transition for which the net is no workflow net or no free-choice net, begins
 * or ends with other tokens than one in its source and one in its sink, or where an arc has a weight.
 * @example
 * ```ts
 * import { netToBpmn, parseProcessTree, treeToNet } from "tracebook";
 * netToBpmn(treeToNet(parseProcessTree("+( 'a', 'b' )"))).nodes.length; // 6: start, end, 2 tasks, 2 gateways
 * ```
 */
export function netToBpmn(net: PetriNet): Bpmn {
  requireKind("Petri net", net, 'modelAs(model, "bpmn") makes BPMN of other models.');
  const { source, sink } = requireConvertible(net);
  const inputs = new Map<string, string[]>(net.transitions.map(({ id }) => [id, []]));
  const consumers = new Map<string, string[]>(net.places.map(({ id }) => [id, []]));
  for (const { source, target } of net.arcs) {
    inputs.get(target)?.push(source);
    consumers.get(source)?.push(target);
  }
  const bpmn = new BpmnBuilder();
  const gateway = () => bpmn.node("exclusiveGateway");
  const start = bpmn.node("startEvent");
  const place = new Map(net.places.map(({ id }) => [id, gateway()]));
  const arcsFrom = Map.groupBy(net.arcs, ({ source }) => source);
  const isParallel = (id: string) => arcsFrom.get(id)!.length > 1;
  const entry = new Map<string, number>(), exit = new Map<string, number>();
  for (const { id, label } of net.transitions) {
    const node = label === undefined ? gateway() : bpmn.node("task", label);
    entry.set(id, node);
    exit.set(id, isParallel(id) ? bpmn.node("parallelGateway") : node);
    if (exit.get(id) !== node) bpmn.flow(node, exit.get(id)!);
  }
  bpmn.flow(start, place.get(source)!);
  const done = new Set<string>();
  for (const { id } of net.places) {
    const [first] = consumers.get(id)!;
    if (done.has(id) || first === undefined) continue;
    // All transitions of a free-choice net that take from here take from the same places.
    const together = inputs.get(first)!, choice = gateway();
    const join = together.length > 1 ? bpmn.node("parallelGateway") : gateway();
    for (const other of together) {
      done.add(other);
      bpmn.flow(place.get(other)!, join);
    }
    bpmn.flow(join, choice);
    for (const transition of consumers.get(id)!) bpmn.flow(choice, entry.get(transition)!);
  }
  for (const { source, target } of net.arcs) {
    const from = exit.get(source);
    if (from !== undefined) bpmn.flow(from, place.get(target)!);
  }
  bpmn.flow(place.get(sink)!, bpmn.node("endEvent"));
  return bpmn.build(net.name);
}

function requireConvertible(net: PetriNet): { source: string; sink: string } {
  const workflow = checkWorkflowNet(net), choice = checkFreeChoice(net);
  const fail = (why: string): never => {
    throw new InputError(`"${net.name}" has no BPMN with the same behaviour: ${why}`);
  };
  if (!workflow.isWorkflowNet) fail(workflow.toString());
  for (const { message } of markingProblems(net, workflow.source!, workflow.sink!)) fail(message);
  if (!choice.isFreeChoice) {
    fail(`${choice} Exclusive and parallel gateways can only say what free-choice nets can.`);
  }
  const pairs = new Set<string>();
  for (const { source, target, weight } of net.arcs) {
    const pair = JSON.stringify([source, target]);
    if (weight > 1 || pairs.has(pair)) {
      const isPlace = net.places.some(({ id }) => id === source);
      const ends = isPlace
        ? `${placeName(net, source)} to ${transitionName(net, target)}`
        : `${transitionName(net, source)} to ${placeName(net, target)}`;
      fail(`the arc from ${ends} moves more than one token.`);
    }
    pairs.add(pair);
  }
  return { source: workflow.source!, sink: workflow.sink! };
}
