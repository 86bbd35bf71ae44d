/** Finds which interactions make one task instance from what people did. docs/segmentation.md explains the model. */
import { OptionError } from "../../base/errors.ts";
import { formatCount } from "../../base/format.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { instanceColumn, textAttribute } from "../options.ts";
import type { TaskSegmentation } from "./segmentation.ts";
import { checkHints } from "./hints/check_hints.ts";
import { checkColumnHints, hintedStreams, hintsOfRecording } from "./hints/apply_hints.ts";
import type { SegmentHints } from "./hints/hints.ts";
import { decode } from "./model/decode/decode.ts";
import { finish } from "./finish.ts";
import { certaintyNotes, certaintyOf } from "./certainty/certainty.ts";
import { learn, relearn, type Search } from "./model/learn.ts";
import { movedParse, type Parse } from "./model/parse.ts";
import { SAMPLES } from "./model/priors.ts";
import { holdMarks } from "./model/hold_marks.ts";
import { settleStrays } from "./model/settle_strays.ts";
import { actionCodes, inOwnOrder, sampleOf, type Streams, streamsOf } from "./model/streams.ts";
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
  /** What a person tells by hand, such as some beginnings, or what is background. A little of it helps much. */
  readonly hints?: SegmentHints | undefined;
}

/**
 * Finds the task instances of a log, and kinds of task among them. Users, labels and times may be missing.
 *
 * No case id, segment or task column is read unless `instance` names it. An instance belongs to one user; it may be put
 * aside for others and taken up again. `notes` say what the result rests on. A cleaned log has the tasks of its
 * recording: what cleaning leaves out still tells which interactions belong together.
 *
 * `hints` are what a person tells by hand: they hold where they are told, and the model looks for more of the same.
 *
 * Cost: linear in the interactions, after learning from `learnFrom` of them.
 *
 * @example
 * ```ts
 * import { readInteractions, segmentTasks } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * segmentation.tasks.map(({ name, instances }) => `${name}: ${instances}`);
 * ```
 * @example
 * ```ts
 * import { readInteractions, segmentTasks } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * segmentTasks(log, { hints: { begins: [0, 25], names: { "Enter order": 25 } } }).notes;
 * ```
 * @throws InputError if `instance` names a column that the log has not, or if hints name what the log has not or contradict
 * each other; OptionError if an option is out of range.
 */
export function segmentTasks(log: InteractionLog, options: SegmentOptions = {}): TaskSegmentation {
  requireInteractionLog(log);
  const cleaned = segmentCleaned(log, (recording) => {
    return segmentTasks(recording, { ...options, hints: hintsOfRecording(options.hints, log, recording) });
  });
  if (cleaned) return cleaned;
  const { instance, maxTasks = 8, learnFrom = 6000 } = options;
  checkOldNames(options);
  if (!Number.isInteger(maxTasks) || maxTasks < 1 || maxTasks > 64) {
    throw new OptionError(`Expected maxTasks to be a whole number from 1 to 64 but found ${maxTasks}`);
  }
  if (!(learnFrom >= 100)) throw new OptionError(`Expected learnFrom to be at least 100 but found ${learnFrom}`);
  const column = instanceColumn(instance), hints = checkHints(log, options.hints);
  if (column !== undefined) {
    checkColumnHints(hints, column);
    const notes = [`Instances are the values of "${column}".`];
    return finish(log, actionCodes(log), parseOfColumn(log, column), { toldBy: "column", maxTasks, notes, hints });
  }
  if (log.interactions === 0) {
    return finish(log, actionCodes(log), NOTHING, { toldBy: "behaviour", maxTasks, notes: [], hints });
  }
  if (!hints) {
    const streams = streamsOf(log), { parse, learnt, learntFrom } = parseOf(log, streams, learnFrom);
    const notes = sampleNotes(parse, learntFrom);
    const found = finish(log, streams, settleStrays(streams, parse), { toldBy: "behaviour", maxTasks, notes });
    const certainty = certaintyOf(streams, found, learnt, found.tasks.length);
    return { ...found, certainty, notes: [...found.notes, ...certaintyNotes(certainty)] };
  }
  // What hints tell is no longer as likely as simulated logs say, which had none: no certainty is given.
  const { work, streams, begins, within, inLog } = hintedStreams(log, hints);
  const { parse, learntFrom } = parseOf(work, streams, learnFrom);
  const held = inLog(holdMarks(streams.offsets, settleStrays(streams, parse), begins, within));
  const notes = sampleNotes(parse, learntFrom);
  return finish(log, actionCodes(log), held, { toldBy: "behaviour", maxTasks, notes, hints });
}

export interface Parsed {
  readonly parse: Parse;
  readonly learnt: Search;
  readonly learntFrom: number;
}

/** Learns the model from so many interactions and parses all of them by it. */
export function parseOf(log: InteractionLog, streams: Streams, learnFrom: number): Parsed {
  const own = inOwnOrder(streams, log);
  const sample = sampleOf(own.streams, learnFrom);
  const search = sampleOf(own.streams, Math.min(learnFrom, SAMPLES.searched));
  const found = learn(search, {});
  const learnt: Search = search === sample ? found : { ...relearn(sample, found), rivals: found.rivals };
  const parse = sample === own.streams
    ? movedParse(learnt.parse, own.places)
    : decode(streams, learnt.chains, { interruptions: learnt.interruptions });
  return { parse, learnt, learntFrom: sample.action.length };
}

function sampleNotes({ owner }: Parse, learntFrom: number): string[] {
  return learntFrom === owner.length ? [] : [
    `The model was learnt from ${formatCount(learntFrom)} of ${formatCount(owner.length)} interactions.`,
  ];
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
