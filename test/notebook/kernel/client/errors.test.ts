import { afterAll, beforeAll, expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import { type KernelClient, startKernel } from "../../../../src/notebook/kernel/client/client.ts";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await startKernel({ cwd: fileURLToPath(new URL("../../../../", import.meta.url)) });
});
afterAll(() => kernel.shutdown());

async function errorOf(code: string): Promise<string> {
  const { error } = await kernel.execute(code, { name: "here" });
  expect(error, code).toBeDefined();
  return [error!.evalue, ...error!.traceback].join("\n");
}

test("what is thrown is shown: an object, a cause, the errors of a group", async () => {
  expect(await errorOf(`throw { code: 7, more: ["a"] }`)).toMatch(/\{ code: 7, more: \[ "a" \] \}/);
  const caused = await errorOf(`\nthrow new Error("above", { cause: { row: 3 } })`);
  expect(caused).toMatch(/^above\n.*at here:2:\d+.*\nCaused by: \{ row: 3 \}$/s);
  expect(await errorOf(`throw new Error("above", { cause: new TypeError("below") })`)).toMatch(
    /Caused by: TypeError: below\n {4}at here:1/,
  );
  expect(await errorOf(`throw new AggregateError([new Error("one"), "two"], "many")`)).toMatch(/Error: one[\s\S]*two/);
});

test("null, and what the kernel makes null of, is not said to be an error named null", async () => {
  for (const value of ["10n", "undefined", "NaN", "null"]) {
    expect(await errorOf(`throw ${value}`)).toMatch(/null, or what JSON cannot hold: undefined.*new Error/);
  }
  expect(await errorOf('throw "words"')).toContain("words");
});

test("a rejected promise at a cell's end is one error", async () => {
  const { outputs, error } = await kernel.execute(`const failing = async () => { throw new Error("no"); };\nfailing()`);
  expect(outputs.filter((output) => output.output_type === "error")).toHaveLength(1);
  expect(error!.evalue).toBe("no");
});

test("what a query is wrong in is said once", async () => {
  const text = await errorOf(
    `import { readLog } from "tracebook";\nawait (await readLog("data/order-to-cash.csv")).sql("SELEC 1")`,
  );
  // In the message, and in the trace.
  expect(text.match(/LINE 1/g)).toHaveLength(2);
  expect(text).not.toMatch(/Caused by/);
});

test("the line that waited is told in a kernel that can be stopped, too", async () => {
  const stoppable = await startKernel({
    cwd: fileURLToPath(new URL("../../../../", import.meta.url)),
    stoppable: true,
  });
  try {
    const { error } = await stoppable.execute(
      `import { readLog } from "tracebook";\nconst a = await readLog("data/order-to-cash.csv");\n\nconst b = await readLog("none.csv");`,
      { name: "here" },
    );
    expect(error!.traceback.at(-1)).toMatch(/at async here:4:\d+/);
    // What fails before its first wait has the line of the call already.
    const { error: early } = await stoppable.execute(
      `const failing = async () => { throw new Error("no"); };\nawait failing();`,
      { name: "there" },
    );
    expect(early!.traceback.filter((line) => line.includes("there:2:"))).toHaveLength(1);
  } finally {
    await stoppable.shutdown();
  }
}, 30_000);

test("the kind of an error is said once", async () => {
  const text = await errorOf(`const e = new TypeError("no"); e.stack = "TypeError: TypeError: no\\n    at x"; throw e`);
  expect(text).not.toMatch(/TypeError: TypeError/);
});

test("frames of the library are one line, those of the cell are kept", async () => {
  const text = await errorOf(`import { readLog } from "tracebook";\n\nawait readLog("there-is-none.csv")`);
  expect(text).toMatch(/… \d+ frames of the library\n.*at async here:3:1/);
  expect(text).not.toMatch(/src\/log/);
});

test("a name that was let can be const; the other way it says how", async () => {
  await kernel.execute("let amount = 1; const rate = 2; class Kind {}");
  expect(await kernel.execute("const amount = 5; amount")).toMatchObject({
    status: "ok",
    outputs: [{ data: { "text/plain": "5" } }],
  });
  expect(await errorOf("\nlet rate = 3")).toMatch(/declared it by `const`.*Write `const rate = …`.*\n.*here:2:5/s);
  expect(await errorOf("function amount() {}")).toMatch(/declared it by `let`/);
  expect(await kernel.execute("const { amount, other } = { amount: 6, other: 7 }; amount + other")).toMatchObject({
    status: "ok",
    outputs: [{ data: { "text/plain": "13" } }],
  });
});

test.each([
  ["%%time\n1 + 1", /console\.time/],
  ["%load_ext sql", /magics/],
  ["!ls -la", /Deno\.Command\("ls"\)/],
  ["!pip install pandas", /npm/],
  ["pip install pandas", /npm/],
  ["npm install d3", /npm:d3/],
  ["?readLog", /Shift-Tab/],
  ["readLog?", /Shift-Tab/],
  ["import pandas as pd", /aq from "arquero"/],
  ["import os", /That is Python/],
  ["from os import path", /That is Python/],
  ["def f():\n  return 1", /function f\(…\)/],
  ["for x in [1, 2]:\n  x", /for \(const x of/],
  ["print(1)", /console\.log/],
  ["print 'a'", /console\.log/],
  ["len([1])", /length/],
  ["# a comment\n1", /\/\//],
  ["total = 5", /let total/],
  ["SELECT * FROM events", /log\.sql/],
])("%s: what to write instead", async (code, hint) => {
  expect(await errorOf(code)).toMatch(hint);
});

test("no hint where TypeScript itself is wrong", async () => {
  expect(await errorOf("const a = true\n  ? 1\nlet d = ;")).not.toMatch(/Shift-Tab|Python/);
  expect(await errorOf("const query = `\nSELECT ${missing} FROM events\n`;\nmissing")).not.toMatch(/That is SQL/);
  expect(await errorOf("const not = 1;\nlet e = ;")).not.toMatch(/Python|&&/);
});

test("names that are not there: the nearest, and where it is", async () => {
  await kernel.execute(`import { readLog, readlog } from "tracebook";\nconst orders = 1;`);
  expect(await errorOf("ordrs + 1")).toMatch(/Did you mean 'orders'\?/);
  expect(await errorOf("viewProcesMap(1)")).toMatch(
    /Did you mean 'viewProcessMap'\?.*import \{ viewProcessMap \} from "tracebook"/,
  );
  expect(await errorOf("viewVariants(1)")).toMatch(/import \{ viewVariants \} from "tracebook"/);
  expect(await errorOf("readlog(1)")).toMatch(/Did you mean 'readLog'\?/);
  for (const far of ["foo", "df", "undefinedThing", "FROM", "item"]) {
    expect(await errorOf(`${far}.x`)).not.toMatch(/Did you mean/);
  }
});
