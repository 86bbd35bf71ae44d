/** The rooms of `src`, floor by floor, and what their files import. The architecture test holds the rules about them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface Room {
  readonly name: string;
  readonly holds: string;
}

/**
 * Rooms from the top to the ground; the neighbours on one floor stand in one row. A file imports from lower floors as it
 * likes, from a neighbour only what its door (`mod.ts`) hands out, and from above nothing.
 */
export const floors: readonly (readonly Room[])[] = [
  [{ name: "cli", holds: "the command line: tb, report, lab; the registry of commands and algorithms" }],
  [{ name: "notebook", holds: "the kernel, the runner, parameters, batches, the HTML report" }],
  [{ name: "viz", holds: "pictures, and what runs inside them in a page" }],
  [{ name: "hybrid", holds: "what joins event logs and interaction logs" }],
  [
    { name: "mining", holds: "process mining: measures, discovery, conformance, quality" },
    { name: "taskmining", holds: "task mining: cleaning, segmentation, routines, measures, friction" },
    { name: "simulate", holds: "logs whose truth is known" },
  ],
  [{ name: "log", holds: "event logs and interaction logs: opened, filtered, queried, written" }],
  [
    {
      name: "models",
      holds: "process models: nets, trees, BPMN, rules; converted, checked, laid out, read and written",
    },
    { name: "privacy", holds: "what is personal: found, masked, suppressed" },
  ],
  [{ name: "io", holds: "files as tables: formats, times, mappings, the reading report" }],
  [{ name: "db", holds: "DuckDB: two drivers behind one interface" }],
  [{ name: "base", holds: "columns, errors, statistics, formats of figures" }],
];

/** What users import. */
export const DOOR = "src/mod.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The source files, each with the files that it imports. */
export function importsOfSource(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts")).map((file) => `src/${file.replaceAll("\\", "/")}`).sort();
  return new Map(files.map((file) => [file, localImports(file)]));
}

/** Types count too: an arrow that is only there for the compiler is still there for the reader. */
function localImports(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [
    ...text.matchAll(/^\s*(?:import|export)\b[^;"'`]*?from\s+["'](\.[^"']+)["']|^\s*import\s+["'](\.[^"']+)["']/gm),
  ]
    .map((match) => relative(root, resolve(root, dirname(file), (match[1] ?? match[2])!)).replaceAll("\\", "/"))
    .filter((target) => target.endsWith(".ts"));
}

export function roomOf(file: string): string {
  return file.split("/")[1]!;
}

/** 0 is the top; -1 for a file that stands in no room. */
export function floorOf(file: string): number {
  return floors.findIndex((rooms) => rooms.some(({ name }) => name === roomOf(file)));
}
