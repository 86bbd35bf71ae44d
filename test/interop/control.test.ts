/** `control` in JupyterLab: a change runs the view in the kernel; what is saved is the picture as it was last shown. */
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeNotebook } from "../../src/notebook/notebook.ts";
import { book, code } from "../notebook/books.ts";
import { lacksChromium, launchChromium, screenshotPath } from "./support/chromium.ts";
import { type JupyterFolder, jupyterFolder, type Lab, lacksJupyter, startLab } from "./support/jupyter.ts";
import { openNotebook } from "./support/notebook_page.ts";

const patience = { timeout: 30_000 };
const lacksTools = lacksChromium || lacksJupyter;
let folder: JupyterFolder;
let lab: Lab;
let browser: Browser;

beforeAll(async () => {
  if (lacksTools) return;
  folder = await jupyterFolder();
  await mkdir(join(folder.path, "notebooks"));
  await symlink(fileURLToPath(new URL("../../data", import.meta.url)), join(folder.path, "data"));
  await writeNotebook(join(folder.path, "notebooks", "control.ipynb"), {
    ...book(...CELLS.map((it) => code(it))),
    metadata: { kernelspec: { name: "tracebook", display_name: "Tracebook", language: "typescript" } },
  });
  lab = await startLab(folder);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
  await folder?.remove();
});

test.skipIf(lacksTools)(
  "a slider, a choice and a text run their views again; errors stand in the picture's place",
  async () => {
    const notebook = await openNotebook(browser, lab, "notebooks/control.ipynb");
    const { page, heard } = notebook;
    await notebook.runAll();
    const slider = (await notebook.cell(1)).locator(".tb-control input");
    await slider.waitFor({ timeout: 60_000 });
    const cell = await notebook.cell(1);
    const rows = () => cell.locator("figure.tracebook .tb-live .tbc-variant").count();
    await expect.poll(rows, patience).toBe(12);
    // Where the control is live, the words that stand for it are not shown.
    expect(await cell.locator("p", { hasText: "Variants: 12" }).isVisible()).toBe(false);
    await page.screenshot({ path: screenshotPath("lab-control-door") });
    await slider.fill("5");
    await expect.poll(rows, patience).toBe(5);
    // Many movements in a row: the last one counts.
    for (const value of ["6", "7", "8", "9", "3"]) await slider.fill(value);
    await expect.poll(rows, patience).toBe(3);

    const choice = await notebook.cell(2);
    await choice.locator("select").selectOption({ label: "South" });
    await expect.poll(() => choice.locator("pre").innerText(), patience).toContain("South");
    const text = await notebook.cell(3);
    await text.locator("input[type=text]").fill("bad");
    await expect.poll(() => text.locator("[role=alert]").innerText(), patience).toContain("no such word");
    await text.locator("input[type=text]").fill("good");
    await expect.poll(() => text.locator("pre").innerText(), patience).toContain("GOOD");
    expect(await text.locator("[role=alert]").count()).toBe(0);
    expect(heard.errors).toEqual([]);

    await page.keyboard.press("Escape");
    await page.locator(".lm-MenuBar-itemLabel", { hasText: /^File$/ }).click();
    await page.locator('.lm-Menu-item[data-command="docmanager:save"]').first().click();
    const saved = async () =>
      JSON.stringify(
        JSON.parse(await readFile(join(folder.path, "notebooks", "control.ipynb"), "utf8")).cells[1].outputs,
      );
    await expect.poll(saved, patience).toContain("The 3 most frequent of 163 variants");
    await notebook.close();
  },
);

const CELLS = [
  `import { control, readLog, viewVariants } from "tracebook";
const log = await readLog("../data/order-to-cash.csv");`,
  `control({ label: "Variants", from: 1, to: 30, value: 12 }, (top) => viewVariants(log, { top }));`,
  `control({ label: "Region", among: ["North", "South"] }, (region) => "It is " + region);`,
  `control({ label: "Word", text: "first" }, async (word) => {
  if (word === "bad") throw new Error("no such word");
  return word.toUpperCase();
});`,
];
