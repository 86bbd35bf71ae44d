/** The steps whose time may be shown: those of enough people. */
import type { Candidate } from "./candidates.ts";
import type { StepWork } from "./task_facts.ts";

export interface ShownSteps {
  readonly steps: readonly StepWork[];
  readonly otherSeconds: number;
  readonly otherMachineSeconds: number;
}

/**
 * Steps that fewer than `least` people do are put together with what few instances have. Where all of these are still of
 * fewer people, the next smallest steps join them, because the rest of a total would tell.
 */
export function shownSteps(candidate: Candidate, people: Int32Array, least: number): ShownSteps {
  const { facts, members, active, steps } = candidate, width = facts.steps.length;
  const places = steps.map((step) => facts.steps.findIndex((one) => sameStep(one, step)));
  const doers = places.map((s) =>
    new Set(
      Array.from(members).filter((k) => facts.places[k * width + s]! >= 0).map((k) => people[facts.instances[k]!]!),
    )
  );
  const hidden = new Set(steps.keys().filter((i) => doers[i]!.size < least));
  const together = () => new Set([...hidden].flatMap((i) => [...doers[i]!])).size;
  if (hidden.size > 0) {
    const bySize = [...steps.keys()].sort((a, b) =>
      doers[a]!.size - doers[b]!.size || steps[a]!.seconds - steps[b]!.seconds
    );
    for (const i of bySize) {
      if (together() >= least && hidden.size > 1) break;
      hidden.add(i);
    }
  }
  const all = active.reduce((sum, own) => sum + own, 0) / active.length;
  const known = steps.filter((_, i) => !hidden.has(i));
  const others = [...hidden].map((i) => steps[i]!);
  return {
    steps: known,
    otherSeconds: Math.max(0, all - known.reduce((sum, { seconds }) => sum + seconds, 0)),
    otherMachineSeconds: others.reduce((sum, { seconds, right }) => sum + seconds * right.base, 0),
  };
}

function sameStep(a: StepWork, b: StepWork): boolean {
  return a.action === b.action && a.occurrence === b.occurrence;
}
