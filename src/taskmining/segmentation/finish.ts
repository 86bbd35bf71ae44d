/** Makes the segmentation of a parse: kinds of task, names, and reasons for each beginning. */
import { eventsByOwner } from "../events_by_owner.ts";
import { noTimesNotes } from "../no_times.ts";
import { countOf } from "../../base/format.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { hintNotes } from "./hints/check_hints.ts";
import type { CheckedHints } from "./hints/hints.ts";
import { kindLinks, namedByHand } from "./hints/kind_hints.ts";
import type { TaskSegmentation } from "./segmentation.ts";
import { nameTasks } from "./task_types.ts";
import { groupInstances } from "./model/group_instances.ts";
import type { Parse } from "./model/parse.ts";
import { instanceKeys } from "./instance_keys.ts";
import { cutReasons } from "./reasons.ts";
import type { ActionCodes } from "./model/streams.ts";

export interface FinishOptions {
  /** What told the instances. */
  readonly toldBy: "behaviour" | "column";
  readonly maxTasks: number;
  readonly notes: readonly string[];
  readonly hints?: CheckedHints | undefined;
}

export function finish(
  log: InteractionLog,
  codes: ActionCodes,
  { owner, stray, kind }: Parse,
  { toldBy, maxTasks, notes, hints }: FinishOptions,
): TaskSegmentation {
  const count = kind.length;
  const { offsets, events } = eventsByOwner(owner, count);
  const links = kindLinks(owner, hints);
  const { task, groups } = groupInstances(codes, { offsets, events, stray }, maxTasks, links);
  const found = nameTasks(log, { offsets, events, stray }, task, groups);
  const tasks = hints ? namedByHand(found, { owner, task }, hints.names) : found;
  return {
    log,
    owner,
    count,
    offsets,
    events,
    task,
    tasks,
    reasons: cutReasons(log, { owner, offsets, events }, toldBy),
    stray,
    keys: instanceKeys(log, { offsets, events, stray }),
    notes: [...notes, ...(hints ? [...hintNotes(hints), ...links.notes] : []), ...aboutLog(log)],
  };
}

function aboutLog(log: InteractionLog): string[] {
  const notes: string[] = [];
  const n = log.interactions;
  if (n === 0) return ["The log has no interactions: there is nothing to segment."];
  if (n < 20) notes.push(`The log has ${countOf(n, "interaction")}: too few to learn what recurs.`);
  if (log.users.length === 0) notes.push("The log names no users: all interactions are taken for one person's work.");
  if (log.apps.length === 0) notes.push("The log names no applications: instances are told apart by actions alone.");
  notes.push(...noTimesNotes(log));
  if (n > 1 && log.time[0] === log.time[n - 1] && log.time.every((t) => t === log.time[0])) {
    notes.push("All interactions have the same time: their order is that of the file, and pauses are not used.");
  }
  return notes;
}
