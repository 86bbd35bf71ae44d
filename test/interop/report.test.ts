/** The report in a browser that has no network, as the person it was sent to opens it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Heard, lacksChromium, launchChromium, listen, screenshotPath } from "./support/chromium.ts";
import { HOSTILE, hostileEvents, hostileInteractions } from "./support/hostile.ts";
import { FIGURES, PICTURES, runQuickstart } from "./support/quickstart.ts";

const patience = { timeout: 20_000 };

let folder: string;
let browser: Browser;

beforeAll(async () => {
  if (lacksChromium) return;
  folder = await mkdtemp(join(tmpdir(), "tracebook-interop-"));
  browser = await launchChromium();
  await runQuickstart({ html: join(folder, "quickstart.html") });
});
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

interface Look {
  readonly javaScriptEnabled?: boolean;
  readonly colorScheme?: "light" | "dark";
}

/** Opens a report with the network off. */
async function open(file: string, look: Look = {}): Promise<{ page: Page; heard: Heard }> {
  const context = await browser.newContext({
    offline: true,
    reducedMotion: "reduce",
    viewport: { width: 1100, height: 900 },
    ...look,
  });
  const page = await context.newPage();
  const heard = listen(page);
  await page.goto(pathToFileURL(file).href);
  return { page, heard };
}

/** Kinds of the figures on the page, in order. */
function kinds(page: Page): Promise<string[]> {
  return page.locator("figure.tracebook").evaluateAll((figures) =>
    figures.map((figure) => figure.className.replace("tracebook tracebook-", ""))
  );
}

test.skipIf(lacksChromium)("every figure is there and alive, and nothing is asked of the network", async () => {
  const file = join(folder, "quickstart.html");
  const { page, heard } = await open(file);
  expect(await kinds(page)).toEqual(FIGURES);
  await expect.poll(() => page.locator("figure.tracebook > .tb-live").count(), patience).toBe(FIGURES.length);
  for (const figure of await page.locator("figure.tracebook").all()) {
    const isTable = (await figure.getAttribute("class"))!.includes("tracebook-table");
    const picture = await figure.locator(isTable ? ".tb-live table" : ".tb-live svg").first().boundingBox();
    expect(picture!.width).toBeGreaterThan(400);
    expect(picture!.height).toBeGreaterThan(100);
    expect(await figure.locator("figcaption strong").textContent()).not.toBe("");
    expect(await figure.locator(isTable ? ".tb-live tbody tr" : "details tbody tr").count()).toBeGreaterThan(0);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.screenshot({ path: screenshotPath("report") });
  expect(heard).toEqual({ errors: [], requests: [pathToFileURL(file).href], dialogs: [] });
  await page.context().close();
});

test.skipIf(lacksChromium)("without scripts every still picture is shown", async () => {
  const { page } = await open(join(folder, "quickstart.html"), { javaScriptEnabled: false });
  const sizes = await page.locator("figure.tracebook > .tb-frame > img").evaluateAll((images) =>
    (images as HTMLImageElement[]).map((image) => [image.complete, image.naturalWidth > 400, image.height > 100])
  );
  expect(sizes).toEqual(PICTURES.map(() => [true, true, true]));
  expect(await page.locator("figure.tracebook-table > .tb-frame > table").isVisible()).toBe(true);
  await page.locator("figure.tracebook-process-map").screenshot({ path: screenshotPath("map-still") });
  await page.context().close();
});

test.skipIf(lacksChromium)("the map's sliders change what is drawn, by pointer and by key", async () => {
  const { page, heard } = await open(join(folder, "quickstart.html"));
  const map = page.locator("figure.tracebook-process-map");
  const nodes = () => map.locator(".tb-canvas [data-node]").count();
  const edges = () => map.locator(".tb-canvas .tb-edges [data-edge]").count();
  const [activities, paths] = [map.locator(".tb-slider input").nth(0), map.locator(".tb-slider input").nth(1)];

  await activities.fill("0");
  const fewest = await nodes();
  await map.screenshot({ path: screenshotPath("map-fewest") });
  await activities.press("End");
  const most = await nodes();
  expect(most).toBeGreaterThan(fewest);
  expect(await map.locator(".tb-slider output").first().textContent()).toMatch(/^(\d+) of \1$/);

  await paths.fill("0");
  const fewestEdges = await edges();
  await paths.focus();
  await page.keyboard.press("ArrowRight");
  expect(await edges()).toBeGreaterThan(fewestEdges);
  await paths.press("End");
  await map.screenshot({ path: screenshotPath("map-most") });

  await map.locator(".tb-choice").getByText("Duration").click();
  await activities.fill("6");
  await map.screenshot({ path: screenshotPath("map-duration") });
  expect(heard.errors).toEqual([]);
  await page.context().close();
});

test.skipIf(lacksChromium)("in the dark it is dark, and every figure with it", async () => {
  const { page, heard } = await open(join(folder, "quickstart.html"), { colorScheme: "dark" });
  await expect.poll(() => page.locator("figure.tracebook > .tb-live").count(), patience).toBe(FIGURES.length);
  const luminance = (colour: string) => colour.match(/\d+/g)!.slice(0, 3).reduce((sum, n) => sum + Number(n), 0) / 3;
  const backs = await page.locator("body, figure.tracebook > .tb-live").evaluateAll((elements) =>
    elements.map((element) => getComputedStyle(element).backgroundColor)
  );
  expect(backs.filter((colour) => luminance(colour) > 80)).toEqual([]);
  await page.locator("figure.tracebook-summary").scrollIntoViewIfNeeded();
  await page.screenshot({ path: screenshotPath("report-dark") });
  expect(heard.errors).toEqual([]);
  await page.context().close();
});

test.skipIf(lacksChromium)(
  "on paper there are no controls, and each figure stands whole on a page below its heading",
  async () => {
    const { page } = await open(join(folder, "quickstart.html"), { colorScheme: "dark" });
    await expect.poll(() => page.locator("figure.tracebook > .tb-live").count(), patience).toBe(FIGURES.length);
    // A4 within the margins of the report, at 96 px an inch.
    const [width, height] = [(210 - 28) / 25.4 * 96, (297 - 28) / 25.4 * 96];
    await page.setViewportSize({ width: Math.round(width), height: Math.round(height) });
    await page.emulateMedia({ media: "print" });
    const found = await page.evaluate(() => {
      const isShown = (element: Element) => element.checkVisibility();
      const box = (element: Element) => element.getBoundingClientRect();
      const outputs = [...document.querySelectorAll("main > .output")];
      return {
        controls: [...document.querySelectorAll("button, input, select, summary, .tb-live")].filter(isShown).length,
        pictures: [...document.querySelectorAll("figure.tracebook img")].map((image) =>
          isShown(image) && box(image).width > 200 && box(image).right <= innerWidth + 1
        ),
        tables: [...document.querySelectorAll("figure.tracebook-table > table")].map((table) =>
          isShown(table) && box(table).width > 200 && box(table).right <= innerWidth + 1
        ),
        // From the text above, with its heading, to the end of the figure.
        heights: outputs.map((output) => {
          let above = output.previousElementSibling;
          while (above && !isShown(above)) above = above.previousElementSibling;
          const top = above?.matches("section.text") ? box(above).top : box(output).top;
          return box(output).bottom - top;
        }),
        kept: outputs.map((output) => getComputedStyle(output).breakInside),
      };
    });
    expect(found.controls).toBe(0);
    expect(found.pictures).toEqual(PICTURES.map(() => true));
    expect(found.tables).toEqual([true]);
    expect(found.heights.filter((one) => one > height)).toEqual([]);
    expect(new Set(found.kept)).toEqual(new Set(["avoid"]));
    const pdf = (await page.pdf({ format: "A4" }))
      .toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(9);
    await page.context().close();
  },
);

test.skipIf(lacksChromium)("names that are markup stay text, wherever the pointer goes", async () => {
  const [events, interactions] = [join(folder, "<img src=x onerror=alert(1)>.csv"), join(folder, "hostile desk.csv")];
  const html = join(folder, "hostile.html");
  await writeFile(events, hostileEvents());
  await writeFile(interactions, hostileInteractions());
  await runQuickstart({ html, parameters: { eventLog: events, interactionLog: interactions } });

  const { page, heard } = await open(html);
  await expect.poll(() => page.locator("figure.tracebook > .tb-live").count(), patience).toBe(FIGURES.length);
  const map = page.locator("figure.tracebook-process-map");
  for (const slider of await map.locator(".tb-slider input").all()) await slider.press("End");
  for (const node of await map.locator(".tb-canvas [data-node]").all()) await node.hover({ force: true });
  await map.screenshot({ path: screenshotPath("hostile-map") });
  const tooltips = new Set<string>();
  for (const mark of await page.locator(".tb-live [data-activity]").all()) {
    await mark.hover({ force: true });
    tooltips.add(await page.locator("figure.tracebook-variants .tb-tip").innerText());
  }
  for (const name of HOSTILE) {
    expect([...tooltips].some((text) => text.includes(name)), name).toBe(true);
    expect(await page.locator("body").innerText()).toContain(name);
  }
  for (const details of await page.locator("details").all()) {
    await details.evaluate((it) => it.setAttribute("open", ""));
  }
  await page.waitForTimeout(300);
  expect(heard).toEqual({ errors: [], requests: [pathToFileURL(html).href], dialogs: [] });
  await page.context().close();
});
