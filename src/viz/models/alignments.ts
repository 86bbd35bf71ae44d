/** Alignments as rows of chevrons. */
import type { EventLog } from "../../log/events/event_log.ts";
import { type Alignments, type Move, movesOf } from "../../mining/alignments/alignment.ts";
import { logCaption } from "../kit/caption.ts";
import { chevronLabels } from "../kit/chevron_labels.ts";
import { chartWidth } from "../kit/frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { inkOn } from "../kit/palette.ts";
import { markupText } from "../kit/markup.ts";
import { textTable } from "../../base/text_table.ts";
import { moreText } from "../../base/lists.ts";
import {
  type AlignedRow,
  type AlignmentPicture,
  drawAlignments,
  moveSigns,
  type PicturedMove,
} from "./alignment_picture.ts";
import { decimals } from "./decimals.ts";
import { coloursOfTraces } from "./model_colours.ts";
import { requireKind } from "../../models/given_model.ts";

export interface AlignmentsViewOptions {
  /** How many variants the picture shows, most frequent first. @default 12 */
  top?: number;
  /** Only variants that do not fit the model. @default false */
  deviating?: boolean;
  /** Show silent steps of the model, as thin ticks. @default true */
  silent?: boolean;
  /** The log that was aligned: gives activities the colours that they have in its figures, and the caption its name. */
  log?: EventLog;
}

/** Moves of the picture, about, and of one row: what is longer is cut, and says so. */
const MOVES = 500, LEAST_MOVES = 8, MOST_MOVES = 80;

/**
 * Shows how variants run through a model, move by move: a row each, with its cases, fitness and cost.
 *
 * Filled chevrons are events that the model allows, dashed ones with + are events that it does not, hatched ones with −
 * are steps of the model that the log lacks, thin ticks are silent steps. Moves that repeat are one chevron with `×n`.
 * Where an alignment was not proven optimal, its cost is a range and its fitness a bound.
 *
 * @throws InputError if `top` is not a whole number from 1 to 60.
 * @example
 * ```ts
 * import { alignTraces, discoverInductive, readLog, treeToNet, viewAlignments } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const net = treeToNet(discoverInductive(log, { noise: 0.2 }));
 * viewAlignments(await alignTraces(log, net), { top: 8, log });
 * ```
 */
export function viewAlignments(alignments: Alignments, options: AlignmentsViewOptions = {}): Figure {
  requireKind("set of alignments", alignments, "alignTraces(log, model) takes a model of any kind.");
  const top = wholeNumber("top", options.top ?? 12, 1, 60);
  const { traces, variants, net } = alignments;
  const chosen = variants.map((_, v) => v).filter((v) => !options.deviating || variants[v]!.cost > 0);
  const cases = traces.counts.reduce((sum, n) => sum + n, 0);
  const picture = pictured(alignments, chosen, cases, top, options);
  const rows = chosen.slice(0, top).map((v) => {
    const { fitness, cost, lowerBound, optimal } = variants[v]!;
    return [
      v + 1,
      traces.counts[v]!,
      traces.counts[v]! / cases,
      fitness,
      cost,
      lowerBound,
      optimal ? "yes" : "no",
      inWords(movesOf(alignments, v), options.silent ?? true),
    ];
  });
  return figure({
    kind: "alignments",
    behaviour: "picture",
    title: "Alignments",
    caption: [
      picture.remainder,
      fitnessInWords(alignments),
      ...alignments.notes,
      ...(options.log ? [logCaption(options.log)] : [`${countOf(cases, "case")} against "${net.name}".`]),
    ].join(" "),
    svg: markupText(drawAlignments(picture)),
    alt: altText(alignments, picture),
    table: {
      columns: ["variant", "cases", "share", "fitness", "cost", "cost at least", "optimal", "moves"],
      rows,
    },
    text: textTable([
      ["", "cases", "share", "fitness", "cost", "moves"],
      ...picture.rows.map((row, i) => [
        String(chosen[i]! + 1),
        row.casesText,
        row.shareText,
        row.fitnessText,
        row.costText,
        String(rows[i]![7]),
      ]),
    ], { left: [5], most: 160 }),
  });
}

function pictured(
  alignments: Alignments,
  chosen: readonly number[],
  cases: number,
  top: number,
  { silent = true, log }: AlignmentsViewOptions,
): AlignmentPicture {
  const { traces, variants, net } = alignments;
  const numbers = new Map<string, number>();
  const longest = Math.max(LEAST_MOVES, Math.min(MOST_MOVES, Math.floor(MOVES / top)));
  const number = (activity: string) => {
    if (!numbers.has(activity)) numbers.set(activity, numbers.size);
    return numbers.get(activity)!;
  };
  const shown = chosen.slice(0, top);
  // Words for the pointer would outweigh the picture.
  const moves = shown.reduce((sum, v) => sum + Math.min(longest, variants[v]!.moves.length / 2), 0);
  const crowded = shown.length > 30 && moves > 300;
  const rows = shown.map((v): AlignedRow => {
    const { fitness, cost, lowerBound, optimal } = variants[v]!;
    const count = traces.counts[v]!;
    const runs = runsOf(movesOf(alignments, v), silent);
    const kept = runs.slice(0, longest);
    const casesText = formatCount(count), fitnessText = (optimal ? "" : "≥ ") + decimals(fitness);
    const costText = optimal ? formatCount(cost) : `${formatCount(lowerBound)}–${formatCount(cost)}`;
    return {
      rankText: String(v + 1),
      casesText,
      shareText: formatShare(count / cases),
      fitness,
      fitnessText,
      costText,
      optimal,
      title: [
        `Variant ${v + 1}`,
        `cases\t${casesText} (${formatShare(count / cases)})`,
        `events\t${formatCount(traces.sequences[v]!.length)}`,
        `fitness\t${fitnessText}`,
        optimal ? `cost\t${costText}, no alignment costs less` : `cost\t${costText}: not proven optimal`,
      ].join("\n"),
      moves: kept.map(({ moves }): PicturedMove => ({
        kind: moves[0]!.kind,
        activity: moves[0]!.activity === undefined ? -1 : number(moves[0]!.activity),
        times: moves.length,
        title: crowded ? "" : moveTitle(moves, traces.sequences[v]!.length),
      })),
      more: runs.slice(kept.length).reduce((sum, { moves }) => sum + moves.length, 0),
    };
  });
  const names = [...numbers.keys()];
  const { labels, chevronWidth, chevronHeight } = chevronLabels(
    names,
    rows.map(({ moves }, i) => ({
      share: traces.counts[shown[i]!]! / cases,
      steps: moves.flatMap(({ activity, times }) => activity < 0 ? [] : [[activity, times] as const]),
    })),
    12,
  );
  const colour = coloursOfTraces(traces, net, log);
  return {
    activities: names.map((name, i) => ({ name, label: labels[i]!, colour: colour(name), ink: inkOn(colour(name)) })),
    rows,
    chevronWidth: chevronWidth + 4,
    chevronHeight,
    width: chartWidth,
    remainder: whichOnes(shown, chosen.length, traces.counts, cases, variants.length),
  };
}

/** Moves of the same kind and activity in a row; silent ones in a row are one, or left out. */
function runsOf(moves: readonly Move[], silent: boolean): { moves: Move[] }[] {
  const runs: { moves: Move[] }[] = [];
  for (const move of moves) {
    if (move.kind === "silent" && !silent) continue;
    const last = runs.at(-1)?.moves;
    if (last && last[0]!.kind === move.kind && last[0]!.activity === move.activity) last.push(move);
    else runs.push({ moves: [move] });
  }
  return runs;
}

function moveTitle(moves: readonly Move[], events: number): string {
  const { kind, activity, event } = moves[0]!;
  if (kind === "silent") return moves.length > 1 ? `${moves.length} silent steps` : "Silent step";
  const times = moves.length > 1 ? ` ×${moves.length}` : "";
  const at = moves.length > 1 ? `events ${event + 1} to ${moves.at(-1)!.event + 1}` : `event ${event + 1}`;
  return `${activity}${times}\n${kindWords[kind]}\t${event < 0 ? "" : `${at} of ${events}`}`;
}

const kindWords = { sync: "log and model", log: "in the log only", model: "in the model only" } as const;

function inWords(moves: readonly Move[], silent: boolean): string {
  const runs = runsOf(moves, silent);
  const more = runs.slice(MOST_MOVES).reduce((sum, { moves }) => sum + moves.length, 0);
  const words = runs.slice(0, MOST_MOVES).map(({ moves }) => {
    const times = moves.length > 1 ? ` ×${moves.length}` : "";
    return (moves[0]!.activity === undefined ? "(silent)" : moveSigns[moves[0]!.kind] + moves[0]!.activity) + times;
  });
  return [...words, ...(more > 0 ? [moreText(more)] : [])].join(" → ");
}

function whichOnes(
  shown: readonly number[],
  of: number,
  counts: Float64Array,
  cases: number,
  all: number,
): string {
  const kind = of < all ? "deviating variant" : "variant";
  if (of === 0) return all === 0 ? "No cases." : "No variant deviates from the model.";
  const covered = formatShare(shown.reduce((sum, v) => sum + counts[v]!, 0) / cases);
  if (shown.length === of) return `${of === 1 ? `The only ${kind}` : `All ${of} ${kind}s`}: ${covered} of the cases.`;
  return `The ${shown.length} most frequent of ${countOf(of, kind)}: ${covered} of the cases.`;
}

/** Log fitness, fitting cases, cost, and whether they are exact. */
export function fitnessInWords({ logFitness, fittingShare, totalCost, optimal, variants }: Alignments): string {
  const bounded = variants.filter((variant) => !variant.optimal).length;
  return `Log fitness ${optimal ? "" : "at least "}${decimals(logFitness)}, ${
    formatShare(fittingShare)
  } of the cases fit, ` +
    `${countOf(totalCost, "deviation")} in all. ` +
    (optimal
      ? "Every alignment is optimal."
      : `${
        countOf(bounded, "alignment is", "alignments are")
      } not proven optimal: costs are ranges there, and fitness is at least what is shown.`);
}

function altText(alignments: Alignments, picture: AlignmentPicture): string {
  if (picture.rows.length === 0) return picture.remainder;
  return `${picture.remainder} ${fitnessInWords(alignments)} Most frequent shown: cost ${picture.rows[0]!.costText}, ` +
    `fitness ${picture.rows[0]!.fitnessText}.`;
}
