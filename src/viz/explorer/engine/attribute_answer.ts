/** How the cases of a selection divide by the values of one attribute. */
import { type Column, valueAt } from "../../../base/column.ts";
import { formatExactDate } from "../../../base/format.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import type { StepBounds, StepValue } from "../../../mining/explore/selection_step.ts";
import { countCodes } from "./answers.ts";

export interface AttributeAnswer {
  readonly name: string;
  /** Whether it is the same throughout each case, or may change from event to event. */
  readonly of: "case" | "event";
  /** How many different values there are; of numbers and times with many, rows are spans of them. */
  readonly total: number;
  readonly rows: readonly AttributeRow[];
}

export interface AttributeRow {
  readonly name: string;
  /** Cases that have it, or an event that has it. */
  readonly cases: number;
  /** What a click on it asks for. */
  readonly wanted: { readonly values: readonly StepValue[] } | { readonly bounds: StepBounds };
}

/** Values that are listed, the most frequent first. */
export const mostValues = 100;
/** Numbers and times of more values than this are shown in spans. */
const mostNumbers = 24;
const mostSpans = 10;

/** Undefined where the log has no such attribute. */
export function attributeAnswer(log: EventLog, name: string): AttributeAnswer | undefined {
  const of = isOfCases(log, name) ? "case" : "event";
  const column = of === "case" ? log.caseAttribute(name) : log.attribute(name);
  if (!column) return undefined;
  const offsets = of === "case" ? Int32Array.from({ length: log.cases + 1 }, (_, c) => c) : log.offsets;
  const { codes, values } = codesOf(column, offsets.at(-1)!);
  const missing = countCodes(codes.map((code) => code < 0 ? 0 : -1), 1, { offsets })[0]?.cases ?? 0;
  const inSpans = (column.kind === "number" || column.kind === "time") && values.length > mostNumbers;
  const rows = inSpans
    ? spanRows(codes, values as number[], column.kind === "time", offsets)
    : countCodes(codes, values.length, { offsets }).slice(0, mostValues).map(({ code, cases }): AttributeRow => {
      const value = stepValue(column, values[code]!);
      return { name: words(value), cases, wanted: { values: [value] } };
    });
  return {
    name,
    of,
    total: values.length,
    rows: missing > 0 ? [...rows, { name: "(no value)", cases: missing, wanted: { values: [null] } }] : rows,
  };
}

/** A packed log has attributes that are the same throughout cases with its traces. */
function isOfCases({ source }: EventLog, name: string): boolean {
  return source.traces?.table.columns.some((column) => column.name === name) === true &&
    !source.events.columns.some((column) => column.name === name);
}

/** Values numbered in their order: texts as their dictionary has them, numbers by size. */
function codesOf(column: Column, rows: number): { codes: Int32Array; values: (number | string)[] } {
  if (column.kind === "text") return { codes: column.codes, values: [...column.dictionary] };
  const isMissing = (value: number) => column.kind === "boolean" ? value < 0 : Number.isNaN(value);
  const known = new Set<number>();
  for (let row = 0; row < rows; row++) if (!isMissing(column.values[row]!)) known.add(column.values[row]!);
  const values = [...known].sort((a, b) => a - b);
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = codeOf.get(column.values[row]!) ?? -1;
  return { codes, values };
}

function stepValue(column: Column, value: number | string): StepValue {
  if (typeof value === "string") return value;
  if (column.kind === "time") return { date: value };
  return column.kind === "boolean" ? valueAt({ ...column, values: Int8Array.of(value) }, 0) as boolean : value;
}

function words(value: StepValue): string {
  return typeof value === "object" && value !== null ? formatExactDate(value.date) : String(value);
}

/** Spans of about equally many rows; each begins and ends with a value that occurs. */
function spanRows(codes: Int32Array, values: readonly number[], dates: boolean, offsets: Int32Array): AttributeRow[] {
  const counts = new Float64Array(values.length);
  let all = 0;
  for (const code of codes) {
    if (code < 0) continue;
    counts[code]!++;
    all++;
  }
  const spanOf = new Int32Array(values.length);
  const spans: [first: number, last: number][] = [];
  let first = 0, held = 0;
  counts.forEach((count, code) => {
    held += count;
    spanOf[code] = spans.length;
    if (held < all * (spans.length + 1) / mostSpans && code < values.length - 1) return;
    spans.push([first, code]);
    first = code + 1;
  });
  const write = (value: number) => dates ? formatExactDate(value) : String(value);
  const found = countCodes(codes.map((code) => code < 0 ? -1 : spanOf[code]!), spans.length, { offsets });
  return found.sort((a, b) => a.code - b.code).map(({ code, cases }) => {
    const [min, max] = spans[code]!.map((at) => values[at]!) as [number, number];
    return {
      name: min === max ? write(min) : `${write(min)} to ${write(max)}`,
      cases,
      wanted: { bounds: { min, max, ...(dates ? { dates: true } : {}) } },
    };
  });
}
