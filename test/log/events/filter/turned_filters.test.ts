import { expect, test } from "vitest";
import type { EventLog } from "../../../../src/log/events/event_log.ts";
import {
  filterCasesWith,
  filterEventAttribute,
  filterResources,
  filterThroughput,
  filterTimeFrame,
} from "../../../../src/log/mod.ts";
import { filterVariants } from "../../../../src/mining/filter_variants.ts";
import { randomLog, traces } from "../../../support/logs.ts";

const log = randomLog({ seed: 4, cases: 60, intervals: true });
const all = traces(log);
const ids = (kept: EventLog) => [...kept.caseIds].sort();
const where = (fits: (one: typeof all[number]) => boolean) => all.filter(fits).map(({ id }) => id).sort();

test("cases with one of the activities, and those without, as counted by hand", () => {
  const has = (names: string[]) => (one: typeof all[number]) =>
    one.events.some(({ activity }) => names.includes(activity));
  for (const names of [["activity 1"], ["activity 0", "activity 5"]]) {
    expect(ids(filterCasesWith(log, names))).toEqual(where(has(names)));
    expect(ids(filterCasesWith(log, names, { drop: true }))).toEqual(where((one) => !has(names)(one)));
  }
  expect(filterCasesWith(log, "activity 9", { missing: "ignore" }).cases).toBe(0);
  expect(filterCasesWith(log, "activity 9", { missing: "ignore", drop: true }).cases).toBe(log.cases);
  expect(() => filterCasesWith(log, "activity 9")).toThrow(/activity 9.*Did you mean/);
});

test("a filter and the same turned round share no case and lose none", () => {
  const middle = log.time[Math.floor(log.events / 2)]!;
  const pairs: ((drop: boolean) => EventLog)[] = [
    (drop) => filterThroughput(log, { minSeconds: 1e6, maxSeconds: 8e6, drop }),
    (drop) => filterTimeFrame(log, { from: middle, mode: "started", drop }),
    (drop) => filterTimeFrame(log, { to: middle, mode: "contained", drop }),
    (drop) => filterTimeFrame(log, { from: middle, to: middle + 1e9, mode: "intersecting", drop }),
    (drop) => filterResources(log, "person 1", { drop }),
    (drop) => filterEventAttribute(log, "amount", { min: 900 }, { drop }),
  ];
  for (const filter of pairs) {
    const kept = ids(filter(false)), others = ids(filter(true));
    expect(kept.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    expect([...kept, ...others].sort()).toEqual([...log.caseIds].sort());
  }
});

test("events outside a time frame stay where it trims and is turned round", () => {
  const middle = log.time[Math.floor(log.events / 2)]!;
  const inside = filterTimeFrame(log, { from: middle, mode: "trim" });
  const outside = filterTimeFrame(log, { from: middle, mode: "trim", drop: true });
  expect(inside.events + outside.events).toBe(log.events);
  expect(Math.max(...outside.time)).toBeLessThan(middle);
});

test("cases with an event of a value or within bounds, as counted by hand", () => {
  const amounts = log.caseIds.map((id, c) => {
    const column = log.attribute("amount")!;
    const values = column.kind === "number" ? [...column.values.subarray(log.offsets[c]!, log.offsets[c + 1]!)] : [];
    return { id, values };
  });
  const one = amounts[3]!.values.at(-1)!;
  const fits = (test: (value: number) => boolean) =>
    amounts.filter(({ values }) => values.some(test)).map(({ id }) => id).sort();
  expect(ids(filterEventAttribute(log, "amount", one))).toEqual(fits((value) => value === one));
  expect(ids(filterEventAttribute(log, "amount", { min: 100, max: 200 })))
    .toEqual(fits((value) => value >= 100 && value <= 200));
  expect(() => filterEventAttribute(log, "amount", -5)).toThrow(/-5/);
  expect(() => filterEventAttribute(log, "amoun", 5)).toThrow(/Did you mean "amount"/);
  expect(() => filterEventAttribute(log, "amount", "5")).toThrow(/holds numbers/);
});

test("people who are unknown are named in the error, with the nearest", () => {
  expect(() => filterResources(log, "person 7")).toThrow(/"person 7".*Did you mean "person/);
  expect(filterResources(log, "person 7", { missing: "ignore" }).cases).toBe(0);
});

test("a variant of an activity that the log has not matches nothing where that is to be ignored", () => {
  expect(filterVariants(log, { sequences: [["nowhere"]], missing: "ignore" }).cases).toBe(0);
  expect(() => filterVariants(log, { sequences: [["nowhere"]] })).toThrow(/nowhere/);
});
