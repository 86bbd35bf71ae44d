/** What changed since the last export, as a note. */
import type { ExportChange, ExportComparison } from "../mining/comparison/compare_exports.ts";
import { formatCount, formatDate, formatDuration } from "../base/format.ts";
import { escapeMarkdown, type Note, note } from "./figure/note.ts";
import { textTable } from "../base/text_table.ts";
import { InputError } from "../base/errors.ts";
import { foundInModelsPlace } from "../models/given_model.ts";

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
export function viewExportChanges(comparison: ExportComparison): Note {
  if (typeof comparison !== "object" || comparison === null || !("sharedCases" in comparison)) {
    throw new InputError(
      `Expected a comparison of two exports but found ${foundInModelsPlace(comparison)}.\n` +
        "Give what compareExports(previous, current) returned.",
    );
  }
  const { previous, current, sharedCases, changes } = comparison;
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
    `| | ${names.map(escapeMarkdown).join(" | ")} |`,
    "| --- | ---: | ---: |",
    ...rows.map((cells) => `| ${cells.map((cell) => escapeMarkdown(cell!)).join(" | ")} |`),
    "",
    shared,
    "",
    ...(sorted.length === 0
      ? ["Nothing changed that would be worth a note."]
      : sorted.map((one) =>
        one.suspicious ? `- **Look at this:** ${escapeMarkdown(one.note)}` : `- ${escapeMarkdown(one.note)}`
      )),
  ].join("\n");
  return note(plain, markdown);
}
