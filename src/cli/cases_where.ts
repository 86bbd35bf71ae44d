/** Cases picked out on the command line, by a condition in SQL. */
import type { EventLog } from "../log/events/event_log.ts";
import type { CaseMarks } from "../mining/comparison/case_marks.ts";
import { caseStates, FINISHED } from "../mining/outcomes/case_states.ts";
import type { Options } from "./options.ts";
import { note } from "./output.ts";

export const finishedOption = {
  finished: {
    type: "string",
    value: "found|SQL",
    help: "look at finished cases only: those that tb stuck finds, or those of a condition over the table cases",
  },
} as const satisfies Options;

/** Ids of the cases for which a condition over the table `cases` holds, as `log.sql` describes it. */
export async function casesWhere(log: EventLog, condition: string): Promise<Set<string>> {
  // The line break ends a comment in the condition.
  const table = await log.sql(`SELECT case_id FROM cases WHERE (${condition}\n)`);
  return new Set(Array.from(table.array("case_id") as ArrayLike<unknown>, String));
}

/** The cases that `--finished` means. */
export async function finishedCases(log: EventLog, given: string): Promise<CaseMarks> {
  if (given.trim() !== "found") return await casesWhere(log, given);
  const { state, criterion } = caseStates(log);
  note(criterion);
  return (c) => state[c] === FINISHED;
}
