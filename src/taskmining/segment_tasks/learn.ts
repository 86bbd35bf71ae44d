/**
 * Learning the chains of the tasks of a log from nothing: hard expectation maximisation (parse by the model, count,
 * parse again) from several beginnings; the parse with the largest evidence wins.
 */
import { type Chains, fitChains } from "./chains.ts";
import { decode } from "./decode.ts";
import { firstCuts } from "./first_cuts.ts";
import { type Parse, parseOfCuts, renumbered, stepsOf } from "./parse.ts";
import { otherBeginnings } from "./other_beginnings.ts";
import type { Streams } from "./streams.ts";

export interface Learnt {
  readonly chains: Chains;
  readonly parse: Parse;
  readonly evidence: number;
  readonly kinds: number;
  readonly interruptions: boolean;
}

export interface LearnOptions {
  /** Told how the search goes. */
  readonly note?: (words: string) => void;
}

export function learn(streams: Streams, { note = () => {} }: LearnOptions): Learnt {
  const families = [firstCuts(streams, 5), firstCuts(refine(streams), 5)];
  if (streams.link.includes(1)) families.push(firstCuts(streams, 5, true));
  const seen = new Set<string>();
  const beginnings = families.flat().filter((begins) => {
    const key = begins.join("");
    return seen.has(key) ? false : seen.add(key);
  });
  const screened = beginnings.map((begins) => {
    const fit = fitChains(streams, parseOfCuts(begins), { kinds: 1, split: true });
    return { begins, evidence: fit.evidence };
  }).sort((a, b) => b.evidence - a.evidence).slice(0, PROMISING);
  let found = screened.map(({ begins, evidence }, b) => {
    const parse = parseOfCuts(begins);
    const simple = improve(streams, parse, { kinds: 1, split: false, interruptions: false }, 3);
    const learnt = better(
      improve(streams, parse, { kinds: 1, split: true, interruptions: false }, 3),
      improve(streams, simple.parse, { kinds: 1, split: true, interruptions: false }, 1),
    );
    note(
      `begin ${begins.reduce((a, b) => a + b, 0)} ${evidence.toFixed(1)} -> ${
        learnt.evidence.toFixed(1)
      } instances ${learnt.parse.kind.length}`,
    );
    return { learnt, b };
  });
  found.sort((p, q) => q.learnt.evidence - p.learnt.evidence || p.b - q.b);
  found = found.slice(0, 2).map(({ learnt, b }) => {
    const more = improve(streams, learnt.parse, { kinds: 1, split: true, interruptions: false }, 8);
    note(`more ${more.evidence.toFixed(1)}`);
    return { learnt: more, b };
  });
  found.sort((p, q) => q.learnt.evidence - p.learnt.evidence || p.b - q.b);
  let best = found[0]!.learnt;
  for (let round = 0; round < 6; round++) {
    const before = best;
    for (const { share, interruptions } of TIDY) {
      const parse = decode(streams, tidied(streams, best, share), { interruptions });
      const trial = improve(streams, parse, { kinds: 1, split: true, interruptions }, 6);
      note(`tidied ${share} ${interruptions}: ${trial.evidence.toFixed(1)} ${trial.parse.interruptions}`);
      best = better(best, trial);
    }
    const { changed, near } = change(streams, best);
    if (changed) {
      const trial = improve(streams, changed, { kinds: 1, split: true, interruptions: best.interruptions }, 6);
      note(`changed: ${trial.evidence.toFixed(1)}`);
      best = better(best, trial);
    }
    // What is a little worse may be better once strays are looked for again.
    if (best === before) {
      for (const parse of near) {
        const trial = improve(streams, parse, { kinds: 1, split: true, interruptions: best.interruptions }, 3);
        note(`near: ${trial.evidence.toFixed(1)}`);
        best = better(best, trial);
      }
    }
    if (best === before) break;
  }
  return { ...best, interruptions: best.parse.interruptions > 0 };
}

/**
 * The parse that one change makes better, if any does: all instances, or those that begin with one action, begin some
 * steps sooner or later (a round has no beginning but by its surroundings); those of which one often follows another
 * are one; those that do something again are two.
 */
function change(streams: Streams, { parse, evidence, chains }: Learnt): { changed?: Parse; near: Parse[] } {
  const { action, actions: S } = streams;
  const { offsets, steps } = stepsOf(parse);
  const count = new Int32Array(S), beginsWith = new Int32Array(parse.kind.length).fill(-1);
  for (let c = 0; c < parse.kind.length; c++) {
    if (offsets[c] === offsets[c + 1]) continue;
    beginsWith[c] = action[steps[offsets[c]!]!]!;
    count[beginsWith[c]!]!++;
  }
  const usual = [...count.keys()].filter((t) => count[t]! * 10 >= parse.kind.length)
    .sort((a, b) => count[b]! - count[a]! || a - b).slice(0, 2);
  let best = evidence + 1e-6, found: Parse | undefined;
  const near: { parse: Parse; evidence: number }[] = [];
  const consider = (trial: Parse) => {
    const fit = fitChains(streams, trial, { kinds: 1, split: true });
    if (fit.evidence <= best) {
      if (fit.evidence > evidence - NEAR) near.push({ parse: trial, evidence: fit.evidence });
      return;
    }
    best = fit.evidence;
    found = trial;
  };
  for (const begin of [undefined, ...usual]) {
    for (const by of begin === undefined ? [-4, -3, -2, -1, 1, 2, 3, 4] : [-2, -1, 1, 2]) {
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
  for (const pair of new Set([...repeats, ...breaks])) consider(parted(streams, parse, pair));
  for (const few of shortWays(streams, parse)) {
    consider(dissolved(streams, parse, few, false));
    consider(dissolved(streams, parse, few, true));
  }
  for (let round = 0; found && round < MORE; round++) {
    const before: Parse = found;
    const { chains } = fitChains(streams, before, { kinds: 1, split: true });
    for (const trial of otherBeginnings(streams, before, chains)) consider(trial);
    if (found === before) break;
  }
  if (found) return { changed: found, near: [] };
  near.sort((a, b) => b.evidence - a.evidence);
  return { near: near.slice(0, NEAREST).map(({ parse }) => parse) };
}

/** Nats by which a change may be for the worse to be looked at again, and how many of those are. */
const NEAR = 60, NEAREST = 4;

/** Steps of instances that may be nothing but strays, and how many sets of actions of such are tried. */
const FEW_STEPS = 3, WAYS = 4;

/** Sets of actions that the most frequent short instances consist of. */
function shortWays({ action }: Streams, parse: Parse): Set<number>[] {
  const { offsets, steps } = stepsOf(parse), ways = new Map<string, { set: Set<number>; count: number }>();
  for (let c = 0; c < parse.kind.length; c++) {
    const length = offsets[c + 1]! - offsets[c]!;
    if (length === 0 || length > FEW_STEPS) continue;
    const set = new Set([...steps.subarray(offsets[c]!, offsets[c + 1]!)].map((i) => action[i]!).sort((a, b) => a - b));
    const key = [...set].join();
    const way = ways.get(key);
    if (way) way.count++;
    else ways.set(key, { set, count: 1 });
  }
  return [...ways].filter(([, { count }]) => count >= 3)
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1)).slice(0, WAYS).map(([, { set }]) => set);
}

/** Instances of nothing but these actions, or the actions wherever they are, are strays of the instance before. */
function dissolved({ action, offsets }: Streams, parse: Parse, few: ReadonlySet<number>, everywhere: boolean): Parse {
  const only = new Uint8Array(parse.kind.length).fill(1), stray = parse.stray.slice(), owner = parse.owner.slice();
  for (let i = 0; i < action.length; i++) {
    if (owner[i]! < 0) continue;
    if (!few.has(action[i]!)) {
      if (!stray[i]) only[owner[i]!] = 0;
    } else if (everywhere) stray[i] = 1;
  }
  for (let s = 0; s + 1 < offsets.length; s++) {
    let last = -1;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      if (owner[i]! < 0) continue;
      if (only[owner[i]!]) {
        stray[i] = 1;
        owner[i] = last;
      } else last = owner[i]!;
    }
  }
  return renumbered({ ...parse, owner, stray });
}

/** How many more beginnings are moved once a change was for the better. */
const MORE = 4;

/** How many pairs of actions are tried. */
const PAIRS = 8;

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
    [...pairs].filter(([, n]) => n >= 3).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, PAIRS).map(([pair]) =>
      pair
    );
  const isBreak = (pair: number) => {
    const from = Math.floor(pair / S), to = pair % S;
    return ends[from]! * 5 >= all[from]! || begins[to]! * 5 >= all[to]!;
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

/** A new instance begins within one at the second step of each such pair. */
function parted({ action, actions: S, offsets }: Streams, parse: Parse, pair: number): Parse {
  const owner = parse.owner.slice(), kind = [...parse.kind];
  const now = Int32Array.from(parse.kind, (_, c) => c);
  for (let s = 0; s + 1 < offsets.length; s++) {
    let last = -1;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      const k = parse.owner[i]!;
      if (k < 0) continue;
      if (!parse.stray[i]) {
        if (last >= 0 && parse.owner[last] === k && action[last]! * S + action[i]! === pair) {
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

/** Chains that were learnt from other streams, counted again in these. */
export function relearn(streams: Streams, { chains, kinds, interruptions }: Learnt): Learnt {
  const parse = decode(streams, chains, { interruptions });
  return improve(streams, parse, { kinds, split: true, interruptions }, 3);
}

/** How many beginnings are improved. */
const PROMISING = 5;

const TIDY = [
  { share: 0.1, interruptions: true },
  { share: 0.3, interruptions: true },
];

/** The chains without beginnings and ends at actions that hardly ever begin or end an instance, interruptions likelier. */
function tidied({ action, actions: S }: Streams, { parse, chains }: Learnt, share: number): Chains {
  const begins = new Float64Array(S), ends = new Float64Array(S), seen = new Float64Array(S);
  const { offsets, steps } = stepsOf(parse);
  for (let c = 0; c + 1 < offsets.length; c++) {
    if (offsets[c] === offsets[c + 1]) continue;
    begins[action[steps[offsets[c]!]!]!]!++;
    ends[action[steps[offsets[c + 1]! - 1]!]!]!++;
    for (let e = offsets[c]!; e < offsets[c + 1]!; e++) seen[action[steps[e]!]!]!++;
  }
  const start = chains.start.map((v, q) => begins[q % S]! < share * seen[q % S]! ? Math.min(v, NEARLY_NEVER) : v);
  const step = chains.step.slice();
  for (let s = 0; s < chains.states; s++) {
    const a = chains.actionOf[s]!, end = s * (S + 1) + S;
    if (ends[a]! < share * seen[a]!) step[end] = Math.min(step[end]!, NEARLY_NEVER);
  }
  return { ...chains, start, step, aside: Math.log(0.03), stay: Math.log(0.97) };
}

const NEARLY_NEVER = -12;

/** The streams with an action's roles, as what came before tells them, for actions. */
function refine(streams: Streams): Streams {
  const begins = new Uint8Array(streams.action.length);
  for (const from of streams.offsets.subarray(0, -1)) begins[from] = 1;
  const { chains } = fitChains(streams, parseOfCuts(begins), { kinds: 1, split: true });
  const { action, actions: S } = streams, refined = new Int32Array(action.length);
  for (let i = 0; i < action.length; i++) {
    refined[i] = begins[i] ? chains.first[action[i]!]! : chains.next[refined[i - 1]! * S + action[i]!]!;
  }
  return { ...streams, action: refined, actions: chains.states };
}

interface ImproveOptions {
  readonly kinds: number;
  readonly split: boolean;
  readonly interruptions: boolean;
}

/** Parses and counts in turn until the evidence no longer grows; the first rounds look for strays. */
export function improve(streams: Streams, parse: Parse, options: ImproveOptions, rounds: number): Learnt {
  const { kinds, split, interruptions } = options;
  const learnt = (of: Parse, strayShare = 0): Learnt => ({
    ...fitChains(streams, of, { kinds, split, strayShare }),
    parse: of,
    kinds,
    interruptions,
  });
  let best = learnt(parse, SHARES[0]), last = best;
  for (let round = 1; round <= rounds; round++) {
    const next = decode(streams, last.chains, { interruptions });
    const trial = learnt(next, SHARES[round]);
    if (trial.evidence > best.evidence + 1e-6) best = trial;
    else if (round >= SHARES.length) break;
    last = trial;
  }
  return { ...best, ...fitChains(streams, best.parse, { kinds, split }) };
}

/** Share of strays that each of the first rounds expects at least. */
const SHARES = [0.05, 0.03];

const better = (a: Learnt, b: Learnt): Learnt => b.evidence > a.evidence + 1e-6 ? b : a;
