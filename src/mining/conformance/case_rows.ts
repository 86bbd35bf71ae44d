/** What is said of variants, told for the cases that follow them. */
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { casesOf, emptyLogWords } from "../declarative_options.ts";
import { traceVariants } from "../variants.ts";
import { requireEventLog } from "../../log/require_log.ts";

/** What names the row of a table about cases: `case`; of variants `variant` (from 1) and `cases`. */
export interface CaseNames {
  readonly case?: string;
  readonly variant?: number;
  readonly cases?: number;
}

/** The rows of a table about cases: one for each case of a log, or for each variant where only these are known. */
export interface CaseRows {
  readonly traces: TraceCounts;
  /** The variant of each row. */
  readonly variant: ArrayLike<number>;
  /** `case`: ids of the cases in the log's order. Of variants: `variant` from 1, and `cases`. */
  readonly columns: (rows: ArrayLike<number>) => { case: string[] } | { variant: number[]; cases: number[] };
}

/** @throws InputError if there is no case. */
export function caseRows(log: EventLog | TraceCounts): CaseRows {
  requireEventLog(log, "sequences");
  if ("sequences" in log) {
    const traces = casesOf(log);
    return {
      traces,
      variant: traces.sequences.map((_, v) => v),
      columns: (rows) => ({
        variant: Array.from(rows, (row) => row + 1),
        cases: Array.from(rows, (row) => traces.counts[row]!),
      }),
    };
  }
  if (log.cases === 0) throw new InputError(emptyLogWords(log));
  const { caseVariant, ...traces } = traceVariants(log);
  return {
    traces,
    variant: caseVariant,
    columns: (rows) => ({ case: Array.from(rows, (row) => log.caseIds[row]!) }),
  };
}
