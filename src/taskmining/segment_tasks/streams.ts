/** What a segmentation looks at: the actions of each user in order, as small codes, and the seconds between them. */
import type { InteractionLog } from "../../log/interaction_log.ts";

export interface Streams {
  /** Code of each interaction's action. */
  readonly action: Int32Array;
  /** Number of codes. */
  readonly actions: number;
  readonly names: readonly string[];
  /** Interactions of stream s are those from `offsets[s]` up to, not including, `offsets[s + 1]`. */
  readonly offsets: Int32Array;
  /** Seconds since the interaction before; 0 at the beginning of a stream. */
  readonly gap: Float64Array;
}

/** Actions beyond the most frequent ones share a code for each of their applications and kinds of action. */
const MOST_ACTIONS = 400;

/** One stream a user: interactions of no known user are one stream. */
export function streamsOf(log: InteractionLog): Streams {
  const { user, time, interactions: n } = log;
  const offsets = [0];
  const gap = new Float64Array(n);
  for (let i = 1; i < n; i++) {
    if (user[i] !== user[i - 1]) offsets.push(i);
    else gap[i] = Math.max(0, (time[i]! - time[i - 1]!) / 1000);
  }
  if (n > 0) offsets.push(n);
  return { ...codesOf(log), offsets: Int32Array.from(offsets), gap };
}

/** The first streams of at most `most` interactions together, as a log of its own; a stream that is too long is cut. */
export function sampleOf(streams: Streams, most: number): { streams: Streams; from: Int32Array } {
  const count = streams.offsets.length - 1, n = streams.action.length;
  if (n <= most) return { streams, from: streams.offsets.slice(0, -1) };
  const pieces: [number, number][] = [];
  // Each stream gives its share, from its beginning; of very many streams, evenly spaced ones.
  const kept = Math.max(1, Math.min(count, Math.floor(most / 50)));
  for (let p = 0; p < kept; p++) {
    const s = Math.floor(p * count / kept), from = streams.offsets[s]!, to = streams.offsets[s + 1]!;
    const share = kept < count ? most / kept : (to - from) * most / n;
    pieces.push([from, Math.min(to, from + Math.max(1, Math.round(share)))]);
  }
  const total = pieces.reduce((sum, [from, to]) => sum + to - from, 0);
  const action = new Int32Array(total), gap = new Float64Array(total), offsets = new Int32Array(pieces.length + 1);
  let at = 0;
  pieces.forEach(([from, to], p) => {
    action.set(streams.action.subarray(from, to), at);
    gap.set(streams.gap.subarray(from, to), at);
    gap[at] = 0;
    offsets[p + 1] = at += to - from;
  });
  return { streams: { ...streams, action, gap, offsets }, from: Int32Array.from(pieces, ([from]) => from) };
}

function codesOf(log: InteractionLog) {
  const { action, actions, app, apps, actionClass, interactions: n } = log;
  const counts = new Int32Array(actions.length);
  for (let i = 0; i < n; i++) counts[action[i]!]!++;
  const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  const code = new Int32Array(actions.length).fill(-1);
  const names: string[] = [];
  // An action that hardly ever recurs tells nothing by itself.
  const fewest = actions.length <= 60 ? 1 : 3;
  for (const a of order.slice(0, MOST_ACTIONS)) {
    if (counts[a]! < fewest) break;
    code[a] = names.length;
    names.push(actions[a]!);
  }
  const pooled = new Map<number, number>();
  const codes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let c = code[action[i]!]!;
    if (c < 0) {
      const key = (app[i]! + 1) * 256 + actionClass[i]!;
      let found = pooled.get(key);
      if (found === undefined) {
        found = names.length;
        pooled.set(key, found);
        names.push(`other ${log.actionClassAt(i)} @ ${apps[app[i]!] ?? "?"}`);
      }
      c = found;
    }
    codes[i] = c;
  }
  return { action: codes, actions: names.length, names };
}
