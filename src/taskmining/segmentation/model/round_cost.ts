/** What it costs, in nats, that an instance goes through some of its steps again. */
import { STEPS } from "./priors.ts";

/**
 * Each round costs the more, the larger the part of the instance's actions that is done again. A small part may be done
 * again a few times for next to nothing: an instance is a thing done once, in which some part may be done again. The
 * more rounds there are, the less the rest of the instance excuses them: else a hundred cases of one task would be one
 * instance, as soon as a single case of another task followed them.
 *
 * @param repeated actions of the instance that are done again, of `distinct`.
 */
export function roundsCost(rounds: number, repeated: number, distinct: number): number {
  if (rounds === 0 || repeated === 0) return 0;
  return STEPS.round * rounds * (repeated / distinct) ** Math.max(1, STEPS.part - Math.log2(rounds));
}
