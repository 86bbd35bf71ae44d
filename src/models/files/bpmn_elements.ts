/** What the elements of BPMN mean for the flow of control: read, left out with a count, or refused. */
import type { InputError } from "../../base/errors.ts";
import { attributeOf, childOf, type XmlElement, xmlError } from "../../io/xml/xml_tree.ts";
import type { BpmnKind, BpmnNode } from "../bpmn.ts";

const KIND_OF: ReadonlyMap<string, BpmnKind> = new Map([
  ...["task", "userTask", "serviceTask", "sendTask", "receiveTask", "manualTask", "businessRuleTask", "scriptTask"]
    .map((name) => [name, "task"] as const),
  ...["callActivity", "subProcess", "adHocSubProcess", "transaction", "subChoreography", "choreographyTask"]
    .map((name) => [name, "task"] as const),
  ["startEvent", "startEvent"],
  ["endEvent", "endEvent"],
  ["intermediateCatchEvent", "intermediateEvent"],
  ["intermediateThrowEvent", "intermediateEvent"],
  ["boundaryEvent", "intermediateEvent"],
  ["exclusiveGateway", "exclusiveGateway"],
  ["eventBasedGateway", "exclusiveGateway"],
  ["parallelGateway", "parallelGateway"],
  ["inclusiveGateway", "inclusiveGateway"],
  ["complexGateway", "inclusiveGateway"],
]);

/** Tasks, events and gateways of a process, in the file's order. */
export function flowNodesOf(process: XmlElement): XmlElement[] {
  return process.children.filter((child) => child.namespace === process.namespace && KIND_OF.has(child.name));
}

/** A sub-process, drawn with what it consists of. */
export function hasContents(element: XmlElement): boolean {
  return /^(subProcess|transaction)$/.test(element.name) && flowNodesOf(element).length > 0;
}

/** A sub-process that an event starts, beside the flow of the process that holds it. */
export function isEventSubProcess(element: XmlElement): boolean {
  return element.name === "subProcess" && element.attributes.get("triggeredByEvent") === "true";
}

/** An event on the border of an activity, or one that starts an event sub-process, that leaves running what runs. */
export function leavesRunning(element: XmlElement): boolean {
  if (element.name === "boundaryEvent") return element.attributes.get("cancelActivity") === "false";
  return flowNodesOf(element).some(({ name, attributes }) =>
    name === "startEvent" && attributes.get("isInterrupting") === "false"
  );
}

/**
 * A node of the flow of control.
 *
 * @param counts parts of the node that are left out are counted here, by their names.
 * @throws InputError if leaving it out would change the flow of control.
 */
export function readNode(element: XmlElement, process: XmlElement, counts: Map<string, number>): BpmnNode {
  const kind = KIND_OF.get(element.name)!;
  const id = attributeOf(element, "id");
  const refuse = (what: string, instead: string) => {
    throw refusal(element, what, instead);
  };
  switch (element.name) {
    case "boundaryEvent":
      if (element.children.some(({ name }) => name === "compensateEventDefinition")) {
        refuse("compensation", "It is outside of the flow of control: take it out.");
      }
      break;
    case "complexGateway":
      refuse("a complex gateway", "Use an exclusive, inclusive or parallel one.");
      break;
    case "subChoreography":
    case "choreographyTask":
      refuse("a choreography", "Only processes are read.");
      break;
    case "adHocSubProcess":
      if (flowNodesOf(element).length > 0) {
        refuse("tasks in any order and number", "Draw the flow between them, or leave it empty, to be read as a task.");
      }
      break;
    case "eventBasedGateway":
      if (element.attributes.get("eventGatewayType") === "Parallel") {
        refuse("a parallel event-based gateway", "Use a parallel gateway.");
      }
  }
  if (kind === "task") {
    const repeats = element.children.find((child) => child.name.endsWith("LoopCharacteristics"));
    if (repeats) refuse(`<${repeats.qualifiedName}>, a repetition,`, "Draw it as a loop of flows.");
    if (element.attributes.get("isForCompensation") === "true") {
      refuse("compensation", "It is outside of the flow of control: take it out.");
    }
    const conditional = conditionalFlowFrom(process, id);
    if (conditional) {
      refuse(
        `the flow "${conditional.attributes.get("id") ?? ""}" (line ${conditional.line}) with a condition`,
        "Draw the choice as an inclusive gateway after the task.",
      );
    }
  }
  const isScope = hasContents(element);
  for (const child of element.children) if (!isScope) countIn(counts, child, element, process, refuse);
  if (element.name !== "task" && !isScope && (kind === "task" || element.name === "eventBasedGateway")) {
    add(counts, `${element.name} (read as ${kind === "task" ? "task" : "exclusive gateway"})`);
  }
  return { id, kind, name: element.attributes.get("name") ?? "" };
}

/** The error that an element is not read, and what to draw instead. */
export function refusal(element: XmlElement, what: string, instead: string): InputError {
  const name = element.attributes.get("name");
  return xmlError(
    element,
    `expected tasks, plain events and gateways but found ${what} in <${element.qualifiedName}> ` +
      `${JSON.stringify(name ? name : attributeOf(element, "id"))}. ${instead}`,
  );
}

/** Counts by name what the process, its sub-processes, its pools and its flows have besides. */
export function leftOut(root: XmlElement, process: XmlElement): Map<string, number> {
  const counts = new Map<string, number>();
  countBesides(process, counts);
  for (const collaboration of root.children.filter(({ name }) => name === "collaboration")) {
    for (const child of collaboration.children) add(counts, child.name);
  }
  return counts;
}

function countBesides(scope: XmlElement, counts: Map<string, number>): void {
  for (const child of scope.children) {
    if (child.namespace === scope.namespace && (KIND_OF.has(child.name) || child.name === "sequenceFlow")) continue;
    if (!SILENT.has(child.name)) add(counts, child.name);
    if (child.name === "laneSet") { for (const lane of lanesOf(child)) add(counts, lane.name); }
  }
  for (const flow of scope.children.filter(({ name }) => name === "sequenceFlow")) {
    for (const child of flow.children) add(counts, child.name);
  }
  for (const inner of scope.children.filter(hasContents)) countBesides(inner, counts);
}

function* lanesOf(set: XmlElement): Generator<XmlElement> {
  for (const child of set.children) {
    if (child.name === "lane") yield child;
    yield* lanesOf(child);
  }
}

/** Parts of a node that have no bearing on what the model allows, or are the model's own. */
const SILENT = new Set(["incoming", "outgoing"]);

function countIn(
  counts: Map<string, number>,
  child: XmlElement,
  element: XmlElement,
  process: XmlElement,
  refuse: (what: string, instead: string) => void,
): void {
  if (SILENT.has(child.name)) return;
  if (child.name === "linkEventDefinition") {
    refuse("a link to another event", "Draw the link as a sequence flow.");
  }
  if (child.name === "terminateEventDefinition" && isConcurrent(process)) {
    refuse(
      "an end of the whole process while parallel paths may still run",
      "Join the parallel paths before the end, and make it a plain one.",
    );
  }
  add(counts, child.name.endsWith("EventDefinition") ? `${child.name} (read as plain ${element.name})` : child.name);
}

/** Whether more than one path can run at a time: a plain end then differs from one that ends all. */
function isConcurrent(process: XmlElement): boolean {
  const outgoing = new Map<string, number>();
  for (const flow of process.children) {
    if (flow.name !== "sequenceFlow") continue;
    const source = flow.attributes.get("sourceRef") ?? "";
    outgoing.set(source, (outgoing.get(source) ?? 0) + 1);
  }
  return flowNodesOf(process).some((node) => {
    const isChoice = node.name === "exclusiveGateway" || node.name === "eventBasedGateway";
    if (!isChoice && (outgoing.get(node.attributes.get("id") ?? "") ?? 0) > 1) return true;
    return (node.name === "boundaryEvent" || isEventSubProcess(node)) && leavesRunning(node);
  });
}

function conditionalFlowFrom(process: XmlElement, id: string): XmlElement | undefined {
  return process.children.find((flow) =>
    flow.name === "sequenceFlow" && flow.attributes.get("sourceRef") === id &&
    (childOf(flow, "conditionExpression")?.text ?? "") !== ""
  );
}

function add(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
