/** `docs/gallery.md`: every view with its picture, and the code that draws it. */
import * as tracebook from "../../src/mod.ts";
import { chapters, type GalleryEntry, preparation } from "./gallery_entries.ts";
import { root } from "./house.ts";
import { formatted, type Pages } from "./page.ts";

/** Where nothing stands but the pictures. */
export const GALLERY_FOLDER = "docs/gallery";

export interface Drawn {
  readonly parts: { readonly title: string; readonly alt: string };
  toSVG(): string;
  toHTML(): string;
}

export async function galleryPages(): Promise<Pages> {
  const pages = new Map<string, string>();
  const sections: string[] = [];
  const draw = await preparedGallery();
  for (const { title, entries } of chapters) {
    sections.push(`## ${title}`);
    for (const entry of entries) {
      const figure = await draw(entry);
      pages.set(`${GALLERY_FOLDER}/${entry.name}.svg`, portable(figure.toSVG()));
      const alt = figure.parts.alt.split("\n")[0]!.replace(/[[\]]/g, "").slice(0, 160);
      sections.push(
        `### ${figure.parts.title}`,
        entry.says,
        `\`\`\`ts\n${entry.code};\n\`\`\``,
        `![${alt}](gallery/${entry.name}.svg)`,
      );
    }
  }
  pages.set("docs/gallery.md", await formatted([introduction(), ...sections].join("\n\n")));
  return pages;
}

function introduction(): string {
  return [
    "# Gallery",
    "Every view, the question that it answers, and its code. The pictures are those of the example logs in `data`, drawn by " +
    "the code beside them: `deno task docs` makes this page, and a test fails while it is stale.",
    "In a notebook and in the HTML report each figure is more than its picture. It tells what is pointed at, and has a menu: " +
    "save as PNG, SVG or CSV, copy, full screen. A click on an activity, an arrow, a variant or a row of the numbers selects " +
    "its cases, and gives the filter that keeps them as code. `control` puts a slider, a choice or a text above a view.",
    "All code below starts from these lines:",
    `\`\`\`ts\n${importLine(preparation)}\n${preparation}\n\`\`\``,
  ].join("\n\n");
}

function importLine(code: string): string {
  return `import { ${namesIn(code).join(", ")} } from "tracebook";`;
}

function namesIn(code: string): string[] {
  return [...new Set(code.match(/\b[a-z]\w+(?=\()/gi))].filter((name) => name in tracebook).sort();
}

/** Runs the code of entries as the cells after the first one of a notebook run. */
export async function preparedGallery(): Promise<(entry: GalleryEntry) => Promise<Drawn>> {
  const codes = [preparation, ...chapters.flatMap(({ entries }) => entries.map(({ code }) => code))];
  const names = [...new Set(codes.flatMap(namesIn))];
  const declared = [...preparation.matchAll(/^const (\w+)/gm)].map(([, name]) => name!);
  const here = preparation.replaceAll('"data/', `${JSON.stringify(`${root}/`)} + "data/`);
  const values = names.map((name) => tracebook[name as "readLog"]);
  const scope = await run(names, `${here}\nreturn [${declared.join(", ")}];`, values) as unknown[];
  return async ({ code }) => await run([...names, ...declared], `return (${code});`, [...values, ...scope]) as Drawn;
}

function run(names: readonly string[], code: string, values: readonly unknown[]): unknown {
  const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => (...args: unknown[]) => unknown;
  return new AsyncFunction(...names, code)(...values);
}

/** Two decimals are the same on every machine; an element on each line makes differences readable. */
function portable(svg: string): string {
  return svg.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))))
    .replaceAll("><", ">\n<") + "\n";
}
