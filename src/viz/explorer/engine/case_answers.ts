/** The cases of a selection: searched, sorted, a page of them; and one of them in full. */
import { valueAt } from "../../../base/column.ts";
import { formatExactDate } from "../../../base/format.ts";
import { caseSpans } from "../../../log/events/case_spans.ts";
import type { EventLog } from "../../../log/events/event_log.ts";

export interface CasesQuestion {
  readonly search: string;
  readonly sort: "log" | "id" | "events" | "began" | "took";
  readonly descending: boolean;
  readonly from: number;
}

export interface CasesAnswer {
  /** How many cases the search finds. */
  readonly total: number;
  readonly from: number;
  readonly rows: readonly CaseRow[];
}

export interface CaseRow {
  readonly id: string;
  readonly events: number;
  /** Milliseconds UTC, NaN where unknown. */
  readonly began: number;
  readonly seconds: number;
}

export interface CaseAnswer extends CaseRow {
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly steps: readonly CaseStep[];
}

export interface CaseStep {
  readonly activity: string;
  readonly time: number;
  readonly start: number | null;
  readonly resource: string | null;
}

export const casesAPage = 25;

export function casesAnswer(log: EventLog, question: CasesQuestion): CasesAnswer {
  const { begun, ended } = caseSpans(log);
  const found = casesFound(log, question);
  const begin = Math.max(0, Math.min(question.from, Math.floor((found.length - 1) / casesAPage) * casesAPage));
  return {
    total: found.length,
    from: begin,
    rows: found.slice(begin, begin + casesAPage).map((c) => ({
      id: log.caseIds[c]!,
      events: log.offsets[c + 1]! - log.offsets[c]!,
      began: begun[c]!,
      seconds: (ended[c]! - begun[c]!) / 1000,
    })),
  };
}

/** All cases that are searched for, in the order asked for. */
export function casesFound(log: EventLog, { search, sort, descending }: Omit<CasesQuestion, "from">): number[] {
  const { begun, ended } = caseSpans(log);
  const wanted = search.trim().toLowerCase();
  const found: number[] = [];
  for (let c = 0; c < log.cases; c++) {
    if (wanted === "" || log.caseIds[c]!.toLowerCase().includes(wanted)) found.push(c);
  }
  const keys: Record<CasesQuestion["sort"], ((c: number) => number) | undefined> = {
    log: undefined,
    id: undefined,
    events: (c) => log.offsets[c + 1]! - log.offsets[c]!,
    began: (c) => begun[c]!,
    took: (c) => ended[c]! - begun[c]!,
  };
  const key = keys[sort];
  if (key) {
    const values = Float64Array.from({ length: log.cases }, (_, c) => key(c));
    found.sort((a, b) => values[a]! - values[b]! || a - b);
  } else if (sort === "id") {
    found.sort((a, b) => log.caseIds[a]! < log.caseIds[b]! ? -1 : 1);
  }
  return descending ? found.reverse() : found;
}

/** One case of the whole log; undefined where there is none of that id. */
export function caseAnswer(log: EventLog, id: string): CaseAnswer | undefined {
  const c = log.caseIds.indexOf(id);
  if (c < 0) return undefined;
  const begin = log.offsets[c]!, end = log.offsets[c + 1]!;
  const steps = Array.from({ length: end - begin }, (_, k): CaseStep => {
    const i = begin + k;
    const start = log.start?.[i], code = log.resource?.[i] ?? -1;
    return {
      activity: log.activities[log.activity[i]!]!,
      time: log.time[i]!,
      start: start === undefined || Number.isNaN(start) ? null : start,
      resource: code < 0 ? null : log.resources![code]!,
    };
  });
  const began = steps.reduce((least, { time, start }) => Math.min(least, time, start ?? time), Infinity);
  const ended = steps.reduce((most, { time }) => Math.max(most, time), -Infinity);
  return {
    id,
    events: steps.length,
    began,
    seconds: (ended - began) / 1000,
    attributes: attributesOf(log, c),
    steps,
  };
}

function attributesOf({ source, rows, offsets }: EventLog, c: number): [string, string][] {
  const columns = source.traces?.table.columns ?? [];
  const trace = source.traces?.of[rows[offsets[c]!]!] ?? -1;
  return columns.flatMap((column): [string, string][] => {
    const value = valueAt(column, trace);
    return value === null
      ? []
      : [[column.name, value instanceof Date ? formatExactDate(value.getTime()) : String(value)]];
  });
}
