/** A way to do a task, step by step against the dominant one. */

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
 * A way against the dominant one with the fewest steps added and skipped: a longest common subsequence (Wagner and
 * Fischer, "The string-to-string correction problem", JACM 21(1), 1974). Skipped steps stand before added ones.
 */
export function stepsAgainst(dominant: ArrayLike<number>, way: ArrayLike<number>): Step[] {
  const n = dominant.length, m = way.length, width = m + 1;
  const common = new Uint32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      common[i * width + j] = dominant[i] === way[j]
        ? common[(i + 1) * width + j + 1]! + 1
        : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const steps: Step[] = [];
  for (let i = 0, j = 0; i < n || j < m;) {
    if (i < n && j < m && dominant[i] === way[j]) {
      steps.push({ kind: "same", action: dominant[i]!, at: i++ });
      j++;
    } else if (j >= m || (i < n && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      steps.push({ kind: "skipped", action: dominant[i]!, at: i++ });
    } else steps.push({ kind: "added", action: way[j++]!, at: i });
  }
  return steps;
}
