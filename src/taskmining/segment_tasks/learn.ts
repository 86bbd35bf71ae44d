/**
 * Learning the chains of the tasks of a log from nothing: hard expectation maximisation (parse by the model, count,
 * parse again) from several beginnings; the parse with the largest evidence wins.
 */
import { type Chains, type Fit, fitChains } from "./chains.ts";
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
  const beginnings = firstCuts(streams);
  let best: Learnt | undefined;
  for (const { begins, evidence } of beginnings) {
    const learnt = improve(streams, parseOfCuts(begins), { kinds: 1, split: false, interruptions: false }, 4);
    note(`begin ${evidence.toFixed(1)} -> ${learnt.evidence.toFixed(1)} instances ${learnt.parse.kind.length}`);
    if (!best || learnt.evidence > best.evidence + 1e-6) best = learnt;
  }
  best = better(best!, improve(streams, best!.parse, { kinds: 1, split: true, interruptions: false }, 10));
  note(`1 kind: ${best.evidence.toFixed(1)}, instances ${best.parse.kind.length}`);
  const aside = improve(streams, best.parse, { kinds: best.kinds, split: true, interruptions: true }, 6);
  note(`interruptions: ${aside.evidence.toFixed(1)}, ${aside.parse.interruptions}`);
  return better(best, aside);
}

interface ImproveOptions {
  readonly kinds: number;
  readonly split: boolean;
  readonly interruptions: boolean;
}

/** Parses and counts in turn until the evidence no longer grows. */
export function improve(streams: Streams, parse: Parse, options: ImproveOptions, rounds: number): Learnt {
  const { kinds, split, interruptions } = options;
  const learnt = (fit: Fit, of: Parse): Learnt => ({ ...fit, parse: of, kinds, interruptions });
  let best = learnt(fitChains(streams, parse, { kinds, split }), parse);
  for (let round = 0; round < rounds; round++) {
    const next = decode(streams, best.chains, { interruptions });
    const trial = learnt(fitChains(streams, next, { kinds, split }), next);
    if (trial.evidence <= best.evidence + 1e-6) break;
    best = trial;
  }
  return best;
}

const better = (a: Learnt, b: Learnt): Learnt => b.evidence > a.evidence + 1e-6 ? b : a;
