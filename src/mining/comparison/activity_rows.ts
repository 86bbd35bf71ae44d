/** Activities of two groups: in which share of cases they are, and in which they come back. */
import type { EventLog } from "../../log/events/event_log.ts";
import { countActivities } from "../activity_counts.ts";
import { compareShares, type ShareComparison, type Totals } from "./share_rows.ts";
import type { Side, Sides } from "./sides.ts";

/** A row of `activities`. Prefix `repeated`: the share of cases in which it comes more than once. */
export interface ComparedActivityRow extends ShareComparison {
  readonly activity: string;
  readonly repeatedA: number;
  readonly repeatedB: number;
  readonly repeatedDifference: number;
  readonly repeatedLow: number;
  readonly repeatedHigh: number;
  /** Corrected for the repetitions of all activities. */
  readonly repeatedPAdjusted: number;
}

export function compareActivities({ a, b, activities }: Sides, totals: Totals): ComparedActivityRow[] {
  const counts = {
    a: spread(a, countActivities(a.log).cases, activities.length),
    b: spread(b, countActivities(b.log).cases, activities.length),
  };
  const again = {
    a: spread(a, repeatedIn(a.log), activities.length),
    b: spread(b, repeatedIn(b.log), activities.length),
  };
  const repeated = new Map(
    compareShares(
      activities.map((activity, i) => ({ activity, casesA: again.a[i]!, casesB: again.b[i]! })),
      totals,
    ).map((row) => [row.activity, row]),
  );
  const rows = compareShares(
    activities.map((activity, i) => ({ activity, casesA: counts.a[i]!, casesB: counts.b[i]! })),
    totals,
  );
  return rows.map((row) => {
    const other = repeated.get(row.activity)!;
    return {
      ...row,
      repeatedA: other.a,
      repeatedB: other.b,
      repeatedDifference: other.difference,
      repeatedLow: other.low,
      repeatedHigh: other.high,
      repeatedPAdjusted: other.pAdjusted,
    };
  });
}

/** A row of `starts` and `ends`: cases that begin, or end, with the activity. */
export interface ComparedEndRow extends ShareComparison {
  readonly activity: string;
}

export function compareEnds({ a, b, activities }: Sides, totals: Totals, which: "starts" | "ends"): ComparedEndRow[] {
  const first = spread(a, countActivities(a.log)[which], activities.length);
  const second = spread(b, countActivities(b.log)[which], activities.length);
  const counted = activities.map((activity, i) => ({ activity, casesA: first[i]!, casesB: second[i]! }));
  return compareShares(counted.filter(({ casesA, casesB }) => casesA + casesB > 0), totals);
}

/** Cases in which each activity comes more than once, by code. */
function repeatedIn({ activity, activities, offsets, cases }: EventLog): Float64Array {
  const counts = new Float64Array(activities.length);
  const seen = new Int32Array(activities.length).fill(-1), counted = new Int32Array(activities.length).fill(-1);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!, end = offsets[c + 1]!; i < end; i++) {
      const code = activity[i]!;
      if (seen[code] === c && counted[code] !== c) {
        counted[code] = c;
        counts[code]!++;
      }
      seen[code] = c;
    }
  }
  return counts;
}

/** From the codes of a side to those that both share. */
function spread({ codes }: Side, counts: Float64Array, size: number): Float64Array {
  const all = new Float64Array(size);
  codes.forEach((code, own) => all[code] = counts[own]!);
  return all;
}
