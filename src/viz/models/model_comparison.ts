/** Models side by side: how well each describes one log. */
import type { ColumnTable } from "arquero";
import { InputError } from "../../base/errors.ts";
import { chartWidth, frame } from "../kit/frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { oneOf } from "../kit/options.ts";
import { columnInWords } from "../kit/plain_words.ts";
import { mark } from "../kit/svg.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { type Markup, markup, markupText } from "../kit/markup.ts";
import { textTable } from "../../base/text_table.ts";
import { textWidth } from "../../base/text_width.ts";
import { countOf } from "../../base/format.ts";
import { decimals } from "./decimals.ts";
import { foundInModelsPlace } from "../../models/given_model.ts";

export type ComparedMeasure = "fitness" | "precision" | "f1" | "generalisation" | "simplicity";

export interface ModelComparisonOptions {
  /** Puts models with the highest value first. @default the table's order */
  sort?: ComparedMeasure;
  /** Said in the caption: the log, its filters. */
  of?: string;
  /** @default "Models compared" */
  title?: string;
}

const measures: readonly ComparedMeasure[] = ["fitness", "precision", "f1", "generalisation", "simplicity"];
const names: Record<ComparedMeasure, string> = {
  fitness: "fitness",
  precision: "precision",
  f1: "F1",
  generalisation: "generalisation",
  simplicity: "simplicity",
};

/**
 * Shows a table of models and their measures, 0 to 1, as bars with numbers; the best of each measure is marked.
 *
 * @param table Columns `model`, and of `fitness`, `precision`, `f1`, `generalisation`, `simplicity` those that are
 * known; what `compareModels` returns. Values that are null or NaN are shown as –. Other columns of numbers stand in the
 * table below the picture, `notes` (texts) in the caption.
 * @throws InputError if there is no column `model`, or none of the measures.
 * @example
 * ```ts
 * import { table } from "arquero";
 * import { viewModelComparison } from "tracebook";
 * viewModelComparison(table({ model: ["IM", "alpha"], fitness: [1, 0.62], precision: [0.71, 0.9], f1: [0.83, 0.73] }));
 * ```
 */
export function viewModelComparison(table: ColumnTable, options: ModelComparisonOptions = {}): Figure {
  if (typeof table?.columnNames !== "function") {
    throw new InputError(
      `Expected a table of models and their measures but found ${foundInModelsPlace(table)}.\n` +
        "Give what compareModels(log, { name: model, … }) returned.",
    );
  }
  const columns = table.columnNames();
  const shown = measures.filter((name) => columns.includes(name));
  if (!columns.includes("model") || shown.length === 0) {
    throw new InputError(
      `Expected a column "model" and at least one of ${measures.join(", ")} but found ${
        columns.join(", ") || "none"
      }.\n` +
        "Give what compareModels returned, or name the columns so.",
    );
  }
  const others = columns.filter((name) =>
    !(measures as readonly string[]).includes(name) &&
    table.array(name).some((value: unknown) => typeof value === "number")
  );
  if (options.sort !== undefined) oneOf("sort", options.sort, shown);
  const rows = (table.objects() as Record<string, unknown>[]).map((row): ComparedModel => ({
    model: String(row["model"]),
    values: shown.map((name) => typeof row[name] === "number" ? row[name] : NaN),
    others: others.map((name) => typeof row[name] === "number" ? row[name] : null),
    notes: Array.isArray(row["notes"]) ? row["notes"].map(String) : [],
  }));
  const by = options.sort === undefined ? -1 : shown.indexOf(options.sort);
  if (by >= 0) rows.sort((a, b) => rank(b.values[by]!) - rank(a.values[by]!));
  const best = shown.map((_, m) => Math.max(...rows.map(({ values }) => rank(values[m]!))));
  const leaders = shown.flatMap((name, m) =>
    best[m] === -Infinity
      ? []
      : [`${names[name]} ${decimals(best[m]!)} (${
        rows.filter(({ values }) => values[m] === best[m]).map(({ model }) =>
          model
        ).join(", ")
      })`]
  );
  return figure({
    kind: "model-comparison",
    behaviour: "picture",
    title: options.title ?? "Models compared",
    caption: `${countOf(rows.length, "model")}${options.of === undefined ? "" : ` on ${options.of}`}. ` +
      `Measures run from 0 to 1; the best of each is bold and has a dot.` +
      (shown.includes("f1") ? " F1 is the harmonic mean of fitness and precision." : "") +
      rows.flatMap(({ model, notes }) => notes.map((note) => ` ${model}: ${note}`)).join(""),
    svg: markupText(draw(rows, shown, best)),
    alt: `${countOf(rows.length, "model")} compared. ${
      leaders.length === 0 ? "No values." : `Best: ${leaders.join("; ")}.`
    }`,
    table: {
      columns: ["model", ...[...shown, ...others].map(columnInWords)],
      rows: rows.map(({ model, values, others }) => [
        model,
        ...values.map((value) => Number.isNaN(value) ? null : value),
        ...others,
      ]),
    },
    text: textTable([
      ["model", ...shown.map((name) => names[name])],
      ...rows.map(({ model, values }) => [model, ...values.map(decimals)]),
    ]),
  });
}

interface ComparedModel {
  readonly model: string;
  /** NaN where unknown. */
  readonly values: readonly number[];
  /** Of the table's other columns of numbers. */
  readonly others: readonly (number | null)[];
  readonly notes: readonly string[];
}

function rank(value: number): number {
  return Number.isNaN(value) ? -Infinity : value;
}

const rowHeight = 26, headHeight = 30, numberWidth = 46;

function draw(rows: readonly ComparedModel[], shown: readonly ComparedMeasure[], best: readonly number[]): Markup {
  const widest = Math.max(60, ...rows.map(({ model }) => textWidth(model, 12)));
  const left = Math.min(240, Math.ceil(widest) + 18);
  const column = (chartWidth - left) / Math.max(3, shown.length);
  const bar = column - numberWidth - 18;
  const x = (m: number) => left + m * column;
  const bottom = headHeight + rows.length * rowHeight;
  return frame(chartWidth, bottom + 4, [
    mark("line", { x1: 0, x2: chartWidth, y1: headHeight - 7.5, y2: headHeight - 7.5, class: "tbc-line" }),
    ...shown.map((name, m) => mark("text", { x: x(m), y: 14, class: "tbc-muted", "font-size": 12 }, names[name])),
    ...rows.map(({ model, values }, r) => {
      const y = headHeight + r * rowHeight + rowHeight / 2;
      return mark(
        "g",
        {},
        mark(
          "g",
          {},
          markup("title", {}, model),
          mark("text", { x: 0, y, dy: "0.35em", class: "tbc-ink", "font-size": 12 }, clipText(model, 12, left - 14)),
        ),
        ...values.map((value, m) => {
          const leads = value === best[m];
          const length = Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value)) * bar;
          return mark(
            "g",
            {},
            markup("title", {}, `${model}\n${names[shown[m]!]}\t${Number.isNaN(value) ? "not known" : value}`),
            mark("rect", { x: x(m), y: y - 5, width: bar, height: 10, rx: 2, class: "tbc-track" }),
            mark("rect", { x: x(m), y: y - 5, width: length, height: 10, rx: 2, class: "tbc-bar" }),
            mark("text", {
              x: x(m) + bar + 8,
              y,
              dy: "0.35em",
              class: leads ? "tbc-ink tbc-num" : "tbc-muted tbc-num",
              "font-size": 12,
              "font-weight": leads ? 700 : undefined,
            }, decimals(value)),
            ...(leads ? [mark("circle", { cx: x(m) + length, cy: y, r: 4.5, class: "tbc-ink" })] : []),
          );
        }),
      );
    }),
  ]);
}
