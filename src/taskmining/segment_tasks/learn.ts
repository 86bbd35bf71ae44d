/**
 * Learning the chains of the tasks of a log from nothing: hard expectation maximisation (parse by the model, count,
 * parse again) from several beginnings; the parse with the largest evidence wins.
 */
import { type Chains, fitChains } from "./chains.ts";
import { decode } from "./decode.ts";
import { firstCuts } from "./first_cuts.ts";
import { type Parse, parseOfCuts } from "./parse.ts";
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
  const plain = firstCuts(streams), refined = firstCuts(refine(streams));
  const seen = new Set<string>();
  const beginnings = [...plain.slice(0, 5), ...refined.slice(0, 5)].filter(({ begins }) => {
    const key = begins.join("");
    return seen.has(key) ? false : seen.add(key);
  });
  let found = beginnings.map(({ begins, evidence }, b) => {
    const parse = parseOfCuts(begins);
    const simple = improve(streams, parse, { kinds: 1, split: false, interruptions: false }, 3);
    const learnt = better(
      improve(streams, parse, { kinds: 1, split: true, interruptions: false }, 3),
      improve(streams, simple.parse, { kinds: 1, split: true, interruptions: false }, 1),
    );
    note(`begin ${evidence.toFixed(1)} -> ${learnt.evidence.toFixed(1)} instances ${learnt.parse.kind.length}`);
    return { learnt, b };
  });
  found.sort((p, q) => q.learnt.evidence - p.learnt.evidence || p.b - q.b);
  found = found.slice(0, 3).flatMap(({ learnt, b }) => {
    const more = improve(streams, learnt.parse, { kinds: 1, split: true, interruptions: false }, 8);
    const aside = improve(streams, more.parse, { kinds: 1, split: true, interruptions: true }, 6);
    note(`more ${more.evidence.toFixed(1)}, aside ${aside.evidence.toFixed(1)} ${aside.parse.interruptions}`);
    return [{ learnt: better(more, aside), b }];
  });
  found.sort((p, q) => q.learnt.evidence - p.learnt.evidence || p.b - q.b);
  return found[0]!.learnt;
}

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
