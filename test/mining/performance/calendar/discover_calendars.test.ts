import { expect, test } from "vitest";
import { exponential, pick, randomStream, uniformInteger } from "../../../../src/base/random.ts";
import { type WorkingCalendar, workingCalendar } from "../../../../src/log/calendar/working_calendar.ts";
import { readLog } from "../../../../src/log/events/read_log.ts";
import { logFromRows } from "../../../../src/log/from_rows.ts";
import { discoverCalendars } from "../../../../src/mining/performance/calendar/discover_calendars.ts";
import { throughputTimes } from "../../../../src/mining/performance/throughput.ts";
import { tinyLog } from "../../../support/logs.ts";
import { lacksSharedLogs, sharedLog } from "../../../support/shared.ts";

const DAY = 86_400_000;

interface Person {
  readonly name: string;
  readonly calendar: WorkingCalendar;
  /** Mean working hours between two completions. */
  readonly hours: number;
}

/** People who complete something now and then in their hours; `overtime` of it falls at any time. */
function workLog(people: readonly Person[], { weeks = 20, overtime = 0, seed = 1 } = {}) {
  const rows: { case: string; activity: string; time: Date; resource: string }[] = [];
  const begin = Date.UTC(2026, 0, 5);
  for (const { name, calendar, hours } of people) {
    const random = randomStream(seed, name);
    for (let at = begin; at < begin + weeks * 7 * DAY;) {
      at = calendar.after(at, exponential(random, hours) * 3600);
      const time = random() < overtime ? begin + Math.floor(random() * weeks * 7 * DAY) : at;
      const id = `${name} ${rows.length >> 2}`;
      rows.push({ case: id, activity: pick(random, ["a", "b"]), time: new Date(time), resource: name });
    }
  }
  return logFromRows(rows, {
    name: "work",
    mapping: { case: "case", activity: "activity", timestamp: "time", resource: "resource" },
  });
}

const office = (hours: string, timeZone = "Europe/Berlin", holidays: string[] = []) =>
  workingCalendar({ hours, timeZone, holidays });

test.each([
  ["Mo-Fr 09:00-17:00", 0.4],
  ["Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00", 0.2],
  ["Mo-Su 22:00-24:00", 0.2],
  ["24/7", 0.5],
])("%s is found again, over a change of clocks and with 3 %% of overtime", (hours, every) => {
  const log = workLog([{ name: "Ann", calendar: office(hours), hours: every }], { overtime: 0.03, weeks: 30 });
  const { groups, calendar } = discoverCalendars(log, { timeZone: "Europe/Berlin" });
  const [all] = groups.rows();
  expect(all!.hours).toBe(hours);
  expect(all!.support).toBeGreaterThan(0.95);
  expect(all!.sure).toBeGreaterThan(0.9);
  expect(String(calendar)).toContain("Europe/Berlin");
});

test("in the wrong zone the hours are others, and half of the year shifted", () => {
  const log = workLog([{ name: "Ann", calendar: office("Mo-Fr 09:00-17:00"), hours: 0.3 }], { weeks: 30 });
  expect(discoverCalendars(log, { timeZone: "UTC" }).groups.rows()[0]!.hours).toBe("Mo-Fr 07:00-16:00");
});

test("each person has hours of their own; who did too little has those of all", () => {
  const log = workLog([
    { name: "Ann", calendar: office("Mo-Fr 09:00-17:00"), hours: 0.5 },
    { name: "Bob", calendar: office("Mo-We 06:00-14:00"), hours: 0.5 },
    { name: "Cy", calendar: office("Mo-Fr 09:00-17:00"), hours: 40 },
  ]);
  const { groups, calendar, sentence } = discoverCalendars(log, { by: "resource", timeZone: "Europe/Berlin" });
  const byName = Object.fromEntries(groups.rows().map((row) => [row.group, row]));
  expect(byName["Ann"]).toMatchObject({ hours: "Mo-Fr 09:00-17:00", own: true });
  expect(byName["Bob"]).toMatchObject({ hours: "Mo-We 06:00-14:00", own: true });
  expect(byName["Cy"]!.own).toBe(false);
  expect("by" in calendar && [...calendar.calendars.keys()]).toEqual(["Ann", "Bob"]);
  expect(sentence).toContain("2 of 3 values of resource");
  expect(throughputTimes(log, { calendar }).get("max", 0)).toBeGreaterThan(0);
});

test("somebody who does little is not given a ragged week", () => {
  // About one completion a day, so that most hours of most dates are empty.
  for (const seed of [1, 2, 3]) {
    const log = workLog([{ name: "Ann", calendar: office("Mo-Fr 09:00-17:00"), hours: 8 }], { weeks: 52, seed });
    const [all] = discoverCalendars(log, { timeZone: "Europe/Berlin" }).groups.rows();
    expect(all!.hours).toBe("Mo-Fr 09:00-17:00");
    expect(all!.sure).toBeLessThan(1);
  }
});

test("holidays are the days on which nothing happens although much should", () => {
  const holidays = ["2026-02-16", "2026-04-03", "2026-04-06"];
  const log = workLog([{ name: "Ann", calendar: office("Mo-Fr 09:00-17:00", "Europe/Berlin", holidays), hours: 0.3 }]);
  expect(discoverCalendars(log, { timeZone: "Europe/Berlin" }).holidays).toEqual(holidays);
  // A few events a day leave out a day by chance.
  const slow = workLog([{ name: "Ann", calendar: office("Mo-Fr 09:00-17:00", "Europe/Berlin", holidays), hours: 4 }]);
  expect(discoverCalendars(slow, { timeZone: "Europe/Berlin" }).holidays).toEqual([]);
});

test("a log of days without times of day tells working days alone", () => {
  const random = randomStream(1);
  const rows = Array.from({ length: 300 }, (_, i) => ({
    case: `${i >> 1}`,
    activity: "a",
    time: new Date(Date.UTC(2026, 0, 5) + (7 * uniformInteger(random, 0, 20) + uniformInteger(random, 0, 4)) * DAY),
  }));
  const found = discoverCalendars(logFromRows(rows, { name: "days" }));
  expect(found.daysAlone).toBe(true);
  expect(found.groups.rows()[0]!.hours).toBe("Mo-Fr 00:00-24:00");
  expect(found.sentence).toContain("only working days");
});

test("wrong options are refused", () => {
  expect(() => discoverCalendars(tinyLog("a b"), { by: "resource" })).toThrow("no resources");
  expect(() => discoverCalendars(tinyLog("a b"), { timeZone: "Europe/Bonn" })).toThrow("Europe/Bonn");
  expect(() => discoverCalendars(tinyLog("a b"), { minutes: 20 as never })).toThrow("15, 30 or 60");
});

test.skipIf(lacksSharedLogs)("the clerks of a simulated log have office hours, a municipality too", async () => {
  const loans = await readLog(sharedLog("simulation/LoanApp_simplified_test.csv.gz"), {
    mapping: { case: "case_id", activity: "activity", start: "start_time", end: "end_time", resource: "resource" },
  });
  const { groups } = discoverCalendars(loans, { by: "resource" });
  // Counted in the file: Monday to Friday, 7 to 15 o'clock up to March and 8 to 16 from then on; nothing else.
  expect(new Set(groups.rows().map(({ hours }) => hours))).toEqual(new Set(["Mo-Fr 07:00-16:00"]));
  const receipt = await readLog(sharedLog("process/receipt.csv"));
  expect(discoverCalendars(receipt, { timeZone: "Europe/Amsterdam" }).groups.rows()[0]!.hours).toBe(
    "Mo-Fr 08:00-17:00",
  );
});
