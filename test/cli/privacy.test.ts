import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Command } from "../../src/cli/command.ts";
import { appsCommand } from "../../src/cli/commands/recordings/apps.ts";
import { handleCommand } from "../../src/cli/commands/recordings/handle.ts";
import { infoCommand } from "../../src/cli/commands/info.ts";
import { mapCommand } from "../../src/cli/commands/map.ts";
import { programsCommand } from "../../src/cli/commands/recordings/programs.ts";
import { routinesCommand } from "../../src/cli/commands/recordings/routines.ts";
import { segmentCommand } from "../../src/cli/commands/recordings/segment.ts";
import { transfersCommand } from "../../src/cli/commands/recordings/transfers.ts";
import { runNotebook } from "../../src/notebook/run.ts";
import { plantedLogs, survivors } from "../support/planted.ts";

/** What reading masks is tested with all forms elsewhere: here it is what the commands make of it. */
const LOGS = plantedLogs(4);

let folder: string;
let before: string | undefined;
beforeAll(() => {
  before = process.env.TRACEBOOK_SECRET;
  // With a project's secret users have pseudonyms, unasked.
  process.env.TRACEBOOK_SECRET = "0123456789abcdef";
  folder = mkdtempSync(join(tmpdir(), "tracebook-privacy-"));
  for (const { name, text } of LOGS) writeFileSync(join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  if (before === undefined) delete process.env.TRACEBOOK_SECRET;
  else process.env.TRACEBOOK_SECRET = before;
});

/** What a command prints, to both streams. */
async function printed(command: Command, ...args: string[]): Promise<string> {
  const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((spy) => spy.mockImplementation(() => {}));
  const written = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  try {
    expect(await command.main(args)).toBe(0);
    return spies.flatMap((spy) => spy.mock.calls.map((call) => call.join(" "))).join("\n");
  } finally {
    for (const spy of [...spies, written]) spy.mockRestore();
  }
}

const COMMANDS: readonly (readonly [Command, ...string[]])[] = [
  [infoCommand],
  [infoCommand, "--json"],
  [mapCommand],
  ...[segmentCommand, routinesCommand, transfersCommand, programsCommand, handleCommand, appsCommand].flatMap((
    command,
  ) => [
    [command] as const,
    [command, "--json"] as const,
  ]),
  [routinesCommand, "--raw", "--support", "0", "--min-length", "1", "--json"],
  [handleCommand, "--by", "user", "--json"],
  [handleCommand, "--by", "action", "--people", "1"],
];

for (const { name } of LOGS) {
  test(`${name}: no command shows anything planted, nor writes it`, async () => {
    const file = join(folder, name), out = join(folder, `${name}.segments.csv`);
    const outputs: [string, string][] = [];
    for (const [command, ...args] of COMMANDS) {
      if (command === mapCommand && name.endsWith(".json")) continue;
      outputs.push([[command.name, ...args].join(" "), await printed(command, file, ...args)]);
    }
    await printed(segmentCommand, file, "--out", out);
    outputs.push(["segment --out", readFileSync(out, "utf8")]);
    expect(outputs.filter(([, output]) => output.length < 2).map(([where]) => where)).toEqual([]);
    expect(survivors(outputs)).toEqual([]);
  }, 180_000);
}

test("the report on tasks shows nothing planted, as a page and as a notebook", async () => {
  const notebook = fileURLToPath(new URL("../../notebooks/templates/task-report.ipynb", import.meta.url));
  const html = join(folder, "report.html"), output = join(folder, "report.ipynb");
  const file = join(folder, "smart-rpa.csv");
  const { failure } = await runNotebook(notebook, {
    parameters: { interactionLog: file },
    check: false,
    html,
    output,
  });
  expect(failure).toBeUndefined();
  expect(survivors([html, output].map((path) => [path, readFileSync(path, "utf8")] as const))).toEqual([]);
  expect(readdirSync(folder)).toContain("report.html");
}, 240_000);
