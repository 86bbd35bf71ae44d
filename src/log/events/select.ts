/** Parts of a log: what every filter ends with. */
import { EventLog } from "./event_log.ts";
import type { EventLogColumns } from "./log_contents.ts";
import { byCodeUnit } from "../../base/text_codes.ts";

/**
 * The cases for which `keep` is 1, with all their events.
 *
 * @param description What the log is filtered by, in words; appended to `filters`.
 */
export function selectCases(log: EventLog, keep: Uint8Array, description: string): EventLog {
  const { offsets } = log;
  const cases = indicesKept(keep);
  // Nothing is left out: the same columns serve.
  if (cases.length === log.cases) return new EventLog(log, log.source, [...log.filters, description]);
  const newOffsets = new Int32Array(cases.length + 1);
  for (let k = 0; k < cases.length; k++) {
    newOffsets[k + 1] = newOffsets[k]! + offsets[cases[k]! + 1]! - offsets[cases[k]!]!;
  }
  const events = new Int32Array(newOffsets[cases.length]!);
  let n = 0;
  for (let k = 0; k < cases.length; k++) {
    for (let i = offsets[cases[k]!]!; i < offsets[cases[k]! + 1]!; i++) events[n++] = i;
  }
  return taken(log, cases, newOffsets, events, description);
}

/**
 * The events for which `keep` is 1. Cases left without events are left out; where a case now begins later, it stands
 * later in the log.
 *
 * @param description What the log is filtered by, in words; appended to `filters`.
 */
export function selectEvents(log: EventLog, keep: Uint8Array, description: string): EventLog {
  const kept = indicesKept(keep);
  const { offsets, time, caseIds } = log;
  const from = new Int32Array(log.cases + 1);
  for (let c = 0, n = 0; c < log.cases; c++) {
    while (n < kept.length && kept[n]! < offsets[c + 1]!) n++;
    from[c + 1] = n;
  }
  const cases = indicesKept(Uint8Array.from(caseIds, (_, c) => from[c + 1]! > from[c]! ? 1 : 0));
  const key = log.source.orderBy === "start" && log.start
    ? log.start.map((ms, i) => ms <= time[i]! ? ms : time[i]!)
    : time;
  const begin = (c: number) => key[kept[from[c]!]!]!;
  const inOrder = (a: number, b: number) =>
    log.source.untimed ? a - b : begin(a) - begin(b) || byCodeUnit(caseIds[a]!, caseIds[b]!);
  let sorted = true;
  for (let k = 1; k < cases.length && sorted; k++) sorted = inOrder(cases[k - 1]!, cases[k]!) <= 0;
  if (!sorted) cases.sort(inOrder);

  const newOffsets = new Int32Array(cases.length + 1);
  const events = new Int32Array(kept.length);
  let n = 0;
  for (let k = 0; k < cases.length; k++) {
    for (let i = from[cases[k]!]!; i < from[cases[k]! + 1]!; i++) events[n++] = kept[i]!;
    newOffsets[k + 1] = n;
  }
  return taken(log, cases, newOffsets, events, description);
}

function indicesKept(keep: Uint8Array): Int32Array {
  let count = 0;
  for (let i = 0; i < keep.length; i++) if (keep[i]) count++;
  const indices = new Int32Array(count);
  for (let i = 0, n = 0; i < keep.length; i++) if (keep[i]) indices[n++] = i;
  return indices;
}

function taken(
  log: EventLog,
  cases: Int32Array,
  offsets: Int32Array,
  events: Int32Array,
  description: string,
): EventLog {
  const { codes: activity, names: activities } = compacted(pick(log.activity, events), log.activities);
  const columns: EventLogColumns = {
    offsets,
    caseIds: Array.from(cases, (c) => log.caseIds[c]!),
    activity,
    activities,
    time: pickFloats(log.time, events),
    rows: pick(log.rows, events),
    ...(log.start ? { start: pickFloats(log.start, events) } : {}),
    ...(log.resource && log.resources ? resourcesOf(pick(log.resource, events), log.resources) : {}),
    ...(log.startRows ? { startRows: pick(log.startRows, events) } : {}),
  };
  return new EventLog(columns, log.source, [...log.filters, description]);
}

function resourcesOf(codes: Int32Array, names: readonly string[]): Pick<EventLogColumns, "resource" | "resources"> {
  const compact = compacted(codes, names);
  return { resource: compact.codes, resources: compact.names };
}

/** Names that no longer occur are left out; the others keep their order. Changes `codes` in place. */
export function compacted(
  codes: Int32Array,
  names: readonly string[],
): { codes: Int32Array; names: readonly string[] } {
  const next = new Int32Array(names.length);
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) next[codes[i]!] = 1;
  const used = names.filter((_, code) => next[code]);
  if (used.length === names.length) return { codes, names };
  for (let code = 0, n = 0; code < next.length; code++) next[code] = next[code] ? n++ : -1;
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) codes[i] = next[codes[i]!]!;
  return { codes, names: used };
}

function pick(values: Int32Array, at: Int32Array): Int32Array {
  const picked = new Int32Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!;
  return picked;
}

function pickFloats(values: Float64Array, at: Int32Array): Float64Array {
  const picked = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!;
  return picked;
}
