import { expect, test } from "vitest";
import type { Column, TextColumn } from "../../../src/base/column.ts";
import { ReadingReport } from "../../../src/io/report/reading_report.ts";
import { type LifecycleMode, pairLifecycle } from "../../../src/log/events/lifecycle.ts";

interface Row {
  case: string;
  activity: string;
  transition: string | null;
  time: number;
  instance?: string | null;
}

/** Rows from lines of `case activity transition time [instance]`; `-` is a missing value. */
function rowsOf(text: string): Row[] {
  return text.trim().split("\n").map((line) => {
    const [caseId, activity, transition, time, instance] = line.trim().split(/\s+/);
    return {
      case: caseId!,
      activity: activity!,
      transition: transition === "-" ? null : transition!.replace("_", " "),
      time: time === "-" ? NaN : Number(time),
      instance: instance === undefined || instance === "-" ? null : instance,
    };
  });
}

function textColumn(name: string, values: (string | null)[]): TextColumn {
  const dictionary = [...new Set(values.filter((value) => value !== null))];
  return {
    kind: "text",
    name,
    dictionary,
    codes: Int32Array.from(values, (v) => v === null ? -1 : dictionary.indexOf(v)),
  };
}

function pair(rows: Row[], mode: LifecycleMode = "pair", instance?: Column) {
  const report = new ReadingReport();
  const withInstance = instance ??
    (rows.some((row) => row.instance)
      ? textColumn("concept:instance", rows.map((row) => row.instance ?? null))
      : undefined);
  const result = pairLifecycle({
    caseCode: textColumn("case", rows.map((row) => row.case === "-" ? null : row.case)).codes,
    activity: textColumn("activity", rows.map((row) => row.activity === "-" ? null : row.activity)).codes,
    transition: textColumn("lifecycle:transition", rows.map((row) => row.transition)),
    ...(withInstance ? { instance: withInstance } : {}),
    time: Float64Array.from(rows, (row) => row.time),
    mode,
    report,
  });
  const pairs = Array.from(result.rows, (row, i) => [result.startRows[i]!, row]);
  return { pairs, report };
}

test("start and complete of a case and activity become one interval, in the complete's place", () => {
  const { pairs, report } = pair(rowsOf(`
    1 a start 1
    1 b start 2
    2 a start 2
    1 a complete 3
    2 a complete 4
    1 b complete 5`));
  expect(pairs).toEqual([[0, 3], [2, 4], [1, 5]]);
  expect(report.findings).toEqual([]);
});

test("the oldest start is completed first", () => {
  expect(pair(rowsOf("1 a start 1\n1 a start 2\n1 a complete 3\n1 a complete 4")).pairs).toEqual([[0, 2], [1, 3]]);
});

test("upper and lower case are one", () => {
  expect(pair(rowsOf("1 a START 1\n1 a Complete 2")).pairs).toEqual([[0, 1]]);
});

test("instances tell overlapping work apart", () => {
  expect(pair(rowsOf("1 a start 1 x\n1 a start 2 y\n1 a complete 3 y\n1 a complete 4 x")).pairs).toEqual([[1, 2], [
    0,
    3,
  ]]);
});

test("a complete never ends the start of another instance", () => {
  const { pairs, report } = pair(rowsOf("1 a start 1 x\n1 a complete 3 y"));
  expect(pairs).toEqual([[-1, 0], [-1, 1]]);
  expect(report.count("start without complete")).toBe(1);
  expect(report.count("complete without start")).toBe(1);
});

test("where only one of the two carries an instance, the oldest fits", () => {
  expect(pair(rowsOf("1 a start 1 x\n1 a start 2\n1 a complete 3 y\n1 a complete 4")).pairs).toEqual([[1, 2], [0, 3]]);
});

test("instances may be numbers", () => {
  const instance: Column = {
    kind: "number",
    name: "concept:instance",
    integer: true,
    values: Float64Array.of(7, 9, 9, 7),
  };
  const rows = rowsOf("1 a start 1\n1 a start 2\n1 a complete 3\n1 a complete 4");
  expect(pair(rows, "pair", instance).pairs).toEqual([[1, 2], [0, 3]]);
});

test("what has no partner stays an event and is counted with its place", () => {
  const { pairs, report } = pair(rowsOf("1 a complete 1\n1 b start 2\n1 b start 3\n1 b complete 4"));
  expect(pairs).toEqual([[-1, 0], [-1, 2], [1, 3]]);
  expect(report.findings).toEqual([
    {
      rule: "complete without start",
      count: 1,
      example: "event 1 of the file is a complete that nothing started: kept",
    },
    {
      rule: "start without complete",
      count: 1,
      example: "event 3 of the file is a start that nothing completes: kept",
    },
  ]);
});

test("a log without any start is left alone", () => {
  const { pairs, report } = pair(rowsOf("1 a complete 1\n1 b In_Progress 2\n1 b Closed 3\n1 c - 4"));
  expect(pairs).toEqual([[-1, 0], [-1, 1], [-1, 2], [-1, 3]]);
  expect(report.findings).toEqual([]);
});

test("other transitions are events of their own", () => {
  expect(pair(rowsOf("1 a schedule 0\n1 a start 1\n1 a suspend 2\n1 a resume 3\n1 a - 3\n1 a complete 4")).pairs)
    .toEqual([[-1, 0], [-1, 2], [-1, 3], [-1, 4], [1, 5]]);
});

test("rows without case, activity or time are kept and not paired", () => {
  const { pairs, report } = pair(rowsOf("- a start 1\n1 - start 1\n1 a start -\n- a complete 2\n1 a complete 2"));
  expect(pairs).toEqual([[-1, 0], [-1, 1], [-1, 2], [-1, 3], [-1, 4]]);
  expect(report.findings.map(({ rule, count }) => [rule, count])).toEqual([["complete without start", 1]]);
});

test("mode all keeps every row, mode complete only those that complete, and counts the others", () => {
  const rows = rowsOf("1 a start 1\n1 a COMPLETE 2\n1 b - 3\n1 b complete 4");
  expect(pair(rows, "all").pairs).toEqual([[-1, 0], [-1, 1], [-1, 2], [-1, 3]]);
  const { pairs, report } = pair(rows, "complete");
  expect(pairs).toEqual([[-1, 1], [-1, 3]]);
  expect(report.findings).toEqual([{
    rule: "row left out",
    count: 2,
    example: 'event 1 of the file has lifecycle:transition "start"; only completed events were asked for',
  }]);
});

test("the order of the rows in the file does not matter where no times are equal", () => {
  const random = seeded(11);
  for (let round = 0; round < 200; round++) {
    const rows: Row[] = [];
    for (let time = 0; time < 30; time++) {
      rows.push({
        case: pick(random, ["1", "2"]),
        activity: pick(random, ["a", "b", "c"]),
        transition: pick(random, ["start", "complete", "start", "complete", "suspend"]),
        time,
        instance: pick(random, [null, "x", "y"]),
      });
    }
    const times = (of: Row[]) =>
      pair(of).pairs.map(([start, row]) => [start! < 0 ? -1 : of[start!]!.time, of[row!]!.time]).sort((a, b) =>
        a[1]! - b[1]!
      );
    const shuffled = rows.map((row) => ({ row, by: random() })).sort((a, b) => a.by - b.by).map(({ row }) => row);
    const paired = times(rows);
    expect(times(shuffled)).toEqual(paired);
    expect(paired).toEqual(pairedByHand(rows));
  }
});

/** The rule, as it is said: for each complete, look through all starts before it. */
function pairedByHand(rows: Row[]): number[][] {
  const taken = new Set<Row>();
  const result: number[][] = [];
  for (const row of rows) {
    if (row.transition !== "complete") continue;
    const open = rows.filter((start) =>
      start.time < row.time && start.transition === "start" && start.case === row.case &&
      start.activity === row.activity && !taken.has(start)
    );
    const start = row.instance
      ? open.find((start) => start.instance === row.instance) ?? open.find((start) => !start.instance)
      : open[0];
    if (start) taken.add(start);
    result.push([start ? start.time : -1, row.time]);
  }
  for (const row of rows) if (row.transition !== "complete" && !taken.has(row)) result.push([-1, row.time]);
  return result.sort((a, b) => a[1]! - b[1]!);
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
