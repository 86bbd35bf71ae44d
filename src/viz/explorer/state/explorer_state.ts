/** What an explorer shows: all that a link brings back. Plain data, changed only by making a new one. */
import type { SelectionStep } from "../../../mining/explore/selection_step.ts";

export type MapFigure = "frequency" | "cases" | "median" | "mean";

export interface ExplorerState {
  readonly steps: readonly SelectionStep[];
  /** The selection that this one is compared with; null: none. */
  readonly pinned: readonly SelectionStep[] | null;
  readonly figure: MapFigure;
  /** Shares of the sliders; null: as fits. */
  readonly activities: number | null;
  readonly paths: number | null;
  /** The attribute whose values are listed; null: the first. */
  readonly attribute: string | null;
}

export const firstState: ExplorerState = {
  steps: [],
  pinned: null,
  figure: "frequency",
  activities: null,
  paths: null,
  attribute: null,
};

/** States in the order in which they were, and those that an undo took back. */
export interface History {
  readonly past: readonly ExplorerState[];
  readonly now: ExplorerState;
  readonly future: readonly ExplorerState[];
}

/** As many states as an undo goes back. */
const mostPast = 200;

export function historyOf(now: ExplorerState): History {
  return { past: [], now, future: [] };
}

/** A change; sliders moved one after the other are one change. */
export function changed(history: History, now: ExplorerState): History {
  const { past, now: before } = history;
  if (JSON.stringify(now) === JSON.stringify(before)) return history;
  return { past: [...past, before].slice(-mostPast), now, future: [] };
}

export function undone(history: History): History {
  const { past, now, future } = history;
  return past.length === 0 ? history : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] };
}

export function redone(history: History): History {
  const { past, now, future } = history;
  return future.length === 0 ? history : { past: [...past, now], now: future[0]!, future: future.slice(1) };
}

/** The state with one more step; the same condition again takes the place of the one that stands. */
export function withStep(state: ExplorerState, step: SelectionStep): ExplorerState {
  const same = JSON.stringify(step.condition);
  const steps = state.steps.filter(({ condition }) => JSON.stringify(condition) !== same);
  return { ...state, steps: [...steps, step] };
}

/** A brush moved on changes the step that it made before, where it is the last of its kind. */
export function withRange(state: ExplorerState, step: SelectionStep): ExplorerState {
  const at = state.steps.findLastIndex(({ condition }) => condition.kind === step.condition.kind);
  if (at < 0) return withStep(state, step);
  const { off: _, ...before } = state.steps[at]!;
  return { ...state, steps: state.steps.with(at, { ...before, condition: step.condition }) };
}

export function withoutStep(state: ExplorerState, at: number): ExplorerState {
  return { ...state, steps: state.steps.toSpliced(at, 1) };
}

export function turnedRound(state: ExplorerState, at: number): ExplorerState {
  const { turned, ...step } = state.steps[at]!;
  return { ...state, steps: state.steps.with(at, turned ? step : { ...step, turned: true }) };
}

export function switched(state: ExplorerState, at: number): ExplorerState {
  const { off, ...step } = state.steps[at]!;
  return { ...state, steps: state.steps.with(at, off ? step : { ...step, off: true }) };
}

/** A variant that is clicked is selected; clicked again, it is not. */
export function withVariant(state: ExplorerState, activities: readonly string[]): ExplorerState {
  const key = JSON.stringify(activities);
  const at = state.steps.findIndex(({ condition }) =>
    condition.kind === "variants" && condition.sequences.some((names) => JSON.stringify(names) === key)
  );
  return at < 0
    ? withStep(state, { condition: { kind: "variants", sequences: [activities] } })
    : withoutStep(state, at);
}

/** The variants that the selection is about. */
export function chosenVariants({ steps }: ExplorerState): readonly (readonly string[])[] {
  return steps.flatMap(({ condition, off, turned }) =>
    condition.kind === "variants" && !off && !turned ? condition.sequences : []
  );
}
