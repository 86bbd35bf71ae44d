/** `deno task docs`: writes everything in the documentation that is made from the code. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWholeFile } from "../../src/io/files/write_whole_file.ts";
import { architecturePages } from "./architecture.ts";
import { GALLERY_FOLDER, galleryPages } from "./gallery.ts";
import { commandLinePage } from "./command_line.ts";
import { root } from "./house.ts";
import type { Pages } from "./page.ts";
import { readmePages } from "./readme.ts";
import { referencePages } from "./reference.ts";

/** Where nothing stands but what is made. */
const MADE_FOLDERS = ["docs/reference"];

/** Every generated page but the gallery as it should be; pages with blocks keep what stands around them. */
export async function madePages(): Promise<Pages> {
  const parts = await Promise.all([referencePages(), commandLinePage(), readmePages(), architecturePages()]);
  return new Map(parts.flatMap((pages) => [...pages]));
}

/** Pages in folders of made ones that are no longer made. */
export async function strayPages(pages: Pages, folders: readonly string[] = MADE_FOLDERS): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder)).catch(() => [])).map((name) => `${folder}/${name}`)
    ),
  );
  return found.flat().filter((path) => !pages.has(path));
}

if (import.meta.main) {
  const pages = new Map([...await madePages(), ...await galleryPages()]);
  for (const path of await strayPages(pages, [...MADE_FOLDERS, GALLERY_FOLDER])) await rm(join(root, path));
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
