/** `tb COMMAND LOG [options]`: one table of commands makes the command line and its help. */
import { TracebookError } from "../base/errors.ts";
import { nearestNames } from "../base/nearest.ts";
import { onWorkProgress } from "../base/progress.ts";
import type { Command } from "./command.ts";
import { commands } from "./registry/commands.ts";
import { note } from "./output.ts";
import { workProgress } from "./work_progress.ts";

export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const command = commands.find((command) => command.name === rest[0]);
    console.log(command ? helpOf(command) : overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((command) => command.name === name);
  if (!command) {
    const near = nearestNames(name, commands.map((command) => command.name))[0];
    note(`tb has no command "${name}".${near ? ` Did you mean "${near}"?` : ""}\n\n${overview()}`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(helpOf(command));
    return 0;
  }
  const restore = onWorkProgress(workProgress());
  try {
    return await command.main(rest);
  } catch (error) {
    if (error instanceof TracebookError) {
      note(error.message);
      return 2;
    }
    note(error instanceof Error ? error.stack ?? error.message : String(error));
    return 1;
  } finally {
    restore();
  }
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    "Tracebook: process mining and task mining.",
    "",
    "Usage: tb COMMAND … (tb COMMAND --help tells the options)",
    "",
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
  ].join("\n");
}

function helpOf(command: Command): string {
  const rows = Object.entries(command.options).map(([name, { short, value, help }]) => ({
    left: `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
    help,
  }));
  const width = Math.min(32, Math.max(...rows.map(({ left }) => left.length)));
  return [
    command.summary,
    "",
    `Usage: tb ${command.name} ${command.usage}`,
    "",
    ...rows.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`),
  ].join("\n");
}

if (import.meta.main) Deno.exit(await main(Deno.args));
