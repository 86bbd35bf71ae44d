/** Traces become cases: each has a name, and those of one name are one case. */
import { type Column, columnNamed, type Table, takeRows, type TextColumn } from "../../base/column.ts";
import type { ReadingReport } from "../report/reading_report.ts";

/** Attributes of the cases, and the case of each event. */
export interface Traces {
  readonly table: Table;
  readonly of: Int32Array;
}

const NAME = "case:concept:name";

/**
 * Gives traces without a name their number in the file, counted from 1, and puts those of one name together: the first
 * one that knows an attribute gives the case its value.
 *
 * @param of Trace of each event, -1 where it has none.
 * @param lineOf Line on which a trace begins.
 */
export function settleTraces(
  file: string,
  table: Table,
  of: Int32Array,
  lineOf: (trace: number) => number,
  report: ReadingReport,
): Traces {
  const names = nameTraces(file, table, lineOf, report);
  const columns = [names, ...table.columns.filter((column) => column.name !== NAME)];
  const firstOf = firstOfEachName(file, names, lineOf, report);
  const merged = firstOf
    ? mergeTraces({ rows: table.rows, columns }, of, firstOf)
    : { table: { ...table, columns }, of };
  reportEmpty(file, names, of, firstOf, lineOf, report);
  return merged;
}

function nameTraces(file: string, table: Table, lineOf: (trace: number) => number, report: ReadingReport): TextColumn {
  const given = columnNamed(table, NAME) as TextColumn | undefined;
  const codes = given?.codes ?? new Int32Array(table.rows).fill(-1);
  if (given && !codes.includes(-1)) return given;
  const dictionary = [...given?.dictionary ?? []];
  const taken = new Set(dictionary);
  const named = codes.slice();
  for (let trace = 0; trace < table.rows; trace++) {
    if (named[trace]! >= 0) continue;
    let id = String(trace + 1);
    if (taken.has(id)) id = `trace ${id}`;
    while (taken.has(id)) id += "'";
    report.add("missing case", () => `${file}, line ${lineOf(trace)}: a trace without concept:name is called "${id}"`);
    named[trace] = dictionary.push(id) - 1;
  }
  return { kind: "text", name: NAME, codes: named, dictionary };
}

/** For each trace the first one of its name; undefined if all names differ. */
function firstOfEachName(
  file: string,
  names: TextColumn,
  lineOf: (trace: number) => number,
  report: ReadingReport,
): Int32Array | undefined {
  if (names.dictionary.length === names.codes.length) return undefined;
  const first = new Int32Array(names.dictionary.length).fill(-1);
  return names.codes.map((code, trace) => {
    if (first[code]! < 0) first[code] = trace;
    else {
      report.add(
        "case merged",
        () =>
          `${file}, line ${lineOf(trace)}: the trace "${names.dictionary[code]}" has the name of the one on line ` +
          `${lineOf(first[code]!)}; their events are one case`,
      );
    }
    return first[code]!;
  });
}

function mergeTraces(table: Table, of: Int32Array, firstOf: Int32Array): Traces {
  const cases = firstOf.filter((first, trace) => first === trace);
  const caseOf = new Int32Array(table.rows);
  cases.forEach((trace, index) => caseOf[trace] = index);
  for (let trace = 0; trace < caseOf.length; trace++) caseOf[trace] = caseOf[firstOf[trace]!]!;
  const columns = table.columns.map((column) => {
    const source = new Int32Array(cases.length).fill(-1);
    for (let trace = 0; trace < caseOf.length; trace++) {
      if (source[caseOf[trace]!]! < 0 && isKnown(column, trace)) source[caseOf[trace]!] = trace;
    }
    return takeRows(column, source);
  });
  return { table: { rows: cases.length, columns }, of: of.map((trace) => trace < 0 ? -1 : caseOf[trace]!) };
}

function isKnown(column: Column, row: number): boolean {
  if (column.kind === "text") return column.codes[row]! >= 0;
  return column.kind === "boolean" ? column.values[row]! >= 0 : !Number.isNaN(column.values[row]!);
}

function reportEmpty(
  file: string,
  names: TextColumn,
  of: Int32Array,
  firstOf: Int32Array | undefined,
  lineOf: (trace: number) => number,
  report: ReadingReport,
): void {
  const filled = new Uint8Array(names.codes.length);
  for (let row = 0; row < of.length; row++) if (of[row]! >= 0) filled[firstOf ? firstOf[of[row]!]! : of[row]!] = 1;
  for (let trace = 0; trace < filled.length; trace++) {
    if (filled[trace] === 1 || (firstOf && firstOf[trace] !== trace)) continue;
    report.add(
      "case without events",
      () => `${file}, line ${lineOf(trace)}: the trace "${names.dictionary[names.codes[trace]!]}" has no events`,
    );
  }
}
