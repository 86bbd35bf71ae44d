/** Chains whose beginnings and ends are likelier, or less likely, than was counted. */
import type { Random } from "../../../../base/random.ts";
import type { Chains } from "./chains.ts";

/** Nats to add to the beginnings, in the order of `Chains.start`, and to the end of each state. */
export interface EdgeShifts {
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

export function shiftedEdges(chains: Chains, { begins, ends }: EdgeShifts): Chains {
  const step = chains.step.slice(), width = chains.actions + 1;
  for (let s = 0; s < chains.states; s++) step[s * width + chains.actions]! += ends[s]!;
  return { ...chains, step, start: chains.start.map((nats, entry) => nats + begins[entry]!) };
}

/** Draws of mean 0, half as large as `nats` by standard deviation and one and a half times as large at most. */
export function randomShift(next: Random): (nats: number) => number {
  return (nats) => nats * (next() + next() + next() - 1.5);
}
