import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
afterAll(() => esbuild.stop());

/** Graph, variants, times and every filter of events but that of SQL, over rows that a page has. */
const entry = () => {
  const filters = readdirSync(`${root}src/log/events/filter`).filter((file) => file !== "sql.ts");
  expect(filters.length).toBeGreaterThan(7);
  return `
import { ReadingReport } from "./src/io/report/reading_report.ts";
import { buildEventLog } from "./src/log/events/build.ts";
import { noDatabase } from "./src/log/sql.ts";
import { tableOfRows } from "./src/log/table_of_rows.ts";
import { directlyFollows } from "./src/mining/directly_follows.ts";
import { filterVariants } from "./src/mining/filter_variants.ts";
import { throughputTimes } from "./src/mining/performance/throughput.ts";
import { variants } from "./src/mining/variants.ts";
${filters.map((file, i) => `export * as filter${i} from "./src/log/events/filter/${file}";`).join("\n")}
export function logOf(rows) {
  const mapping = { case: "case", activity: "activity", timestamp: "time" };
  const raw = { name: "rows", events: tableOfRows(rows), report: new ReadingReport() };
  return buildEventLog(raw, { mapping }, noDatabase);
}
export { directlyFollows, filterVariants, throughputTimes, variants };
`;
};

test("logs are mined in a page: nothing of the database, of Node or of Deno comes with it", async () => {
  const { outputFiles, metafile } = await esbuild.build({
    stdin: { contents: entry(), resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain("src/mining/directly_follows.ts");
  expect(inputs.filter((input) => /src\/db\/|^node:|@duckdb/.test(input))).toEqual([]);
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  expect(outside).toEqual([]);

  const code = new TextDecoder().decode(outputFiles[0]!.contents);
  const page = await fromFile(code);
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
  const log = page.logOf([
    { case: "1", activity: "receive", time: at(8) },
    { case: "1", activity: "answer", time: at(10) },
    { case: "2", activity: "receive", time: at(9) },
    { case: "2", activity: "answer", time: at(15) },
    { case: "3", activity: "answer", time: at(16) },
  ]);
  expect(page.directlyFollows(log).edges).toMatchObject([{ from: 1, to: 0, count: 2, meanSeconds: 4 * 3600 }]);
  expect(page.variants(log).array("cases")).toEqual([2, 1]);
  expect(page.throughputTimes(log).get("median", 0)).toBe(2 * 3600);
  await expect(log.sql("SELECT 1")).rejects.toThrow("made without");
});

async function fromFile(code: string) {
  const path = await Deno.makeTempFile({ suffix: ".mjs" });
  try {
    await Deno.writeTextFile(path, code);
    return await import(/* @vite-ignore */ pathToFileURL(path).href);
  } finally {
    await Deno.remove(path);
  }
}
