/** What hints tell of kinds of task: which instances are of one kind, and what a kind is called. */
import { formatCount } from "../../../base/format.ts";
import type { KindLinks } from "../model/group_instances.ts";
import type { TaskType } from "../segmentation.ts";
import type { CheckedHints } from "./hints.ts";

/** Links between instances instead of interactions; notes say which hints tell of no instance. */
export function kindLinks(owner: Int32Array, hints: CheckedHints | undefined): KindLinks & { notes: string[] } {
  if (!hints) return { same: [], different: [], notes: [] };
  const { same, different, names } = hints;
  const lost = [...new Set([...same.flat(), ...different.flat(), ...names.values()])].filter((i) => owner[i]! < 0);
  const linksOf = (pairs: CheckedHints["same"]) =>
    pairs.map(([a, b]): [number, number] => [owner[a]!, owner[b]!]).filter(([a, b]) => a >= 0 && b >= 0);
  const inOne = linksOf(different).filter(([a, b]) => a === b).length;
  return {
    same: linksOf(same),
    different: linksOf(different),
    notes: [
      ...lost.map((i) =>
        `Interaction ${
          formatCount(i)
        } belongs to no instance: what was told of its kind is not used. If it begins one, ` +
        `give it in hints.begins as well.`
      ),
      ...(inOne === 0 ? [] : [
        "Two interactions that were said to be of different kinds lie in one instance. Give where the second begins in " +
        "hints.begins.",
      ]),
    ],
  };
}

/** Kinds under the names that a person gave; another kind that would be called so has its next suggestion. */
export function namedByHand(
  tasks: readonly TaskType[],
  { owner, task }: { readonly owner: Int32Array; readonly task: Int32Array },
  names: ReadonlyMap<string, number>,
): TaskType[] {
  const given = new Map<number, string>();
  for (const [name, i] of names) if (owner[i]! >= 0) given.set(task[owner[i]!]!, name);
  const taken = new Set(given.values());
  return tasks.map((type, kind) => {
    const name = given.get(kind) ?? freeName(type, taken);
    taken.add(name);
    return name === type.name ? type : { ...type, name };
  });
}

function freeName({ name, suggestions = [] }: TaskType, taken: ReadonlySet<string>): string {
  const free = [name, ...suggestions.map((one) => one.name)].find((one) => !taken.has(one));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}
