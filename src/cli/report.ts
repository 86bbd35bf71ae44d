/**
 * `deno task report`: runs a notebook on logs and writes one HTML file.
 *
 * It needs this Deno and nothing else: the kernel is this executable, and no Jupyter has to be installed.
 */
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError, TracebookError } from "../base/errors.ts";
import { runNotebook } from "../notebook/run.ts";
import { type Command, readArguments } from "./command.ts";
import { noteFailure, readAssignments } from "./commands/run.ts";
import { note } from "./output.ts";
import { runProgress } from "./progress.ts";
import { standWhereTheUserStands } from "./user_path.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

export const reportCommand: Command = {
  name: "report",
  summary: "runs notebooks/quickstart.ipynb and writes reports/quickstart.html",
  usage: "[NOTEBOOK] [--log FILE] [--interactions FILE] [-p name=value]… [-o FILE]…",
  options: {
    log: { type: "string", value: "FILE", help: "the event log, in place of the example" },
    interactions: { type: "string", value: "FILE", help: "the interaction log, in place of the example" },
    parameter: { type: "string", short: "p", multiple: true, value: "NAME=VALUE", help: "any other parameter" },
    output: {
      type: "string",
      short: "o",
      multiple: true,
      value: "FILE",
      help: "where the result goes: .html the report, .ipynb the executed notebook",
    },
    "no-check": { type: "boolean", help: "run without type-checking the cells first" },
    help: { type: "boolean", short: "h", help: "this text" },
  },

  async main(args) {
    const given = readArguments(this, args);
    if (given.flag("help")) {
      console.log(`${this.summary}\n\nUsage: deno task report ${this.usage}`);
      return 0;
    }
    if (given.positionals.length > 1) {
      throw new InputError(`Expected one notebook at most but found ${given.positionals.join(", ")}.`);
    }
    const notebook = given.positionals[0] ?? join(root, "notebooks", "quickstart.ipynb");
    const outputs = given.texts("output");
    const html = outputs.find((file) => /\.html?$/i.test(file)) ??
      (outputs.length > 0 ? undefined : join(root, "reports", basename(notebook, ".ipynb") + ".html"));
    const ipynb = outputs.find((file) => /\.ipynb$/i.test(file));
    const other = outputs.find((file) => file !== html && file !== ipynb);
    if (other !== undefined) {
      throw new InputError(
        `-o: expected one file ending in .html and one ending in .ipynb at most but found "${other}".`,
      );
    }
    const parameters: Record<string, unknown> = readAssignments(given.texts("parameter"));
    // The notebook runs in its own folder; files are named from where the command is given.
    for (const [option, name] of [["log", "eventLog"], ["interactions", "interactionLog"]] as const) {
      const file = given.text(option);
      if (file === undefined) continue;
      const path = resolve(file);
      if (!await Deno.stat(path).then((info) => info.isFile, () => false)) {
        throw new InputError(`--${option}: expected a file but found none at ${file}.`);
      }
      parameters[name] = path;
    }
    const result = await runNotebook(notebook, {
      parameters,
      check: !given.flag("no-check"),
      onProgress: runProgress(),
      ...(html === undefined ? {} : { html }),
      ...(ipynb === undefined ? {} : { output: ipynb }),
    });
    noteFailure(notebook, result);
    const written = [ipynb, html].filter((file) => file !== undefined).map((file) => {
      const short = relative(Deno.cwd(), file);
      return short === "" || short.startsWith("..") ? file : short;
    });
    console.log(`${result.failure ? "The run failed; what there is:" : "Wrote"} ${written.join(" and ")}`);
    return result.exitCode;
  },
};

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
