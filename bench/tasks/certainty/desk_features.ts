/** Features of what is found in a random desk, and what is right of it. */
import { certaintyFeatures } from "../../../src/taskmining/segmentation/certainty/certainty.ts";
import { finish } from "../../../src/taskmining/segmentation/finish.ts";
import { settleStrays } from "../../../src/taskmining/segmentation/model/settle_strays.ts";
import { streamsOf } from "../../../src/taskmining/segmentation/model/streams.ts";
import { parseOf } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { claimsOf } from "../../../test/support/tasks/calibration.ts";
import { randomDesk } from "../../../test/support/tasks/desks.ts";
import { knownLog } from "../../../test/support/tasks/score_corpus.ts";
import type { Example } from "../../../test/support/tasks/fit_logistic.ts";

export interface DeskExamples {
  readonly seed: number;
  readonly instances: readonly Example[];
  readonly beginnings: readonly Example[];
  readonly kinds: readonly Example[];
}

/** As `segmentTasks` goes about it, whose result does not hold the features. */
export function deskExamples(seed: number): DeskExamples {
  const known = knownLog(randomDesk(seed)), { log } = known, streams = streamsOf(log);
  const { parse, learnt } = parseOf(log, streams, LEARN_FROM);
  const options = { toldBy: "behaviour", maxTasks: 8, notes: [] } as const;
  const found = finish(log, streams, settleStrays(streams, parse), options);
  const features = certaintyFeatures(streams, found, learnt, found.tasks.length);
  const unsaid = {
    instance: new Float64Array(found.count),
    begin: new Float64Array(found.count),
    kind: new Float64Array(found.tasks.length),
  };
  const { instances, beginnings, kinds } = claimsOf({ ...found, certainty: unsaid }, known)!;
  const rows = features.instances.map((row) => [...row]);
  // Claims are of kinds with at least two instances.
  const kindRows = features.kinds.filter((_, t) => found.tasks[t]!.instances > 1).map((row) => [...row]);
  return {
    seed,
    instances: instances.map(({ right }, k) => ({ features: rows[k]!, right, weight: 1 })),
    beginnings: beginnings.map(({ right }, k) => ({ features: rows[k]!, right, weight: 1 })),
    kinds: kinds.map(({ right, weight }, t) => ({ features: kindRows[t]!, right, weight })),
  };
}

/** As `segmentTasks` has it by default. */
const LEARN_FROM = 6000;
