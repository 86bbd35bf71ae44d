/** How a run goes, and how it went. */
import type { Notebook } from "../notebook.ts";
import type { RunFigures } from "../run_figures.ts";

export type Progress =
  /** The cells are about to be checked, and the kernel starts beside it. */
  | { readonly step: "checking" }
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
  /** What the run says of itself in figures; only where a report was written. */
  readonly figures?: RunFigures;
  readonly seconds: number;
}

export const EXIT_CODES: Record<RunStatus, number> = {
  "ok": 0,
  "cell failed": 1,
  "parameters wrong": 2,
  "input wrong": 2,
  "kernel died": 3,
  "timeout": 124,
};

export const STATUS_WORDS: Record<RunStatus, string> = {
  "ok": "all went well",
  "cell failed": "the cell failed",
  "parameters wrong": "a parameter is wrong",
  "input wrong": "the input does not fit",
  "kernel died": "the kernel died",
  "timeout": "its time was up",
};
