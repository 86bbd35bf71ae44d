/** How sure a segmentation is, as probabilities that are calibrated on simulated logs. */
import { decode } from "../model/decode/decode.ts";
import type { Search } from "../model/learn.ts";
import type { Parse } from "../model/parse.ts";
import { settleStrays } from "../model/settle_strays.ts";
import type { Streams } from "../model/streams.ts";
import type { SegmentCertainty } from "../segmentation.ts";
import { WEIGHTS } from "./weights.ts";
import { type Found, instanceFeatures } from "./instance_features.ts";
import { kindFeatures } from "./kind_features.ts";
import { probability } from "./logistic.ts";
import { samplesOf } from "./samples.ts";

/** Interactions that are parsed anew at most, all samples together, and samples of a log at least and at most. */
const PARSED = 200_000, FEWEST = 1, MOST = 6;

export interface CertaintyFeatures {
  /** Of each instance, rows of `INSTANCE_FEATURES`. */
  readonly instances: readonly Float64Array[];
  /** Of each kind of task, rows of `KIND_FEATURES`. */
  readonly kinds: readonly Float64Array[];
}

/** The features that certainty rests on; `bench/tasks/certainty` fits the weights to them. */
export function certaintyFeatures(streams: Streams, found: Found, learnt: Search, kinds: number): CertaintyFeatures {
  const most = Math.floor(PARSED / Math.max(1, streams.action.length));
  const samples = samplesOf(streams, learnt, Math.max(FEWEST, Math.min(MOST, most)));
  const rivals = rivalParses(streams, learnt, Math.max(FEWEST, most));
  return {
    instances: instanceFeatures(streams, found, learnt, samples, rivals),
    kinds: kindFeatures(streams, found, kinds),
  };
}

export function certaintyOf(streams: Streams, found: Found, learnt: Search, kinds: number): SegmentCertainty {
  const features = certaintyFeatures(streams, found, learnt, kinds);
  return {
    instance: Float64Array.from(features.instances, (row) => probability(WEIGHTS.instance, row)),
    begin: Float64Array.from(features.instances, (row) => probability(WEIGHTS.begin, row)),
    kind: Float64Array.from(features.kinds, (row) => probability(WEIGHTS.kind, row)),
  };
}

/** "About 87 of 100 instances are likely found exactly." Nothing where nothing was found. */
export function certaintyNotes({ instance }: SegmentCertainty): string[] {
  if (instance.length === 0) return [];
  const share = instance.reduce((sum, one) => sum + one, 0) / instance.length;
  return [`About ${Math.round(100 * share)} of 100 instances are likely found exactly.`];
}

/** The log as where else the search came to rest would parse it. */
function rivalParses(streams: Streams, { rivals }: Search, most: number): Parse[] {
  return rivals.slice(0, most).map(({ chains, interruptions }) =>
    settleStrays(streams, decode(streams, chains, { interruptions }))
  );
}
