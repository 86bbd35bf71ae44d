/** Chromium as the tests drive it, and what a page says while they do. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** `TRACEBOOK_CHROMIUM`, or the first one on the PATH. */
export const chromiumPath: string | undefined = [
  process.env["TRACEBOOK_CHROMIUM"] ?? "",
  ...(process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  ...places,
].find((path) => path !== "" && existsSync(path));

/** Where `CI` is set, a browser that is missing is a failure, not a reason to skip. */
export const lacksChromium = chromiumPath === undefined && !process.env["CI"];

export async function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error("Expected Chromium on the PATH or in TRACEBOOK_CHROMIUM but found none.");
  return await chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Heard {
  /** Messages of the console that are errors, and what was thrown and not caught. */
  readonly errors: string[];
  /** Addresses asked for, `data:` and `blob:` left out. */
  readonly requests: string[];
  /** Texts of alert, confirm and prompt. */
  readonly dialogs: string[];
}

/** Listens to a page from here on. */
export function listen(page: Page): Heard {
  const heard: Heard = { errors: [], requests: [], dialogs: [] };
  page.on("console", (message) => {
    if (message.type() === "error") heard.errors.push(message.text());
  });
  page.on("pageerror", (error) => heard.errors.push(error.stack ?? error.message));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) heard.requests.push(request.url());
  });
  page.on("dialog", (dialog) => {
    heard.dialogs.push(dialog.message());
    dialog.dismiss().catch(() => {});
  });
  return heard;
}

/** Where a screenshot with this name is kept. */
export function screenshotPath(name: string): string {
  return fileURLToPath(new URL(`../screenshots/${name}.png`, import.meta.url));
}
