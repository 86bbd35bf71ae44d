/** A notebook open in JupyterLab, driven as a person drives it: by keys, menus and clicks. */
import type { Browser, Locator, Page } from "playwright-core";
import { type Heard, listen } from "./chromium.ts";
import type { Lab } from "./jupyter.ts";

export interface NotebookPage {
  readonly page: Page;
  readonly heard: Heard;
  /** A cell by its place, from 0; scrolled to. */
  cell(index: number): Promise<Locator>;
  /** Runs all cells, by the menu; returns at once. */
  runAll(): Promise<void>;
  /** Puts a text into a code cell, and runs it by Shift+Enter; returns at once. */
  run(index: number, source: string): Promise<Locator>;
  /** Waits until no cell is running. */
  idle(timeoutSeconds?: number): Promise<void>;
  close(): Promise<void>;
}

/** @param ready waits for the kernel as well. */
export async function openNotebook(
  browser: Browser,
  lab: Lab,
  name: string,
  options: { ready?: boolean; colorScheme?: "light" | "dark" } = {},
): Promise<NotebookPage> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    reducedMotion: "reduce",
    colorScheme: options.colorScheme ?? "light",
  });
  const page = await context.newPage();
  const heard = listen(page);
  await page.goto(`${lab.address}/lab/workspaces/${name.replace(/\W/g, "")}/tree/${name}?reset`);
  const panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)");
  const cells = panel.locator(".jp-WindowedPanel-viewport > .jp-Cell");
  await cells.first().waitFor({ timeout: 60_000 });
  const state = () =>
    page.evaluate(() => {
      // deno-lint-ignore no-explicit-any
      const kernel = (globalThis as any).jupyterapp.shell.currentWidget.sessionContext?.session?.kernel;
      return (kernel?.status as string | undefined) ?? "none";
    });
  if (options.ready !== false) await until(async () => await state() === "idle", 60);
  const notebook: NotebookPage = {
    page,
    heard,
    async cell(index) {
      const cell = panel.locator(`.jp-Cell[data-windowed-list-index="${index}"]`);
      await cell.scrollIntoViewIfNeeded();
      return cell;
    },
    async runAll() {
      await page.locator(".lm-MenuBar-itemLabel", { hasText: /^Run$/ }).click();
      await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
    },
    async run(index, source) {
      const cell = await notebook.cell(index);
      await cell.locator(".cm-content").fill(source);
      await cell.locator(".cm-content").press("Shift+Enter");
      return cell;
    },
    async idle(timeoutSeconds = 60) {
      await until(async () => await page.locator(".jp-InputPrompt", { hasText: "[*]" }).count() === 0, timeoutSeconds);
    },
    close: () => context.close(),
  };
  return notebook;
}

async function until(holds: () => Promise<boolean>, timeoutSeconds: number): Promise<void> {
  const end = Date.now() + timeoutSeconds * 1000;
  while (!await holds()) {
    if (Date.now() > end) throw new Error(`Waited ${timeoutSeconds} s in vain.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
