/** One notebook over many inputs: a report each, an index over all, and nothing done twice. */
import { join } from "node:path";
import { InputError, TracebookError } from "../../base/errors.ts";
import { removeOutput, renameOutput } from "../../io/files/input_files.ts";
import type { BatchEntry } from "./batch_entry.ts";
import { batchIndex } from "./batch_index.ts";
import { runKey } from "./batch_key.ts";
import { checkNotebook } from "../check.ts";
import { readNotebook, writeAtomically } from "../notebook.ts";
import { hasPlainTypes, parametersOf } from "../parameters/parameters.ts";
import { readReportKey } from "../report.ts";
import { type Progress, type RunFailure, runNotebook, type RunOptions } from "../run.ts";

export interface BatchRun {
  /** Of the files that the run writes; different for each run, also without regard to case. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface BatchOptions
  extends Pick<RunOptions, "timeoutSeconds" | "cellTimeoutSeconds" | "memoryGigabytes" | "check" | "env" | "inWords"> {
  /** Where reports, executed notebooks and `index.html` go; made if need be. */
  readonly folder: string;
  /** Runs at the same time, each with a kernel of its own. @default 1 */
  readonly jobs?: number;
  /** Keep reports whose notebook, parameters and inputs have not changed. @default false: everything is run */
  readonly resume?: boolean;
  readonly onProgress?: (progress: BatchProgress) => void;
}

export type BatchProgress =
  | { readonly step: "run"; readonly name: string; readonly progress: Progress }
  /** `done` of `total` runs have ended. */
  | { readonly step: "run done"; readonly done: number; readonly total: number; readonly entry: BatchEntry };

export interface BatchResult {
  /** In the order of the runs given. */
  readonly entries: readonly BatchEntry[];
  /** Path of the page that lists all runs. */
  readonly index: string;
  readonly seconds: number;
  /** 1 if any run failed, else 0. */
  readonly exitCode: number;
}

/**
 * Runs a notebook once for each of `runs`. One that fails stops no other; its report says in its name that it failed.
 * The index is written after each run, so that an interrupted batch has one too.
 *
 * @throws InputError if the file is no notebook, or two runs have one name.
 *
 * @example
 * ```ts
 * import { runBatch } from "./src/notebook/batch/batch.ts";
 * const runs = ["north", "south"].map((name) => ({ name, parameters: { eventLog: `${name}.csv` } }));
 * const { entries } = await runBatch("notebooks/templates/process-report.ipynb", runs, { folder: "reports/regions" });
 * ```
 */
export async function runBatch(path: string, runs: readonly BatchRun[], options: BatchOptions): Promise<BatchResult> {
  const began = performance.now();
  const { folder, jobs = 1, resume = false, onProgress } = options;
  const names = new Set(runs.map(({ name }) => name.toLowerCase()));
  if (names.size < runs.length) throw new InputError("Expected a different name for each run of the batch.");
  const notebook = await readNotebook(path);
  const index = join(folder, "index.html");
  const entries = new Array<BatchEntry | undefined>(runs.length);
  const done = () => entries.filter((entry) => entry !== undefined);
  const writeIndex = () => writeAtomically(index, batchIndex(path, notebook, done(), runs.length));
  let check = options.check ?? true;
  let queue = Promise.resolve();

  const take = async (i: number, key: string | undefined): Promise<void> => {
    const { name, parameters } = runs[i]!;
    const file = (ending: string) => join(folder, name + ending);
    const began = performance.now();
    let entry: BatchEntry;
    try {
      const result = await runNotebook(path, {
        ...options,
        parameters,
        check,
        output: file(".ipynb"),
        html: file(".html"),
        subject: name,
        ...(key === undefined ? {} : { key }),
        onProgress: (progress) => onProgress?.({ step: "run", name, progress }),
      });
      const { status, exitCode, seconds, failure } = result;
      const mark = failure ? ".failed" : "";
      for (const ending of [".html", ".ipynb"]) {
        if (failure) await renameOutput(file(ending), file(`.failed${ending}`));
        else await removeOutput(file(`.failed${ending}`)).catch(() => {});
      }
      entry = {
        name,
        status,
        exitCode,
        kept: false,
        seconds,
        parameters,
        report: `${name}${mark}.html`,
        notebook: `${name}${mark}.ipynb`,
        error: failure ? errorLine(failure) : null,
        figures: failure ? null : result.figures ?? null,
      };
    } catch (error) {
      // A report that an earlier run left must not be taken for one of this run.
      for (const ending of [".html", ".ipynb"]) await removeOutput(file(ending)).catch(() => {});
      entry = {
        name,
        status: error instanceof TracebookError ? "parameters wrong" : "kernel died",
        exitCode: error instanceof TracebookError ? 2 : 3,
        kept: false,
        seconds: (performance.now() - began) / 1000,
        parameters,
        report: null,
        notebook: null,
        error: firstLine(error instanceof Error ? error.message : String(error)),
        figures: null,
      };
    }
    await enter(i, entry);
  };

  const enter = (i: number, entry: BatchEntry): Promise<void> => {
    entries[i] = entry;
    onProgress?.({ step: "run done", done: done().length, total: runs.length, entry });
    queue = queue.then(writeIndex);
    return queue;
  };

  const keys = await Promise.all(
    runs.map(({ parameters }) => runKey(notebook, parameters, path).catch(() => undefined)),
  );
  const open: number[] = [];
  for (const [i, { name, parameters }] of runs.entries()) {
    const known = resume && keys[i] !== undefined ? await reportKey(join(folder, `${name}.html`)) : undefined;
    if (known?.key !== keys[i] || known === undefined) {
      open.push(i);
      continue;
    }
    const figures = known.figures ?? null;
    const made = { report: `${name}.html`, notebook: `${name}.ipynb`, error: null, figures };
    await enter(i, { name, status: "ok", exitCode: 0, kept: true, seconds: known.seconds, parameters, ...made });
  }
  // The cells are the same for all runs: they are checked once, unless values have to be judged by the type checker.
  if (check && open.length > 1 && hasPlainTypes(parametersOf(notebook))) {
    check = (await checkNotebook(notebook, path)).length > 0;
  }
  const worker = async () => {
    for (let i = open.shift(); i !== undefined; i = open.shift()) await take(i, keys[i]);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, open.length) }, worker));
  if (runs.length === 0) await writeIndex();
  return {
    entries: done(),
    index,
    seconds: (performance.now() - began) / 1000,
    exitCode: done().some(({ exitCode }) => exitCode !== 0) ? 1 : 0,
  };
}

async function reportKey(path: string): Promise<ReturnType<typeof readReportKey>> {
  const html = await Deno.readTextFile(path).catch(() => undefined);
  return html === undefined ? undefined : readReportKey(html);
}

/** What is wrong, and for a wrong input also what to do. */
function errorLine({ ename, evalue }: RunFailure): string {
  return ename === "InputError" ? evalue.trim().replace(/\s*\n\s*/g, " ") : firstLine(`${ename}: ${evalue}`);
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0]!;
}
