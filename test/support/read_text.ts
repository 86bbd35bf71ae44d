/** Logs from the text of a CSV, read as a file is. */
import { openExport } from "../../src/log/open_export.ts";
import type { EventLog } from "../../src/log/events/event_log.ts";
import { eventLogOf, type ReadLogOptions } from "../../src/log/events/read_log.ts";
import type { Mapping } from "../../src/io/raw_log.ts";
import type { Finding, Rule } from "../../src/io/report/reading_report.ts";

export type TextOptions = Omit<ReadLogOptions, "mapping"> & { readonly mapping?: Partial<Mapping> };

export async function readText(csv: string, options: TextOptions = {}): Promise<EventLog> {
  const bytes = new TextEncoder().encode(csv);
  return eventLogOf(await openExport(bytes, { ...options, name: "log.csv", as: "events" }), options);
}

/** `case: activity at time, …` of each case; times in UTC, to the second. */
export function casesOf(log: EventLog): string[] {
  return log.caseIds.map((id, c) => {
    const events: string[] = [];
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i++) {
      events.push(`${log.activities[log.activity[i]!]} ${new Date(log.time[i]!).toISOString().slice(0, 19)}`);
    }
    return `${id}: ${events.join(", ")}`;
  });
}

/** `case: activity activity …` of each case. */
export function pathsOf(log: EventLog): string[] {
  return log.caseIds.map((id, c) =>
    `${id}: ${
      Array.from(log.activity.subarray(log.offsets[c]!, log.offsets[c + 1]!), (a) => log.activities[a]).join(" ")
    }`
  );
}

export function finding(log: EventLog, rule: Rule): Finding | undefined {
  return log.source.findings.find((one) => one.rule === rule);
}
