/**
 * Other parses that are nearly as probable: the model's nats are changed at random, and the log is parsed anew (perturb
 * and MAP; Papandreou & Yuille, ICCV 2011). What stays is sure, what changes is not.
 *
 * Two things are uncertain. The nats of beginnings and ends were counted, from a log that could have been another one: a
 * sample changes them for all interactions alike. And each beginning could be another one all the same: a sample changes
 * the nats of a beginning at each interaction for itself.
 */
import { randomStream } from "../../../base/random.ts";
import { randomShift, shiftedEdges } from "../model/chains/shifted_edges.ts";
import { decode } from "../model/decode/decode.ts";
import type { Learnt } from "../model/learn.ts";
import type { Parse } from "../model/parse.ts";
import { SIGNALS } from "../model/priors.ts";
import { settleStrays } from "../model/settle_strays.ts";
import type { Streams } from "../model/streams.ts";

/** Samples of a log, each with the nats by which what holds everywhere, and each beginning, are changed, about. */
const LEVELS = [
  { alike: 2, each: 1 },
  { alike: 4, each: 2 },
  { alike: 1, each: 2 },
  { alike: 6, each: 3 },
  { alike: 3, each: 3 },
  { alike: 8, each: 1 },
] as const;
const SEED = 1933;

/** Parses of the log under changed models, as many as are asked for, at most six. */
export function samplesOf(streams: Streams, { chains, interruptions }: Learnt, count: number): Parse[] {
  return LEVELS.slice(0, count).map(({ alike, each }, s) => {
    const shift = randomShift(randomStream(SEED, s));
    const begins = Array.from(chains.start, () => shift(alike));
    const changed = shiftedEdges(chains, { begins, ends: Array.from({ length: chains.states }, () => shift(alike)) });
    // Long logs have no random numbers in another order than short ones: those of the chains come first.
    const outset = streams.outset.map((points) => points + shift(each) / SIGNALS.outset);
    return settleStrays(streams, decode({ ...streams, outset }, changed, { interruptions }));
  });
}
