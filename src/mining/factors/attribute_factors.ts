/** Factors from what the log says of cases and events beside activity and time. */
import { type Column, columnNamed, takeRows } from "../../base/column.ts";
import { formatCount, formatExactDate } from "../../base/format.ts";
import { asText } from "../../base/text_codes.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { Candidates, FactorKnown, Search } from "./candidate.ts";
import { factorsOfCases, factorsOfEvents } from "./code_factors.ts";
import { factorsOfNumbers } from "./number_factors.ts";

/** An attribute that is known at the first event of so many of the cases that have it is known when they start. */
const KNOWN_AT_START = 0.99;

export function addAttributes(search: Search, found: Candidates): void {
  const { log } = search;
  for (const name of log.attributes) {
    if (log.source.traces && columnNamed(log.source.traces.table, name)) {
      addCaseAttribute(name, log.caseAttribute(name)!, "start", search, found);
      continue;
    }
    const ofEvents = log.attribute(name)!;
    const first = firstOfCases(log, ofEvents);
    if (first) addCaseAttribute(name, takeRows(ofEvents, first.events), first.known, search, found);
    else if (ofEvents.kind === "text" || ofEvents.kind === "boolean") {
      const { codes, dictionary } = asText(ofEvents);
      const about = { kind: "event attribute", known: "way", column: name } as const;
      const made = factorsOfEvents(codes, dictionary, about, search);
      if (made.length === 0) found.left.push({ column: name, why: "no value is in enough cases" });
      found.factors.push(...made);
    } else {
      const what = ofEvents.kind === "time" ? "times" : "numbers";
      found.left.push({ column: name, why: `its ${what} change within cases` });
    }
  }
  if (log.resource && log.resources) {
    const column = log.source.mapping.resource ?? "resource";
    const about = { kind: "event attribute", known: "way", column } as const;
    found.factors.push(...factorsOfEvents(log.resource, log.resources, about, search));
  }
}

function addCaseAttribute(
  column: string,
  ofCases: Column,
  known: FactorKnown,
  search: Search,
  found: Candidates,
): void {
  const before = found.factors.length;
  if (ofCases.kind === "number" || ofCases.kind === "time") {
    const numbers = {
      column,
      known,
      values: ofCases.values,
      write: ofCases.kind === "time" ? formatExactDate : writeNumber,
    };
    found.factors.push(...factorsOfNumbers(numbers, "attribute", search));
    found.numbers.push(numbers);
  } else {
    const { codes, dictionary } = asText(ofCases);
    const withNone = codes.map((code) => code < 0 ? dictionary.length : code);
    const about = { kind: "attribute", known, column } as const;
    found.factors.push(...factorsOfCases(withNone, [...dictionary, "(no value)"], about, search));
  }
  if (found.factors.length === before) {
    found.left.push({ column, why: "no value is in enough cases and missing in enough" });
  }
}

function writeNumber(value: number): string {
  return value !== 0 && Math.abs(value) < 0.001 ? String(value) : formatCount(value, 6);
}

/** The event of each case that first knows the attribute, -1 where none does; nothing where any case has two values. */
function firstOfCases(log: EventLog, column: Column): { events: Int32Array; known: FactorKnown } | undefined {
  const values: ArrayLike<number> = column.kind === "text" ? column.codes : column.values;
  const coded = column.kind === "text" || column.kind === "boolean";
  const events = new Int32Array(log.cases).fill(-1);
  let have = 0, atStart = 0;
  for (let c = 0; c < log.cases; c++) {
    const begin = log.offsets[c]!;
    let first = -1;
    for (let i = begin, end = log.offsets[c + 1]!; i < end; i++) {
      const value = values[i]!;
      if (value !== value || (coded && value < 0)) continue;
      if (first < 0) first = i;
      else if (value !== values[first]) return undefined;
    }
    events[c] = first;
    if (first >= 0) have++;
    if (first === begin) atStart++;
  }
  return { events, known: atStart >= KNOWN_AT_START * have ? "start" : "way" };
}
