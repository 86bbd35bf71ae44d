/** Which attributes belong to the case as a whole: those with at most one known value in each case. */
import { type Column, columnNamed } from "../../base/column.ts";
import type { LogSource } from "./log_contents.ts";
import { asText } from "../../base/text_codes.ts";

export interface Groups {
  /** Case of each row, -1 where it has none. */
  readonly of: Int32Array;
  readonly count: number;
}

/** Puts the rows of a source into groups by the column that is mapped to the case. */
export function groupCodes({ events, traces, mapping }: LogSource): Groups {
  const own = columnNamed(events, mapping.case);
  if (own) {
    const { codes, dictionary } = asText(own);
    return { of: codes, count: dictionary.length };
  }
  const shared = traces && columnNamed(traces.table, mapping.case);
  if (!shared) return { of: traces?.of ?? new Int32Array(events.rows).fill(-1), count: traces?.table.rows ?? 0 };
  const { codes, dictionary } = asText(shared);
  return { of: traces.of.map((trace) => trace < 0 ? -1 : codes[trace]!), count: dictionary.length };
}

/** Whether no group has two different known values. */
export function isConstantWithin(column: Column, { of, count }: Groups): boolean {
  const values = column.kind === "text" ? column.codes : column.values;
  const missing = column.kind === "text" || column.kind === "boolean" ? -1 : NaN;
  const seen = new Float64Array(count).fill(missing);
  for (let row = 0; row < of.length; row++) {
    const group = of[row]!, value = values[row]!;
    if (group < 0 || value === missing || value !== value) continue;
    if (seen[group] === value) continue;
    if (seen[group] === missing || seen[group] !== seen[group]) seen[group] = value;
    else return false;
  }
  return true;
}
