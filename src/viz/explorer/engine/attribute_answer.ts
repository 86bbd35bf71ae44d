/** How the cases of a selection divide by the values of one attribute. */
import { type Column, valueAt } from "../../../base/column.ts";
import { formatExactDate } from "../../../base/format.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import type { StepBounds, StepValue } from "../../../mining/explore/selection_step.ts";

export interface AttributeAnswer {
  readonly name: string;
  /** How many different values cases have; of numbers and times with many, rows are spans of them. */
  readonly total: number;
  readonly rows: readonly AttributeRow[];
}

export interface AttributeRow {
  readonly name: string;
  readonly cases: number;
  /** What a click on it asks for. */
  readonly wanted: { readonly values: readonly StepValue[] } | { readonly bounds: StepBounds };
}

const mostValues = 100;
/** Numbers and times of more values than this are shown in spans. */
const mostNumbers = 24;
const spans = 10;

/** Undefined where the log has no such attribute. A case has its first known value. */
export function attributeAnswer(log: EventLog, name: string): AttributeAnswer | undefined {
  const column = log.caseAttribute(name);
  if (!column) return undefined;
  const counts = new Map<number | string | null, { value: StepValue; cases: number }>();
  for (let c = 0; c < log.cases; c++) {
    const raw = rawOf(column, c);
    const known = counts.get(raw);
    if (known) known.cases++;
    else counts.set(raw, { value: stepValue(column, c), cases: 1 });
  }
  const missing = counts.get(null);
  counts.delete(null);
  const rows = (column.kind === "number" || column.kind === "time") && counts.size > mostNumbers
    ? spanRows([...counts.values()], column.kind === "time")
    : [...counts.values()].sort((a, b) => b.cases - a.cases || (words(a.value) < words(b.value) ? -1 : 1))
      .slice(0, mostValues)
      .map(({ value, cases }) => ({ name: words(value), cases, wanted: { values: [value] } }));
  return {
    name,
    total: counts.size,
    rows: missing ? [...rows, { name: "(no value)", cases: missing.cases, wanted: { values: [null] } }] : rows,
  };
}

function rawOf(column: Column, c: number): number | null {
  const raw = column.kind === "text" ? column.codes[c]! : column.values[c]!;
  const missing = column.kind === "text" || column.kind === "boolean" ? raw < 0 : Number.isNaN(raw);
  return missing ? null : raw;
}

function stepValue(column: Column, c: number): StepValue {
  const value = valueAt(column, c);
  return value instanceof Date ? { date: value.getTime() } : value;
}

function words(value: StepValue): string {
  return typeof value === "object" && value !== null ? formatExactDate(value.date) : String(value);
}

/** Spans of about equally many cases; each begins and ends with a value that a case has. */
function spanRows(counted: readonly { value: StepValue; cases: number }[], dates: boolean): AttributeRow[] {
  const numberOf = (value: StepValue) => typeof value === "object" && value !== null ? value.date : Number(value);
  const sorted = counted.map(({ value, cases }) => ({ value: numberOf(value), cases }))
    .sort((a, b) => a.value - b.value);
  const all = sorted.reduce((sum, { cases }) => sum + cases, 0);
  const rows: AttributeRow[] = [];
  const write = (value: number) => dates ? formatExactDate(value) : String(value);
  let first = 0, held = 0, before = 0;
  sorted.forEach(({ value, cases }, i) => {
    held += cases;
    const full = before + held >= all * (rows.length + 1) / spans;
    if (!full && i < sorted.length - 1) return;
    const min = sorted[first]!.value;
    rows.push({
      name: min === value ? write(min) : `${write(min)} to ${write(value)}`,
      cases: held,
      wanted: { bounds: { min, max: value, ...(dates ? { dates: true } : {}) } },
    });
    before += held;
    held = 0;
    first = i + 1;
  });
  return rows;
}
