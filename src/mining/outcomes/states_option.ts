/** States of cases as other questions take them: given, or found. */
import { OptionError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { caseStates } from "./case_states.ts";

/** 0 finished, 1 running, 2 stuck, aligned with `caseIds`; what `caseStates` gives, or its `state` alone. */
export type StatesOption = Uint8Array | { readonly state: Uint8Array };

/**
 * The state of each case: as given, or as `caseStates` finds them. Undefined for a log without times, of which nobody
 * can tell.
 *
 * @throws OptionError unless there is one for each case.
 */
export function statesOf(log: EventLog, given: StatesOption | undefined): Uint8Array | undefined {
  if (given === undefined) return log.source.untimed ? undefined : caseStates(log).state;
  const state = given instanceof Uint8Array ? given : given?.state;
  if (state instanceof Uint8Array && state.length === log.cases) return state;
  throw new OptionError(
    `Expected states to be what caseStates gives for this log, one for each of its ${log.cases} cases, but found ` +
      `${state instanceof Uint8Array ? `${state.length} of them: they are those of another log` : typeof given}.`,
  );
}
