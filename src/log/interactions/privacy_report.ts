/** What was done for the privacy of those recorded, to show to whoever asks. */
import type { PrivacyEntry } from "../../privacy/privacy_options.ts";
import { columnNamed } from "../../base/column.ts";
import { asText } from "../../base/text_codes.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { InteractionContents } from "./interaction_contents.ts";
import { requireInteractionLog } from "../require_log.ts";

export interface PrivacyReportOptions {
  /** Groups of fewer people are counted as suppressed. @default 5 */
  readonly k?: number;
  /** Columns whose groups are looked at. @default team and task, those that the log has */
  readonly by?: readonly string[];
}

/** A row of `privacyReport`. */
export interface PrivacyReportRow {
  readonly action: PrivacyEntry["action"] | "suppressed";
  /** What was found: `email`, `phone`, … */
  readonly rule: string;
  /** Column of the file; null: whole rows. */
  readonly column: string | null;
  /** Rows; of `suppressed` groups. */
  readonly count: number;
  /** A text after masking; null where nothing is left to show. */
  readonly example: string | null;
}

export type PrivacyReport = TypedTable<PrivacyReportRow> & {
  /** The same in words, a line each. */
  readonly text: string;
};

/**
 * What reading dropped, masked, hashed, replaced by pseudonyms and kept, and which groups are too small to be shown.
 *
 * Columns: `action` (`dropped`, `masked`, `hashed`, `pseudonyms`, `kept`, `suppressed`), `rule` (what was found: `email`,
 * `phone`, `password`, …), `column` of the file (null: whole rows), `count` (rows; for `suppressed` groups), `example`
 * (a text after masking, null where nothing is left to show). No text in it is as it was before masking.
 *
 * @example
 * ```ts
 * import { privacyReport, readInteractions } from "tracebook";
 * privacyReport(await readInteractions("data/order-desk.csv")).text;
 * ```
 */
export function privacyReport(log: InteractionContents, options: PrivacyReportOptions = {}): PrivacyReport {
  requireInteractionLog(log);
  const record = log.source.privacy;
  const suppressed = smallGroups(log, options.k ?? 5, options.by ?? ["team", "task"]);
  const rows = [...(record?.entries ?? []).map(rowOf), ...suppressed];
  const result = tableOfRows<PrivacyReportRow>(rows, ["action", "rule", "column", "count", "example"]);
  const head = !record?.on
    ? `${log.source.name}: read as it is, with privacy switched off.`
    : `${log.source.name}: ${formatCount(record.rowsRead - record.rowsDropped)} of ${
      countOf(record.rowsRead, "row")
    } read; ` +
      (record.keyed ? "pseudonyms and marks are keyed by the project's secret." : NO_SECRET);
  const lines = rows.map(({ action, rule, column, count: n, example }) =>
    action === "suppressed"
      ? `- suppressed: ${countOf(n, "group")} of "${column}" with ${rule}`
      : `- ${action}: ${rule}, ${countOf(n, "row")}${column === null ? "" : ` of "${column}"`}` +
        (example === null ? "" : `, as in ${JSON.stringify(example)}`)
  );
  const text = [head, ...(lines.length === 0 && record?.on ? ["Nothing was found to protect."] : lines)].join(
    "\n",
  );
  return Object.assign(result, { text });
}

const NO_SECRET =
  "no project's secret was given (TRACEBOOK_SECRET): marks and pseudonyms are numbered within this log, and users keep " +
  'their names where `users: "pseudonyms"` was not asked for.';

function rowOf({ action, rule, column, rows, example }: PrivacyEntry): PrivacyReportRow {
  return { action, rule, column, count: rows, example };
}

/** Groups of fewer people than are shown, by each column. */
function smallGroups(log: InteractionContents, k: number, by: readonly string[]): PrivacyReportRow[] {
  const { canonical, interactions, mapping } = log.source;
  if (!columnNamed(canonical, "user")) return [];
  const least = Math.min(k, log.users.length);
  return by.flatMap((name): PrivacyReportRow[] => {
    const mapped = (mapping as unknown as Record<string, string | undefined>)[name] ?? name;
    const column = columnNamed(interactions, mapped);
    if (!column) return [];
    const { codes, dictionary } = asText(column);
    const people = dictionary.map(() => new Set<number>());
    log.rows.forEach((row, i) => codes[row]! >= 0 && people[codes[row]!]!.add(log.user[i]!));
    const small = people.filter(({ size }) => size > 0 && size < least).length;
    return small === 0
      ? []
      : [{ action: "suppressed", rule: `fewer than ${least} people`, column: name, count: small, example: null }];
  });
}
