import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { InputError } from "../../base/errors.ts";
import { pathFrom } from "../../notebook/batch/batch_runs.ts";
import { readNotebook } from "../../notebook/notebook.ts";
import { readParameterFile } from "../../notebook/parameters/parameter_files.ts";
import { describeParameters, type Parameter, parametersOf } from "../../notebook/parameters/parameters.ts";
import { runNotebook, type RunResult } from "../../notebook/run.ts";
import { readArguments } from "../command.ts";
import { type Arguments, fieldsOf, type Options, positive, seconds, whole } from "../options.ts";
import { given as ifGiven } from "../log_options.ts";
import { note, printJson } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";
import { runProgress } from "../progress.ts";
import { runHints } from "../run_hints.ts";
import { batchOf, mainBatch } from "./run_batch.ts";

const limitOptions = {
  timeout: seconds({ help: "for the whole run, in a batch for each", field: "timeoutSeconds" }),
  "cell-timeout": seconds({ help: "for each cell", field: "cellTimeoutSeconds" }),
  memory: positive({
    help: "gigabytes of memory that a run may have (default 4, at most half of the machine's)",
    field: "memoryGigabytes",
  }),
} as const satisfies Options;

export const runCommand: CommandEntry = {
  name: "run",
  summary: "run a notebook with parameters, on one input or on many; write executed notebooks and reports",
  usage: "NOTEBOOK [-p name=value]… [-o FILE] [--html FILE]\n" +
    "       tb run NOTEBOOK --each 'exports/*.csv' | --params-file FILE.csv [-o FOLDER] [--jobs N] [--resume]",
  reads: "notebook",
  gives: "executed notebook, HTML report",
  functions: [],
  examples: [
    "tb run notebooks/quickstart.ipynb -p eventLog=../exports/orders.csv --html orders.html",
    "tb run notebooks/templates/process-report.ipynb --each 'exports/*.csv' --jobs 2 --resume -o reports/exports",
  ],
  options: {
    parameter: {
      type: "string",
      short: "p",
      multiple: true,
      value: "NAME=VALUE",
      help: "a parameter of the notebook; files are looked for from the notebook's folder, then from here",
    },
    params: { type: "string", value: "FILE", help: "parameters from a YAML or JSON file; those of -p win" },
    mapping: { type: "string", value: "FILE", help: "which column is what, as `tb map` writes it" },
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "the executed notebook, saved after every cell; of a batch the folder (default reports/NOTEBOOK)",
    },
    html: { type: "string", value: "FILE", help: "the report: one HTML file that opens without a network" },
    each: {
      type: "string",
      value: "[NAME=]GLOB",
      help: "a batch: one run for each file, bound to NAME or else to the parameter that reads a log",
    },
    "params-file": { type: "string", value: "FILE.csv", help: "a batch: one run for each row, columns are parameters" },
    jobs: whole({ help: "runs of a batch at the same time (default 1)" }, 4 * availableParallelism()),
    resume: { type: "boolean", help: "keep reports whose notebook, parameters and inputs have not changed" },
    ...limitOptions,
    "no-check": { type: "boolean", help: "run without parsing and type-checking the cells first" },
    parameters: { type: "boolean", help: "list the parameters of the notebook, and run nothing" },
    json: { type: "boolean", help: "say how it went as JSON on stdout" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const [path, ...others] = given.positionals;
    if (path === undefined || others.length > 0) {
      const hint = others.length > 0 && given.text("each") !== undefined ? " Put the pattern of --each in quotes." : "";
      throw new InputError(
        `Expected one notebook but found ${
          given.positionals.join(", ") || "none"
        }.${hint}\nUsage: tb run ${this.usage}`,
      );
    }
    const notebook = await readNotebook(path);
    const declared = parametersOf(notebook);
    if (given.flag("parameters")) {
      if (given.flag("json")) printJson({ parameters: declared });
      else console.log(describeParameters(declared, notebook));
      return 0;
    }
    const parameters = await filesFromHere(await givenParameters(given, declared), declared, path);
    const shared = {
      check: !given.flag("no-check"),
      inWords: runHints(declared, "--mapping map.json"),
      ...fieldsOf(limitOptions, given),
    };
    const batch = await batchOf(given, declared, path);
    if (batch) {
      const runs = await Promise.all(batch.map(async (run) => ({
        name: run.name,
        parameters: { ...parameters, ...await filesFromHere(run.parameters, declared, path) },
      })));
      return await mainBatch(path, runs, shared, given);
    }
    const output = given.text("output");
    const html = given.text("html");
    const result = await runNotebook(path, {
      ...shared,
      parameters,
      onProgress: runProgress(),
      ...ifGiven("output", output),
      ...ifGiven("html", html),
    });
    noteFailure(path, result);
    for (const warning of result.figures?.warnings ?? []) note(warning);
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

/** What the options say, the more particular one first: `-p`, `--mapping`, `--params`. */
async function givenParameters(given: Arguments, declared: readonly Parameter[]): Promise<Record<string, unknown>> {
  const file = given.text("params");
  const mapping = given.text("mapping");
  if (mapping !== undefined && !declared.some(({ name }) => name === "mapping")) {
    throw new InputError(
      `--mapping: expected a notebook with a parameter "mapping" but it has none.\n${describeParameters(declared)}`,
    );
  }
  return {
    ...(file === undefined ? {} : await readParameterFile(file)),
    ...ifGiven("mapping", mapping),
    ...readAssignments(given.texts("parameter")),
  };
}

/** Files that are not found from the notebook's folder but from here are named from there. */
async function filesFromHere(
  values: Readonly<Record<string, unknown>>,
  declared: readonly Parameter[],
  notebook: string,
): Promise<Record<string, unknown>> {
  const isFile = (path: string) => Deno.stat(path).then((info) => info.isFile, () => false);
  const texts = new Set(declared.filter(({ type }) => /\bstring\b/.test(type)).map(({ name }) => name));
  const named = async (name: string, value: unknown) => {
    if (typeof value !== "string" || !texts.has(name) || !/[./\\]/.test(value) || value.length >= 4096) return value;
    return !await isFile(resolve(notebook, "..", value)) && await isFile(value)
      ? pathFrom(notebook, resolve(value))
      : value;
  };
  return Object.fromEntries(
    await Promise.all(Object.entries(values).map(async ([name, value]) => [name, await named(name, value)])),
  );
}
