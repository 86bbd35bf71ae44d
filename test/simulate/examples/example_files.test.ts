import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nodeProcess from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { csvText } from "../../../src/simulate/engine/csv_text.ts";
import { exampleFiles } from "../../../src/simulate/examples/example_files.ts";

const DATA = fileURLToPath(new URL("../../../data/", import.meta.url));
const MAIN = fileURLToPath(new URL("../../../src/simulate/main.ts", import.meta.url));
const FILES = ["order-desk-truth.csv", "order-desk.csv", "order-to-cash-truth.csv", "order-to-cash.csv", "truth.json"];

test("the task `data` writes the committed files, byte for byte", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "tracebook-data-"));
  try {
    await promisify(execFile)(nodeProcess.execPath, ["run", "-A", MAIN, "--out", folder]);
    expect((await readdir(folder)).sort()).toEqual(FILES);
    for (const name of FILES) {
      const [made, committed] = await Promise.all([readFile(join(folder, name)), readFile(join(DATA, name))]);
      expect(made.equals(committed), `${name} differs: run \`deno task data\` and look at what changed`).toBe(true);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the example data stay within 4 MB", async () => {
  const sizes = await Promise.all((await readdir(DATA)).map(async (name) => (await stat(join(DATA, name))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
});

test("another seed gives other files", () => {
  const first = new Map(exampleFiles({ seed: 1, cases: 40 }));
  for (const [name, text] of exampleFiles({ seed: 2, cases: 40 })) {
    if (name === "order-to-cash.csv") expect(text).not.toBe(first.get(name));
  }
  expect(new Map(exampleFiles({ seed: 1, cases: 40 }))).toEqual(first);
});

test("the stated facts are those of the committed logs, counted here from the text", async () => {
  const read = async (name: string) =>
    (await readFile(join(DATA, name), "utf8")).trimEnd().split("\n").slice(1).map((line) => line.split(","));
  const events = await read("order-to-cash.csv");
  const interactions = await read("order-desk.csv");
  const { orderToCash, orderDesk } = JSON.parse(await readFile(join(DATA, "truth.json"), "utf8"));

  expect(events.length).toBe(orderToCash.events);
  expect(new Set(events.map((row) => row[0])).size).toBe(orderToCash.cases);
  const waits = new Map<string, number>();
  let throughput = 0;
  let begin = 0;
  events.forEach((row, i) => {
    const from = Date.parse(row[2] || row[3]!);
    if (events[i - 1]?.[0] !== row[0]) begin = from;
    else {
      const pair = `${events[i - 1]![1]} → ${row[1]}`;
      waits.set(pair, (waits.get(pair) ?? 0) + from - Date.parse(events[i - 1]![3]!));
    }
    if (events[i + 1]?.[0] !== row[0]) throughput += Date.parse(row[3]!) - begin;
  });
  const [pair, total] = [...waits].sort((a, b) => b[1] - a[1])[0]!;
  expect(pair).toBe(`${orderToCash.bottleneck.from} → ${orderToCash.bottleneck.to}`);
  expect(orderToCash.bottleneck.share).toBeCloseTo(total / throughput, 4);

  expect(interactions.length).toBe(orderDesk.interactions);
  const ends = new Map<string, { key: string; first: number; last: number; active: number }>();
  for (const [time, , team, , , , , , , , segment, task] of interactions) {
    if (!segment) continue;
    const t = Date.parse(time!) / 1000;
    const seen = ends.get(segment);
    if (!seen) ends.set(segment, { key: `${team} ${task}`, first: t, last: t, active: 0 });
    else {
      if (t - seen.last <= 180) seen.active += t - seen.last;
      seen.last = t;
    }
  }
  expect(ends.size).toBe(orderDesk.instances);
  for (const fact of orderDesk.handle) {
    const own = [...ends.values()].filter(({ key }) => key === `${fact.team} ${fact.task}`);
    const mean = (value: (x: (typeof own)[number]) => number) => own.reduce((sum, x) => sum + value(x), 0) / own.length;
    expect(own.length).toBe(fact.instances);
    expect(fact.meanHandleSeconds).toBeCloseTo(mean((x) => x.last - x.first), 3);
    expect(fact.meanActiveSeconds).toBeCloseTo(mean((x) => x.active), 3);
  }
});

test("cells with commas, quotes and line ends are quoted", () => {
  expect(csvText(["a", "b"], [["x,y", 'say "no"'], [undefined, 1.5], ["two\nlines", "plain"]]))
    .toBe('a,b\n"x,y","say ""no"""\n,1.5\n"two\nlines",plain\n');
});
