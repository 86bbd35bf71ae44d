import type { RunStatus } from "../run.ts";
import type { RunFigures } from "../run_figures.ts";

/** How one run of a batch went. */
export interface BatchEntry {
  readonly name: string;
  readonly status: RunStatus;
  readonly exitCode: number;
  /** The report was up to date, and was kept. */
  readonly kept: boolean;
  /** How long the run took that made the report. */
  readonly seconds: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** File names in the folder; those of a failed run end in `.failed.html` and `.failed.ipynb`. */
  readonly report: string | null;
  readonly notebook: string | null;
  /** First line of the error, and where it was. */
  readonly error: string | null;
  /** What the run says of itself in figures; null where it failed before it could. */
  readonly figures: RunFigures | null;
}
