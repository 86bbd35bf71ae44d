/** `deno task docs`: writes everything in the documentation that is made from the code. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWholeFile } from "../../src/io/files/write_whole_file.ts";
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
    await writeWholeFile(file, text, { makeFolder: true });
    console.log(`Wrote ${path}`);
    written++;
  }
  console.log(`${pages.size} pages, ${written} of them new or changed`);
}
