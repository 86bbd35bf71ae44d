/**
 * Discovery of transition systems: the first of the two steps of
 * van der Aalst, Rubin, Verbeek, van Dongen, Kindler, Günther, "Process mining: a two-step approach to balance between
 * underfitting and overfitting", Software & Systems Modeling 9(1), 2010, section 4.
 */
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { stateName, type StateView, TransitionSystem } from "../../models/transition_system.ts";
import { casesOf } from "../declarative_options.ts";

export interface TransitionSystemOptions {
  /** What of the events makes a state. @default "sequence" */
  readonly view?: StateView;
  /** How many events make a state: the paper's horizon; `Infinity` for all. @default 2 */
  readonly window?: number;
  /** Whether the last events before a moment make its state, or the next ones after it. @default "past" */
  readonly direction?: "past" | "future";
}

/**
 * Discovers the states that cases go through, as a view of their last or next events, and what leads from one to the
 * next.
 *
 * A case with n events is in n + 1 states. A whole past as a sequence gives the prefix tree.
 *
 * Cost: events of the variants times the window.
 *
 * @throws InputError if the log has no case, or an option is not known.
 * @example
 * ```ts
 * import { discoverTransitionSystem, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * discoverTransitionSystem(log, { view: "set", window: Infinity }).states.length;
 * ```
 */
export function discoverTransitionSystem(
  log: EventLog | TraceCounts,
  options: TransitionSystemOptions = {},
): TransitionSystem {
  const { view = "sequence", window = 2, direction = "past" } = options;
  checkOptions(view, window, direction);
  const { activities, sequences, counts } = casesOf(log);
  const states: { codes: readonly number[]; visits: number; starts: number; ends: number }[] = [];
  const known = new Map<string, number>();
  const transitions = new Map<string, { from: number; code: number; to: number; count: number }>();
  const stateAt = (sequence: Int32Array, moment: number): number => {
    const events = direction === "past"
      ? sequence.subarray(Math.max(0, moment - window), moment)
      : sequence.subarray(moment, Math.min(sequence.length, moment + window));
    const codes = viewed(view, events);
    const key = codes.join();
    let state = known.get(key);
    if (state === undefined) known.set(key, state = states.push({ codes, visits: 0, starts: 0, ends: 0 }) - 1);
    return state;
  };
  sequences.forEach((sequence, v) => {
    const count = counts[v]!;
    let from = stateAt(sequence, 0);
    states[from]!.starts += count;
    states[from]!.visits += count;
    for (let i = 0; i < sequence.length; i++) {
      const to = stateAt(sequence, i + 1), code = sequence[i]!;
      states[to]!.visits += count;
      const key = `${from} ${code} ${to}`;
      const transition = transitions.get(key);
      if (transition) transition.count += count;
      else transitions.set(key, { from, code, to, count });
      from = to;
    }
    states[from]!.ends += count;
  });
  return new TransitionSystem(
    view,
    states.map(({ codes, ...figures }) => {
      const names = codes.map((code) => activities[code]!);
      return { activities: names, name: stateName(view, names), ...figures };
    }),
    [...transitions.values()].sort((a, b) => a.from - b.from || a.code - b.code || a.to - b.to)
      .map(({ from, code, to, count }) => ({ from, to, activity: activities[code]!, count })),
  );
}

/** Codes in the order that makes equal states equal. */
function viewed(view: StateView, events: Int32Array): number[] {
  if (view === "sequence") return [...events];
  return [...(view === "set" ? new Set(events) : events)].sort((a, b) => a - b);
}

function checkOptions(view: string, window: number, direction: string): void {
  if (!["sequence", "multiset", "set"].includes(view)) {
    throw new InputError(`Expected view to be "sequence", "multiset" or "set" but found "${view}".`);
  }
  if (!["past", "future"].includes(direction)) {
    throw new InputError(`Expected direction to be "past" or "future" but found "${direction}".`);
  }
  if (!(window === Infinity || (Number.isInteger(window) && window > 0))) {
    throw new InputError(`Expected window to be a whole number of events from 1, or Infinity, but found ${window}.`);
  }
}
