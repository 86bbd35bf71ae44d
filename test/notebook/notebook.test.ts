import { afterAll, beforeAll, expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { cellName } from "../../src/notebook/cell_names.ts";
import {
  formatNotebook,
  type Output,
  parseNotebook,
  readNotebook,
  writeAtomically,
} from "../../src/notebook/notebook.ts";
import { book, code, type Folder, markdown, temporaryFolder } from "./books.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

test("a notebook written and read again is the same, and its text stands in lines", () => {
  const cell = code("const a = 1;\n\na");
  const outputs: Output[] = [
    { output_type: "stream", name: "stdout", text: "one\ntwo\n" },
    { output_type: "display_data", data: { "text/html": "<b>\n</b>", "application/json": { b: ["x"] } }, metadata: {} },
    { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] },
  ];
  const notebook = book(markdown("# Title\n\ntext"), { ...cell, outputs });
  const text = formatNotebook(notebook);
  expect(parseNotebook(text, "x")).toEqual(notebook);
  const raw = JSON.parse(text);
  expect(raw.cells[1].source).toEqual(["const a = 1;\n", "\n", "a"]);
  expect(raw.cells[1].outputs[0].text).toEqual(["one\n", "two\n"]);
  expect(raw.cells[1].outputs[1].data).toEqual({ "application/json": { b: ["x"] }, "text/html": ["<b>\n", "</b>"] });
  expect(formatNotebook(parseNotebook(text, "x"))).toBe(text);
});

test("cells of older notebooks get ids, and no two the same", () => {
  const cell = { cell_type: "code", metadata: {}, source: [], outputs: [] };
  const text = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 2,
    metadata: {},
    cells: [cell, { ...cell, id: "cell-1" }, cell],
  });
  const { cells, nbformat_minor } = parseNotebook(text, "x");
  expect(new Set(cells.map(({ id }) => id)).size).toBe(3);
  expect(nbformat_minor).toBe(5);
});

test.each([
  ["no JSON", "# a script", /expected a notebook \(JSON\)/],
  [
    "one that is nested without end",
    `{"nbformat": 4, "metadata": ${"[".repeat(100_000)}${"]".repeat(100_000)}, "cells": []}`,
    /at most 200 levels deep/,
  ],
  ["another version", `{"nbformat": 3, "worksheets": []}`, /expected a notebook of nbformat 4 but found nbformat 3/],
  ["no notebook at all", `[1]`, /nbformat/],
  ["null", `null`, /nbformat/],
  ["no cells", `{"nbformat": 4}`, /list of cells/],
  [
    "an unknown kind of cell",
    `{"nbformat": 4, "cells": [{"cell_type": "heading"}]}`,
    /cell 1 to be code, markdown or raw but found "heading"/,
  ],
])("%s is refused", (_, text, message) => {
  expect(() => parseNotebook(text, "x.ipynb")).toThrow(InputError);
  expect(() => parseNotebook(text, "x.ipynb")).toThrow(message);
});

test("a missing file is an input error", async () => {
  await expect(readNotebook(`${folder.path}/none.ipynb`)).rejects.toThrow(InputError);
});

test("a file is replaced as a whole, in a folder that is made, and nothing else stays", async () => {
  const path = `${folder.path}/new/sub/file.txt`;
  await writeAtomically(path, "one");
  await writeAtomically(path, "two");
  expect(await Deno.readTextFile(path)).toBe("two");
  expect((await Array.fromAsync(Deno.readDir(`${folder.path}/new/sub`))).map(({ name }) => name)).toEqual(["file.txt"]);
});

test("a cell is called by its name, its comment, the heading above it or its code", () => {
  const notebook = book(
    code("const first = 1;"),
    markdown("# Title\n\n## The *reading*\n\ntext"),
    code("\n// Read it\nread();"),
    code("mine();"),
    { ...code("show();"), metadata: { name: "Chart" } },
    code(`// ${"x".repeat(100)}`),
  );
  const names = notebook.cells.map((_, i) => cellName(notebook, i));
  expect(names[0]).toBe("const first = 1;");
  expect(names.slice(2, 5)).toEqual(["Read it", "The reading", "Chart"]);
  expect(names[5]).toHaveLength(60);
});
