/**
 * Soundness of workflow nets: every case can end, ends with nothing left over, and no transition is there in vain.
 *
 * van der Aalst, "The Application of Petri Nets to Workflow Management", Journal of Circuits, Systems and Computers 8
 * (1998), definition 7. The net is first made smaller by Murata's fusion rules, which keep soundness; then its markings
 * are explored.
 */
import { OptionError } from "../../base/errors.ts";
import { inWords } from "../../base/inspect.ts";
import { type NetArrays, netArrays } from "../nets/net_arrays.ts";
import type { Marking, PetriNet } from "../petri_net.ts";
import { reduceTransitions } from "../nets/reduce_silent.ts";
import { covers, exploreStates, pathTo, type StateSpace } from "../nets/state_space.ts";
import { listed, markingText, placeName, transitionName } from "../nets/net_words.ts";
import { checkWorkflowNet, markingProblems } from "./workflow_net.ts";
import { asNet, type ConvertibleModel } from "../convert/model_as.ts";

export interface SoundnessOptions {
  /** Markings to explore at most, in the net and in its reduced form each. @default 100000 */
  readonly maxStates?: number;
}

export interface SoundnessCheck {
  /** `undefined` if there were more markings than were explored. */
  readonly isSound: boolean | undefined;
  readonly problems: readonly SoundnessProblem[];
  /** Markings explored; those of the reduced net if that was enough. */
  readonly states: number;
  /** In words. */
  toString(): string;
}

export interface SoundnessProblem {
  /**
   * `structure`: no workflow net, or tokens elsewhere than in source and sink; `unbounded`: a place that can collect any
   * number of tokens; `deadlock`: stuck before the end; `livelock`: goes on for ever and can no longer end; `improper`:
   * ends with tokens left over; `dead`: a transition that never fires.
   */
  readonly kind: "structure" | "unbounded" | "deadlock" | "livelock" | "improper" | "dead";
  /** Places (structure, unbounded) or transitions (structure, dead) by id. */
  readonly nodes: readonly string[];
  /** The marking that is wrong. */
  readonly marking?: Marking;
  /** Transitions that lead there from the source, by id; a shortest such sequence. */
  readonly path?: readonly string[];
  readonly message: string;
}

/**
 * Whether a workflow net is sound, from one token in its source to one in its sink, and if not, why. Other models are
 * judged as their nets.
 *
 * Cost: nets of process trees are decided by reduction alone; others cost what their markings do, up to `maxStates`.
 *
 * @throws OptionError if `maxStates` is no whole number from 1.
 * @example
 * ```ts
 * import { checkSoundness, parseProcessTree, treeToNet } from "tracebook";
 * checkSoundness(treeToNet(parseProcessTree("+( 'a', *( 'b', 'c' ) )"))).isSound; // true
 * ```
 */
export function checkSoundness(
  model: ConvertibleModel,
  { maxStates = 100_000 }: SoundnessOptions = {},
): SoundnessCheck {
  const net = asNet(model);
  if (!(Number.isInteger(maxStates) && maxStates > 0)) {
    throw new OptionError(`Expected maxStates to be a whole number from 1 but found ${maxStates}.`);
  }
  const structure = structureProblems(net);
  if (structure.length > 0) return result(net, false, structure, 0);
  const { source, sink } = checkWorkflowNet(net);
  const reduced = exploration(reduceTransitions(net), source!, sink!, maxStates);
  const decided = verdict(reduced);
  if (decided === true) return result(net, true, [], reduced.space.markings.length);
  // Problems name places and transitions of the net itself, or of the reduced one where the net is too large.
  const whole = exploration(net, source!, sink!, maxStates);
  const problems = problemsOf(whole);
  if (problems.length > 0) return result(net, false, problems, whole.space.markings.length);
  const isSound = verdict(whole) ?? decided;
  return result(net, isSound, isSound === undefined ? [] : problemsOf(reduced), whole.space.markings.length);
}

interface Exploration {
  readonly net: PetriNet;
  readonly arrays: NetArrays;
  readonly final: Int32Array;
  readonly space: StateSpace;
}

function structureProblems(net: PetriNet): SoundnessProblem[] {
  const { problems, source, sink } = checkWorkflowNet(net);
  if (problems.length > 0) return problems.map(({ nodes, message }) => ({ kind: "structure", nodes, message }));
  return markingProblems(net, source!, sink!).map((problem) => ({ kind: "structure", ...problem }));
}

function exploration(net: PetriNet, source: string, sink: string, maxStates: number): Exploration {
  const arrays = netArrays(net);
  const one = (id: string) => Int32Array.from(net.places, (place) => place.id === id ? 1 : 0);
  return { net, arrays, final: one(sink), space: exploreStates(arrays, one(source), maxStates) };
}

function verdict(found: Exploration): boolean | undefined {
  if (problemsOf(found).length > 0) return false;
  return found.space.end === "complete" ? true : undefined;
}

/** The first problem of each kind, in the order of exploration, and all dead transitions. */
function problemsOf(found: Exploration): SoundnessProblem[] {
  const { net, arrays, final, space } = found, { markings, successors } = space;
  const problems: SoundnessProblem[] = [];
  const at = (kind: SoundnessProblem["kind"], state: number, words: string, nodes: readonly string[] = []) => {
    const path = pathTo(space, state).map((t) => net.transitions[t]!.id);
    const marking = markingOf(net, markings[state]!);
    const message = `${words}: ${markingText(marking)}, after ${pathText(net, path)}.`;
    problems.push({ kind, nodes, marking, path, message });
  };
  if (space.end === "unbounded") {
    const last = markings.length - 1, before = markings[space.covered!]!;
    const nodes = net.places.flatMap(({ id }, p) => markings[last]![p]! > before[p]! ? [id] : []);
    at("unbounded", last, `Tokens pile up without end in ${listed(nodes.map((id) => placeName(net, id)))}`, nodes);
  }
  const isMore = (marking: Int32Array) => covers(marking, final) && !covers(final, marking);
  const improper = markings.map(isMore);
  const stuck = successors.map((next, state) => next.length === 0 && !covers(markings[state]!, final));
  if (improper.includes(true)) at("improper", improper.indexOf(true), "A case ends with tokens left over");
  if (stuck.includes(true)) at("deadlock", stuck.indexOf(true), "A case gets stuck");
  if (space.end !== "complete") return problems;
  const comesToAnEnd = leadingTo(
    space,
    successors.flatMap((_, state) => stuck[state] || covers(markings[state]!, final) ? [state] : []),
  );
  const trapped = comesToAnEnd.indexOf(0);
  if (trapped >= 0) at("livelock", trapped, "A case goes on for ever and can no longer end");
  const fired = new Set(successors.flatMap((next) => next.filter((_, i) => i % 2 === 0)));
  for (let t = 0; t < arrays.transitions; t++) {
    if (fired.has(t)) continue;
    const { id } = net.transitions[t]!, name = transitionName(net, id);
    problems.push({ kind: "dead", nodes: [id], message: `${name[0]!.toUpperCase()}${name.slice(1)} can never fire.` });
  }
  return problems;
}

/** 1 for each marking from which one of `ends` can be reached. */
function leadingTo({ successors }: StateSpace, ends: readonly number[]): Uint8Array {
  const predecessors: number[][] = successors.map(() => []);
  successors.forEach((next, state) => {
    for (let i = 1; i < next.length; i += 2) predecessors[next[i]!]!.push(state);
  });
  const leads = new Uint8Array(successors.length);
  const queue = [...ends];
  for (const state of queue) leads[state] = 1;
  for (const state of queue) {
    for (const before of predecessors[state]!) {
      if (leads[before] === 0) {
        leads[before] = 1;
        queue.push(before);
      }
    }
  }
  return leads;
}

function markingOf(net: PetriNet, tokens: Int32Array): Marking {
  return new Map(net.places.flatMap(({ id }, p) => tokens[p]! > 0 ? [[id, tokens[p]!] as const] : []));
}

function pathText(net: PetriNet, path: readonly string[]): string {
  if (path.length === 0) return "nothing";
  const label = new Map(net.transitions.map((transition) => [transition.id, transition.label]));
  const steps = path.map((id) => label.get(id) ?? `(${id})`);
  return steps.length <= 20 ? steps.join(", ") : `${steps.length} steps that end with ${steps.slice(-20).join(", ")}`;
}

function result(
  net: PetriNet,
  isSound: boolean | undefined,
  problems: readonly SoundnessProblem[],
  states: number,
): SoundnessCheck {
  const toString = () => {
    if (isSound === true) return `"${net.name}" is sound.`;
    if (isSound === false) return `"${net.name}" is not sound. ${problems.map(({ message }) => message).join(" ")}`;
    return `Whether "${net.name}" is sound was not found out: ${states} markings were explored without a fault, ` +
      `and there are more. Give a larger maxStates to go on.`;
  };
  return inWords({ isSound, problems, states, toString });
}
