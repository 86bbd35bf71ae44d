/** The menu of a figure, and what a reader selects: by pointer, by key, and as a file. */
import { readFile } from "node:fs/promises";
import type { Browser, Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  activityStatistics,
  discoverHeuristics,
  type EventLog,
  logFromRows,
  readLog,
  viewAnimation,
  viewCases,
  viewModel,
  viewProcessMap,
  viewTable,
  viewThroughput,
  viewVariants,
} from "../../src/mod.ts";
import type { Figure } from "../../src/viz/figure/figure.ts";
import { type Heard, lacksChromium, launchChromium, listen } from "./support/chromium.ts";

let browser: Browser;
let log: EventLog;

beforeAll(async () => {
  if (lacksChromium) return;
  browser = await launchChromium();
  log = await readLog("data/order-to-cash.csv");
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  readonly root: Locator;
  readonly heard: Heard;
}

async function open(figure: Figure, dark = false): Promise<Opened> {
  const context = await browser.newContext({
    reducedMotion: "reduce",
    viewport: { width: 1100, height: 900 },
    colorScheme: dark ? "dark" : "light",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const heard = listen(page);
  await page.setContent(`<!doctype html><html lang="en"><body>${figure.toHTML()}</body></html>`);
  await page.locator("figure.tracebook .tb-more").waitFor();
  return { page, root: page.locator("figure.tracebook"), heard };
}

async function download({ page, root }: Opened, entry: string): Promise<{ name: string; bytes: Uint8Array }> {
  await root.getByRole("button", { name: "Menu of the figure" }).click();
  const [saved] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    root.getByRole("menuitem", { name: entry }).click(),
  ]);
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

async function filterIn(root: Locator): Promise<string> {
  return await root.locator(".tb-strip").count() === 0 ? "" : await root.locator(".tb-strip code").innerText();
}

describe.skipIf(lacksChromium)("the menu", () => {
  test("of every kind of figure saves a picture that can be read, in the colours of the page", async () => {
    const kinds: Figure[] = [
      viewProcessMap(log),
      viewVariants(log),
      viewThroughput(log),
      viewModel(discoverHeuristics(log)),
      viewTable(activityStatistics(log), { title: "Activities" }),
      viewCases(log),
      viewAnimation(log),
    ];
    for (const figure of kinds) {
      const opened = await open(figure, true);
      const svg = await download(opened, "Save as SVG"), png = await download(opened, "Save as PNG");
      const told = figure.parts.kind;
      expect(svg.name, told).toMatch(/^[a-z-]+\.svg$/);
      const drawn = await opened.page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
        return {
          errors: parsed.querySelectorAll("parsererror").length,
          texts: parsed.querySelectorAll("text").length,
          invisible: parsed.querySelectorAll(".tb-hit,[tabindex]").length,
          dark: parsed.documentElement.getAttribute("style")!.includes("--back:#14181f"),
        };
      }, new TextDecoder().decode(svg.bytes));
      expect(drawn, told).toMatchObject({ errors: 0, invisible: 0, dark: true });
      expect(drawn.texts, told).toBeGreaterThan(3);
      expect([...png.bytes.slice(1, 4)], told).toEqual([0x50, 0x4e, 0x47]);
      // A picture that could not be drawn is all of one colour, and small.
      expect(png.bytes.length, told).toBeGreaterThan(8000);
      expect(opened.heard.errors, told).toEqual([]);
      await opened.page.context().close();
    }
  });

  test("saves all numbers as CSV, formulas harmless", async () => {
    const hostile = logFromRows(["=1+1", "@SUM(A1)", "plain"].map((activity, i) => ({
      case: "1",
      activity,
      time: new Date(1.7e12 + i * 1000),
    })));
    const opened = await open(viewProcessMap(hostile));
    const { name, bytes } = await download(opened, "Save numbers as CSV");
    expect(name).toBe("process-map.csv");
    const text = new TextDecoder().decode(bytes);
    expect(text.split("\n").length).toBe(1 + 4 + 1);
    expect(text).toContain("'=1+1,'@SUM(A1)");
    expect(text).not.toMatch(/(^|,)[=@]/m);
    await opened.page.context().close();
  });

  test("is worked by keys alone, and says what it did", async () => {
    const { page, root, heard } = await open(viewVariants(log));
    await page.keyboard.press("Tab");
    const opener = root.getByRole("button", { name: "Menu of the figure" });
    await expect.poll(() => opener.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe("Save as PNG");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("Full screen");
    await page.keyboard.press("Escape");
    expect(await root.getByRole("menu").isVisible()).toBe(false);
    expect(await opener.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(heard.errors).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(lacksChromium)("selecting", () => {
  test("an activity and an arrow of the map, by pointer and by key; Escape lets go", async () => {
    for (const figure of [viewProcessMap(log), viewAnimation(log)]) {
      const { page, root, heard } = await open(figure);
      const node = root.locator(".tb-canvas [data-node]", { hasText: "Confirm" });
      await node.click();
      expect(await filterIn(root)).toBe('const selected = filterCasesWith(log, "Confirm order");');
      expect(await root.locator(".tb-strip").innerText()).toContain("2,905 cases");
      expect(await root.locator("[data-node].tb-chosen").count()).toBe(1);
      await page.keyboard.press("Tab");
      await node.focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
      expect(await filterIn(root)).toBe("");
      const seen: string[] = [];
      for (let i = 0; i < 2; i++) {
        await page.keyboard.press("Enter");
        seen.push(await filterIn(root));
      }
      expect(seen[0]).toContain("filterCasesWith(log, ");
      expect(seen[1]).toContain("filterDirectlyFollows(log, [");
      await page.keyboard.press("Escape");
      expect([await filterIn(root), await root.locator(".tb-chosen").count()]).toEqual(["", 0]);
      expect(heard.errors).toEqual([]);
      await page.context().close();
    }
  });

  test("a variant, and a row of the numbers instead: one thing in all of the figure", async () => {
    const { page, root, heard } = await open(viewVariants(log));
    await root.locator(".tbc-variant").first().click();
    expect(await filterIn(root)).toMatch(/^const selected = filterVariants\(log, \{ sequences: \[\["Receive order", /);
    await root.locator(":scope > details > summary").click();
    await root.locator("details .tb-table tbody tr").nth(2).locator("td").nth(1).click();
    expect(await filterIn(root)).toBe(
      "const selected = filterVariants(filterVariants(log, { top: 3 }), { top: 2, drop: true });",
    );
    expect(await root.locator(".tbc-variant.tb-chosen").count()).toBe(0);
    await root.getByRole("button", { name: "Copy the filter as code" }).click();
    // This page is not served: the old way of copying has to do, and what it copied is pasted.
    await expect.poll(() => root.locator(".tb-strip .tb-done").innerText()).toBe("Copied.");
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("textarea"), { id: "paste" })));
    await page.locator("#paste").focus();
    await page.keyboard.press("Control+V");
    expect(await page.locator("#paste").inputValue()).toBe(
      `import { filterVariants } from "tracebook";\n${await filterIn(root)}`,
    );
    await root.getByRole("button", { name: "Let go of the selection" }).click();
    expect([await filterIn(root), await root.locator(".tb-chosen").count()]).toEqual(["", 0]);
    expect(heard.errors).toEqual([]);
    await page.context().close();
  });

  test("a case, opened to its events", async () => {
    const { page, root, heard } = await open(viewCases(log));
    const first = log.caseIds[0]!;
    await root.getByRole("button", { name: `Events of the case ${first}` }).click();
    const rows = root.locator(".tb-detail table tbody tr");
    expect(await rows.count()).toBe(log.offsets[1]);
    expect(await rows.first().innerText()).toContain(log.activities[log.activity[0]!]!);
    await root.getByRole("button", { name: `Events of the case ${first}` }).press("Enter");
    expect(await rows.count()).toBe(0);
    await root.locator(".tb-table tbody tr").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await filterIn(root)).toContain(`c.id === "${log.caseIds[1]}"`);
    expect(heard.errors).toEqual([]);
    await page.context().close();
  });
});

test.skipIf(lacksChromium)(
  "an animation plays, stops and jumps; with less motion only its bar of time is there",
  async () => {
    for (const reducedMotion of ["no-preference", "reduce"] as const) {
      const page = await (await browser.newContext({ reducedMotion, viewport: { width: 1100, height: 900 } }))
        .newPage();
      const heard = listen(page);
      await page.setContent(`<!doctype html><body>${viewAnimation(log, { seconds: 20 }).toHTML()}`);
      const live = page.locator(".tb-play");
      await live.waitFor();
      const bar = live.getByLabel("Time"), dots = () => live.locator(".tb-tokens path").last().getAttribute("d");
      const before = [await bar.inputValue(), await dots()];
      await bar.fill("4000");
      expect(await dots()).not.toBe(before[1]);
      if (reducedMotion === "reduce") expect(await live.getByRole("button", { name: "Play" }).isVisible()).toBe(false);
      else {
        await live.getByRole("button", { name: "Play" }).click();
        await expect.poll(async () => Number(await bar.inputValue())).toBeGreaterThan(4200);
        await live.getByRole("button", { name: "Pause" }).click();
        const stopped = await bar.inputValue();
        await page.waitForTimeout(200);
        expect(await bar.inputValue()).toBe(stopped);
      }
      expect(heard.errors).toEqual([]);
      await page.context().close();
    }
  },
);
