/** BPMN processes put together step by step, without gateways that do nothing. */
import { Bpmn, type BpmnKind } from "../bpmn.ts";

interface Draft {
  readonly kind: BpmnKind;
  readonly name: string;
  /** Nodes at the other end of its flows, in the order in which they were drawn; one may stand there twice. */
  readonly inputs: number[];
  readonly outputs: number[];
}

const STEMS: Readonly<Record<BpmnKind, string>> = {
  task: "task",
  startEvent: "start",
  endEvent: "end",
  intermediateEvent: "event",
  exclusiveGateway: "xor",
  parallelGateway: "and",
  inclusiveGateway: "or",
};

/** Nodes are numbers until the process is built. */
export class BpmnBuilder {
  readonly #nodes = new Map<number, Draft>();

  node(kind: BpmnKind, name = ""): number {
    const node = this.#nodes.size;
    this.#nodes.set(node, { kind, name, inputs: [], outputs: [] });
    return node;
  }

  flow(from: number, to: number): void {
    this.#nodes.get(from)!.outputs.push(to);
    this.#nodes.get(to)!.inputs.push(from);
  }

  /**
   * Leaves out gateways with one way in and one way out, joins splits that follow splits and joins that follow joins of
   * the same kind, and names the rest `start`, `task1`, `xor1`, `flow1`, … in breadth-first order.
   */
  build(name: string): Bpmn {
    for (let changed = true; changed;) {
      changed = false;
      for (const [id, node] of this.#nodes) if (this.#simplifies(id, node)) changed = true;
    }
    const order = new Set([...this.#nodes].filter(([, { kind }]) => kind === "startEvent").map(([id]) => id));
    for (const id of order) for (const next of this.#nodes.get(id)!.outputs) order.add(next);
    for (const id of this.#nodes.keys()) order.add(id);
    const counts = new Map<BpmnKind, number>(), names = new Map<number, string>();
    const ofKind = Map.groupBy(this.#nodes.values(), ({ kind }) => kind);
    for (const id of order) {
      const { kind } = this.#nodes.get(id)!, count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const alone = (kind === "startEvent" || kind === "endEvent") && ofKind.get(kind)!.length === 1;
      names.set(id, alone ? STEMS[kind] : `${STEMS[kind]}${count}`);
    }
    let flows = 0;
    return new Bpmn({
      name,
      nodes: [...order].map((id) => ({
        id: names.get(id)!,
        kind: this.#nodes.get(id)!.kind,
        name: this.#nodes.get(id)!.name,
      })),
      flows: [...order].flatMap((id) =>
        this.#nodes.get(id)!.outputs.map((to) => ({
          id: `flow${++flows}`,
          source: names.get(id)!,
          target: names.get(to)!,
        }))
      ),
    });
  }

  #simplifies(id: number, node: Draft): boolean {
    if (!node.kind.endsWith("Gateway")) return false;
    const [before] = node.inputs, [after] = node.outputs;
    if (before === undefined || after === undefined || before === id || after === id) return false;
    const single = node.inputs.length === 1, ends = node.outputs.length === 1;
    const above = this.#nodes.get(before)!, below = this.#nodes.get(after)!;
    const joins = (other: Draft) => other.kind === node.kind && node.kind !== "inclusiveGateway";
    if (single && (ends || (joins(above) && above.inputs.length === 1))) {
      above.outputs.splice(above.outputs.indexOf(id), 1, ...node.outputs);
      for (const to of node.outputs) replace(this.#nodes.get(to)!.inputs, id, before);
      this.#nodes.delete(id);
      return true;
    }
    if (ends && joins(below) && below.outputs.length === 1) {
      below.inputs.splice(below.inputs.indexOf(id), 1, ...node.inputs);
      for (const from of node.inputs) replace(this.#nodes.get(from)!.outputs, id, after);
      this.#nodes.delete(id);
      return true;
    }
    return this.#dropTwinFlow(id, node);
  }

  /** Two flows from a gateway straight to another of its kind say what one says, be it either or both. */
  #dropTwinFlow(id: number, { kind, outputs }: Draft): boolean {
    const twin = outputs.findIndex((to, i) => outputs.indexOf(to) < i && this.#nodes.get(to)!.kind === kind);
    if (twin < 0 || kind === "inclusiveGateway") return false;
    const { inputs } = this.#nodes.get(outputs[twin]!)!;
    inputs.splice(inputs.lastIndexOf(id), 1);
    outputs.splice(twin, 1);
    return true;
  }
}

function replace(list: number[], old: number, by: number): void {
  list[list.indexOf(old)] = by;
}
