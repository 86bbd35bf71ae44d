import { expect, test } from "vitest";
import { InputError, OptionError } from "../../../src/base/errors.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { seasonality } from "../../../src/mining/change/seasonality.ts";
import { workInProgress } from "../../../src/mining/change/work_in_progress.ts";
import { changingLog } from "../../support/changing_log.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";

const HOUR = 3_600_000, DAY = 24 * HOUR;

test("arrivals, completions and progress by hour equal a count by hand", () => {
  // Two cases: 8:00 to 9:30, and 9:00 to 10:45, of which the second hour has both for half an hour.
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 5) + hour * HOUR);
  const log = logFromRows([
    { case: "1", activity: "a", time: at(8) },
    { case: "1", activity: "b", time: at(9.5) },
    { case: "2", activity: "a", time: at(9) },
    { case: "2", activity: "b", time: at(10.75) },
  ]);
  const { periods, every } = workInProgress(log, { every: "hour" });
  expect(every).toBe("hour");
  expect(periods.rows().map((row) => [row.arrivals, row.completions, row.inProgress])).toEqual([
    [1, 0, 1],
    [1, 1, 1.5],
    [0, 1, 1],
  ]);
});

test("of a log at one time nothing is said of a balance", () => {
  const { sentence } = workInProgress(tinyLog("a"));
  expect(sentence).toBe("All events are at one time (2026-01-05 08:00), so that no case is in progress for any while.");
});

test("the mean over all periods is what brute force finds at random moments", () => {
  const log = randomLog({ seed: 3, cases: 60 });
  const { periods, little } = workInProgress(log, { every: "week", ends: log.activities });
  const rows = periods.rows();
  expect(rows.reduce((sum, row) => sum + row.arrivals, 0)).toBe(60);
  expect(rows.reduce((sum, row) => sum + row.completions, 0)).toBe(60);
  const first = Math.min(...log.time), last = Math.max(...log.time);
  const spans = Array.from(log.caseIds, (_, c) => [log.time[log.offsets[c]!]!, log.time[log.offsets[c + 1]! - 1]!]);
  let open = 0;
  const moments = 20_000;
  for (let k = 0; k < moments; k++) {
    const moment = first + (last - first) * (k + 0.5) / moments;
    open += spans.filter(([from, to]) => from! <= moment && moment < to!).length;
  }
  expect(little.inProgress).toBeCloseTo(open / moments, 2);
  expect(little.ratio).toBeCloseTo(1, 9);
});

test("weeks begin on Monday, months on the first, and no period is left out", () => {
  const log = changingLog({ seed: 1, cases: 300 });
  const weeks = workInProgress(log, { every: "week" }).periods.rows();
  expect(weeks.every(({ begin }) => begin.getUTCDay() === 1)).toBe(true);
  weeks.slice(1).forEach(({ begin }, i) => expect(begin.getTime() - weeks[i]!.begin.getTime()).toBe(7 * DAY));
  const months = workInProgress(log, { every: "month" }).periods.rows();
  expect(months.every(({ begin }) => begin.getUTCDate() === 1)).toBe(true);
});

test("a process that fills up is told from one in balance", () => {
  expect(workInProgress(changingLog({ seed: 1, cases: 2000 })).little.ratio).toBeCloseTo(1, 1);
  expect(workInProgress(tinyLog("20× a b"), { ends: [] }).sentence).toContain("none of 20 has finished");
});

test("no cases, and a period that is none", () => {
  expect(() => workInProgress(logFromRows([], { columns: ["case", "activity", "timestamp"] } as never)))
    .toThrow(InputError);
  expect(() => workInProgress(tinyLog("a"), { every: "year" as "day" })).toThrow(OptionError);
});

test("hours of the week equal what Intl says, across a change of clocks", () => {
  for (const timeZone of ["Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]) {
    const times = Array.from({ length: 4000 }, (_, k) => Date.UTC(2026, 2, 25) + k * 17 * 60_000 * 5);
    const log = logFromRows(times.map((time, k) => ({ case: `${k % 50}`, activity: "a", time: new Date(time) })));
    const format = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long", hour: "2-digit", hourCycle: "h23" });
    const expected = new Map<string, number>();
    for (const time of times) {
      const key = format.format(time).replace(/,? (at )?/, " ");
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    for (const { weekday, hour, count } of seasonality(log, { timeZone }).hours.rows()) {
      expect(count).toBe(expected.get(`${names[weekday - 1]} ${String(hour).padStart(2, "0")}`) ?? 0);
    }
  }
});

test("an hour that came twice as often has half the mean", () => {
  const at = (day: number, hour: number) => new Date(Date.UTC(2026, 0, 5 + day, hour));
  const log = logFromRows([
    { case: "1", activity: "a", time: at(0, 0) },
    { case: "1", activity: "b", time: at(7, 0) },
    { case: "2", activity: "a", time: at(1, 5) },
    { case: "2", activity: "b", time: at(13, 23) },
  ]);
  const rows = seasonality(log).hours.rows();
  expect(rows[0]).toMatchObject({ weekday: 1, hour: 0, count: 2, hours: 2, perHour: 1 });
  expect(rows[29]).toMatchObject({ weekday: 2, hour: 5, count: 1, hours: 2, perHour: 0.5 });
});

test("an unknown zone or activity is refused", () => {
  expect(() => seasonality(tinyLog("a"), { timeZone: "Berlin" })).toThrow("such as Europe/Berlin");
  expect(() => seasonality(tinyLog("a"), { activity: "b" })).toThrow(OptionError);
});
