/** Replaces the names that were made for tasks by those that people use. */
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import type { TaskSegmentation } from "./segmentation.ts";
import { requireSegmentation } from "./require_segmentation.ts";

/**
 * The same segmentation with other names for its tasks. Tasks that `names` leaves out keep theirs; two tasks may swap.
 *
 * @param names New name of a task, by the name that it has now.
 * @throws InputError if there is no task of a name given, if a new name is empty, or if two tasks would have one name.
 * @example
 * ```ts
 * import { readInteractions, renameTasks, segmentTasks } from "tracebook";
 * const found = segmentTasks(await readInteractions("data/order-desk.csv"));
 * const segmentation = renameTasks(found, { [found.tasks[0]!.name]: "Enter order" });
 * ```
 */
export function renameTasks(
  segmentation: TaskSegmentation,
  names: Readonly<Record<string, string>>,
): TaskSegmentation {
  requireSegmentation(segmentation);
  const known = segmentation.tasks.map(({ name }) => name);
  const given = new Map(Object.entries(names));
  for (const [old, name] of given) {
    if (!known.includes(old)) throw new InputError(unknownTask(old, known));
    if (typeof name !== "string" || name.trim() === "") {
      throw new InputError(
        `Expected a new name for the task ${JSON.stringify(old)} but found ${
          JSON.stringify(name)
        }. Leave out tasks that keep their name.`,
      );
    }
  }
  const tasks = segmentation.tasks.map((task) => ({ ...task, name: (given.get(task.name) ?? task.name).trim() }));
  const taken = new Map<string, number>();
  tasks.forEach(({ name }, t) => {
    const other = taken.get(name);
    if (other !== undefined) {
      throw new InputError(
        `Expected a name of its own for each task, but ${JSON.stringify(known[other])} and ${
          JSON.stringify(known[t])
        } would both be ${JSON.stringify(name)}. Give one of them another name.`,
      );
    }
    taken.set(name, t);
  });
  return { ...segmentation, tasks };
}

function unknownTask(name: string, known: readonly string[]): string {
  const near = nearestNames(name, known, 1)[0];
  return `Expected the name of a task of the segmentation but found ${JSON.stringify(name)}. ` +
    (known.length === 0 ? "It has no tasks." : `Its tasks are ${known.map((one) => JSON.stringify(one)).join(", ")}.`) +
    (near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`);
}
