/** Whether a segmentation is right as often as it says: reliability of its certainty, and expected calibration error. */
import type { TaskSegmentation } from "../../../src/taskmining/segmentation/segmentation.ts";
import type { KnownLog } from "./score_corpus.ts";

/** A probability that was said, how right it was (0 to 1), and how much it counts. */
export interface Claim {
  readonly said: number;
  readonly right: number;
  readonly weight: number;
}

export interface Claims {
  readonly instances: readonly Claim[];
  readonly beginnings: readonly Claim[];
  readonly kinds: readonly Claim[];
}

/** What the segmentation says of each instance, beginning and kind, and what is true; undefined if it says nothing. */
export function claimsOf(segmentation: TaskSegmentation, { truth, kind }: KnownLog): Claims | undefined {
  const { certainty, count, offsets, events, task, tasks } = segmentation;
  if (!certainty) return undefined;
  const sizes = new Map<number, number>(), first = new Map<number, number>();
  for (let i = 0; i < truth.length; i++) {
    sizes.set(truth[i]!, (sizes.get(truth[i]!) ?? 0) + 1);
    if (!first.has(truth[i]!)) first.set(truth[i]!, i);
  }
  const instances: Claim[] = [], beginnings: Claim[] = [], kindOf: string[] = [];
  for (let k = 0; k < count; k++) {
    const own = events.subarray(offsets[k], offsets[k + 1]);
    const owner = truth[own[0]!]!;
    const begins = owner >= 0 && first.get(owner) === own[0];
    const exact = owner >= 0 && own.length === sizes.get(owner) && own.every((i) => truth[i] === owner);
    instances.push({ said: certainty.instance[k]!, right: exact ? 1 : 0, weight: 1 });
    beginnings.push({ said: certainty.begin[k]!, right: begins ? 1 : 0, weight: 1 });
    kindOf.push(mostFrequent(Array.from(own, (i) => truth[i]! < 0 ? "" : kind[i]!)));
  }
  const kinds = tasks.flatMap((_, t): Claim[] => {
    const names = kindOf.filter((_, k) => task[k] === t);
    const pairs = (n: number) => n * (n - 1) / 2;
    if (names.length < 2) return [];
    // Two pieces of background are not of one kind of task.
    const alike = [...Map.groupBy(names, (name) => name)].reduce(
      (sum, [name, same]) => sum + (name === "" ? 0 : pairs(same.length)),
      0,
    );
    return [{ said: certainty.kind[t]!, right: alike / pairs(names.length), weight: names.length }];
  });
  return { instances, beginnings, kinds };
}

/** Mean distance between what was said and what was right, over ten bins of what was said, by weight. */
export function calibrationError(claims: readonly Claim[], bins = 10): number {
  const total = claims.reduce((sum, { weight }) => sum + weight, 0);
  return reliability(claims, bins).reduce((sum, bin) => sum + bin.weight / total * Math.abs(bin.said - bin.right), 0);
}

/** What was said and what was right in each bin that holds something; bins are numbered from 0. */
export function reliability(claims: readonly Claim[], bins = 10): (Claim & { readonly bin: number })[] {
  const groups = Map.groupBy(claims, ({ said }) => Math.min(bins - 1, Math.floor(said * bins)));
  return [...groups].sort(([a], [b]) => a - b).map(([bin, own]) => {
    const weight = own.reduce((sum, claim) => sum + claim.weight, 0);
    const mean = (of: (claim: Claim) => number) =>
      own.reduce((sum, claim) => sum + of(claim) * claim.weight, 0) / weight;
    return { bin, weight, said: mean(({ said }) => said), right: mean(({ right }) => right) };
  });
}

function mostFrequent(names: readonly string[]): string {
  const groups = [...Map.groupBy(names, (name) => name)];
  return groups.reduce((best, group) => group[1].length > best[1].length ? group : best)[0];
}
