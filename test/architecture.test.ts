import { expect, test } from "vitest";
import { dirname, join, relative, resolve } from "node:path";
import { readdirSync, readFileSync } from "node:fs";

/** Rooms in the order of DESIGN: an import may point to a later line or stay on its own. */
const storeys = [["cli", "notebook"], ["viz"], ["mining", "taskmining", "simulate"], ["models", "log"], ["io", "db"]];
const root = resolve(import.meta.dirname!, "..");
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts")).map((file) => join("src", file)).sort();
const imports = new Map(files.map((file) => [file, localImports(file)]));

test("arrows between rooms point one way", () => {
  const upward = files.flatMap((file) =>
    imports.get(file)!.filter((target) => storeyOf(target) < storeyOf(file)).map((target) => `${file} → ${target}`)
  );
  expect(upward).toEqual([]);
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

function storeyOf(file: string): number {
  const room = file.split("/")[1]!;
  const storey = storeys.findIndex((rooms) => rooms.includes(room));
  return storey < 0 ? -1 : storey;
}
