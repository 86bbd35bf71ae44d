/** Tables in the page: sorted, searched, turned, copied and saved; by pointer, by key, on a phone, in light and dark. */
import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLog, variants, viewTable, viewThroughput } from "../../src/mod.ts";
import type { Figure } from "../../src/viz/figure/figure.ts";
import { type Heard, lacksChromium, launchChromium, listen, screenshotPath } from "./support/chromium.ts";

let browser: Browser;
beforeAll(async () => {
  if (!lacksChromium) browser = await launchChromium();
});
afterAll(() => browser?.close());

const hostile = `<img src=x onerror="alert(1)">`;
const orders = Array.from({ length: 53 }, (_, i) => ({
  name: i === 3 ? hostile : i === 4 ? "=1+1" : i === 5 ? "tab\there" : `order ${i}`,
  cases: i * 37 % 53,
  waitSeconds: i * 7919 % 400_000,
  region: i % 7 === 0 ? null : i % 2 === 0 ? "North" : "South",
}));

interface Opened {
  readonly page: Page;
  readonly live: Locator;
  readonly heard: Heard;
  readonly column: (i: number) => Promise<string[]>;
}

async function open(figure: Figure, width = 1400, colorScheme: "light" | "dark" = "light"): Promise<Opened> {
  const context = await browser.newContext({
    colorScheme,
    reducedMotion: "reduce",
    viewport: { width, height: 900 },
    ...(width < 500 && { hasTouch: true, isMobile: true }),
  });
  const page = await context.newPage();
  const heard = listen(page);
  await page.setContent(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width,initial-scale=1">` +
      `<body style="margin:16px">${figure.toHTML()}</body></html>`,
  );
  const live = page.locator("figure.tracebook-table > .tb-live");
  if (figure.parts.kind === "table") await live.waitFor();
  return { page, live, heard, column: (i) => live.locator(`tbody td:nth-child(${i + 1})`).allTextContents() };
}

/** What `writeCsv` and a spreadsheet take; written by hand here. */
function lines(rows: readonly (typeof orders[number])[], delimiter: string): string {
  return [
    "name,cases,waitSeconds,region",
    ...rows.map(({ name, cases, waitSeconds, region }) => {
      const safe = name === "=1+1" ? "'=1+1" : name;
      const cell = delimiter === "\t"
        ? safe.replace("\t", " ")
        : safe.includes('"')
        ? `"${safe.replaceAll('"', '""')}"`
        : safe;
      return [cell, cases, waitSeconds, region ?? ""].join(",");
    }),
  ].map((line) => delimiter === "," ? line : line.replaceAll(",", delimiter)).join("\n") + "\n";
}

test.skipIf(lacksChromium)("a table is sorted, searched, turned, copied and saved", async () => {
  const { page, live, heard, column } = await open(viewTable(orders, { title: "Orders of May", rows: 10 }));
  const status = live.getByRole("status");
  expect(await column(0)).toEqual(orders.slice(0, 10).map(({ name }) => name));
  expect(await page.locator("figure img").count()).toBe(0);
  expect(await status.textContent()).toBe("1 to 10 of 53 rows");
  expect(await live.locator("th").allTextContents()).toEqual(["name", "cases", "wait", "region"]);

  const wait = live.getByRole("button", { name: "wait" });
  await wait.click();
  const byWait = [...orders].sort((a, b) => a.waitSeconds - b.waitSeconds);
  expect(await column(0)).toEqual(byWait.slice(0, 10).map(({ name }) => name));
  expect(await live.locator("th[aria-sort]").evaluateAll((all) => all.map((it) => it.getAttribute("aria-sort"))))
    .toEqual(["ascending"]);
  // The keyboard turns it the other way, and the next page follows.
  await wait.press("Enter");
  expect(await live.getByRole("columnheader", { name: "wait" }).getAttribute("aria-sort")).toBe("descending");
  await live.getByRole("button", { name: "Next page" }).press("Enter");
  expect(await column(0)).toEqual([...byWait].reverse().slice(10, 20).map(({ name }) => name));
  expect(await status.textContent()).toBe("11 to 20 of 53 rows");
  const cell = live.locator("tbody td:nth-child(3)").first();
  expect(await cell.getAttribute("title")).toBe(String([...byWait].reverse()[10]!.waitSeconds));
  expect(await cell.textContent()).toMatch(/^\d+ (d|h|min|s)/);

  await live.getByRole("searchbox", { name: "Search" }).fill("south order 1");
  const found = [...byWait].reverse().filter(({ name, region, cases, waitSeconds }) =>
    ["south", "order", "1"].every((word) => `${name} ${region} ${cases} ${waitSeconds}`.toLowerCase().includes(word))
  );
  expect(found.length).toBeGreaterThan(5);
  expect(await status.textContent()).toContain(`${found.length} found of 53 rows`);
  await live.getByRole("searchbox", { name: "Search" }).fill("nobody");
  expect(await status.textContent()).toBe("No row holds “nobody”.");
  await live.getByRole("searchbox", { name: "Search" }).fill("");

  await live.getByRole("button", { name: "name" }).click();
  await live.getByRole("button", { name: "cases" }).click();
  const byCases = [...orders].sort((a, b) => a.cases - b.cases);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    live.getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("orders-of-may.csv");
  expect(await readFile(await download.path(), "utf8")).toBe(lines(byCases, ","));

  await page.evaluate(() => {
    document.addEventListener("copy", () => {
      (globalThis as { copied?: string }).copied = (document.activeElement as HTMLTextAreaElement).value;
    });
  });
  await live.getByRole("button", { name: "Copy" }).click();
  await expect.poll(() => status.textContent()).toBe("Copied 53 rows.");
  const copied = await page.evaluate(() => (globalThis as { copied?: string }).copied);
  expect(copied).toBe(lines(byCases, "\t"));

  expect(await live.getByRole("combobox").locator("option").allTextContents())
    .toEqual(["10 rows", "20 rows", "50 rows", "100 rows"]);
  await live.getByRole("combobox", { name: "Rows on a page" }).selectOption("50");
  expect((await column(0)).length).toBe(50);
  expect(heard).toEqual({ errors: [], requests: [], dialogs: [] });
  await page.context().close();
}, 60_000);

test.skipIf(lacksChromium)(
  "the numbers of every figure are such a table, and so is what an older page saved",
  async () => {
    const { page, heard } = await open(viewThroughput(await readLog("data/order-to-cash.csv"), { by: "region" }));
    await page.locator("figure > .tb-live svg").first().waitFor();
    await page.locator("summary").click();
    const numbers = page.locator("details > .tb-live");
    await numbers.getByRole("button", { name: /^cases/ }).click();
    const counts = (await numbers.locator("tbody td:nth-child(2)").allTextContents()).map((n) =>
      Number(n.replaceAll(",", ""))
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(3000);
    expect(await page.locator("details > table").isVisible()).toBe(false);
    // A saved page starts afresh: its own scripts find what they left.
    const saved = await page.content();
    await page.setContent(saved);
    await page.locator("figure > .tb-live svg").first().waitFor();
    expect(await page.locator("details > .tb-live").count()).toBe(1);
    expect(await page.locator("figure > .tb-live").count()).toBe(1);
    expect(heard.errors).toEqual([]);
    await page.context().close();
  },
  60_000,
);

test.skipIf(lacksChromium)(
  "at every width a table can be read: it scrolls in its frame, and its first column stays",
  async () => {
    const log = await readLog("data/order-to-cash.csv");
    for (const [width, scheme] of [[1400, "light"], [900, "dark"], [390, "light"], [390, "dark"]] as const) {
      const figure = width === 390
        ? viewTable(orders, { title: "Orders" })
        : viewTable(variants(log), { title: "Variants", rows: 8 });
      const { page, live, heard } = await open(figure, width, scheme);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      const seen = await live.evaluate(measure);
      expect(seen.smallest).toBeGreaterThanOrEqual(11);
      expect(seen.contrast).toBeGreaterThanOrEqual(4.5);
      expect(seen.unnamed).toEqual([]);
      if (width === 390) {
        const scroll = live.locator(".tb-scroll");
        await scroll.evaluate((it) => it.scrollLeft = 1000);
        expect(await scroll.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0);
        const [frame, first] = [await scroll.boundingBox(), await live.locator("tbody td").first().boundingBox()];
        expect(Math.abs(first!.x - frame!.x)).toBeLessThan(2);
        expect(first!.width).toBeLessThan(frame!.width / 2);
      }
      await page.locator("figure").screenshot({ path: screenshotPath(`table-${width}-${scheme}`) });
      expect(heard.errors).toEqual([]);
      await page.context().close();
    }
  },
  60_000,
);

/** The smallest text in pixels, the least contrast to the paper or a bar, and controls without a name. */
function measure(stage: Element): { smallest: number; contrast: number; unnamed: string[] } {
  const rgb = (colour: string) => colour.match(/[\d.]+/g)!.slice(0, 3).map(Number);
  const luminance = (colour: string) => {
    const [r, g, b] = rgb(colour).map((v) => v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const between = (a: string, b: string) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high! + 0.05) / (low! + 0.05);
  };
  const paper = getComputedStyle(stage).backgroundColor;
  let smallest = Infinity, contrast = Infinity;
  for (const element of stage.querySelectorAll<HTMLElement>("td,th span,label span,button:enabled,.tb-status,select")) {
    if (element.textContent === "" || element.checkVisibility() === false) continue;
    const style = getComputedStyle(element);
    smallest = Math.min(smallest, Number.parseFloat(style.fontSize));
    contrast = Math.min(contrast, between(style.color, paper));
    const fill = /rgb\([^)]*\)/.exec(style.backgroundImage)?.[0];
    if (fill) contrast = Math.min(contrast, between(style.color, fill));
  }
  const unnamed = [...stage.querySelectorAll<HTMLElement>("button,select,input,[role=region]")].filter((it) =>
    !(it.getAttribute("aria-label") || it.textContent || (it as HTMLInputElement).labels?.[0]?.textContent)
  ).map((it) => it.outerHTML);
  return { smallest, contrast, unnamed };
}
