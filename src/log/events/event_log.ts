/** The event log that miners read: immutable, columnar, dictionary-encoded, sorted by case and then time. */
import type { ColumnTable } from "arquero";
import { type Column, columnNamed, takeRows } from "../../base/column.ts";
import type { DriverName } from "../../db/database.ts";
import { ownColumns } from "../../io/raw_log.ts";
import type { EventLogColumns, LogContents, LogSource } from "./log_contents.ts";
import { queryLog, sqlText } from "../sql.ts";

/**
 * Events of cases, as typed arrays.
 *
 * Nothing changes a log: filters return a new one that shares the dictionaries and the source.
 */
export class EventLog implements LogContents {
  readonly offsets: Int32Array;
  readonly caseIds: readonly string[];
  readonly activity: Int32Array;
  readonly activities: readonly string[];
  readonly time: Float64Array;
  declare readonly start?: Float64Array;
  declare readonly resource?: Int32Array;
  declare readonly resources?: readonly string[];
  readonly rows: Int32Array;
  declare readonly startRows?: Int32Array;
  readonly source: LogSource;
  /** What this log was filtered by, in words, oldest first. */
  readonly filters: readonly string[];

  constructor(columns: EventLogColumns, source: LogSource, filters: readonly string[] = []) {
    this.offsets = columns.offsets;
    this.caseIds = columns.caseIds;
    this.activity = columns.activity;
    this.activities = columns.activities;
    this.time = columns.time;
    if (columns.start) this.start = columns.start;
    if (columns.resource && columns.resources) {
      this.resource = columns.resource;
      this.resources = columns.resources;
    }
    this.rows = columns.rows;
    if (columns.startRows) this.startRows = columns.startRows;
    this.source = source;
    this.filters = filters;
  }

  get name(): string {
    return this.source.name;
  }

  /** Number of cases. */
  get cases(): number {
    return this.caseIds.length;
  }

  /** Number of events. */
  get events(): number {
    return this.activity.length;
  }

  /** Names of all attributes beside the mapped columns, case attributes (`case:…`) last. */
  get attributes(): string[] {
    const { mapping, events, traces } = this.source;
    const mapped = ownColumns(mapping);
    return [...events.columns, ...(traces?.table.columns ?? [])]
      .map((column) => column.name).filter((name) => !mapped.has(name));
  }

  /**
   * An attribute of each event, aligned with `activity` and `time`; undefined where the log has none of that name.
   * A case attribute is repeated for each event of its case.
   */
  attribute(name: string): Column | undefined {
    const own = columnNamed(this.source.events, name);
    if (own) return takeRows(own, this.rows);
    const { traces } = this.source;
    const shared = traces && columnNamed(traces.table, name);
    return shared && takeRows(shared, this.rows.map((row) => traces.of[row]!));
  }

  /**
   * An attribute of each case, aligned with `caseIds`: its first known value within the case.
   * Undefined where the log has none of that name; `case:region` is also found as `region`, and the other way round.
   */
  caseAttribute(name: string): Column | undefined {
    const bare = name.startsWith("case:") ? name.slice(5) : `case:${name}`;
    const { traces, events } = this.source;
    for (const wanted of [name, bare]) {
      const shared = traces && columnNamed(traces.table, wanted);
      if (shared) return takeRows(shared, this.#firstRows().map((row) => row < 0 ? -1 : traces.of[row]!));
      const own = columnNamed(events, wanted);
      if (own) return takeRows(own, this.#firstRows((row) => isKnown(own, row)));
    }
    return undefined;
  }

  #firstRows(fits: (row: number) => boolean = () => true): Int32Array {
    const first = new Int32Array(this.cases).fill(-1);
    for (let c = 0; c < first.length; c++) {
      for (let i = this.offsets[c]!; i < this.offsets[c + 1]!; i++) {
        if (!fits(this.rows[i]!)) continue;
        first[c] = this.rows[i]!;
        break;
      }
    }
    return first;
  }

  /**
   * Asks DuckDB about this log, filters applied. Timestamps are UTC.
   *
   * - `events`: `case_id`, `activity`, `timestamp`, `start_timestamp` (where the log has starts), `resource` (where it
   *   has resources), `position` (1-based within the case), and every other attribute under its name in the file.
   * - `cases`: `case_id`, `events`, `started`, `ended`, `duration_seconds`, and the attributes that are the same
   *   throughout a case.
   * - `source`: every row that was read, whatever the filters, under the names of the file.
   *
   * Names differ without regard to case; a repeated one gets `_1`. Rows come in no order but what ORDER BY gives.
   * In a template, each value is written as a literal. The first query opens the database and loads the log.
   *
   * A query reads and writes no other files, attaches no database, installs no extension and changes no setting of
   * DuckDB, unless the log was read with `allowFiles: true`.
   *
   * @throws InputError if DuckDB cannot run the query.
   * @example
   * ```ts
   * import { readLog } from "tracebook";
   * const log = await readLog("data/order-to-cash.csv");
   * const busiest = await log.sql("SELECT activity, count(*) AS n FROM events GROUP BY activity ORDER BY n DESC");
   * const long = await log.sql`SELECT case_id FROM cases WHERE duration_seconds > ${30 * 86400}`;
   * ```
   */
  sql(query: string | TemplateStringsArray, ...values: unknown[]): Promise<ColumnTable> {
    return Promise.resolve().then(() => queryLog(this, sqlText(query, values), EXAMPLE_QUERY));
  }

  /** The driver that serves this log's queries. */
  get driver(): DriverName {
    return this.source.database.driver;
  }
}

const EXAMPLE_QUERY = "SELECT activity, count(*) FROM events GROUP BY ALL";

function isKnown(column: Column, row: number): boolean {
  switch (column.kind) {
    case "text":
      return column.codes[row]! >= 0;
    case "boolean":
      return column.values[row]! >= 0;
    default:
      return !Number.isNaN(column.values[row]!);
  }
}
