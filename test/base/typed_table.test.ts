import { ColumnTable, desc, op } from "arquero";
import { expect, test } from "vitest";
import { tableOfRows, typedTable } from "../../src/base/typed_table.ts";

interface Pair {
  readonly name: string;
  readonly count: number | null;
}

const pairs: Pair[] = [{ name: "a", count: 3 }, { name: "b", count: null }, { name: "c", count: 7 }];

test("rows are what the table was made of, by column or by row", () => {
  expect(typedTable<Pair>({ name: ["a", "b", "c"], count: [3, null, 7] }).rows()).toEqual(pairs);
  expect(tableOfRows(pairs, ["name", "count"]).rows()).toEqual(pairs);
  expect(typedTable<{ n: number }>({ n: Float64Array.of(1, 2) }).rows()).toEqual([{ n: 1 }, { n: 2 }]);
});

test("columns stand in the order that is asked for, whatever they are called", () => {
  const table = tableOfRows(pairs.map((pair) => ({ ...pair, "2024": "x" })), ["name", "2024", "count"]);
  expect(table.columnNames()).toEqual(["name", "2024", "count"]);
  expect(table.array("2024")).toEqual(["x", "x", "x"]);
});

test("verbs that keep the columns keep typed rows, and leave the table as it was", () => {
  const table = tableOfRows(pairs, ["name", "count"]);
  const some: Pair[] = table.filter((row: Pair) => row.count !== null).orderby(desc("count")).rows();
  expect(some).toEqual([pairs[2], pairs[0]]);
  expect(table.slice(1, 2).rows()).toEqual([pairs[1]]);
  expect(table.rows()).toEqual(pairs);
});

test("it is an Arquero table to every verb and to whoever asks", () => {
  const table = tableOfRows(pairs, ["name", "count"]);
  expect(table).toBeInstanceOf(ColumnTable);
  expect(table.derive({ twice: "d => 2 * d.count" }).array("twice")).toEqual([6, 0, 14]);
  expect(table.rollup({ sum: op.sum("count") }).objects()).toEqual([{ sum: 10 }]);
  expect(table.join(table, "name").numRows()).toBe(3);
  expect(table.toCSV()).toBe("name,count\na,3\nb,\nc,7\n");
});

test("a table without rows has no rows, and its columns", () => {
  const table = tableOfRows<Pair>([], ["name", "count"]);
  expect([table.rows(), table.columnNames(), table.numRows()]).toEqual([[], ["name", "count"], 0]);
});
