/**
 * Lines between two columns: each bend gets a track of its own, so that no two lines run upon each other.
 *
 * Schulze, Spönemann & von Hanxleden, "Drawing layered graphs with port constraints", Journal of Visual Languages and
 * Computing 2014, section 5: the order of the tracks follows from crossings and overlaps that either order would cause.
 */

/** A line that bends in a channel: it enters on one side at `from` and leaves at `to`, perhaps on the same side. */
export interface Bend {
  readonly fromSide: "left" | "right";
  readonly from: number;
  readonly toSide: "left" | "right";
  readonly to: number;
  /** Bends of the same group share a track: they part or join. */
  readonly group: string;
}

interface Track {
  readonly low: number;
  readonly high: number;
  /** Rows of lines that come from the left, and from the right. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** An overlap is as bad as so many crossings. */
const OVERLAP = 1000;
/** Lines nearer than this, in pixels, count as one upon the other. */
const NEAR = 6;

/** The track of each bend, from 0 at the left, and how many there are. */
export function assignTracks(bends: readonly Bend[]): { tracks: number[]; count: number } {
  const groups = [...new Set(bends.map(({ group }) => group))];
  const tracks = groups.map((group) => trackOf(bends.filter((bend) => bend.group === group)));
  const places = orderTracks(tracks);
  const byGroup = new Map(groups.map((group, i) => [group, places[i]!]));
  return { tracks: bends.map(({ group }) => byGroup.get(group)!), count: Math.max(0, ...places.map((p) => p + 1)) };
}

function trackOf(bends: readonly Bend[]): Track {
  const rows = bends.flatMap(({ from, to }) => [from, to]);
  const onSide = (side: "left" | "right") =>
    bends.flatMap(({ fromSide, from, toSide, to }) => [
      ...(fromSide === side ? [from] : []),
      ...(toSide === side ? [to] : []),
    ]);
  return { low: Math.min(...rows), high: Math.max(...rows), left: onSide("left"), right: onSide("right") };
}

/** Places by index of the track; those that do not meet may share one. */
function orderTracks(tracks: readonly Track[]): number[] {
  const n = tracks.length;
  const before = tracks.map(() => [] as number[]);
  const weight = tracks.map(() => new Float64Array(n));
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const first = costOf(tracks[a]!, tracks[b]!), second = costOf(tracks[b]!, tracks[a]!);
      if (first === second && !meet(tracks[a]!, tracks[b]!)) continue;
      if (first <= second) weight[a]![b] = second - first + 1e-3;
      else weight[b]![a] = first - second + 1e-3;
    }
  }
  // Taken one after the other from the left: the one that would rather stand left of those that remain.
  const remaining = new Set(tracks.keys());
  const order: number[] = [];
  while (remaining.size > 0) {
    let best = -1, bestScore = -Infinity;
    for (const a of remaining) {
      let score = 0;
      for (const b of remaining) score += weight[a]![b]! - weight[b]![a]!;
      if (score > bestScore) best = a, bestScore = score;
    }
    order.push(best);
    remaining.delete(best);
  }
  const places = new Array<number>(n).fill(0);
  order.forEach((a, i) => {
    for (const b of order.slice(0, i)) {
      if (weight[a]![b]! > 0 || weight[b]![a]! > 0) before[a]!.push(b);
    }
    for (const b of before[a]!) places[a] = Math.max(places[a]!, places[b]! + 1);
  });
  return places;
}

/** What it costs if `a` stands left of `b`. */
function costOf(a: Track, b: Track): number {
  let cost = 0;
  for (const row of a.right) {
    if (row > b.low && row < b.high) cost++;
    for (const other of b.left) if (Math.abs(row - other) < NEAR) cost += OVERLAP;
  }
  for (const row of b.left) if (row > a.low && row < a.high) cost++;
  return cost;
}

function meet(a: Track, b: Track): boolean {
  return a.low <= b.high + NEAR && b.low <= a.high + NEAR;
}
