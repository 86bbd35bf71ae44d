import { expect, test } from "vitest";
import type { TextColumn } from "../../../src/base/column.ts";
import { ReadingReport } from "../../../src/io/report/reading_report.ts";
import { parseTimestamps, type TimestampOptions } from "../../../src/io/time/timestamps.ts";
import { messageOf, randomOf } from "../csv/csv_cases.ts";

function columnOf(texts: readonly string[]): TextColumn {
  const dictionary = [...new Set(texts)];
  return {
    kind: "text",
    name: "booked at",
    codes: Int32Array.from(texts, (text) => dictionary.indexOf(text)),
    dictionary,
  };
}

function parse(texts: readonly string[], options: TimestampOptions = {}) {
  const report = new ReadingReport();
  const where = { name: "orders.csv", lineOf: (row: number) => row + 2 };
  const { values } = parseTimestamps(columnOf(texts), options, where, report);
  const iso = [...values].map((ms) => Number.isNaN(ms) ? null : new Date(ms).toISOString());
  return { values, iso, report };
}

const DAY = "2025-12-31T00:00:00.000Z", MINUTE = "2025-12-31T14:05:00.000Z", SECOND = "2025-12-31T14:05:33.000Z";
const MARCH = "2025-03-31T00:00:00.000Z";

test.each([
  ["2025-12-31", DAY],
  ["2025-12-31T14:05", MINUTE],
  ["2025-12-31 14:05", MINUTE],
  ["2025-12-31 14:05:33", SECOND],
  ["  2025-12-31  14:05:33 ", SECOND],
  ["2025-12-31t14:05:33z", SECOND],
  ["2025-12-31T14:05:33.000000000Z", SECOND],
  ["2025-12-31T15:05:33+01:00", SECOND],
  ["2025-12-31T15:05:33+0100", SECOND],
  ["2025-12-31T15:05:33+01", SECOND],
  ["2025-12-31 09:05:33 -05:00", SECOND],
  ["2025-12-31T19:50:33+05:45", SECOND],
  ["2025-12-31T15:05:33+01:00[Europe/Berlin]", SECOND],
  ["2025-12-31 14:05:33 UTC", SECOND],
  ["2025-12-31 15:05:33 CET", SECOND],
  ["2025-12-31 15:05:33 GMT+1", SECOND],
  ["2025-12-31-05:00", "2025-12-31T05:00:00.000Z"],
  ["2025-12-31T24:00:00Z", "2026-01-01T00:00:00.000Z"],
  ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"],
  ["2025-12-31-14.05.33.000000", SECOND],
  ["20251231T140533Z", SECOND],
  ["2025/12/31 14:05", MINUTE],
  ["2025.12.31 14:05", MINUTE],
  ["31.12.2025", DAY],
  ["31.12.25", DAY],
  ["31.12.2025 14:05:33", SECOND],
  ["31.12.2025 14.05.33", SECOND],
  ["31.12.2025, 14:05 Uhr", MINUTE],
  ["31/12/2025 2:05 PM", MINUTE],
  ["12/31/2025 02:05:33 p.m.", SECOND],
  ["31-12-2025 12:05 am", "2025-12-31T00:05:00.000Z"],
  ["31/12/2025 12:05 PM", "2025-12-31T12:05:00.000Z"],
  ["31-Dec-2025", DAY],
  ["31-DEC-25 02.05.33.000000 PM", SECOND],
  ["31. März 2025", MARCH],
  ["31. Mrz. 2025", MARCH],
  ["31. Dezember 2025 um 14:05 Uhr", MINUTE],
  ["Mittwoch, 31. Dezember 2025", DAY],
  ["31 mars 2025", MARCH],
  ["31 déc. 2025 14h05", MINUTE],
  ["mercredi 31 décembre 2025 à 14:05", MINUTE],
  ["1er janvier 2025", "2025-01-01T00:00:00.000Z"],
  ["31 de diciembre de 2025", DAY],
  ["31 dic. 2025 a las 14:05", MINUTE],
  ["31 maart 2025", MARCH],
  ["31 mrt. 2025", MARCH],
  ["31 december 2025 om 14:05", MINUTE],
  ["December 31, 2025 2:05 PM", MINUTE],
  ["Dec 31st, 2025", DAY],
  ["Wed, 31 Dec 2025 15:05:33 +0100", SECOND],
  ["Wed Dec 31 2025 15:05:33 GMT+0100 (Central European Standard Time)", SECOND],
  ["Wed Dec 31 15:05:33 CET 2025", SECOND],
  ["31/Dec/2025:15:05:33 +0100", SECOND],
  ["2025-Dec-31 14:05", MINUTE],
])("reads %j", (text, expected) => expect(parse([text]).iso).toEqual([expected]));

test.each([
  "2025-02-30",
  "2025-02-29",
  "2025-13-01",
  "2025-00-10",
  "2025-12-31 25:00",
  "2025-12-31 24:01",
  "2025-12-31 14:61",
  "31.02.2025",
  "32.01.2025",
  "00.01.2025",
  "31-Foo-2025",
  "0000-00-00 00:00:00",
  "2025-12-31 14:05 foo",
  "14:05",
  "hello",
  "2025-12-31T14:05+25:00",
  "31/12/2025 13:05 PM",
  "1900-02-29",
])("%j is no time, is missing, and is counted", (text) => {
  const { iso, report } = parse(["2025-01-01T00:00Z", text]);
  expect(iso).toEqual(["2025-01-01T00:00:00.000Z", null]);
  expect(report.findings.find(({ rule }) => rule === "unreadable time")).toEqual({
    rule: "unreadable time",
    count: 1,
    example: `orders.csv, line 3, column "booked at": ${JSON.stringify(text)} is no time; it is missing.`,
  });
});

test("every day of four hundred years is read as Date reads it", () => {
  const texts: string[] = [];
  for (let ms = Date.UTC(1900, 0, 1); ms < Date.UTC(2300, 0, 1); ms += 86_400_000 * 11) {
    texts.push(new Date(ms).toISOString());
  }
  expect(parse(texts).iso).toEqual(texts);
});

test("fractions of seconds are kept, to the microsecond at least", () => {
  const { values } = parse(["2025-12-31T14:05:33.123456789Z", "2025-12-31T14:05:33,5Z"]);
  expect(values[0]! - Date.parse(SECOND)).toBeCloseTo(123.4568, 3);
  expect(values[1]! - Date.parse(SECOND)).toBe(500);
});

test.each([
  ["seconds", ["1767189933", "1767189934.5"], SECOND],
  ["milliseconds", ["1767189933000"], SECOND],
  ["microseconds", ["1767189933000000"], SECOND],
  ["nanoseconds", ["1767189933000000000"], SECOND],
])("numbers are epoch %s by what all of the column can be", (unit, texts, first) => {
  const { iso, report } = parse(texts);
  expect(iso[0]).toBe(first);
  expect(report.findings).toEqual([
    { rule: "note", count: 1, example: `orders.csv, column "booked at": numbers are read as epoch ${unit}.` },
  ]);
});

test("dates without separators and spreadsheet days are told from epochs, and the report says so", () => {
  expect(parse(["20251231", "20240229"]).iso).toEqual([DAY, "2024-02-29T00:00:00.000Z"]);
  expect(parse(["20251231140533"]).iso).toEqual([SECOND]);
  const serial = parse(["46022", "46022.5868402778"]);
  expect(serial.iso).toEqual([DAY, "2025-12-31T14:05:03.000Z"]);
  expect(serial.report.findings.map(({ example }) => example)[1]).toContain("spreadsheet serial numbers");
});

test("one day above twelve decides for all; where it stands does not matter", () => {
  const dates = ["03/04/2025", "05/06/2025", "25/12/2025"];
  for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
    const { iso } = parse(order.map((i) => dates[i]!));
    expect(iso[order.indexOf(0)]).toBe("2025-04-03T00:00:00.000Z");
  }
  expect(parse(["03/04/2025", "12/25/2025"]).iso[0]).toBe("2025-03-04T00:00:00.000Z");
  expect(parse(["03/04/2025", "12/25/2025"]).report.findings[1]).toEqual({
    rule: "date order",
    count: 1,
    example:
      'orders.csv, line 2, column "booked at": "03/04/2025" is read month-first, as only that fits all dates of ' +
      "the column.",
  });
});

test("a column that is day-first in one line and month-first in another is refused, both lines named", async () => {
  expect(await messageOf(() => Promise.resolve().then(() => parse(["01/02/2025", "31/12/2025", "12/31/2025"])))).toBe(
    'InputError: orders.csv, line 4, column "booked at": expected a day-first date like 31/12/2025 (as in line 3) but ' +
      'found "12/31/2025". Give --date-order mdy if the file is month-first.',
  );
});

test("an order that is given wins, and dates that do not fit it are counted", () => {
  const { iso, report } = parse(["01/02/2025", "31/12/2025"], { dateOrder: "mdy" });
  expect(iso).toEqual(["2025-01-02T00:00:00.000Z", null]);
  expect(report.count("unreadable time")).toBe(1);
  expect(parse(["25/12/31"], { dateOrder: "ymd" }).iso).toEqual([DAY]);
});

test("dates with dots are day-first, as they are wherever they are written", () => {
  expect(parse(["03.04.2025"]).iso).toEqual(["2025-04-03T00:00:00.000Z"]);
});

test("times that name no zone are taken in the zone given, daylight saving included, and the report says so", () => {
  const options = { timeZone: "Europe/Berlin" };
  const { iso, report } = parse(["2025-01-01 12:00", "2025-07-01 12:00", "2025-07-01T12:00Z"], options);
  expect(iso).toEqual(["2025-01-01T11:00:00.000Z", "2025-07-01T10:00:00.000Z", "2025-07-01T12:00:00.000Z"]);
  expect(report.findings).toEqual([{
    rule: "time zone assumed",
    count: 2,
    example: 'orders.csv, line 2, column "booked at": "2025-01-01 12:00" names no time zone; Europe/Berlin is assumed.',
  }]);
});

test("a local time that occurs twice is the earlier, one that does not occur is after the change", () => {
  const options = { timeZone: "Europe/Berlin" };
  expect(parse(["2025-10-26 02:30", "2025-03-30 02:30"], options).iso).toEqual([
    "2025-10-26T00:30:00.000Z",
    "2025-03-30T01:30:00.000Z",
  ]);
});

test("offsets equal those of Temporal in zones with strange rules", () => {
  const random = randomOf(11);
  for (const timeZone of ["America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "+05:30"]) {
    const texts = Array.from(
      { length: 500 },
      () => new Date(Date.UTC(1975, 0, 1) + random(60 * 365 * 24 * 60) * 60_000).toISOString().slice(0, 19),
    );
    const expected = texts.map((text) => Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds);
    expect([...parse(texts, { timeZone }).values]).toEqual(expected);
  }
});

test("a zone that does not exist is an error", () => {
  expect(() => parse(["2025-12-31"], { timeZone: "Europe/Berlln" })).toThrow(
    'Expected a time zone such as UTC, Europe/Berlin or +01:00 but found "Europe/Berlln".',
  );
});

test("a column without any time is an error", () => {
  expect(() => parse(["a", "b"])).toThrow(
    'orders.csv, line 2, column "booked at": expected times such as 2025-12-31 14:05:00 but found "a", and nothing in ' +
      "the column is a time. Is it the right column? Give --timestamp COLUMN.",
  );
});
