/** The flow of a task as BPMN 2.0: alternatives and repeats as gateways, decisions as tasks of a person. */
import { formatShare } from "../../../base/format.ts";
import { Bpmn, type BpmnFlow, type BpmnNode, type BpmnTaskKind } from "../../../models/bpmn.ts";
import { writeBpmn } from "../../../models/files/bpmn_xml.ts";
import type { DefinedStep, TaskDefinition } from "./definition.ts";
import { plainText } from "./plain_text.ts";

export interface DefinitionBpmnOptions {
  /** Exceptions of a smaller share of the instances are left out of the picture. @default 0.05 */
  readonly leastShare?: number;
}

/**
 * The process definition as a BPMN model, for `viewBpmn` and `writeBpmn`. The main way runs straight on; exceptions leave
 * it at a gateway and come back, and loops lead back. Steps that a person decides are user tasks, those that follow a rule
 * script tasks, all others service tasks.
 *
 * @throws InputError never; names are brought into one line.
 */
export function definitionModel(definition: TaskDefinition, { leastShare = 0.05 }: DefinitionBpmnOptions = {}): Bpmn {
  const nodes: BpmnNode[] = [], flows: BpmnFlow[] = [];
  const add = (id: string, kind: BpmnNode["kind"], name = "", task?: BpmnTaskKind) => {
    nodes.push({ id, kind, name, ...(task ? { task } : {}) });
    return id;
  };
  const flow = (source: string, target: string, name = "") =>
    flows.push({ id: `flow${flows.length + 1}`, source, target, name });
  const { steps, loops } = definition;
  const exceptions = definition.exceptions.filter(({ share }) => share >= leastShare).map((one) => ({
    ...one,
    from: one.leftOut ? one.leftOut[0] - 1 : one.after,
    to: one.leftOut ? one.leftOut[1] : one.after,
  }));
  // Place p is between step p and step p + 1: what comes in is joined first, then what goes out is split.
  const comesIn = (place: number) =>
    exceptions.some(({ from, to }) => to === place && from < place) || loops.some(({ from }) => from - 1 === place);
  const goesOut = (place: number) =>
    exceptions.some(({ from }) => from === place) || loops.some(({ to }) => to === place);
  const inserts = (place: number) => exceptions.some(({ from, to }) => from === place && to === place);
  const joins: (string | undefined)[] = [], splits: (string | undefined)[] = [], ends: (string | undefined)[] = [];
  let at = add("start", "startEvent");
  for (let place = 0; place <= steps.length; place++) {
    const follow = (id: string | undefined) => {
      if (id === undefined) return;
      flow(at, id);
      at = id;
    };
    if (place > 0) follow(add(`step${place}`, "task", steps[place - 1]!.label, kindOf(steps[place - 1]!)));
    follow(joins[place] = comesIn(place) ? add(`join${place}`, "exclusiveGateway") : undefined);
    follow(splits[place] = goesOut(place) ? add(`split${place}`, "exclusiveGateway") : undefined);
    follow(ends[place] = inserts(place) ? add(`after${place}`, "exclusiveGateway") : undefined);
  }
  flow(at, add("end", "endEvent"));
  exceptions.forEach(({ from, to, instead, share }, e) => {
    let last = splits[from]!, name = formatShare(share);
    instead.forEach((label, k) => {
      const id = add(`exception${e + 1}_${k + 1}`, "task", label);
      flow(last, id, name);
      [last, name] = [id, ""];
    });
    flow(last, from === to ? ends[to]! : joins[to]!, name);
  });
  for (const { from, to, share } of loops) flow(splits[to]!, joins[from - 1]!, `again: ${formatShare(share)}`);
  return new Bpmn({ name: plainText(definition.task), nodes, flows });
}

/**
 * The process definition as BPMN 2.0 XML with its layout, for bpmn.io, Camunda Modeler and the like.
 *
 * @example
 * ```ts
 * import { definitionBpmn, readInteractions, segmentTasks, taskDefinition } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * definitionBpmn(taskDefinition(segmentation, segmentation.tasks[0]!.name));
 * ```
 */
export function definitionBpmn(definition: TaskDefinition, options: DefinitionBpmnOptions = {}): string {
  return writeBpmn(definitionModel(definition, options));
}

function kindOf({ verdict, rule }: DefinedStep): BpmnTaskKind {
  if (verdict === "decision" || verdict === "unknown") return "user";
  return rule === null ? "service" : "script";
}
