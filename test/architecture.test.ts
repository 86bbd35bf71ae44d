import { expect, test } from "vitest";
import { dirname, join, relative, resolve } from "node:path";
import { readdirSync, readFileSync } from "node:fs";

/**
 * Rooms from the top to the ground; the neighbours on one floor stand in one row. A file imports from lower floors as it
 * likes, from a neighbour only what its door (`mod.ts`) hands out, and from above nothing.
 */
const floors = [
  ["cli"],
  ["notebook"],
  ["viz"],
  ["hybrid"],
  ["mining", "taskmining", "simulate"],
  ["log"],
  ["models", "privacy"],
  ["io"],
  ["db"],
  ["base"],
];
const root = resolve(import.meta.dirname!, "..");
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts")).map((file) => join("src", file)).sort();
/** What users import. */
const DOOR = "src/mod.ts";
const imports = new Map(files.map((file) => [file, localImports(file)]));

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

test("every import of a file finds it", () => {
  const missing = files.flatMap((file) => imports.get(file)!.filter((target) => !imports.has(target)));
  expect(missing).toEqual([]);
});

/** Types count too: an arrow that is only there for the compiler is still there for the reader. */
function localImports(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [
    ...text.matchAll(/^\s*(?:import|export)\b[^;"'`]*?from\s+["'](\.[^"']+)["']|^\s*import\s+["'](\.[^"']+)["']/gm),
  ]
    .map((match) => relative(root, resolve(root, dirname(file), (match[1] ?? match[2])!)))
    .filter((target) => target.endsWith(".ts"));
}

function roomOf(file: string): string {
  return file.split("/")[1]!;
}

function floorOf(file: string): number {
  return floors.findIndex((rooms) => rooms.includes(roomOf(file)));
}
