import { afterAll, beforeAll, expect, test } from "vitest";
import { checkNotebook, describeProblem } from "../../src/notebook/check.ts";
import type { Cell } from "../../src/notebook/notebook.ts";
import { book, code, type Folder, markdown, temporaryFolder } from "./books.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
  await Deno.writeTextFile(`${folder.path}/helper.ts`, "export const helper: number = 1;\n");
});
afterAll(() => folder.remove());

const check = (...cells: Cell[]) => checkNotebook(book(...cells), `${folder.path}/nb.ipynb`);

test("what the kernel takes is taken", async () => {
  const problems = await check(
    markdown("# Notebook"),
    code(`let log: string | undefined = undefined;\nlet by: "a" | "b" = "a";\nlet on = true;`, "parameters"),
    code(`if (log) console.log(log.length);\nif (by === "b" || on === false) console.log(1);`),
    code(
      `import { helper } from "./helper.ts";\nconst value = await Promise.resolve(helper);\nfunction f() { return 1 }`,
    ),
    code(`{ a: value }`),
    code(`(value + 1).toFixed(1)`),
    code(
      `import { helper } from "./helper.ts";\nimport { join } from "node:path";\nconst value = join("a", "b");\nfunction f() { return "text" }`,
    ),
    code(`value.toUpperCase() + f().toUpperCase() + helper.toFixed(1)`),
    code(`{ const inner = 1; console.log(inner) }`),
    code(`const unused = 1; import { resolve } from "node:path"`),
    code(`nothing.of("this") is code`, "raises-exception"),
    code("  "),
  );
  expect(problems.map((problem) => describeProblem(problem))).toEqual([]);
});

test("every problem has its cell and line", async () => {
  const problems = await check(
    markdown("# Notebook"),
    code(`const count: number = 1;\n\n  const wrong: string = count;`),
    code(`import { missing } from "./helper.ts";\nimport "./nowhere.ts";`),
    code(`count.toUpperCase();\nunknownName;`),
    code(`const count = "a";`),
    code(`count.toUpperCase();\ncount.getTime();`),
  );
  expect(problems.map(({ cell, line, kind }) => [cell, line, kind]).sort()).toEqual([
    [1, 3, "TS2322"],
    [2, 1, "TS2305"],
    [2, 2, "ImportError"],
    [3, 1, "TS2339"],
    [3, 2, "TS2304"],
    [5, 2, "TS2339"],
  ]);
  const first = problems.find(({ kind }) => kind === "TS2322")!;
  expect(describeProblem(first)).toBe(
    "cell 2, line 3, column 9: TS2322 Type 'number' is not assignable to type 'string'.\n" +
      "      const wrong: string = count;\n            ^",
  );
});

test("syntax errors are found in every cell, even where they would cancel out", async () => {
  const problems = await check(code("function f() {"), code("}"), code("1 +* 2"));
  expect(problems.map(({ cell, kind }) => [cell, kind])).toEqual([[0, "SyntaxError"], [1, "SyntaxError"], [
    2,
    "SyntaxError",
  ]]);
  expect(problems[2]).toMatchObject({ line: 1, column: 4, message: "Expression expected", excerpt: "1 +* 2\n   ^" });
});

test("an unknown package is named", async () => {
  const [problem] = await check(code("1"), code(`\nimport x from "npm:tracebook-has-no-such-package";`));
  expect(problem).toMatchObject({ cell: 1, line: 2, kind: "ImportError" });
  expect(problem!.message).toMatch(/tracebook-has-no-such-package/);
});

test("a value for a parameter of the notebook's own type is judged by the type checker", async () => {
  const cells = [
    code("interface Range { from: number }\nlet range: Range = { from: 1 };", "parameters"),
    code(`range = { from: "one" };`, "injected-parameters"),
  ];
  expect(await check(...cells)).toMatchObject([{ cell: 1, line: 1, kind: "TS2322" }]);
});

test("without a deno.json the check leaves nothing behind", async () => {
  const bare = await Deno.makeTempDir({ prefix: "tracebook-bare-" });
  const problems = await checkNotebook(book(code("const a: string = 1;")), `${bare}/nb.ipynb`);
  expect(problems).toMatchObject([{ cell: 0, kind: "TS2322" }]);
  expect(await Array.fromAsync(Deno.readDir(bare))).toEqual([]);
  await Deno.remove(bare);
});
