import { InputError } from "../base/errors.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { activityCode } from "../log/filter/options.ts";
import { selectCases } from "../log/events/select.ts";
import { traceVariants } from "./trace_variants.ts";
import { requireEventLog } from "../log/require_log.ts";

/** One of the three must be given. */
export interface VariantChoice {
  /** The most frequent variants, this many. */
  readonly top?: number;
  /** The fewest variants, most frequent first, that cover at least this share of the cases, 0 to 1. */
  readonly coverage?: number;
  /** These sequences of activities. */
  readonly sequences?: readonly (readonly string[])[];
  /** Leave out the cases of these variants instead of the others. @default false */
  readonly drop?: boolean;
  /** What becomes of sequences with an activity that the log has not. @default "error" */
  readonly missing?: "error" | "ignore";
}

/**
 * Keeps the cases that follow certain variants. Equally frequent ones rank in the order of their activities' names.
 *
 * @throws InputError if not exactly one choice is given, a number is out of range, or the log has no such activity.
 * @example
 * ```ts
 * import { filterVariants, readLog } from "tracebook";
 * filterVariants(await readLog("data/order-to-cash.csv"), { top: 10 }).filters; // ["variant is one of the 10 most frequent"]
 * ```
 */
export function filterVariants(log: EventLog, choice: VariantChoice): EventLog {
  requireEventLog(log);
  const { drop = false } = choice;
  const { counts, caseVariant, ...found } = traceVariants(log);
  for (const name of new Set(choice.sequences?.flat())) activityCode(log, name, choice);
  const { wanted, words } = chosen(choice, counts, found, log.cases);
  const keep = Uint8Array.from(caseVariant, (v) => wanted(v) !== drop ? 1 : 0);
  return selectCases(log, keep, `variant is ${drop ? "not " : ""}${words}`);
}

interface Chosen {
  readonly wanted: (variant: number) => boolean;
  readonly words: string;
}

function chosen(
  { top, coverage, sequences }: VariantChoice,
  counts: Float64Array,
  found: { activities: readonly string[]; sequences: readonly Int32Array[] },
  cases: number,
): Chosen {
  const given = [top, coverage, sequences].filter((value) => value !== undefined).length;
  if (given !== 1) throw new InputError(`Expected one of top, coverage and sequences but found ${given || "none"}.`);
  if (top !== undefined) {
    if (!Number.isInteger(top) || top < 0) throw new InputError(`Expected top to be a whole number but found ${top}.`);
    return { wanted: (v) => v < top, words: top === 1 ? "the most frequent" : `one of the ${top} most frequent` };
  }
  if (coverage !== undefined) {
    if (!(coverage >= 0 && coverage <= 1)) {
      throw new InputError(`Expected coverage to be a share from 0 to 1 but found ${coverage}.`);
    }
    let n = 0;
    for (let covered = 0; n < counts.length && covered < coverage * cases; n++) covered += counts[n]!;
    const percent = Number((coverage * 100).toFixed(4));
    return { wanted: (v) => v < n, words: `one of the ${n} most frequent, which cover ${percent} % of the cases` };
  }
  const key = (names: readonly string[]) => JSON.stringify(names);
  const keys = new Set(sequences!.map(key));
  const flags = found.sequences.map((codes) => keys.has(key(Array.from(codes, (code) => found.activities[code]!))));
  const shown = sequences!.length === 1 ? sequences![0]!.join(" → ") : `one of ${sequences!.length} given`;
  return { wanted: (v) => flags[v]!, words: shown };
}
