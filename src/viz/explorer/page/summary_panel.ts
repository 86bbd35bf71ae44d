/** Figures of the selection, each beside that of the whole log. */
import { formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { html } from "../../page/controls.ts";
import type { SummaryAnswer } from "../engine/answers.ts";
import type { Overview } from "../engine/overview.ts";

export interface SummaryPanel {
  readonly element: HTMLElement;
  show(answer: SummaryAnswer, overview: Overview): void;
}

export function summaryPanel(): SummaryPanel {
  const element = html("dl", { class: "tbx-summary", "aria-live": "polite" });
  return {
    element,
    show({ cases, events, activities, variants, medianSeconds }, { statistics }) {
      const tiles: [string, string, string][] = [
        ["Cases", formatCount(cases), ofAll(cases, statistics.cases)],
        ["Events", formatCount(events), ofAll(events, statistics.events)],
        ["Activities", formatCount(activities), of(activities, statistics.activities)],
        ["Variants", formatCount(variants), of(variants, statistics.variants)],
        ...(medianSeconds === null
          ? []
          : [["Median time", formatDuration(medianSeconds), ""] as [string, string, string]]),
      ];
      element.replaceChildren(
        ...tiles.map(([name, figure, beside]) =>
          html("div", {}, html("dt", {}, name), html("dd", {}, figure, html("small", {}, beside)))
        ),
      );
    },
  };
}

function ofAll(part: number, whole: number): string {
  return whole === 0 ? "" : part === whole ? "all" : formatShare(part / whole);
}

function of(part: number, whole: number): string {
  return part === whole ? "all" : `of ${formatCount(whole)}`;
}
