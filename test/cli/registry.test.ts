/** What the registry promises: names, functions and examples that are there, options that reach the library. */
import { expect, test } from "vitest";
import * as tracebook from "../../src/mod.ts";
import { readArguments } from "../../src/cli/command.ts";
import { algorithms } from "../../src/cli/registry/algorithms.ts";
import { commands } from "../../src/cli/registry/commands.ts";
import { checkOptionsOf, type Entry, entryNamed } from "../../src/cli/registry/entry.ts";
import { methods } from "../../src/cli/registry/methods.ts";
import { readLog } from "../../src/log/events/read_log.ts";
import { EventLog } from "../../src/log/events/event_log.ts";

const tables: Record<string, readonly Entry[]> = { algorithms, methods, commands };
const entries = Object.values(tables).flat();

test.each(Object.entries(tables))("names of %s are told apart", (_, table) => {
  const names = table.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  expect(names.length).toBe(new Set(names).size);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z+-]*$/);
  for (const entry of table) {
    for (const name of [entry.name, ...entry.aliases ?? []]) {
      expect(entryNamed("one", name.toUpperCase(), table)).toBe(entry);
    }
  }
});

test("functions of entries can be imported from tracebook", () => {
  const missing = entries.flatMap(({ name, functions }) =>
    functions.filter((one) => typeof tracebook[one as keyof typeof tracebook] !== "function").map((one) =>
      `${name}: ${one}`
    )
  );
  expect(missing).toEqual([]);
});

test("every discovery function of tracebook has an algorithm, a command or a method", () => {
  const named = new Set(entries.flatMap(({ functions }) => functions));
  expect(Object.keys(tracebook).filter((name) => /^discover[A-Z]/.test(name) && !named.has(name))).toEqual([]);
});

test("summaries are one line without a full stop; papers are named, with a year", () => {
  for (const { summary } of entries) expect(summary).toMatch(/^[^\n]*[^.\s]$/);
  for (const { name, paper } of [...algorithms, ...methods]) expect(`${name}: ${paper}`).toMatch(/(19|20)\d\d/);
});

test.each(commands.flatMap((command) => command.examples.map((example) => ({ command, example }))))(
  "$example can be typed",
  ({ command, example }) => {
    const [tb, name, ...args] = example.split(" ").map((word) => word.replace(/^'(.*)'$/, "$1"));
    expect([tb, name]).toEqual(["tb", command.name]);
    const given = readArguments(command, args);
    const { choosesFrom } = command;
    if (choosesFrom) {
      checkOptionsOf(
        entryNamed(choosesFrom.what, given.positionals[0]!, choosesFrom.entries),
        choosesFrom.entries,
        given,
      );
    }
  },
);

test.each([
  ["inductive", "noise", "0.6"],
  ["imf", "noise", "0"],
  ["imd", "noise", "0.6"],
  ["heuristics", "dependency", "0.99"],
  ["split", "eta", "0"],
  ["split", "epsilon", "1"],
  ["declare", "support", "1"],
  ["declare", "confidence", "1"],
  ["skeleton", "noise", "0.4"],
  ["transition-system", "view", "multiset"],
  ["transition-system", "window", "1"],
])("%s finds something else by --%s %s", async (name, option, value) => {
  const log = await readLog("data/order-to-cash.csv");
  const algorithm = entryNamed("an algorithm", name, algorithms);
  const found = (args: string[]) => {
    const given = readArguments({ name: "discover", usage: "", options: algorithm.options }, args);
    return JSON.stringify(algorithm.discover(log, given), (_, part) => part instanceof Map ? [...part] : part);
  };
  expect(found([`--${option}`, value])).not.toBe(found([]));
});

test("evaluate and alignments keep to the states that were given", async () => {
  const log = await readLog("data/order-to-cash.csv");
  expect(log).toBeInstanceOf(EventLog);
  const net = tracebook.discoverAlpha(log);
  const model = {
    path: "model.pnml",
    net: () => Promise.resolve(net),
    json: () => Promise.reject(new Error("no JSON")),
  };
  for (
    const [name, ...args] of [["alignments", "--max-states", "1"], [
      "evaluate",
      "--by",
      "alignments",
      "--max-states",
      "1",
    ]]
  ) {
    const method = entryNamed("a method", name!, methods);
    const given = readArguments({ name: "conform", usage: "", options: method.options }, args);
    const { notes } = await method.check(log, model, given);
    expect(notes.join("\n")).toMatch(/least cost/);
  }
});
