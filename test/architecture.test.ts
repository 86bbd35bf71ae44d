import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { DOOR, floorOf, importsOfSource, roomOf, root } from "../docs/make/house.ts";

const imports = importsOfSource();
const files = [...imports.keys()];

test("every file stands in a room of the plan", () => {
  const strangers = files.filter((file) => file !== DOOR && floorOf(file) < 0);
  expect(strangers).toEqual([]);
});

test("arrows between rooms point one way", () => {
  const upward = files.filter((file) => file !== DOOR).flatMap((file) =>
    imports.get(file)!.filter((target) => target === DOOR || floorOf(target) < floorOf(file))
      .map((target) => `${file} → ${target}`)
  );
  expect(upward).toEqual([]);
});

test("neighbours meet at their doors", () => {
  const around = files.filter((file) => file !== DOOR).flatMap((file) =>
    imports.get(file)!.filter((target) =>
      floorOf(target) === floorOf(file) && roomOf(target) !== roomOf(file) && target !== `src/${roomOf(target)}/mod.ts`
    ).map((target) => `${file} → ${target}`)
  );
  expect(around).toEqual([]);
});

test("the house has one door, which leads to the doors of its rooms", () => {
  const aside = imports.get(DOOR)!.filter((target) => !/^src\/\w+\/mod\.ts$/.test(target));
  expect(aside).toEqual([]);
});

test("no file imports itself, not even by way of others", () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test("mining, models and logs need nothing that a page lacks", () => {
  const lacking = [...valuesReached(inPage)].flatMap((file) => {
    const code = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"[^"\n]*"/gm, "");
    const named = /(?<![.\w])(Deno|process)\??\.\w+/.exec(code)?.[0];
    const packages = valueImports(file).filter((target) =>
      !target.startsWith(".") && !IN_PAGE_PACKAGES.includes(target)
    );
    return [
      ...(named ? [`${file} names ${named}`] : []),
      ...(file.startsWith("src/db/") ? [`${file} is of the database`] : []),
      ...packages.map((target) => `${file} imports ${target}`),
    ];
  });
  expect(inPage.length).toBeGreaterThan(100);
  expect(lacking).toEqual([]);
});

test("every import of a file finds it", () => {
  const missing = files.flatMap((file) => imports.get(file)!.filter((target) => !imports.has(target)));
  expect(missing).toEqual([]);
});

test("nothing rests on the benchmarks", () => {
  const others = ["src", "test", "docs"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts")).map((file) => join(folder, file))
  );
  const onBench = others.filter((file) => /\bfrom "(\.\.\/)+bench\//.test(readFileSync(join(root, file), "utf8")));
  expect(onBench).toEqual([]);
});

/** Readers, writers and databases of logs, which stay behind where logs are mined in a page. */
const BESIDE_FILES = [
  /^src\/log\/(mod|from_rows|lazy_views|mapping_option|masked_recording|open_export|read_any_log)\.ts$/,
  /^src\/log\/events\/(read_log|write_log|log_database)\.ts$/,
  /^src\/log\/calendar\/read_calendar\.ts$/,
  /^src\/log\/interactions\/(read_\w+|write_\w+|interaction_database|canonical_interactions)\.ts$/,
  /^src\/models\/(mod\.ts|files\/)/,
];
/** Packages that run in a page. */
const IN_PAGE_PACKAGES = ["arquero", "jstat", "@hpcc-js/wasm-graphviz"];
const inPage = files.filter((file) =>
  /^src\/(mining|models|log)\//.test(file) && !BESIDE_FILES.some((pattern) => pattern.test(file))
);

/** The files that these need when they run: imports of types alone lead nowhere. */
function valuesReached(start: readonly string[]): Set<string> {
  const reached = new Set(start);
  for (const file of reached) {
    for (const target of valueImports(file)) {
      if (target.startsWith(".")) reached.add(relative(root, resolve(root, dirname(file), target)));
    }
  }
  return reached;
}

/** What a file imports to run, at once or later, as it is written there. */
function valueImports(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8").replace(/^\s*(\/?\*|\/\/).*$/gm, "");
  const clauses = text.matchAll(/^\s*(?:import|export)\b([^;"'`]*?)from\s+["']([^"']+)["']/gm);
  const named = [...clauses].filter(([, clause]) => {
    if (/^\s*type\b/.test(clause!)) return false;
    const names = /^\s*\{([^}]*)\}\s*$/.exec(clause!)?.[1]?.split(",").map((name) => name.trim()).filter(Boolean);
    return !names || names.length === 0 || names.some((name) => !name.startsWith("type "));
  }).map((match) => match[2]!);
  const bare = [...text.matchAll(/^\s*import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm)]
    .map((match) => (match[1] ?? match[2])!);
  return [...named, ...bare];
}
