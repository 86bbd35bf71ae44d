import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { caseSpans } from "../../../src/log/events/case_spans.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { viewDots } from "../../../src/viz/events/dotted_chart.ts";
import { dotRows } from "../../../src/viz/events/dot_rows.ts";
import { type DotsData, spanInWords, unpackCells } from "../../../src/viz/events/grid_data.ts";
import { changingLog } from "../../support/changing_log.ts";
import { largeLog } from "../../support/large_log.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";
import { gallery } from "../golden.ts";

const regions = ["north", "south", "a region with a very long name"];

function regionLog() {
  return logFromRows(
    traces(changingLog({ seed: 4, cases: 60 })).flatMap(({ id, events }, c) =>
      events.map(({ activity, time }, i) => ({
        ...{ case: id, activity, time: new Date(time), region: c % 7 === 0 ? null : regions[c % 3]! },
        resource: i === 0 ? null : `person ${(c + i) % 14}`,
      }))
    ),
    { name: "regions" },
  );
}

gallery("dotted chart: few cases, each with a row and its name", () => viewDots(changingLog({ seed: 1, cases: 12 })));
gallery("dotted chart: many cases over time", () => viewDots(changingLog({ seed: 2, cases: 700 })));
gallery("dotted chart: since the case began", () => viewDots(changingLog({ seed: 2, cases: 700 }), { x: "age" }));
gallery("dotted chart: by position", () => viewDots(changingLog({ seed: 3, cases: 300 }), { x: "position" }));
gallery(
  "dotted chart: over the week, by region and resource",
  () => viewDots(regionLog(), { x: "week", sort: "region", colour: "resource", timeZone: "America/New_York" }),
);
gallery("dotted chart: one moment", () => viewDots(logFromRows([{ case: "1", activity: "a", time: new Date(0) }])));

const dataOf = (figure: ReturnType<typeof viewDots>) => figure.parts.data as DotsData & { phone?: string };

test("every event of the log is in a dot of both pictures, whatever stands along the axis", () => {
  for (let seed = 1; seed <= 3; seed++) {
    const log = randomLog({ seed, cases: 150, ties: seed % 2 === 0, intervals: seed % 3 === 0 });
    for (const x of ["time", "age", "position", "week"] as const) {
      for (const colour of ["activity", "resource", "amount"]) {
        const { wide, narrow, names } = dataOf(viewDots(log, { x, colour, top: 3 }));
        for (const { cells, rows, columns } of [wide, narrow]) {
          const told = [...unpackCells(cells)];
          expect(told.reduce((sum, [, { count }]) => sum + count, 0)).toBe(log.events);
          expect(told.every(([cell, dot]) => cell < rows * columns && dot.colour < names.length)).toBe(true);
        }
      }
    }
  }
});

test("events lie where their time says: of few cases each in its row, in the column of its time", () => {
  const hour = 3_600_000;
  const log = logFromRows(
    [[0, 10], [5, 5], [2, 8]].flatMap((hours, c) =>
      hours.map((at, i) => ({ case: `c${c}`, activity: "ab"[i]!, time: new Date(Date.UTC(2026, 0, 5) + at * hour) }))
    ),
  );
  const { wide, ids, names } = dataOf(viewDots(log));
  expect(ids).toEqual(["c0", "c2", "c1"]);
  const told = [...unpackCells(wide.cells)].map(([cell, { count, colour }]) => ({
    row: Math.floor(cell / wide.columns),
    hour: Math.round((cell % wide.columns) / (wide.columns - 1) * 10),
    count,
    name: names[colour],
  }));
  expect(told).toEqual([
    { row: 0, hour: 0, count: 1, name: "a" },
    { row: 0, hour: 10, count: 1, name: "b" },
    { row: 1, hour: 2, count: 1, name: "a" },
    { row: 1, hour: 8, count: 1, name: "b" },
    { row: 2, hour: 5, count: 2, name: "a" },
  ]);
});

test("the week is that of the clocks of the zone", () => {
  // Sunday 23:30 in UTC is Monday 00:30 in Berlin, in winter.
  const log = logFromRows([{ case: "1", activity: "a", time: new Date("2026-01-11T23:30Z") }]);
  const column = (timeZone: string) => {
    const { wide } = dataOf(viewDots(log, { x: "week", timeZone }));
    const cell = [...unpackCells(wide.cells).keys()][0]! % wide.columns;
    return spanInWords(wide.scale, cell / wide.columns, (cell + 1) / wide.columns).slice(0, 6);
  };
  expect([column("UTC"), column("Europe/Berlin")]).toEqual(["Sunday", "Monday"]);
});

test("cases are sorted as asked, ties in the order of the log", () => {
  const log = randomLog({ seed: 9, cases: 50, ties: true });
  const spans = caseSpans(log);
  const keys: Record<string, (c: number) => number> = {
    begin: (c) => spans.begun[c]!,
    end: (c) => spans.ended[c]!,
    throughput: (c) => spans.ended[c]! - spans.begun[c]!,
    events: (c) => log.offsets[c + 1]! - log.offsets[c]!,
    amount: (c) => (log.caseAttribute("amount") as { values: Float64Array }).values[c]!,
  };
  for (const [sort, key] of Object.entries(keys)) {
    const brute = Array.from({ length: log.cases }, (_, c) => c).sort((a, b) => key(a) - key(b) || a - b);
    const { order, place } = dotRows(log, spans, sort);
    expect([...order]).toEqual(brute);
    expect(Array.from(order, (c) => place[c])).toEqual(brute.map((_, i) => i));
  }
  const { groups } = dotRows(regionLog(), caseSpans(regionLog()), "region");
  expect(groups!.map(({ name, from, to }) => [name, to - from])).toEqual([
    ["a region with a very long name", 17],
    ["north", 17],
    ["south", 17],
    ["(no value)", 9],
  ]);
});

test("the most frequent values have colours, the rest one, and events without a value another", () => {
  const figure = viewDots(regionLog(), { colour: "resource", top: 4 });
  const { names } = dataOf(figure);
  expect(names.slice(4)).toEqual(["other (10 values)", "(no value)"]);
  const table = figure.parts.table.rows;
  expect(table.slice(0, 4).map(([name]) => name)).toEqual(names.slice(0, 4));
  expect(table.at(-1)!.slice(0, 2)).toEqual(["(no value)", 60]);
  expect(table.reduce((sum, row) => sum + (row[1] as number), 0)).toBe(regionLog().events);
  // Rather the last value than a group of one.
  expect(dataOf(viewDots(tinyLog("a b c"), { top: 2 })).names).toEqual(["a", "b", "c"]);
});

test("the caption says how many events a dot stands for", () => {
  expect(viewDots(tinyLog("a b")).parts.caption).toContain("A row is a case, a dot an event.");
  const large = largeLog(60_000);
  const { cells } = dataOf(viewDots(large)).wide;
  const counts = [...unpackCells(cells).values()].map(({ count }) => count);
  expect(viewDots(large).parts.caption).toContain(
    `a dot ${(60_000 / counts.length).toFixed(1)} events on average and at most ${
      Math.max(...counts)
    } (more on a phone);`,
  );
});

test("what cannot be is an error or a figure that says so", () => {
  expect(viewDots(logFromRows([])).toString()).toContain("0 cases");
  expect(() => viewDots(tinyLog("a b"), { colour: "resource" })).toThrow(/expected resources to colour by/);
  expect(() => viewDots(tinyLog("a b"), { colour: "regoin" })).toThrow(InputError);
  expect(() => viewDots(tinyLog("a b"), { sort: "regoin" })).toThrow(
    /expected sort to be begin, end, throughput, events/,
  );
  expect(() => viewDots(tinyLog("a b"), { top: 0 })).toThrow(/top to be a whole number from 1 to 20 but found 0/);
  expect(() => viewDots(tinyLog("a b"), { x: "logical" as "time" })).toThrow(/but found "logical"/);
  expect(() => viewDots(tinyLog("a b"), { timeZone: "Mars" })).toThrow(/time zone/);
});
