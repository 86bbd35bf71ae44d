/** What figures do in the page, by pointer and by key. */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  linkTasks,
  readInteractions,
  readLog,
  segmentTasks,
  tasksBehind,
  viewDay,
  viewJoinedMap,
  viewProcessMap,
  viewSegments,
} from "../../src/mod.ts";
import type { Figure } from "../../src/viz/figure/figure.ts";
import { type Heard, lacksChromium, launchChromium, listen } from "./support/chromium.ts";

let browser: Browser;

beforeAll(async () => {
  if (!lacksChromium) browser = await launchChromium();
});
afterAll(() => browser?.close());

async function open(
  figure: Figure,
  width = 1100,
): Promise<{ live: Locator; card: () => Promise<string>; heard: Heard }> {
  const context = await browser.newContext({
    ...{ reducedMotion: "reduce", viewport: { width, height: width < 600 ? 800 : 900 }, hasTouch: width < 600 },
  });
  const page = await context.newPage();
  const heard = listen(page);
  const fits = '<meta name="viewport" content="width=device-width,initial-scale=1">';
  await page.setContent(`<!doctype html><html lang="en"><head>${fits}</head><body>${figure.toHTML()}</body></html>`);
  const live = page.locator("figure.tracebook > .tb-live");
  await live.waitFor();
  const tip = live.locator(".tb-tip");
  return { live, card: async () => await tip.isVisible() ? await tip.innerText() : "", heard };
}

/** Seconds between the two moments that the bar above a day names. */
async function spanTold(live: Locator): Promise<number> {
  const clocks = (await live.locator(".tb-bar > span").innerText()).match(/\d\d:\d\d(?::\d\d)?/g)!.slice(0, 2);
  const [from, to] = clocks.map((clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
  return (to! - from!) * (clocks[0]!.length > 5 ? 1 : 60);
}

test.skipIf(lacksChromium)("a day comes nearer, moves, and names the bar pointed at", async () => {
  const log = await readInteractions("data/order-desk.csv");
  const { live, card, heard } = await open(viewDay(segmentTasks(log), { user: log.users[0]! }));
  const svg = live.locator("svg");
  const whole = await spanTold(live);
  await svg.focus();
  await svg.press("ArrowRight");
  const first = await card();
  expect(log.apps).toContain(first.split("\n")[0]);
  expect(first).toMatch(/\d\d:\d\d:\d\d to \d\d:\d\d:\d\d/);
  await svg.press("ArrowRight");
  const second = await card();
  expect(second).not.toBe(first);
  await svg.press("ArrowLeft");
  expect(await card()).toBe(first);
  await svg.press("ArrowDown");
  expect(await card()).toMatch(/instance\n?[\d,]+/);
  await svg.press("Escape");
  expect(await card()).toBe("");

  await svg.press("+");
  await svg.press("+");
  const near = await spanTold(live);
  expect(near).toBeGreaterThan(whole / 4 - 120);
  expect(near).toBeLessThan(whole / 4 + 120);
  const before = await live.locator(".tb-bar > span").innerText();
  await live.getByRole("button", { name: "Later" }).click();
  expect(await live.locator(".tb-bar > span").innerText()).not.toBe(before);
  expect(Math.abs(await spanTold(live) - near)).toBeLessThan(61);
  await live.getByRole("button", { name: "The whole day" }).click();
  expect(await spanTold(live)).toBe(whole);

  const { x, width } = (await svg.boundingBox())!;
  const label = (await svg.getByText(log.users[0]!, { exact: true }).boundingBox())!;
  const y = label.y + label.height / 2;
  await live.page().mouse.move(label.x + 4, y);
  expect(await card()).toContain(log.users[0]!);
  await live.getByRole("button", { name: "Zoom in" }).click();
  const unmoved = await live.locator(".tb-bar > span").innerText();
  await live.page().mouse.move(x + width / 2, y);
  await live.page().mouse.down();
  await live.page().mouse.move(x + width / 2 - 60, y);
  await live.page().mouse.move(x + width / 2 - 120, y);
  await live.page().mouse.up();
  expect(await live.locator(".tb-bar > span").innerText()).not.toBe(unmoved);
  expect(heard.errors).toEqual([]);
  await live.page().context().close();
});

test.skipIf(lacksChromium)("segments tell of a row, of a cell and where else its action occurs", async () => {
  const log = await readInteractions("data/order-desk.csv");
  const segmentation = segmentTasks(log);
  const { live, card, heard } = await open(viewSegments(segmentation));
  const svg = live.locator("svg");
  await svg.focus();
  await svg.press("ArrowDown");
  const row = await card();
  const [, number, task] = /^Instance ([\d,]+): (.*)\n/.exec(row)!;
  const k = Number(number!.replaceAll(",", "")) - 1;
  const { tasks, task: taskOf, offsets } = segmentation;
  expect(task).toBe(tasks[taskOf[k]!]!.name);
  const actions = offsets[k + 1]! - offsets[k]!;
  expect(row).toMatch(new RegExp(`actions\\n?${actions}\\b`));
  await svg.press("ArrowRight");
  expect(await card()).toMatch(new RegExp(`position\\n?1 of ${actions}\\b`));
  const lit = () => live.locator(".tbs-cell.tbs-on").count();
  const alike = await lit();
  expect(alike).toBeGreaterThan(0);
  const action = await live.locator(".tbs-here").getAttribute("data-action");
  expect(await live.locator(`.tbs-cell[data-action="${action}"]`).count()).toBe(alike);
  await svg.press("ArrowLeft");
  expect([await card(), await lit()]).toEqual([row, 0]);
  await svg.press("Escape");
  expect([await card(), await live.locator(".tbs-at").count()]).toEqual(["", 0]);

  await live.locator("[data-row] [data-cell]").first().hover({ force: true });
  expect(await card()).toContain("application");
  const fills = () => live.locator(".tbs-cell").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("fill")));
  const byApplication = await fills();
  await live.locator(".tb-choice").getByText("kind of action").click();
  expect(await fills()).not.toEqual(byApplication);
  expect(heard.errors).toEqual([]);
  await live.page().context().close();
});

test.skipIf(lacksChromium)("a process map lights what an activity is joined to", async () => {
  const { live, card, heard } = await open(viewProcessMap(await readLog("data/order-to-cash.csv")));
  const node = live.locator("[data-node]").nth(3);
  await node.hover({ force: true });
  const id = await node.getAttribute("data-node");
  expect((await card()).split("\n")[0]).not.toBe("");
  const lit = await live.locator("[data-edge].tb-lit").evaluateAll((edges) =>
    edges.map((edge) => edge.getAttribute("data-edge"))
  );
  expect(lit.length).toBeGreaterThan(0);
  expect(await live.locator(`[data-node="${id}"].tb-lit`).count()).toBe(1);
  const edge = live.locator(`.tb-hit[data-edge="${lit[0]}"], [data-edge="${lit[0]}"] .tb-hit`).first();
  await edge.dispatchEvent("pointermove", { bubbles: true, clientX: 300, clientY: 300 });
  expect((await card()).split("\n")[0]).toContain(" → ");
  expect(await live.locator("[data-node].tb-lit").count()).toBeLessThanOrEqual(2);
  await live.page().mouse.move(2, 2);
  await live.locator(".tb-canvas").dispatchEvent("pointerleave");
  expect([await card(), await live.locator(".tb-focus").count()]).toEqual(["", 0]);
  expect(heard.errors).toEqual([]);
  await live.page().context().close();
});

test.skipIf(lacksChromium)("a task of the joined map opens its steps, by click, key, list and finger", async () => {
  const log = await readLog("data/order-to-cash.csv");
  const recording = await readInteractions("data/order-desk.csv");
  const links = linkTasks(segmentTasks(recording, { instance: "segment" }), log);
  const map = viewJoinedMap(links), behind = tasksBehind(links).rows();
  for (const width of [1100, 390]) {
    const { live, card, heard } = await open(map, width);
    const panel = live.locator(".tb-opened"), task = live.locator('[data-task="1"]:visible');
    expect(await panel.isVisible()).toBe(false);
    width < 600 ? await task.tap() : await task.click();
    await panel.waitFor();
    expect(await panel.locator("b").innerText()).toBe(`${behind[1]!.task} behind ${behind[1]!.activity}`);
    expect(await panel.locator("li").count()).toBeGreaterThan(3);
    // The first step of a main way is one that nearly all have.
    expect(await panel.locator("li").first().innerText()).toMatch(/(9\d|100) %/);
    // Neither its card nor its steps lie over the task that was opened.
    expect(await card()).toBe("");
    const [below, above] = [await panel.boundingBox(), await task.boundingBox()];
    expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y);
    expect(await live.page().evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await panel.getByRole("button", { name: "Close" }).click();
    expect(await panel.isVisible()).toBe(false);

    await live.getByLabel("Show the steps of a task").selectOption("0");
    expect(await panel.locator("b").innerText()).toBe(`${behind[0]!.task} behind ${behind[0]!.activity}`);
    await live.locator("svg:visible").press("Escape");
    expect(await panel.isVisible()).toBe(false);
    const svg = live.locator("svg:visible");
    for (let i = 0; i < 30 && !(await card()).startsWith(behind[0]!.task); i++) await svg.press("ArrowRight");
    await svg.press("Enter");
    expect(await panel.locator("b").innerText()).toBe(`${behind[0]!.task} behind ${behind[0]!.activity}`);
    expect(heard.errors).toEqual([]);
  }
});
