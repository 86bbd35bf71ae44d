/** The reference of the command line, made from the registry. */
import type { Options } from "../../src/cli/options.ts";
import { commands } from "../../src/cli/registry/commands.ts";
import type { CommandEntry, Entry } from "../../src/cli/registry/entry.ts";
import { code, formatted, type Pages, table } from "./page.ts";

export async function commandLinePage(): Promise<Pages> {
  const parts = [
    "# Reference: the command line",
    "`deno task tb COMMAND …`, the same as `tb help` tells it. [What notebooks import](../reference.md). " +
    "Made from the registry in `src/cli/registry` by `deno task docs`.",
    table(["command", "what"], commands.map(({ name, summary }) => [`[${name}](#tb-${name})`, summary])),
  ];
  for (const command of commands) parts.push(...described(command));
  return new Map([["docs/reference/cli.md", await formatted(parts.join("\n\n") + "\n")]]);
}

function described(command: CommandEntry): string[] {
  const { name, summary, usage, options, examples, choosesFrom } = command;
  const functions = choosesFrom || command.functions.length === 0
    ? ""
    : ` In a notebook: ${command.functions.map(code).join(", ")}.`;
  return [
    `## tb ${name}`,
    `${sentence(summary)} Reads: ${command.reads}. Gives: ${command.gives}.${functions}`,
    `\`\`\`sh\ntb ${name} ${usage}\n\`\`\``,
    ...(choosesFrom ? [choices(choosesFrom.entries)] : []),
    optionTable(options),
    `\`\`\`sh\n${examples.join("\n")}\n\`\`\``,
  ];
}

function choices(entries: readonly Entry[]): string {
  return table(
    ["name", "finds", "reads", "gives", "options", "in a notebook", "published in"],
    entries.map(({ name, aliases = [], summary, reads, gives, options, functions, paper = "" }) => [
      [name, ...aliases].map(code).join(", "),
      summary,
      reads,
      gives,
      Object.keys(options).map((option) => code(`--${option}`)).join(", "),
      functions.map(code).join(", "),
      paper,
    ]),
  );
}

function optionTable(options: Options): string {
  return table(
    ["option", "what"],
    Object.entries(options).map(([name, { short, value, help }]) => [
      `${short ? `\`-${short}\`, ` : ""}${code(`--${name}${value ? ` ${value}` : ""}`)}`,
      help,
    ]),
  );
}

function sentence(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1) + ".";
}
