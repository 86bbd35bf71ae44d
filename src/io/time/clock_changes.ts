/**
 * Local times that occur twice or never, because the clocks were changed: the order of the file decides what they mean,
 * where it can.
 */

/** What the time of a row can mean, in milliseconds UTC, the usual reading first; only for rows that leave a choice. */
export type OddTimes = ReadonlyMap<number, readonly number[]>;

/** How many of a hundred steps from row to row may go the other way in a file that counts as sorted. */
const STRAY_STEPS = 5;
const OUT_OF_ORDER = 1e6;

/**
 * Chooses a reading for each odd time, so that as few rows as possible stand out of order within their group. Where the
 * order leaves a choice, and where the rows of the file follow no order, the usual reading stays.
 *
 * Cost: linear in the rows, and nothing where no time is odd.
 *
 * @param values Milliseconds UTC by row, NaN for none; changed in place.
 * @param groupOf Group (case, user) of each row, -1 for none: within it rows follow each other in the order of the file.
 */
export function settleByOrder(values: Float64Array, odd: OddTimes, groupOf: Int32Array): void {
  if (odd.size === 0) return;
  const direction = directionOf(values, odd, groupOf);
  if (direction === 0) return;
  const rowsOf = new Map<number, number[]>();
  for (const row of odd.keys()) if (groupOf[row]! >= 0) rowsOf.set(groupOf[row]!, []);
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row]!)) rowsOf.get(groupOf[row]!)?.push(row);
  }
  for (const rows of rowsOf.values()) settleGroup(rows, values, odd, direction);
}

/**
 * Changes odd starts and ends of rows that would end before they begin, where another reading does not.
 *
 * @param starts Milliseconds UTC by row; changed in place, as are `ends`.
 */
export function settleIntervals(starts: Float64Array, oddStarts: OddTimes, ends: Float64Array, oddEnds: OddTimes) {
  for (const row of new Set([...oddStarts.keys(), ...oddEnds.keys()])) {
    if (!(starts[row]! > ends[row]!)) continue;
    const fitting = (oddEnds.get(row) ?? [ends[row]!]).flatMap((end) =>
      (oddStarts.get(row) ?? [starts[row]!]).filter((start) =>
        start <= end
      ).map((start) => ({ start, end }))
    )[0];
    if (fitting) starts[row] = fitting.start, ends[row] = fitting.end;
  }
}

/** 1 where rows of a group run forward in time, -1 where they run backward, 0 where they do neither. */
function directionOf(values: Float64Array, odd: OddTimes, groupOf: Int32Array): 1 | -1 | 0 {
  const last = new Map<number, number>();
  let forward = 0, backward = 0;
  for (let row = 0; row < values.length; row++) {
    const group = groupOf[row]!, time = values[row]!;
    if (group < 0 || Number.isNaN(time) || odd.has(row)) continue;
    const before = last.get(group);
    if (before !== undefined && before !== time) before < time ? forward++ : backward++;
    last.set(group, time);
  }
  const few = (forward + backward) * STRAY_STEPS / 100;
  return backward <= few ? 1 : forward <= few ? -1 : 0;
}

/** The cheapest way through the readings of the rows, one after the other (Viterbi). */
function settleGroup(rows: readonly number[], values: Float64Array, odd: OddTimes, direction: 1 | -1): void {
  const readings = rows.map((row) => odd.get(row) ?? [values[row]!]);
  let costs = readings[0]!.map((_, choice) => choice);
  const ways = readings.map((now, i) => {
    if (i === 0) return [];
    const before = readings[i - 1]!;
    const from = now.map((time) => cheapest(before.map((earlier, choice) => costs[choice]! + step(earlier, time))));
    costs = now.map((time, choice) => costs[from[choice]!]! + step(before[from[choice]!]!, time) + choice);
    return from;
  });
  let choice = cheapest(costs);
  for (let i = rows.length - 1; i >= 0; i--) {
    values[rows[i]!] = readings[i]![choice]!;
    choice = ways[i]![choice] ?? 0;
  }

  function step(earlier: number, later: number): number {
    return (later - earlier) * direction < 0 ? OUT_OF_ORDER : 0;
  }
}

function cheapest(costs: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < costs.length; i++) if (costs[i]! < costs[best]!) best = i;
  return best;
}
