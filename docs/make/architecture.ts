/** The picture of the rooms and their table, made from the imports. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { DOOR, floors, importsOfSource, type Room, roomOf, root } from "./house.ts";
import { code, formatted, type Pages, table, withBlock } from "./page.ts";

export async function architecturePages(): Promise<Pages> {
  const { rooms, targets } = plan();
  const page = await readFile(join(root, "docs/architecture.md"), "utf8");
  const rows = rooms.map(({ name, holds }) => [
    code(`src/${name}`),
    holds,
    targets.get(name)!.map(code).join(", ") || "–",
  ]);
  return new Map([
    [
      "docs/architecture.md",
      await formatted(withBlock(page, "rooms", table(["room", "holds", "imports from"], rows))),
    ],
    ["docs/architecture.svg", await picture(rooms, targets)],
  ]);
}

/** Rooms that have files, from the top; what each imports from, in the same order. */
function plan() {
  const imports = importsOfSource();
  const used = new Map<string, Set<string>>();
  for (const [file, targets] of imports) {
    if (file === DOOR) continue;
    const room = roomOf(file);
    const others = targets.map(roomOf).filter((target) => target !== room);
    used.set(room, new Set([...used.get(room) ?? [], ...others]));
  }
  const rooms = floors.flat().filter(({ name }) => used.has(name));
  const targets = new Map(rooms.map(({ name }) => [
    name,
    rooms.map((room) => room.name).filter((other) => used.get(name)?.has(other)),
  ]));
  return { rooms, targets };
}

/** Graphviz draws it on a white card, so that it can be read on a dark page, too. */
async function picture(rooms: readonly Room[], targets: ReadonlyMap<string, readonly string[]>): Promise<string> {
  const known = new Set(rooms.map(({ name }) => name));
  const lines = [
    "digraph rooms {",
    'graph [rankdir=TB, bgcolor="white", pad=0.25, nodesep=0.3, ranksep=0.38, tooltip="The rooms and what they import"]',
    'node [shape=box, style="rounded,filled", fillcolor="#eef3fa", color="#5b7aa8", fontcolor="#1c2b41", ' +
    'fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.16,0.09"]',
    'edge [color="#5b7aa8", arrowsize=0.7]',
    ...rooms.map(({ name, holds }) => {
      const lines = [name, ...wrapped(holds, 34)];
      // Wide enough for whatever font the reader has: Graphviz measures Helvetica.
      const inches = Math.max(...lines.map((line) => line.length)) * 6.3 / 72 + 0.35;
      return `${name} [tooltip="${name}", width=${inches.toFixed(2)}, label="${lines.join("\\n")}"]`;
    }),
    ...floors.map((floor) => floor.filter(({ name }) => known.has(name)))
      .map((floor) => `{ rank=same; ${floor.map(({ name }) => name).join("; ")} }`),
    ...rooms.flatMap(({ name }) => direct(name, targets).map((target) => `${name} -> ${target}`)),
    "}",
  ];
  const graphviz = await Graphviz.load();
  const svg = graphviz.layout(lines.join("\n"), "svg", "dot");
  return svg.slice(svg.indexOf("<svg")).replace(/<!--[^]*?-->\n?/g, "")
    .replace(/<text (?=[^>]*>(\w+)<)/g, (text, word: string) => known.has(word) ? '<text font-weight="bold" ' : text)
    .trimEnd() + "\n";
}

/** Without the rooms that it reaches through another one anyway. */
function direct(room: string, targets: ReadonlyMap<string, readonly string[]>): string[] {
  const own = targets.get(room)!;
  const reached = new Set<string>();
  const reach = (from: string) => {
    for (const target of targets.get(from)!) {
      if (!reached.has(target)) {
        reached.add(target);
        reach(target);
      }
    }
  };
  own.forEach(reach);
  return own.filter((target) => !reached.has(target));
}

function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1) !== "" && lines.at(-1)!.length + 1 + word.length > width) lines.push("");
    lines[lines.length - 1] += (lines.at(-1) === "" ? "" : " ") + word;
  }
  return lines;
}
