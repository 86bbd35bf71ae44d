/** How a search for silent steps came to its markings. */
import { mixed } from "../../models/nets/markings.ts";

/**
 * Of each marking the way with the fewest steps; of those, the one whose transitions, sorted by number, come first. A
 * search that meets all ways to a marking before it goes on from there finds the first of all.
 */
export class TokenWays {
  /** How many steps lead to each marking; the first one is the start. */
  readonly steps: number[] = [];
  readonly #before: number[] = [];
  readonly #via: number[] = [];
  /** The sum of a number for each transition: ways with unlike sums have unlike transitions. */
  readonly #sums: number[] = [];

  begin(): void {
    this.steps.length =
      this.#before.length =
      this.#via.length =
      this.#sums.length =
        1;
    this.steps[0] =
      this.#before[0] =
      this.#via[0] =
      this.#sums[0] =
        0;
  }

  /** Notes that a step leads from one marking to another. Whether that is new, or shorter than what was known. */
  note(marking: number, transition: number, next: number): boolean {
    const length = this.steps[marking]! + 1, sum = (this.#sums[marking]! + mixed(transition + 1)) | 0;
    const isNew = next === this.steps.length || length < this.steps[next]!;
    if (!isNew) {
      if (length > this.steps[next]! || sum === this.#sums[next]) return false;
      if (comparedWays([...this.to(marking), transition], this.to(next)) >= 0) return false;
    }
    this.steps[next] = length;
    this.#before[next] = marking;
    this.#via[next] = transition;
    this.#sums[next] = sum;
    return isNew;
  }

  /** The transitions on the way to a marking, in the order in which they fire. */
  to(marking: number): number[] {
    const way: number[] = [];
    for (let m = marking; m > 0; m = this.#before[m]!) way.push(this.#via[m]!);
    return way.reverse();
  }
}

/** Below 0 if the first of two equally long ways has the smaller transitions, both sorted. */
export function comparedWays(a: readonly number[], b: readonly number[]): number {
  const first = a.toSorted((x, y) => x - y), second = b.toSorted((x, y) => x - y);
  const at = first.findIndex((t, i) => t !== second[i]);
  return at < 0 ? 0 : first[at]! - second[at]!;
}
