/** Finds which interactions make one task instance from what people did. docs/segmentation.md explains the model. */
import { OptionError } from "../../base/errors.ts";
import { formatCount } from "../../base/format.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { instanceColumn, textAttribute } from "../options.ts";
import type { TaskSegmentation } from "./segmentation.ts";
import { decode } from "./model/decode/decode.ts";
import { finish } from "./finish.ts";
import { learn, relearn } from "./model/learn.ts";
import { movedParse, type Parse } from "./model/parse.ts";
import { SAMPLES } from "./model/priors.ts";
import { settleStrays } from "./model/settle_strays.ts";
import { actionCodes, inOwnOrder, sampleOf, streamsOf } from "./model/streams.ts";
import { segmentCleaned } from "./segment_cleaned.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export interface SegmentOptions {
  /**
   * What tells the instances: `"behaviour"`, that is what people did, or the name of a column, such as `"case"`. No
   * column is used that is not named.
   * @default "behaviour"
   */
  readonly instance?: string;
  /** Kinds of task at most. @default 8 */
  readonly maxTasks?: number;
  /** Interactions from which the model is learnt; it then segments all of them. @default 6000 */
  readonly learnFrom?: number;
}

/**
 * Finds the task instances of a log, and kinds of task among them. Users, labels and times may be missing.
 *
 * No case id, segment or task column is read unless `instance` names it. An instance belongs to one user; it may be put
 * aside for others and taken up again. `notes` say what the result rests on. A cleaned log has the tasks of its
 * recording: what cleaning leaves out still tells which interactions belong together.
 *
 * Cost: linear in the interactions, after learning from `learnFrom` of them.
 *
 * @example
 * ```ts
 * import { readInteractions, segmentTasks } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * segmentation.tasks.map(({ name, instances }) => `${name}: ${instances}`);
 * ```
 * @throws InputError if `instance` names a column that the log has not; OptionError if an option is out of range.
 */
export function segmentTasks(log: InteractionLog, options: SegmentOptions = {}): TaskSegmentation {
  requireInteractionLog(log);
  const cleaned = segmentCleaned(log, (recording) => segmentTasks(recording, options));
  if (cleaned) return cleaned;
  const { instance, maxTasks = 8, learnFrom = 6000 } = options;
  checkOldNames(options);
  if (!Number.isInteger(maxTasks) || maxTasks < 1 || maxTasks > 64) {
    throw new OptionError(`Expected maxTasks to be a whole number from 1 to 64 but found ${maxTasks}`);
  }
  if (!(learnFrom >= 100)) throw new OptionError(`Expected learnFrom to be at least 100 but found ${learnFrom}`);
  const column = instanceColumn(instance);
  if (column !== undefined) {
    const notes = [`Instances are the values of "${column}".`];
    return finish(log, actionCodes(log), parseOfColumn(log, column), { toldBy: "column", maxTasks, notes });
  }
  const streams = streamsOf(log);
  if (log.interactions === 0) return finish(log, streams, NOTHING, { toldBy: "behaviour", maxTasks, notes: [] });
  const own = inOwnOrder(streams, log);
  const sample = sampleOf(own.streams, learnFrom);
  const search = sampleOf(own.streams, Math.min(learnFrom, SAMPLES.searched));
  const found = learn(search, {});
  const learnt = search === sample ? found : relearn(sample, found);
  const parse = sample === own.streams
    ? movedParse(learnt.parse, own.places)
    : decode(streams, learnt.chains, { interruptions: learnt.interruptions });
  const notes = sample === own.streams ? [] : [
    `The model was learnt from ${formatCount(sample.action.length)} of ${formatCount(log.interactions)} interactions.`,
  ];
  return finish(log, streams, settleStrays(streams, parse), { toldBy: "behaviour", maxTasks, notes });
}

/** @throws OptionError for `by`, which named the column in version 0.1. */
function checkOldNames(options: SegmentOptions): void {
  const { by } = options as { readonly by?: unknown };
  if (by === undefined) return;
  const column = typeof by === "object" && by !== null && "column" in by ? by.column : by;
  throw new OptionError(
    `segmentTasks: \`by\` is called \`instance\` now, as everywhere else. ` +
      `Write segmentTasks(log, { instance: ${JSON.stringify(column)} }).`,
  );
}

const NOTHING: Parse = {
  owner: new Int32Array(0),
  kind: new Int32Array(0),
  stray: new Uint8Array(0),
  interruptions: 0,
};

/** A value that two users share makes two instances. */
function parseOfColumn(log: InteractionLog, name: string): Parse {
  const { codes } = textAttribute(log, name);
  const ids = new Map<string, number>();
  const owner = codes.map((code, i) => {
    if (code < 0) return -1;
    const key = `${log.user[i]} ${code}`;
    let id = ids.get(key);
    if (id === undefined) ids.set(key, id = ids.size);
    return id;
  });
  return { owner, kind: new Int32Array(ids.size), stray: new Uint8Array(owner.length), interruptions: 0 };
}
