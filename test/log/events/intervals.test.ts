/** Starts and ends: what is unknown is never a time, and what decides the order is told. */
import { expect, test } from "vitest";
import { caseSeconds } from "../../../src/mining/performance/throughput.ts";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import { selectEvents } from "../../../src/log/events/select.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { writeLog } from "../../../src/log/events/write_log.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { random } from "../../support/random.ts";
import { casesOf, finding, pathsOf, readText } from "../../support/read_text.ts";

const hour = (h: number) => `2024-01-01T${String(h).padStart(2, "0")}:00Z`;
/** `case activity start end`, in hours; `-` is none. */
const table = (...lines: string[]) =>
  [
    "case,activity,start,end",
    ...lines.map((line) => {
      const [id, activity, start, end] = line.split(" ");
      return [
        id,
        activity,
        ...[start!, end!].map((h) => h === "-" ? "" : hour(Number(h))),
      ].join();
    }),
  ].join("\n");

test("an end before its start makes the interval unknown, and never subtracts time", async () => {
  const log = await readText(table("1 a 8 9", "1 b 12 11", "2 a 9 8"));
  expect(Array.from(caseSeconds(log, "handle"))).toEqual([NaN, 3600].sort().reverse());
  expect(finding(log, "ends before it starts")).toEqual({
    rule: "ends before it starts",
    count: 2,
    example:
      "log.csv, line 3: the end 2024-01-01T11:00:00.000Z is before the start 2024-01-01T12:00:00.000Z; the event " +
      "is kept at its end, and how long it lasted is unknown",
  });
  expect(directlyFollows(log).meanServiceSeconds[0]).toBe(3600);
});

test("a start without an end is kept, and lasts no time that anybody knows", async () => {
  const log = await readText(table("1 a 8 9", "1 b 10 -"));
  expect(casesOf(log)).toEqual(["1: a 2024-01-01T09:00:00, b 2024-01-01T10:00:00"]);
  expect(Array.from(log.start!, Number.isNaN)).toEqual([false, true]);
  expect(finding(log, "no end")).toMatchObject({ count: 1, example: expect.stringContaining("line 3") });
});

test("handle times are the sums of the intervals that run forward", async () => {
  const { below } = random(8);
  const rows = Array.from({ length: 300 }, () => [below(20), below(24), below(24)] as const);
  const log = await readText(table(...rows.map(([c, s, e]) => `${c} a ${s} ${e}`)));
  const seconds = caseSeconds(log, "handle");
  log.caseIds.forEach((id, c) => {
    const own = rows.filter(([one, s, e]) => String(one) === id && s <= e);
    expect(seconds[c]).toBe(own.length === 0 ? NaN : own.reduce((sum, [, s, e]) => sum + (e - s) * 3600, 0));
  });
  expect(finding(log, "ends before it starts")!.count).toBe(rows.filter(([, s, e]) => s > e).length);
});

test("events are ordered by completion, or by start, and the finding counts the cases that differ", async () => {
  const csv = table("1 A 9 12", "1 B 10 11", "1 C 13 14", "2 A 9 10", "2 B 11 12");
  const byCompletion = await readText(csv);
  expect(pathsOf(byCompletion)).toEqual(["2: A B", "1: B A C"]);
  expect(finding(byCompletion, "order of events")).toEqual({
    rule: "order of events",
    count: 1,
    example:
      'log.csv: events are ordered by completion; by start these cases would have another order, as "1", where "B" ' +
      'was completed before "A" but began after it. Choose with orderBy: "start" or --order-by start',
  });
  const byStart = await readText(csv, { orderBy: "start" });
  expect(pathsOf(byStart)).toEqual(["1: A B C", "2: A B"]);
  expect(finding(byStart, "order of events")!.count).toBe(1);
  await expect(readText(csv, { orderBy: "begin" as never })).rejects.toThrow(
    'Expected orderBy to be one of completion, start but found "begin".',
  );
});

test("by start and by completion, by brute force: of equal ones the other decides, then the file; times of cases do not change", async () => {
  const { below } = random(21);
  for (let round = 0; round < 40; round++) {
    const rows = Array.from({ length: 40 }, (_, line) => {
      const start = below(20);
      return { id: String(below(6)), activity: "abcd"[below(4)]!, start, end: start + below(4), line };
    });
    const csv = table(...rows.map((row) => `${row.id} ${row.activity} ${row.start} ${row.end}`));
    const [started, completed] = [await readText(csv, { orderBy: "start" }), await readText(csv)];
    const sorted = (key: (row: typeof rows[number]) => number[]) => {
      const paths = new Map<string, string[]>();
      const compare = (a: number[], b: number[]) => a.map((x, i) => x - b[i]!).find((d) => d !== 0) ?? 0;
      for (const row of rows.toSorted((a, b) => compare(key(a), key(b)))) {
        paths.set(row.id, [...(paths.get(row.id) ?? []), `${row.activity}${row.line}`]);
      }
      return paths;
    };
    const byStart = sorted(({ start, end, line }) => [start, end, line]);
    const byCompletion = sorted(({ start, end, line }) => [end, start, line]);
    const shown = (path: string[]) => path.map((one) => one[0]).join(" ");
    expect(pathsOf(started).sort()).toEqual([...byStart].map(([id, path]) => `${id}: ${shown(path)}`).sort());
    expect(pathsOf(completed).sort()).toEqual([...byCompletion].map(([id, path]) => `${id}: ${shown(path)}`).sort());
    const differ = [...byStart].filter(([id, path]) => path.join() !== byCompletion.get(id)!.join()).length;
    const moved = finding(started, "order of events")?.count ?? 0;
    expect(moved).toBe(differ);
    const byId = (log: typeof started) =>
      Object.fromEntries(log.caseIds.map((id, c) => [id, caseSeconds(log, "throughput")[c]!]));
    expect(byId(started)).toEqual(byId(completed));
    const some = selectEvents(started, Uint8Array.from(started.activity, (_, i) => i % 3 ? 1 : 0), "some");
    expect(pathsOf(some).every((path) => path.length > 3)).toBe(true);
  }
});

test("rows in, events out: every row of a lifecycle is accounted for", async () => {
  const { below } = random(4);
  for (let round = 0; round < 60; round++) {
    const withInstance = round % 2 === 1;
    const rows = Array.from({ length: 60 }, (_, i) => {
      const instance = below(30);
      const [id, activity] = withInstance ? [instance % 3, "abc"[instance % 2]!] : [below(3), "abc"[below(3)]!];
      const transition = ["start", "complete", "suspend", "schedule"][below(4)];
      return `${id},${activity},2024-01-01T00:${String(i).padStart(2, "0")}Z,${transition},${instance}`;
    });
    const csv = ["case,activity,timestamp,state,activity_instance", ...rows].join("\n");
    const given = { lifecycle: "state", ...(withInstance ? { instance: "activity_instance" } : {}) };
    const log = await readText(csv, { mapping: given });
    const told = finding(log, "starts paired");
    if (!told) continue;
    const number = (pattern: RegExp) => Number(pattern.exec(told.example)?.[1] ?? 0);
    expect([number(/: (\d+) rows/), number(/make (\d+) event/)]).toEqual([60, log.events]);
    const alone = number(/(\d+) starts? that/) + number(/(\d+) completions? that/) +
      number(/(\d+) rows? of (?:another|other) transitions?(?=$|;|,)/);
    const parts = number(/(\d+) rows? of (?:another|other) transitions? (?:is|are) part/);
    expect(told.count + alone).toBe(log.events);
    expect(2 * told.count + alone + parts).toBe(60);
  }
});

test("an interval may become two events with their lifecycle, and reads back as the interval", async () => {
  const csv = table("1 A 9 12", "1 B 10 11", "1 C - 14");
  const log = await readText(csv, { splitIntervals: true });
  expect(casesOf(log)).toEqual([
    "1: A 2024-01-01T09:00:00, B 2024-01-01T10:00:00, B 2024-01-01T11:00:00, A 2024-01-01T12:00:00, C 2024-01-01T14:00:00",
  ]);
  expect(log.start).toBeUndefined();
  const path = await Deno.makeTempFile({ suffix: ".xes" });
  await writeLog(log, path);
  const again = await readLog(path);
  expect(casesOf(again)).toEqual(casesOf(await readText(csv)));
  expect(Array.from(again.start!, (ms) => Number.isNaN(ms) ? "-" : new Date(ms).getUTCHours())).toEqual([10, 9, "-"]);
  await expect(readText("case,activity,timestamp\n1,a,2024-01-01", { splitIntervals: true })).rejects.toThrow(
    "--start COLUMN --end COLUMN",
  );
});

test("start and end may be given as such", async () => {
  const csv = `case,activity,t1,t2\n1,a,${hour(8)},${hour(9)}`;
  const given = [{ start: "t1", end: "t2" }, { timestamp: "t1", end: "t2" }, { start: "t1", timestamp: "t2" }];
  for (const mapping of given) {
    const log = await readText(csv, { mapping });
    expect(log.source.mapping).toMatchObject({ start: "t1", timestamp: "t2" });
    expect((log.time[0]! - log.start![0]!) / 3600_000).toBe(1);
  }
  const rows = [{ c: "1", a: "x", from: new Date(hour(8)), to: new Date(hour(9)) }];
  const log = logFromRows(rows, { mapping: { case: "c", activity: "a", timestamp: "from", end: "to" } });
  expect([log.start![0], log.time[0]]).toEqual([Date.parse(hour(8)), Date.parse(hour(9))]);
});

test("what belongs to an instance is written with it", async () => {
  const csv =
    "case,activity,timestamp,state,instance_id\n1,a,2024-01-01T08:00Z,schedule,1\n1,a,2024-01-01T09:00Z,start,1\n" +
    "1,a,2024-01-01T10:00Z,complete,1\n1,b,2024-01-01T11:00Z,start,2\n1,b,2024-01-01T12:00Z,complete,2";
  const log = await readText(csv);
  expect(log.events).toBe(2);
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  await writeLog(log, path);
  expect((await Deno.readTextFile(path)).trim().split("\n")).toHaveLength(6);
  expect(casesOf(await readLog(path))).toEqual(casesOf(log));
});

test.each([".csv", ".xes"])(
  "days with times of day, intervals and lifecycles read back from %s as they were",
  async (suffix) => {
    const logs = [
      "Fall;Aktivität;Datum;Uhrzeit\n1;b;05.01.2024;090000\n1;a;05.01.2024;080000\n1;c;15.01.2024;70000",
      "Fall;Aktivität;Datum;Beginn;Ende\n1;a;05.01.2024;08:00;09:30\n1;b;15.01.2024;10:00;10:15",
      table("1 A 9 12", "1 B 10 11", "1 C 14 13", "2 A 9 -"),
      "case,activity,timestamp,état,instance_id\n1,a,2024-01-01T08:00Z,début,1\n1,a,2024-01-01T08:30Z,début,2\n" +
      "1,a,2024-01-01T09:00Z,fin,2\n1,a,2024-01-01T10:00Z,fin,1",
    ];
    for (const csv of logs) {
      const log = await readText(csv);
      const path = await Deno.makeTempFile({ suffix });
      await writeLog(log, path);
      const again = await readLog(path);
      expect(casesOf(again)).toEqual(casesOf(log));
      expect(again.start).toEqual(log.start);
    }
  },
);
