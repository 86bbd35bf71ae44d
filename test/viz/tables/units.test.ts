import { expect, test } from "vitest";
import { exactBehind, exactCell, unitOf, writeCell } from "../../../src/viz/tables/units.ts";

test.each([
  ["medianSeconds", [3600.5], "duration"],
  ["duration_seconds", [93_600], "duration"],
  ["median wait, seconds", [12], "duration"],
  ["seconds", [1, 2], "duration"],
  ["p90Seconds", [1], "duration"],
  ["secondsman", [1.5], "number"],
  ["share", [0.2, 1], "share"],
  ["cumulativeShare", [0.2], "share"],
  ["share of cases", [0.2], "share"],
  ["share", [20, 40], "count"],
  ["cases", [1200, 3], "count"],
  ["fitness", [0.93], "number"],
  ["pAdjusted", [0.03], "probability"],
  ["p", [1], "probability"],
  ["year", [2024], "plain"],
  ["case_id", [100_234], "plain"],
  ["since", [Date.UTC(2025, 2, 1), Date.UTC(2025, 2, 2)], "day"],
  ["time", [Date.UTC(2025, 2, 1, 9, 30)], "date"],
  ["start", [12, 40], "count"],
  ["activity", ["a", null], "text"],
  ["amount", [null, null], "text"],
])("%s of %j is a %s", (name, values, unit) => {
  expect(unitOf(name, values, [name])).toBe(unit);
});

test("low and high are bounds of a share where there is one, and of nothing else", () => {
  expect(unitOf("low", [0.1, 0.2], ["activity", "share", "low", "high"])).toBe("share");
  expect(unitOf("low", [1, 2], ["step", "totalSeconds", "low"])).toBe("count");
  expect(unitOf("rankLow", [1, 2], ["share", "rankLow"])).toBe("count");
});

test.each(
  [
    [93_600, "duration", "1 d 2 h", "93600"],
    [0.3412, "share", "34 %", "0.3412"],
    [-0.3412, "share", "−34 %", "-0.3412"],
    [1, "share", "100 %", "1"],
    [561_470, "count", "561,470", undefined],
    [-1234.5678, "number", "−1,234.568", "-1234.5678"],
    [0.00012345, "number", "0.00012", "0.00012345"],
    [0.000002, "probability", "<0.001", "0.000002"],
    [0.04, "probability", "0.04", undefined],
    [2024, "plain", "2024", undefined],
    [Date.UTC(2025, 2, 1, 9, 30, 5), "date", "2025-03-01 09:30", "2025-03-01T09:30:05.000Z"],
    [Date.UTC(2025, 2, 1), "day", "2025-03-01", undefined],
    [Infinity, "number", "∞", undefined],
    [NaN, "duration", "–", undefined],
    [null, "count", "", undefined],
    ["a text", "text", "a text", undefined],
  ] as const,
)("%s as %s is written %s, with %s behind", (value, unit, written, behind) => {
  expect(writeCell(value, unit)).toBe(written);
  if (behind !== undefined && Number(behind)) expect(Number(exactBehind(value, unit))).toBe(Number(behind));
  else expect(exactBehind(value, unit)).toBe(behind);
});

test("what is taken away has all digits, and nothing where nothing is known", () => {
  expect(exactCell(0.1 + 0.2, "share")).toBe("0.30000000000000004");
  expect(exactCell(NaN, "duration")).toBe("");
  expect(exactCell(Date.UTC(2025, 2, 1), "day")).toBe("2025-03-01T00:00:00.000Z");
});
