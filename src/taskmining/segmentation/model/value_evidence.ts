/** Evidence of values: within an instance they recur, from one instance to the next they do so by chance only. */
import { twoWaysEvidence } from "./evidence.ts";
import type { Parse } from "./parse.ts";
import { VALUES } from "./priors.ts";
import type { Streams } from "./streams.ts";

/** How values of each action came about: counts, and what they are worth. */
export class ValueCounts {
  /** Values that the instance had had, that it had not, and of these the ones that another instance had had. */
  readonly again: Float64Array;
  readonly fresh: Float64Array;
  /** Of the latter those that the same action had the time before, and those that it had not. */
  readonly kept: Float64Array;
  readonly changed: Float64Array;
  /** Nats for which of its values an instance repeats. */
  among = 0;
  /** Nats of values by chance. */
  byChance = 0;

  constructor(readonly actions: number) {
    const zeros = () => new Float64Array(actions);
    this.again = zeros();
    this.fresh = zeros();
    this.kept = zeros();
    this.changed = zeros();
  }

  clear(): void {
    for (const counts of [this.again, this.fresh, this.kept, this.changed]) counts.fill(0);
    this.byChance = this.among = 0;
  }

  /** @param back how many values ago it was. */
  repeat(action: number, back: number): void {
    this.again[action]!++;
    this.among += logOf(back);
  }

  coincide(action: number, same: number, chance: number, back: number): void {
    if (same) {
      this.kept[action]!++;
      this.among += logOf(back);
    } else {
      this.changed[action]!++;
      this.byChance += chance;
    }
  }

  evidence(): number {
    let sum = this.byChance - this.among;
    for (let t = 0; t < this.actions; t++) {
      if (this.again[t]! + this.fresh[t]! > 0) {
        sum += twoWaysEvidence(this.again[t]!, this.fresh[t]!, VALUES.repeated, VALUES.fresh);
      }
      if (this.kept[t]! + this.changed[t]! > 0) {
        sum += twoWaysEvidence(this.kept[t]!, this.changed[t]!, VALUES.kept, VALUES.changed);
      }
    }
    return sum;
  }
}

const LOGS = Float64Array.from({ length: 256 }, (_, n) => Math.log(Math.max(1, n)));

/** Natural logarithm of a whole number from 1 on; most are small. */
export const logOf = (n: number) => n < 256 ? LOGS[n]! : Math.log(n);

export interface ValueRates {
  readonly evidence: number;
  /** Of each action, as logarithms: its value is one that its instance has had; it is not; */
  readonly again: Float64Array;
  readonly fresh: Float64Array;
  /** a value that another instance has had is that of the time before; it is not. */
  readonly kept: Float64Array;
  readonly changed: Float64Array;
}

export function valueRates({ action, actions, values }: Streams, { owner, kind, stray }: Parse): ValueRates {
  const { offsets, at, before, same, chance } = values, first = new Int32Array(kind.length).fill(-1);
  const counts = new ValueCounts(actions);
  for (let i = 0; i < action.length; i++) {
    const k = owner[i]!, t = action[i]!, isStep = k >= 0 && !stray[i];
    if (k >= 0 && first[k]! < 0) first[k] = i;
    for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
      let p = before[e]!;
      if (isStep) {
        while (p >= 0 && at[p]! >= first[k]! && (owner[at[p]!] !== k || stray[at[p]!])) p = before[p]!;
        if (p >= 0 && at[p]! >= first[k]!) {
          counts.repeat(t, e - p);
          continue;
        }
        counts.fresh[t]!++;
      }
      // A value that was never seen before is new in every parse.
      if (before[e]! < 0) counts.changed[t]!++;
      else counts.coincide(t, same[e]!, chance[e]!, e - before[e]!);
    }
  }
  const evidence = counts.evidence(), { again, fresh, kept, changed } = counts;
  for (let t = 0; t < actions; t++) {
    const a = again[t]!, f = fresh[t]!, k = kept[t]!, c = changed[t]!;
    again[t] = Math.log((a + VALUES.repeated) / (a + f + VALUES.repeated + VALUES.fresh));
    fresh[t] = Math.log((f + VALUES.fresh) / (a + f + VALUES.repeated + VALUES.fresh));
    kept[t] = Math.log((k + VALUES.kept) / (k + c + VALUES.kept + VALUES.changed));
    changed[t] = Math.log((c + VALUES.changed) / (k + c + VALUES.kept + VALUES.changed));
  }
  return { evidence, again, fresh, kept, changed };
}
