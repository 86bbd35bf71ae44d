/** Cases picked out on the command line, by a condition in SQL. */
import type { EventLog } from "../log/events/event_log.ts";
import type { Options } from "./options.ts";

export const finishedOption = {
  finished: {
    type: "string",
    value: "SQL",
    help: "condition over the table cases for those that are finished: only they are looked at (default all)",
  },
} as const satisfies Options;

/** Ids of the cases for which a condition over the table `cases` holds, as `log.sql` describes it. */
export async function casesWhere(log: EventLog, condition: string): Promise<Set<string>> {
  // The line break ends a comment in the condition.
  const table = await log.sql(`SELECT case_id FROM cases WHERE (${condition}\n)`);
  return new Set(Array.from(table.array("case_id") as ArrayLike<unknown>, String));
}
