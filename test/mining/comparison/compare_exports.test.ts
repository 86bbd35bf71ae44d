import { expect, test } from "vitest";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { compareExports } from "../../../src/mining/comparison/compare_exports.ts";
import { viewExportChanges } from "../../../src/viz/export_changes.ts";
import { displaySymbol } from "../../../src/viz/figure/display.ts";

interface Row {
  case: string;
  activity: string;
  time: Date;
  [column: string]: unknown;
}

/** One case a day of "a", "b": two events. */
function days(from: string, count: number, change: (row: Row, i: number) => Row | undefined = (row) => row) {
  const rows: Row[] = [];
  for (let i = 0; i < count; i++) {
    const begun = Date.parse(from) + i * 86_400_000;
    for (const [k, activity] of ["a", "b"].entries()) {
      const row = {
        case: `${from}/${i}`,
        activity,
        time: new Date(begun + k * 3_600_000),
        region: "North",
        value: 1,
      };
      const changed = change(row, i);
      if (changed) rows.push(changed);
    }
  }
  return logFromRows(rows);
}
const notes = (...logs: [Parameters<typeof compareExports>[0], Parameters<typeof compareExports>[1]]) =>
  compareExports(...logs).changes.map(({ topic, note, suspicious }) => `${topic}${suspicious ? "!" : ""}: ${note}`);

const january = days("2025-01-01", 30);

test("an export is the same as itself", () => {
  expect(compareExports(january, january)).toMatchObject({ sharedCases: 30, changes: [] });
});

test("a month that is like the last one gives no note", () => {
  expect(notes(january, days("2025-01-31", 30))).toEqual([]);
});

test("volume: half the cases, half the events a day", () => {
  expect(notes(january, days("2025-01-31", 30, (row, i) => i % 2 ? undefined : row))).toEqual([
    "volume: 15 cases where there were 30: 50 % fewer.",
    expect.stringMatching(/^volume!: 1\.1 events a day where there were 2\.1: 48 % fewer/),
  ]);
});

test("time range: a gap, an older export", () => {
  expect(notes(january, days("2025-02-10", 30))).toEqual([
    "time range!: Nothing is known of 10 days between the exports, from 2025-01-30 to 2025-02-10.",
  ]);
  const monthly = days("2025-01-01", 30, (row, i) => i % 14 ? undefined : row);
  expect(notes(monthly, days("2025-02-10", 30, (row, i) => i % 14 ? undefined : row))).toEqual([]);
  expect(notes(january, days("2024-12-01", 30))[0]).toMatch(/^time range!: It ends on 2024-12-30, before the last one/);
});

test("activities: new, gone, moved", () => {
  const february = days("2025-01-31", 30, (row, i) => ({
    ...row,
    activity: row.activity === "b" ? (i < 3 ? "c" : "d") : row.activity,
  }));
  expect(notes(january, february)).toEqual([
    `activities: "c" is new, in 10 % of the cases.`,
    `activities: "d" is new, in 90 % of the cases.`,
    `activities!: "b" is gone; it was in 100 % of the cases.`,
  ]);
  const rarer = days("2025-01-31", 30, (row, i) => row.activity === "a" || i < 24 ? row : undefined);
  expect(notes(january, rarer)).toEqual([`activities: "b" is in 80 % of the cases where it was in 100 %.`]);
});

test("columns and values: new, gone, of another kind, emptier, unseen", () => {
  const february = days("2025-01-31", 30, ({ value: _, region, ...row }, i) => ({
    ...row,
    region: i < 6 ? null : i < 9 ? "East" : i < 10 ? "<b>" : region,
    value: "n/a",
    team: "one",
  }));
  expect(notes(january, february)).toEqual([
    `columns: Column "team" is new.`,
    `columns!: Column "region" is empty in 20 % of the events where it was in 0 %.`,
    `values: Column "region" has 2 values not seen before (events): "East" (6), "<b>" (2).`,
    `columns!: Column "value" holds text where it held numbers.`,
  ]);
  expect(notes(february, january)).toContain(`columns!: Column "team" is gone.`);
});

test("the note puts what is suspicious first, and names stay text", () => {
  const february = days("2025-02-10", 30, (row) => ({ ...row, activity: `<img src=x> *${row.activity}*` }));
  const bundle = viewExportChanges(compareExports(january, february))[displaySymbol]() as Record<string, string>;
  expect(bundle["text/plain"]).toMatch(/^ +rows +rows|^ /);
  const list = bundle["text/markdown"]!.split("\n").filter((line) => line.startsWith("- "));
  expect(list.map((line) => line.startsWith("- **Look at this:**"))).toEqual([true, true, true, false, false]);
  expect(bundle["text/markdown"]).not.toMatch(/<img|\*a\*/);
});
