/** What a reader of interactions hands on: the rows as read, and what they mean in canonical columns. */
import type { Table } from "../../base/column.ts";
import type { InteractionMapping } from "../../io/interactions/canonical_columns.ts";
import type { ReadingReport } from "../../io/report/reading_report.ts";
import type { PrivacyRecord } from "../../privacy/privacy_options.ts";

/** A row an interaction, in file order. */
export interface RawInteractions {
  /** File name without folders, for titles and errors. */
  readonly name: string;
  /** Every column of the file. */
  readonly interactions: Table;
  /** The same rows in canonical columns, those that the format has: `ts` and `tsEnd` are times, the others text. */
  readonly canonical: Table;
  readonly mapping: InteractionMapping;
  readonly report: ReadingReport;
  /** Line of the file on which a row begins, 1-based; absent where the format has no lines. */
  readonly lineOf?: (row: number) => number;
  /** What was done for privacy's sake while reading. */
  readonly privacy?: PrivacyRecord;
}
