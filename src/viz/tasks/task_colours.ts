/** Colours of applications, tasks and kinds of action, the same in every figure of a log. */
import { columnNamed } from "../../base/column.ts";
import { ACTION_CLASSES, type ActionClass } from "../../io/interactions/action_class.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import type { TaskSegmentation } from "../../taskmining/segmentation/segmentation.ts";
import { categoricalColour, neutral } from "../kit/palette.ts";

/**
 * The colour of each application, the same for a log and for all that are filtered from it: by how many interactions of
 * the unfiltered log each has, then by name.
 */
export function applicationColours(log: InteractionLog): Map<string, string> {
  let assigned = bySource.get(log.source);
  if (!assigned) bySource.set(log.source, assigned = new Map());
  const names = assigned.size === 0 ? [...applicationsByFrequency(log), ...log.apps] : log.apps;
  for (const name of names) if (!assigned.has(name)) assigned.set(name, categoricalColour(assigned.size));
  return assigned;
}

/** The colour of each task: hues that the applications have left, so that a colour means one thing in a figure. */
export function taskColours({ log, tasks }: TaskSegmentation): string[] {
  const taken = applicationColours(log).size;
  return tasks.map((_, t) => categoricalColour(taken + t));
}

/** The colour of a kind of action, the same in all logs. */
export function actionClassColour(kind: ActionClass): string {
  return kind === "idle" || kind === "other" ? neutral : categoricalColour(ACTION_CLASSES.indexOf(kind));
}

const bySource = new WeakMap<object, Map<string, string>>();

function applicationsByFrequency(log: InteractionLog): string[] {
  const column = columnNamed(log.source.canonical, "app");
  const [codes, names] = column?.kind === "text" ? [column.codes, column.dictionary] : [log.app, log.apps];
  const counts = new Float64Array(names.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  return [...counts.keys()].filter((code) => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || (names[a]! < names[b]! ? -1 : 1)).map((code) => names[code]!);
}
