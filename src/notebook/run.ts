/** Runs a notebook without a front end: parameters in, executed notebook and report out. */
import { dirname, resolve } from "node:path";
import { cellName } from "./cell_names.ts";
import { checkNotebook } from "./check.ts";
import { type ExecuteResult, type KernelClient, type SettleResult, startKernel } from "./kernel/client/client.ts";
import { defaultMemoryGigabytes } from "./kernel/client/memory.ts";
import type { CellPosition } from "./kernel/code/stack.ts";
import type { Failure } from "./kernel/prelude/prelude.ts";
import { inputFiles } from "./input_files.ts";
import {
  type Cell,
  type Notebook,
  type Output,
  readNotebook,
  tagsOf,
  writeAtomically,
  writeNotebook,
} from "./notebook.ts";
import { noteInput, refuseInput } from "../io/files/input_files.ts";
import { injectParameters } from "./parameters/parameters.ts";
import { PROGRESS_MIME, PROGRESS_VARIABLE } from "./progress.ts";
import { factsOf } from "./readings.ts";
import { type RunFigures, runFigures } from "./run_figures.ts";
import { notebookReport } from "./report.ts";
import { withoutIdleCells } from "./run/optional_cells.ts";
import { failureBanner, isSkipped, withoutOldRuns } from "./run/failure_banner.ts";
import { executionError, problemError } from "./run/run_failures.ts";
import { EXIT_CODES, type Progress, type RunFailure, type RunResult, type RunStatus } from "./run/run_result.ts";
import type { WorkLine } from "./work_lines.ts";

export type { Progress, RunFailure, RunResult, RunStatus } from "./run/run_result.ts";

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
  /** How much memory the kernel may have, half of it for JavaScript's objects. @default 4, or half of the machine's */
  readonly memoryGigabytes?: number;
  /** Type-check the cells before anything runs. @default true */
  readonly check?: boolean;
  /** Written into the report if all goes well: a report with the key that a run would have is up to date. */
  readonly key?: string;
  /** What the report is about, such as the name of the log: its title begins with it. @default the notebook's title */
  readonly subject?: string;
  /** Written into the report: whoever asked for it tells its own reports from others by this. */
  readonly maker?: string;
  /** Says an error about the input in the words of whoever runs the notebook, such as those of a command line. */
  readonly inWords?: (message: string) => string;
  /** Set for the kernel in addition to this process's own environment. */
  readonly env?: Record<string, string>;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Runs the cells of a notebook in its own folder, one after another, and stops at the first that fails.
 *
 * After the last cell the run waits up to five seconds for timers, requests and child processes of the cells: an error in
 * one of them fails the run, too. Then all of them end with the kernel.
 *
 * Cells tagged `skip-execution` do not run, and keep the outputs that they have.
 * Cells are parsed and type-checked before the first one runs. The output notebook is kept on failure, with the failing
 * cell named on top. A cell tagged `only-with-NAME` is left out where the parameter NAME is empty, one tagged
 * `only-example` where any parameter is given. A cell tagged `raises-exception` may fail. In a cell tagged `contract`, which reads the inputs
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
  const original = withoutOldRuns(await readNotebook(path));
  const { parameters = {}, output, html } = options;
  for (const file of await inputFiles(original, parameters, path)) await noteInput(file);
  for (const file of [output, html]) if (file !== undefined) await refuseInput(file, file);
  return await new NotebookRun(path, original, options).run();
}

class NotebookRun {
  readonly #path: string;
  readonly #options: RunOptions;
  readonly #original: Notebook;
  /** With the parameters, and the outputs so far. */
  readonly #notebook: Notebook;
  readonly #cells: readonly Cell[];
  readonly #began = performance.now();
  #kernel: KernelClient | undefined;

  constructor(path: string, original: Notebook, options: RunOptions) {
    this.#path = path;
    this.#options = options;
    this.#original = original;
    const { parameters = {} } = options;
    this.#notebook = injectParameters(withoutIdleCells(original, parameters), parameters, path);
    this.#cells = this.#notebook.cells.filter((cell) =>
      cell.cell_type === "code" && cell.source.trim() !== "" && !isSkipped(cell)
    );
  }

  async run(): Promise<RunResult> {
    // The kernel starts while the cells are checked; it runs nothing before they are found to be in order.
    const starting = startKernel({
      cwd: dirname(resolve(this.#path)),
      env: { [PROGRESS_VARIABLE]: "messages", ...this.#options.env },
      memoryGigabytes: this.#options.memoryGigabytes ?? defaultMemoryGigabytes(),
    });
    starting.catch(() => {});
    try {
      return await this.#check() ?? await this.#awaitKernel(starting) ?? await this.#runCells() ??
        await this.#settle() ??
        await this.#finish("ok");
    } finally {
      this.#kernel ??= await starting.catch(() => undefined);
      await this.#kernel?.shutdown();
    }
  }

  /** The result if the cells cannot run as they are. */
  async #check(): Promise<RunResult | undefined> {
    if (!(this.#options.check ?? true)) return undefined;
    this.#options.onProgress?.({ step: "checking" });
    const problems = await checkNotebook(this.#notebook, this.#path);
    this.#options.onProgress?.({ step: "checked", seconds: this.#seconds() });
    const [worst] = problems;
    if (!worst) return undefined;
    const cell = this.#notebook.cells[worst.cell]!;
    const error = problemError(problems, (index) => this.#placeOf(this.#notebook.cells[index]!));
    cell.outputs = [{ output_type: "error", ...error }];
    return await this.#fail(isInjected(cell) ? "parameters wrong" : "cell failed", cell, error, worst.line);
  }

  /** The result if the kernel does not start. */
  async #awaitKernel(starting: Promise<KernelClient>): Promise<RunResult | undefined> {
    try {
      this.#kernel = await starting;
      return undefined;
    } catch (error) {
      const [first] = this.#cells;
      if (!first) throw error;
      const evalue = (error as Error).message;
      return await this.#fail("kernel died", first, { ename: "KernelDied", evalue, traceback: evalue.split("\n") });
    }
  }

  /** The result if a cell fails. */
  async #runCells(): Promise<RunResult | undefined> {
    for (const [i, cell] of this.#cells.entries()) {
      const number = i + 1;
      const name = cellName(this.#notebook, this.#notebook.cells.indexOf(cell));
      this.#options.onProgress?.({ step: "cell", number, total: this.#cells.length, name });
      const cellBegan = performance.now();
      const limit = this.#limit();
      const result = await this.#kernel!.execute(cell.source, {
        name: this.#placeOf(cell),
        onOutput: (output) => this.#showProgress(output),
        ...(limit < Infinity ? { timeoutSeconds: limit } : {}),
      });
      cell.execution_count = result.executionCount;
      // Assignments are expressions, and would show the last value.
      cell.outputs = result.outputs.filter((output) =>
        !progressOf(output) && !(isInjected(cell) && output.output_type === "execute_result")
      );
      this.#options.onProgress?.({ step: "cell done", number, seconds: (performance.now() - cellBegan) / 1000 });
      const tolerated = result.status === "error" && tagsOf(cell).includes("raises-exception");
      if (result.status !== "ok" && !tolerated) return await this.#failExecution(cell, result, limit);
      await this.#save();
    }
    return undefined;
  }

  /** The result if something fails that cells have begun and that ends after them. */
  async #settle(): Promise<RunResult | undefined> {
    const last = this.#cells.at(-1);
    if (!last) return undefined;
    const result = await this.#kernel!.settle(Math.min(SETTLE_SECONDS, this.#limit()), {
      onOutput: (output) => this.#showProgress(output),
    });
    const failing = this.#cells.find((cell) => this.#placeOf(cell) === result.origin?.cell) ?? last;
    // What was printed meanwhile stands below the last cell, an error below the cell that it comes from.
    for (const output of result.outputs) {
      const cell = output.output_type === "error" ? failing : last;
      if (!progressOf(output)) cell.outputs = [...cell.outputs ?? [], output];
    }
    if (result.status === "busy") {
      const text =
        `something was still at work ${SETTLE_SECONDS} s after the last cell (a timer, a request or a child ` +
        "process); it ends with the run";
      this.#options.onProgress?.({ step: "working", text });
    }
    if (result.status === "ok" || result.status === "busy") return undefined;
    return await this.#failExecution(failing, result, 0);
  }

  async #failExecution(cell: Cell, result: ExecuteResult | SettleResult, limit: number): Promise<RunResult> {
    const found = await executionError(result, this.#kernel!, limit);
    const error = this.#inWords(found);
    for (const output of cell.outputs ?? []) {
      if (output.output_type !== "error" || output.evalue !== found.evalue) continue;
      output.evalue = error.evalue;
      output.traceback = [...error.traceback];
    }
    if (result.status !== "error") {
      cell.outputs = (cell.outputs ?? []).filter(({ output_type }) => output_type !== "error");
      cell.outputs.push({ output_type: "error", ...error });
    }
    const refused = error.ename === "InputError" && tagsOf(cell).includes(CONTRACT_TAG);
    const status = result.status === "dead" ? "kernel died" : result.status === "timeout" ? "timeout" : "cell failed";
    return await this.#fail(refused ? "input wrong" : status, cell, error, lineIn(result.origin, this.#placeOf(cell)));
  }

  /** Of a wrong input in the words of whoever runs the notebook. */
  #inWords(error: Failure): Failure {
    const { inWords } = this.#options;
    if (!inWords || !/^(Input|Option)Error$/.test(error.ename)) return error;
    const evalue = inWords(error.evalue);
    const trace = error.traceback.join("\n");
    return { ...error, evalue, traceback: trace.replace(error.evalue, () => evalue).split("\n") };
  }

  async #fail(status: RunStatus, cell: Cell, error: Failure, line?: number): Promise<RunResult> {
    return await this.#finish(status, {
      cell: this.#numberOf(cell),
      name: cellName(this.#notebook, this.#notebook.cells.indexOf(cell)),
      ...(line === undefined ? {} : { line }),
      ...error,
    });
  }

  async #finish(status: RunStatus, failure?: RunFailure): Promise<RunResult> {
    const notebook = this.#notebook;
    if (failure) notebook.cells.unshift(failureBanner(failure, status));
    await this.#save();
    const seconds = this.#seconds();
    const figures = await this.#writeReport(status, seconds);
    return {
      status,
      exitCode: EXIT_CODES[status],
      notebook,
      seconds,
      ...(failure ? { failure } : {}),
      ...(figures ? { figures } : {}),
    };
  }

  /** What the run says of itself in figures, where a report is written. */
  async #writeReport(status: RunStatus, seconds: number): Promise<RunFigures | undefined> {
    const { html, parameters = {} } = this.#options;
    if (html === undefined) return undefined;
    const path = this.#path;
    const inputs = await inputFiles(this.#original, parameters, path);
    const key = status === "ok" ? this.#options.key : undefined;
    const alive = this.#kernel && (status === "ok" || status === "cell failed");
    const { readings, handed } = alive ? await factsOf(this.#kernel!) : { readings: [] };
    const figures = runFigures(readings, handed);
    const { subject, maker } = this.#options;
    const facts = {
      path,
      parameters,
      inputs,
      readings,
      figures,
      seconds,
      ...(key === undefined ? {} : { key }),
      ...(subject === undefined ? {} : { subject }),
      ...(maker === undefined ? {} : { maker }),
    };
    await writeAtomically(html, await notebookReport(this.#notebook, facts));
    return figures;
  }

  async #save(): Promise<void> {
    if (this.#options.output !== undefined) await writeNotebook(this.#options.output, this.#notebook);
  }

  #showProgress(output: Output): void {
    const line = progressOf(output);
    if (line && !line.ended) this.#options.onProgress?.({ step: "working", text: line.text });
  }

  /** How long the next cell may run, in seconds. */
  #limit(): number {
    const left = (this.#options.timeoutSeconds ?? Infinity) - this.#seconds();
    return Math.min(this.#options.cellTimeoutSeconds ?? Infinity, Math.max(0, left));
  }

  #seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  /** 1-based, over all cells of the notebook as given; 0 for the cell of injected parameters. */
  #numberOf(cell: Cell): number {
    return this.#original.cells.findIndex(({ id }) => id === cell.id) + 1;
  }

  #placeOf(cell: Cell): string {
    const number = this.#numberOf(cell);
    return number > 0 ? `cell ${number}` : "parameters";
  }
}

/** How long the run waits, after the last cell, for what cells have begun. */
const SETTLE_SECONDS = 5;

/** The cell that reads the inputs and says what they must hold; an `InputError` in it is the input's fault. */
const CONTRACT_TAG = "contract";

function isInjected(cell: Cell): boolean {
  return tagsOf(cell).includes("injected-parameters");
}

function lineIn(origin: CellPosition | undefined, place: string): number | undefined {
  return origin?.cell === place ? origin.line : undefined;
}

function progressOf(output: Output): WorkLine | undefined {
  return "data" in output ? output.data[PROGRESS_MIME] as WorkLine | undefined : undefined;
}
