// @slow: draws every view
/** The gallery is what its code draws, and shows every view. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { GALLERY_FOLDER, galleryPages } from "../../docs/make/gallery.ts";
import { chapters } from "../../docs/make/gallery_entries.ts";
import { root } from "../../docs/make/house.ts";
import { strayPages } from "../../docs/make/main.ts";
import type { Pages } from "../../docs/make/page.ts";
import * as tracebook from "../../src/mod.ts";
import { expectWellFormed } from "../viz/golden.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await galleryPages();
}, 120_000);

test("the gallery is what its code draws; deno task docs draws it anew", async () => {
  const stale = [...pages].filter(([path, text]) => readIn(path) !== text).map(([path]) => path);
  expect(stale).toEqual([]);
  expect(await strayPages(pages, [GALLERY_FOLDER])).toEqual([]);
});

test("every picture is well-formed, stands in the page, and has an alternative text", () => {
  const page = pages.get("docs/gallery.md")!;
  for (const [path, text] of pages) {
    if (!path.endsWith(".svg")) continue;
    expectWellFormed(text.trimEnd());
    expect(page).toMatch(new RegExp(`!\\[[^\\]]{8,}\\]\\(${path.slice("docs/".length).replaceAll(".", "\\.")}\\)`));
  }
});

test("no view is missing", () => {
  // An answer and the changes of an export are sentences, the explorer is a page.
  const words = ["viewAnswer", "viewExportChanges", "viewExplorer"];
  const shown = chapters.flatMap(({ entries }) => entries.map(({ code }) => /\bview\w+/.exec(code)![0]));
  const views = Object.keys(tracebook).filter((name) => /^view[A-Z]/.test(name) && !words.includes(name));
  expect(views.filter((name) => !shown.includes(name))).toEqual([]);
});

function readIn(path: string): string {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return "";
  }
}
