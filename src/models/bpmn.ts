/** Process models in BPMN 2.0 (OMG formal/2011-01-03): the flow of control of one process. */
import { InputError } from "../base/errors.ts";
import { inspectSymbol } from "../base/inspect.ts";

export type BpmnKind =
  | "task"
  | "startEvent"
  | "endEvent"
  | "intermediateEvent"
  | "exclusiveGateway"
  | "parallelGateway"
  | "inclusiveGateway";

export interface BpmnNode {
  readonly id: string;
  readonly kind: BpmnKind;
  /** The text on the node; for a task its activity. May be empty. */
  readonly name: string;
  /** Who does a task: a person, a script, another program. It is written to files; reading takes all for plain tasks. */
  readonly task?: BpmnTaskKind;
}

export type BpmnTaskKind = "user" | "script" | "service" | "manual";

/** A sequence flow, from node to node by their ids. */
export interface BpmnFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly name: string;
}

/** Where the diagram draws nodes and flows, in pixels from the upper left corner. */
export interface BpmnLayout {
  readonly nodes: ReadonlyMap<string, BpmnBounds>;
  /** Points of each flow's line, at least two. */
  readonly flows: ReadonlyMap<string, readonly BpmnPoint[]>;
}

export interface BpmnBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BpmnPoint {
  readonly x: number;
  readonly y: number;
}

export interface BpmnParts {
  readonly name?: string;
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly (Omit<BpmnFlow, "name"> & { readonly name?: string })[];
  readonly layout?: BpmnLayout;
}

/** A BPMN process. Immutable; ids are distinct over nodes and flows together. */
export class Bpmn {
  readonly name: string;
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly BpmnFlow[];
  /** As read from a file; models that were computed have none before they are laid out. */
  readonly layout: BpmnLayout | undefined;

  /** @throws InputError for an id twice or a flow between nodes that are not there. */
  constructor({ name = "process", nodes, flows, layout }: BpmnParts) {
    this.name = name;
    this.nodes = [...nodes];
    this.flows = flows.map((flow) => ({ name: "", ...flow }));
    this.layout = layout;
    const ids = new Set<string>();
    for (const { id } of [...nodes, ...flows]) {
      if (ids.has(id)) throw new InputError(`Expected each id of the process "${name}" once but found "${id}" twice.`);
      ids.add(id);
    }
    const known = new Set(nodes.map(({ id }) => id));
    for (const { id, source, target } of flows) {
      const missing = [source, target].find((end) => !known.has(end));
      if (missing !== undefined) {
        throw new InputError(`Expected the flow "${id}" of "${name}" to join nodes of it but found no "${missing}".`);
      }
    }
  }

  toString(): string {
    const count = (kind: BpmnKind) => this.nodes.filter((node) => node.kind === kind).length;
    const gateways = count("exclusiveGateway") + count("parallelGateway") + count("inclusiveGateway");
    return `BPMN process "${this.name}": ${count("task")} tasks, ${gateways} gateways, ${this.flows.length} flows`;
  }

  [inspectSymbol](): string {
    return this.toString();
  }
}
