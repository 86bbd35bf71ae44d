/** What the model sees of a log: the actions of each user in order, as small codes, and signals beside them. */
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { spannedPlaces, type Values, valuesOf, valuesOfPieces } from "./value_links.ts";
import { countBelow, countUpTo } from "../../../base/sorted.ts";
import { CODES, HINTS, OUTSETS, PAUSES, SAMPLES } from "./priors.ts";
import { isCompletion, isOverhead } from "../completion_words.ts";

/** Actions as small codes. */
export interface ActionCodes {
  /** Code of each interaction's action. */
  readonly action: Int32Array;
  /** Number of codes. */
  readonly actions: number;
  readonly names: readonly string[];
}

export interface Streams extends ActionCodes {
  /** Interactions of stream s are those from `offsets[s]` up to, not including, `offsets[s + 1]`. */
  readonly offsets: Int32Array;
  /** Seconds since the interaction before; 0 at the beginning of a stream. */
  readonly gap: Float64Array;
  /**
   * How much the surroundings of each interaction look like a beginning: a word that completes right before, one that
   * opens, a longer gap than most, another application. See `OUTSETS` in `priors.ts`.
   */
  readonly outset: Float64Array;
  /** 0, 1 for a long pause before an interaction, 2 for a very long one. */
  readonly pause: Uint8Array;
  /** 1 where a value spans the boundary before an interaction: see `valueLinks`. */
  readonly link: Uint8Array;
  readonly values: Values;
  /** Beginnings of sessions: after a long pause, or of another user. The first interaction is one. */
  readonly sessions: Int32Array;
  /** Of each stream of a sample: 1 if it begins, 2 if it ends, 3 if it does both in the middle of things. */
  readonly cutOff?: Uint8Array;
  /** What was marked by hand: see `withMarks`. */
  readonly marks?: Marks;
}

export interface Marks {
  /** Interactions that are marked, ascending. */
  readonly places: Int32Array;
  /** Where instances begin if they begin at all places that are like the marked ones, in one way or another. */
  readonly cuts: readonly Uint8Array[];
}

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
  const codes = actionCodes(log);
  const values = valuesOf(log, codes.action, codes.actions, Int32Array.from(offsets));
  return {
    ...codes,
    offsets: Int32Array.from(offsets),
    gap,
    outset: outsets(log, gap),
    pause: pauses(gap),
    link: spannedPlaces(values, n),
    values,
    sessions: log.sessions.slice(0, -1),
  };
}

/** 1 for a pause that is long beside the median one, 2 for one that is long beside those. */
function pauses(gap: Float64Array): Uint8Array {
  const { times, leastSeconds } = PAUSES;
  const long = Math.max(leastSeconds, times * (gap.slice().sort()[gap.length >> 1] ?? 0));
  return Uint8Array.from(gap, (seconds) => seconds <= long ? 0 : seconds <= times * long ? 1 : 2);
}

function outsets({ action, actions, app, user }: InteractionLog, gap: Float64Array): Float64Array {
  const completes = Float64Array.from(actions, (name) => isCompletion(name) ? OUTSETS.completed : 0);
  const opens = Float64Array.from(actions, (name) => isOverhead(name) ? OUTSETS.opens : 0);
  const sorted = gap.slice().sort();
  const outset = new Float64Array(gap.length);
  for (let i = 1; i < gap.length; i++) {
    if (user[i] !== user[i - 1]) continue;
    const rank = (countBelow(sorted, gap[i]!) + countUpTo(sorted, gap[i]!)) / 2 / sorted.length;
    const otherApp = app[i] === app[i - 1] ? 0 : OUTSETS.otherApp;
    outset[i] = completes[action[i - 1]!]! + opens[action[i]!]! + otherApp + OUTSETS.pause * (rank - 0.5);
  }
  return outset;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** 1 if it begins, 2 if it ends in the middle of a stream, 3 if it does both. */
  readonly cutOff: number;
}

/**
 * Pieces of about `most` interactions together, spread over all streams, as a log of its own. A piece begins where the
 * pause is longest thereabouts. What was marked by hand is in it, with what is around.
 */
export function sampleOf(streams: Streams, most: number): Streams {
  return streams.action.length <= most ? streams : ofPieces(streams, withMarked(streams, piecesOf(streams, most)));
}

function piecesOf(streams: Streams, most: number): Piece[] {
  const n = streams.action.length, pieces: Piece[] = [];
  const { piece, around } = SAMPLES, step = n / Math.max(1, Math.round(most / piece));
  const streamAt = (i: number) => countUpTo(streams.offsets, i) - 1;
  const nearPause = (i: number, s: number) => {
    const least = Math.max(streams.offsets[s]!, i - around), last = Math.min(streams.offsets[s + 1]! - 1, i + around);
    if (least === streams.offsets[s]) return least;
    let best = i;
    for (let j = least; j <= last; j++) if (streams.gap[j]! > streams.gap[best]!) best = j;
    return best;
  };
  let done = 0;
  for (let p = 0; p * step < n; p++) {
    let i = Math.max(done, Math.floor(p * step)), left = Math.min(piece, n - i);
    while (left > 0 && i < n) {
      const s = streamAt(i), begin = streams.offsets[s]!, end = streams.offsets[s + 1]!;
      const from = Math.max(done, nearPause(i, s));
      let to = Math.min(end, from + left);
      if (end - to < around) to = end;
      if (to > from) pieces.push({ from, to, cutOff: (from > begin ? 1 : 0) + (to < end ? 2 : 0) });
      left -= to - from;
      done = i = Math.max(to, i + 1);
    }
  }
  return pieces;
}

/** The pieces, and further ones around marked places that are in none. */
function withMarked({ offsets, marks }: Streams, pieces: readonly Piece[]): Piece[] {
  const all = [...pieces];
  for (const at of marks?.places ?? []) {
    const p = all.findIndex(({ to }) => at < to), after = p < 0 ? all.length : p;
    if (p >= 0 && at >= all[p]!.from) continue;
    const s = countUpTo(offsets, at) - 1, begin = offsets[s]!, end = offsets[s + 1]!;
    const from = Math.max(begin, all[after - 1]?.to ?? 0, at - HINTS.around);
    const to = Math.min(end, all[after]?.from ?? end, at + HINTS.around);
    all.splice(after, 0, { from, to, cutOff: (from > begin ? 1 : 0) + (to < end ? 2 : 0) });
  }
  return all;
}

/**
 * The streams in an order that does not depend on what people are called: by their first time, then by their length. With
 * it the place in the log of each interaction.
 */
export function inOwnOrder(streams: Streams, log: InteractionLog): { streams: Streams; places: Int32Array } {
  const { offsets } = streams, first = (s: number) => log.time[offsets[s]!]!;
  const length = (s: number) => offsets[s + 1]! - offsets[s]!;
  const order = [...offsets.keys()].slice(0, -1).sort((a, b) => first(a) - first(b) || length(b) - length(a) || a - b);
  const pieces = order.map((s): Piece => ({ from: offsets[s]!, to: offsets[s + 1]!, cutOff: 0 }));
  const places = new Int32Array(streams.action.length);
  let at = 0;
  for (const { from, to } of pieces) for (let i = from; i < to; i++) places[at++] = i;
  const { cutOff: _, ...whole } = ofPieces(streams, pieces);
  return { streams: whole, places };
}

function ofPieces(streams: Streams, pieces: readonly Piece[]): Streams {
  const total = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const action = new Int32Array(total), gap = new Float64Array(total);
  const outset = new Float64Array(total), pause = new Uint8Array(total), link = new Uint8Array(total);
  const offsets = new Int32Array(pieces.length + 1);
  const sessions: number[] = [], isSession = new Set(streams.sessions);
  let at = 0;
  pieces.forEach(({ from, to }, p) => {
    action.set(streams.action.subarray(from, to), at);
    gap.set(streams.gap.subarray(from, to), at);
    outset.set(streams.outset.subarray(from, to), at);
    pause.set(streams.pause.subarray(from, to), at);
    link.set(streams.link.subarray(from, to), at);
    for (let i = from; i < to; i++) if (isSession.has(i)) sessions.push(i - from + at);
    // Nothing is known of how an interaction follows one that the sample leaves out.
    if (p === 0 || pieces[p - 1]!.to !== from) { for (const signal of [gap, outset, pause, link]) signal[at] = 0; }
    offsets[p + 1] = at += to - from;
  });
  return {
    ...streams,
    action,
    gap,
    outset,
    pause,
    link,
    values: valuesOfPieces(streams.values, pieces),
    offsets,
    sessions: Int32Array.from(sessions),
    ...(streams.marks && { marks: marksOf(streams.marks, pieces) }),
    cutOff: Uint8Array.from(pieces, ({ cutOff }) => cutOff),
  };
}

function marksOf({ places, cuts }: Marks, pieces: readonly Piece[]): Marks {
  const inPieces: number[] = [], begins: number[] = [];
  let at = 0;
  for (const { from, to } of pieces) {
    for (const place of places) if (place >= from && place < to) inPieces.push(place - from + at);
    begins.push(at);
    at += to - from;
  }
  const cutsOf = (all: Uint8Array) => {
    const own = new Uint8Array(at);
    pieces.forEach(({ from, to }, p) => own.set(all.subarray(from, to), begins[p]));
    for (const begin of begins) own[begin] = 1;
    return own;
  };
  return { places: Int32Array.from(inPieces), cuts: cuts.map(cutsOf) };
}

export function actionCodes(log: InteractionLog): ActionCodes {
  const { action, actions, app, apps, actionClass, interactions: n } = log;
  const counts = new Int32Array(actions.length);
  for (let i = 0; i < n; i++) counts[action[i]!]!++;
  const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  const code = new Int32Array(actions.length).fill(-1);
  const names: string[] = [];
  // An action that hardly ever recurs cannot be learnt from.
  const fewest = actions.length <= CODES.few ? 1 : CODES.fewestTimes;
  for (const a of order.slice(0, CODES.most)) {
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
