/** A way to do a task, step by step against the dominant one. */
import { alignTo } from "../../taskmining/automation/definition/align.ts";

/** What a step of a way is: as in the dominant way, in this way only, or left out in this way. */
export type StepKind = "same" | "added" | "skipped";

export interface Step {
  readonly kind: StepKind;
  /** Code in `log.actions`. */
  readonly action: number;
  /** Step of the dominant way, from 0; of an added one that which it stands before. */
  readonly at: number;
}

export function deviationsOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { kind }) => sum + (kind === "same" ? 0 : 1), 0);
}

/**
 * A way against the dominant one with the fewest steps added and skipped. Skipped steps stand before added ones.
 */
export function stepsAgainst(dominant: ArrayLike<number>, way: ArrayLike<number>): Step[] {
  const steps: Step[] = [];
  let at = 0;
  const goOn = (to: number, kind: "same" | "skipped") => {
    for (; at < to; at++) steps.push({ kind, action: dominant[at]!, at });
  };
  for (const { from, to, instead } of alignTo(dominant, way).differences) {
    goOn(from, "same");
    goOn(to, "skipped");
    for (const place of instead) steps.push({ kind: "added", action: way[place]!, at });
  }
  goOn(dominant.length, "same");
  return steps;
}
