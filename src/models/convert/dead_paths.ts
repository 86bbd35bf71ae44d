/**
 * The Petri net of a process whose inclusive joins wait for what several splits may send.
 *
 * Dead paths, as in Leymann & Roller, "Production Workflow", 2000, section 3.5.3: a branch that is not taken sends word of
 * that, so that a join hears from all its inputs. Split Miner's processes have such joins.
 */
import type { Bpmn, BpmnNode } from "../bpmn.ts";
import type { PetriNet } from "../petri_net.ts";
import { type Region, regionsOf } from "../nets/regions.ts";
import { NetBuilder } from "./net_builder.ts";

interface Flow {
  readonly source: number;
  readonly target: number;
}

interface DeadPathStep {
  readonly take: readonly number[];
  readonly give: readonly number[];
}

/**
 * The net of a process with one start and one end event, whose nodes join or split but do not do both, gateways only, and
 * where no loop passes between inclusive joins and the splits that decide what comes to them; `undefined` for others,
 * and where inclusive gateways split.
 */
export function deadPathNet(bpmn: Bpmn): PetriNet | undefined {
  const { nodes } = bpmn;
  const code = new Map(nodes.map(({ id }, v) => [id, v]));
  const flows = bpmn.flows.map(({ source, target }): Flow => ({
    source: code.get(source)!,
    target: code.get(target)!,
  }));
  const out = nodes.map((): number[] => []), into = nodes.map((): number[] => []);
  flows.forEach(({ source, target }, f) => {
    out[source]!.push(f);
    into[target]!.push(f);
  });
  const ends = endsOf(nodes, flows, out, into);
  if (ends === undefined) return undefined;
  const dying = regionsOf(nodes.length, flows, ends.start, ends.end)
    .filter((region) => region.nodes.some((node) => nodes[node]!.kind === "inclusiveGateway"));
  if (dying.some(hasLoop)) return undefined;

  const net = new NetBuilder();
  const source = net.place(), sink = net.place(), place = flows.map(() => net.place());
  const informed = new Set(dying.flatMap((region) => region.nodes));
  nodes.forEach(({ id, kind, name }, node) => {
    if (informed.has(node)) return;
    const inputs = node === ends.start ? [source] : into[node]!.map((f) => place[f]!);
    const outputs = node === ends.end ? [sink] : out[node]!.map((f) => place[f]!);
    if (kind !== "exclusiveGateway") net.transition(kind === "task" ? name || id : undefined, inputs, outputs);
    else for (const from of inputs) for (const to of outputs) net.transition(undefined, [from], [to]);
  });
  for (const region of dying) informDead(net, nodes, region, place);
  return net.build(source, sink, bpmn.name);
}

function endsOf(
  nodes: readonly BpmnNode[],
  flows: readonly Flow[],
  out: readonly (readonly number[])[],
  into: readonly (readonly number[])[],
): { start: number; end: number } | undefined {
  const only = (kind: "startEvent" | "endEvent") => nodes.filter((node) => node.kind === kind).length === 1;
  if (!only("startEvent") || !only("endEvent")) return undefined;
  const start = nodes.findIndex(({ kind }) => kind === "startEvent"),
    end = nodes.findIndex(({ kind }) => kind === "endEvent");
  const plain = nodes.every(({ kind }, node) => {
    const inputs = into[node]!.length, outputs = out[node]!.length;
    if (node === start || node === end) {
      return node === start ? inputs === 0 && outputs === 1 : inputs === 1 && outputs === 0;
    }
    if (kind === "inclusiveGateway") return outputs === 1;
    return kind.endsWith("Gateway") ? Math.min(inputs, outputs) === 1 : inputs === 1 && outputs === 1;
  });
  if (!plain) return undefined;
  const reached = (root: number, next: readonly (readonly number[])[], side: "source" | "target") => {
    const seen = new Set([root]);
    for (const node of seen) for (const f of next[node]!) seen.add(flows[f]![side]);
    return seen.size === nodes.length;
  };
  return reached(start, out, "target") && reached(end, into, "source") ? { start, end } : undefined;
}

function hasLoop({ nodes, flows }: Region): boolean {
  const left = new Set(nodes);
  for (;;) {
    const held = new Set(flows.filter(({ from }) => left.has(from)).map(({ to }) => to));
    const free = [...left].filter((node) => !held.has(node));
    if (free.length === 0) return left.size > 0;
    for (const node of free) left.delete(node);
  }
}

/**
 * Each flow of the region has a second place, for the word that nothing comes. Only steps that can happen are put into
 * the net, or all of them where that takes too many states to see.
 */
function informDead(net: NetBuilder, nodes: readonly BpmnNode[], region: Region, place: readonly number[]): void {
  const { flows } = region;
  const { steps, places } = deadPathSteps(nodes, region);
  const more = Array.from({ length: places - flows.length }, () => -1);
  const other = (at: number) =>
    more[at - flows.length]! < 0 ? more[at - flows.length] = net.place() : more[at - flows.length]!;
  const taken = (at: number) => at < flows.length ? place[flows[at]!.last]! : other(at);
  const given = (at: number) => at < flows.length ? place[flows[at]!.first]! : other(at);
  for (const { take, give } of possible(steps)) net.transition(undefined, take.map(taken), give.map(given));
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
function possible(steps: readonly DeadPathStep[], maxStates = 50_000): readonly DeadPathStep[] {
  const taking = new Map<number, DeadPathStep[]>();
  for (const step of steps) for (const place of step.take) taking.set(place, [...(taking.get(place) ?? []), step]);
  const happened = new Set<DeadPathStep>(), seen = new Set<string>();
  const open: number[][] = [[0]];
  while (open.length > 0) {
    const state = open.pop()!;
    const key = state.join();
    if (seen.has(key)) continue;
    if (seen.add(key).size > maxStates) return steps;
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
