import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildBundles } from "../../src/viz/runtime/build.ts";
import { bundles } from "../../src/viz/runtime/bundles.ts";

test("the committed bundles are what their sources give", async () => {
  const committed = readFileSync(new URL("../../src/viz/runtime/bundles.ts", import.meta.url), "utf8");
  expect(await buildBundles(), "Run: deno run -A src/viz/runtime/build.ts").toBe(committed);
});

test("no view brings more than 30 KB to the page", () => {
  for (const [kind, { code }] of Object.entries(bundles)) expect(code.length, kind).toBeLessThanOrEqual(30_720);
});

test("bundles ask nothing of the network, of a module loader, or of where their script stands", () => {
  for (const { code } of Object.values(bundles)) {
    expect(code.replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/g, "")).not.toMatch(
      /https?:|\brequire\b|\bimport\b|currentScript|innerHTML|\beval\b|<\/script/,
    );
  }
});
