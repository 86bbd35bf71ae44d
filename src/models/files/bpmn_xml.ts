/** Process models as BPMN 2.0 XML with their diagram (OMG formal/2011-01-03, chapters 10, 12 and 15). */
import { attributeOf, childOf, childrenOf, parseXml, type XmlElement, xmlError } from "../../io/xml/xml_tree.ts";
import { type XmlNode, xmlText } from "../../io/xml/xml_write.ts";
import { Bpmn, type BpmnBounds, type BpmnKind, type BpmnLayout, type BpmnPoint } from "../bpmn.ts";
import { layOutBpmn } from "../layout/bpmn_layout.ts";
import { flattenBpmn } from "../convert/flatten_bpmn.ts";
import { flowNodesOf, hasContents, isEventSubProcess, leftOut } from "./bpmn_elements.ts";
import { localId, readScope, scopesOf } from "./bpmn_scopes.ts";
import { noteTaker, type ReadModelOptions, xmlIds } from "./notes.ts";

export interface ReadBpmnOptions extends ReadModelOptions {
  /** Which process to read of a file with several, by its id, its name, or the name of its pool. */
  process?: string;
}

/**
 * Reads a process from BPMN 2.0 XML, with its layout where the diagram is complete.
 *
 * Tasks of every kind, call activities and sub-processes without contents are read as tasks; events as start, end or
 * intermediate events, whatever they wait for or throw; event-based gateways as exclusive ones. What has no part in the
 * flow of control (lanes, data, annotations, conditions, extensions) is left out. A note counts it all.
 *
 * The contents of a sub-process stand in its place. An event on a border, and an event sub-process, is a choice: if it
 * interrupts, between each step that it may interrupt and its own path; if not, whether its path runs beside.
 *
 * @param name of the file, for errors.
 * @example
 * ```ts
 * import { parseBpmn, parseProcessTree, treeToBpmn, writeBpmn } from "tracebook";
 * const bpmn = parseBpmn(writeBpmn(treeToBpmn(parseProcessTree("->( 'a', X( 'b', 'c' ) )"))));
 * bpmn.nodes.filter(({ kind }) => kind === "task").map(({ name }) => name); // ["a", "b", "c"]
 * ```
 * @throws InputError if it is no BPMN, holds several processes and none is chosen, or what would change the flow of
 * control if it were left out: an event that interrupts parallel paths, paths that end a sub-process several times,
 * complex gateways, repeated tasks, compensation, flows with conditions out of tasks, and the like. The element is named.
 */
export function parseBpmn(text: string, name = "BPMN", options: ReadBpmnOptions = {}): Bpmn {
  return bpmnProcess(parseXml(text, name), options);
}

/** The process of a document that was parsed. */
export function bpmnProcess(root: XmlElement, options: ReadBpmnOptions = {}): Bpmn {
  const note = noteTaker(options);
  if (root.name !== "definitions") {
    throw xmlError(root, `expected BPMN, beginning with <definitions>, but found <${root.qualifiedName}>.`);
  }
  const { process, pool } = chosenProcess(root, options.process, note);
  checkIds(process);
  const counts = leftOut(root, process);
  const scope = readScope(process, counts);
  const { nodes, flows } = flattenBpmn(scope);
  noteFlattened(process, note);
  if (counts.size > 0) {
    const list = [...counts].map(([what, count]) => `${count} ${what}`).join(", ");
    note(`${root.file}: read without what does not matter for the flow of control: ${list}.`);
  }
  const layout = readLayout(root, nodes, flows, note);
  const name = process.attributes.get("name") ?? pool ?? process.attributes.get("id") ?? "process";
  const original = originalIds(process);
  const own = (id: string) => original.get(id) ?? id;
  return new Bpmn({
    name,
    nodes: nodes.map((node) => ({ ...node, id: own(node.id) })),
    flows: flows.map((flow) => ({ ...flow, id: own(flow.id), source: own(flow.source), target: own(flow.target) })),
    ...(layout
      ? {
        layout: {
          nodes: new Map([...layout.nodes].map(([id, bounds]) => [own(id), bounds])),
          flows: new Map([...layout.flows].map(([id, points]) => [own(id), points])),
        },
      }
      : {}),
  });
}

const MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
const DC = "http://www.omg.org/spec/DD/20100524/DC";
const DI = "http://www.omg.org/spec/DD/20100524/DI";
/** Our own attributes: an id that XML does not allow. */
const OWN = "urn:tracebook:bpmn";

/**
 * A process as BPMN 2.0 XML with a diagram: its own layout, or one that is computed. Opens in bpmn.io, Camunda Modeler,
 * Signavio and PM4Py.
 *
 * Reading it gives the same process. Ids that XML does not allow are replaced in the file, and kept beside.
 *
 * @throws InputError if a name has a character that XML cannot hold.
 */
export function writeBpmn(bpmn: Bpmn): string {
  const layout = isComplete(bpmn, bpmn.layout) ? bpmn.layout! : layOutBpmn(bpmn);
  const taken = new Set<string>(["Definitions", "Process", "Diagram", "Plane"]);
  const known = new Set(taken);
  const clashing = (id: string) => known.has(id) || id.endsWith("_di");
  // An id that is the file's own is replaced like one that XML does not allow.
  const ids = xmlIds([...bpmn.nodes, ...bpmn.flows].map(({ id }) => id), "Element_", taken, clashing);
  const incoming = new Map<string, string[]>(bpmn.nodes.map(({ id }) => [id, []]));
  const outgoing = new Map<string, string[]>(bpmn.nodes.map(({ id }) => [id, []]));
  for (const { id, source, target } of bpmn.flows) {
    outgoing.get(source)!.push(ids.get(id)!);
    incoming.get(target)!.push(ids.get(id)!);
  }
  const process: XmlNode = {
    name: "bpmn:process",
    attributes: { id: "Process", name: bpmn.name, isExecutable: "false" },
    children: [
      ...bpmn.nodes.map(({ id, kind, name, task }): XmlNode => {
        const ins = incoming.get(id)!, outs = outgoing.get(id)!;
        const gatewayDirection = kind.endsWith("Gateway") ? directionOf(ins.length, outs.length) : undefined;
        return {
          name: `bpmn:${kind === "task" && task ? `${task}Task` : ELEMENT_OF[kind]}`,
          attributes: { ...idAttributes(id, ids), name: name === "" ? undefined : name, gatewayDirection },
          children: [
            ...ins.map((text) => ({ name: "bpmn:incoming", text })),
            ...outs.map((text) => ({ name: "bpmn:outgoing", text })),
          ],
        };
      }),
      ...bpmn.flows.map(({ id, source, target, name }): XmlNode => ({
        name: "bpmn:sequenceFlow",
        attributes: {
          ...idAttributes(id, ids),
          name: name === "" ? undefined : name,
          sourceRef: ids.get(source)!,
          targetRef: ids.get(target)!,
        },
      })),
    ],
  };
  const renamed = [...ids].some(([id, xmlId]) => id !== xmlId);
  const root: XmlNode = {
    name: "bpmn:definitions",
    attributes: {
      "xmlns:bpmn": MODEL,
      "xmlns:bpmndi": DIAGRAM,
      "xmlns:dc": DC,
      "xmlns:di": DI,
      "xmlns:tracebook": renamed ? OWN : undefined,
      id: "Definitions",
      targetNamespace: OWN,
      exporter: "Tracebook",
    },
    children: [process, diagramNode(bpmn, layout, ids)],
  };
  return xmlText(root, `the process ${JSON.stringify(bpmn.name)} as BPMN`);
}

const ELEMENT_OF: Readonly<Record<BpmnKind, string>> = {
  task: "task",
  startEvent: "startEvent",
  endEvent: "endEvent",
  intermediateEvent: "intermediateThrowEvent",
  exclusiveGateway: "exclusiveGateway",
  parallelGateway: "parallelGateway",
  inclusiveGateway: "inclusiveGateway",
};

interface Chosen {
  readonly process: XmlElement;
  /** Name of the pool that stands for it. */
  readonly pool: string | undefined;
}

function chosenProcess(root: XmlElement, wanted: string | undefined, note: (note: string) => void): Chosen {
  const pools = new Map<string, string>();
  for (const participant of childrenOf(root, "collaboration").flatMap((group) => childrenOf(group, "participant"))) {
    const name = participant.attributes.get("name"), process = participant.attributes.get("processRef");
    if (name && process) pools.set(localId(process), name);
  }
  const processes = childrenOf(root, "process").map((process) => {
    const id = process.attributes.get("id") ?? "";
    return { process, id, pool: pools.get(id), nodes: flowNodesOf(process).length };
  });
  const names = ({ id, pool, process }: typeof processes[number]) => [id, process.attributes.get("name"), pool];
  const said = (one: typeof processes[number]) =>
    `${JSON.stringify(one.process.attributes.get("name") ?? one.pool ?? one.id)} (line ${one.process.line})`;
  if (wanted !== undefined) {
    const found = processes.find((one) => names(one).includes(wanted));
    if (found) return found;
    throw xmlError(
      root,
      `expected a process "${wanted}" but found ${processes.map(said).join(", ") || "no process"}.`,
    );
  }
  const filled = processes.filter(({ nodes }) => nodes > 0);
  if (filled.length === 0) {
    throw xmlError(root, `expected a <process> with tasks or events but found none in ${processes.length} processes.`);
  }
  if (filled.length > 1) {
    throw xmlError(
      root,
      `expected one process but found ${filled.length}: ${filled.map(said).join(", ")}. Their messages to each other ` +
        `are no flow of control; choose one of them with process: ${JSON.stringify(filled[0]!.id)}.`,
    );
  }
  if (processes.length > 1) note(`${root.file}: ${processes.length - 1} processes without any tasks are left out.`);
  return filled[0]!;
}

function noteFlattened(process: XmlElement, note: (note: string) => void): void {
  let contents = 0, events = 0;
  for (const scope of scopesOf(process)) {
    for (const element of flowNodesOf(scope)) {
      if (element.name === "boundaryEvent" || (hasContents(element) && isEventSubProcess(element))) events++;
      else if (hasContents(element)) contents++;
    }
  }
  if (contents > 0) {
    const [what, where] = contents === 1
      ? ["1 sub-process stand", "its place"]
      : [`${contents} sub-processes stand`, "their places"];
    note(`${process.file}: the contents of ${what} in ${where}.`);
  }
  if (events > 0) {
    const what = events === 1
      ? "1 event on a border or of a sub-process is read as a choice"
      : `${events} events on borders or of sub-processes are read as choices`;
    note(`${process.file}: ${what}.`);
  }
}

function checkIds(process: XmlElement): void {
  const lines = new Map<string, number>();
  for (const element of [...scopesOf(process)].flatMap(({ children }) => children)) {
    const id = element.attributes.get("id");
    if (id === undefined) continue;
    const known = lines.get(id);
    if (known !== undefined) {
      throw xmlError(element, `expected each id once but found "${id}" again; it is also on line ${known}.`);
    }
    lines.set(id, element.line);
  }
}

/** Bounds and lines of the diagram, if it shows every node and every flow. */
function readLayout(
  root: XmlElement,
  nodes: readonly { readonly id: string }[],
  flows: readonly { readonly id: string }[],
  note: (note: string) => void,
): BpmnLayout | undefined {
  const planes = childrenOf(root, "BPMNDiagram").flatMap((diagram) => childrenOf(diagram, "BPMNPlane"));
  const shapes = new Map<string, BpmnBounds>(), lines = new Map<string, readonly BpmnPoint[]>();
  for (const element of planes.flatMap(({ children }) => children)) {
    const of = localId(element.attributes.get("bpmnElement") ?? "");
    if (element.name === "BPMNShape") {
      const bounds = childOf(element, "Bounds");
      if (bounds) shapes.set(of, boundsOf(bounds));
    } else if (element.name === "BPMNEdge") {
      const points = childrenOf(element, "waypoint").map((point) => ({
        x: numberOf(point, "x"),
        y: numberOf(point, "y"),
      }));
      if (points.length >= 2) lines.set(of, points);
    }
  }
  const missing = [...nodes.filter(({ id }) => !shapes.has(id)), ...flows.filter(({ id }) => !lines.has(id))];
  if (missing.length === 0) {
    return {
      nodes: new Map(nodes.map(({ id }) => [id, shapes.get(id)!])),
      flows: new Map(flows.map(({ id }) => [id, lines.get(id)!])),
    };
  }
  if (shapes.size > 0) {
    note(
      `${root.file}: its diagram does not show ${missing.length} of ${nodes.length + flows.length} nodes and flows, ` +
        `such as "${missing[0]!.id}"; its layout is left out.`,
    );
  }
  return undefined;
}

function boundsOf(element: XmlElement): BpmnBounds {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => numberOf(element, name));
  return { x: x!, y: y!, width: width!, height: height! };
}

function numberOf(element: XmlElement, name: string): number {
  const text = attributeOf(element, name).trim();
  const value = text === "" ? NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw xmlError(element, `expected a number for ${name} of <${element.qualifiedName}> but found "${text}".`);
}

/** Ids as they were before XML did not allow them. */
function originalIds(process: XmlElement): Map<string, string> {
  const original = new Map<string, string>();
  for (const { attributes } of [...scopesOf(process)].flatMap(({ children }) => children)) {
    const own = attributes.get("tracebook:id"), id = attributes.get("id");
    if (own !== undefined && id !== undefined) original.set(id, own);
  }
  return original;
}

function isComplete({ nodes, flows }: Bpmn, layout: BpmnLayout | undefined): boolean {
  return layout !== undefined && nodes.every(({ id }) => layout.nodes.has(id)) &&
    flows.every(({ id }) => (layout.flows.get(id)?.length ?? 0) >= 2);
}

function idAttributes(id: string, ids: ReadonlyMap<string, string>) {
  const xmlId = ids.get(id)!;
  return { id: xmlId, "tracebook:id": id === xmlId ? undefined : id };
}

/** Clause 10.5.1: what a gateway is used for. */
function directionOf(incoming: number, outgoing: number): string {
  if (incoming > 1) return outgoing > 1 ? "Mixed" : "Converging";
  return outgoing > 1 ? "Diverging" : "Unspecified";
}

function diagramNode(bpmn: Bpmn, layout: BpmnLayout, ids: ReadonlyMap<string, string>): XmlNode {
  const shapes = bpmn.nodes.map(({ id, kind }): XmlNode => {
    const { x, y, width, height } = layout.nodes.get(id)!;
    const isMarkerVisible = kind === "exclusiveGateway" ? "true" : undefined;
    return {
      name: "bpmndi:BPMNShape",
      attributes: { id: `${ids.get(id)!}_di`, bpmnElement: ids.get(id)!, isMarkerVisible },
      children: [{ name: "dc:Bounds", attributes: { x, y, width, height } }],
    };
  });
  const edges = bpmn.flows.map(({ id }): XmlNode => ({
    name: "bpmndi:BPMNEdge",
    attributes: { id: `${ids.get(id)!}_di`, bpmnElement: ids.get(id)! },
    children: layout.flows.get(id)!.map(({ x, y }) => ({ name: "di:waypoint", attributes: { x, y } })),
  }));
  return {
    name: "bpmndi:BPMNDiagram",
    attributes: { id: "Diagram" },
    children: [{
      name: "bpmndi:BPMNPlane",
      attributes: { id: "Plane", bpmnElement: "Process" },
      children: [...shapes, ...edges],
    }],
  };
}
