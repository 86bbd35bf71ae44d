import { expect, test } from "vitest";
import { optionalParameters, withoutIdleCells } from "../../../src/notebook/run/optional_cells.ts";
import { book, code, markdown } from "../books.ts";

const tagged = (source: string, tag: string) => ({ ...markdown(source), metadata: { tags: [tag] } });
const notebook = book(
  code('let log: string = "a.csv"; // log\nlet other: string = "";\nlet by: string[] = [];', "parameters"),
  tagged("of the example", "only-example"),
  tagged("of the log", "only-with-log"),
  tagged("of the other", "only-with-other"),
  code("other.length", "only-with-other"),
  tagged("of groups", "only-with-by"),
  markdown("of all"),
);
const left = (given: Record<string, unknown>) =>
  withoutIdleCells(notebook, given).cells.slice(1).map(({ source }) => source);

test("cells without anything to speak of are left out, by defaults and by what is given", () => {
  expect(left({})).toEqual(["of the example", "of the log", "of all"]);
  expect(left({ log: "b.csv" })).toEqual(["of the log", "of all"]);
  expect(left({ log: "", other: "b.csv" })).toEqual(["of the other", "other.length", "of all"]);
  expect(left({ by: ["a"] })).toEqual(["of the log", "of groups", "of all"]);
  expect(optionalParameters(notebook)).toEqual(new Set(["log", "other", "by"]));
});
