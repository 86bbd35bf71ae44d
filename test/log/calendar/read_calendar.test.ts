import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCalendar, readHolidays } from "../../../src/log/calendar/read_calendar.ts";
import { calendarsBy } from "../../../src/log/calendar/calendars_by.ts";
import { workingCalendar } from "../../../src/log/calendar/working_calendar.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-calendar-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const days = (closings: readonly { from: number }[], year: number) =>
  closings.map(({ from }) => new Date(from).toISOString().slice(0, 10)).filter((day) => day.startsWith(String(year)));

test("holidays stand one a line, with their names, or in an iCalendar file", async () => {
  const list = await file(
    "days.txt",
    "# public\n2026-04-03 Good Friday\n\n12-25;Christmas\r\n2026-12-30/2026-12-31\tShutdown\n",
  );
  expect(days(await readHolidays(list), 2026)).toEqual(["2026-04-03", "2026-12-25", "2026-12-30"]);
  expect((await readHolidays(list))[0]!.name).toBe("Good Friday");
  const ics = await file(
    "days.ics",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n",
  );
  expect(days(await readHolidays(ics), 2026)).toEqual(["2026-05-01"]);
});

test("what a calendar writes of itself is read again", async () => {
  const office = workingCalendar({ hours: "Mo-Fr 09:00-17:00", timeZone: "Europe/Berlin", holidays: ["2026-01-01"] });
  const week = [Date.UTC(2025, 11, 29), Date.UTC(2026, 0, 5)] as const;
  const one = await readCalendar(await file("one.json", JSON.stringify(office)));
  expect("workingSeconds" in one && one.workingSeconds(...week)).toBe(office.workingSeconds(...week));
  const night = workingCalendar({ hours: "Mo-Fr 22:00-06:00" });
  const both = calendarsBy({ by: "team", calendars: { night }, otherwise: office });
  const read = await readCalendar(await file("both.json", JSON.stringify(both)));
  expect("by" in read && [read.by, read.calendars.get("night")!.toString(), read.otherwise.toString()])
    .toEqual(["team", night.toString(), office.toString()]);
});

test.each([
  ["list.txt", "2026-04-03\n31.12.2026\n", "line 2"],
  ["empty.txt", "# nothing\n", "found none"],
  ["wrong.ics", "hello", "VCALENDAR"],
])("holidays %s with %j are refused", async (name, text, named) => {
  await expect(readHolidays(await file(name, text)).then(() => "read")).rejects.toThrow(named);
});

test.each([
  ["a.json", "{", "JSON"],
  ["b.json", "[]", "[]"],
  ["c.json", '{"hours":"Mo-Fr"}', "Mo-Fr"],
  ["d.json", '{"hours":"24/7","holiday":["2026-01-01"]}', "holiday"],
  ["e.json", '{"by":"team","calendars":{}}', "nothing"],
  ["f.json", "BEGIN:VCALENDAR\nEND:VCALENDAR", "readHolidays"],
])("a calendar file %s with %j is refused", async (name, text, named) => {
  await expect(readCalendar(await file(name, text)).then(() => "read")).rejects.toThrow(named);
});

test("a file that is not there is named", async () => {
  await expect(readCalendar(join(folder, "none.json"))).rejects.toThrow("none.json");
});
