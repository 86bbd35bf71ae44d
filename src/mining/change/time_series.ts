/** How long each passage from one activity to the next took, in the order in which the passages began. */
import type { EventLog } from "../../log/events/event_log.ts";
import { beginTimes } from "../event_spans.ts";
import type { Relation } from "./flow_series.ts";
import { rankScores } from "./rank_scores.ts";
import { type Series, SeriesBuilder } from "./series.ts";

export interface TimeSeries {
  readonly series: Series;
  readonly relations: readonly Relation[];
  /** When each passage began, in milliseconds, ascending. */
  readonly begun: Float64Array;
  /** Seconds of each passage. */
  readonly seconds: Float64Array;
}

/** A passage of fewer than this many times is left out: nothing could be said of it. */
const LEAST_PASSAGES = 50;
/** Passages that began so late that this share of the others took longer than was left are left out. */
const SEEN = 0.99;

/**
 * A row for each passage, with one feature: which passage it is, and the rank of its time among those of its kind.
 *
 * A passage that had not ended when the log did is not in the log. So the last ones look quick, and those that began too
 * late to be seen if they took long are left out, of each kind for itself.
 */
export function timeSeries(log: EventLog): TimeSeries {
  const { offsets, activity, activities, time } = log;
  const begin = beginTimes(log);
  const n = activities.length;
  const from = new Int32Array(Math.max(0, log.events - log.cases));
  const kind = new Int32Array(from.length);
  const kinds = new Map<number, number>();
  const members: number[] = [];
  let last = -Infinity, passages = 0;
  for (let c = 0; c < log.cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (time[i]! > last) last = time[i]!;
      if (i === offsets[c]!) continue;
      const key = activity[i - 1]! * n + activity[i]!;
      let number = kinds.get(key);
      if (number === undefined) {
        kinds.set(key, number = members.length);
        members.push(0);
      }
      members[number]!++;
      from[passages] = i - 1;
      kind[passages++] = number;
    }
  }
  const secondsOf = (p: number) => Math.max(0, begin[from[p]! + 1]! - time[from[p]!]!) / 1000;
  const byKind = members.map((count) => new Int32Array(count));
  const filled = new Int32Array(members.length);
  for (let p = 0; p < passages; p++) byKind[kind[p]!]![filled[kind[p]!]!++] = p;

  const score = new Float64Array(passages).fill(NaN);
  const relations: Relation[] = [];
  const feature = new Int32Array(members.length).fill(-1);
  const keys = [...kinds.keys()];
  byKind.forEach((own, k) => {
    const seconds = Float64Array.from(own, secondsOf);
    const limit = last - 1000 * (seconds.slice().sort()[Math.floor(SEEN * (own.length - 1))] ?? 0);
    const seen = own.filter((p) => time[from[p]!]! <= limit);
    if (seen.length < LEAST_PASSAGES) return;
    const scores = rankScores(Float64Array.from(seen, secondsOf));
    seen.forEach((p, i) => score[p] = scores[i]!);
    feature[k] = relations.length;
    relations.push({ from: activities[Math.floor(keys[k]! / n)]!, to: activities[keys[k]! % n]! });
  });

  const kept = Int32Array.from({ length: passages }, (_, p) => p).filter((p) => !Number.isNaN(score[p]!))
    .sort((p, q) => time[from[p]!]! - time[from[q]!]! || p - q);
  const rows = new SeriesBuilder(kept.length, kept.length);
  for (const p of kept) {
    rows.add(feature[kind[p]!]!, score[p]!);
    rows.endRow();
  }
  return {
    series: rows.build(relations.length),
    relations,
    begun: Float64Array.from(kept, (p) => time[from[p]!]!),
    seconds: Float64Array.from(kept, secondsOf),
  };
}
