/** Cases that have not ended, and how long they have waited since their last event. */
import { byCodeUnit } from "../../base/text_codes.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { type Calendar, caseCalendar } from "../../log/calendar/calendars_by.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { activityFlags } from "../../log/filter/options.ts";
import { groupedValues } from "./grouped_values.ts";

/** Cases that wait after an activity at the end of the log; the time so far is less than the whole wait will be. */
export interface OpenWaitRow {
  readonly activity: string;
  readonly cases: number;
  readonly medianSeconds: number;
  readonly totalSeconds: number;
}

/**
 * Cases whose last event is of no activity that ends cases, by that activity, longest in sum first.
 *
 * @param ends activities that end a case; without it those that are the last event of at least half of the cases that
 * have them.
 */
export function openWaits(
  log: EventLog,
  { calendar, ends }: { calendar?: Calendar; ends?: readonly string[] },
): TypedTable<OpenWaitRow> {
  const { offsets, activity, activities, time, cases } = log;
  const isEnd = ends === undefined ? usualEnds(log) : activityFlags(log, ends);
  const hours = caseCalendar(calendar);
  let now = -Infinity;
  for (let i = 0; i < log.events; i++) if (time[i]! > now) now = time[i]!;
  const last = new Int32Array(cases), seconds = new Float64Array(cases);
  for (let c = 0; c < cases; c++) {
    const i = offsets[c + 1]! - 1;
    last[c] = isEnd[activity[i]!] ? -1 : activity[i]!;
    seconds[c] = hours ? hours.workingSeconds(time[i]!, now) : (now - time[i]!) / 1000;
  }
  const { count, median, total } = groupedValues(last, activities.length, seconds);
  const rows = activities.map((activity, a): OpenWaitRow => ({
    activity,
    cases: count[a]!,
    medianSeconds: median[a]!,
    totalSeconds: total[a]!,
  })).filter((row) => row.cases > 0)
    .sort((a, b) => b.totalSeconds - a.totalSeconds || byCodeUnit(a.activity, b.activity));
  return tableOfRows(rows, ["activity", "cases", "medianSeconds", "totalSeconds"]);
}

function usualEnds({ offsets, activity, activities, cases }: EventLog): Uint8Array {
  const having = new Int32Array(activities.length), ending = new Int32Array(activities.length);
  const seen = new Int32Array(activities.length).fill(-1);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (seen[activity[i]!] === c) continue;
      seen[activity[i]!] = c;
      having[activity[i]!]!++;
    }
    ending[activity[offsets[c + 1]! - 1]!]!++;
  }
  return Uint8Array.from(having, (n, a) => n > 0 && 2 * ending[a]! >= n ? 1 : 0);
}
