/** Wrong options: exit code 2, the option as it was typed, no stack, nothing on stdout. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { OptionError } from "../../src/base/errors.ts";
import { inWordsOf, share } from "../../src/cli/options.ts";
import { algorithms } from "../../src/cli/registry/algorithms.ts";
import { commands } from "../../src/cli/registry/commands.ts";
import type { CommandEntry, Entry } from "../../src/cli/registry/entry.ts";
import { methods } from "../../src/cli/registry/methods.ts";
import { tb } from "../support/tb.ts";
import { tbHere } from "../support/tb_here.ts";

const EVENTS = "data/order-to-cash.csv", INTERACTIONS = "data/order-desk.csv";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-options-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a command needs beside its options, so that nothing else is wrong. */
function positionals({ name, reads }: CommandEntry): string[] {
  if (name === "discover") return ["imf", EVENTS];
  if (name === "conform") return ["replay", EVENTS, "--model", "model.pnml"];
  if (name === "convert") return ["model.pnml", "model.bpmn"];
  if (name === "run") return ["notebooks/quickstart.ipynb"];
  if (reads === "event log, interaction log") return [EVENTS, INTERACTIONS];
  return [reads === "interaction log" ? INTERACTIONS : EVENTS];
}

const ofCommands = commands.flatMap((command) => wrongOf(command, [command.name, ...positionals(command)]));
const ofEntries = [
  ...algorithms.flatMap((entry) => wrongOf(entry, ["discover", entry.name, EVENTS])),
  ...methods.flatMap((entry) => wrongOf(entry, ["conform", entry.name, EVENTS, "--model", "model.pnml"])),
];

function wrongOf({ options }: Pick<Entry, "options">, before: string[]): { args: string[]; option: string }[] {
  return Object.entries(options).filter(([, { number, choices, check }]) => number || choices || check)
    .flatMap(([option, { number }]) =>
      ["nonsense", "", ...(number ? ["-1", "NaN"] : [])].map((value) => ({
        args: [...before, `--${option}=${value}`],
        option,
      }))
    );
}

test.each([...ofCommands, ...ofEntries])("$args is wrong input", async ({ args, option }) => {
  const { code, out, err } = await tbHere(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(new RegExp(`^--${option}: expected .* but found "`));
  expect(err).not.toMatch(/^ {4}at /m);
});

test("every command has an option whose wrong value is found before the work", () => {
  // `convert` has none with values to check.
  expect([...new Set(ofCommands.map(({ args }) => args[0]))]).toEqual(
    commands.map(({ name }) => name).filter((name) => name !== "convert"),
  );
});

test.each([
  [["discover", "imf", EVENTS, "--noise", "7"], '--noise: expected a number from 0 to 1 but found "7".'],
  [["discover", "skeleton", EVENTS, "--noise", "1"], "--noise: expected a number from 0 to, not including, 1"],
  [["routines", INTERACTIONS, "--support", "2"], '--support: expected a number from 0 to 1 but found "2".'],
  [["discover", "inductiv", EVENTS], 'Expected an algorithm but found "inductiv". Did you mean "inductive"?'],
  [["conform", "aligments", EVENTS, "--model", "x.pnml"], 'Did you mean "alignments"?'],
  [["help", "discover", "hueristics"], 'Did you mean "heuristics"?'],
  [["help", "disocver"], 'Did you mean "discover"?'],
  [["times", EVENTS, "--measure", "wait"], 'Did you mean "waiting"?'],
  [["routines", INTERACTIONS, "--task", "task"], "--task: expected --instance beside it"],
  [["discover", "imf", EVENTS, "--zeta", "3"], "tb discover has no option --zeta"],
  [["conform", "replay", EVENTS, "--model", "x.pnml", "--zeta", "3"], "--zeta is for temporal"],
  [["handle", INTERACTIONS, "--map", "application"], "--map: expected ROLE=COLUMN"],
])("%j is answered with a way on", async (args, words) => {
  const { code, out, err } = await tbHere(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(words);
  expect(err).not.toMatch(/^ {4}at /m);
});

test("another program sees the same: exit code 2, and no stack", async () => {
  const { code, out, err } = await tb("discover", "imf", EVENTS, "--noise", "7");
  expect({ code, out, err }).toEqual({
    code: 2,
    out: "",
    err: '--noise: expected a number from 0 to 1 but found "7".\n',
  });
});

test("a file that cannot be written is found before the work", async () => {
  const nowhere = join(folder, "none", "x");
  for (
    const [args, option] of [
      [["discover", "imf", EVENTS, "--out", `${nowhere}.svg`], "--out"],
      [["conform", "replay", EVENTS, "--model", "x.pnml", "--cases", `${nowhere}.csv`], "--cases"],
      [["segment", INTERACTIONS, "--out", `${nowhere}.csv`], "--out"],
      [["map", EVENTS, "-o", `${nowhere}.json`], "-o"],
      [["map", EVENTS, "-o", folder], "-o"],
    ] as [string[], string][]
  ) {
    const { code, out, err } = await tbHere(...args);
    expect({ args, code, out }).toEqual({ args, code: 2, out: "" });
    expect(err).toMatch(new RegExp(`^${option}: expected a file to write but .*(none|is a folder)`));
  }
});

test("what the library says of its own fields is said of the options that set them", async () => {
  const options = { support: share({ help: "", field: "minSupport" }), noise: share({ help: "" }) };
  const said = (message: string) => inWordsOf(options, message);
  expect(said("Expected minSupport to be a share from 0 to 1 but found 7"))
    .toBe("Expected --support to be a share from 0 to 1 but found 7");
  expect(said("Expected noise from 0 to 1 but found 7.")).toBe("Expected --noise from 0 to 1 but found 7.");
  expect(said("A larger minSupport may settle them.")).toBe("A larger --support may settle them.");
  expect(said("Expected windowSize to be above 0 but found 0.")).toBe("Expected windowSize to be above 0 but found 0.");
  // On the way out of a command, too.
  const transfers = commands.find(({ name }) => name === "transfers")!;
  const failing = vi.spyOn(transfers, "main").mockRejectedValue(
    new OptionError("Expected withinSeconds to be a number of seconds above 0 but found 0"),
  );
  const { code, err } = await tbHere("transfers", INTERACTIONS);
  failing.mockRestore();
  expect({ code, err }).toEqual({ code: 2, err: "Expected --within to be a number of seconds above 0 but found 0\n" });
});

test("whichever option an error of the library is about, it is called as it is typed", () => {
  let fields = 0;
  for (const { options } of [...commands, ...algorithms, ...methods]) {
    for (const [name, { type, field = name }] of Object.entries(options)) {
      // Of the command line alone, as `--params-file`: the library knows no such field.
      if (!/^\w+$/.test(field)) continue;
      fields++;
      const said = (message: string) => inWordsOf(options, message);
      expect(said(`Expected ${field} to be right but found 7.`)).toBe(`Expected --${name} to be right but found 7.`);
      expect(said(`Read it with ${field}: ${type === "boolean" ? "true" : '"x"'}.`))
        .toBe(`Read it with --${name}${type === "boolean" ? "" : ' "x"'}.`);
      // A field of several words is no English word, wherever it stands; but a column may be called so.
      if (/[A-Z]/.test(field)) {
        expect(said(`A larger ${field} may do.`)).toBe(`A larger --${name} may do.`);
        expect(said(`x.csv: found "${field}".`)).toBe(`x.csv: found "${field}".`);
      }
    }
  }
  expect(fields).toBeGreaterThan(200);
});

test("a role to be mapped is told as the option that maps it", () => {
  const of = (command: string) => commands.find(({ name }) => name === command)!.options;
  const message = 'Map it while reading: mapping: { case: "…" }.';
  expect(inWordsOf(of("routines"), message)).toBe("Map it while reading: --map case=COLUMN.");
  expect(inWordsOf(of("times"), message)).toBe("Map it while reading: --case COLUMN.");
  expect(inWordsOf(of("times"), 'mapping: { case: "Order", start: "Begun" }')).toBe("--case Order --start Begun");
  expect(inWordsOf(of("times"), 'mapping: { lifecycle: "…" }')).toBe("--lifecycle-column COLUMN");
  expect(inWordsOf(of("convert"), message)).toBe(message);
});

test("errors of reading a log are answered in options, too", async () => {
  const { err } = await tbHere("routines", INTERACTIONS, "--instance", "case");
  expect(err).toContain("--map case=COLUMN");
  expect(err).not.toMatch(/mapping:|\{/);
});
