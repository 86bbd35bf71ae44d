/** Runs a notebook without a front end: parameters in, executed notebook and report out. */
import { moreLines } from "../base/lists.ts";
import { dirname, resolve } from "node:path";
import { type CellProblem, checkNotebook, describeProblem } from "./check.ts";
import { type ExecuteResult, type KernelClient, startKernel } from "./kernel/client/client.ts";
import {
  type Cell,
  cellName,
  type ErrorOutput,
  type Notebook,
  type Output,
  readNotebook,
  tagsOf,
  writeAtomically,
  writeNotebook,
} from "./notebook.ts";
import { noteInput, refuseInput } from "../io/files/input_files.ts";
import { inputFiles } from "./input_files.ts";
import { injectParameters } from "./parameters/parameters.ts";
import { PROGRESS_MIME, PROGRESS_VARIABLE } from "./progress.ts";
import type { WorkLine } from "./work_lines.ts";
import { readingsOf } from "./readings.ts";
import { notebookReport } from "./report.ts";

export interface RunOptions {
  /** Values by name; text is read as the parameter's type. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Where the executed notebook goes; saved after every cell. @default nowhere */
  readonly output?: string;
  /** Where the report goes, one HTML file. @default nowhere */
  readonly html?: string;
  /** For the whole run. @default no limit */
  readonly timeoutSeconds?: number;
  /** For each cell. @default no limit */
  readonly cellTimeoutSeconds?: number;
  /** Type-check the cells before anything runs. @default true */
  readonly check?: boolean;
  /** Written into the report if all goes well: by it the report is known to be up to date. */
  readonly key?: string;
  /** Set for the kernel in addition to this process's own environment. */
  readonly env?: Record<string, string>;
  readonly onProgress?: (progress: Progress) => void;
}

export type Progress =
  | { readonly step: "checked"; readonly seconds: number }
  /** `number` of `total` code cells is about to run. */
  | { readonly step: "cell"; readonly number: number; readonly total: number; readonly name: string }
  /** Long work within a cell: what is being done, how far it is, how fast. */
  | { readonly step: "working"; readonly text: string }
  | { readonly step: "cell done"; readonly number: number; readonly seconds: number };

export type RunStatus = "ok" | "cell failed" | "parameters wrong" | "input wrong" | "kernel died" | "timeout";

export interface RunFailure {
  /** 1-based, over all cells of the notebook as given. */
  readonly cell: number;
  readonly name: string;
  /** Line within the cell, 1-based, where known. */
  readonly line?: number;
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export interface RunResult {
  readonly status: RunStatus;
  /** 0 done, 1 a cell failed, 2 a parameter or an input is wrong, 3 the kernel died, 124 timeout. */
  readonly exitCode: number;
  /** As far as it came. */
  readonly notebook: Notebook;
  readonly failure?: RunFailure;
  readonly seconds: number;
}

/**
 * Runs the cells of a notebook in its own folder, one after another, and stops at the first that fails.
 *
 * Cells are parsed and type-checked before the first one runs. The output notebook is kept on failure, with the failing
 * cell named on top. A cell tagged `raises-exception` may fail. In a cell tagged `contract`, which reads the inputs
 * before any other work, an `InputError` means that the input does not fit, and not that the notebook is wrong.
 *
 * @throws InputError if the file is no notebook, a parameter is unknown or of the wrong type, or an output is a file
 * that the run reads.
 *
 * @example
 * ```ts
 * import { runNotebook } from "./src/notebook/run.ts";
 * const { exitCode } = await runNotebook("notebooks/quickstart.ipynb", { html: "reports/quickstart.html" });
 * ```
 */
export async function runNotebook(path: string, options: RunOptions = {}): Promise<RunResult> {
  const began = performance.now();
  const original = withoutOldRuns(await readNotebook(path));
  const notebook = injectParameters(original, options.parameters ?? {}, path);
  for (const file of await inputFiles(original, options.parameters ?? {}, path)) await noteInput(file);
  for (const file of [options.output, options.html]) if (file !== undefined) await refuseInput(file, file);
  const numberOf = (cell: Cell) => original.cells.findIndex(({ id }) => id === cell.id) + 1;
  const nameOf = (cell: Cell) => numberOf(cell) > 0 ? `cell ${numberOf(cell)}` : "parameters";
  const save = async () => {
    if (options.output !== undefined) await writeNotebook(options.output, notebook);
  };
  let kernel: KernelClient | undefined;
  const finish = async (status: RunStatus, failure?: RunFailure): Promise<RunResult> => {
    if (failure) notebook.cells.unshift(banner(failure, status));
    await save();
    const seconds = (performance.now() - began) / 1000;
    if (options.html !== undefined) {
      const parameters = options.parameters ?? {};
      const inputs = await inputFiles(original, parameters, path);
      const key = status === "ok" ? options.key : undefined;
      const readings = kernel && (status === "ok" || status === "cell failed") ? await readingsOf(kernel) : [];
      const facts = { path, parameters, inputs, readings, seconds, ...(key === undefined ? {} : { key }) };
      await writeAtomically(options.html, await notebookReport(notebook, facts));
    }
    return { status, exitCode: EXIT_CODES[status], notebook, seconds, ...(failure ? { failure } : {}) };
  };
  const fail = (cell: Cell, error: Omit<ErrorOutput, "output_type">, line?: number): RunFailure => ({
    cell: numberOf(cell),
    name: cellName(notebook, notebook.cells.indexOf(cell)),
    ...(line === undefined ? {} : { line }),
    ...error,
  });

  // The kernel starts while the cells are checked; it runs nothing before they are found to be in order.
  const starting = startKernel({
    cwd: dirname(resolve(path)),
    env: { [PROGRESS_VARIABLE]: "messages", ...options.env },
  });
  starting.catch(() => {});
  try {
    if (options.check ?? true) {
      const problems = await checkNotebook(notebook, path);
      options.onProgress?.({ step: "checked", seconds: (performance.now() - began) / 1000 });
      const worst = problems[0];
      if (worst) {
        const cell = notebook.cells[worst.cell]!;
        const error = problemError(problems, (index) => nameOf(notebook.cells[index]!));
        cell.outputs = [{ output_type: "error", ...error }];
        const status = tagsOf(cell).includes("injected-parameters") ? "parameters wrong" : "cell failed";
        return await finish(status, fail(cell, error, worst.line));
      }
    }
    const cells = notebook.cells.filter((cell) => cell.cell_type === "code" && cell.source.trim() !== "");
    try {
      kernel = await starting;
    } catch (error) {
      const evalue = (error as Error).message;
      const [first] = cells;
      if (!first) throw error;
      return await finish("kernel died", fail(first, { ename: "KernelDied", evalue, traceback: evalue.split("\n") }));
    }
    for (const [i, cell] of cells.entries()) {
      const name = cellName(notebook, notebook.cells.indexOf(cell));
      options.onProgress?.({ step: "cell", number: i + 1, total: cells.length, name });
      const cellBegan = performance.now();
      const left = (options.timeoutSeconds ?? Infinity) - (cellBegan - began) / 1000;
      const limit = Math.min(options.cellTimeoutSeconds ?? Infinity, Math.max(0, left));
      const result = await kernel.execute(cell.source, {
        name: nameOf(cell),
        onOutput: (output) => {
          const line = progressOf(output);
          if (line && !line.ended) options.onProgress?.({ step: "working", text: line.text });
        },
        ...(limit < Infinity ? { timeoutSeconds: limit } : {}),
      });
      cell.execution_count = result.executionCount;
      // Assignments are expressions, and would show the last value.
      const injected = tagsOf(cell).includes("injected-parameters");
      cell.outputs = result.outputs.filter((output) =>
        !progressOf(output) && !(injected && output.output_type === "execute_result")
      );
      options.onProgress?.({ step: "cell done", number: i + 1, seconds: (performance.now() - cellBegan) / 1000 });
      const tolerated = result.status === "error" && tagsOf(cell).includes("raises-exception");
      if (result.status !== "ok" && !tolerated) {
        const error = await failureOf(result, kernel, limit);
        if (result.status !== "error") {
          cell.outputs = cell.outputs.filter(({ output_type }) => output_type !== "error");
          cell.outputs.push({ output_type: "error", ...error });
        }
        const refused = error.ename === "InputError" && tagsOf(cell).includes(CONTRACT_TAG);
        return await finish(refused ? "input wrong" : STATUS[result.status], fail(cell, error, result.origin?.line));
      }
      await save();
    }
    return await finish("ok");
  } finally {
    kernel ??= await starting.catch(() => undefined);
    await kernel?.shutdown();
  }
}

const EXIT_CODES: Record<RunStatus, number> = {
  "ok": 0,
  "cell failed": 1,
  "parameters wrong": 2,
  "input wrong": 2,
  "kernel died": 3,
  "timeout": 124,
};

const STATUS_WORDS: Record<RunStatus, string> = {
  "ok": "all went well",
  "cell failed": "the cell failed",
  "parameters wrong": "a parameter is wrong",
  "input wrong": "the input does not fit",
  "kernel died": "the kernel died",
  "timeout": "its time was up",
};

const STATUS: Record<Exclude<ExecuteResult["status"], "ok">, RunStatus> = {
  error: "cell failed",
  dead: "kernel died",
  timeout: "timeout",
};

const FAILURE_TAG = "run-failure";

/** The cell that reads the inputs and says what they must hold; an `InputError` in it is the input's fault. */
const CONTRACT_TAG = "contract";

/** What a run leaves behind is taken out before the next one. */
function withoutOldRuns(notebook: Notebook): Notebook {
  const cells = notebook.cells.filter((cell) => !tagsOf(cell).includes(FAILURE_TAG)).map((cell) =>
    cell.cell_type === "code" ? { ...cell, execution_count: null, outputs: [] } : cell
  );
  return { ...notebook, cells };
}

function banner({ cell, name, line, ename, evalue }: RunFailure, status: RunStatus): Cell {
  const where = cell > 0 ? `cell ${cell}${line === undefined ? "" : `, line ${line}`}` : "the parameters";
  const text = `${ename}: ${evalue}`.split("\n").slice(0, 20).join("\n");
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  const source = `**This run stopped at ${where}** (${withoutMarkup(name)}): ${STATUS_WORDS[status]}. ` +
    `What comes after it was not run.\n\n${fence}text\n${text}\n${fence}`;
  return { id: FAILURE_TAG, cell_type: "markdown", metadata: { tags: [FAILURE_TAG] }, source };
}

function progressOf(output: Output): WorkLine | undefined {
  return "data" in output ? output.data[PROGRESS_MIME] as WorkLine | undefined : undefined;
}

function withoutMarkup(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}

function problemError(
  problems: readonly CellProblem[],
  nameOf: (index: number) => string,
): Omit<ErrorOutput, "output_type"> {
  const first = problems[0]!;
  const shown = problems.slice(0, 10).map((problem) => describeProblem(problem, nameOf(problem.cell)));
  return {
    ename: first.kind,
    evalue: first.message,
    traceback: [...shown, ...moreLines(problems.length - shown.length)].join("\n").split("\n"),
  };
}

async function failureOf(
  { status, error }: ExecuteResult,
  kernel: KernelClient,
  limit: number,
): Promise<Omit<ErrorOutput, "output_type">> {
  if (status === "timeout") {
    const evalue = `The cell was still running when its time was up (${Math.round(limit * 10) / 10} s).`;
    return { ename: "Timeout", evalue, traceback: [`Timeout: ${evalue}`] };
  }
  if (status === "dead") {
    const { signal, code } = await kernel.ended;
    const evalue = `The kernel ended during this cell (${signal ?? `exit code ${code}`}).`;
    const words = kernel.lastWords === "" ? [] : kernel.lastWords.split("\n");
    return { ename: "KernelDied", evalue, traceback: [`KernelDied: ${evalue}`, ...words] };
  }
  return error!;
}
