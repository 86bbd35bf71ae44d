/** Whether probabilities of links mean what they say: a reliability diagram, against links that somebody checked. */
import { formatCount, formatShare } from "../../base/format.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import { textTable } from "../../base/text_table.ts";
import { OptionError } from "../../base/errors.ts";
import type { TaskLinks } from "../../hybrid/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { chartFrame, forBothWidths, isNarrow } from "../kit/chart_frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { words } from "../paths/bar_rows.ts";

/** Says of a link whether it is right; undefined where that was not checked. Instances are numbered from 1. */
export type LinkTruth = (instance: number, caseId: string) => boolean | undefined;

interface Bin {
  readonly from: number;
  readonly n: number;
  readonly said: number;
  readonly right: number;
}

/**
 * Of the links that a probability was given to, how many are right: ten bins, each with its 95 % interval, beside the line
 * on which they lie if probabilities mean what they say. Less likely links, from 5 % on, count too.
 *
 * @throws OptionError if no link was checked.
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, viewLinkQuality } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * const links = linkTasks(segmentTasks(desk, { instance: "segment" }), log);
 * viewLinkQuality(links, () => true);
 * ```
 */
export function viewLinkQuality(links: TaskLinks, truth: LinkTruth): Figure {
  const bins = binsOf(links, truth), n = bins.reduce((sum, bin) => sum + bin.n, 0);
  if (n === 0) {
    throw new OptionError("Expected truth to say of one link at least whether it is right, but it says so of none.");
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0) / n;
  const sentence = `Of ${formatCount(n)} checked links, probabilities are off by ${
    (100 * error).toFixed(1)
  } percentage points on average.`;
  const shown = bins.filter((bin) => bin.n > 0);
  return figure({
    kind: "link-quality",
    behaviour: "picture",
    title: "How far link probabilities can be trusted",
    caption: `${sentence} A point on the line means what it says; above it, links are right more often than was said.`,
    ...forBothWidths((width) => draw(shown, width)),
    alt: sentence,
    table: {
      columns: ["probability from", "links", "mean probability", "share right"],
      rows: shown.map(({ from, n, said, right }) => [from, n, said / n, right / n]),
    },
    text: textTable([
      ["probability", "links", "said", "right"],
      ...shown.map(({ from, n, said, right }) => [
        `${formatShare(from)} and more`,
        formatCount(n),
        formatShare(said / n),
        formatShare(right / n),
      ]),
    ]),
  });
}

function binsOf({ considered, log }: TaskLinks, truth: LinkTruth): Bin[] {
  const bins = Array.from({ length: 10 }, (_, b) => ({ from: b / 10, n: 0, said: 0, right: 0 }));
  considered.instance.forEach((k, i) => {
    const p = considered.probability[i]!, isRight = truth(k + 1, log.caseIds[considered.case[i]!]!);
    if (p < 0.05 || isRight === undefined) return;
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.n++;
    bin.said += p;
    if (isRight) bin.right++;
  });
  return bins;
}

function draw(bins: readonly Bin[], width: number): Markup {
  const left = 52, side = Math.min(width - left - 12, 420), top = 26, narrow = isNarrow(width);
  const x = (p: number) => left + p * side, y = (p: number) => top + (1 - p) * side;
  const marks: Markup[] = [words(0, 12, "share of links that are right", "tbc-muted")];
  for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
    marks.push(
      mark("line", { x1: x(0), x2: x(1), y1: y(tick), y2: y(tick), class: "tbc-line" }),
      words(left - 8, y(tick) + 4, formatShare(tick), "tbc-muted", "end"),
      words(x(tick), y(0) + 18, formatShare(tick), "tbc-muted", "middle"),
    );
  }
  marks.push(
    words(x(0.5), y(0) + 38, "probability that was given", "tbc-muted", "middle"),
    mark("line", { x1: x(0), y1: y(0), x2: x(1), y2: y(1), class: "tbc-whisker", "stroke-dasharray": "4 3" }),
  );
  for (const { n, said, right } of bins) {
    const { low, high } = shareInterval(right, n), at = [x(said / n), y(right / n)] as const;
    marks.push(mark(
      "g",
      {},
      mark(
        "title",
        {},
        `${formatCount(n)} links\nsaid\t${formatShare(said / n)}\nright\t${formatShare(right / n)}\n95 % interval\t${
          formatShare(low)
        } to ${formatShare(high)}`,
      ),
      mark("line", { x1: at[0], x2: at[0], y1: y(low), y2: y(high), class: "tbc-whisker", "stroke-width": 1.5 }),
      mark("circle", { cx: at[0], cy: at[1], r: 5.5, class: "tbc-bar" }),
      ...(narrow ? [] : [words(at[0] - 10, at[1] + 4, formatCount(n), "tbc-muted", "end")]),
    ));
  }
  return chartFrame(narrow ? width : left + side + 12, y(0) + 44, marks);
}
