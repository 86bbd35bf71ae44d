// @slow: Chromium opens the explorer's file and clicks in it
/** The explorer in Chromium, from disk and with the network off: every kind of click, and its code run on the log. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { valueAt } from "../../src/base/column.ts";
import { random } from "../support/random.ts";
import type { EventLog } from "../../src/log/events/event_log.ts";
import { logFromRows } from "../../src/log/from_rows.ts";
import * as tracebook from "../../src/mod.ts";
import { formatCount, formatShare } from "../../src/base/format.ts";
import { hostileLog, hostileNames } from "../support/random_steps.ts";
import { randomLog, tinyLog } from "../support/logs.ts";
import { type Heard, lacksChromium, launchChromium, listen } from "./support/chromium.ts";

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "tracebook-explorer-"));

beforeAll(async () => {
  if (!lacksChromium) browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  readonly heard: Heard;
}

async function open(log: EventLog, { width = 1400, hash = "", name = "explorer" } = {}): Promise<Opened> {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, tracebook.viewExplorer(log).toPage());
  const context = await browser.newContext({
    viewport: { width, height: 1000 },
    offline: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const heard = listen(page);
  await page.goto(pathToFileURL(path).href + hash);
  await page.locator("[data-drawn]").waitFor({ state: "attached" });
  await page.locator("[data-answered]").waitFor({ state: "attached" });
  return { page, heard };
}

/** Does something that changes the selection, and waits for all answers. */
async function settled(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(() => ({ ...document.getElementById("explorer")!.dataset }));
  await act();
  await page.waitForFunction(({ answered, drawn }) => {
    const now = document.getElementById("explorer")!.dataset;
    return now.answered !== answered && now.drawn !== drawn;
  }, before);
}

/** What the page says of the selection, and what its code gives on the log. */
async function both(page: Page, log: EventLog) {
  const said = await page.evaluate(() => ({
    tiles: [...document.querySelectorAll(".tbx-summary dd")].slice(0, 4).map((tile) => tile.firstChild!.textContent),
    variants: [...document.querySelectorAll(".tbx-variants-list button")].map((row) => ({
      cases: row.querySelector(".tbx-facts span")!.textContent,
      steps: [...row.querySelectorAll(".tbx-step")].map((step) => step.textContent),
    })),
    activities: [...document.querySelectorAll(".tbx-activities li button")].map((row) =>
      [".tbx-name", ".tbx-number"].map((part) => row.querySelector(part)!.textContent)
    ),
    code: document.querySelector(".tbx-code pre code")!.textContent!,
  }));
  const body = said.code.replace(/^import (\{[^}]*\}) from "tracebook";/, "const $1 = tracebook;");
  const selected: EventLog = new Function("log", "tracebook", `${body}\nreturn selected;`)(log, tracebook);
  const { code: _, ...inPage } = said;
  return { inPage, byCode: figuresOf(selected), selected, code: said.code };
}

function figuresOf(log: EventLog) {
  const variants = tracebook.variants(log).rows();
  return {
    tiles: [log.cases, log.events, log.activities.length, variants.length].map((count) => formatCount(count)),
    variants: variants.slice(0, 8).map(({ cases, activities }) => ({
      cases: `${formatCount(cases)} ${cases === 1 ? "case" : "cases"}`,
      steps: [...activities],
    })),
    activities: tracebook.activityStatistics(log).rows().map(({ activity, cases }) => [activity, formatCount(cases)]),
  };
}

const item = (page: Page, words: string | RegExp) => page.locator(".tbx-menu [role=menuitem]", { hasText: words });
const row = (page: Page, panel: string, at: number) => page.locator(`.tbx-${panel} li button`).nth(at);

async function menu(page: Page, panel: string, at: number, words: string | RegExp): Promise<void> {
  await row(page, panel, at).click();
  await item(page, words).click();
}

async function arrow(page: Page, words: string | RegExp): Promise<void> {
  await page.evaluate(() => {
    const arrows = [...document.querySelectorAll(".tb-edges [data-edge]")]
      .filter((found) => !found.querySelector("[stroke-dasharray]"));
    arrows.at(-1)!.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: 200, clientY: 200 }));
  });
  await item(page, words).click();
}

async function brush(page: Page, panel: string, from: number, to: number): Promise<void> {
  const plot = page.locator(`.tbx-${panel} .tbx-plot`);
  await plot.scrollIntoViewIfNeeded();
  const { x, y, width } = (await plot.boundingBox())!;
  await page.mouse.move(x + from * width, y + 50);
  await page.mouse.down();
  await page.mouse.move(x + to * width, y + 50, { steps: 4 });
  await page.mouse.up();
}

const CLICKS: Record<string, (page: Page) => Promise<void>> = {
  "with an activity": (page) => menu(page, "activities", 1, /^Cases with it$/),
  "without it": (page) => menu(page, "activities", 2, "without"),
  "begins with": (page) => menu(page, "activities", 0, "begin"),
  "ends with": (page) => menu(page, "activities", 0, "end with"),
  "directly": (page) => arrow(page, "directly"),
  "never": (page) => arrow(page, /^Cases that never do$/),
  "eventually": (page) => arrow(page, "at any time later"),
  "variant": (page) => page.locator(".tbx-variants-list button").nth(1).click(),
  "time": (page) => brush(page, "times", 0.1, 0.6),
  "throughput": (page) => brush(page, "durations", 0.05, 0.5),
  "person": (page) => menu(page, "people", 1, "with their work"),
  "value": (page) => menu(page, "attributes", 0, /this value$/),
};

for (const [kind, log] of [["hostile", hostileLog(5, 80)], ["random", randomLog({ seed: 9, cases: 90 })]] as const) {
  test.skipIf(lacksChromium)(`each kind of click on a ${kind} log: the page and its code say the same`, async () => {
    const { page, heard } = await open(log, { name: kind });
    const start = await both(page, log);
    expect(start.inPage).toEqual(start.byCode);
    for (const [name, click] of Object.entries(CLICKS)) {
      await settled(page, () => click(page));
      const { inPage, byCode, code, selected } = await both(page, log);
      expect(inPage, `${name}\n${code}`).toEqual(byCode);
      expect(selected.filters.length, name).toBe(1);
      await settled(page, () => page.locator(".tbx-chip button", { hasText: "⇄" }).click());
      const turned = await both(page, log);
      expect(turned.inPage, `${name}, turned\n${turned.code}`).toEqual(turned.byCode);
      expect(turned.selected.cases + selected.cases, name).toBe(log.cases);
      await settled(page, () => page.locator(".tbx-selection > button").click());
    }
    expect(heard.errors).toEqual([]);
    expect(heard.dialogs).toEqual([]);
    expect(heard.requests.filter((address) => !address.startsWith("file:"))).toEqual([]);
  });
}

test.skipIf(lacksChromium)("undo, redo, off and on, and an address that brings the selection back", async () => {
  const log = hostileLog(5, 80);
  const { page } = await open(log);
  await settled(page, () => CLICKS["with an activity"]!(page));
  const one = (await both(page, log)).inPage;
  await settled(page, () => CLICKS["person"]!(page));
  const two = (await both(page, log)).inPage;
  expect(two).not.toEqual(one);
  const address = new URL(page.url()).hash;
  await settled(page, () => page.keyboard.press("Control+z"));
  expect((await both(page, log)).inPage).toEqual(one);
  await settled(page, () => page.keyboard.press("Control+y"));
  expect((await both(page, log)).inPage).toEqual(two);
  await settled(page, () => page.locator(".tbx-chip .tbx-words").nth(1).click());
  expect((await both(page, log)).inPage).toEqual(one);
  await page.context().close();

  const again = await open(log, { hash: address });
  expect((await both(again.page, log)).inPage).toEqual(two);
  await again.page.context().close();
});

test.skipIf(lacksChromium)("keys alone: an activity of the map, its menu, a range of a chart, a case", async () => {
  const log = randomLog({ seed: 9, cases: 90 });
  const { page, heard } = await open(log);
  await page.locator(".tb-canvas [data-node][tabindex='0']").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await settled(page, () => page.keyboard.press("Enter"));
  expect((await both(page, log)).code).toMatch(/filterCasesWith\(selected, "activity \d", \{ drop: true \}\)/);
  await page.locator(".tbx-durations .tbx-plot").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await settled(page, () => page.keyboard.press("Enter"));
  const { inPage, byCode } = await both(page, log);
  expect(inPage).toEqual(byCode);
  await page.locator(".tbx-cases tbody button").first().focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog[open] tbody tr").first().waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  expect(heard.errors).toEqual([]);
});

test.skipIf(lacksChromium)("hostile names stay text in every panel, and in a case that is opened", async () => {
  const { page, heard } = await open(hostileLog(5, 40), { width: 390 });
  const text = await page.locator("main").innerText();
  for (const name of hostileNames.slice(0, 3)) expect(text).toContain(name);
  await page.locator(".tbx-cases tbody button").first().click();
  await page.locator("dialog[open]").waitFor();
  expect(await page.locator("script[src], img, iframe, a[href]").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect([heard.errors, heard.dialogs]).toEqual([[], []]);
});

async function saved(page: Page, panel: string, words: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.locator(`.tbx-${panel} .tbx-more`).click();
  const waiting = page.waitForEvent("download");
  await item(page, words).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Names that a spreadsheet would run, and names with what separates fields and lines. */
function formulaLog(): EventLog {
  const names = ["=1+1", "+SUM(A1)", "@x", '-2+3", a', "\tq", "plain", 'two\nlines, "quoted"', "\uff1d1"];
  const { below, pick } = random(4);
  return logFromRows(
    Array.from({ length: 200 }, (_, i) => ({
      case: `${i % 2 === 0 ? "=" : ""}c${i % 40}`,
      activity: pick(names),
      time: new Date(Date.UTC(2026, 0, 1, 0, i * 7)),
      resource: pick(names),
      region: names[i % 40 % names.length],
      amount: below(3) - 1,
    })),
    { name: "formulas.csv" },
  );
}

test.skipIf(lacksChromium)("the selection as a log, its cases, and pictures of map and charts as files", async () => {
  const log = formulaLog();
  const { page, heard } = await open(log);
  await settled(page, () => CLICKS["with an activity"]!(page));
  const { selected } = await both(page, log);
  expect(selected.cases).toBeLessThan(log.cases);

  const events = await saved(page, "cases", "as a log");
  expect(events.name).toBe("formulas-csv-events.csv");
  const path = join(folder, "selection.csv");
  writeFileSync(path, events.bytes);
  const again = await tracebook.readLog(path);
  expect(rowsOf(again)).toEqual(rowsOf(selected));

  await page.locator(".tbx-cases input").fill("=c1");
  const cases = fieldsOf(textOf((await saved(page, "cases", "Save cases")).bytes));
  expect(cases[0]!.slice(0, 5)).toEqual(["case", "events", "begin", "end", "durationSeconds"]);
  expect(cases.slice(1).map(([id]) => id!.slice(1)).sort())
    .toEqual(selected.caseIds.filter((id) => id.includes("=c1")).sort());
  const fields = [...cases, ...fieldsOf(textOf(events.bytes))].flat();
  expect(fields.filter((field) => /^[=+@\t\r\n\uff1d]|^-(?!\d+$)/.test(field))).toEqual([]);
  expect(fields.filter((field) => field.startsWith("'=")).length).toBeGreaterThan(10);

  for (const panel of ["map", "durations", "times"]) {
    const svg = textOf((await saved(page, panel, "SVG")).bytes);
    const parsed = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      return {
        name: root.localName,
        texts: root.querySelectorAll("text").length,
        scripts: root.querySelector("script"),
      };
    }, svg);
    expect([parsed.name, parsed.scripts], panel).toEqual(["svg", null]);
    expect(parsed.texts, panel).toBeGreaterThan(2);
    const png = (await saved(page, panel, "PNG")).bytes;
    expect(textOf(png.subarray(1, 4))).toBe("PNG");
    const width = new DataView(png.buffer, png.byteOffset).getUint32(16);
    expect(width, panel).toBe(2 * Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)![1]));
  }
  const numbers = fieldsOf(textOf((await saved(page, "activities", "CSV")).bytes)).slice(1);
  expect(numbers.map(([, cases]) => Number(cases)))
    .toEqual(tracebook.activityStatistics(selected).rows().map(({ cases }) => cases));
  expect([heard.errors, heard.dialogs]).toEqual([[], []]);
});

/** All that a log says of its events, case by case. */
function rowsOf(log: EventLog) {
  const found = Array.from({ length: log.cases }, (_, c) => [
    log.caseIds[c],
    ...Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => {
      const i = log.offsets[c]! + k;
      return [log.activities[log.activity[i]!], log.time[i], log.resources![log.resource![i]!]].join("|");
    }),
    String(valueAt(log.caseAttribute("region")!, c)),
    String(valueAt(log.attribute("amount")!, log.offsets[c]!)),
  ]);
  return found.sort((a, b) => a[0]! < b[0]! ? -1 : 1);
}

/** A small reader of its own: what the project's reader takes for granted would not be seen. */
function fieldsOf(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!);
    if (end !== ",") lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}

test.skipIf(lacksChromium)("a selection against the rest, and against another; one click ends it", async () => {
  const log = randomLog({ seed: 9, cases: 90 });
  const { page, heard } = await open(log);
  await settled(page, () => menu(page, "activities", 2, /^Cases with it$/));
  await settled(page, () => page.getByRole("button", { name: "Compare with this" }).click());
  const rows = () =>
    page.locator(".tbx-comparison tbody tr").evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll("td")].slice(0, 3).map((cell) => cell.textContent))
    );
  const code = async () => (await page.locator(".tbx-code pre code").textContent())!;
  const byCode = (text: string): tracebook.LogComparison => {
    const body = text.replace(/^import (\{[^}]*\}) from "tracebook";/, "const $1 = tracebook;");
    return new Function("log", "tracebook", `${body}\nreturn comparison;`)(log, tracebook);
  };
  const expected = (comparison: tracebook.LogComparison) =>
    comparison.activities.rows().slice(0, 12)
      .map(({ activity, a, b }) => [activity, formatShare(a), formatShare(b)]);
  expect(await rows()).toEqual(expected(byCode(await code())));
  expect(await page.locator(".tb-nodes text").allTextContents()).toContainEqual(
    expect.stringMatching(/^[+−]?\d.* pp$/),
  );

  await settled(page, () => page.getByRole("button", { name: "Clear all steps" }).click());
  await settled(page, () => menu(page, "people", 0, "with their work"));
  expect(await code()).toContain("selected = log;");
  const second = expected(byCode(await code()));
  expect(await rows()).toEqual(second);
  const address = new URL(page.url()).hash;

  await settled(page, () => page.getByRole("button", { name: "End comparison" }).click());
  expect(await page.locator(".tbx-comparison").isVisible()).toBe(false);
  const { inPage, byCode: alone } = await both(page, log);
  expect(inPage).toEqual(alone);
  expect(heard.errors).toEqual([]);
  await page.context().close();

  const again = await open(log, { hash: address, width: 390 });
  expect(await again.page.locator(".tbx-comparison tbody tr").count()).toBe(second.length);
  expect(await again.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await again.page.context().close();
});

test.skipIf(lacksChromium)(
  "on a phone ids stand whole on one line, and nothing but the map's frame is wider than the page",
  async () => {
    const { page } = await open(randomLog({ seed: 9, cases: 40 }), { width: 390 });
    const ids = await page.locator(".tbx-cases tbody bdi").evaluateAll((found) =>
      found.map((id) => ({ high: id.getBoundingClientRect().height, size: parseFloat(getComputedStyle(id).fontSize) }))
    );
    expect(ids.length).toBe(25);
    for (const { high, size } of ids) expect(high).toBeLessThan(2 * size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const frame = await page.locator(".tb-scroll").evaluate((found) => [
      found.getBoundingClientRect().right <= innerWidth,
      getComputedStyle(found).overflowX,
    ]);
    expect(frame).toEqual([true, "auto"]);
  },
);

test.skipIf(lacksChromium)("one case, one activity, no attribute, a filter that leaves nothing: usable", async () => {
  const logs = [tinyLog("a"), tinyLog("a a a", "a"), logFromRows([])];
  for (const [i, log] of logs.entries()) {
    const { page, heard } = await open(log, { name: `small-${i}` });
    expect((await both(page, log)).inPage).toEqual(figuresOf(log));
    expect(heard.errors).toEqual([]);
    await page.context().close();
  }
  const { page, heard } = await open(tinyLog("a b", "a c"));
  await settled(page, () => menu(page, "activities", 0, "without"));
  expect(await page.locator(".tbx-map").innerText()).toContain("No case is selected");
  expect(heard.errors).toEqual([]);
});
