/** A person who knows the truth and gives hints: looks at the found beginnings and marks what is wrong. */
import type { SegmentHints } from "../../../src/taskmining/segmentation/hints/hints.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import type { TaskSegmentation } from "../../../src/taskmining/segmentation/segmentation.ts";
import type { KnownLog } from "./score_corpus.ts";

export interface Helped {
  readonly before: TaskSegmentation;
  readonly after: TaskSegmentation;
  readonly hints: Required<Pick<SegmentHints, "begins" | "within" | "background">>;
}

/** Wrong places that a person looks at before choosing which to mark. */
const SEEN = 50;

/**
 * Segments, and so often as there are looks gives `most / looks` further hints: among the first fifty wrong places, the
 * mistake that recurs most (with the same actions before and at the place) is marked where it comes first, then the one
 * that recurs next to most. Fewer are given where no wrong beginning is left.
 */
export function helped({ log, truth }: KnownLog, most: number, looks: number): Helped {
  const hints = { begins: [] as number[], within: [] as number[], background: [] as string[] };
  const begins = beginsOf(truth), before = segmentTasks(log), told = new Set<string>(), marked = new Set<number>();
  const isWork = new Uint8Array(log.actions.length);
  for (let i = 0; i < log.interactions; i++) if (truth[i]! >= 0) isWork[log.action[i]!] = 1;
  let after = before;
  for (let look = 0; look < looks; look++) {
    const wrong = wrongPlaces(beginsOf(after.owner), begins).filter((i) => !marked.has(i));
    const pairOf = (i: number) => `${log.action[i - 1]} ${log.action[i]}`;
    const give = (i: number) => {
      told.add(pairOf(i));
      marked.add(i);
      const name = log.actions[log.action[i]!]!;
      if (begins[i]) hints.begins.push(i);
      else if (!isWork[log.action[i]!]) hints.background.push(name);
      else if (i > 0 && log.user[i] === log.user[i - 1]) hints.within.push(i);
    };
    const count = () => hints.begins.length + hints.within.length + hints.background.length;
    const enough = Math.round(most * (look + 1) / looks);
    const mistakes = [...Map.groupBy(wrong.slice(0, SEEN), pairOf).values()].sort((a, b) => b.length - a.length);
    for (const [i] of mistakes) if (count() < enough && !told.has(pairOf(i!))) give(i!);
    for (const i of wrong) if (count() < enough && !marked.has(i)) give(i);
    if (marked.size === 0) break;
    after = segmentTasks(log, { hints });
  }
  return { before, after, hints };
}

/** Where an instance begins that should not, or should and does not, in the order of the log. */
function wrongPlaces(found: Uint8Array, truth: Uint8Array): number[] {
  return Array.from(truth.keys()).filter((i) => found[i] !== truth[i]);
}

/** 1 where an instance begins. */
function beginsOf(owner: ArrayLike<number>): Uint8Array {
  const seen = new Set<number>();
  return Uint8Array.from({ length: owner.length }, (_, i) => {
    if (owner[i]! < 0 || seen.has(owner[i]!)) return 0;
    seen.add(owner[i]!);
    return 1;
  });
}
