import { expect, test } from "vitest";
import {
  DAY,
  FULL_TIME,
  holidays,
  HOUR,
  isWorkday,
  nextWorkingTime,
  secondsOf,
} from "../../../src/simulate/engine/calendar.ts";

const never = holidays([], []);
const dayOf = (iso: string) => secondsOf(iso) / DAY;

test("Easter Sundays are those of the church calendars", () => {
  const easters = ["1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"];
  const isEaster = holidays([], [0]);
  for (const easter of easters) {
    expect(isEaster(dayOf(easter)), easter).toBe(true);
    expect(isEaster(dayOf(easter) + 1), easter).toBe(false);
  }
});

test("workdays are Monday to Friday without holidays", () => {
  const off = holidays(["01-06"], [1]);
  expect(
    ["2025-01-03", "2025-01-04", "2025-01-05", "2025-01-06", "2025-01-07", "2025-04-21"].map((d) =>
      isWorkday(dayOf(d), off)
    ),
  )
    .toEqual([true, false, false, false, true, false]);
});

test("the next working time is the first second that lies in working hours, as found by looking at each minute", () => {
  const off = holidays(["05-01"], [1]);
  const works = (time: number) =>
    isWorkday(Math.floor(time / DAY), off) && FULL_TIME.some(([from, to]) => time % DAY >= from && time % DAY < to);
  const begin = secondsOf("2025-04-16");
  for (let time = begin; time < begin + 18 * DAY; time += 47 * 60) {
    let expected = time;
    while (!works(expected)) expected += 60 - (expected % 60);
    expect(nextWorkingTime(time, FULL_TIME, off)).toBe(expected);
  }
});

test("closing time itself is no working time", () => {
  const friday = secondsOf("2025-01-10");
  expect(nextWorkingTime(friday + 17 * HOUR - 1, FULL_TIME, never)).toBe(friday + 17 * HOUR - 1);
  expect(nextWorkingTime(friday + 17 * HOUR, FULL_TIME, never)).toBe(friday + 3 * DAY + 8 * HOUR);
});
