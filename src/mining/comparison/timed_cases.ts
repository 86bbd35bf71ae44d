/** Cases whose times are known as a whole: a case that still runs would count as fast. */
import type { EventLog } from "../../log/events/event_log.ts";
import { findCaseStates, FINISHED } from "../outcomes/find_case_states.ts";

/** Marks the finished cases of a log, as `caseStates` finds them; all of them where none is, or the log has no times. */
export function timedCases(log: EventLog): Uint8Array {
  const all = new Uint8Array(log.cases).fill(1);
  if (log.source.untimed || log.cases === 0) return all;
  const { state, finished } = findCaseStates(log);
  return finished === 0 ? all : state.map((one) => one === FINISHED ? 1 : 0);
}
