import { expect, test } from "vitest";
import { parseHours, weekMinutes } from "../../../src/log/calendar/hours.ts";
import { workingCalendar } from "../../../src/log/calendar/working_calendar.ts";
import { random } from "../../support/random.ts";

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/** Minute by minute, by what the clock of the zone shows: seconds between two full minutes. */
function byTheClock(
  from: number,
  to: number,
  zone: string,
  open: (day: string, weekday: string, time: string) => boolean,
) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  let seconds = 0;
  for (let at = from; at < to; at += MINUTE) {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    if (open(`${parts.year}-${parts.month}-${parts.day}`, parts.weekday!, `${parts.hour}:${parts.minute}`)) {
      seconds += 60;
    }
  }
  return seconds;
}

const office = { hours: "Mo-Fr 09:00-12:30,13:00-17:00; Sa 09:00-12:00", holidays: ["2026-04-03", "12-25"] };
const inOffice = (day: string, weekday: string, time: string) =>
  day !== "2026-04-03" && !day.endsWith("-12-25") && weekday !== "Sun" &&
  (weekday === "Sat"
    ? time >= "09:00" && time < "12:00"
    : time >= "09:00" && time < "17:00" && !(time >= "12:30" && time < "13:00"));

test.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia"])(
  "working time equals that counted minute by minute by the clock of %s",
  (zone) => {
    const calendar = workingCalendar({ ...office, timeZone: zone });
    const { below } = random(5);
    // Around changes of clocks, Good Friday and Christmas.
    for (const around of ["2026-03-08", "2026-03-29", "2026-04-03", "2026-10-25", "2025-12-25"]) {
      for (let i = 0; i < 2; i++) {
        const from = Date.parse(around) + (below(2000) - 1500) * MINUTE, to = from + below(2500) * MINUTE;
        expect(calendar.workingSeconds(from, to)).toBe(byTheClock(from, to, zone, inOffice));
      }
    }
  },
);

test("hours around a change of clocks are those that the clock shows", () => {
  const spring = Date.parse("2026-03-28T12:00Z"), autumn = Date.parse("2026-10-24T12:00Z");
  const hours = (text: string, from: number) =>
    workingCalendar({ hours: text, timeZone: "Europe/Berlin" }).workingSeconds(from, from + 1.5 * DAY) / 3600;
  // From Saturday noon UTC on: the rest of Saturday, and Sunday of 23 or 25 hours.
  expect(hours("Su 00:00-24:00", spring)).toBe(23);
  expect(hours("Su 00:00-24:00", autumn)).toBe(25);
  expect(hours("Sa 22:00-06:00", spring)).toBe(7);
  expect(hours("Sa 22:00-06:00", autumn)).toBe(9);
  // From 02:00 to 03:00 no clock shows anything on that day.
  expect(hours("Su 02:30-03:30", spring)).toBe(0.5);
  expect(hours("Su 02:00-03:00", spring)).toBe(0);
  expect(hours("Su 02:00-04:00", autumn)).toBe(3);
});

test("hours past midnight belong to the day on which they begin, and holidays close their own day", () => {
  const night = workingCalendar({ hours: "Mo-Fr 22:00-06:00", holidays: ["2026-01-07"] });
  const hours = (from: string, to: string) => night.workingSeconds(new Date(`${from}Z`), new Date(`${to}Z`)) / 3600;
  expect(hours("2026-01-05T00:00", "2026-01-06T12:00")).toBe(8);
  // Friday's night ends on Saturday; nothing begins on Saturday.
  expect(hours("2026-01-09T12:00", "2026-01-11T12:00")).toBe(8);
  // The night from Tuesday to Wednesday stops at midnight, that of Wednesday begins at midnight.
  expect(hours("2026-01-06T12:00", "2026-01-07T12:00")).toBe(2);
  expect(hours("2026-01-07T12:00", "2026-01-08T12:00")).toBe(6);
});

test("working time adds up, and 24/7 is the time that passes", () => {
  const calendar = workingCalendar({ ...office, timeZone: "Europe/Berlin" });
  const always = workingCalendar({ hours: "24/7", timeZone: "Europe/Berlin" });
  const { next } = random(9);
  for (let i = 0; i < 300; i++) {
    // A few of them far away, where no table is laid out.
    const scale = i % 10 === 0 ? 1e14 : 1e11;
    const [a, b, c] = [next(), next(), next()].sort().map((x) => Date.UTC(2026) + Math.round((x - 0.4) * scale)) as [
      number,
      number,
      number,
    ];
    expect(calendar.workingSeconds(a, b) + calendar.workingSeconds(b, c)).toBeCloseTo(calendar.workingSeconds(a, c), 3);
    expect(always.workingSeconds(a, c)).toBeCloseTo((c - a) / 1000, 3);
  }
  expect(calendar.workingSeconds(2, 1)).toBeNaN();
  expect(calendar.workingSeconds(NaN, 1)).toBeNaN();
});

test("a deadline is the first moment by which the time has passed", () => {
  const calendar = workingCalendar({ ...office, timeZone: "Europe/Berlin" });
  const { next } = random(4);
  for (let i = 0; i < 100; i++) {
    const from = Date.UTC(2026) + Math.round(next() * 3e10), seconds = Math.round(next() * 1e6) + 1;
    const due = calendar.after(from, seconds);
    expect(calendar.workingSeconds(from, due)).toBeCloseTo(seconds, 6);
    expect(calendar.workingSeconds(from, due - 1000)).toBeLessThan(seconds);
  }
  // Friday, 16:00: an hour is left, and the next one is Saturday's first.
  expect(new Date(calendar.after(new Date("2026-01-09T16:00+01:00"), 3600)).toISOString()).toBe(
    "2026-01-09T16:00:00.000Z",
  );
  expect(new Date(calendar.after(new Date("2026-01-09T16:00+01:00"), 3601)).toISOString()).toBe(
    "2026-01-10T08:00:01.000Z",
  );
  expect(calendar.isOpen(new Date("2026-01-09T16:59:59+01:00"))).toBe(true);
  expect(calendar.isOpen(new Date("2026-01-09T17:00+01:00"))).toBe(false);
});

test("hours are read as people write them", () => {
  const minutes = (text: string) => weekMinutes(parseHours(text)) / 60;
  expect(minutes("Mo-Fr 09:00-17:00")).toBe(40);
  expect(minutes("Mon–Fri 9–17")).toBe(40);
  expect(minutes("Monday, Wed 9:30-12:00,13.00-17.00")).toBe(13);
  expect(minutes("Di-Do 8-16")).toBe(24);
  expect(minutes("Mo-Fr 09:00-17:00; Fr 09:00-14:00; Sa,Su off")).toBe(37);
  expect(minutes("Sa-Mo 00:00-24:00")).toBe(72);
  expect(minutes("22:00-06:00")).toBe(56);
  expect(minutes("24/7")).toBe(168);
  // What overlaps counts once: the nights that go past the morning.
  expect(minutes("Mo 22:00-06:00; Tu 05:00-07:00")).toBe(9);
  for (const text of ["Mo-Fr 09:00-12:30,13:00-17:00; Sa 09:00-12:00", "24/7", "Mo-Th,Su 22:00-06:00"]) {
    const calendar = workingCalendar({ hours: text });
    expect(parseHours(calendar.toJSON().hours)).toEqual(calendar.hours);
  }
});

test.each([
  ["", "without working time"],
  ["Mo-Su off", "without working time"],
  ["Mo-Fr", "Mo-Fr"],
  ["Xy 09:00-17:00", "Xy"],
  ["Mo-Fr 09:00-25:00", "09:00-25:00"],
  ["Mo-Fr 09:00", "09:00"],
  ["Mo-Fr 09:00-12:00,11:00-14:00", "11:00"],
  ["Mo-Fr 09:00-12:00; Mo-Fr 13:00-17:00", "in one rule"],
  ["M 9-17", '"M"'],
])("hours %j are refused and named", (hours, named) => {
  expect(() => workingCalendar({ hours })).toThrow(named);
});

test.each(["2026-02-30", "13-01", "25.12.2026", "2026-12-31/2026-12-24", "2026-01-01/2026-01-02T12:00"])(
  "a holiday %s is refused",
  (day) => expect(() => workingCalendar({ hours: "24/7", holidays: [day] })).toThrow(day),
);

test("a zone that is none is refused", () => {
  expect(() => workingCalendar({ hours: "24/7", timeZone: "Europe/Bonn" })).toThrow("Europe/Bonn");
});

test("hours of a day can be holidays, local or in UTC", () => {
  const calendar = workingCalendar({
    hours: "Mo-Fr 09:00-17:00",
    timeZone: "Europe/Berlin",
    holidays: ["2026-12-24T12:00/2026-12-24T17:00", "2026-12-23T14:00Z/2026-12-23T15:00Z"],
  });
  const hours = (day: string) =>
    calendar.workingSeconds(Date.parse(`${day}T00:00Z`), Date.parse(`${day}T00:00Z`) + DAY) / 3600;
  expect(hours("2026-12-24")).toBe(3);
  expect(hours("2026-12-23")).toBe(7);
  const again = workingCalendar(JSON.parse(JSON.stringify(calendar)));
  expect(again.workingSeconds(Date.UTC(2026, 11, 20), Date.UTC(2027, 0, 1))).toBe(
    calendar.workingSeconds(Date.UTC(2026, 11, 20), Date.UTC(2027, 0, 1)),
  );
});

test("half a million intervals take less than a second", () => {
  const calendar = workingCalendar({ ...office, timeZone: "Europe/Berlin" });
  const begin = performance.now();
  let sum = 0;
  for (let i = 0; i < 500_000; i++) {
    const from = Date.UTC(2020) + (i * 7919 % 1e6) * 2e5;
    sum += calendar.workingSeconds(from, from + 5 * DAY);
  }
  expect(sum).toBeGreaterThan(0);
  expect(performance.now() - begin).toBeLessThan(1000);
});
