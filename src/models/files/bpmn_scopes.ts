/** Processes and their sub-processes as BPMN XML has them. */
import { attributeOf, childrenOf, type XmlElement, xmlError } from "../../io/xml/xml_tree.ts";
import type { BpmnFlow } from "../bpmn.ts";
import type { BorderEvent, BpmnScope, InnerProcess, Trigger } from "../convert/flatten_bpmn.ts";
import { flowNodesOf, hasContents, isEventSubProcess, leavesRunning, readNode, refusal } from "./bpmn_elements.ts";

/** @param counts parts of nodes that are left out are counted here, by their names. */
export function readScope(process: XmlElement, counts: Map<string, number>): BpmnScope {
  const elements = flowNodesOf(process);
  const nodes = elements.map((element) => readNode(element, process, counts));
  return {
    nodes,
    flows: readFlows(process, new Set(nodes.map(({ id }) => id))),
    inner: elements.filter(hasContents).map((element) => innerProcess(element, counts)),
    borders: elements.filter(({ name }) => name === "boundaryEvent").map(borderEvent),
    thrown: new Map(
      elements.filter(({ name }) => name === "endEvent")
        .flatMap((element) => {
          const trigger = triggerOf(element);
          return trigger ? [[attributeOf(element, "id"), trigger] as const] : [];
        }),
    ),
  };
}

/** All scopes, the process first. */
export function* scopesOf(process: XmlElement): Generator<XmlElement> {
  yield process;
  for (const inner of process.children.filter(hasContents)) yield* scopesOf(inner);
}

/** References may be written with a prefix of a namespace. */
export function localId(reference: string): string {
  return reference.slice(reference.indexOf(":") + 1);
}

function innerProcess(element: XmlElement, counts: Map<string, number>): InnerProcess {
  return {
    id: attributeOf(element, "id"),
    scope: readScope(element, counts),
    byEvent: isEventSubProcess(element) ? { interrupts: !leavesRunning(element) } : undefined,
    refuse: (what, instead) => refusal(element, what, instead),
  };
}

function borderEvent(element: XmlElement): BorderEvent {
  return {
    id: attributeOf(element, "id"),
    host: localId(attributeOf(element, "attachedToRef")),
    interrupts: !leavesRunning(element),
    trigger: triggerOf(element),
    refuse: (what, instead) => refusal(element, what, instead),
  };
}

function triggerOf(element: XmlElement): Trigger | undefined {
  for (const { name, attributes } of element.children) {
    const kind = /^(error|escalation|cancel)EventDefinition$/.exec(name)?.[1];
    if (kind !== undefined) return { kind, ref: attributes.get(`${kind}Ref`) };
  }
  return undefined;
}

function readFlows(process: XmlElement, known: ReadonlySet<string>): BpmnFlow[] {
  return childrenOf(process, "sequenceFlow").map((element) => {
    const [source, target] = (["sourceRef", "targetRef"] as const).map((end) => {
      const id = localId(attributeOf(element, end));
      if (known.has(id)) return id;
      const other = process.children.find((child) => child.attributes.get("id") === id);
      throw xmlError(
        element,
        `expected ${end} of the sequence flow "${
          element.attributes.get("id") ?? ""
        }" to name a task, event or gateway ` +
          `but found "${id}"${other ? `, which is <${other.qualifiedName}> on line ${other.line}` : ""}.`,
      );
    });
    return {
      id: attributeOf(element, "id"),
      source: source!,
      target: target!,
      name: element.attributes.get("name") ?? "",
    };
  });
}
