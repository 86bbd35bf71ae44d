import { afterAll, beforeAll, expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import { type KernelClient, startKernel } from "../../../../src/notebook/kernel/client/client.ts";
import type { DisplayOutput } from "../../../../src/notebook/notebook.ts";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await startKernel({ cwd: fileURLToPath(new URL("../../../../", import.meta.url)) });
});
afterAll(() => kernel.shutdown());

async function shown(code: string): Promise<Record<string, unknown>> {
  const { outputs, error } = await kernel.execute(code);
  expect(error, code).toBeUndefined();
  return (outputs.at(-1) as DisplayOutput | undefined)?.data ?? {};
}

test.each([
  ["10n", "10n"],
  ["NaN", "NaN"],
  ["-0", "-0"],
  ["Infinity;", "Infinity"],
  ["-Infinity // least", "-Infinity"],
  ["1n + 2n", "3n"],
  ["const big = 5n as unknown; big", "5n"],
  ["await Promise.resolve(7n)", "7n"],
  ["Promise.resolve(NaN)", "NaN"],
  ["1, 2n", "2n"],
  [
    "({ a: 1n, b: NaN, c: undefined, d: new Map([[1, -0]]), e: new Set([2n]) })",
    /a: 1n,\s+b: NaN,\s+c: undefined,.*1 => -0.*2n/s,
  ],
  ["new Date(0)", "1970-01-01T00:00:00.000Z"],
  ["null", "null"],
  ['"text"', '"text"'],
])("%s is shown", async (code, text) => {
  expect((await shown(code))["text/plain"]).toMatch(
    typeof text === "string" ? new RegExp(`^${RegExp.escape(text)}$`) : text,
  );
});

test("undefined and a declaration show nothing", async () => {
  expect(await shown("undefined")).toEqual({});
  expect(await shown("let nothing = 1n;")).toEqual({});
});

test("long values are shown by their first items, and printed whole", async () => {
  const [text, whole] = [
    await shown(
      "({ list: Float64Array.from({ length: 5000 }, (_, i) => i), rows: Array.from({ length: 400 }, (_, i) => `row number ${i} of a list of texts that is long`) })",
    ),
    400,
  ];
  expect(String(text["text/plain"]).length).toBeLessThan(3000);
  expect(text["text/plain"]).toMatch(/4992 more items/);
  const { outputs } = await kernel.execute(`for (let i = 0; i < ${whole}; i++) console.log("line " + i)`);
  expect(outputs).toMatchObject([{ text: expect.stringMatching(/line 399\n$/) }]);
});

test("logs and tables show what they hold, with units in words", async () => {
  const log = await shown(
    `import { readLog } from "tracebook";\nconst log = await readLog("data/order-to-cash.csv");\nlog`,
  );
  // Counted by `tail -n +2 | wc -l` and `cut -d, -f1 | sort -u | wc -l`.
  for (const words of ["3,000", "24,450", "2025-01-06", "order of events"]) {
    expect(log["text/plain"]).toContain(words);
    expect(log["text/html"]).toContain(words);
  }
  const printed = await kernel.execute("console.log({ log })");
  expect(printed.outputs).toMatchObject([{ text: expect.stringMatching(/EventLog order-to-cash\.csv: 3,000 cases/) }]);
  const table = await shown(
    `import { logFromRows } from "tracebook";
const small = logFromRows([{ case: "1", activity: "a", time: "2025-01-01T00:00:00Z" }, { case: "1", activity: "b", time: "2025-01-02T02:00:00Z" }]);
const rows = await small.sql("SELECT case_id, duration_seconds, 9007199254740993::BIGINT AS big FROM cases"); rows`,
  );
  expect(table["text/plain"]).toMatch(/1 d 2 h/);
  expect(table["text/html"]).toMatch(/title="93600">1 d 2 h/);
  expect(table["text/plain"]).toMatch(/9,007,199,254,740,993/);
});

test("Plot draws in every cell, also from a file, with the tips of its marks", async () => {
  const plot = await shown(
    `import * as aq from "arquero";\nimport * as Plot from "@observablehq/plot";
Plot.barX(aq.table({ days: [3, 1.5], region: ["North", "South"] }), { x: "days", y: "region", tip: true }).plot()`,
  );
  const picture = (data: Record<string, unknown>) =>
    new TextDecoder().decode(Uint8Array.fromBase64(/base64,([^"]+)/.exec(String(data["text/html"]))![1]!));
  expect(picture(plot)).toMatch(
    /<rect[^>]*><title>region\tNorth\ndays\t3<\/title>|<rect[^>]*><title>days\t3\nregion\tNorth<\/title>/,
  );
  const displayed = await shown(
    `await Deno.jupyter.display(Plot.plot({ title: "Twice", marks: [Plot.dot([1, 2], { x: (d) => d, y: (d) => 2 * d, tip: true })] }))`,
  );
  expect(displayed["text/html"]).toContain("<strong>Twice</strong>");
  expect(picture(displayed).match(/<title>/g)!.length).toBeGreaterThanOrEqual(2);
  // Whoever looks for a page does not find one.
  expect((await shown("[typeof window, typeof document]"))["text/plain"]).toBe('[ "undefined", "undefined" ]');
});
