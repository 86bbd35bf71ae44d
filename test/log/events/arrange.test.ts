import { expect, test } from "vitest";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { random } from "../../support/random.ts";
import { randomRows, traces } from "../../support/logs.ts";

test("a log does not depend on the order of its rows where no times are equal", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const rows = randomRows({ seed, cases: 50 });
    const shuffled = random(seed + 1000).shuffled(rows);
    expect(traces(logFromRows(shuffled))).toEqual(traces(logFromRows(rows)));
  }
});

test("equal times keep the order of the rows", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const rows = randomRows({ seed, ties: true });
    for (const { id, events } of traces(logFromRows(rows))) {
      const expected = rows.filter((row) => row.case === id)
        .map((row, order) => ({ activity: row.activity, time: Number(row.time), order }))
        .sort((a, b) => a.time - b.time || a.order - b.order)
        .map(({ activity, time }) => ({ activity, time }));
      expect(events.map(({ activity, time }) => ({ activity, time }))).toEqual(expected);
    }
  }
});

test("cases stand in the order of their first event, then of their id", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
  const log = logFromRows([
    { case: "b", activity: "x", time: at(1) },
    { case: "c", activity: "x", time: at(0) },
    { case: "a", activity: "x", time: at(1) },
  ]);
  expect(log.caseIds).toEqual(["c", "a", "b"]);
});

test("rows without case, activity or time are left out and counted", () => {
  const time = new Date(0);
  const log = logFromRows([
    { case: "1", activity: "a", time },
    { activity: "b", time },
    { case: "1", time },
    { case: "1", activity: "d" },
  ]);
  expect(log.events).toBe(1);
  const counts = Object.fromEntries(log.source.findings.map(({ rule, count }) => [rule, count]));
  expect(counts).toMatchObject({ "missing case": 1, "missing activity": 1, "missing time": 1, "row left out": 3 });
});

test("a case named NA is a case", () => {
  const log = logFromRows([{ case: "NA", activity: "null", time: new Date(0) }]);
  expect(log.caseIds).toEqual(["NA"]);
  expect(log.activities).toEqual(["null"]);
});
