import { expect, test } from "vitest";
import { rowSearch, sortedBy, sortRows } from "../../../src/viz/page/table_rows.ts";
import { randomStream } from "../../../src/base/random.ts";

const rows = [["b", 10], ["a", 9], ["C", null], ["a", 100], [null, -3]];

test("a head sorts upwards, then downwards; another one begins anew", () => {
  const first = sortedBy(1, undefined);
  expect(first).toEqual({ column: 1, direction: "ascending" });
  const second = sortedBy(1, first);
  expect(second.direction).toBe("descending");
  expect(sortedBy(1, second).direction).toBe("ascending");
  expect(sortedBy(0, second)).toEqual({ column: 0, direction: "ascending" });
});

test("figures are sorted by value, cells without one are last either way, equal rows keep their order", () => {
  const by = (column: number, direction: "ascending" | "descending") => sortRows(rows, { column, direction });
  expect(by(1, "ascending").map((row) => row[1])).toEqual([-3, 9, 10, 100, null]);
  expect(by(1, "descending").map((row) => row[1])).toEqual([100, 10, 9, -3, null]);
  expect(by(0, "ascending")).toEqual([["a", 9], ["a", 100], ["b", 10], ["C", null], [null, -3]]);
  expect(by(0, "descending")).toEqual([["C", null], ["b", 10], ["a", 9], ["a", 100], [null, -3]]);
  expect(sortRows([["case 10"], ["case 9"]], { column: 0, direction: "ascending" })).toEqual([["case 9"], ["case 10"]]);
});

test("sorted rows are the same rows, each no less than the one before", () => {
  const random = randomStream(3);
  const many = Array.from({ length: 500 }, (_, i) => [random() < 0.1 ? NaN : Math.round(random() * 50) - 25, i]);
  const sorted = sortRows(many, { column: 0, direction: "ascending" });
  expect(new Set(sorted)).toEqual(new Set(many));
  const known = sorted.map((row) => row[0] as number).filter((value) => !Number.isNaN(value));
  expect(sorted.slice(0, known.length).every((row) => !Number.isNaN(row[0]))).toBe(true);
  expect(known.every((value, i) => i === 0 || known[i - 1]! <= value)).toBe(true);
});

test("rows are found by what a cell shows and by all its digits, every word of it in any cell", () => {
  const find = rowSearch([["Approve order", 93_600], ["approve invoice", 5], ["Ship", 12]], ["text", "duration"]);
  const found = (sought: string) => find(sought).map((row) => row[1]);
  expect(found("")).toEqual([93_600, 5, 12]);
  expect(found("APPROVE")).toEqual([93_600, 5]);
  expect(found("1 d 2 h")).toEqual([93_600]);
  expect(found("93600")).toEqual([93_600]);
  expect(found("  order approve ")).toEqual([93_600]);
  expect(found("(.*")).toEqual([]);
});
