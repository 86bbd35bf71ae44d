/** What a page takes of the machine's memory: the process that shows it, its workers included. */
import type { Browser } from "playwright-core";

/** Megabytes of the largest renderer, as Linux counts what is its own; elsewhere NaN. */
export async function pageMegabytes(browser: Browser): Promise<number> {
  if (Deno.build.os !== "linux") return NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => ownMegabytes(id));
  return Math.max(...sizes);
}

function ownMegabytes(pid: number): number {
  try {
    const rollup = Deno.readTextFileSync(`/proc/${pid}/smaps_rollup`);
    const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)]
      .reduce((sum, [, size]) => sum + Number(size), 0);
    return kilobytes / 1024;
  } catch {
    return 0;
  }
}
