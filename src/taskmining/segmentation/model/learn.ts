/**
 * Learning the chains of the tasks of a log from nothing: hard expectation maximisation (parse by the model, count,
 * parse again) from several beginnings; the parse with the largest evidence wins.
 */
import { type Chains, fitChains } from "./chains/chains.ts";
import { randomStream } from "../../../base/random.ts";
import { randomShift, shiftedEdges } from "./chains/shifted_edges.ts";
import { withBackground } from "./background.ts";
import { change } from "./change_parse.ts";
import { decode } from "./decode/decode.ts";
import { firstCuts } from "./first_cuts.ts";
import { type Parse, parseOfCuts, stepsOf } from "./parse.ts";
import { SEARCH } from "./priors.ts";
import type { Streams } from "./streams.ts";

export interface Learnt {
  readonly chains: Chains;
  readonly parse: Parse;
  readonly evidence: number;
  readonly kinds: number;
  readonly interruptions: boolean;
}

/** The best that was found, and where else the search came to rest. */
export interface Search extends Learnt {
  /** Of the best other beginnings, then of each start anew. They may be the same as the best. */
  readonly rivals: readonly Learnt[];
}

export interface LearnOptions {
  /** Told how the search goes. */
  readonly note?: (words: string) => void;
}

export function learn(streams: Streams, { note = () => {} }: LearnOptions): Search {
  const families = [firstCuts(streams), firstCuts(refine(streams))];
  if (streams.link.includes(1)) families.push(firstCuts(streams, true));
  const seen = new Set<string>();
  const beginnings = families.flat().filter((begins) => {
    const key = begins.join("");
    return seen.has(key) ? false : seen.add(key);
  });
  const screened = beginnings.map((begins) => {
    const fit = fitChains(streams, parseOfCuts(begins), { kinds: 1, split: true });
    return { begins, evidence: fit.evidence };
  }).sort((a, b) => b.evidence - a.evidence);
  const chosen = [...diverse(screened), ...likeMarked(streams, seen)];
  let found = chosen.map(({ begins, evidence }, b) => {
    const parse = parseOfCuts(begins);
    const simple = improve(streams, parse, { kinds: 1, split: false, interruptions: false }, SEARCH.roundsAtFirst);
    const learnt = better(
      improve(streams, parse, { kinds: 1, split: true, interruptions: false }, SEARCH.roundsAtFirst),
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
  found = found.slice(0, SEARCH.best).map(({ learnt, b }) => {
    const more = improve(streams, learnt.parse, { kinds: 1, split: true, interruptions: false }, SEARCH.roundsOfBest);
    note(`more ${more.evidence.toFixed(1)}`);
    return { learnt: more, b };
  });
  found.sort((p, q) => q.learnt.evidence - p.learnt.evidence || p.b - q.b);
  let best = climb(streams, found[0]!.learnt, true, note);
  const rivals = found.slice(1).map(({ learnt }) => learnt);
  for (const { learnt } of found.slice(1, SEARCH.climbed)) best = better(best, climb(streams, learnt, false, note));
  for (let restart = 0; restart < SEARCH.restarts; restart++) {
    const parse = decode(streams, heated(best.chains, restart), { interruptions: best.interruptions });
    const again = improve(
      streams,
      parse,
      { kinds: 1, split: true, interruptions: best.interruptions },
      SEARCH.roundsOfBest,
    );
    note(`restart: ${again.evidence.toFixed(1)}`);
    // What is far behind is not worth more, and what is as good is mostly the same parse again.
    const ahead = again.evidence - best.evidence;
    const worth = ahead >= -SEARCH.worthClimbing && Math.abs(ahead) >= SEARCH.same;
    const climbed = worth ? climb(streams, again, false, note) : again, before = best;
    if (worth) best = better(best, climbed);
    rivals.push(best === climbed ? before : climbed);
  }
  return { ...best, interruptions: best.parse.interruptions > 0, rivals };
}

/** The chains with the nats of beginnings and ends changed at random. */
function heated(chains: Chains, seed: number): Chains {
  const shift = randomShift(randomStream(SEARCH.seed, seed));
  const ends = Array.from({ length: chains.states }, () => shift(SEARCH.heat));
  return shiftedEdges(chains, { ends, begins: Array.from(chains.start, () => shift(SEARCH.heat)) });
}

/** Changes a parse, and parses and counts again, until nothing makes it better. */
function climb(streams: Streams, from: Learnt, thorough: boolean, note: (words: string) => void): Learnt {
  let best = from;
  const attempt = (words: string, parse: Parse, rounds: number, interruptions = best.interruptions) => {
    const trial = improve(streams, parse, { kinds: 1, split: true, interruptions }, rounds);
    note(`${words}: ${trial.evidence.toFixed(1)}`);
    best = better(best, trial);
  };
  for (let round = 0; round < SEARCH.rounds; round++) {
    const before = best;
    for (const share of SEARCH.tidyShares) {
      const parse = decode(streams, tidied(streams, best, share), { interruptions: true });
      attempt(`tidied ${share}`, parse, SEARCH.roundsOfChanged, true);
    }
    const cleared = withBackground(streams, best);
    if (cleared !== best) attempt("background", cleared.parse, SEARCH.roundsOfChanged);
    const { changed, near } = change(streams, best);
    if (changed) attempt("changed", changed, SEARCH.roundsOfChanged);
    // A changed parse that is a little worse may be better after parsing once more, which finds other strays.
    if (best === before && thorough) { for (const parse of near) attempt("near", parse, SEARCH.roundsOfNear); }
    if (best === before) break;
  }
  return best;
}

/** Beginnings at all places that are like those marked by hand: the search sets out from each of them. */
function likeMarked(streams: Streams, seen: ReadonlySet<string>) {
  const own = (streams.marks?.cuts ?? []).filter((begins) => !seen.has(begins.join("")));
  return own.map((begins) => ({
    begins,
    evidence: fitChains(streams, parseOfCuts(begins), { kinds: 1, split: true }).evidence,
  }));
}

/** The best beginnings, among them the best with about so many instances, for each such number: halves, doubles. */
function diverse<B extends { readonly begins: Uint8Array }>(screened: readonly B[]): B[] {
  const sizes = new Set<number>(), chosen: B[] = [], others: B[] = [];
  for (const one of screened) {
    const size = Math.round(Math.log2(one.begins.reduce((a, b) => a + b, 0)) * SEARCH.sizes);
    if (sizes.has(size)) others.push(one);
    else {
      sizes.add(size);
      chosen.push(one);
    }
  }
  return [...chosen, ...others].slice(0, SEARCH.promising);
}

/** Starts from chains that were learnt from other streams, and counts again in these. */
export function relearn(streams: Streams, { chains, kinds, interruptions }: Learnt): Learnt {
  const parse = decode(streams, chains, { interruptions });
  return improve(streams, parse, { kinds, split: true, interruptions }, SEARCH.roundsAtFirst);
}

/** The chains with interruptions likelier, and without beginnings and ends at actions that seldom begin or end one. */
function tidied({ action, actions: S }: Streams, { parse, chains }: Learnt, share: number): Chains {
  const begins = new Float64Array(S), ends = new Float64Array(S), seen = new Float64Array(S);
  const { offsets, steps } = stepsOf(parse);
  for (let c = 0; c + 1 < offsets.length; c++) {
    if (offsets[c] === offsets[c + 1]) continue;
    begins[action[steps[offsets[c]!]!]!]!++;
    ends[action[steps[offsets[c + 1]! - 1]!]!]!++;
    for (let e = offsets[c]!; e < offsets[c + 1]!; e++) seen[action[steps[e]!]!]!++;
  }
  const start = chains.start.map((v, q) => begins[q % S]! < share * seen[q % S]! ? Math.min(v, SEARCH.nearlyNever) : v);
  const step = chains.step.slice();
  for (let s = 0; s < chains.states; s++) {
    const a = chains.actionOf[s]!, end = s * (S + 1) + S;
    if (ends[a]! < share * seen[a]!) step[end] = Math.min(step[end]!, SEARCH.nearlyNever);
  }
  return { ...chains, start, step, aside: Math.log(SEARCH.interrupted), stay: Math.log(1 - SEARCH.interrupted) };
}

/** The streams with the roles of actions in place of actions: a role is an action as what came before splits it. */
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
  let best = learnt(parse, SEARCH.strayShares[0]), last = best;
  for (let round = 1; round <= rounds; round++) {
    const next = decode(streams, last.chains, { interruptions });
    const trial = learnt(next, SEARCH.strayShares[round]);
    if (trial.evidence > best.evidence + SEARCH.leastGain) best = trial;
    else if (round >= SEARCH.strayShares.length) break;
    last = trial;
  }
  return { ...best, ...fitChains(streams, best.parse, { kinds, split }) };
}

const better = (a: Learnt, b: Learnt): Learnt => b.evidence > a.evidence + SEARCH.leastGain ? b : a;
