// @slow: axe-core goes over the explorer, a report and every view in Chromium
/** Accessibility by axe-core: no serious or critical problem on the explorer, the process report and every view. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { preparedGallery } from "../../docs/make/gallery.ts";
import { chapters } from "../../docs/make/gallery_entries.ts";
import { readLog, viewExplorer } from "../../src/mod.ts";
import { runNotebook } from "../../src/notebook/run.ts";
import { lacksChromium, launchChromium } from "./support/chromium.ts";

const colourSchemes = ["light", "dark"] as const;
const patience = { timeout: 60_000 };
let browser: Browser;
let folder: string;
let axe: string;

beforeAll(async () => {
  if (lacksChromium) return;
  browser = await launchChromium();
  folder = await mkdtemp(join(tmpdir(), "tracebook-access-"));
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

test.skipIf(lacksChromium)("axe finds a picture without words, a name that is missing and a pale text", async () => {
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1><img src="data:,"><button></button>` +
      `<p style="color:#bbb;background:#fff">pale</p></main>`,
  );
  expect((await problems(page)).map((words) => words.split(" ")[0]).sort())
    .toEqual(["button-name", "color-contrast", "image-alt"]);
  await page.close();
});

test.skipIf(lacksChromium)("every view of the gallery, light and dark, alive", async () => {
  const draw = await preparedGallery();
  const sections: string[] = [];
  for (const entry of chapters.flatMap(({ entries }) => entries)) {
    sections.push(`<section><h2>${entry.name}</h2>${(await draw(entry)).toHTML()}</section>`);
  }
  expect(sections.length).toBeGreaterThan(30);
  const found: string[] = [];
  for (const colorScheme of colourSchemes) {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: "reduce",
      viewport: { width: 1100, height: 900 },
    });
    const page = await context.newPage();
    await page.setContent(
      `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>Gallery</title>` +
        `<main><h1>Gallery</h1>${sections.join("")}</main></html>`,
    );
    const alive = () => page.locator("section:has(.tb-live)").count();
    await expect.poll(alive, patience).toBe(sections.length);
    found.push(...(await problems(page)).map((words) => `${colorScheme}: ${words}`));
    await context.close();
  }
  expect(found).toEqual([]);
});

test.skipIf(lacksChromium)("the explorer: as it opens, with steps, with a menu and with a case open", async () => {
  const path = join(folder, "explorer.html");
  await writeFile(path, viewExplorer(await readLog("data/order-to-cash.csv")).toPage());
  const found: string[] = [];
  for (const colorScheme of colourSchemes) {
    for (const width of [1400, 390]) {
      const context = await browser.newContext({
        colorScheme,
        reducedMotion: "reduce",
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      await page.goto(pathToFileURL(path).href);
      await page.locator("[data-drawn][data-answered]").waitFor({ ...patience, state: "attached" });
      const look = async (state: string) =>
        found.push(...(await problems(page)).map((words) => `${state}, ${width}, ${colorScheme}: ${words}`));
      await look("at first");
      await page.locator(".tbx-activities li button").nth(2).click();
      await look("menu");
      await page.locator(".tbx-menu [role=menuitem]").first().click();
      await page.locator(".tbx-variants-list button").nth(1).click();
      await page.locator(".tbx-chip").nth(1).waitFor(patience);
      await page.locator(".tbx-chip .tbx-words").first().click();
      await look("two steps, one off");
      await page.locator(".tbx-cases tbody button").first().click();
      await page.locator("dialog[open]").waitFor(patience);
      await look("a case");
      await context.close();
    }
  }
  expect(found).toEqual([]);
});

test.skipIf(lacksChromium)("the process report as HTML, light and dark", async () => {
  const path = join(folder, "report.html");
  const template = fileURLToPath(new URL("../../notebooks/templates/process-report.ipynb", import.meta.url));
  const { status, failure } = await runNotebook(template, { check: false, timeoutSeconds: 120, html: path });
  expect(status, failure?.evalue).toBe("ok");
  const found: string[] = [];
  for (const colorScheme of colourSchemes) {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: "reduce",
      viewport: { width: 1100, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    await page.locator(".tb-live").first().waitFor(patience);
    found.push(...(await problems(page)).map((words) => `${colorScheme}: ${words}`));
    await context.close();
  }
  expect(found).toEqual([]);
});

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * Serious and critical problems, each with the elements it is found at.
 *
 * Left out: that a node or a variant of a picture is called otherwise than what is written in it. Its name begins with
 * the whole name of the activity; what is written is shortened, broken into lines, and joined by axe without spaces.
 */
async function problems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    // deno-lint-ignore no-explicit-any
    return (await (globalThis as any).axe.run(document, { resultTypes: ["violations"] })).violations;
  }) as Violation[];
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(
    ({ id, help, nodes }) => {
      const meant = nodes.filter(({ html }) => id !== "label-content-name-mismatch" || !html.startsWith("<g "));
      const told = meant.slice(0, 3).map(({ html, failureSummary }) =>
        `${html.slice(0, 200)} ${failureSummary?.slice(0, 300)}`
      );
      return meant.length === 0 ? [] : [`${id} (${help}), ${meant.length} times: ${told.join("; ")}`];
    },
  );
}
