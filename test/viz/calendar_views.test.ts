import { expect, test } from "vitest";
import { OptionError } from "../../src/base/errors.ts";
import { logFromRows } from "../../src/log/from_rows.ts";
import { workingCalendar } from "../../src/log/calendar/working_calendar.ts";
import { directlyFollows } from "../../src/mining/directly_follows.ts";
import { viewThroughput } from "../../src/viz/charts/throughput.ts";
import { viewProcessMap } from "../../src/viz/map/process_map.ts";

// From Friday 16:00 to Monday 10:00 are 66 hours, of which the office is open for two.
const log = logFromRows([
  { case: "1", activity: "ask", time: new Date(Date.UTC(2026, 0, 2, 16)) },
  { case: "1", activity: "answer", time: new Date(Date.UTC(2026, 0, 5, 10)) },
]);
const calendar = workingCalendar({ hours: "Mo-Fr 09:00-17:00" });

test("pictures of times count working time where a calendar is given", () => {
  expect(viewThroughput(log).toString()).toContain("2 d 18 h");
  const office = viewThroughput(log, { calendar });
  expect(office.toString()).toContain("2 h");
  expect(office.toString()).not.toContain("2 d 18 h");
  expect(office.parts.caption).toContain("Only working time counts");
  expect(viewProcessMap(log, { calendar, show: "duration" }).toString()).toContain("2 h");
  expect(viewProcessMap(log, { show: "duration" }).toString()).toContain("2 d 18 h");
});

test("a graph has its durations already", () => {
  expect(() => viewProcessMap(directlyFollows(log), { calendar })).toThrow(OptionError);
});
