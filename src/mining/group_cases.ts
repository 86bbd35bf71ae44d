/** Cases put into groups by the value of a case attribute. */
import { InputError } from "../base/errors.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { suggestion } from "../log/filter/options.ts";
import { asText, byCodeUnit } from "../base/text_codes.ts";

/** Name of the group of cases that have no value. */
export const NO_VALUE = "(no value)";

/** Indices of the cases of each group, largest group first, then by name. Without `by`, all cases are one group, "all". */
export function groupCases(log: EventLog, by?: string): { group: string; cases: number[] }[] {
  if (by === undefined) return [{ group: "all", cases: Array.from({ length: log.cases }, (_, c) => c) }];
  const column = log.caseAttribute(by);
  if (!column) {
    throw new InputError(
      `${log.name}: expected a column to group cases by but found no "${by}". ${suggestion(by, log.attributes)}`,
    );
  }
  const { codes, dictionary } = asText(column);
  const groups = new Map<number, number[]>();
  codes.forEach((code, c) => {
    const members = groups.get(code);
    if (members) members.push(c);
    else groups.set(code, [c]);
  });
  return [...groups].map(([code, cases]) => ({ group: code < 0 ? NO_VALUE : dictionary[code]!, cases }))
    .sort((a, b) => b.cases.length - a.cases.length || byCodeUnit(a.group, b.group));
}
