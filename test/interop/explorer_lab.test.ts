// @slow: starts JupyterLab and Chromium
/** The explorer in a notebook: live after Run All in JupyterLab, still where it is not trusted, live again by nbconvert. */
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeNotebook } from "../../src/notebook/notebook.ts";
import { readLog, viewExplorer } from "../../src/mod.ts";
import { book, code } from "../notebook/books.ts";
import { lacksChromium, launchChromium, listen, screenshotPath } from "./support/chromium.ts";
import { type JupyterFolder, jupyterFolder, type Lab, lacksJupyter, runPython, startLab } from "./support/jupyter.ts";
import { openNotebook } from "./support/notebook_page.ts";

const patience = { timeout: 30_000 };
const lacksTools = lacksChromium || lacksJupyter;
let folder: JupyterFolder;
let lab: Lab;
let browser: Browser;

beforeAll(async () => {
  if (lacksChromium) return;
  browser = await launchChromium();
  if (lacksJupyter) return;
  folder = await jupyterFolder();
  await symlink(fileURLToPath(new URL("../../data", import.meta.url)), join(folder.path, "data"));
  await mkdir(join(folder.path, "notebooks"));
  await writeNotebook(join(folder.path, "notebooks", "explorer.ipynb"), {
    ...book(
      code(
        `import { readLog, viewExplorer } from "tracebook";\nconst log = await readLog("../data/order-to-cash.csv");`,
      ),
      code("viewExplorer(log)"),
    ),
    metadata: { kernelspec: { name: "tracebook", display_name: "Tracebook", language: "typescript" } },
  });
  lab = await startLab(folder);
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
  await folder?.remove();
});

test.skipIf(lacksTools)(
  "after Run All a click in JupyterLab changes every view; saved, it is read untrusted",
  async () => {
    const notebook = await openNotebook(browser, lab, "notebooks/explorer.ipynb");
    const { page, heard } = notebook;
    // All of the frame within the window, so that menus at its foot can be reached.
    await page.setViewportSize({ width: 1400, height: 1500 });
    await notebook.runAll();
    const cell = await notebook.cell(1);
    await cell.locator("figure iframe").waitFor({ ...patience, state: "visible" });
    await isLive(cell.locator("figure"), cell.frameLocator("iframe"));
    await page.screenshot({ path: screenshotPath("lab-explorer") });
    expect(heard.errors).toEqual([]);

    await page.locator(".lm-MenuBar-itemLabel", { hasText: /^File$/ }).click();
    await page.locator('.lm-Menu-item[data-command="docmanager:save"]').first().click();
    const path = join(folder.path, "notebooks", "explorer.ipynb");
    const outputs = async () => JSON.parse(await readFile(path, "utf8")).cells[1].outputs.length;
    await expect.poll(outputs, patience).toBe(1);
    await notebook.close();

    // What somebody else wrote: the same cells in a file that this JupyterLab has not signed.
    const saved = JSON.parse(await readFile(path, "utf8"));
    saved.metadata.sender = "somebody else";
    await writeFile(join(folder.path, "notebooks", "mailed.ipynb"), JSON.stringify(saved));
    const mailed = await openNotebook(browser, lab, "notebooks/mailed.ipynb", { ready: false });
    const figure = mailed.page.locator(".jp-OutputArea figure.tracebook");
    await figure.scrollIntoViewIfNeeded(patience);
    await isStill(figure);
    expect(await figure.locator("iframe,script").count()).toBe(0);
    await mailed.page.screenshot({ path: screenshotPath("lab-explorer-untrusted") });
    expect(mailed.heard).toMatchObject({ errors: [], dialogs: [] });
    await mailed.close();
  },
);

test.skipIf(lacksTools)("nbconvert makes a page of the executed notebook in which the explorer lives", async () => {
  const path = join(folder.path, "notebooks", "explorer.ipynb");
  await runPython(folder, ["-m", "nbconvert", "--to", "html", path]);
  const context = await browser.newContext({ offline: true, viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  const heard = listen(page);
  await page.goto(pathToFileURL(path.replace(/ipynb$/, "html")).href, { waitUntil: "domcontentloaded" });
  await page.locator("figure.tracebook iframe").waitFor({ ...patience, state: "visible" });
  await isLive(page.locator("figure.tracebook"), page.frameLocator("figure.tracebook iframe"));
  // nbconvert's own page asks the network for MathJax and the like; without one that is all it may complain of.
  expect(heard.errors.filter((text) => !text.includes("net::ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  await context.close();
});

test.skipIf(lacksChromium)(
  "where a page may start no worker, as in VS Code, the still map stays, with a word",
  async () => {
    const page = await browser.newPage();
    const policy =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; child-src https: data:";
    await showIn(page, policy);
    const figure = page.locator("figure.tracebook");
    await expect.poll(() => figure.locator("[role=status]").innerText(), patience).toContain("tb explore");
    await isStill(figure);
    expect(await figure.locator("iframe").count()).toBe(0);
    await page.close();
  },
);

async function showIn(page: Page, policy: string): Promise<void> {
  const html = viewExplorer(await readLog("data/order-to-cash.csv")).toHTML();
  await page.setContent(
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body>${html}`,
  );
}

/** A click on an activity changes the tiles, the variants and the code; the still picture is not shown beside it. */
async function isLive(figure: Locator, frame: FrameLocator): Promise<void> {
  expect(await figure.locator(".tb-frame").isVisible()).toBe(false);
  const tiles = () => frame.locator(".tbx-summary dd").allInnerTexts();
  const variants = () => frame.locator(".tbx-variants-list button").allInnerTexts();
  const before = [await tiles(), await variants()];
  await frame.locator(".tbx-activities li button").nth(3).click();
  await frame.locator(".tbx-menu [role=menuitem]", { hasText: "without" }).click();
  await expect.poll(() => frame.locator(".tbx-code pre").innerText(), patience).toContain("{ drop: true }");
  await expect.poll(tiles, patience).not.toEqual(before[0]);
  await expect.poll(variants, patience).not.toEqual(before[1]);
}

async function isStill(figure: Locator): Promise<void> {
  const image = figure.locator("img").first();
  await expect.poll(() => image.evaluate((it) => (it as HTMLImageElement).naturalWidth), patience).toBeGreaterThan(400);
  expect((await image.boundingBox())!.width).toBeGreaterThan(400);
  await figure.locator("summary").first().click();
  expect(await figure.locator("tbody tr").first().isVisible()).toBe(true);
}
