/**
 * Leaving out what a recorder adds to what people did. After the preprocessing of Leno, Augusto, Dumas, La Rosa,
 * Maggi, Polyvyanyy, "Identifying Candidate Routines for Robotic Process Automation from Unsegmented UI Logs", ICPM
 * 2020 (section IV-A), and "Discovering Data Transfer Routines from User Interaction Logs", Information Systems 2021.
 */
import { formatCount } from "../../base/format.ts";
import type { Table, TextColumn } from "../../base/column.ts";
import { reviseInteractions } from "../../log/interactions/build_interaction_log.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { keepRecording } from "./recording_of.ts";
import { CLEANING_STEPS, type CleaningRule } from "./clean_rules.ts";
import { CleaningStream, type Merger } from "./clean_stream.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export type { CleaningRule } from "./clean_rules.ts";

/**
 * Which rules are applied:
 * - `recorderNoise`: new tabs, browser extensions and the recorder's own pages.
 * - `duplicates`: interactions that equal another one of the same time in every canonical column.
 * - `unusedCopies`: copies that were not pasted before the clipboard changed; only where the log has pastes, and not of
 *   an element whose copies are mostly pasted: there the paste is what was not recorded.
 * - `clipboardRows`: a copy that the clipboard recorded is merged with the cell or field that it was taken from.
 * - `focusClicks`: clicks into a text field, which change nothing by themselves.
 * - `selections`: cells and texts selected, and then copied, written to, or left for another cell.
 * - `focusChanges`: windows that came to the front where nothing was done then. Not of recordings of nothing else.
 * - `pasteEdits`: the edit that follows a paste into the same field and says the same value. Off by default: it is
 *   also how a recorder tells that the value was taken.
 */
export interface CleaningOptions {
  /** @default all but `pasteEdits` */
  readonly rules?: Partial<Record<CleaningRule, boolean>>;
}

export interface CleaningFinding {
  readonly rule: CleaningRule;
  /** Interactions that the rule took out. */
  readonly count: number;
  /** The first of them, in words. */
  readonly example: string;
}

export interface CleaningReport {
  readonly before: number;
  readonly after: number;
  /** Rules that took something out, in the order in which they were applied. */
  readonly findings: readonly CleaningFinding[];
}

/**
 * The log without recorder noise and without actions that others imply, each rule counted in `cleaning`.
 *
 * Nothing is removed because it is rare or odd: what a person did beside the task stays. A copy that only the
 * clipboard recorded becomes one interaction with the cell that it was taken from, at the time of the copy: `copyCell`
 * in the column of the cell, as the Action Logger's own preprocessing names it.
 *
 * Clean for the steps, not for the tasks: read, `segmentTasks`, measure; `discoverRoutines` cleans the steps by itself.
 * Cleaning does not make tasks easier to find, and each interaction takes somebody's time. Tasks that are sought in a
 * cleaned log are those of its recording, for what was left out tells where they begin.
 *
 * Cost: linear in the interactions, but for sorting.
 *
 * @example
 * ```ts
 * import { cleanInteractions, readInteractions } from "tracebook";
 * const log = cleanInteractions(await readInteractions("data/order-desk.csv"));
 * log.cleaning.findings;
 * ```
 */
export function cleanInteractions(
  log: InteractionLog,
  options: CleaningOptions = {},
): InteractionLog & { readonly cleaning: CleaningReport } {
  requireInteractionLog(log);
  const stream = new CleaningStream(log);
  const findings: CleaningFinding[] = [];
  for (const { rule, apply } of CLEANING_STEPS) {
    if (!(options.rules?.[rule] ?? rule !== "pasteEdits")) continue;
    const { count, first } = stream.run(apply);
    if (count > 0) findings.push({ rule, count, example: stream.inWords(first) });
  }
  const rows = stream.order().map((i) => log.rows[i]!);
  const cleaning = { before: log.interactions, after: rows.length, findings };
  const filter = `cleaned: ${formatCount(log.interactions - rows.length)} of ${
    formatCount(log.interactions)
  } interactions left out or merged`;
  const clean = Object.assign(reviseInteractions(log, { rows, canonical: canonicalOf(stream), filter }), { cleaning });
  keepRecording(clean, log);
  return clean;
}

/** What a copy takes over from the cell or field that it was taken from. */
const OF_ELEMENT: readonly string[] = [
  "app",
  "windowTitle",
  "url",
  "domain",
  "elementId",
  "elementName",
  "elementLabel",
  "elementType",
  "elementPath",
  "container1",
  "container2",
  "rowKey",
  "valueOld",
];

/** The canonical columns with what was merged. */
function canonicalOf({ log: { rows, source: { canonical } }, mergers }: CleaningStream): Table {
  if (mergers.size === 0) return canonical;
  const columns = canonical.columns.map((column) => {
    if (column.kind !== "text") return column;
    if (column.name === "eventType") return withEventTypes(column, mergers, rows);
    if (!OF_ELEMENT.includes(column.name)) return column;
    const codes = column.codes.slice();
    for (const [i, { from }] of mergers) codes[rows[i]!] = column.codes[rows[from]!]!;
    return { ...column, codes };
  });
  return { rows: canonical.rows, columns };
}

function withEventTypes(column: TextColumn, mergers: ReadonlyMap<number, Merger>, rows: Int32Array): TextColumn {
  const dictionary = [...new Set([...column.dictionary, ...[...mergers.values()].map(({ eventType }) => eventType)])];
  const codeOf = new Map(dictionary.map((type, code) => [type, code]));
  const codes = column.codes.slice();
  for (const [i, { eventType }] of mergers) codes[rows[i]!] = codeOf.get(eventType)!;
  return { ...column, codes, dictionary };
}
