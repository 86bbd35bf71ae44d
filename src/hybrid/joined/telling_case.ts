/** A case that shows what links tell, for those who have none in mind. */
import type { TaskLinks } from "../links/task_links.ts";
import { recordedSpan, requireLinkedTimes } from "./linked_times.ts";

/**
 * The case with most kinds of task, of several the one with most tasks, then the first of the log. Cases that the
 * recording covers from their first event to their last go before all others. Undefined where no task has a case.
 *
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, tellingCase } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * tellingCase(linkTasks(segmentTasks(desk, { instance: "segment" }), log));
 * ```
 * @throws InputError if one of the logs has no times.
 */
export function tellingCase(links: TaskLinks): string | undefined {
  requireLinkedTimes(links);
  const { log, segmentation, of } = links;
  const [from, to] = recordedSpan(links);
  const kinds = new Map<number, Set<number>>(), tasks = new Map<number, number>();
  of.case.forEach((c, i) => {
    kinds.set(c, (kinds.get(c) ?? new Set()).add(segmentation.task[of.instance[i]!]!));
    tasks.set(c, (tasks.get(c) ?? 0) + 1);
  });
  const isCovered = (c: number) => from <= log.time[log.offsets[c]!]! && log.time[log.offsets[c + 1]! - 1]! <= to;
  const [best] = [...kinds.keys()].sort((a, b) =>
    Number(isCovered(b)) - Number(isCovered(a)) || kinds.get(b)!.size - kinds.get(a)!.size ||
    tasks.get(b)! - tasks.get(a)! || a - b
  );
  return best === undefined ? undefined : log.caseIds[best]!;
}
