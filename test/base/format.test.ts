import { expect, test } from "vitest";
import {
  countOf,
  formatCount,
  formatDate,
  formatDuration,
  formatExactDate,
  formatExactDuration,
  formatRange,
  formatRoughDuration,
  formatShare,
} from "../../src/base/format.ts";

test("durations are written in their two largest units", () => {
  expect(
    [0, 0.0002, 0.35, 1, 1.5, 9.96, 12.4, 59.6, 72, 3599.6, 3600, 5400, 86_399.9, 273_600, 1e8].map(formatDuration),
  )
    .toEqual([
      "0 s",
      "<1 ms",
      "350 ms",
      "1 s",
      "1.5 s",
      "10 s",
      "12 s",
      "1 min",
      "1 min 12 s",
      "1 h",
      "1 h",
      "1 h 30 min",
      "1 d",
      "3 d 4 h",
      "1,157 d 10 h",
    ]);
  expect(formatDuration(-7200)).toBe("−2 h");
  expect(formatDuration(NaN)).toBe("–");
  expect(formatDuration(null)).toBe("–");
});

test("a rounded duration is never off by more than half its smaller unit", () => {
  const sizes: Record<string, number> = { d: 86_400, h: 3600, min: 60, s: 1, ms: 0.001 };
  for (let i = 0; i < 4000; i++) {
    const seconds = 1.004 ** i * 0.001;
    const parts = formatDuration(seconds).replaceAll(",", "").split(" ");
    let read = 0, smallest = Infinity;
    for (let p = 0; p < parts.length; p += 2) {
      read += Number(parts[p]) * sizes[parts[p + 1]!]!;
      smallest = Math.min(smallest, sizes[parts[p + 1]!]!);
    }
    const next = { 86_400: 3600, 3600: 60, 60: 1, 1: seconds < 9.95 ? 0.1 : 1, 0.001: 0.001 }[smallest] ?? smallest;
    expect(Math.abs(read - seconds), `${seconds} s`).toBeLessThanOrEqual(
      (parts.length > 2 ? smallest : next) / 2 + 1e-9,
    );
  }
});

test("counts have their thousands separated, and no trailing zeros", () => {
  expect([0, 999, 1000, 1_234_567, -1234].map((count) => formatCount(count))).toEqual([
    "0",
    "999",
    "1,000",
    "1,234,567",
    "−1,234",
  ]);
  expect(formatCount(1234.5678, 2)).toBe("1,234.57");
  expect(formatCount(0.1 + 0.2, 3)).toBe("0.3");
  expect(formatCount(-0.0001, 2)).toBe("0");
  expect(formatCount(NaN)).toBe("–");
});

test("a share claims nothing or everything only where it is so", () => {
  expect([0, 1e-9, 0.004, 0.5, 0.996, 0.99999, 1].map(formatShare)).toEqual([
    "0 %",
    "<0.1 %",
    "0.4 %",
    "50 %",
    "99.6 %",
    ">99.9 %",
    "100 %",
  ]);
});

test("dates are written in UTC", () => {
  const time = Date.UTC(2025, 11, 31, 13, 45, 7);
  expect(formatDate(time)).toBe("2025-12-31 13:45");
  expect(formatDate(time, "day")).toBe("2025-12-31");
  expect(formatDate(time, "second")).toBe("2025-12-31 13:45:07");
  expect(formatDate(NaN)).toBe("–");
});

test("an exact duration adds up to its seconds", () => {
  const sizes: Record<string, number> = { d: 86_400, h: 3600, min: 60, s: 1 };
  for (const seconds of [0, 0.5, 59, 60, 90, 3600, 5400, 86_400, 90_061.25, 259_200]) {
    const parts = formatExactDuration(seconds).match(/[\d.]+ (?:d|h|min|s)/g)!.map((part) => part.split(" "));
    expect(parts.reduce((sum, [count, unit]) => sum + Number(count) * sizes[unit!]!, 0)).toBe(seconds);
  }
  expect(formatExactDuration(-5400)).toBe("-1 h 30 min");
});

test("a rough duration has one unit", () => {
  expect([12.4, 119, 120, 1500, 7199, 7200, 100_000].map(formatRoughDuration))
    .toEqual(["12 s", "119 s", "2 min", "25 min", "120 min", "2 h", "28 h"]);
});

test("an exact time is read back as what it was", () => {
  for (const text of ["2026-01-05", "2026-01-05 09:30:00", "2026-01-05 09:30:00.250"]) {
    expect(formatExactDate(Date.parse(`${text.replace(" ", "T")}${text.includes(" ") ? "Z" : ""}`))).toBe(text);
  }
});

test("bounds are written with what they have", () => {
  expect([formatRange(3, undefined), formatRange(undefined, 5), formatRange(3, 5), formatRange(3, 3)])
    .toEqual(["≥ 3", "≤ 5", "3 to 5", "3"]);
  expect(formatRange<number>(undefined, undefined)).toBe("any");
});

test("one is singular, none and many are plural", () => {
  expect([0, 1, 2000].map((n) => countOf(n, "case"))).toEqual(["0 cases", "1 case", "2,000 cases"]);
  expect(countOf(2, "activity", "activities")).toBe("2 activities");
});
