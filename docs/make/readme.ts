/** The tables of the README, made from the registry and from what the rooms export. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { algorithms } from "../../src/cli/registry/algorithms.ts";
import { commands } from "../../src/cli/registry/commands.ts";
import { methods } from "../../src/cli/registry/methods.ts";
import { root } from "./house.ts";
import { code, formatted, type Pages, table, withBlock } from "./page.ts";
import { type Documented, exportedNames } from "./reference.ts";

export async function readmePages(): Promise<Pages> {
  const functions = (await exportedNames()).filter(({ kind }) => kind === "function");
  let page = await readFile(join(root, "README.md"), "utf8");
  page = withBlock(page, "verbs", verbs(functions));
  page = withBlock(page, "commands", commandTable());
  return new Map([["README.md", await formatted(page)]]);
}

/** Functions by the word that their names begin with. */
function verbs(functions: readonly Documented[]): string {
  const beginning = (...words: string[]) =>
    functions.filter(({ name }) => words.some((word) => new RegExp(`^${word}[A-Z]`).test(name))).map(({ name }) =>
      name
    );
  const checks = functions.filter(({ name, file }) => /^check[A-Z]/.test(name) && /\/src\/(mining|models)\//.test(file))
    .map(({ name }) => name);
  const registered = (entries: readonly { functions: readonly string[] }[]) =>
    entries.flatMap((entry) => entry.functions);
  const rows: [string, string[]][] = [
    ["`read…`, `write…`", beginning("read", "write")],
    ["`filter…`", beginning("filter")],
    ["`discover…`", [...registered(algorithms), ...beginning("discover")]],
    ["conformance", [...registered(methods), ...checks]],
    ["`view…`", beginning("view")],
  ];
  const placed = new Set(rows.flatMap(([, names]) => names));
  rows.splice(2, 0, ["measures and tasks", registered(commands).filter((name) => !placed.has(name))]);
  return table(["begins with", "functions"], [
    ...rows.map(([verb, names]) => [verb, [...new Set(names)].map(code).join(", ")]),
    [
      "`log.sql`",
      "DuckDB over `events` and `cases` of this very log, filters included; the answer is an Arquero table",
    ],
  ]);
}

function commandTable(): string {
  const chosen = (entries: readonly { name: string }[]) => entries.map(({ name }) => code(name)).join(", ");
  return [
    table(
      ["command", "reads", "what"],
      commands.map(({ name, reads, summary }) => [code(`tb ${name}`), reads, summary]),
    ),
    `Algorithms of \`discover\`: ${chosen(algorithms)}. Methods of \`conform\`: ${chosen(methods)}.`,
    `\`\`\`sh\n${commands.flatMap(({ examples }) => examples).map((one) => `deno task ${one}`).join("\n")}\n\`\`\``,
  ].join("\n\n");
}
