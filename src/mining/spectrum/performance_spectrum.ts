/**
 * The performance spectrum of a path.
 *
 * Denisov, Belkina, Fahland, van der Aalst, "The performance spectrum miner: visual analytics for fine-grained
 * performance analysis of processes", BPM demos 2018; Denisov, Fahland, van der Aalst, "Unbiased, fine-grained
 * description of processes performance from event data", BPM 2018 (segments, classes by quartile).
 */
import { InputError, OptionError } from "../../base/errors.ts";
import { countOf, formatDuration, formatShare } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { quantile } from "../../base/statistics/summary.ts";
import { textTable } from "../../base/text_table.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { activityCode } from "../../log/filter/options.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { mainPath } from "./main_path.ts";
import { type Passages, passagesOf, type PassageSteps } from "./passages.ts";

export interface SpectrumOptions {
  /**
   * Names of the activities, two at least, in the order in which they are shown. One may come again.
   * @default the most frequent variant's, twelve at most; in a log without a usual variant the most frequent way
   */
  path?: readonly string[];
  /**
   * What a passage from one activity of the path to the next is: its very next event (`directly`, as in the paper), or
   * a later one, before the first activity comes again (`eventually`). @default "directly"
   */
  steps?: PassageSteps;
}

/** A step of the path. Durations run from event to event; NaN where there is no passage. */
export interface SpectrumRow {
  readonly from: string;
  readonly to: string;
  readonly passages: number;
  /** Cases that pass at least once. */
  readonly cases: number;
  readonly minSeconds: number;
  readonly lowerQuartileSeconds: number;
  readonly medianSeconds: number;
  readonly upperQuartileSeconds: number;
  readonly maxSeconds: number;
  /** Share of the passages that another one overtakes, which began later and ended earlier: 0 in a queue. */
  readonly overtakenShare: number;
}

export interface PerformanceSpectrum {
  readonly sentence: string;
  readonly path: readonly string[];
  /** How the path was chosen, in words; empty if it was given. */
  readonly chosen: string;
  readonly stepsAre: PassageSteps;
  readonly table: TypedTable<SpectrumRow>;
  /** All passages of each step. */
  readonly segments: readonly Passages[];
  /** Passages left out, since the log has their second event at an earlier time than the first. */
  readonly backwards: number;
}

const LONGEST_DEFAULT = 12;
/** Of fewer passages the sentence does not say how long they usually take. */
const FEW = 10;

/**
 * Each passage of each case along a path: when it began, when it ended, and to which quarter of the passages of its step
 * it belongs.
 *
 * @throws InputError if the log has no such activity, no times, or no case of two events; OptionError if the path has
 * fewer than two activities.
 * @example
 * ```ts
 * import { performanceSpectrum, readLog } from "tracebook";
 * const spectrum = performanceSpectrum(await readLog("data/order-to-cash.csv"));
 * spectrum.sentence;
 * spectrum.table.rows().map(({ from, to, medianSeconds }) => [from, to, medianSeconds]);
 * ```
 */
export function performanceSpectrum(log: EventLog, options: SpectrumOptions = {}): PerformanceSpectrum {
  requireEventLog(log);
  requireTimes(log, "a performance spectrum");
  const { steps = "directly" } = options;
  if (steps !== "directly" && steps !== "eventually") {
    throw new OptionError(`steps: expected directly or eventually but found ${JSON.stringify(steps)}.`);
  }
  const { path, chosen } = pathOf(log, options.path);
  const segments = path.slice(1).map((to, k) => passagesOf(log, path[k]!, to, steps));
  const rows = segments.map(rowOf);
  const names = path.map((code) => log.activities[code]!);
  const sentence = sentenceOf(rows);
  return inWords({
    ...{ sentence, path: names, chosen, stepsAre: steps },
    table: tableOfRows(rows, COLUMNS),
    segments,
    backwards: segments.reduce((sum, segment) => sum + segment.backwards, 0),
    toString: () => `${sentence}\n${textOf(rows)}`,
  });
}

const COLUMNS: readonly (keyof SpectrumRow)[] = [
  ...["from", "to", "passages", "cases", "minSeconds", "lowerQuartileSeconds", "medianSeconds"] as const,
  ...["upperQuartileSeconds", "maxSeconds", "overtakenShare"] as const,
];

function pathOf(log: EventLog, given: readonly string[] | undefined): { path: readonly number[]; chosen: string } {
  if (given !== undefined) {
    if (!Array.isArray(given) || given.length < 2) {
      throw new OptionError(
        `path: expected a list of two activities or more but found ${JSON.stringify(given)}. ` +
          "Leave it out for the most frequent path.",
      );
    }
    return { path: given.map((name) => activityCode(log, name)), chosen: "" };
  }
  const found = mainPath(log, LONGEST_DEFAULT);
  if (found.path.length < 2) {
    throw new InputError(
      `${log.name}: expected a case of two events or more, which a passage goes between, but ${
        log.cases === 0 ? "the log has no cases" : "all cases have one event"
      }.`,
    );
  }
  return found;
}

function rowOf({ from, to, durations, cases, overtaken }: Passages): SpectrumRow {
  const n = durations.length;
  return {
    ...{ from, to, passages: n, cases },
    minSeconds: quantile(durations, 0),
    lowerQuartileSeconds: quantile(durations, 0.25),
    medianSeconds: quantile(durations, 0.5),
    upperQuartileSeconds: quantile(durations, 0.75),
    maxSeconds: quantile(durations, 1),
    overtakenShare: overtaken / n,
  };
}

function sentenceOf(rows: readonly SpectrumRow[]): string {
  const known = rows.filter(({ passages }) => passages > 0);
  if (known.length === 0) return "No case passes along this path.";
  const usual = known.filter(({ passages }) => passages >= FEW);
  if (usual.length === 0) {
    return `At most ${countOf(Math.max(...known.map(({ passages }) => passages)), "passage")} of a step: ` +
      "too few to say how long it usually takes.";
  }
  const slowest = usual.reduce((top, row) => row.medianSeconds > top.medianSeconds ? row : top);
  const { from, to, passages, medianSeconds, upperQuartileSeconds, overtakenShare } = slowest;
  const which = usual.length > 1 ? ` is the longest of the ${rows.length} steps` : "";
  const times = upperQuartileSeconds > medianSeconds
    ? `${formatDuration(medianSeconds)} in the median, more than ${
      formatDuration(upperQuartileSeconds)
    } in a quarter of ${countOf(passages, "passage")}`
    : `${formatDuration(medianSeconds)} in the median of ${countOf(passages, "passage")}`;
  return `"${from}" to "${to}"${which}: ${times}. ${queueWords(overtakenShare)}`;
}

function queueWords(share: number): string {
  if (share === 0) return "None is overtaken by one that began later: they leave in the order in which they came.";
  return `${formatShare(share)} of them are overtaken by one that began later.`;
}

function textOf(rows: readonly SpectrumRow[]): string {
  return textTable([
    ["from", "to", "passages", "median", "a quarter longer than", "overtaken"],
    ...rows.map((row) => [
      row.from,
      row.to,
      String(row.passages),
      formatDuration(row.medianSeconds),
      formatDuration(row.upperQuartileSeconds),
      formatShare(row.overtakenShare),
    ]),
  ], { left: [0, 1] });
}
