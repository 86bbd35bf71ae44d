/** Cases as a table: searched, sorted, and each opened to its events. */
import { valueAt } from "../../base/column.ts";
import { OptionError } from "../../base/errors.ts";
import { formatCount, formatDuration } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import { groupCodes, isConstantWithin } from "../../log/events/constant_columns.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { traceVariants } from "../../mining/variants.ts";
import { type Figure, figure, type FigureTable } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { wholeNumber } from "../kit/options.ts";
import { usualRows } from "../tables/table_data.ts";
import { tablePicture } from "../tables/table_picture.ts";
import type { Cell, TableUnit } from "../tables/units.ts";
import { type CaseEvents, eventsHead, packCase } from "./case_data.ts";

export interface CasesViewOptions {
  /** Case attributes that have a column. @default the first three that are the same throughout each case and differ between cases */
  readonly attributes?: readonly string[];
  /** Rows on a page, and in the still form. @default 20 */
  readonly rows?: number;
  /** @default "Cases" */
  readonly title?: string;
}

/** What rows and events of the cases may weigh in the page, each, as JSON. */
const ROW_BYTES = 100_000, EVENT_BYTES = 120_000;
const MOST_ATTRIBUTES = 3;

/**
 * The cases of a log as a table: their events, begin, end, throughput time, the rank of their variant, and attributes.
 *
 * In the page a click on a head sorts, words are searched, and a case is opened to its events with a line of time. Clicking
 * a row selects its case, and gives the filter that keeps it as code. An output holds as many cases as weigh about 250 KB, in
 * the order of the log; the caption says how many of how many. Filter or sort the log before to see others.
 *
 * @throws OptionError if the log has no such attribute.
 * @example
 * ```ts
 * import { filterThroughput, readLog, viewCases } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewCases(filterThroughput(log, { minSeconds: 20 * 86_400 }));
 * ```
 */
export function viewCases(log: EventLog, options: CasesViewOptions = {}): Figure {
  requireEventLog(log);
  const { title = "Cases" } = options;
  const pageRows = wholeNumber("rows", options.rows ?? usualRows, 1, 1000);
  const timed = !log.source.untimed;
  const attributes = options.attributes === undefined ? tellingAttributes(log) : checked(log, options.attributes);
  const { rows, events } = fitting(log, attributes, timed);
  const table: FigureTable = {
    columns: ["case", "events", ...(timed ? ["begin", "end", "throughput"] : []), "variant", ...attributes],
    units: {
      case: "text",
      events: "count",
      ...(timed ? { begin: "date", end: "date", throughput: "duration" } : {}),
      variant: "plain",
    } as Record<string, TableUnit>,
    bars: [],
    rows,
    total: log.cases,
    pageRows,
    rowsAre: "cases",
  };
  const held = rows.length < log.cases
    ? `The first ${formatCount(rows.length)} of ${formatCount(log.cases)} cases are in this page. `
    : "";
  return figure({
    kind: "cases",
    behaviour: "cases",
    title,
    caption: `${held}Variants by their rank: 1 is the most frequent. ${logCaption(log)}`,
    svg: tablePicture(table, pageRows),
    alt: `${title}: ${formatCount(log.cases)} cases with ${table.columns.slice(1).join(", ")}.`,
    table,
    text: inWords(rows, timed),
    data: events,
  });
}

/** As many cases as an output holds. */
function fitting(log: EventLog, attributes: readonly string[], timed: boolean): { rows: Cell[][]; events: CaseEvents } {
  const { begun, ended } = caseSpans(log);
  const { caseVariant } = traceVariants(log);
  const columns = attributes.map((name) => log.caseAttribute(name)!);
  const since = timed ? begun.reduce((least, time) => time < least ? time : least, Infinity) : NaN;
  const head = eventsHead(log, since);
  const rows: Cell[][] = [], cases: number[][] = [];
  let rowBytes = ROW_BYTES, eventBytes = EVENT_BYTES - bytesOf(head);
  for (let c = 0; c < log.cases; c++) {
    const row: Cell[] = [
      log.caseIds[c]!,
      log.offsets[c + 1]! - log.offsets[c]!,
      ...(timed ? [known(begun[c]!), known(ended[c]!), known((ended[c]! - begun[c]!) / 1000)] : []),
      caseVariant[c]! + 1,
      ...columns.map((column) => cellOf(valueAt(column, c))),
    ];
    const packed = packCase(log, c, since);
    rowBytes -= bytesOf(row);
    eventBytes -= bytesOf(packed);
    if ((rowBytes < 0 || eventBytes < 0) && rows.length > 0) break;
    rows.push(row);
    cases.push(packed);
  }
  return { rows, events: { ...head, cases } };
}

function checked(log: EventLog, names: readonly string[]): readonly string[] {
  const missing = names.find((name) => log.caseAttribute(name) === undefined);
  if (missing === undefined) return names;
  throw new OptionError(
    `Expected attributes to name attributes of ${log.name} (${log.attributes.slice(0, 30).join(", ")}) but found ${
      JSON.stringify(missing)
    }.`,
  );
}

function tellingAttributes(log: EventLog): string[] {
  const groups = groupCodes(log.source);
  const found: string[] = [];
  for (const name of log.attributes) {
    if (found.length === MOST_ATTRIBUTES) break;
    const own = log.source.events.columns.find((column) => column.name === name);
    if (own && !isConstantWithin(own, groups)) continue;
    const column = log.caseAttribute(name);
    if (!column) continue;
    const first = String(valueAt(column, 0));
    for (let c = 1; c < log.cases; c++) {
      if (String(valueAt(column, c)) === first) continue;
      found.push(name);
      break;
    }
  }
  return found;
}

function cellOf(value: ReturnType<typeof valueAt>): Cell {
  if (value instanceof Date) return value.getTime();
  return typeof value === "boolean" ? String(value) : value;
}

function known(value: number): Cell {
  return Number.isFinite(value) ? value : null;
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length + 1;
}

function inWords(rows: readonly (readonly Cell[])[], timed: boolean): string {
  const few = 10;
  return textTable([
    ["case", "events", ...(timed ? ["throughput"] : []), "variant"],
    ...rows.slice(0, few).map((row) => [
      String(row[0]),
      formatCount(row[1] as number),
      ...(timed ? [formatDuration(row[4] as number | null)] : []),
      String(row[timed ? 5 : 2]),
    ]),
  ], { left: [0] }) + (rows.length > few ? `\n… and ${formatCount(rows.length - few)} more rows` : "");
}
