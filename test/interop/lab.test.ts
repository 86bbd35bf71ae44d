/** A person at work in JupyterLab with the kernel `tracebook`. */
import { copyFile, mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeNotebook } from "../../src/notebook/notebook.ts";
import { book, code } from "../notebook/books.ts";
import { lacksChromium, launchChromium, screenshotPath } from "./support/chromium.ts";
import { type JupyterFolder, jupyterFolder, type Lab, lacksJupyter, startLab } from "./support/jupyter.ts";
import { openNotebook } from "./support/notebook_page.ts";
import { FIGURES, quickstart } from "./support/quickstart.ts";

const processMap = fileURLToPath(new URL("../../src/viz/map/process_map.ts", import.meta.url));
const patience = { timeout: 20_000 };
const lacksTools = lacksChromium || lacksJupyter;
let folder: JupyterFolder;
let lab: Lab;
let browser: Browser;

beforeAll(async () => {
  if (lacksTools) return;
  folder = await jupyterFolder();
  await mkdir(join(folder.path, "notebooks"));
  await symlink(fileURLToPath(new URL("../../data", import.meta.url)), join(folder.path, "data"));
  await copyFile(quickstart, join(folder.path, "notebooks", "quickstart.ipynb"));
  const metadata = { kernelspec: { name: "tracebook", display_name: "Tracebook", language: "typescript" } };
  const save = (name: string, ...sources: string[]) =>
    writeNotebook(join(folder.path, "notebooks", name), { ...book(...sources.map((it) => code(it))), metadata });
  await save("stop.ipynb", "", "", "");
  await save("inspect.ipynb", "", "");
  await save("control.ipynb", CONTROL);
  lab = await startLab(folder);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
  await folder?.remove();
});

test.skipIf(lacksTools)("the quickstart runs, and the map obeys its sliders", async () => {
  const notebook = await openNotebook(browser, lab, "notebooks/quickstart.ipynb");
  const { page, heard } = notebook;
  await notebook.runAll();
  const figures = page.locator(".jp-OutputArea figure.tracebook");
  await expect.poll(() => figures.count(), { timeout: 90_000 }).toBe(FIGURES.length);
  await expect.poll(() => page.locator("figure.tracebook > .tb-live").count(), patience).toBe(FIGURES.length);
  await notebook.idle();
  const map = page.locator("figure.tracebook-process-map");
  await map.scrollIntoViewIfNeeded();
  await page.screenshot({ path: screenshotPath("lab-map") });

  const nodes = () => map.locator(".tb-canvas [data-node]").count();
  const slider = map.locator(".tb-slider input").first();
  await slider.fill("0");
  const fewest = await nodes();
  // Keys of a slider are the slider's: JupyterLab would go to another cell.
  await slider.click();
  const cell = await page.locator(".jp-Cell.jp-mod-active").getAttribute("data-windowed-list-index");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  for (const key of ["ArrowUp", "End", "j", "b", "x"]) await page.keyboard.press(key);
  expect(await nodes()).toBeGreaterThan(fewest);
  expect(await page.locator(".jp-Cell.jp-mod-active").getAttribute("data-windowed-list-index")).toBe(cell);
  expect(await figures.count()).toBe(FIGURES.length);

  // No output is wider than its cell.
  const wide = await page.locator(".jp-OutputArea-output").evaluateAll((outputs) =>
    outputs.filter((output) => output.scrollWidth > output.clientWidth + 1).map((output) => output.textContent)
  );
  expect(wide).toEqual([]);

  await page.evaluate(() => {
    // deno-lint-ignore no-explicit-any
    return (globalThis as any).jupyterapp.commands.execute("apputils:change-theme", { theme: "JupyterLab Dark" });
  });
  const back = () => map.locator(".tb-live.tb-map").evaluate((stage) => getComputedStyle(stage).backgroundColor);
  await expect.poll(back, patience).toBe("rgb(20, 24, 31)");
  await page.screenshot({ path: screenshotPath("lab-dark") });
  await page.locator("figure.tracebook-variants").scrollIntoViewIfNeeded();
  await page.screenshot({ path: screenshotPath("lab-variants-dark") });
  expect(heard).toMatchObject({ errors: [], dialogs: [] });
  expect(heard.requests.filter((address) => !address.startsWith(lab.address))).toEqual([]);
  await notebook.close();
});

test.skipIf(lacksTools)("Stop ends a loop and a wait, and variables are kept", async () => {
  const notebook = await openNotebook(browser, lab, "notebooks/stop.ipynb");
  const { page } = notebook;
  const stop = page.locator('jp-button[data-command="notebook:interrupt-kernel"], [data-jp-item-name="interrupt"]')
    .last();
  await notebook.run(0, "let kept = 40;");
  await notebook.idle();
  for (const endless of ["while (true) {}", "await new Promise(() => {})"]) {
    const cell = await notebook.run(1, `kept++; ${endless}`);
    await page.waitForTimeout(1500);
    expect(await cell.locator(".jp-InputPrompt").innerText()).toBe("[*]:");
    await stop.click();
    await notebook.idle(20);
    await expect.poll(() => cell.locator(".jp-OutputArea").innerText(), patience).toContain("Interrupted");
  }
  const last = await notebook.run(2, "kept");
  await expect.poll(() => last.locator(".jp-OutputArea-output").allInnerTexts(), patience).toEqual(["42"]);
  await page.screenshot({ path: screenshotPath("lab-stop") });
  await notebook.close();
});

test.skipIf(lacksTools)("Shift+Tab on a function shows what it does", async () => {
  const notebook = await openNotebook(browser, lab, "notebooks/inspect.ipynb");
  const { page } = notebook;
  await notebook.run(0, 'import { readLog, viewProcessMap } from "tracebook";');
  await notebook.idle();
  const cell = await notebook.cell(1);
  await cell.locator(".cm-content").fill("viewProcessMap");
  await cell.locator(".cm-content").press("End");
  await cell.locator(".cm-content").press("Shift+Tab");
  const tooltip = page.locator(".jp-Tooltip");
  // The language server starts with the kernel, and takes its time on a busy machine.
  await tooltip.waitFor({ timeout: 60_000 });
  await page.screenshot({ path: screenshotPath("lab-inspect") });
  const [first] = documentationOf(await readFile(processMap, "utf8"), "viewProcessMap");
  expect((await tooltip.innerText()).replace(/\s+/g, " ")).toContain(first);
  await notebook.close();
});

test.skipIf(lacksTools)("a control in the page changes a chart that the kernel draws", async () => {
  const notebook = await openNotebook(browser, lab, "notebooks/control.ipynb");
  const { page, heard } = notebook;
  await notebook.runAll();
  const cell = await notebook.cell(0);
  const input = cell.locator("input[type=range]");
  await input.waitFor(patience);
  const title = cell.locator("img");
  const first = await title.getAttribute("alt");
  await input.fill("3");
  await expect.poll(() => title.getAttribute("alt"), patience).toMatch(/^The 3 /);
  expect(first).toMatch(/^The 12 /);
  await page.screenshot({ path: screenshotPath("lab-control") });
  expect(heard.errors).toEqual([]);
  await notebook.close();
});

/** A slider whose value goes to the kernel, and the picture that comes back. */
const CONTROL = `import { readLog, viewVariants, widget } from "tracebook";
const log = await readLog("../data/order-to-cash.csv");
const chart = (top: number) => viewVariants(log, { top });
const picture = (top: number) => ({
  src: "data:image/svg+xml," + encodeURIComponent(chart(top).toSVG()),
  alt: \`The \${top} most frequent variants\`,
});
widget({
  esm: \`export default { render({ model, el }) {
    const input = Object.assign(document.createElement("input"), { type: "range", min: 1, max: 20 });
    input.value = model.get("top");
    const image = document.createElement("img");
    image.style = "max-width:100%;display:block";
    const show = () => Object.assign(image, model.get("picture"));
    input.oninput = () => { model.set("top", Number(input.value)); model.save_changes(); };
    model.on("change:picture", show);
    show();
    el.append(input, image);
  } }\`,
  state: { top: 12, picture: picture(12) },
  onChange: ({ top }, shown) => { if (top !== undefined) shown.set({ picture: picture(top) }); },
});`;

/** Sentences of the comment above an exported function. */
function documentationOf(source: string, name: string): string[] {
  const end = source.indexOf(`function ${name}(`);
  const comment = source.slice(source.lastIndexOf("/**", end), end);
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\/?\*+\/?\s?/, ""));
  return lines.join(" ").trim().split(/(?<=[.:;,])\s/);
}
