/** Which cases are finished, which still run, and which are stuck; see `find_case_states.ts` for how that is found. */
import { inWords } from "../../base/inspect.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { type CaseStateOptions, type CaseStates, findCaseStates } from "./find_case_states.ts";

export { CASE_STATES, FINISHED, RUNNING, STUCK } from "./find_case_states.ts";
export type { CaseState, CaseStateOptions, CaseStates, EndRow } from "./find_case_states.ts";

/**
 * Tells finished, running and stuck cases apart.
 *
 * @throws InputError if the log has no times; OptionError for an activity in `ends` that it does not have.
 * @example
 * ```ts
 * import { caseStates, readLog } from "tracebook";
 * const { finished, running, stuck, criterion } = caseStates(await readLog("data/order-to-cash.csv"));
 * ```
 */
export function caseStates(log: EventLog, options: CaseStateOptions = {}): CaseStates {
  return inWords(findCaseStates(log, options));
}
