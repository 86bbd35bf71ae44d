/** `deno task docs`: writes everything in the documentation that is made from the code. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { architecturePages } from "./architecture.ts";
import { commandLinePage } from "./command_line.ts";
import { root } from "./house.ts";
import type { Pages } from "./page.ts";
import { readmePages } from "./readme.ts";
import { referencePages } from "./reference.ts";

/** Where nothing stands but what is made. */
export const MADE_FOLDER = "docs/reference";

/** Every generated page as it should be; pages with blocks keep what stands around them. */
export async function madePages(): Promise<Pages> {
  const parts = await Promise.all([referencePages(), commandLinePage(), readmePages(), architecturePages()]);
  return new Map(parts.flatMap((pages) => [...pages]));
}

/** Pages in the folder of made ones that are no longer made. */
export async function strayPages(pages: Pages): Promise<string[]> {
  const found = await readdir(join(root, MADE_FOLDER)).catch(() => []);
  return found.map((name) => `${MADE_FOLDER}/${name}`).filter((path) => !pages.has(path));
}

if (import.meta.main) {
  const pages = await madePages();
  for (const path of await strayPages(pages)) await rm(join(root, path));
  let written = 0;
  for (const [path, text] of pages) {
    const file = join(root, path);
    if (await readFile(file, "utf8").catch(() => undefined) === text) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`Wrote ${path}`);
    written++;
  }
  console.log(`${pages.size} pages, ${written} of them new or changed`);
}
