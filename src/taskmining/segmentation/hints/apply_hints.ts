/** Brings hints to what the model reads: without background, with marks, and for the recording of a cleaned log. */
import { OptionError } from "../../../base/errors.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { indicesKept, selectInteractions } from "../../../log/interactions/select_interactions.ts";
import { withMarks } from "../model/marks.ts";
import type { Parse } from "../model/parse.ts";
import { type Streams, streamsOf } from "../model/streams.ts";
import { checkHints } from "./check_hints.ts";
import type { CheckedHints, SegmentHints } from "./hints.ts";

export interface HintedStreams {
  /** The log without background. */
  readonly work: InteractionLog;
  /** The streams without background, with marks. */
  readonly streams: Streams;
  /** Marked interactions of these streams. */
  readonly begins: readonly number[];
  readonly within: readonly number[];
  /** A parse of these streams as one of the log: background belongs to no instance. */
  readonly inLog: (parse: Parse) => Parse;
}

export function hintedStreams(log: InteractionLog, { begins, within, isBackground }: CheckedHints): HintedStreams {
  if (!isBackground.includes(1)) {
    return { work: log, streams: withMarks(streamsOf(log), begins, within), begins, within, inLog: (parse) => parse };
  }
  const keep = isBackground.map((is) => 1 - is), kept = indicesKept(keep);
  const place = new Int32Array(log.interactions).fill(-1);
  kept.forEach((i, p) => place[i] = p);
  const placesOf = (marked: readonly number[]) => marked.map((i) => place[i]!).filter((p) => p >= 0);
  const work = selectInteractions(log, keep, "without background"), streams = streamsOf(work);
  const marks = { begins: placesOf(begins), within: placesOf(within) };
  return {
    work,
    streams: withMarks(streams, marks.begins, marks.within),
    ...marks,
    inLog: (parse) => ({
      ...parse,
      owner: place.map((p) => p < 0 ? -1 : parse.owner[p]!),
      stray: Uint8Array.from(place, (p) => p < 0 ? 0 : parse.stray[p]!),
    }),
  };
}

/** @throws OptionError for hints of instances where a column tells them. */
export function checkColumnHints(hints: CheckedHints | undefined, column: string): void {
  if (!hints) return;
  const field = (["begins", "within", "background"] as const).find((one) => hints[one].length > 0);
  if (field === undefined) return;
  throw new OptionError(
    `Expected no hints.${field}, because the column "${column}" tells the instances. Leave out hints.${field}, or instance.`,
  );
}

/** The same hints for the recording that a log was cleaned from; as they are where they tell of no interaction of it. */
export function hintsOfRecording(
  hints: SegmentHints | undefined,
  log: InteractionLog,
  recording: InteractionLog,
): SegmentHints | undefined {
  const checked = checkHints(log, hints);
  if (!checked || !hints) return undefined;
  const indexOf = new Map(Array.from(recording.rows, (row, i) => [row, i]));
  const at = (i: number) => indexOf.get(log.rows[i]!)!;
  const pairs = (given: SegmentHints["same"] = []) => given.map(([a, b]): [number, number] => [at(a), at(b)]);
  return {
    begins: checked.begins.map(at),
    within: checked.within.map(at),
    background: checked.background,
    same: pairs(hints.same),
    different: pairs(hints.different),
    names: Object.fromEntries([...checked.names].map(([name, i]) => [name, at(i)])),
  };
}
