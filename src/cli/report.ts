/**
 * `deno task report`: runs a notebook on logs and writes one HTML file.
 *
 * It needs this Deno and nothing else: the kernel is this executable, and no Jupyter has to be installed.
 */
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError, TracebookError } from "../base/errors.ts";
import { type Notebook, readNotebook } from "../notebook/notebook.ts";
import { parametersOf } from "../notebook/parameters/parameters.ts";
import { runNotebook } from "../notebook/run.ts";
import { optionalParameters } from "../notebook/run/optional_cells.ts";
import { type Command, readArguments } from "./command.ts";
import { noteFailure, readAssignments } from "./commands/run.ts";
import { note } from "./output.ts";
import { runProgress } from "./progress.ts";
import { runHints } from "./run_hints.ts";
import { logName, makerOf, refuseOther, usualTarget } from "./report_target.ts";
import { standWhereTheUserStands } from "./user_path.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

export const reportCommand: Command = {
  name: "report",
  summary: "writes a report on a log of yours, or on the example, as one HTML file: reports/NAME-OF-THE-LOG.html",
  usage: "[NOTEBOOK] [--log FILE] [--interactions FILE] [-p name=value]… [-o FILE]… [--force]",
  options: {
    log: { type: "string", value: "FILE", help: "the event log; the report is about it and nothing else" },
    interactions: { type: "string", value: "FILE", help: "the interaction log, alone or beside the event log" },
    parameter: { type: "string", short: "p", multiple: true, value: "NAME=VALUE", help: "any other parameter" },
    output: {
      type: "string",
      short: "o",
      multiple: true,
      value: "FILE",
      help: "where the result goes: .html the report, .ipynb the executed notebook",
    },
    force: { type: "boolean", help: "replace reports/NAME.html also if it is of another log" },
    "no-check": { type: "boolean", help: "run without type-checking the cells first" },
    help: { type: "boolean", short: "h", help: "this text" },
  },

  async main(args) {
    const given = readArguments(this, args);
    if (given.flag("help")) {
      console.log(helpText(this));
      return 0;
    }
    if (given.positionals.length > 1) {
      throw new InputError(`Expected one notebook at most but found ${given.positionals.join(", ")}.`);
    }
    const folder = Deno.cwd();
    const logs: { name: string; path: string }[] = [];
    for (const [option, name] of [["log", "eventLog"], ["interactions", "interactionLog"]] as const) {
      const file = given.text(option);
      if (file === undefined) continue;
      const path = resolve(folder, file);
      const found = await Deno.stat(path).catch(() => undefined);
      if (found?.isDirectory) {
        throw new InputError(`--${option}: expected a file but ${file} is a folder. Name a file in it.`);
      }
      if (!found) throw new InputError(`--${option}: expected a file but found none at ${file}.`);
      logs.push({ name, path });
    }
    const notebook = given.positionals[0] === undefined
      ? join(root, "notebooks", notebookFor(logs.map(({ name }) => name)))
      : resolve(folder, given.positionals[0]);
    const { html, ipynb } = outputsOf(given.texts("output"), folder);
    const parameters: Record<string, unknown> = readAssignments(given.texts("parameter"));
    // The notebook runs in its own folder; files are named from where the command is given.
    for (const { name, path } of logs) parameters[name] = path;
    const book = await readNotebook(notebook);
    await filesFromFolder(parameters, folder, notebook);
    if (logs.length > 0) leaveExampleOut(book, parameters);
    const names = logs.map(({ path }) => logName(path));
    const subject = names.join(" and ");
    const isExample = logs.length === 0;
    const target = html ??
      (ipynb === undefined
        ? usualTarget(root, folder, isExample ? basename(notebook, ".ipynb") : names.join("-and-"))
        : undefined);
    const maker = makerOf(notebook, logs.map(({ path }) => path));
    if (target !== undefined && html === undefined && !given.flag("force")) {
      await refuseOther(target, maker, isExample);
    }
    const result = await runNotebook(notebook, {
      parameters,
      check: !given.flag("no-check"),
      onProgress: runProgress(),
      maker,
      inWords: runHints(parametersOf(book), "-p mapping=map.json"),
      ...(subject === "" ? {} : { subject }),
      ...(target === undefined ? {} : { html: target }),
      ...(ipynb === undefined ? {} : { output: ipynb }),
    });
    noteFailure(notebook, result);
    for (const warning of result.figures?.warnings ?? []) note(warning);
    const written = [ipynb, target].filter((file) => file !== undefined).map((file) => {
      const short = relative(folder, file);
      return short === "" || short.startsWith("..") ? file : short;
    });
    console.log(`${result.failure ? "The run failed; what there is:" : "Wrote"} ${written.join(" and ")}`);
    return result.exitCode;
  },
};

/** One log is reported by the template for its kind, both by the quickstart, which asks the second why the first waits. */
function notebookFor(logs: readonly string[]): string {
  if (logs.length !== 1) return "quickstart.ipynb";
  return join("templates", logs[0] === "eventLog" ? "process-report.ipynb" : "task-report.ipynb");
}

/** Where the notebook speaks of a second log only if there is one, the example does not stand in for it. */
function leaveExampleOut(notebook: Notebook, parameters: Record<string, unknown>): void {
  for (const name of optionalParameters(notebook)) {
    if (/Log$/.test(name) && !(name in parameters)) parameters[name] = "";
  }
}

/** Files named from where the user stands, unless the notebook has them beside it. */
async function filesFromFolder(parameters: Record<string, unknown>, folder: string, notebook: string): Promise<void> {
  const isFile = (path: string) => Deno.stat(path).then((info) => info.isFile, () => false);
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value !== "string" || !/[./\\]/.test(value) || value.length >= 4096) continue;
    const here = resolve(folder, value);
    if (!await isFile(resolve(notebook, "..", value)) && await isFile(here)) parameters[name] = here;
  }
}

function outputsOf(files: readonly string[], folder: string): { html: string | undefined; ipynb: string | undefined } {
  const html = files.find((file) => /\.html?$/i.test(file));
  const ipynb = files.find((file) => /\.ipynb$/i.test(file));
  const other = files.find((file) => file !== html && file !== ipynb);
  if (other !== undefined) {
    throw new InputError(
      `-o: expected one file ending in .html and one ending in .ipynb at most but found "${other}".`,
    );
  }
  const from = (file: string | undefined) => file === undefined ? undefined : resolve(folder, file);
  return { html: from(html), ipynb: from(ipynb) };
}

function helpText({ summary, usage, options }: Command): string {
  const rows = Object.entries(options).map(([name, { help, ...option }]) => {
    const short = "short" in option && option.short ? `-${option.short}, ` : "";
    return [`  ${short}--${name}${"value" in option && option.value ? ` ${option.value}` : ""}`, help] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  return `${summary}\n\nUsage: deno task report ${usage}\n\n${
    rows.map(([left, help]) => `${left.padEnd(width)}  ${help}`).join("\n")
  }\n\nWithout a log it runs notebooks/quickstart.ipynb on the example, and writes reports/quickstart.html.`;
}

if (import.meta.main) {
  standWhereTheUserStands();
  try {
    Deno.exit(await reportCommand.main(Deno.args));
  } catch (error) {
    note(
      error instanceof TracebookError
        ? error.message
        : error instanceof Error
        ? error.stack ?? error.message
        : String(error),
    );
    Deno.exit(error instanceof TracebookError ? 2 : 1);
  }
}
