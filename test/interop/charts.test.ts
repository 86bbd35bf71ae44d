/** Charts as they stand in a page: readable at every width, and told of by taps as by hovering. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { charts, type DrawnView, exampleLogs } from "../support/all_views.ts";
import { type DotsData, unpackCells } from "../../src/viz/events/grid_data.ts";
import { type Heard, lacksChromium, launchChromium, listen } from "./support/chromium.ts";

let browser: Browser, views: DrawnView[];

beforeAll(async () => {
  if (lacksChromium) return;
  const { log, interactions } = await exampleLogs();
  views = charts(log, interactions);
  browser = await launchChromium();
});
afterAll(() => browser?.close());

async function open({ figure }: DrawnView, width: number): Promise<{ page: Page; heard: Heard }> {
  const phone = width < 500;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: "reduce",
    hasTouch: phone,
    isMobile: phone,
  });
  const page = await context.newPage();
  const heard = listen(page);
  await page.setContent(
    `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width">` +
      `<style>body{margin:16px}</style></head><body>${figure.toHTML()}</body></html>`,
  );
  await page.locator(".tb-live svg.tbc-chart").waitFor();
  return { page, heard };
}

/** Texts below 11 pixels as they stand on the screen, and texts that nobody can scroll to. */
function badTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bad: string[] = [];
    const svg = document.querySelector<SVGSVGElement>(".tb-live svg.tbc-chart")!;
    const scrolls = svg.closest<HTMLElement>(".tb-scroll");
    const stage = (scrolls ?? svg.parentElement!).getBoundingClientRect();
    for (const text of svg.querySelectorAll("text")) {
      const matrix = text.getScreenCTM()!;
      const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      if (size < 10.995) bad.push(`${size.toFixed(2)} px: ${text.textContent}`);
      const box = text.getBoundingClientRect();
      if (box.right > stage.left + Math.max(stage.width, scrolls?.scrollWidth ?? 0) + 1 || box.left < stage.left - 1) {
        bad.push(`outside: ${text.textContent}`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) bad.push("the page scrolls sideways");
    return bad;
  });
}

for (const width of [1400, 900, 390]) {
  test.skipIf(lacksChromium)(`no text of a chart is below 11 pixels in a page of ${width}`, async () => {
    for (const view of views) {
      const { page, heard } = await open(view, width);
      expect([view.name, ...await badTexts(page)]).toEqual([view.name]);
      expect(heard.errors).toEqual([]);
      await page.context().close();
    }
  }, 120_000);
}

/** What can be pointed at in the middle of a chart, as CSS of its mark, by kind of view. */
const marks: Readonly<Record<string, string>> = {
  variants: ".tbc-chevron path",
  segments: "[data-row] [data-cell]",
  throughput: ".tbc-bar rect",
  "throughput before and after": ".tbc-bar rect",
  "handle times": ".tbc-bar",
  applications: ".tbc-bar",
  "application switches": ".tbc-heat",
  "application switches as chords": ".tbh-ribbon",
  transfers: ".tbf-flow",
  "task variants": "[data-variant] path",
  "summary of events": ".tbc-bar",
  "performance spectrum": ".tbc-tip",
  "performance spectrum as bars": ".tbc-tip",
};

test.skipIf(lacksChromium)("a tap tells what hovering tells, until the next tap elsewhere", async () => {
  for (const [name, mark] of Object.entries(marks)) {
    const view = views.find((one) => one.name === name)!;
    const { page, heard } = await open(view, 390);
    const card = page.locator(".tb-tip");
    // In the middle of the largest mark of those that can be hit there.
    const spot = await page.evaluate((selector) => {
      const spots = [...document.querySelectorAll(`.tb-live svg ${selector}`)].flatMap((element) => {
        element.scrollIntoView({ block: "center" });
        const { x, y, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(x + width / 2, y + height / 2);
        return hit === element || element.parentElement!.contains(hit)
          ? [{ x: x + width / 2, y: y + height / 2 + scrollY, area: width * height }]
          : [];
      });
      return spots.slice(0, 200).sort((a, b) => b.area - a.area)[0];
    }, mark);
    expect(spot, name).toBeDefined();
    await page.evaluate((y) => scrollTo(0, y - 400), spot!.y);
    const y = spot!.y - await page.evaluate(() => scrollY);
    expect(await card.isVisible(), name).toBe(false);
    await page.touchscreen.tap(spot!.x, y);
    expect(await card.isVisible(), name).toBe(true);
    const told = await card.innerText();
    expect(told.length, name).toBeGreaterThan(3);
    const box = (await card.boundingBox())!;
    expect(box.x >= 0 && box.x + box.width <= 390, `${name}: the card is in the window`).toBe(true);
    await page.evaluate(() => scrollTo(0, 0));
    await page.touchscreen.tap(4, 4);
    expect(await card.isVisible(), name).toBe(false);
    expect(heard.errors).toEqual([]);
    await page.context().close();
  }
}, 120_000);

test.skipIf(lacksChromium)("the dot under the pointer says what it stands for, at every width", async () => {
  const view = views.find(({ name }) => name === "dotted chart")!;
  const { wide, narrow } = view.figure.parts.data as DotsData;
  for (const [width, grid] of [[1400, wide], [390, narrow]] as const) {
    const { page, heard } = await open(view, width);
    const box = (await page.locator(".tb-live svg.tbc-chart").boundingBox())!;
    const scale = box.width / Number(await page.locator(".tb-live svg.tbc-chart").getAttribute("width"));
    const cells = unpackCells(grid.cells), [left, top, across, down] = grid.box;
    const at = (cell: number) => ({
      x: box.x + scale * (left + (cell % grid.columns + 0.5) / grid.columns * across),
      y: box.y + scale * (top + (Math.floor(cell / grid.columns) + 0.5) / grid.rows * down),
    });
    const most = [...cells].reduce((best, next) => next[1].count > best[1].count ? next : best);
    const { x, y } = at(most[0]);
    if (width < 500) await page.touchscreen.tap(x, y);
    else await page.mouse.move(x, y);
    const told = await page.locator(".tb-tip").innerText();
    expect(told).toMatch(new RegExp(`events\\s*${most[1].count}\\b`));
    expect(await page.locator(".tbc-ring").count()).toBe(1);
    const empty = at(
      Array.from({ length: grid.columns }, (_, i) => grid.columns * grid.rows - 1 - i)
        .find((cell) => !cells.has(cell) && !cells.has(cell - 1))!,
    );
    if (width < 500) await page.touchscreen.tap(empty.x, empty.y);
    else await page.mouse.move(empty.x, empty.y);
    expect([await page.locator(".tb-tip").isVisible(), await page.locator(".tbc-ring").count()]).toEqual([false, 0]);
    expect(heard.errors).toEqual([]);
    await page.context().close();
  }
});

test.skipIf(lacksChromium)("a chart is drawn anew where its place becomes narrower", async () => {
  const { page } = await open(views.find(({ name }) => name === "variants")!, 1400);
  const rows = () => page.locator(".tb-live .tbc-variant").count();
  const drawn = async () => Number(await page.locator(".tb-live svg.tbc-chart").getAttribute("width"));
  const [before, wide] = [await rows(), await drawn()];
  await page.setViewportSize({ width: 390, height: 800 });
  await expect.poll(drawn).toBeLessThan(391);
  expect([await rows(), wide > 800]).toEqual([before, true]);
  expect(await badTexts(page)).toEqual([]);
  await page.context().close();
});
