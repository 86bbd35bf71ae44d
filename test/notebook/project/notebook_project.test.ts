/** Notebooks in folders that know nothing of Tracebook, and in folders with a project of their own. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { checkNotebook } from "../../../src/notebook/check.ts";
import { type KernelClient, startKernel } from "../../../src/notebook/kernel/client/client.ts";
import { notebookProject } from "../../../src/notebook/project/notebook_project.ts";
import { book, code } from "../books.ts";

const root = new URL("../../../", import.meta.url).pathname;
const MINUTES = 400_000;
let bare: string;
let own: string;
let lockOfClone: string;

beforeAll(async () => {
  lockOfClone = await Deno.readTextFile(join(root, "deno.lock"));
  bare = await Deno.realPath(await Deno.makeTempDir({ prefix: "tracebook-bare-" }));
  own = await Deno.realPath(await Deno.makeTempDir({ prefix: "tracebook-own-" }));
  await Deno.mkdir(join(own, "month one"));
  await Deno.writeTextFile(
    join(own, "deno.jsonc"),
    `{
      // The user's own names, and a version of d3 that is not ours.
      "imports": { "mine": "./lib/mine.ts", "d3": "npm:d3@6.7.0", "@my/": "./lib/", },
    }`,
  );
  await Deno.mkdir(join(own, "lib"));
  await Deno.writeTextFile(join(own, "lib", "mine.ts"), "export const mine: number = 42;");
  for (const folder of [bare, join(own, "month one")]) {
    await Deno.writeTextFile(join(folder, "beside.ts"), "export const beside: string = import.meta.url;");
    await Deno.writeTextFile(join(folder, "numbers.csv"), "case,activity,timestamp\n1,a,2025-01-01\n1,b,2025-01-02\n");
  }
});
afterAll(async () => {
  for (const folder of [bare, own]) await Deno.remove(folder, { recursive: true });
});

async function valuesIn(folder: string, cells: readonly string[]): Promise<string[]> {
  const kernel: KernelClient = await startKernel({ cwd: folder, stoppable: true });
  const shown: string[] = [];
  try {
    for (const cell of cells) {
      const { outputs, error } = await kernel.execute(cell);
      const last = outputs.at(-1) as { data?: Record<string, string> } | undefined;
      shown.push(error ? `${error.ename}: ${error.evalue}` : last?.data?.["text/plain"] ?? "");
    }
  } finally {
    await kernel.shutdown();
  }
  return shown;
}

const packages = `import * as Plot from "@observablehq/plot";
import * as aq from "arquero";
import * as d3 from "d3";
import { DuckDBInstance } from "@duckdb/node-api";
[typeof Plot.plot, typeof aq.table, d3.version, typeof DuckDBInstance].join(" ")`;
const reading = `import { readLog } from "tracebook"; (await readLog("numbers.csv")).cases`;

test(
  "a folder without a deno.json knows tracebook, its packages, and what lies there",
  { timeout: MINUTES },
  async () => {
    const pinned = JSON.parse(await Deno.readTextFile(join(root, "deno.json"))).imports.d3.split("@").at(-1);
    expect(
      await valuesIn(bare, [reading, packages, `import { beside } from "./beside.ts"; beside`, "Deno.cwd()"]),
    ).toEqual(["1", `"function function ${pinned} function"`, `"file://${bare}/beside.ts"`, `"${bare}"`]);
    expect((await Array.fromAsync(Deno.readDir(bare))).map(({ name }) => name).sort()).toEqual([
      "beside.ts",
      "numbers.csv",
    ]);
  },
);

test("a project keeps its own imports, and nothing is written into it", { timeout: MINUTES }, async () => {
  const folder = join(own, "month one");
  const before = await listed(own);
  expect(
    await valuesIn(folder, [
      reading,
      packages,
      `import { mine } from "mine"; import { mine as again } from "@my/mine.ts"; mine + again`,
      `import { chunk } from "npm:lodash-es@4.17.21"; chunk([1, 2, 3], 2).length`,
      `(await import("./beside.ts")).beside`,
    ]),
  ).toEqual(["1", `"function function 6.7.0 function"`, "84", "2", `"file://${own}/month%20one/beside.ts"`]);
  expect(await listed(own)).toEqual(before);
  expect(await Deno.readTextFile(join(root, "deno.lock"))).toBe(lockOfClone);
});

test("the packages of a cell are not noted in the clone; what it pins stays pinned", { timeout: MINUTES }, async () => {
  const cell = [`import odd from "npm:is-odd@3.0.1"; odd(3)`];
  expect(await valuesIn(join(root, "notebooks"), cell)).toEqual(["true"]);
  expect(await Deno.readTextFile(join(root, "deno.lock"))).toBe(lockOfClone);
  // A project that nobody else works in at the same time.
  const apart = join(bare, "apart");
  await Deno.mkdir(apart);
  await Deno.writeTextFile(join(apart, "deno.json"), "{}");
  expect(await valuesIn(apart, cell)).toEqual(["true"]);
  const { folder } = await notebookProject(apart);
  const noted = JSON.parse(await Deno.readTextFile(join(folder, "deno.lock")));
  const pinned = JSON.parse(lockOfClone);
  expect(noted.specifiers).toMatchObject(pinned.specifiers);
  expect(noted.npm).toMatchObject(
    Object.fromEntries(
      Object.entries(pinned.npm as Record<string, { integrity: string }>).map(([name, { integrity }]) => [
        name,
        { integrity },
      ]),
    ),
  );
});

test("the type check knows the same modules, and never proposes to install ours", { timeout: MINUTES }, async () => {
  const check = (folder: string, ...cells: string[]) =>
    checkNotebook(book(...cells.map((cell) => code(cell))), join(folder, "nb.ipynb"));
  const typed = `import { readLog } from "tracebook"; import { mine } from "mine"; import { beside } from "./beside.ts";
const log = await readLog("numbers.csv"); const wrong: string = log.cases; const alsoWrong: number = beside; mine.nope;`;
  expect((await check(join(own, "month one"), typed)).map(({ kind }) => kind)).toEqual(["TS2322", "TS2322", "TS2339"]);
  for (
    const [name, hint] of [["tracebok", 'Did you mean "tracebook"?'], ["tracebook/log", 'from "tracebook"'], [
      "lodash",
      "npm:lodash",
    ]]
  ) {
    const [problem] = await check(bare, `import { x } from "${name}";`);
    expect(problem!.kind, name).toBe("ImportError");
    expect(problem!.message, name).toContain(name);
    expect(problem!.message, name).toContain(hint);
    expect(problem!.message, name).not.toMatch(/deno add|npm:tracebo|check-\d/);
  }
  expect((await valuesIn(bare, [`import "tracebok"`, `import "tracebook/log"`])).join("\n")).not.toMatch(
    /deno add|npm:/,
  );
});

test("a deno.json that cannot be read is named, with the place", async () => {
  const broken = await Deno.makeTempDir({ prefix: "tracebook-broken-" });
  await Deno.writeTextFile(join(broken, "deno.json"), '{\n  "imports": { broken }\n}');
  await expect(notebookProject(broken)).rejects.toThrow(/deno\.json, line 2, column \d+: expected JSON/);
  await Deno.remove(broken, { recursive: true });
});

async function listed(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    found.push(...isDirectory ? await listed(join(folder, name)) : [join(folder, name)]);
  }
  return found.sort();
}
