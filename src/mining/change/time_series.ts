/** How long each passage from one activity to the next took, in the order in which the passages began. */
import type { EventLog } from "../../log/events/event_log.ts";
import { beginTimes } from "../event_spans.ts";
import type { Relation } from "./flow_series.ts";
import { quantile } from "../../base/statistics/summary.ts";
import { rankScores } from "./rank_scores.ts";
import { type Series, SeriesBuilder } from "./series.ts";

export interface TimeSeries {
  readonly series: Series;
  readonly relations: readonly Relation[];
  /** When each passage began, in milliseconds, ascending. */
  readonly begun: Float64Array;
  /** Seconds of each passage. */
  readonly seconds: Float64Array;
  /** How many passages begin while a case runs: those of a slow case are all slow, so that so many resemble each other. */
  readonly alike: number;
}

/** A passage of fewer than this many times is left out: nothing could be said of it. */
const LEAST_PASSAGES = 50;
/** Passages that began so late that this share of the others took longer than was left are left out. */
const SEEN = 0.99;
/** A step is looked at from when the log has been going on for longer than this share of cases need to come to it. */
const SETTLED = 0.9;
/** What resembles each other is as long as this share of the cases at most … */
const MOST_CASES = 0.9;
/** … and so much more, so that few cases are cut where one block of them ends and the next begins. */
const MARGIN = 1.5;

/**
 * A row for each passage, with one feature: which passage it is, and the rank of its time among those of its kind.
 *
 * A passage that had not ended when the log did is not in the log. So the last ones look quick, and those that began too
 * late to be seen if they took long are left out, of each kind for itself. And while the first cases come, only the quick
 * ones have got to a late step; when no more come, only slow ones still do. Passages that began then are left out too.
 */
export function timeSeries(log: EventLog): TimeSeries {
  const { offsets, activity, activities, time } = log;
  const begin = beginTimes(log);
  const n = activities.length;
  const from = new Int32Array(Math.max(0, log.events - log.cases));
  const kind = new Int32Array(from.length);
  const kinds = new Map<number, number>();
  const members: number[] = [];
  const since = new Float64Array(from.length);
  let last = -Infinity, passages = 0, firstBegun = Infinity, lastBegun = -Infinity;
  for (let c = 0; c < log.cases; c++) {
    const begun = time[offsets[c]!]!;
    if (begun < firstBegun) firstBegun = begun;
    if (begun > lastBegun) lastBegun = begun;
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
      since[passages] = time[i - 1]! - begun;
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
    const lags = Float64Array.from(own, (p) => since[p]!).sort();
    const settled = firstBegun + quantile(lags, SETTLED), emptied = lastBegun + quantile(lags, 1 - SETTLED);
    const seen = own.filter((p) => {
      const begun = time[from[p]!]!;
      return begun <= limit && begun >= settled && begun <= emptied;
    });
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
    alike: passagesAlike(log, Int32Array.from(kept, (p) => from[p]!)),
  };
}

/** @param events the event each passage begins with, in the order of the passages. */
function passagesAlike(log: EventLog, events: Int32Array): number {
  const place = new Int32Array(log.events).fill(-1);
  events.forEach((event, row) => place[event] = row);
  const spans: number[] = [];
  for (let c = 0; c < log.cases; c++) {
    let first = -1, last = -1, own = 0;
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i++) {
      if (place[i]! < 0) continue;
      own++;
      if (first < 0) first = place[i]!;
      last = place[i]!;
    }
    if (own > 1) spans.push(last - first + 1);
  }
  if (spans.length === 0) return 1;
  return Math.max(1, Math.round(MARGIN * quantile(Float64Array.from(spans).sort(), MOST_CASES)));
}
