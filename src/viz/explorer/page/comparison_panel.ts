/** How the pinned selection and another one differ: shares and times, with how sure each difference is. */
import { formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { button, choice, html } from "../../page/controls.ts";
import { writeCell } from "../../tables/units.ts";
import type { ComparisonAnswer } from "../engine/comparison_answer.ts";
import { type Card, card } from "./card.ts";
import { isSure, points } from "./map_differences.ts";

export interface ComparisonPanel extends Card {
  /** @param words What is selected on each side. */
  show(answer: ComparisonAnswer | null, words: readonly [string, string]): void;
}

const KINDS = [["activities", "Activities"], ["edges", "Paths"], ["times", "Median times"]] as const;
type Kind = typeof KINDS[number][0];
const atFirst = 12;

interface Line {
  readonly name: string;
  readonly figures: readonly string[];
  readonly sure: boolean;
}

export function comparisonPanel(): ComparisonPanel {
  const panel = card("comparison", "A against B");
  panel.element.hidden = true;
  let kind: Kind = "activities", answer: ComparisonAnswer | null = null, limit = atFirst;
  const sides = html("p", { class: "tbx-sides" });
  const head = html("tr"), body = html("tbody");
  const table = html("div", { class: "tbx-scroll" }, html("table", {}, html("thead", {}, head), body));
  const more = button("Show more rows", "More", () => {
    limit += 2 * atFirst;
    draw();
  });
  const notes = html("div", { class: "tbx-remarks" });
  const kinds = choice("Compared", KINDS, kind, (chosen) => {
    kind = chosen as Kind;
    limit = atFirst;
    draw();
  });
  panel.body.append(sides, html("div", { class: "tbx-kinds" }, kinds), table, more, notes);

  const draw = () => {
    const rows = answer?.rows;
    table.hidden = kinds.hidden = !rows;
    const lines = rows ? linesOf(rows, kind) : [];
    more.hidden = lines.length <= limit;
    head.replaceChildren(
      ...[
        kind === "times" ? "Time" : kind === "edges" ? "Path" : "Activity",
        "A",
        "B",
        "Difference",
        "95 % interval",
        "p",
      ]
        .map((words, i) => html("th", { scope: "col", ...(i > 0 ? { class: "tbx-num" } : {}) }, words)),
    );
    body.replaceChildren(
      ...lines.slice(0, limit).map(({ name, figures, sure }) =>
        html(
          "tr",
          sure ? { class: "tbx-sure" } : {},
          html("td", { class: "tbx-what" }, html("bdi", {}, name)),
          ...figures.map((figure) => html("td", { class: "tbx-num" }, figure)),
        )
      ),
    );
    if (rows && lines.length === 0) body.append(html("tr", {}, html("td", { colspan: "6" }, "Nothing to compare.")));
  };
  return {
    ...panel,
    show(given, [a, b]) {
      answer = given;
      panel.element.hidden = given === null;
      if (!given) return;
      sides.replaceChildren(
        html("b", { class: "tbx-a" }, "A"),
        ` ${formatCount(given.casesA)} cases: `,
        html("bdi", {}, a),
        html("br"),
        html("b", { class: "tbx-b" }, "B"),
        ` ${formatCount(given.casesB)} cases: `,
        html("bdi", {}, b),
      );
      notes.replaceChildren(
        html(
          "p",
          { class: "tbx-hint" },
          given.rows
            ? "Differences are those of A less B; pp: percentage points. Bold: p, corrected for all rows, is at most 0.05."
            : `No case is in ${given.casesA === 0 ? "A" : "B"}: there is nothing to compare with.`,
        ),
        ...given.notes.map((note) => html("p", { class: "tbx-hint" }, note)),
      );
      draw();
    },
  };
}

function linesOf(rows: NonNullable<ComparisonAnswer["rows"]>, kind: Kind): Line[] {
  if (kind === "times") {
    return rows.times.map((row) => ({
      name: timeName(row),
      figures: [
        formatDuration(row.a),
        formatDuration(row.b),
        signedTime(row.difference),
        interval(row, signedTime),
        writeCell(row.pAdjusted, "probability"),
      ],
      sure: isSure(row),
    }));
  }
  const named = kind === "edges"
    ? rows.edges.map((row) => ({ name: `${row.from} → ${row.to}`, row }))
    : rows.activities.map((row) => ({ name: row.activity, row }));
  return named.map(({ name, row }) => ({
    name,
    figures: [
      formatShare(row.a),
      formatShare(row.b),
      `${points(row.difference)} pp`,
      interval(row, points),
      writeCell(row.pAdjusted, "probability"),
    ],
    sure: isSure(row),
  }));
}

function timeName(
  { measure, from, to }: { readonly measure: string; readonly from: string | null; readonly to: string | null },
) {
  if (measure === "step") return `${from} → ${to}`;
  if (measure === "service") return `Work on ${from}`;
  return { throughput: "Throughput", waiting: "Waiting", handle: "Handling" }[measure] ?? measure;
}

function interval({ low, high }: { readonly low: number; readonly high: number }, write: (value: number) => string) {
  return Number.isNaN(low) || Number.isNaN(high) ? "" : `${write(low)} to ${write(high)}`;
}

function signedTime(seconds: number): string {
  if (Number.isNaN(seconds)) return "";
  return `${seconds < 0 ? "−" : seconds > 0 ? "+" : ""}${formatDuration(Math.abs(seconds))}`;
}
