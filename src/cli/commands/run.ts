import { InputError } from "../../io/input_error.ts";
import { readNotebook } from "../../notebook/notebook.ts";
import { describeParameters, parametersOf } from "../../notebook/parameters.ts";
import { runNotebook, type RunResult } from "../../notebook/run.ts";
import { type Command, readArguments } from "../command.ts";
import { note, printJson } from "../output.ts";
import { runProgress } from "../progress.ts";

const isPositive = (n: number) => Number.isFinite(n) && n > 0;

export const runCommand: Command = {
  name: "run",
  summary: "run a notebook with parameters; write the executed notebook and a report",
  usage: "NOTEBOOK [-p name=value]… [-o FILE] [--html FILE]",
  options: {
    parameter: {
      type: "string",
      short: "p",
      multiple: true,
      value: "NAME=VALUE",
      help: "a parameter of the notebook; paths are looked for from the notebook's folder",
    },
    output: { type: "string", short: "o", value: "FILE", help: "the executed notebook, saved after every cell" },
    html: { type: "string", value: "FILE", help: "the report: one HTML file that opens without a network" },
    timeout: { type: "string", value: "SECONDS", help: "for the whole run" },
    "cell-timeout": { type: "string", value: "SECONDS", help: "for each cell" },
    "no-check": { type: "boolean", help: "run without parsing and type-checking the cells first" },
    parameters: { type: "boolean", help: "list the parameters of the notebook, and run nothing" },
    json: { type: "boolean", help: "say how it went as JSON on stdout" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const [path, ...others] = given.positionals;
    if (path === undefined || others.length > 0) {
      throw new InputError(
        `Expected one notebook but found ${given.positionals.join(", ") || "none"}.\nUsage: tb run ${this.usage}`,
      );
    }
    if (given.flag("parameters")) {
      const parameters = parametersOf(await readNotebook(path));
      if (given.flag("json")) printJson({ parameters });
      else console.log(describeParameters(parameters));
      return 0;
    }
    const output = given.text("output");
    const html = given.text("html");
    const timeoutSeconds = given.number("timeout", isPositive, "a positive number of seconds");
    const cellTimeoutSeconds = given.number("cell-timeout", isPositive, "a positive number of seconds");
    const result = await runNotebook(path, {
      parameters: readAssignments(given.texts("parameter")),
      check: !given.flag("no-check"),
      onProgress: runProgress(),
      ...(output === undefined ? {} : { output }),
      ...(html === undefined ? {} : { html }),
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      ...(cellTimeoutSeconds === undefined ? {} : { cellTimeoutSeconds }),
    });
    noteFailure(path, result);
    const { status, seconds, failure } = result;
    if (given.flag("json")) {
      printJson({
        notebook: path,
        status,
        seconds,
        output: output ?? null,
        html: html ?? null,
        failure: failure ?? null,
      });
    } else {
      for (const file of [output, html]) if (file !== undefined) console.log(file);
    }
    return result.exitCode;
  },
};

/** Says on stderr which cell failed, and why; nothing where the run went well. */
export function noteFailure(path: string, { status, failure }: RunResult): void {
  if (!failure) return;
  const { cell, name, line, ename, evalue, traceback } = failure;
  const where = cell > 0 ? `cell ${cell}${line === undefined ? "" : `, line ${line}`} (${name})` : "the parameters";
  const trace = traceback.join("\n");
  const head = `${ename}: ${evalue}`;
  note(`${path}: ${status} at ${where}`);
  note(trace.startsWith(head) ? trace : trace === "" ? head : `${head}\n${trace}`);
}

/** `name=value` of each text. */
export function readAssignments(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new InputError(`-p: expected name=value but found "${text}".`);
    return [text.slice(0, at).trim(), text.slice(at + 1)];
  }));
}
