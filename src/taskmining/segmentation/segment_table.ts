/** A segmentation as a table, and as a log that handle times and other measures of instances read. */
import type { Column, TextColumn } from "../../base/column.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import { InteractionLog } from "../../log/interactions/interaction_log.ts";
import type { TaskSegmentation } from "./segmentation.ts";
import { requireSegmentation } from "./require_segmentation.ts";

/** A row of `segmentTable`: an interaction. */
export interface SegmentedRow {
  /** null where the log has no times. */
  readonly time: Date | null;
  readonly user: string | null;
  readonly app: string | null;
  readonly action: string | null;
  /** From 1; null for what belongs to no instance. */
  readonly segment: number | null;
  readonly task: string | null;
  readonly stray: boolean;
  /** Probability that the instance is right; null where it is not known. */
  readonly certainty: number | null;
}

/**
 * The interactions of a segmented log in its order: a row each.
 *
 * Columns: `time` (a Date), `user`, `app`, `action`, `segment` (from 1; null for what belongs to none), `task` (name),
 * `stray` (true for what is no step of its instance), `certainty` (probability that the instance is right; null where a
 * column told it).
 *
 * @example
 * ```ts
 * import { readInteractions, segmentTable, segmentTasks } from "tracebook";
 * segmentTable(segmentTasks(await readInteractions("data/order-desk.csv")));
 * ```
 */
export function segmentTable(segmentation: TaskSegmentation): TypedTable<SegmentedRow> {
  requireSegmentation(segmentation);
  const { log, owner, task, tasks, stray, certainty } = segmentation;
  const text = (codes: Int32Array, names: readonly string[]) => Array.from(codes, (code) => names[code] ?? null);
  return typedTable<SegmentedRow>({
    time: Array.from(log.time, (ms) => log.hasTimes ? new Date(ms) : null),
    user: text(log.user, log.users),
    app: text(log.app, log.apps),
    action: text(log.action, log.actions),
    segment: Array.from(owner, (k) => k < 0 ? null : k + 1),
    task: Array.from(owner, (k) => k < 0 ? null : tasks[task[k]!]!.name),
    stray: Array.from(stray, (is) => is === 1),
    certainty: Array.from(owner, (k) => k < 0 ? null : certainty?.instance[k] ?? null),
  });
}

/**
 * The log with the segmentation as its columns `segment` (from 1) and `task`. `handleTimes`, SQL and files can then name
 * them like any other column. They hide columns of these names that the file has.
 *
 * @example
 * ```ts
 * import { handleTimes, readInteractions, segmentTasks, withSegments } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * handleTimes(withSegments(segmentTasks(log)), { instance: "segment", by: "task" });
 * ```
 */
export function withSegments(segmentation: TaskSegmentation): InteractionLog {
  requireSegmentation(segmentation);
  const { log, owner, count, task, tasks } = segmentation;
  const rows = log.source.interactions.rows;
  const column = (name: string, code: (k: number) => number, dictionary: readonly string[]): TextColumn => {
    const codes = new Int32Array(rows).fill(-1);
    for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0) codes[log.rows[i]!] = code(owner[i]!);
    return { kind: "text", name, codes, dictionary };
  };
  const segment = column("segment", (k) => k, Array.from({ length: count }, (_, k) => String(k + 1)));
  const kind = column("task", (k) => task[k]!, tasks.map(({ name }) => name));
  const others = (columns: readonly Column[]) => columns.filter(({ name }) => name !== "segment" && name !== "task");
  const { interactions, mapping } = log.source;
  const source = {
    ...log.source,
    interactions: { rows, columns: [...others(interactions.columns), segment, kind] },
    mapping: { ...mapping, segment: "segment", task: "task" },
  };
  return new InteractionLog(log, source, [...log.filters, "segmented by behaviour"]);
}
