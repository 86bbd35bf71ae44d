/**
 * Evidence of choices that are made much like those shortly before, as with tasks that come in blocks: each is predicted
 * by the choices before it, older ones counting less, and where they are silent by all choices so far.
 */
import { ALPHA } from "./evidence.ts";

/** What a choice counts at each later one. */
const FADE = 0.9;
/** What all choices so far count beside the late ones. */
const ALL = 0.5;
const POWERS = Float64Array.from({ length: 200 }, (_, age) => FADE ** age);

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
    const weight = this.#weight[outcome]! * (POWERS[this.#made - this.#since[outcome]!] ?? 0);
    const all = (this.#all[outcome]! + ALPHA) / (this.#made + ALPHA * this.outcomes);
    this.evidence += Math.log((weight + ALL * all) / (this.#late + ALL));
    this.#weight[outcome] = weight + 1;
    this.#since[outcome] = this.#made++;
    this.#all[outcome]!++;
    this.#late = (this.#late + 1) * FADE;
  }
}
