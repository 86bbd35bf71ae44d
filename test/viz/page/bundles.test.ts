import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildBundles } from "../../../src/viz/page/build.ts";
import { bundles } from "../../../src/viz/page/bundles.ts";

test("the committed bundles are what their sources give", async () => {
  const committed = readFileSync(new URL("../../../src/viz/page/bundles.ts", import.meta.url), "utf8");
  expect(await buildBundles(), "Run: deno run -A src/viz/page/build.ts").toBe(committed);
});

test("no two behaviours are the same code", () => {
  const codes = Object.values(bundles).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test("no behaviour brings more than 30 KB to the page", () => {
  for (const [behaviour, { code }] of Object.entries(bundles)) {
    expect(code.length, behaviour).toBeLessThanOrEqual(30_720);
  }
});

test("bundles ask nothing of the network, of a module loader, or of where their script stands", () => {
  for (const { code } of Object.values(bundles)) {
    // The code that a reader copies imports the library: it is text.
    const copied = /import \{ \$\{\w+\} \} from "tracebook"/g;
    expect(code.replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/g, "").replaceAll(copied, "")).not.toMatch(
      /https?:|\brequire\b|\bimport\b|currentScript|innerHTML|\beval\b|<\/script/,
    );
  }
});
