/**
 * How well a segmentation finds the task instances that a log is known to hold.
 *
 * NLED and exact matches after Leno et al., "Identifying candidate routines for Robotic Process Automation from unsegmented
 * UI logs", ICPM 2020, section IV; boundaries after the practice of text segmentation; pairs and the adjusted Rand index
 * (Hubert & Arabie, Journal of Classification 1985) where instances are not contiguous.
 */

/** Owner of each interaction of one stream, in its order: any whole number for an instance, -1 for none. */
export type Owners = ArrayLike<number>;

export interface SegmentScore {
  /** Numbers of true and of found instances. */
  readonly instances: number;
  readonly found: number;
  /** Mean over found instances of the least normalised Levenshtein distance to an overlapping true one; 0 is best. */
  readonly nled: number;
  /** Share of true instances that were found with exactly their interactions. */
  readonly exactShare: number;
  /** F1 of places where one instance ends and another begins, at most `tolerance` interactions off. */
  readonly boundaryF1: number;
  /** F1 over pairs of interactions at most 200 positions apart: are both of one instance? */
  readonly pairF1: number;
}

export interface SegmentScoreOptions {
  /** Interactions that a boundary may be off. @default 2 */
  readonly tolerance?: number;
  /** Farthest pair that counts. @default 200 */
  readonly window?: number;
}

/** Scores found owners against true ones; `actions` are the codes of the normalised actions of the same interactions. */
export function scoreSegments(
  found: Owners,
  truth: Owners,
  actions: ArrayLike<number>,
  { tolerance = 2, window = 200 }: SegmentScoreOptions = {},
): SegmentScore {
  const foundInstances = eventsByOwner(found), trueInstances = eventsByOwner(truth);
  const nled = [...foundInstances.values()].map((events) => {
    const own = events.map((i) => actions[i]!);
    const overlapping = new Set(events.map((i) => truth[i]!));
    let least = 1;
    for (const owner of overlapping) {
      if (owner < 0) continue;
      const other = trueInstances.get(owner)!.map((i) => actions[i]!);
      least = Math.min(least, levenshtein(own, other) / Math.max(own.length, other.length));
    }
    return least;
  });
  const exact = [...trueInstances.values()].filter((events) => {
    const same = foundInstances.get(found[events[0]!]!);
    return same?.length === events.length && same.every((event, k) => event === events[k]);
  }).length;
  return {
    instances: trueInstances.size,
    found: foundInstances.size,
    nled: nled.length === 0 ? 1 : nled.reduce((sum, x) => sum + x, 0) / nled.length,
    exactShare: trueInstances.size === 0 ? 0 : exact / trueInstances.size,
    boundaryF1: boundaryF1(boundaries(found), boundaries(truth), tolerance),
    pairF1: pairF1(found, truth, window),
  };
}

/** Fewest insertions, deletions and replacements that make one sequence the other. */
export function levenshtein(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let previous = Int32Array.from({ length: b.length + 1 }, (_, j) => j), current = new Int32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}

/** Adjusted Rand index of two labellings of the same things: 1 where they agree, about 0 where they do so by chance. */
export function adjustedRandIndex(a: readonly unknown[], b: readonly unknown[]): number {
  const pairs = (n: number) => n * (n - 1) / 2;
  const sum = (labels: readonly string[]) =>
    [...Map.groupBy(labels, (label) => label).values()].reduce((total, group) => total + pairs(group.length), 0);
  const both = sum(a.map((label, i) => JSON.stringify([label, b[i]])));
  const inA = sum(a.map((label) => JSON.stringify(label))), inB = sum(b.map((label) => JSON.stringify(label)));
  const expected = inA * inB / pairs(a.length), most = (inA + inB) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

/**
 * Weighted F1 of found labels against true ones: each true label is compared with the found label that fits it best, and
 * weighs as much as it has members.
 */
export function weightedF1(found: readonly unknown[], truth: readonly unknown[]): number {
  const trueGroups = groupIndices(truth), foundGroups = groupIndices(found);
  let total = 0;
  for (const members of trueGroups.values()) {
    let best = 0;
    for (const others of foundGroups.values()) {
      const shared = members.filter((i) => found[i] === found[others[0]!]).length;
      best = Math.max(best, 2 * shared / (members.length + others.length));
    }
    total += best * members.length;
  }
  return truth.length === 0 ? 0 : total / truth.length;
}

/** Jaccard coefficient of two routines as sets of actions. */
export function jaccard(a: readonly unknown[], b: readonly unknown[]): number {
  const one = new Set(a), other = new Set(b);
  const shared = one.intersection(other).size, all = one.union(other).size;
  return all === 0 ? 1 : shared / all;
}

function groupIndices(labels: readonly unknown[]): Map<unknown, number[]> {
  return Map.groupBy(labels.map((_, i) => i), (i) => labels[i]);
}

function eventsByOwner(owners: Owners): Map<number, number[]> {
  const events = new Map<number, number[]>();
  for (let i = 0; i < owners.length; i++) {
    const owner = owners[i]!;
    if (owner < 0) continue;
    const list = events.get(owner);
    if (list) list.push(i);
    else events.set(owner, [i]);
  }
  return events;
}

/** Positions whose interaction has another owner than the one before. */
function boundaries(owners: Owners): number[] {
  const found: number[] = [];
  for (let i = 1; i < owners.length; i++) if (owners[i] !== owners[i - 1]) found.push(i);
  return found;
}

/** Each boundary is matched at most once, in order. */
function boundaryF1(found: readonly number[], truth: readonly number[], tolerance: number): number {
  if (found.length === 0 && truth.length === 0) return 1;
  let matched = 0, j = 0;
  for (const place of truth) {
    while (j < found.length && found[j]! < place - tolerance) j++;
    if (j < found.length && found[j]! <= place + tolerance) {
      matched++;
      j++;
    }
  }
  return 2 * matched / (found.length + truth.length);
}

function pairF1(found: Owners, truth: Owners, window: number): number {
  let both = 0, inFound = 0, inTruth = 0;
  for (let i = 0; i < truth.length; i++) {
    for (let j = i + 1; j < truth.length && j - i <= window; j++) {
      const one = found[i]! >= 0 && found[i] === found[j], other = truth[i]! >= 0 && truth[i] === truth[j];
      if (one) inFound++;
      if (other) inTruth++;
      if (one && other) both++;
    }
  }
  return inFound + inTruth === 0 ? 1 : 2 * both / (inFound + inTruth);
}
