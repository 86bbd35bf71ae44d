import { expect, test } from "vitest";
import { isoTime, isoTimeHasZone } from "../../../src/io/time/iso_time.ts";

const encoder = new TextEncoder();

function read(text: string): number {
  const bytes = encoder.encode(`"${text}"`);
  return isoTime(bytes, 1, bytes.length - 1);
}

function hasZone(text: string): boolean {
  const bytes = encoder.encode(`"${text}"`);
  return isoTimeHasZone(bytes, 1, bytes.length - 1);
}

test("every day from 1583 to 2500 is where Date puts it", () => {
  for (let ms = Date.UTC(1583, 0, 1); ms < Date.UTC(2500, 0, 1); ms += 86_400_000 + 1_234_567) {
    const text = new Date(ms).toISOString();
    if (read(text) !== ms) expect([text, read(text)]).toEqual([text, ms]);
  }
});

test("years before 100 are years before 100", () => {
  expect(read("0001-01-01T00:00:00Z")).toBe(Date.parse("0001-01-01T00:00:00Z"));
  expect(read("0000-02-29T00:00:00Z")).toBe(Date.parse("0000-02-29T00:00:00Z"));
});

test("a zone is taken off, in each way of writing it", () => {
  const noon = Date.UTC(2020, 5, 1, 12);
  for (const zone of ["Z", "z", "+00:00", "-00:00", "+0000", "+00", " +00:00", " UTC", "UTC", " Z"]) {
    expect([zone, read(`2020-06-01T12:00:00${zone}`), hasZone(`2020-06-01T12:00:00${zone}`)]).toEqual([
      zone,
      noon,
      true,
    ]);
  }
  expect(read("2020-06-01T14:00:00+02:00")).toBe(noon);
  expect(read("2020-06-01T14:00+02")).toBe(noon);
  expect(read("2020-06-01 06:30:00.000-0530")).toBe(noon);
  expect(read("2020-06-02T00:00:00+12:00")).toBe(noon);
});

test("without a zone the time is read as UTC, and said to have none", () => {
  for (const text of ["2020-06-01", "2020-06-01T12:00", "2020-06-01 12:00:00", "2020-06-01t12:00:00.123456"]) {
    expect([text, hasZone(text)]).toEqual([text, false]);
    expect(read(text)).toBe(
      Date.parse(`${text.replace(" ", "T").replace("t", "T")}${text.length > 10 ? "Z" : ""}`) +
        (text.endsWith("456") ? 0.456 : 0),
    );
  }
});

test("fractions of any length are kept, milliseconds exactly", () => {
  const second = Date.UTC(2011, 3, 13, 12, 2, 31);
  for (let ms = 0; ms < 1000; ms++) {
    expect(read(`2011-04-13T12:02:31.${String(ms).padStart(3, "0")}Z`)).toBe(second + ms);
  }
  expect(read("2011-04-13T12:02:31.5Z")).toBe(second + 500);
  expect(read("2011-04-13T12:02:31,25Z")).toBe(second + 250);
  expect(read("2011-04-13T12:02:31.000001Z")).toBeCloseTo(second + 0.001, 3);
  expect(read("2011-04-13T12:02:31.1234567891234Z")).toBeCloseTo(second + 123.4567, 3);
});

test("the end of a day may be written as 24:00", () => {
  expect(read("2011-04-13T24:00:00Z")).toBe(Date.UTC(2011, 3, 14));
});

test("what is not a point in time that exists is NaN", () => {
  const wrong = [
    "",
    "2011",
    "2011-04",
    "2011-4-13",
    "2011-13-01",
    "2011-00-01",
    "2011-02-29",
    "1900-02-29",
    "2011-04-31",
    "2011-04-00",
    "13.04.2011",
    "2011/04/13",
    "2011-04-13T",
    "2011-04-13T1",
    "2011-04-13T12",
    "2011-04-13T12:6",
    "2011-04-13T12:60",
    "2011-04-13T25:00",
    "2011-04-13T24:00:01Z",
    "2011-04-13T12:00:",
    "2011-04-13T12:00:60",
    "2011-04-13T12:00:00.",
    "2011-04-13T12:00:00.Z",
    "2011-04-13T12:00:00+2",
    "2011-04-13T12:00:00+02:0",
    "2011-04-13T12:00:00+02:60",
    "2011-04-13T12:00:00+24:00",
    "2011-04-13T12:00:00 ",
    "2011-04-13T12:00:00 CET",
    "2011-04-13T12:00:00Zz",
    "2011-04-13X12:00:00",
    "2011-04-13T12-00",
    "2011-04-13T12:00:00+02:00 ",
    "UNKNOWN TIME",
    "-2011-04-13T12:00:00Z",
    "20110413T120000Z",
    "١٢٣٤-٠١-٠١",
  ];
  for (const text of wrong) expect([text, read(text)]).toEqual([text, NaN]);
});
