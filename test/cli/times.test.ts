/** The commands on time, as another program sees them. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { officeSeconds } from "../support/hours.ts";
import { tb } from "../support/tb.ts";

let folder: string;
let file: string;
/** Hours of a case: A, then B with a start, then C; Friday afternoon to Monday. */
const rows = [
  ["1", "A", "", "2026-01-09T15:00:00Z", "Ann"],
  ["1", "B", "2026-01-12T10:00:00Z", "2026-01-12T11:00:00Z", "Bob"],
  ["1", "C", "", "2026-01-12T12:00:00Z", "Ann"],
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-times-"));
  file = join(folder, "log.csv");
  await writeFile(file, ["case,activity,start,end,resource", ...rows.map((row) => row.join(","))].join("\n"));
});
afterAll(() => rm(folder, { recursive: true }));

const office = ["--calendar", "Mo-Fr 09:00-17:00"];

test("times of cases in working time, with what is known of them", async () => {
  const { json, code } = await tb("times", file, ...office, "--json");
  expect(code).toBe(0);
  const found = json() as Record<string, Record<string, unknown>[]> & { calendar: string; known: object };
  expect(found.calendar).toContain("Mo-Fr 09:00-17:00");
  expect(found.known).toMatchObject({ events: 3, starts: 1, assumed: null });
  const whole = officeSeconds(Date.parse("2026-01-09T15:00Z"), Date.parse("2026-01-12T12:00Z"));
  expect(found.throughput![0]).toMatchObject({ group: "all", cases: 1, median: whole });
  expect(found.service![0]).toMatchObject({ median: 3600 });
  expect(found.waiting![0]).toMatchObject({ median: whole - 3600 });
  expect(found.groups).toEqual(found.throughput);
});

test("times of steps, told apart or assumed", async () => {
  const found = (await tb("times", file, "--per", "transition", "--measure", "waiting", ...office, "--json"))
    .json() as { groups: { group: string; median: number | null }[] };
  expect(found.groups.map(({ group, median }) => [group, median])).toEqual([["A → B", 3 * 3600], ["B → C", null]]);
  const assumed = (await tb("times", file, "--per", "activity", "--assume", "waiting", "--json")).json() as {
    known: { assumed: string };
    waiting: { group: string; median: number }[];
    service: { group: string; median: number }[];
  };
  expect(assumed.known.assumed).toBe("waiting");
  expect(assumed.waiting.find(({ group }) => group === "C")!.median).toBe(3600);
  expect(assumed.service.find(({ group }) => group === "C")!.median).toBe(0);
});

test("bottlenecks have the figures of the contract, and holidays are taken off", async () => {
  const run = (...more: string[]) => tb("bottlenecks", file, ...office, ...more, "--json");
  const { steps, calendar } = (await run()).json() as { steps: Record<string, unknown>[]; calendar: string };
  expect(calendar).toContain("Mo-Fr");
  expect(steps.map(({ from, to, cases, count, totalSeconds }) => ({ from, to, cases, count, totalSeconds }))).toEqual([
    { from: "A", to: "B", cases: 1, count: 1, totalSeconds: 3 * 3600 },
    { from: "B", to: "C", cases: 1, count: 1, totalSeconds: 3600 },
  ]);
  for (const name of ["share", "excessSeconds", "rankLow", "rankHigh"]) expect(typeof steps[0]![name]).toBe("number");
  const list = join(folder, "holidays.txt");
  await writeFile(list, "2026-01-12 Plough Monday\n");
  const { steps: off } = (await run("--holidays", list)).json() as { steps: { totalSeconds: number }[] };
  expect(off.map(({ totalSeconds }) => totalSeconds)).toEqual([2 * 3600, 0]);
});

test("calendars that were found are calendars to measure with", async () => {
  const path = join(folder, "calendars.json");
  const { code, json } = await tb("calendars", "data/order-to-cash.csv", "--by", "resource", "-o", path, "--json");
  expect(code).toBe(0);
  const { groups } = json() as { groups: { group: string | null; hours: string; support: number }[] };
  expect(groups[0]!.group).toBeNull();
  expect(JSON.parse(await readFile(path, "utf8")).by).toBe("resource");
  const times = (await tb("times", "data/order-to-cash.csv", "--calendar", path, "--json")).json() as {
    calendar: string;
  };
  expect(times.calendar).toContain("values of resource");
});

test.each([
  [["times", "--calendar", "Mx 9"], "Mx 9"],
  [["times", "--holidays", "12-25"], "--calendar"],
  [["times", ...office, "--holidays", "25.12.2026"], "25.12.2026"],
  [["times", "--per", "activity", "--measure", "throughput"], "--per"],
  [["times", "--per", "activity", "--by", "resource"], "--by"],
  [["bottlenecks", "--usual", "2"], "--usual"],
  [["bottlenecks", "--by", "teem"], "teem"],
  [["bottlenecks", "--ends", "Z"], "Expected an activity of log.csv"],
  [["bottlenecks", "--end", "teem"], "teem"],
])("%j is refused", async ([command, ...options], named) => {
  const { code, err } = await tb(command!, file, ...options);
  expect(code).toBe(2);
  expect(err).toContain(named);
});
