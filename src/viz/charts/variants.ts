/** Variants as rows of coloured chevrons. */
import type { EventLog } from "../../log/events/event_log.ts";
import { caseDurations } from "../../mining/performance/throughput.ts";
import { traceVariants } from "../../mining/variants.ts";
import type { TraceVariants } from "../../models/trace_variants.ts";
import { countActivities } from "../../mining/statistics.ts";
import { medianInPlace } from "../../base/quickselect.ts";
import { logCaption } from "../kit/caption.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { activityColours, inkOn, neutral } from "../kit/palette.ts";
import { markupText } from "../kit/markup.ts";
import { textTable } from "../../base/text_table.ts";
import { chartWidth } from "../kit/frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { shortNames } from "../kit/short_names.ts";
import { drawVariants, type PicturedVariant, type VariantActivity, type VariantPicture } from "./variant_picture.ts";
import { requireEventLog } from "../../log/require_log.ts";

export interface VariantsViewOptions {
  /** How many variants the picture shows, most frequent first. @default 12 */
  top?: number;
}

/** What the page's code is given: it draws more or fewer rows of the same picture. */
export interface VariantsViewData {
  readonly picture: VariantPicture;
  readonly top: number;
}

/** The page may show more rows than the still picture: at most so many variants, and so many chevrons in all. */
const MOST_ROWS = 100, PAGE_STEPS = 3000;
/** Chevrons of the still picture, about, and of one trace: what is longer is cut, and says so. */
const STILL_STEPS = 1500, LEAST_STEPS = 12, MOST_STEPS = 80;

/**
 * The most frequent variants of a log: a row each, a chevron for each activity in its order.
 *
 * A share bar, cases and the median throughput time stand in front. An activity that occurs several times in a row is
 * one chevron with `×n`. Colours are those of the activities in every figure of the log; where names are too long for
 * their chevrons, short ones stand there and the legend explains them. In the page more variants can be shown, and
 * pointing at an activity shows where else it occurs.
 *
 * @throws InputError if `top` is not a whole number of at least 1.
 * @example
 * ```ts
 * import { readLog, viewVariants } from "tracebook";
 * viewVariants(await readLog("data/order-to-cash.csv"), { top: 8 });
 * ```
 */
export function viewVariants(log: EventLog, options: VariantsViewOptions = {}): Figure {
  requireEventLog(log);
  const top = wholeNumber("top", options.top ?? 12, 1, 200);
  const variants = traceVariants(log);
  const medians = medianSeconds(log, variants);
  const picture = pictured(log, variants, medians, top);
  const shown = picture.rows.slice(0, top);
  const covered = shown.at(-1)?.coveredText ?? "0 %";
  const data: VariantsViewData = { picture, top: shown.length };
  return figure({
    kind: "variants",
    behaviour: "variants",
    title: "Variants",
    caption: `${whichOnes(shown.length, variants.sequences.length, covered)} Times are medians of throughput. ` +
      logCaption(log),
    svg: markupText(drawVariants(picture, top, "still")),
    alt: altText(log, variants, covered, shown.length),
    table: {
      rowsAre: "variants",
      columns: ["variant", "cases", "share", "median seconds", "activities"],
      rows: Array.from({ length: Math.min(variants.sequences.length, Math.max(top, MOST_ROWS)) }, (_, v) => [
        v + 1,
        variants.counts[v]!,
        variants.counts[v]! / log.cases,
        medians[v]!,
        namesOf(variants, v).join(" → "),
      ]),
    },
    text: textTable([
      ["", "cases", "share", "median", "activities"],
      ...shown.map((row, v) => [
        `${v + 1}`,
        row.casesText,
        row.shareText,
        row.medianText,
        row.steps.map(([a, times]) => picture.activities[a]!.name + (times > 1 ? ` ×${times}` : "")).join(" → "),
      ]),
    ], { left: [4], most: 160 }),
    data,
  });
}

function medianSeconds(log: EventLog, { counts, caseVariant }: TraceVariants): number[] {
  const seconds = caseDurations(log);
  const groups = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Int32Array(counts.length);
  for (let c = 0; c < seconds.length; c++) {
    const v = caseVariant[c]!;
    groups[v]![filled[v]!++] = seconds[c]!;
  }
  return groups.map(medianInPlace);
}

/** The variants that picture and page need. */
function pictured(
  log: EventLog,
  { sequences, counts }: TraceVariants,
  medians: readonly number[],
  top: number,
): VariantPicture {
  const used = new Map<number, number>();
  const rows: PicturedVariant[] = [];
  const longest = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, Math.floor(STILL_STEPS / top)));
  let covered = 0, steps = 0;
  for (let v = 0; v < sequences.length && v < Math.max(top, MOST_ROWS); v++) {
    const runs = runsOf(sequences[v]!);
    const kept = runs.length > longest ? runs.slice(0, longest) : runs;
    steps += kept.length;
    if (v >= top && steps > PAGE_STEPS) break;
    covered += counts[v]!;
    rows.push({
      share: counts[v]! / log.cases,
      casesText: formatCount(counts[v]!),
      shareText: formatShare(counts[v]! / log.cases),
      medianText: formatDuration(medians[v]!),
      coveredText: formatShare(covered / log.cases),
      more: runs.slice(kept.length).reduce((sum, [, times]) => sum + times, 0),
      steps: kept.map(([activity, times]) => {
        if (!used.has(activity)) used.set(activity, used.size);
        return [used.get(activity)!, times];
      }),
    });
  }
  return {
    activities: describeActivities(log, [...used.keys()]),
    rows,
    variants: sequences.length,
    width: chartWidth,
  };
}

function runsOf(sequence: Int32Array): [activity: number, times: number][] {
  const runs: [number, number][] = [];
  for (const activity of sequence) {
    const last = runs.at(-1);
    if (last?.[0] === activity) last[1]++;
    else runs.push([activity, 1]);
  }
  return runs;
}

function describeActivities(
  log: EventLog,
  used: readonly number[],
): VariantActivity[] {
  const short = shortNames(used.map((a) => log.activities[a]!));
  const colours = activityColours(log);
  const { events, cases } = countActivities(log);
  return used.map((a, i) => {
    const name = log.activities[a]!;
    const colour = colours.get(name) ?? neutral;
    const counts = `${countOf(events[a]!, "event")} in ${countOf(cases[a]!, "case")} (${
      formatShare(cases[a]! / log.cases)
    })`;
    return { name, short: short[i]!, colour, ink: inkOn(colour), counts };
  });
}

function namesOf({ sequences, activities }: TraceVariants, v: number): string[] {
  return Array.from(sequences[v]!, (a) => activities[a]!);
}

function whichOnes(shown: number, all: number, covered: string): string {
  if (shown === all) return all === 1 ? "The only variant." : `All ${formatCount(all)} variants.`;
  return `The ${formatCount(shown)} most frequent of ${countOf(all, "variant")}: ${covered} of the cases.`;
}

function altText(log: EventLog, variants: TraceVariants, covered: string, shown: number): string {
  if (log.cases === 0) return "No cases, so no variants.";
  return `${countOf(variants.sequences.length, "variant")} in ${
    countOf(log.cases, "case")
  }; the ${shown} most frequent ` +
    `cover ${covered}. The most frequent (${formatShare(variants.counts[0]! / log.cases)}): ` +
    `${namesOf(variants, 0).join(", ")}.`;
}
