import { expect, test } from "vitest";
import { keepUseful, moduleOf, readCell } from "../../../../src/notebook/kernel/language/cells.ts";

async function kept(...sources: string[]): Promise<string[]> {
  return keepUseful(await Promise.all(sources.map(readCell))).map(({ source }) => source);
}

test("a cell stays as long as one of its names can be seen", async () => {
  expect(await kept("const a = 1;", "const b = 2;", "const a = 3;")).toEqual(["const b = 2;", "const a = 3;"]);
  expect(await kept("const { a, b: [c] } = x;", "const a = 1;")).toHaveLength(2);
  expect(await kept("const { a, b: [c] } = x;", "const a = 1; const c = 2;")).toEqual(["const a = 1; const c = 2;"]);
  // What a function or a block declares is no name of the notebook.
  expect(await kept("function f() { const a = 1; }", "function f() { const b = 1; }")).toHaveLength(1);
});

test("imports stay, however many cells follow", async () => {
  const imports = `import { readLog, variants } from "tracebook";`;
  const many = Array.from({ length: 1000 }, (_, i) => `const c${i} = ${i};`);
  expect(await kept(imports, ...many)).toHaveLength(1001);
  const again = Array.from({ length: 1000 }, (_, i) => `const top = ${i}; viewVariants(log, { top });`);
  expect(await kept(imports, "const log = await readLog('a.csv');", ...again)).toEqual([
    imports,
    "const log = await readLog('a.csv');",
    again.at(-1),
  ]);
});

test("a hidden name stays while what can be seen is made of it", async () => {
  const cells = ["const n = 1;", "const before = n;", "const n = 'text';"];
  expect(await kept(...cells)).toEqual(cells);
  expect(await kept(...cells, "const before = 2;")).toEqual(["const n = 'text';", "const before = 2;"]);
  // A member or a key of that name is another one.
  expect(await kept("const n = 1;", "const o = { n: 2 }.n;", "const n = 3;")).toHaveLength(2);
  expect(await kept("const n = 1;", "const o = { n };", "const n = 3;")).toHaveLength(3);
});

test("cells nest only where a name is declared again", async () => {
  const depthOf = async (...sources: string[]) => {
    const cells = await Promise.all(sources.map(readCell));
    return moduleOf(cells, await readCell("x"), 0).text.trimEnd().match(/\n(\}+)\n/)![1]!.length;
  };
  expect(await depthOf(...Array.from({ length: 600 }, (_, i) => `const c${i} = ${i};`))).toBe(2);
  expect(await depthOf("const a = 1;", "const a = 2;", "const b = 3;", "let a = 3;")).toBe(4);
});
