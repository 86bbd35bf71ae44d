/** A state as the part of an address behind `#`, so that a link or a bookmark brings it back. */
import type { SelectionStep, StepCondition } from "../../../mining/explore/selection_step.ts";
import { type ExplorerState, firstState, type MapFigure } from "./explorer_state.ts";

/** Empty for the first state: an address stays short. Only what differs from it is written. */
export function addressOf(state: ExplorerState): string {
  const differing = Object.entries(state)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(firstState, name)));
  return differing.length === 0 ? "" : `#${encodeURIComponent(JSON.stringify(Object.fromEntries(differing)))}`;
}

/** The state of an address; what it does not say well-formed is as at first, and `whole` is false. */
export function stateOf(address: string): { readonly state: ExplorerState; readonly whole: boolean } {
  const text = address.replace(/^#/, "");
  if (text === "") return { state: firstState, whole: true };
  let given: unknown;
  try {
    given = JSON.parse(decodeURIComponent(text));
  } catch {
    return { state: firstState, whole: false };
  }
  if (typeof given !== "object" || given === null) return { state: firstState, whole: false };
  const { steps = [], pinned = null, figure, activities, paths, attribute } = given as Readonly<
    Record<string, unknown>
  >;
  const read = Array.isArray(steps) ? steps.filter(isStep) : [];
  const held = Array.isArray(pinned) ? pinned.filter(isStep) : null;
  const state: ExplorerState = {
    steps: read,
    pinned: held,
    figure: FIGURES.includes(figure as MapFigure) ? figure as MapFigure : firstState.figure,
    activities: shareOf(activities),
    paths: shareOf(paths),
    attribute: typeof attribute === "string" ? attribute : null,
  };
  return { state, whole: isWhole(steps, read) && (pinned === null || isWhole(pinned, held)) };
}

function isWhole(given: unknown, read: readonly SelectionStep[] | null): boolean {
  return Array.isArray(given) && read !== null && read.length === given.length;
}

const FIGURES: readonly MapFigure[] = ["frequency", "cases", "median", "mean"];

function shareOf(value: unknown): number | null {
  return typeof value === "number" && value >= 0 && value <= 1 ? value : null;
}

function isStep(value: unknown): value is SelectionStep {
  if (typeof value !== "object" || value === null) return false;
  const { condition, turned, off } = value as Readonly<Record<string, unknown>>;
  return isFlag(turned) && isFlag(off) && typeof condition === "object" && condition !== null &&
    isCondition(condition as Readonly<Record<string, unknown>>);
}

function isCondition(given: Readonly<Record<string, unknown>>): boolean {
  const check = CHECKS[given.kind as StepCondition["kind"]];
  return Object.hasOwn(CHECKS, String(given.kind)) && check(given);
}

const CHECKS: Record<StepCondition["kind"], (given: Readonly<Record<string, unknown>>) => boolean> = {
  with: ({ activities }) => isTexts(activities),
  starts: ({ activities }) => isTexts(activities),
  ends: ({ activities }) => isTexts(activities),
  follows: ({ from, to, directly }) => typeof from === "string" && typeof to === "string" && isFlag(directly),
  variants: ({ sequences }) => Array.isArray(sequences) && sequences.every(isTexts),
  time: ({ from, to, mode }) =>
    isBound(from) && isBound(to) && isInOrder(from, to, true) &&
    ["contained", "intersecting", "started", "completed"].includes(String(mode)),
  throughput: ({ minSeconds, maxSeconds }) => isRange(minSeconds, maxSeconds),
  resources: ({ names }) => isTexts(names),
  attribute: ({ of, name, values, bounds }) =>
    (of === "case" || of === "event") && typeof name === "string" &&
    (values === undefined
      ? typeof bounds === "object" && bounds !== null && isBounds(bounds as Readonly<Record<string, unknown>>)
      : Array.isArray(values) && values.every(isValue)),
};

function isBounds({ min, max, dates }: Readonly<Record<string, unknown>>): boolean {
  return isRange(min, max) && isFlag(dates);
}

function isRange(min: unknown, max: unknown): boolean {
  return isBound(min) && isBound(max) && (min !== undefined || max !== undefined) && isInOrder(min, max, false);
}

function isInOrder(min: unknown, max: unknown, apart: boolean): boolean {
  if (min === undefined || max === undefined) return true;
  return apart ? Number(min) < Number(max) : Number(min) <= Number(max);
}

function isValue(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return typeof Reflect.get(value, "date") === "number";
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === "boolean";
}

function isBound(value: unknown): boolean {
  return value === undefined || (typeof value === "number" && Number.isFinite(value));
}
