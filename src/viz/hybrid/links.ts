/** How many tasks have a case, how sure that is, and what it rests on. */
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { mean } from "../../base/statistics/summary.ts";
import { textTable } from "../../base/text_table.ts";
import { firstGround } from "../../hybrid/links/why_linked.ts";
import type { TaskLinks } from "../../hybrid/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { chartFrame, forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { type StackedSection, stackedSections } from "./stacked_rows.ts";

export interface LinksViewOptions {
  /** Most kinds of task shown, 1 to 40. @default 12 */
  readonly top?: number;
}

/** Instances whose case is at least as likely as this count as sure. */
const SURE = 0.95;

interface Counted {
  readonly name: string;
  readonly tasks: number;
  readonly sure: number;
  readonly likely: number;
  readonly none: number;
  /** Mean probability of the likeliest case; NaN without one. */
  readonly probability: number;
}

/**
 * Links of tasks to cases: of each kind of task how many instances have a case, how likely it is the right one, and how
 * many belong to no case of the log; then what the links rest on.
 *
 * @throws OptionError if `top` is out of its range.
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, viewLinks } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * viewLinks(linkTasks(segmentTasks(desk, { instance: "segment" }), log));
 * ```
 */
export function viewLinks(links: TaskLinks, options: LinksViewOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 12, 1, 40);
  const kinds = counted(links.instances.rows(), ({ task }) => task);
  const grounds = counted(links.links.rows(), ({ why }) => firstGround(why));
  const sections = [kindSection(kinds, top), groundSection(grounds)];
  return figure({
    kind: "task-links",
    behaviour: "picture",
    title: "Tasks and their cases",
    caption: `${links} A task is sure of its case from a probability of ${
      formatShare(SURE)
    } on; columns show the mean.`,
    ...forBothWidths((width) => {
      const { marks, bottom } = stackedSections(sections, width);
      return chartFrame(width, bottom, marks);
    }),
    alt: links.sentence,
    table: {
      columns: ["task", "instances", "with a case, sure", "with a case, likely", "of no case", "mean probability"],
      rows: kinds.map((row) => [
        ...[row.name, row.tasks, row.sure, row.likely, row.none],
        Number.isNaN(row.probability) ? null : row.probability,
      ]),
    },
    text: textTable([
      ["task", "instances", "with a case", "of no case", "mean probability"],
      ...kinds.map((row) => [
        ...[row.name, formatCount(row.tasks), formatCount(row.sure + row.likely), formatCount(row.none)],
        formatShare(row.probability),
      ]),
    ]),
  });
}

function counted<Row extends { readonly case: string | null; readonly probability: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Counted[] {
  return [...Map.groupBy(rows, nameOf)].map(([name, own]): Counted => {
    const linked = own.filter((row) => row.case !== null);
    const sure = linked.filter(({ probability }) => probability >= SURE).length;
    return {
      ...{ name, tasks: own.length, sure, likely: linked.length - sure, none: own.length - linked.length },
      probability: mean(linked.map(({ probability }) => probability)),
    };
  }).sort((a, b) => b.tasks - a.tasks || (a.name < b.name ? -1 : 1));
}

function kindSection(kinds: readonly Counted[], top: number): StackedSection {
  return {
    heading: "Task instances, by what they are linked to",
    columns: ["instances", "of no case", "probability"],
    legend: [["sure", "a case, sure"], ["likely", "a case, likely"], ["none", "no case of this log"]],
    none: "The recording has no task instances.",
    left: Math.max(0, kinds.length - top),
    rows: kinds.slice(0, top).map((row) => ({
      name: row.name,
      parts: partsOf(row),
      figures: [formatCount(row.tasks), formatCount(row.none), formatShare(row.probability)],
      title: [
        row.name,
        `instances\t${formatCount(row.tasks)}`,
        `sure of their case\t${formatCount(row.sure)}`,
        `with a likely case\t${formatCount(row.likely)}`,
        `of no case\t${formatCount(row.none)}`,
        `mean probability\t${formatShare(row.probability)}`,
      ].join("\n"),
    })),
  };
}

function groundSection(grounds: readonly Counted[]): StackedSection {
  return {
    heading: "What links rest on first",
    columns: ["links", "probability"],
    legend: [["sure", "sure"], ["likely", "likely"]],
    none: "No task is linked to a case.",
    left: 0,
    rows: grounds.map((row) => ({
      name: row.name[0]!.toUpperCase() + row.name.slice(1),
      parts: partsOf(row),
      figures: [formatCount(row.tasks), formatShare(row.probability)],
      title: [row.name, countOf(row.tasks, "link"), `mean probability\t${formatShare(row.probability)}`].join("\n"),
    })),
  };
}

function partsOf({ sure, likely, none }: Counted) {
  return [{ kind: "sure", size: sure }, { kind: "likely", size: likely }, { kind: "none", size: none }] as const;
}
