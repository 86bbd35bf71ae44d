/**
 * The Petri net of a process with inclusive joins.
 *
 * Places and transitions after Dijkman, Dumas & Ouyang, "Semantics and analysis of business process models in BPMN",
 * Information and Software Technology 50(12), 2008. Inclusive joins by dead paths, as in Leymann & Roller, "Production
 * Workflow", 2000, section 3.5.3: a branch that is not taken sends word of that, so that a join hears from all its inputs.
 */
import { InputError } from "../../io/input_error.ts";
import type { Bpmn, BpmnNode } from "../../models/bpmn.ts";
import { type Arc, PetriNet, type Place, type Transition } from "../../models/petri_net.ts";
import { type Region, regionsOf } from "./split_miner_regions.ts";

interface Flow {
  readonly source: number;
  readonly target: number;
}

/**
 * The Petri net of a process as Split Miner discovers it: with one start and one end, exclusive and parallel gateways,
 * and inclusive joins wherever no loop passes between them and their splits. The net is sound if the process is.
 *
 * Exclusive gateways become places where that says the same, so that silent steps are few.
 *
 * @throws InputError if the process has other shapes, naming the node.
 * @example
 * ```ts
 * import { discoverSplit, readLog, splitToNet } from "tracebook";
 * splitToNet(discoverSplit(await readLog("data/order-to-cash.csv"))); // Petri net "split miner": …
 * ```
 */
export function splitToNet(process: Bpmn): PetriNet {
  const { nodes } = process;
  const code = new Map(nodes.map(({ id }, v) => [id, v]));
  const flows = process.flows.map(({ source, target }): Flow => ({
    source: code.get(source)!,
    target: code.get(target)!,
  }));
  const out = nodes.map((): number[] => []), into = nodes.map((): number[] => []);
  flows.forEach(({ source, target }, f) => {
    out[source]!.push(f);
    into[target]!.push(f);
  });
  const { start, end } = checked(nodes, flows, out, into);
  const regions = regionsOf(nodes.length, flows, start, end);
  const inclusive = (node: number) => nodes[node]!.kind === "inclusiveGateway";
  const dying = regions.filter((region) => region.nodes.some(inclusive));
  for (const region of dying) refuseLoops(nodes, region);
  const informed = new Set(dying.flatMap((region) => region.nodes));

  const net = new NetBuilder(flows.length);
  const plain = (node: number) => !informed.has(node);
  const single = (node: number) => plain(node) && into[node]!.length === 1;
  nodes.forEach(({ kind }, node) => {
    if (kind !== "exclusiveGateway" || !plain(node)) return;
    if (into[node]!.length > 1) { for (const f of into[node]!) net.unite(f, out[node]![0]!); }
    else {
      for (const f of out[node]!) {
        if (single(flows[f]!.target) && nodes[flows[f]!.target]!.kind !== "endEvent") net.unite(f, into[node]![0]!);
      }
    }
  });
  nodes.forEach(({ kind, name }, node) => {
    if (!plain(node) || kind === "startEvent" || kind === "endEvent") return;
    const inputs = into[node]!, outputs = out[node]!;
    if (kind === "task") net.step(inputs, outputs, name);
    else if (kind === "intermediateEvent" || kind === "parallelGateway") net.step(inputs, outputs);
    else for (const from of inputs) for (const to of outputs) if (!net.united(from, to)) net.step([from], [to]);
  });
  for (const region of dying) informDead(net, nodes, region);
  return net.build(process.name, out[start]![0]!, into[end]![0]!);
}

function checked(
  nodes: readonly BpmnNode[],
  flows: readonly Flow[],
  out: readonly (readonly number[])[],
  into: readonly (readonly number[])[],
): { start: number; end: number } {
  const only = (kind: "startEvent" | "endEvent") => {
    const found = nodes.flatMap((node, v) => node.kind === kind ? [v] : []);
    if (found.length === 1) return found[0]!;
    throw new InputError(`Expected a process with one ${kind.slice(0, -5)} event but found ${found.length}.`);
  };
  const start = only("startEvent"), end = only("endEvent");
  nodes.forEach(({ id, name, kind }, node) => {
    const [inputs, outputs] = [into[node]!.length, out[node]!.length];
    const words = `"${name || id}" (${kind})`;
    const gateway = kind.endsWith("Gateway");
    const least = [node === start ? 0 : 1, node === end ? 0 : 1];
    if (inputs < least[0]! || outputs < least[1]! || (node === start && inputs > 0) || (node === end && outputs > 0)) {
      throw new InputError(
        `Expected a path from the start to the end through ${words} but found ${inputs} flows to it and ${outputs} from it.`,
      );
    }
    if (gateway ? inputs > 1 && outputs > 1 : inputs > 1 || outputs > 1) {
      throw new InputError(
        `Expected ${words} to have one flow in${
          gateway ? " or one flow out" : " and one flow out"
        } but found ${inputs} and ${outputs}.\n` +
          `Put a gateway before or after it.`,
      );
    }
    if (kind === "inclusiveGateway" && outputs > 1) {
      throw new InputError(`Expected inclusive gateways only where flows join but found ${words}, which splits.`);
    }
  });
  const reached = (root: number, next: readonly (readonly number[])[], side: "source" | "target") => {
    const seen = new Set([root]);
    for (const node of seen) for (const f of next[node]!) seen.add(flows[f]![side]);
    return seen;
  };
  const forward = reached(start, out, "target"), back = reached(end, into, "source");
  const lost = nodes.find((_, node) => !forward.has(node) || !back.has(node));
  if (lost) {
    throw new InputError(`Expected "${lost.name || lost.id}" on a path from the start to the end but it is on none.`);
  }
  return { start, end };
}

function refuseLoops(nodes: readonly BpmnNode[], { nodes: own, flows }: Region): void {
  const left = new Set(own);
  for (;;) {
    const free = [...left].find((node) => !flows.some(({ from, to }) => to === node && left.has(from)));
    if (free === undefined) break;
    left.delete(free);
  }
  if (left.size === 0) return;
  const gate = own.find((node) => nodes[node]!.kind === "inclusiveGateway")!;
  throw new InputError(
    `Expected no loop between the inclusive gateway "${
      nodes[gate]!.name || nodes[gate]!.id
    }" and its split but found one.\n` +
      `What such a gateway waits for cannot be told by a net; use exclusive and parallel gateways there.`,
  );
}

interface DeadPathStep {
  readonly take: readonly number[];
  readonly give: readonly number[];
}

/**
 * Each flow of the region has a second place, for the word that nothing comes. Only steps that can happen are put into
 * the net, or all of them where that takes too many states to see.
 */
function informDead(net: NetBuilder, nodes: readonly BpmnNode[], region: Region): void {
  const { flows } = region;
  const { steps, places } = deadPathSteps(nodes, region);
  const more = Array.from({ length: places - flows.length }, () => net.place());
  const taken = (place: number) => place < flows.length ? flows[place]!.last : more[place - flows.length]!;
  const given = (place: number) => place < flows.length ? flows[place]!.first : more[place - flows.length]!;
  for (const { take, give } of possible(steps)) net.step(take.map(taken), give.map(given));
}

/** Steps between places: `f` where flow f brings a token, `flows.length + f` where it never will, then others. */
function deadPathSteps(
  nodes: readonly BpmnNode[],
  { nodes: own, flows }: Region,
): { steps: DeadPathStep[]; places: number } {
  const steps: DeadPathStep[] = [];
  let places = 2 * flows.length;
  const dead = (f: number) => flows.length + f;
  // What comes from the region's entry, or to its exit, is never dead.
  const mayDie = (f: number) => flows[f]!.from >= 0 && flows[f]!.to >= 0;
  const step = (take: readonly number[], give: readonly number[]) => steps.push({ take, give });
  for (const node of own) {
    const inputs = flows.flatMap(({ to }, f) => to === node ? [f] : []);
    const outputs = flows.flatMap(({ from }, f) => from === node ? [f] : []);
    const { kind } = nodes[node]!;
    const dies = [...inputs, ...outputs].every(mayDie);
    if (kind === "inclusiveGateway") {
      // One input after the other, so that there are as many steps as inputs and not as sets of them.
      let some = inputs[0]!, none = dead(some);
      inputs.slice(1).forEach((f, i) => {
        const last = i === inputs.length - 2;
        const next = last ? outputs[0]! : places++, nothing = last ? dead(outputs[0]!) : places++;
        step([some, f], [next]);
        step([some, dead(f)], [next]);
        step([none, f], [next]);
        if (!last || dies) step([none, dead(f)], [nothing]);
        [some, none] = [next, nothing];
      });
      continue;
    }
    if (dies) step(inputs.map(dead), outputs.map(dead));
    if (kind === "parallelGateway") step(inputs, outputs);
    else if (outputs.length > 1) {
      for (const way of outputs) step(inputs, outputs.map((f) => f === way ? f : dead(f)));
    } else for (const way of inputs) step(inputs.map((f) => f === way ? f : dead(f)), outputs);
  }
  return { steps, places };
}

/**
 * Steps that happen in some run from the first place. Only steps that take the same tokens exclude each other, so it is
 * enough to let one token's steps happen at a time.
 */
function possible(steps: readonly DeadPathStep[], budget = 50_000): readonly DeadPathStep[] {
  const taking = new Map<number, DeadPathStep[]>();
  for (const step of steps) for (const place of step.take) taking.set(place, [...(taking.get(place) ?? []), step]);
  const happened = new Set<DeadPathStep>(), seen = new Set<string>();
  const open: number[][] = [[0]];
  while (open.length > 0) {
    const state = open.pop()!;
    const key = state.join();
    if (seen.has(key)) continue;
    if (seen.add(key).size > budget) return steps;
    const tokens = new Set(state);
    for (const place of state) {
      const ready = (taking.get(place) ?? []).filter(({ take }) => take.every((one) => tokens.has(one)));
      if (ready.length === 0) continue;
      for (const step of ready) {
        happened.add(step);
        open.push([...state.filter((one) => !step.take.includes(one)), ...step.give].sort((a, b) => a - b));
      }
      break;
    }
  }
  return steps.filter((step) => happened.has(step));
}

/** Collects steps between places; flows are the first places, and places may be united. */
class NetBuilder {
  readonly #same: number[];
  readonly #steps: { take: readonly number[]; give: readonly number[]; label: string | undefined }[] = [];

  constructor(flows: number) {
    this.#same = Array.from({ length: flows }, (_, f) => f);
  }

  place(): number {
    return this.#same.push(this.#same.length) - 1;
  }

  unite(some: number, other: number): void {
    const [x, y] = [this.#find(some), this.#find(other)];
    this.#same[Math.max(x, y)] = Math.min(x, y);
  }

  united(some: number, other: number): boolean {
    return this.#find(some) === this.#find(other);
  }

  step(take: readonly number[], give: readonly number[], label?: string): void {
    this.#steps.push({ take, give, label });
  }

  /** Places in the order in which they are met from the first. */
  build(name: string, initial: number, final: number): PetriNet {
    const ids = new Map<number, string>();
    const places: Place[] = [];
    const id = (place: number) => {
      const one = this.#find(place);
      if (!ids.has(one)) {
        ids.set(one, `p${ids.size + 1}`);
        places.push({ id: ids.get(one)!, name: "" });
      }
      return ids.get(one)!;
    };
    id(initial);
    const transitions: Transition[] = [], arcs: Omit<Arc, "weight">[] = [];
    for (const { take, give, label } of this.#steps) {
      const step = `t${transitions.length + 1}`;
      transitions.push({ id: step, label });
      for (const source of take) arcs.push({ source: id(source), target: step });
      for (const target of give) arcs.push({ source: step, target: id(target) });
    }
    return new PetriNet({
      name,
      places,
      transitions,
      arcs,
      initial: new Map([[id(initial), 1]]),
      final: new Map([[id(final), 1]]),
    });
  }

  #find(place: number): number {
    let one = place;
    while (this.#same[one] !== one) one = this.#same[one]!;
    return one;
  }
}
