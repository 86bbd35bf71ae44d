/** Patterns over the activities of a case: what they are made of, as written in code, and in words. */
import { InputError } from "../../../base/errors.ts";

/**
 * A step of a path that is written as a list. Steps follow each other directly.
 *
 * - a name: an event of this activity. `"…"` or `"..."`: any events, or none. `"^"`: the case begins here. `"$"`: it ends.
 * - `{ activity }`: the same for an activity that is called `…`, `^` or `$`.
 * - a list: steps one after another.
 * - `{ anyOf }`: one of these.
 * - `{ inAnyOrder }`: all of these, directly one after another in any order; with `"…"` among them, others may lie between.
 * - `{ not }`: one event of any other activity; of none, any event.
 * - `{ optional }`: this or nothing.
 * - `{ repeat, min, max }`: this so many times; at least once, and without end, if nothing is said.
 */
export type PathStep =
  | string
  | readonly PathStep[]
  | { readonly activity: string }
  | { readonly anyOf: readonly PathStep[] }
  | { readonly inAnyOrder: readonly PathStep[] }
  | { readonly not: string | readonly string[] }
  | { readonly optional: PathStep }
  | { readonly repeat: PathStep; readonly min?: number; readonly max?: number };

/**
 * A pattern over the activities of a case: text such as `Check → … → Approve`, a list of steps, or of other patterns all
 * (`and`) or the opposite (`never`).
 */
export type PathPattern =
  | string
  | readonly PathStep[]
  | { readonly and: readonly PathPattern[] }
  | { readonly never: PathPattern };

/** What the parser and the lists give, and the automaton is made of. */
export type PatternNode =
  | { readonly kind: "event"; readonly names: readonly string[]; readonly not: boolean }
  | { readonly kind: "begin" }
  | { readonly kind: "end" }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "set"; readonly parts: readonly PatternNode[]; readonly gaps: boolean }
  | { readonly kind: "repeat"; readonly part: PatternNode; readonly min: number; readonly max: number };

/** A path, or the claim that a case has none such. */
export interface PatternTerm {
  readonly never: boolean;
  readonly node: PatternNode;
}

export const ANY_EVENT: PatternNode = { kind: "event", names: [], not: true };
export const GAP: PatternNode = { kind: "repeat", part: ANY_EVENT, min: 0, max: Infinity };

/** More would make automata of thousands of states. */
export const MOST_IN_SET = 6, MOST_REPEATS = 100;

/** The node of a step, with all that is in it. @throws InputError if it is no step. */
export function nodeOfStep(step: PathStep): PatternNode {
  if (typeof step === "string") {
    if (step === "…" || step === "...") return GAP;
    if (step === "^") return { kind: "begin" };
    return step === "$" ? { kind: "end" } : named(step);
  }
  if (Array.isArray(step)) {
    if (step.length === 0) throw new InputError(`Expected steps of a path but found an empty list.`);
    return step.length === 1 ? nodeOfStep(step[0]!) : { kind: "sequence", parts: step.map(nodeOfStep) };
  }
  if (typeof step === "object" && step !== null) {
    if ("activity" in step) return named(step.activity);
    if ("anyOf" in step) return { kind: "choice", parts: step.anyOf.map(nodeOfStep) };
    if ("inAnyOrder" in step) return setNode(step.inAnyOrder.map(nodeOfStep));
    if ("not" in step) return { kind: "event", names: typeof step.not === "string" ? [step.not] : step.not, not: true };
    if ("optional" in step) return { kind: "repeat", part: nodeOfStep(step.optional), min: 0, max: 1 };
    if ("repeat" in step) return repeatNode(nodeOfStep(step.repeat), step.min ?? 1, step.max ?? Infinity);
  }
  throw new InputError(
    `Expected a step of a path, such as "Check", "…" or { anyOf: ["Approve", "Reject"] }, but found ${
      JSON.stringify(step) ?? String(step)
    }.`,
  );
}

/** @throws InputError if there are too many to try all orders. */
export function setNode(parts: readonly PatternNode[]): PatternNode {
  const members = parts.filter((part) => part !== GAP);
  if (members.length > MOST_IN_SET) {
    throw new InputError(`Expected at most ${MOST_IN_SET} steps in any order but found ${members.length}.`);
  }
  if (members.length === 0) throw new InputError(`Expected steps in any order but found none.`);
  return { kind: "set", parts: members, gaps: members.length < parts.length };
}

/** @throws InputError if the numbers are no range, or too large. */
export function repeatNode(part: PatternNode, min: number, max: number): PatternNode {
  const whole = (n: number) => Number.isInteger(n) && n >= 0;
  if (!whole(min) || !(whole(max) || max === Infinity) || max < min || max === 0) {
    throw new InputError(
      `Expected a step to be repeated from a whole number to one no smaller but found ${min} to ${max}.`,
    );
  }
  if (min > MOST_REPEATS || (max !== Infinity && max > MOST_REPEATS)) {
    throw new InputError(`Expected at most ${MOST_REPEATS} repetitions but found ${max === Infinity ? min : max}.`);
  }
  return { kind: "repeat", part, min, max };
}

function named(name: string): PatternNode {
  if (typeof name !== "string") throw new InputError(`Expected an activity's name but found ${JSON.stringify(name)}.`);
  return { kind: "event", names: [name], not: false };
}

/** All names in a pattern, each once. */
export function namesIn(node: PatternNode): string[] {
  if (node.kind === "event") return [...new Set(node.names)];
  if (node.kind === "repeat") return namesIn(node.part);
  return "parts" in node ? [...new Set(node.parts.flatMap(namesIn))] : [];
}

/** Terms as the parser reads them; reading the text again gives the same terms. */
export function termsText(terms: readonly PatternTerm[]): string {
  return terms.map(({ never, node }) => `${never ? "never " : ""}${nodeText(node)}`).join(" & ");
}

export function nodeText(node: PatternNode): string {
  switch (node.kind) {
    case "begin":
      return "^";
    case "end":
      return "$";
    case "event":
      return eventText(node.names, node.not);
    case "sequence":
      return node.parts.map((part) =>
        part.kind === "choice" || part.kind === "sequence" ? `(${nodeText(part)})` : nodeText(part)
      )
        .join(" → ");
    case "choice":
      return node.parts.map((part) => part.kind === "choice" ? `(${nodeText(part)})` : nodeText(part)).join(" | ");
    case "set":
      return `{${[...node.parts.map(nodeText), ...(node.gaps ? ["…"] : [])].join(", ")}}`;
    case "repeat":
      return repeatText(node);
  }
}

function eventText(names: readonly string[], not: boolean): string {
  if (names.length === 0) return not ? "any" : "(no event)";
  const list = names.length === 1 ? nameText(names[0]!) : `(${names.map(nameText).join(" | ")})`;
  return not ? `not ${list}` : list;
}

function repeatText(node: PatternNode & { kind: "repeat" }): string {
  if (node === GAP) return "…";
  const plain = node.part.kind === "set" || (node.part.kind === "event" && !node.part.not);
  const part = plain ? nodeText(node.part) : `(${nodeText(node.part)})`;
  const { min, max } = node;
  if (max === Infinity) return min === 0 ? `${part}*` : min === 1 ? `${part}+` : `${part}{${min},}`;
  if (min === 0 && max === 1) return `${part}?`;
  return min === max ? `${part}{${min}}` : `${part}{${min},${max}}`;
}

/** What a name must not hold to stand without quotes. */
export const SPECIAL = /[→…|&(){}?*+^$",]|->|\.\.\./;
const WORDS = /^(not|never|any)\b/;

/** A name, in quotes where it needs them. */
export function nameText(name: string): string {
  const plain = name.trim() === name && name !== "" && !SPECIAL.test(name) && !WORDS.test(name) &&
    !name.startsWith("'");
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}
