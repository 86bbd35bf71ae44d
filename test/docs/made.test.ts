/** What `deno task docs` makes is up to date, and complete. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { root } from "../../docs/make/house.ts";
import { madePages, strayPages } from "../../docs/make/main.ts";
import type { Pages } from "../../docs/make/page.ts";
import { exportedNames } from "../../docs/make/reference.ts";
import { algorithms } from "../../src/cli/registry/algorithms.ts";
import { commands } from "../../src/cli/registry/commands.ts";
import { methods } from "../../src/cli/registry/methods.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await madePages();
}, 60_000);

test("generated pages are what the code says; deno task docs writes them anew", async () => {
  const stale = [...pages].filter(([path, text]) => text !== read(path)).map(([path]) => path);
  expect(stale).toEqual([]);
  expect(await strayPages(pages)).toEqual([]);
});

test("making them again gives the same bytes", async () => {
  expect([...await madePages()]).toEqual([...pages]);
}, 60_000);

test("every exported name has an entry on one page, and stands in the index", async () => {
  const entries = [...pages].filter(([path]) => path.startsWith("docs/reference/") && path !== "docs/reference/cli.md")
    .flatMap(([, text]) => [...text.matchAll(/^### (\S+)$/gm)].map(([, name]) => name!));
  const exported = (await exportedNames()).map(({ name }) => name);
  expect(entries.sort()).toEqual(exported.sort());
  const index = [...read("docs/reference.md").matchAll(/\[(\w+)\]\(reference\/\w+\.md#/g)].map(([, name]) => name!);
  expect(index.sort()).toEqual(exported);
}, 60_000);

test("no section of the reference is empty", () => {
  const empty = [...pages].flatMap(([path, text]) =>
    [...text.matchAll(/^(#{2,}) (.+)\n+(?=(#+) |$(?![^]))/gm)]
      .filter(([, level, , next]) => next === undefined || next.length <= level!.length)
      .map(([, , title]) => `${path}: ${title}`)
  );
  expect(empty).toEqual([]);
});

test("the command line's page and the README name every command, algorithm and method", () => {
  const page = read("docs/reference/cli.md"), readme = read("README.md");
  for (const { name } of commands) expect(page).toContain(`\n## tb ${name}\n`);
  for (const { name } of [...algorithms, ...methods]) {
    expect(page).toContain(`| \`${name}\``);
    expect(readme).toContain(`\`${name}\``);
  }
});

test("links between pages lead somewhere", () => {
  const sources = ["README.md", "CONTRIBUTING.md", ...markdown("docs")];
  const anchors = new Map<string, Set<string>>();
  const broken = sources.flatMap((source) =>
    [...withoutCode(read(source)).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].filter(
      ([, path, anchor]) => {
        const target = path === "" ? source : join(dirname(source), path!);
        if (!exists(target)) return true;
        if (anchor === undefined) return false;
        if (!anchors.has(target)) anchors.set(target, anchorsOf(read(target)));
        return !anchors.get(target)!.has(anchor);
      },
    ).map(([link]) => `${source}: ${link}`)
  );
  expect(broken).toEqual([]);
});

test("files and functions that the documentation names are there", () => {
  const missing = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/decisions.md"].flatMap((page) =>
    read(page).split("\n").flatMap((line) => {
      const paths = [...line.matchAll(/`((?:src|test|docs|bench|notebooks|data)\/[\w./-]+)`/g)].map(([, path]) =>
        path!
      );
      const absent = paths.filter((path) => !exists(path));
      // "`path`: `function`, `other`" promises that the file holds them.
      const [, path, promised = ""] = /^\d+\. `(src\/[\w/.]+\.ts)`: ((?:`\w+`(?:, | and )?)+)/.exec(line) ?? [];
      const lacking = path && exists(path)
        ? [...promised.matchAll(/`(\w+)`/g)].map(([, name]) => name!)
          .filter((name) =>
            !new RegExp(`\\b(?:function\\*?|class|const|get|interface) ${name}\\b|^ {2}(?:async )?${name}\\(`, "m")
              .test(read(path))
          )
        : [];
      return [...absent, ...lacking.map((name) => `${path}: ${name}`)].map((what) => `${page}: ${what}`);
    })
  );
  expect(missing).toEqual([]);
});

test("architecture.md walks four ways, step by step", () => {
  const page = read("docs/architecture.md");
  const walks = page.slice(page.indexOf("## Four walks")).split(/^### /m).slice(1);
  expect(walks.length).toBe(4);
  for (const walk of walks) expect(walk.match(/^\d+\. `src\/[\w/.]+\.ts`: `\w+`/gm)!.length).toBeGreaterThan(4);
});

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function exists(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}

function markdown(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"))
    .map((file) => join(folder, file)).sort();
}

function withoutCode(text: string): string {
  return text.replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  const headings = text.replace(/^```[^]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm);
  for (const [, heading] of headings) {
    const slug = heading!.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase().replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-");
    let unique = slug;
    for (let i = 1; anchors.has(unique); i++) unique = `${slug}-${i}`;
    anchors.add(unique);
  }
  return anchors;
}
