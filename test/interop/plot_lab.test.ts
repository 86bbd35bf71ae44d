/** Observable Plot in JupyterLab: the plot of a cell shows itself, and its tips live in the page. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeNotebook } from "../../src/notebook/notebook.ts";
import { book, code } from "../notebook/books.ts";
import { lacksChromium, launchChromium, screenshotPath } from "./support/chromium.ts";
import { type JupyterFolder, jupyterFolder, type Lab, lacksJupyter, startLab } from "./support/jupyter.ts";
import { openNotebook } from "./support/notebook_page.ts";

const lacksTools = lacksChromium || lacksJupyter;
const patience = { timeout: 30_000 };
let folder: JupyterFolder;
let lab: Lab;
let browser: Browser;

const PLOT = `import * as aq from "arquero";
import * as Plot from "@observablehq/plot";
const t = aq.table({ region: ["North", "South", "West"], days: [3, 1.5, 2] });
Plot.plot({ marginLeft: 80, marks: [Plot.barX(t, { x: "days", y: "region", fill: "region", tip: true }), Plot.ruleX([0])] })`;
const LINE = `Plot.plot({ title: "Walk", marks: [Plot.lineY([1, 4, 2, 5], { tip: true })] })`;

beforeAll(async () => {
  if (lacksTools) return;
  folder = await jupyterFolder();
  await mkdir(join(folder.path, "notebooks"), { recursive: true });
  const metadata = { kernelspec: { name: "tracebook", display_name: "Tracebook", language: "typescript" } };
  const cells = [PLOT, LINE, "10n", "import pandas as pd"].map((it) => code(it));
  await writeNotebook(join(folder.path, "notebooks", "plot.ipynb"), { ...book(...cells), metadata });
  lab = await startLab(folder);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
  await folder?.remove();
});

test.skipIf(lacksTools).each(["light", "dark"] as const)(
  "plots of cells in %s: pictures with tips",
  async (colorScheme) => {
    const notebook = await openNotebook(browser, lab, "notebooks/plot.ipynb", { colorScheme });
    const { page } = notebook;
    await notebook.runAll();
    const plots = page.locator("figure.tracebook-plot .tb-live .tb-scroll svg");
    await expect.poll(() => plots.count(), patience).toBe(2);
    await notebook.idle();
    // As Lab's dark theme says it.
    await page.evaluate(
      (light) => document.body.setAttribute("data-jp-theme-light", light),
      String(colorScheme === "light"),
    );
    const ink = () => plots.first().evaluate((svg) => getComputedStyle(svg).color);
    await expect.poll(ink, patience).toBe(colorScheme === "light" ? "rgb(31, 39, 51)" : "rgb(232, 236, 241)");
    const tip = page.locator(".tb-tip:not([hidden])");

    await plots.first().locator("rect[fill]:not(.tbc-paper)").nth(1).hover();
    await expect.poll(() => tip.allInnerTexts(), patience).toEqual([
      expect.stringMatching(/South[\s\S]*1\.5|1\.5[\s\S]*South/),
    ]);
    await page.screenshot({ path: screenshotPath(`plot-bar-${colorScheme}`) });

    // Some way off the line, as near as Plot's own tips are asked for.
    const point = (await plots.nth(1).locator("circle.tbp-at").nth(1).boundingBox())!;
    await page.mouse.move(point.x + point.width / 2 + 15, point.y + point.height / 2 + 15);
    await expect.poll(() => tip.allInnerTexts(), patience).toEqual([expect.stringContaining("4")]);
    await page.screenshot({ path: screenshotPath(`plot-line-${colorScheme}`) });

    await expect.poll(() => page.locator(".jp-OutputArea-output pre", { hasText: /^10n$/ }).count(), patience).toBe(1);
    await expect.poll(() => page.locator(".jp-OutputArea-output", { hasText: "aq from" }).count(), patience).toBe(1);
    await notebook.close();
  },
);
