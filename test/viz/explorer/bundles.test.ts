import { readFileSync } from "node:fs";
import * as esbuild from "esbuild";
import { afterAll, expect, test } from "vitest";
import { buildScript, type ExplorerScript, explorerScripts, moduleOf } from "../../../src/viz/explorer/build.ts";

const scripts = await Promise.all(
  (Object.keys(explorerScripts) as ExplorerScript[]).map(async (name) => ({ name, ...await buildScript(name) })),
);
afterAll(() => esbuild.stop());

test("the committed scripts are what their sources give", () => {
  for (const { name, code } of scripts) {
    const committed = readFileSync(new URL(`../../../src/viz/explorer/bundles/${name}.ts`, import.meta.url), "utf8");
    const fresh = committed === moduleOf(name, code);
    expect(fresh, `${name}: run deno run -A --node-modules-dir=auto src/viz/explorer/build.ts`).toBe(true);
  }
});

test("one source: the page mines with the library's own modules, and needs neither Deno, Node, DuckDB nor Arquero", () => {
  const engine = scripts.find(({ name }) => name === "engine")!;
  for (
    const file of [
      "src/mining/directly_follows.ts",
      "src/mining/trace_variants.ts",
      "src/mining/performance/case_seconds.ts",
      "src/mining/filter_variants.ts",
      "src/mining/comparison/comparison_rows.ts",
      "src/log/events/filter/follows.ts",
      "src/log/events/event_log.ts",
    ]
  ) expect(engine.inputs).toContain(file);
  for (const { inputs } of scripts) {
    expect(inputs.filter((input) => /^node:|^npm:|duckdb|arquero|flechette|src\/db\//.test(input))).toEqual([]);
  }
  for (const { name, code } of scripts) {
    if (name !== "layout") expect(code, name).not.toMatch(/\bDeno\b|\bprocess\.|\brequire\(|\bimport\(/);
  }
});

test("scripts set no markup and load nothing", () => {
  for (const { name, code } of scripts) {
    if (name === "layout") continue;
    expect(code.replaceAll("http://www.w3.org/2000/svg", ""), name).not.toMatch(
      /innerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bfetch\(|XMLHttpRequest|importScripts|https?:/,
    );
  }
});

test("scripts stay small: what a page carries beside Graphviz", () => {
  const sizes = Object.fromEntries(scripts.map(({ name, code }) => [name, code.length / 1024]));
  // Of the engine 72 KB are jstat, on which the tests and intervals of a comparison rest.
  expect(sizes.engine).toBeLessThan(135);
  expect(sizes.page).toBeLessThan(90);
});
