/**
 * Evidence of choices that are much like those shortly before, because tasks come in blocks. Each choice is predicted by
 * those before it, of which older ones count less, and by the frequency of all choices so far.
 */
import { BLOCKS, CHOICES } from "./priors.ts";

const FADE = BLOCKS.fade, ALL = BLOCKS.allChoices, ALPHA = CHOICES.outcome;
/** What a choice counts so many choices later. */
const FADED = Float64Array.from({ length: BLOCKS.forgotten }, (_, age) => FADE ** age);

export class LateChoices {
  evidence = 0;
  #made = 0;
  #late = 0;
  readonly #all: Float64Array;
  readonly #weight: Float64Array;
  readonly #since: Int32Array;

  constructor(readonly outcomes: number) {
    this.#all = new Float64Array(outcomes);
    this.#weight = new Float64Array(outcomes);
    this.#since = new Int32Array(outcomes);
  }

  clear(): void {
    this.evidence = this.#made = this.#late = 0;
    this.#all.fill(0);
    this.#weight.fill(0);
    this.#since.fill(0);
  }

  add(outcome: number): void {
    const weight = this.#weight[outcome]! * (FADED[this.#made - this.#since[outcome]!] ?? 0);
    const all = (this.#all[outcome]! + ALPHA) / (this.#made + ALPHA * this.outcomes);
    this.evidence += Math.log((weight + ALL * all) / (this.#late + ALL));
    this.#weight[outcome] = weight + 1;
    this.#since[outcome] = this.#made++;
    this.#all[outcome]!++;
    this.#late = (this.#late + 1) * FADE;
  }
}
