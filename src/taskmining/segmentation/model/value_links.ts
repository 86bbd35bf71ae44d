/**
 * Values that tie neighbouring interactions together: the number of an order that is typed, then opened, then copied; the
 * text of a copy and its paste; the row of a sheet. Instances work on different things, so that such a value hardly ever
 * spans the boundary of two.
 *
 * Constants recur as well, such as a country. Therefore a value counts only along a channel, from one action to another,
 * whose neighbouring occurrences share values far more often than occurrences that are further apart.
 */
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { countBelow, countUpTo, placesOf } from "./places.ts";
import { VALUES } from "./priors.ts";
import { type Tokens, tokensOf, WAYS } from "./value_tokens.ts";

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** 1 where a value spans the boundary before an interaction. `offsets` are those of the streams. */
export function valueLinks(log: InteractionLog, action: Int32Array, actions: number, offsets: Int32Array): Uint8Array {
  const n = action.length, tokens = tokensOf(log);
  const pairs = pairsOf(tokens, offsets);
  const { channels, channelOf } = channelsOf(tokens, pairs, action, actions);
  const ties = tyingChannels(tokens, channels, action, actions, offsets);
  const open = new Int32Array(n + 1);
  for (let p = 0; p < pairs.length; p += 2) {
    if (!ties[channelOf[p >> 1]!]) continue;
    open[tokens.at[pairs[p]!]! + 1]!++;
    open[tokens.at[pairs[p + 1]!]! + 1]!--;
  }
  const links = new Uint8Array(n);
  for (let i = 0, spanning = 0; i < n; i++) {
    spanning += open[i]!;
    links[i] = spanning > 0 ? 1 : 0;
  }
  return links;
}

/** Places in `tokens` of a value and of its next occurrence in the same stream, one after the other. */
function pairsOf({ offsets, code, count }: Tokens, streams: Int32Array): Int32Array {
  const pairs: number[] = [];
  const place = new Int32Array(count), at = new Int32Array(count).fill(-1);
  for (let s = 0; s + 1 < streams.length; s++) {
    for (let i = streams[s]!; i < streams[s + 1]!; i++) {
      for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
        const token = code[e]!, before = at[token]!;
        if (before >= streams[s]! && i - before <= VALUES.within) pairs.push(place[token]!, e);
        at[token] = i;
        place[token] = e;
      }
    }
  }
  return Int32Array.from(pairs);
}

interface Channel {
  readonly from: number;
  readonly to: number;
  readonly fromWay: number;
  readonly toWay: number;
  pairs: number;
}

function channelsOf({ at, way }: Tokens, pairs: Int32Array, action: Int32Array, actions: number) {
  const known = new Map<number, number>(), channels: Channel[] = [];
  const channelOf = new Int32Array(pairs.length >> 1);
  for (let p = 0; p < pairs.length; p += 2) {
    const a = pairs[p]!, b = pairs[p + 1]!;
    const from = action[at[a]!]!, to = action[at[b]!]!, fromWay = way[a]!, toWay = way[b]!;
    const key = ((from * actions + to) * WAYS + fromWay) * WAYS + toWay;
    let channel = known.get(key);
    if (channel === undefined) {
      known.set(key, channel = channels.push({ from, to, fromWay, toWay, pairs: 0 }) - 1);
    }
    channels[channel]!.pairs++;
    channelOf[p >> 1] = channel;
  }
  return { channels, channelOf };
}

/** 1 for channels along which values are shared far more often than by chance. */
function tyingChannels(
  tokens: Tokens,
  channels: readonly Channel[],
  action: Int32Array,
  actions: number,
  streams: Int32Array,
): Uint8Array {
  const places = placesOf(action, actions);
  const streamOf = (i: number) => countUpTo(streams, i) - 1;
  return Uint8Array.from(channels, ({ from, to, fromWay, toWay, pairs }) => {
    if (pairs < VALUES.fewest) return 0;
    const first = places[from]!, second = places[to]!;
    const tries = Math.min(second.length, VALUES.tried), step = second.length / tries;
    let tried = 0, shared = 0, controls = 0, controlShared = 0;
    for (let k = 0; k < tries; k++) {
      // Not evenly spaced: rounds are.
      const j = second[Math.floor(step * (k + (k * GOLDEN) % 1))]!;
      const latest = countBelow(first, j) - 1, p = first[latest];
      if (p === undefined || j - p > VALUES.within || streamOf(p) !== streamOf(j)) continue;
      tried++;
      if (shares(tokens, p, fromWay, j, toWay)) shared++;
      const back = first[latest - VALUES.controlBack] ?? first[latest + VALUES.controlBack];
      if (back === undefined) continue;
      controls++;
      if (shares(tokens, back, fromWay, j, toWay)) controlShared++;
    }
    if (shared < VALUES.fewest || shared < VALUES.leastShare * tried) return 0;
    const byChance = controls === 0 ? 0 : controlShared / controls;
    return byChance <= VALUES.mostByChance * shared / tried ? 1 : 0;
  });
}

function shares({ offsets, code, way }: Tokens, i: number, wayOfI: number, j: number, wayOfJ: number): boolean {
  for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
    if (way[e] !== wayOfI) continue;
    for (let f = offsets[j]!; f < offsets[j + 1]!; f++) if (way[f] === wayOfJ && code[e] === code[f]) return true;
  }
  return false;
}
