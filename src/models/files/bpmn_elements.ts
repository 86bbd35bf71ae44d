/** What the elements of BPMN mean for the flow of control: read, left out with a count, or refused. */
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

/**
 * A node of the flow of control.
 *
 * @param counts what is left out of it is counted here, by its name.
 * @throws InputError if leaving it out would change the flow of control.
 */
export function readNode(element: XmlElement, process: XmlElement, counts: Map<string, number>): BpmnNode {
  const kind = KIND_OF.get(element.name)!;
  const id = attributeOf(element, "id");
  const refuse = (what: string, instead: string) => {
    const name = element.attributes.get("name");
    throw xmlError(
      element,
      `expected tasks, plain events and gateways but found ${what} in <${element.qualifiedName}> ` +
        `${JSON.stringify(name ? name : id)}. ${instead}`,
    );
  };
  switch (element.name) {
    case "boundaryEvent":
      refuse("an event on the border of a task", "Draw its path with a gateway after the task.");
      break;
    case "complexGateway":
      refuse("a complex gateway", "Use an exclusive, inclusive or parallel one.");
      break;
    case "subChoreography":
    case "choreographyTask":
      refuse("a choreography", "Only processes are read.");
      break;
    case "subProcess":
    case "adHocSubProcess":
    case "transaction":
      if (flowNodesOf(element).length > 0) {
        refuse("a process of its own", "Put its contents in its place, or leave it empty, to be read as a task.");
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
  for (const child of element.children) countIn(counts, child, element, process, refuse);
  if (element.name !== "task" && (kind === "task" || element.name === "eventBasedGateway")) {
    add(counts, `${element.name} (read as ${kind === "task" ? "task" : "exclusive gateway"})`);
  }
  return { id, kind, name: element.attributes.get("name") ?? "" };
}

/** Counts by name what the process, its pools and its flows have besides. */
export function leftOut(root: XmlElement, process: XmlElement): Map<string, number> {
  const counts = new Map<string, number>();
  for (const child of process.children) {
    if (child.namespace === process.namespace && (KIND_OF.has(child.name) || child.name === "sequenceFlow")) continue;
    add(counts, child.name);
    if (child.name === "laneSet") { for (const lane of lanesOf(child)) add(counts, lane.name); }
  }
  for (const flow of process.children.filter(({ name }) => name === "sequenceFlow")) {
    for (const child of flow.children) add(counts, child.name);
  }
  for (const collaboration of root.children.filter(({ name }) => name === "collaboration")) {
    for (const child of collaboration.children) add(counts, child.name);
  }
  return counts;
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
  return flowNodesOf(process).some(({ name, attributes }) =>
    (outgoing.get(attributes.get("id") ?? "") ?? 0) > 1 && name !== "exclusiveGateway" && name !== "eventBasedGateway"
  );
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
