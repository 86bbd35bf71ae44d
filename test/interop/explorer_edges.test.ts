// @slow: Chromium opens the explorer of logs at the edges
/** The explorer of logs that are long, broad, untimed or badly named: usable, and nothing breaks. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EventLog, logFromRows, viewExplorer } from "../../src/mod.ts";
import { formatCount } from "../../src/base/format.ts";
import { lacksChromium, launchChromium, listen } from "./support/chromium.ts";

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "tracebook-edges-"));

beforeAll(async () => {
  if (!lacksChromium) browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const second = (at: number) => new Date(1.7e12 + at * 1000);
const longName = `<script>alert(1)</script>\u202e${"long ".repeat(2000)}`;

/** Each with what it must say: cases, events, activities, ways. */
const EDGES: Record<string, readonly [log: () => EventLog, said: readonly number[]]> = {
  "many activities": [() => rows(20, (c) => Array.from({ length: 30 }, (_, i) => `activity ${30 * c + i}`)), [
    20,
    600,
    600,
    20,
  ]],
  "many ways": [() => rows(3000, (c) => [...c.toString(2).padStart(12, "0")].map((bit) => `bit ${bit}`)), [
    3000,
    36_000,
    2,
    3000,
  ]],
  "names of 10,000 characters": [() => rows(5, (c) => [longName, `${longName}${c % 2}`, "short"]), [5, 15, 4, 2]],
  "no time passes": [
    () => logFromRows([1, 2, 3].map((c) => ({ case: String(c), activity: "a", time: second(0) }))),
    [3, 3, 1, 1],
  ],
};

for (const [name, [log, said]] of Object.entries(EDGES)) {
  test.skipIf(lacksChromium)(`${name}: all panels answer, a click too`, async () => {
    const path = join(folder, "edge.html");
    writeFileSync(path, viewExplorer(log()).toPage());
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    const heard = listen(page);
    await page.goto(pathToFileURL(path).href);
    await page.locator("[data-drawn][data-answered]").waitFor({ state: "attached", timeout: 60_000 });
    const tiles = () =>
      page.locator(".tbx-summary dd").evaluateAll((tiles) => tiles.slice(0, 4).map((it) => it.firstChild!.textContent));
    expect(await tiles()).toEqual(said.map((count) => formatCount(count)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.locator(".tbx-activities li button").first().click();
    await page.locator(".tbx-menu [role=menuitem]", { hasText: "without" }).click();
    await expect.poll(() => page.locator(".tbx-code pre").innerText(), { timeout: 30_000 }).toContain("drop: true");
    await expect.poll(async () => Number((await tiles())[0]!.replace(",", ""))).toBeLessThan(said[0]!);
    expect(heard).toMatchObject({ errors: [], dialogs: [] });
    await page.close();
  });
}

function rows(cases: number, activitiesOf: (c: number) => readonly string[]): EventLog {
  return logFromRows(
    Array.from(
      { length: cases },
      (_, c) =>
        activitiesOf(c).map((activity, i) => ({ case: `case ${c}`, activity, time: second(1000 * c + 60 * i) })),
    ).flat(),
  );
}
