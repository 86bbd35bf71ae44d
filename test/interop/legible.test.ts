/** Maps and models on a wide page, a narrow one and a phone: read without zooming, tapped, and at rest. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  discoverFootprints,
  discoverHeuristics,
  discoverInductive,
  readLog,
  treeToBpmn,
  treeToNet,
  viewFootprints,
  viewModel,
  viewProcessMap,
} from "../../src/mod.ts";
import { figureWidth } from "../../src/viz/kit/figure_frame.ts";
import type { Figure } from "../../src/viz/figure/figure.ts";
import { longTailLog } from "../support/long_tail.ts";
import { type Heard, lacksChromium, launchChromium, listen } from "./support/chromium.ts";

const widths = [1400, 900, 390];

let browser: Browser;
let figures: Record<string, Figure>;

beforeAll(async () => {
  if (lacksChromium) return;
  browser = await launchChromium();
  const log = await readLog("data/order-to-cash.csv");
  const tree = discoverInductive(log);
  figures = {
    map: viewProcessMap(log),
    durations: viewProcessMap(log, { show: "duration" }),
    "map of 70 activities": viewProcessMap(longTailLog()),
    net: viewModel(treeToNet(tree), { log }),
    "net from top to bottom": viewModel(treeToNet(tree), { direction: "down" } as never),
    tree: viewModel(tree),
    BPMN: viewModel(treeToBpmn(tree)),
    heuristics: viewModel(discoverHeuristics(log)),
    footprints: viewFootprints(discoverFootprints(log)),
  };
});
afterAll(() => browser?.close());

async function open(figure: Figure, width: number): Promise<{ page: Page; live: Locator; heard: Heard }> {
  const context = await browser.newContext({
    reducedMotion: "reduce",
    viewport: { width, height: 800 },
    ...(width < 500 && { hasTouch: true, isMobile: true }),
  });
  const page = await context.newPage();
  const heard = listen(page);
  await page.setContent(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width,initial-scale=1">` +
      `<body style="margin:16px"><div style="height:300px"></div>${figure.toHTML()}<div style="height:1200px"></div>`,
  );
  const live = page.locator("figure.tracebook > .tb-live");
  await live.locator("svg text").first().waitFor();
  return { page, live, heard };
}

/** The smallest text of a figure as it is on the screen, in pixels. */
function smallestText(live: Locator): Promise<number> {
  return live.evaluate((stage) => {
    let least = Infinity;
    for (const text of stage.querySelectorAll<SVGTextElement>("svg text, svg tspan")) {
      const { a, b } = text.getScreenCTM()!;
      least = Math.min(least, Number.parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b));
    }
    for (const element of stage.querySelectorAll<HTMLElement>("label,output,p,span,button,select")) {
      if (element.textContent !== "") least = Math.min(least, Number.parseFloat(getComputedStyle(element).fontSize));
    }
    return least;
  });
}

describe.skipIf(lacksChromium)("on every page", () => {
  for (const width of widths) {
    test(`${width} px: no word below 11 px, one width, and the page does not scroll sideways`, async () => {
      const seen: Record<string, unknown> = {};
      const asked: Record<string, unknown> = {};
      for (const [name, figure] of Object.entries(figures)) {
        const { page, live, heard } = await open(figure, width);
        const box = (await live.boundingBox())!;
        seen[name] = {
          legible: await smallestText(live) >= 10.99,
          width: box.width,
          wider: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
          errors: heard.errors,
        };
        asked[name] = { legible: true, width: Math.min(figureWidth, width - 32), wider: false, errors: [] };
        await page.context().close();
      }
      expect(seen).toEqual(asked);
    });
  }
});

test.skipIf(lacksChromium)("without its script a wide picture keeps its size and scrolls in its frame", async () => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
  await page.setContent(`<!doctype html><body style="margin:16px">${figures["net"]!.toHTML({ script: false })}`);
  const shown = await page.locator(".tb-frame").evaluate((frame) => ({
    own: frame.querySelector("img")!.width === frame.querySelector("img")!.naturalWidth,
    scrolls: frame.scrollWidth > frame.clientWidth,
    page: document.documentElement.scrollWidth > innerWidth,
  }));
  expect(shown).toEqual({ own: true, scrolls: true, page: false });
  await page.context().close();
});

test.skipIf(lacksChromium)("a tap on a phone shows a card, a tap beside the picture takes it away", async () => {
  for (const name of ["map", "net", "tree", "BPMN", "heuristics", "footprints"]) {
    const { page, live } = await open(figures[name]!, 390);
    const card = live.locator(".tb-tip");
    const mark = name === "footprints"
      ? live.locator("svg rect[class^=tbf-]").first()
      : live.locator("[data-node]").first();
    await mark.scrollIntoViewIfNeeded();
    await mark.tap({ force: true });
    await expect.poll(() => card.isVisible(), { message: name }).toBe(true);
    expect((await card.innerText()).trim(), name).not.toBe("");
    await page.locator("figcaption").tap();
    await expect.poll(() => card.isVisible(), { message: name }).toBe(false);
    await page.context().close();
  }
});

test.skipIf(lacksChromium)("what the numbers say moves neither the page nor an activity", async () => {
  for (const width of widths) {
    for (const name of ["map", "map of 70 activities"]) {
      const { page, live } = await open(figures[name]!, width);
      await page.evaluate(() => scrollTo(0, 240));
      const places = () =>
        page.evaluate(() => ({
          scroll: scrollY,
          height: document.querySelector("figure")!.offsetHeight,
          nodes: [...document.querySelectorAll("[data-node]")].map((node) => {
            const { x, y, width, height } = node.querySelector("rect")!.getBoundingClientRect();
            return [x, y, width, height];
          }),
        }));
      const before = await places();
      for (const shown of ["Duration", "Cases", "Frequency"]) {
        await live.locator(".tb-choice").getByText(shown).evaluate((label) => (label as HTMLElement).click());
        expect(await live.locator(".tb-choice input:checked").getAttribute("value")).toBe(shown.toLowerCase());
        expect(await places(), `${shown} at ${width}`).toEqual(before);
      }
      await page.context().close();
    }
  }
});

test.skipIf(lacksChromium)("every slider that is there changes the picture from where it stands", async () => {
  const { page, live } = await open(figures["map of 70 activities"]!, 1400);
  const drawn = () => live.evaluate((stage) => stage.querySelector(".tb-edges")!.innerHTML);
  for (const name of ["Activities", "Paths"]) {
    const slider = live.getByLabel(name);
    expect(await slider.isVisible(), name).toBe(true);
    const [at, last] = [Number(await slider.inputValue()), Number(await slider.getAttribute("max"))];
    for (const key of [...(at > 0 ? ["ArrowLeft"] : []), ...(at < last ? ["ArrowRight"] : [])]) {
      const before = await drawn();
      await slider.focus();
      await slider.press(key);
      expect(await drawn() === before, `${name} ${key}`).toBe(false);
      await slider.press(key === "ArrowLeft" ? "ArrowRight" : "ArrowLeft");
    }
  }
  await page.context().close();
});
