/**
 * BPMN with sub-processes and events on borders, in terms of tasks, events and gateways alone.
 *
 * OMG formal/2011-01-03, clauses 10.3.5 (sub-processes, event sub-processes), 10.5.4 (boundary events) and 13.3 to 13.5
 * (what they do). Dijkman, Dumas & Ouyang, "Semantics and Analysis of Business Process Models in BPMN", 2008, section
 * 3.2, for events that interrupt. What interrupts takes away all tokens within: where only one runs at a time, that is a
 * choice before each of its steps. Where several run, no net without further kinds of arcs says it, and it is refused.
 */
import type { InputError } from "../../base/errors.ts";
import { Bpmn, type BpmnFlow, type BpmnNode } from "../bpmn.ts";
import { endsMadeExplicit, freeId } from "./bpmn_implicit_ends.ts";
import { endsOfRuns } from "./bpmn_to_net.ts";

/** A process or sub-process as it is drawn. */
export interface BpmnScope {
  /** A node of the same id stands for each sub-process with contents. */
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly BpmnFlow[];
  readonly inner: readonly InnerProcess[];
  readonly borders: readonly BorderEvent[];
  /** What end events throw, by their ids. */
  readonly thrown: ReadonlyMap<string, Trigger>;
}

export interface InnerProcess {
  readonly id: string;
  readonly scope: BpmnScope;
  /** Started by an event, and not by a flow: whether it interrupts what surrounds it. */
  readonly byEvent: { readonly interrupts: boolean } | undefined;
  /** The error that names it. */
  refuse(what: string, instead: string): InputError;
}

/** An event on the border of a task or sub-process; a node of the same id stands for it. */
export interface BorderEvent {
  readonly id: string;
  readonly host: string;
  readonly interrupts: boolean;
  readonly trigger: Trigger | undefined;
  refuse(what: string, instead: string): InputError;
}

/** An error, an escalation or a cancellation; `ref` names which one, if the file does. */
export interface Trigger {
  readonly kind: string;
  readonly ref: string | undefined;
}

export interface FlatProcess {
  readonly nodes: BpmnNode[];
  readonly flows: BpmnFlow[];
}

/** The same process without scopes and borders. @throws InputError for what cannot be said so, naming the element. */
export function flattenBpmn(scope: BpmnScope): FlatProcess {
  return new Draft(scope, idsOf(scope)).flat();
}

function idsOf(scope: BpmnScope): Set<string> {
  const ids = new Set([...scope.nodes, ...scope.flows].map(({ id }) => id));
  for (const { scope: inner } of scope.inner) for (const id of idsOf(inner)) ids.add(id);
  return ids;
}

class Draft {
  readonly #scope: BpmnScope;
  readonly #taken: Set<string>;
  readonly #nodes: Map<string, BpmnNode>;
  #flows: BpmnFlow[];
  /** By node, the gateway before it that chooses whether it is interrupted. */
  readonly #choices: Map<string, string>;
  /** Sub-processes in which more than one path can run at a time. */
  readonly #concurrentInside = new Set<string>();

  constructor(scope: BpmnScope, taken: Set<string>, choices = new Map<string, string>()) {
    this.#scope = scope;
    this.#taken = taken;
    this.#nodes = new Map(scope.nodes.map((node) => [node.id, node]));
    this.#flows = [...scope.flows];
    this.#choices = choices;
  }

  flat(): FlatProcess {
    const { inner, borders } = this.#scope;
    const byEvent = inner.filter((one) => one.byEvent);
    if (byEvent.length > 0 || borders.some(({ interrupts }) => !interrupts)) this.#makeEndsExplicit(byEvent);
    const within = new Map<string, string[]>();
    for (const one of inner) if (!one.byEvent) within.set(one.id, this.#putInPlace(one));
    for (const one of byEvent) this.#startByEvent(one);
    for (const border of borders) this.#putOnBorder(border, within.get(border.host) ?? [border.host]);
    return { nodes: [...this.#nodes.values()], flows: this.#flows };
  }

  /** Adds the start and end events that are not drawn, before other end events make it look as if there were some. */
  #makeEndsExplicit(byEvent: readonly InnerProcess[]): void {
    const beside = new Set([...byEvent, ...this.#scope.borders].map(({ id }) => id));
    const nodes = [...this.#nodes.values()].filter(({ id }) => !beside.has(id));
    const before = new Set(nodes.map(({ id }) => id));
    const explicit = endsMadeExplicit({ nodes, flows: this.#flows }, this.#taken);
    for (const node of explicit.nodes) if (!before.has(node.id)) this.#nodes.set(node.id, node);
    this.#flows = explicit.flows;
  }

  /** Puts the contents of a sub-process where it stands; gives the nodes that it may be interrupted before. */
  #putInPlace(one: InnerProcess): string[] {
    const inside = endsMadeExplicit(new Draft(one.scope, this.#taken, this.#choices).flat(), this.#taken);
    const steps = inside.nodes.filter(isStep).map(({ id }) => id);
    if (isConcurrent(inside)) this.#concurrentInside.add(one.id);
    const caught = this.#catch(one, inside);
    const name = this.#nodes.get(one.id)!.name;
    const starts = inside.nodes.filter(({ kind }) => kind === "startEvent");
    if (starts.length === 0) throw one.refuse("contents without a beginning", "Draw its start event.");
    const ends = this.#endsOf(one, inside, caught);
    this.#nodes.set(one.id, { id: one.id, kind: "exclusiveGateway", name });
    for (const node of inside.nodes) this.#nodes.set(node.id, asInner(node));
    const exit = this.#node(`${one.id}_end`, "exclusiveGateway");
    this.#flows = this.#flows.map((flow) => flow.source === one.id ? { ...flow, source: exit } : flow);
    this.#flows.push(...inside.flows);
    for (const { id } of starts) this.#flow(one.id, id);
    for (const set of ends) {
      const last = set.length === 1 ? exit : this.#node(`${one.id}_join`, "parallelGateway");
      for (const id of set) this.#flow(id, last);
      if (last !== exit) this.#flow(last, exit);
    }
    return steps;
  }

  /** Leads end events that throw to the events on the border that catch it; gives the ids of these ends. */
  #catch(one: InnerProcess, inside: FlatProcess): Set<string> {
    const caught = new Set<string>();
    for (const { id } of inside.nodes) {
      const thrown = one.scope.thrown.get(id);
      const border = thrown &&
        this.#scope.borders.find(({ host, interrupts, trigger }) =>
          host === one.id && interrupts && trigger?.kind === thrown.kind &&
          (trigger.ref === undefined || trigger.ref === thrown.ref)
        );
      if (!border) continue;
      if (isConcurrent(inside)) throw this.#concurrent(border, one.id);
      this.#flow(id, border.id);
      caught.add(id);
    }
    return caught;
  }

  /** Sets of ends of a sub-process that are reached together, no end in two of them. */
  #endsOf(one: InnerProcess, inside: FlatProcess, caught: ReadonlySet<string>): string[][] {
    const ends = inside.nodes.filter(({ id, kind }) => kind === "endEvent" && !caught.has(id)).map(({ id }) => id);
    if (!isConcurrent(inside)) return ends.map((id) => [id]);
    const sets = endsOfRuns(new Bpmn({ name: one.id, ...inside }));
    const all = sets?.flat();
    if (all === undefined || all.length === 0 || new Set(all).size < all.length) {
      throw one.refuse(
        "parallel paths that end it in several ways or more than once",
        "Join the paths before its end.",
      );
    }
    return sets!;
  }

  /** An event sub-process: its ends are ends of what surrounds it. */
  #startByEvent(one: InnerProcess): void {
    const steps = [...this.#nodes.values()].filter((node) => isStep(node) && !this.#isBeside(node.id));
    const flat = { nodes: [...this.#nodes.values()].filter(({ id }) => !this.#isBeside(id)), flows: this.#flows };
    const concurrent = one.byEvent!.interrupts && isConcurrent(flat);
    if (concurrent) throw one.refuse("an event that interrupts parallel paths", INSTEAD);
    const inside = endsMadeExplicit(new Draft(one.scope, this.#taken, this.#choices).flat(), this.#taken);
    const starts = inside.nodes.filter(({ kind }) => kind === "startEvent");
    if (starts.length === 0) throw one.refuse("contents without a beginning", "Draw its start event.");
    this.#nodes.set(one.id, { ...this.#nodes.get(one.id)!, kind: "exclusiveGateway" });
    for (const node of inside.nodes) this.#nodes.set(node.id, node.kind === "startEvent" ? asInner(node) : node);
    this.#flows.push(...inside.flows);
    for (const { id } of starts) this.#flow(one.id, id);
    if (one.byEvent!.interrupts) { for (const { id } of steps) this.#chooseBefore(id, one.id); }
    else for (const { id, kind } of flat.nodes) if (kind === "startEvent") this.#besidesAfter(id, one.id);
  }

  #putOnBorder(border: BorderEvent, steps: readonly string[]): void {
    if (!this.#nodes.has(border.host)) throw border.refuse("no task that it is attached to", "Attach it to one.");
    if (!border.interrupts) return this.#besides(border.host, border.id);
    // An end event within throws this event: then it comes from there only.
    if (this.#flows.some(({ target }) => target === border.id)) return;
    if (this.#concurrentInside.has(border.host)) throw this.#concurrent(border, border.host);
    for (const id of steps) this.#chooseBefore(id, border.id);
  }

  #concurrent(border: BorderEvent, host: string): InputError {
    return border.refuse(`an event that interrupts parallel paths of "${host}"`, INSTEAD);
  }

  /** Either the node, or the event. */
  #chooseBefore(id: string, event: string): void {
    let choice = this.#choices.get(id);
    if (choice === undefined) {
      choice = this.#node(`${id}_or_event`, "exclusiveGateway");
      this.#choices.set(id, choice);
      this.#leadTo(id, choice);
      this.#flow(choice, id);
    }
    this.#flow(choice, event);
  }

  /** The node, and beside it the event or nothing. */
  #besides(id: string, event: string): void {
    const fork = this.#forkTo(event), first = this.#choices.get(id) ?? id;
    this.#leadTo(first, fork);
    this.#flow(fork, first);
  }

  /** What comes after the start event, and beside it the event or nothing. */
  #besidesAfter(start: string, event: string): void {
    const fork = this.#forkTo(event);
    this.#flows = this.#flows.map((flow) => flow.source === start ? { ...flow, source: fork } : flow);
    this.#flow(start, fork);
  }

  #forkTo(event: string): string {
    const fork = this.#node(`${event}_fork`, "parallelGateway");
    const choice = this.#node(`${event}_or_not`, "exclusiveGateway");
    this.#flow(fork, choice);
    this.#flow(choice, event);
    this.#flow(choice, this.#node(`${event}_none`, "endEvent"));
    return fork;
  }

  #leadTo(id: string, before: string): void {
    this.#flows = this.#flows.map((flow) => flow.target === id ? { ...flow, target: before } : flow);
  }

  #isBeside(id: string): boolean {
    return this.#scope.borders.some((border) => border.id === id) ||
      this.#scope.inner.some((one) => one.byEvent && one.id === id);
  }

  #node(wanted: string, kind: BpmnNode["kind"]): string {
    const id = freeId(wanted, this.#taken);
    this.#nodes.set(id, { id, kind, name: "" });
    return id;
  }

  #flow(source: string, target: string): void {
    this.#flows.push({ id: freeId(`${source}_to_${target}`, this.#taken), source, target, name: "" });
  }
}

const INSTEAD = "A net cannot stop them all: draw the ways in which it happens with gateways.";

/** What can be interrupted before it is done. */
function isStep({ kind }: BpmnNode): boolean {
  return kind === "task" || kind === "intermediateEvent";
}

/** Start and end events of a sub-process are events on the way. */
function asInner(node: BpmnNode): BpmnNode {
  return node.kind === "startEvent" || node.kind === "endEvent" ? { ...node, kind: "intermediateEvent" } : node;
}

/** Whether more than one path can run at a time. */
function isConcurrent({ nodes, flows }: FlatProcess): boolean {
  const outgoing = new Map<string, number>();
  for (const { source } of flows) outgoing.set(source, (outgoing.get(source) ?? 0) + 1);
  return nodes.some(({ id, kind }) => kind !== "exclusiveGateway" && (outgoing.get(id) ?? 0) > 1);
}
