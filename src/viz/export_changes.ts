/** What changed since the last export, as a note. */
import type { ExportChange, ExportComparison } from "../mining/compare_exports.ts";
import { type Displayable, displaySymbol } from "./display.ts";
import { formatCount, formatDate, formatDuration } from "./format.ts";
import { textTable } from "./text_table.ts";

/** A note that shows itself as Markdown, and is plain text otherwise. */
export interface Note extends Displayable {
  toString(): string;
}

/**
 * The figures of both exports side by side, and below them what changed: first what may mean that data are missing.
 *
 * @example
 * ```ts
 * import { compareExports, filterTimeFrame, readLog, viewExportChanges } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const january = filterTimeFrame(log, { to: "2025-02-01", mode: "started" });
 * viewExportChanges(compareExports(january, log));
 * ```
 */
export function viewExportChanges({ previous, current, sharedCases, changes }: ExportComparison): Note {
  const rows = ([
    ["cases", (f) => formatCount(f.cases)],
    ["events", (f) => formatCount(f.events)],
    ["activities", (f) => formatCount(f.activities)],
    ["first event", (f) => formatDate(f.first)],
    ["last event", (f) => formatDate(f.last)],
    ["events a day", (f) => formatCount(f.eventsPerDay, 1)],
    ["events a case", (f) => formatCount(f.eventsPerCase, 1)],
    ["median throughput time", (f) => formatDuration(f.medianSeconds)],
  ] as [string, (figures: typeof previous) => string][]).map((
    [label, words],
  ) => [label, words(previous), words(current)]);
  const names = previous.name === current.name
    ? [`${previous.name} (before)`, `${current.name} (now)`]
    : [previous.name, current.name];
  const shared = `${formatCount(sharedCases)} cases are in both.`;
  const sorted = [...changes].sort((a, b) => Number(b.suspicious) - Number(a.suspicious));
  const words = ({ suspicious, note }: ExportChange) => (suspicious ? "Look at this: " : "") + note;
  const plain = [
    textTable([["", ...names], ...rows]),
    shared,
    ...(sorted.length === 0 ? ["Nothing changed that would be worth a note."] : sorted.map((one) => `- ${words(one)}`)),
  ].join("\n");
  const markdown = [
    `| | ${names.map(escape).join(" | ")} |`,
    "| --- | ---: | ---: |",
    ...rows.map((cells) => `| ${cells.map((cell) => escape(cell!)).join(" | ")} |`),
    "",
    shared,
    "",
    ...(sorted.length === 0
      ? ["Nothing changed that would be worth a note."]
      : sorted.map((one) => one.suspicious ? `- **Look at this:** ${escape(one.note)}` : `- ${escape(one.note)}`)),
  ].join("\n");
  const note: Note = {
    toString: () => plain,
    [displaySymbol]: () => ({ "text/markdown": markdown, "text/plain": plain }),
  };
  Object.defineProperty(note, Symbol.for("Deno.customInspect"), { value: () => plain });
  return note;
}

/** Names from a log are text, whatever Markdown or HTML they look like. */
function escape(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+!|~&$^=:-]/g, (c) => `&#${c.charCodeAt(0)};`);
}
