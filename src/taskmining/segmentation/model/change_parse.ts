/**
 * Changes of a parse that parsing and counting in turn cannot find, because many instances must change at once. A change
 * is kept if the changed parse has more evidence.
 */
import { goOn } from "../../../base/stop.ts";
import { type Fit, fitChains } from "./chains/chains.ts";
import { dissolved } from "./dissolve.ts";
import { otherBeginnings } from "./other_beginnings.ts";
import { type Parse, renumbered, stepsOf } from "./parse.ts";
import { CHANGES } from "./priors.ts";
import type { Streams } from "./streams.ts";

export interface Change {
  /** The best of the changed parses, if it is better. */
  readonly changed?: Parse;
  /** Else those that are a little worse, best first. */
  readonly near: readonly Parse[];
}

/**
 * Tries one change after the other and gives the parse with the most evidence. The changes:
 *
 * - All instances, or all that begin with the same action, begin some steps sooner or later. (The order of steps does not
 *   tell where a round begins; only the surroundings do.)
 * - Two instances become one where one pair of actions joins them, or a value that both have.
 * - One instance becomes two where it repeats itself, or where one pair of actions ends other instances or begins them.
 * - The actions that many short instances consist of become strays.
 */
export function change(streams: Streams, { parse, evidence, chains }: Fit & { readonly parse: Parse }): Change {
  const { action, actions: S } = streams;
  const { offsets, steps } = stepsOf(parse);
  const count = new Int32Array(S), beginsWith = new Int32Array(parse.kind.length).fill(-1);
  for (let c = 0; c < parse.kind.length; c++) {
    if (offsets[c] === offsets[c + 1]) continue;
    beginsWith[c] = action[steps[offsets[c]!]!]!;
    count[beginsWith[c]!]!++;
  }
  const usual = [...count.keys()].filter((t) => count[t]! * CHANGES.usualOneIn >= parse.kind.length)
    .sort((a, b) => count[b]! - count[a]! || a - b).slice(0, CHANGES.usual);
  let best = evidence + CHANGES.leastGain, found: { readonly parse: Parse; readonly fit: Fit } | undefined;
  const near: { parse: Parse; evidence: number }[] = [];
  const consider = (trial: Parse) => {
    goOn();
    const fit = fitChains(streams, trial, { kinds: 1, split: true });
    if (fit.evidence <= best) {
      if (fit.evidence > evidence - CHANGES.near) near.push({ parse: trial, evidence: fit.evidence });
      return;
    }
    best = fit.evidence;
    found = { parse: trial, fit };
  };
  for (const begin of [undefined, ...usual]) {
    for (const by of begin === undefined ? CHANGES.shiftsOfAll : CHANGES.shiftsOfUsual) {
      consider(shifted(streams, parse, (c) => begin === undefined || beginsWith[c] === begin, by));
    }
  }
  for (const trial of otherBeginnings(streams, parse, chains)) consider(trial);
  const { joints, repeats, breaks } = pairsOf(streams, parse);
  const { link } = streams;
  consider(joined(streams, parse, (_, i) => link[i] === 1));
  for (const pair of joints) {
    consider(joined(streams, parse, (last, i) => action[last]! * S + action[i]! === pair));
  }
  for (const pair of new Set([...repeats, ...breaks])) {
    consider(parted(streams, parse, (last, i) => action[last]! * S + action[i]! === pair));
  }
  const { last, first } = widePlaces(streams, parse);
  for (const t of last) consider(parted(streams, parse, (before) => action[before] === t));
  for (const t of first) consider(parted(streams, parse, (_, i) => action[i] === t));
  for (const few of shortWays(streams, parse)) {
    consider(dissolved(streams, parse, few, false));
    consider(dissolved(streams, parse, few, true));
  }
  for (let round = 0; found && round < CHANGES.moreRounds; round++) {
    const before: NonNullable<typeof found> = found;
    for (const trial of otherBeginnings(streams, before.parse, before.fit.chains)) consider(trial);
    if (found === before) break;
  }
  if (found) return { changed: found.parse, near: [] };
  near.sort((a, b) => b.evidence - a.evidence);
  return { near: near.slice(0, CHANGES.nearest).map(({ parse }) => parse) };
}

/** Sets of actions that the most frequent short instances consist of. */
function shortWays({ action }: Streams, parse: Parse): Set<number>[] {
  const { offsets, steps } = stepsOf(parse), ways = new Map<string, { set: Set<number>; count: number }>();
  for (let c = 0; c < parse.kind.length; c++) {
    const length = offsets[c + 1]! - offsets[c]!;
    if (length === 0 || length > CHANGES.shortSteps) continue;
    const set = new Set([...steps.subarray(offsets[c]!, offsets[c + 1]!)].map((i) => action[i]!).sort((a, b) => a - b));
    const key = [...set].join();
    const way = ways.get(key);
    if (way) way.count++;
    else ways.set(key, { set, count: 1 });
  }
  return [...ways].filter(([, { count }]) => count >= CHANGES.fewest)
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1)).slice(0, CHANGES.shortSets).map(([, { set }]) =>
      set
    );
}

interface Pairs {
  /** Pairs of steps that most often part two instances. */
  readonly joints: number[];
  /** Pairs within one that most often lead back to what was done before, … */
  readonly repeats: number[];
  /** … and from what ends other instances or to what begins them. */
  readonly breaks: number[];
}

function pairsOf({ action, actions: S, offsets }: Streams, parse: Parse): Pairs {
  const joints = new Map<number, number>(), repeats = new Map<number, number>(), within = new Map<number, number>();
  const seen = new Map<number, number>();
  const begins = new Int32Array(S), ends = new Int32Array(S), all = new Int32Array(S);
  const add = (pairs: Map<number, number>, pair: number) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  for (let s = 0; s + 1 < offsets.length; s++) {
    let last = -1;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      if (parse.stray[i]) continue;
      const k = parse.owner[i]!, t = action[i]!;
      all[t]!++;
      if (last >= 0) {
        const pair = action[last]! * S + t, before = parse.owner[last]!;
        if (before < k) {
          add(joints, pair);
          begins[t]!++;
          ends[action[last]!]!++;
        } else if (before === k) {
          add(within, pair);
          if (seen.get(t) === k) add(repeats, pair);
        }
      }
      seen.set(t, k);
      last = i;
    }
  }
  const most = (pairs: Iterable<[number, number]>) =>
    [...pairs].filter(([, n]) => n >= CHANGES.fewest).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CHANGES.pairs)
      .map(([pair]) => pair);
  const isBreak = (pair: number) => {
    const from = Math.floor(pair / S), to = pair % S;
    return ends[from]! * CHANGES.edgeOneIn >= all[from]! || begins[to]! * CHANGES.edgeOneIn >= all[to]!;
  };
  return { joints: most(joints), repeats: most(repeats), breaks: most([...within].filter(([pair]) => isBreak(pair))) };
}

/** Instances that follow another, whose last step is given beside their first, are one with it where `isOne` says so. */
function joined({ offsets }: Streams, parse: Parse, isOne: (last: number, first: number) => boolean): Parse {
  const into = Int32Array.from(parse.kind, (_, c) => c);
  for (let s = 0; s + 1 < offsets.length; s++) {
    let last = -1;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      if (parse.stray[i]) continue;
      const k = parse.owner[i]!;
      if (last >= 0 && parse.owner[last]! < k && isOne(last, i)) into[k] = parse.owner[last]!;
      last = i;
    }
  }
  for (let c = 0; c < into.length; c++) into[c] = into[into[c]!]!;
  return renumbered({ ...parse, owner: parse.owner.map((k) => k < 0 ? -1 : into[k]!) });
}

/**
 * Actions within instances that are followed, or come after, the most different ones: after a login anything may come, and
 * anything may lead to a search. No single pair parts them from it; all pairs together may.
 */
function widePlaces({ action, actions: S, offsets }: Streams, parse: Parse): { last: number[]; first: number[] } {
  const pairs = new Map<number, number>();
  for (let s = 0; s + 1 < offsets.length; s++) {
    let last = -1;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      if (parse.stray[i]) continue;
      if (last >= 0 && parse.owner[last] === parse.owner[i]) {
        const pair = action[last]! * S + action[i]!;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
      last = i;
    }
  }
  const from = Array.from({ length: S }, () => [] as number[]), to = Array.from({ length: S }, () => [] as number[]);
  for (const [pair, n] of pairs) {
    from[Math.floor(pair / S)]!.push(n);
    to[pair % S]!.push(n);
  }
  const widest = (counts: number[][]) => {
    const nats = counts.map((ns) => {
      const all = ns.reduce((a, b) => a + b, 0);
      return ns.reduce((sum, n) => sum - n * Math.log(n / all), 0);
    });
    return [...nats.keys()].filter((t) => nats[t]! > CHANGES.fewest).sort((a, b) => nats[b]! - nats[a]! || a - b)
      .slice(0, CHANGES.wide);
  };
  return { last: widest(from), first: widest(to) };
}

/** A new instance begins within one at each such second step. */
function parted({ offsets }: Streams, parse: Parse, isBreak: (last: number, i: number) => boolean): Parse {
  const owner = parse.owner.slice(), kind = [...parse.kind];
  const now = Int32Array.from(parse.kind, (_, c) => c);
  for (let s = 0; s + 1 < offsets.length; s++) {
    let last = -1;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      const k = parse.owner[i]!;
      if (k < 0) continue;
      if (!parse.stray[i]) {
        if (last >= 0 && parse.owner[last] === k && isBreak(last, i)) {
          now[k] = kind.push(parse.kind[k]!) - 1;
        }
        last = i;
      }
      owner[i] = now[k]!;
    }
  }
  return renumbered({ ...parse, owner, kind: Int32Array.from(kind) });
}

/** Moves the beginnings of some instances by a number of steps, as far as their neighbours leave two steps. */
function shifted({ offsets }: Streams, parse: Parse, which: (instance: number) => boolean, by: number): Parse {
  const owner = parse.owner.slice(), { stray } = parse;
  for (let s = 0; s + 1 < offsets.length; s++) {
    const from = offsets[s]!, to = offsets[s + 1]!;
    for (let i = from + 1; i < to; i++) {
      const mine = parse.owner[i]!, before = parse.owner[i - 1]!;
      // Only where one instance follows another that is over.
      if (mine <= before || before < 0 || !which(mine)) continue;
      const step = by < 0 ? -1 : 1;
      let left = Math.abs(by), j = by < 0 ? i - 1 : i;
      for (; j >= from && j < to && left > 0; j += step) {
        if (owner[j] !== (by < 0 ? before : mine)) break;
        if (!stray[j]) left--;
        owner[j] = by < 0 ? mine : before;
      }
    }
  }
  return renumbered({ ...parse, owner });
}
