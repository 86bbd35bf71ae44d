/** The executed quickstart as somebody else opens it: not trusted in JupyterLab, and made a page by nbconvert. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lacksChromium, launchChromium, listen, screenshotPath } from "./support/chromium.ts";
import { type JupyterFolder, jupyterFolder, type Lab, lacksJupyter, runPython, startLab } from "./support/jupyter.ts";
import { openNotebook } from "./support/notebook_page.ts";
import { FIGURES, PICTURES, runQuickstart } from "./support/quickstart.ts";

const patience = { timeout: 20_000 };
const lacksTools = lacksChromium || lacksJupyter;
let folder: JupyterFolder;
let lab: Lab;
let browser: Browser;

beforeAll(async () => {
  if (lacksTools) return;
  folder = await jupyterFolder();
  await runQuickstart({ output: join(folder.path, "quickstart.ipynb") });
  lab = await startLab(folder);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
  await folder?.remove();
});

test.skipIf(lacksTools)("JupyterLab shows every picture and table of a notebook it does not trust", async () => {
  const { page, heard, close } = await openNotebook(browser, lab, "quickstart.ipynb", { ready: false });
  const figures = page.locator(".jp-OutputArea figure.tracebook");
  await expect.poll(() => figures.count(), patience).toBe(FIGURES.length);
  await page.locator("figure.tracebook-variants").scrollIntoViewIfNeeded();
  await page.screenshot({ path: screenshotPath("lab-untrusted") });
  for (const figure of await figures.all()) {
    await figure.scrollIntoViewIfNeeded();
    if (await figure.evaluate((it) => it.className.includes("tracebook-table"))) {
      expect((await figure.locator(".tb-frame > table").boundingBox())!.width).toBeGreaterThan(200);
      expect(await figure.locator(".tb-live").count()).toBe(0);
      continue;
    }
    const image = figure.locator("img");
    await expect.poll(() => image.evaluate((it) => (it as HTMLImageElement).naturalWidth), patience).toBeGreaterThan(
      400,
    );
    expect((await image.boundingBox())!.width).toBeGreaterThan(400);
    expect(await figure.locator("figcaption strong").textContent()).not.toBe("");
    await figure.locator("summary").click();
    expect(await figure.locator("tbody tr").first().isVisible()).toBe(true);
    if (await figure.evaluate((it) => it.className.includes("variants"))) {
      await page.screenshot({ path: screenshotPath("lab-untrusted-table") });
    }
    expect(await figure.locator(".tb-live").count()).toBe(0);
  }
  expect(heard).toMatchObject({ errors: [], dialogs: [] });
  await close();
});

test.skipIf(lacksTools)("nbconvert makes a page of it whose figures live", async () => {
  await runPython(folder, ["-m", "nbconvert", "--to", "html", join(folder.path, "quickstart.ipynb")]);
  const context = await browser.newContext({ offline: true, viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  const heard = listen(page);
  await page.goto(pathToFileURL(join(folder.path, "quickstart.html")).href, { waitUntil: "domcontentloaded" });
  await expect.poll(() => page.locator("figure.tracebook > .tb-live svg").count(), patience).toBe(PICTURES.length);
  await expect.poll(() => page.locator("figure.tracebook-table > .tb-live tbody tr").count(), patience)
    .toBeGreaterThan(3);
  await page.locator("figure.tracebook-process-map").scrollIntoViewIfNeeded();
  await page.screenshot({ path: screenshotPath("nbconvert") });
  // nbconvert's own page asks the network for MathJax and the like; without one that is all it may complain of.
  expect(heard.errors.filter((text) => !text.includes("net::ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  await context.close();
});
