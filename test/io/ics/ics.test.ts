import { expect, test } from "vitest";
import { readIcs } from "../../../src/io/ics/ics.ts";

function ics(...lines: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

function event(...lines: string[]): string[] {
  return ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
}

/** The spans of a year, as `from/to` in ISO. */
function inYear(text: string, year: number): string[] {
  return readIcs(text, "test.ics").map(({ from, to, local }) =>
    [from, to].map((ms) => new Date(ms).toISOString().slice(0, 16) + (local ? "" : "Z")).join("/")
  ).filter((span) => span.startsWith(String(year)));
}

test("public holidays by rules fall on the days that the law names", () => {
  const text = ics(
    ...event("UID:1", "SUMMARY:Thanksgiving", "DTSTART;VALUE=DATE:20001123", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
    ...event("UID:2", "SUMMARY:Memorial Day", "DTSTART;VALUE=DATE:20000529", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO"),
    ...event("UID:3", "SUMMARY:Unity", "DTSTART;VALUE=DATE:19901003", "DTEND;VALUE=DATE:19901004", "RRULE:FREQ=YEARLY"),
    ...event("UID:4", "SUMMARY:Leap", "DTSTART;VALUE=DATE:20000229", "RRULE:FREQ=YEARLY"),
  );
  expect(inYear(text, 2026)).toEqual([
    "2026-05-25T00:00/2026-05-26T00:00",
    "2026-10-03T00:00/2026-10-04T00:00",
    "2026-11-26T00:00/2026-11-27T00:00",
  ]);
  expect(inYear(text, 2028).map((span) => span.slice(0, 10))).toEqual([
    "2028-02-29",
    "2028-05-29",
    "2028-10-03",
    "2028-11-23",
  ]);
});

test("timed events in a zone follow its clocks; excepted, added, moved and cancelled ones are heard", () => {
  const text = ics(
    ...event(
      "UID:a",
      "DTSTART;TZID=Europe/Berlin:20260327T140000",
      "DURATION:PT3H",
      "RRULE:FREQ=WEEKLY;COUNT=5",
      "EXDATE;TZID=Europe/Berlin:20260410T140000",
      "RDATE;TZID=Europe/Berlin:20260501T140000",
    ),
    ...event(
      "UID:a",
      "RECURRENCE-ID;TZID=Europe/Berlin:20260417T140000",
      "DTSTART;TZID=Europe/Berlin:20260416T100000",
      "DURATION:PT1H",
    ),
    ...event(
      "UID:a",
      "RECURRENCE-ID;TZID=Europe/Berlin:20260424T140000",
      "DTSTART;TZID=Europe/Berlin:20260424T140000",
      "DURATION:PT3H",
      "STATUS:CANCELLED",
    ),
    ...event("UID:b", "DTSTART:20260601T080000Z", "DTEND:20260601T090000Z"),
    ...event("UID:c", "DTSTART:20260602T080000", "DTEND:20260602T090000"),
    ...event("UID:d", "DTSTART:20260603T080000", "DTEND:20260603T090000", "STATUS:CANCELLED"),
  );
  expect(inYear(text, 2026)).toEqual([
    "2026-03-27T13:00Z/2026-03-27T16:00Z",
    // After the change of clocks, the same local time.
    "2026-04-03T12:00Z/2026-04-03T15:00Z",
    "2026-04-16T08:00Z/2026-04-16T09:00Z",
    "2026-05-01T12:00Z/2026-05-01T15:00Z",
    "2026-06-01T08:00Z/2026-06-01T09:00Z",
    "2026-06-02T08:00/2026-06-02T09:00",
  ]);
});

test("a zone of the file's own, as Outlook names them, is taken from its VTIMEZONE", () => {
  const zone = [
    "BEGIN:VTIMEZONE",
    "TZID:Our office",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ];
  const party = event("UID:p", "DTSTART;TZID=Our office:20260701T120000", "DTEND;TZID=Our office:20260701T170000");
  expect(inYear(ics(...zone, ...party), 2026)).toEqual(["2026-07-01T10:00Z/2026-07-01T15:00Z"]);
  expect(() => readIcs(ics(...party), "test.ics")).toThrow("Our office");
});

/** Laid out by Python's dateutil: rrulestr(rule, dtstart=…).between(2026-01-01, 2027-12-31). */
test.each([
  ["20000131", "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=3", [
    "2026-01-31",
    "2026-07-31",
    "2026-10-31",
    "2027-01-31",
    "2027-07-31",
    "2027-10-31",
  ]],
  ["20240101", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=MO", ["2026-09-14", "2027-09-13"]],
  ["20251201", "FREQ=WEEKLY;BYDAY=TU,FR;INTERVAL=2;COUNT=6", ["2026-01-02"]],
  ["20240229", "FREQ=DAILY;COUNT=673", ["2026-01-01"]],
  ["20250606", "FREQ=YEARLY;INTERVAL=2;UNTIL=20310101", ["2027-06-06"]],
])("%s %s recurs as another library lays it out", (start, rule, days) => {
  const text = ics(...event("UID:1", `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`));
  expect([...inYear(text, 2026), ...inYear(text, 2027)].map((span) => span.slice(0, 10))).toEqual(days);
});

test.each([
  ["", "BEGIN:VCALENDAR"],
  ["hello", "BEGIN:VCALENDAR"],
  [ics(), "expected events"],
  [ics(...event("UID:1", "SUMMARY:Nothing")), "Nothing"],
  [ics(...event("UID:1", "SUMMARY:Often", "DTSTART:20200101T000000Z", "RRULE:FREQ=MINUTELY")), "Often"],
  ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "test.ics"],
])("what cannot be read is refused: %j", (text, named) => {
  expect(() => readIcs(text, "test.ics")).toThrow(named);
});
