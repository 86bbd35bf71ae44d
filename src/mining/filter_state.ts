import { OptionError } from "../base/errors.ts";
import { anyOf, wordList } from "../base/lists.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { selectCases } from "../log/events/select.ts";
import { activityFlags, listOf, type MatchOptions } from "../log/filter/options.ts";
import { CASE_STATES, type CaseState, type CaseStateOptions, caseStates } from "./outcomes/case_states.ts";
import { requireEventLog } from "../log/require_log.ts";

export interface StateFilterOptions extends CaseStateOptions, MatchOptions {
  /** Only cases whose last event is one of these. @default any */
  readonly lastStep?: string | readonly string[];
}

/**
 * Keeps the cases that are finished, still run or are stuck, as `caseStates` tells; with `lastStep`, those at that step.
 *
 * @throws InputError if the log has no times, or not the activity.
 * @throws OptionError if there is no such state.
 * @example
 * ```ts
 * import { filterState, readLog } from "tracebook";
 * filterState(await readLog("data/order-to-cash.csv"), ["running", "stuck"]).filters; // ["case is running or stuck"]
 * ```
 */
export function filterState(
  log: EventLog,
  states: CaseState | readonly CaseState[],
  options: StateFilterOptions = {},
): EventLog {
  requireEventLog(log);
  const { lastStep, drop = false, missing: _, ...stateOptions } = options;
  const wanted = listOf<CaseState>(states);
  const unknown = wanted.find((state) => !CASE_STATES.includes(state));
  if (unknown !== undefined || wanted.length === 0) {
    throw new OptionError(
      `Expected states such as ${wordList(CASE_STATES, "or")} but found ${JSON.stringify(states)}.`,
    );
  }
  const at = lastStep === undefined ? undefined : activityFlags(log, lastStep, options);
  const { state } = caseStates(log, stateOptions);
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    const isAt = at === undefined || at[log.activity[log.offsets[c + 1]! - 1]!] === 1;
    keep[c] = (isAt && wanted.includes(CASE_STATES[state[c]!]!)) !== drop ? 1 : 0;
  }
  const step = lastStep === undefined ? "" : ` at ${anyOf(listOf(lastStep))}`;
  return selectCases(log, keep, `case is ${drop ? "not " : ""}${anyOf(wanted)}${step}`);
}
