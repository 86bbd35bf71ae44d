/**
 * Values that tie interactions together. A value that occurs again within an instance costs little; one that occurs again
 * in another instance is a coincidence, whose probability is that of the value by chance.
 */
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { VALUES } from "./priors.ts";
import { tokensOf } from "./value_tokens.ts";

/** Values of interaction i are those from `offsets[i]` up to, not including, `offsets[i + 1]`. */
export interface Values {
  readonly offsets: Int32Array;
  /** Interaction of each. */
  readonly at: Int32Array;
  /** Place of the same value's occurrence before it in its stream, -1 for the first. */
  readonly before: Int32Array;
  /** 1 if the same action had the value when it was done the time before, in the same stream. */
  readonly same: Uint8Array;
  /** Logarithm of the probability that the value stands here by chance. */
  readonly chance: Float64Array;
}

export function valuesOf(log: InteractionLog, action: Int32Array, actions: number, streams: Int32Array): Values {
  const { offsets, code, count } = tokensOf(log), n = action.length;
  const at = new Int32Array(code.length);
  for (let i = 0; i < n; i++) for (let e = offsets[i]!; e < offsets[i + 1]!; e++) at[e] = i;
  const before = new Int32Array(code.length).fill(-1), latest = new Int32Array(count).fill(-1);
  const same = new Uint8Array(code.length), lastOf = new Int32Array(actions);
  /** Times that a value came to an action that did not have it the time before: of the pair, the value, the action, all. */
  const ofPair = new Map<number, number>(), ofAction = new Float64Array(actions), ofValue = new Float64Array(count);
  const seen = new Float64Array(actions), has = new Map<number, number>();
  let all = 0;
  for (let s = 0; s + 1 < streams.length; s++) {
    lastOf.fill(-1);
    for (let i = streams[s]!; i < streams[s + 1]!; i++) {
      const b = action[i]!, last = lastOf[b]!;
      seen[b]!++;
      for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
        const t = code[e]!, key = t * actions + b;
        has.set(key, (has.get(key) ?? 0) + 1);
        if (latest[t]! >= 0 && at[latest[t]!]! >= streams[s]!) before[e] = latest[t]!;
        latest[t] = e;
        if (last >= 0) { for (let f = offsets[last]!; f < offsets[last + 1]!; f++) if (code[f] === t) same[e] = 1; }
        if (same[e]) continue;
        ofPair.set(key, (ofPair.get(key) ?? 0) + 1);
        ofAction[b]!++;
        ofValue[t]!++;
        all++;
      }
      lastOf[b] = i;
    }
  }
  const chance = new Float64Array(code.length), kept = new Uint8Array(code.length);
  const many = Math.max(1, Math.min(all, VALUES.mostThings));
  for (let e = 0; e < code.length; e++) {
    const t = code[e]!, b = action[at[e]!]!, key = t * actions + b;
    if (has.get(key)! > 2 && has.get(key)! > VALUES.context * seen[b]!) continue;
    const often = has.get(key)! >= VALUES.often ? has.get(key)! / seen[b]! : 0;
    const here = Math.max(often, Math.max(0, (ofPair.get(key) ?? 0) - 1) / Math.max(1, ofAction[b]!));
    const anywhere = Math.max(VALUES.unseen / many, (ofValue[t]! - 1) / Math.max(1, all));
    chance[e] = Math.log(VALUES.likeHere * here + (1 - VALUES.likeHere) * anywhere);
    if (chance[e]! < VALUES.constant) kept[e] = 1;
  }
  return keptValues({ offsets, at, before, same, chance }, kept);
}

function keptValues({ offsets, before, same, chance }: Values, kept: Uint8Array): Values {
  const place = new Int32Array(kept.length).fill(-1);
  let count = 0;
  for (let e = 0; e < kept.length; e++) if (kept[e]) place[e] = count++;
  const to = new Int32Array(offsets.length),
    newAt = new Int32Array(count),
    newBefore = new Int32Array(count),
    newChance = new Float64Array(count),
    newSame = new Uint8Array(count);
  for (let i = 0; i + 1 < offsets.length; i++) {
    to[i + 1] = to[i]!;
    for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
      if (!kept[e]) continue;
      const k = to[i + 1]!++;
      newAt[k] = i;
      newChance[k] = chance[e]!;
      newSame[k] = same[e]!;
      let b = before[e]!;
      while (b >= 0 && !kept[b]) b = before[b]!;
      newBefore[k] = b < 0 ? -1 : place[b]!;
    }
  }
  return { offsets: to, at: newAt, before: newBefore, same: newSame, chance: newChance };
}

/** 1 where a telling value spans the boundary before an interaction. */
export function spannedPlaces({ at, before, chance }: Values, n: number): Uint8Array {
  const open = new Int32Array(n + 1);
  for (let e = 0; e < at.length; e++) {
    if (before[e]! < 0 || chance[e]! > VALUES.telling || at[e]! - at[before[e]!]! > VALUES.within) continue;
    open[at[before[e]!]! + 1]!++;
    open[at[e]! + 1]!--;
  }
  const links = new Uint8Array(n);
  for (let i = 0, spanning = 0; i < n; i++) {
    spanning += open[i]!;
    links[i] = spanning > 0 ? 1 : 0;
  }
  return links;
}

/** The values of pieces of a log: interactions `from` up to `to` of each, one piece after the other. */
export function valuesOfPieces(
  values: Values,
  pieces: readonly { readonly from: number; readonly to: number }[],
): Values {
  const total = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const offsets = new Int32Array(total + 1),
    at: number[] = [],
    before: number[] = [],
    same: number[] = [],
    chance: number[] = [];
  let i = 0;
  for (const { from, to } of pieces) {
    const first = values.offsets[from]!, begin = at.length;
    for (let j = from; j < to; j++) {
      for (let e = values.offsets[j]!; e < values.offsets[j + 1]!; e++) {
        at.push(i);
        before.push(values.before[e]! < first ? -1 : values.before[e]! - first + begin);
        chance.push(values.chance[e]!);
        same.push(values.before[e]! < first ? 0 : values.same[e]!);
      }
      offsets[++i] = at.length;
    }
  }
  return {
    offsets,
    at: Int32Array.from(at),
    before: Int32Array.from(before),
    same: Uint8Array.from(same),
    chance: Float64Array.from(chance),
  };
}
