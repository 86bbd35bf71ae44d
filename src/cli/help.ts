/** The texts of `tb help`, made from the registry. */
import type { Options } from "./options.ts";
import type { CommandEntry, Entry } from "./registry/entry.ts";
import { listed } from "./registry/entry.ts";

/** `tb help`: all commands. */
export function overview(commands: readonly CommandEntry[]): string {
  return [
    "Tracebook: process mining and task mining.",
    "",
    "Usage: tb COMMAND … (tb COMMAND --help tells the options)",
    "",
    listed(commands),
  ].join("\n");
}

/** `tb COMMAND --help`. */
export function commandHelp(command: CommandEntry): string {
  const { choosesFrom } = command;
  return [
    command.summary,
    "",
    `Usage: tb ${command.name} ${command.usage}`,
    "",
    ...(choosesFrom ? [listed(choosesFrom.entries), ""] : []),
    listedOptions(command.options),
    "",
    ...factsOf({ ...command, ...(choosesFrom ? { functions: [] } : {}) }),
    ...command.examples.map((example) => `Example: ${example}`),
    ...(choosesFrom
      ? [`More: tb ${command.name} ${choosesFrom.entries[0]!.name} --help, and so for each of the others`]
      : []),
  ].join("\n");
}

/** `tb discover ALGORITHM --help`, `tb conform METHOD --help`. */
export function entryHelp(command: CommandEntry, entry: Entry): string {
  const own = Object.keys(entry.options).length > 0;
  return [
    entry.summary,
    "",
    `Usage: tb ${command.name} ${[entry.name, ...command.usage.split(" ").slice(1)].join(" ")}`,
    "",
    ...(own ? [listedOptions(entry.options), ""] : []),
    ...factsOf(entry),
    ...(entry.aliases ? [`Also called: ${entry.aliases.join(", ")}`] : []),
    `More: tb ${command.name} --help tells the options that all of them have`,
  ].join("\n");
}

function factsOf({ reads, gives, functions, paper }: Entry): string[] {
  return [
    `Reads: ${reads}. Gives: ${gives}.`,
    ...(functions.length > 0 ? [`In a notebook: ${functions.join(", ")}`] : []),
    ...(paper === undefined ? [] : [`Paper: ${paper}`]),
  ];
}

function listedOptions(options: Options): string {
  const rows = Object.entries(options).map(([name, { short, value, help }]) => ({
    left: `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
    help,
  }));
  const width = Math.min(32, Math.max(...rows.map(({ left }) => left.length)));
  return rows.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`).join("\n");
}
