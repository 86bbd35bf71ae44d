// @slow: runs each command on the example log
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../src/cli/registry/commands.ts";
import { tbHere } from "../support/tb_here.ts";

/** Examples on the data that come with Tracebook and write no file: as they stand in help and README. */
const examples = commands.flatMap(({ name, examples }) => examples.map((example) => ({ name, example })))
  .filter(({ example }) => / data\/order-to-cash\.csv/.test(example) && !/ (-o|--out|--model|--cases) /.test(example));

/** The words of a command line, quotes taken off. */
function wordsOf(example: string): string[] {
  return [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!).slice(1);
}

test("commands have examples on the example log", () => {
  expect(examples.length).toBeGreaterThan(15);
  expect(existsSync("data/order-to-cash.csv")).toBe(true);
});

test.each(examples)("$example", async ({ example }) => {
  const { code, out, err } = await tbHere(...wordsOf(example));
  expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
  expect(out.trim()).not.toBe("");
});
