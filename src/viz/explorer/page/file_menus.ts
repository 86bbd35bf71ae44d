/** The menu of each panel: what it shows, as a file. */
import { html } from "../../page/controls.ts";
import { pictureImage, pictureText } from "../../page/menu/picture_file.ts";
import { tableCsv, type TableTextColumn } from "../../page/table_text.ts";
import { fileName, saveFile, saveText } from "../../page/take_away.ts";
import { markupText } from "../../kit/markup.ts";
import { themeAround } from "../../kit/theme.ts";
import type { Cell } from "../../tables/units.ts";
import { mostRows, type VariantAnswer } from "../engine/answers.ts";
import { mostValues } from "../engine/attribute_answer.ts";
import type { ExportedTable } from "../engine/session.ts";
import type { BarRow } from "./bars_panel.ts";
import type { Card } from "./card.ts";
import { chartPicture } from "./chart_picture.ts";
import type { HistogramPanel } from "./histogram.ts";
import type { Menu, MenuItem } from "./menu.ts";
import type { VariantsPanel } from "./variants_panel.ts";

/** The panels that have something to save. */
export interface SavedPanels {
  readonly map: Card;
  readonly durations: HistogramPanel;
  readonly times: HistogramPanel;
  readonly variants: VariantsPanel;
  readonly activities: Listed;
  readonly people: Listed;
  readonly values: Listed;
  readonly cases: Card;
}

type Listed = Card & { rows(): readonly BarRow[] };

/** @param logName Begins the names of the files. */
export function addFileMenus(
  stage: HTMLElement,
  menu: Menu,
  { map, durations, times, variants, activities, people, values, cases }: SavedPanels,
  logName: () => string,
  saveTable: (of: ExportedTable) => void,
): void {
  const named = (what: string) => fileName(`${logName()} ${what}`, what);
  const picture = (what: string, text: () => string | undefined): MenuItem[] => {
    const save = (ending: string, content: (text: string) => Blob | Promise<Blob>) => async () => {
      const drawn = text();
      if (drawn !== undefined) saveFile(stage, `${named(what)}.${ending}`, await content(drawn));
    };
    return [
      { words: "Save as PNG", run: save("png", pictureImage) },
      { words: "Save as SVG", run: save("svg", (text) => new Blob([text], { type: "image/svg+xml;charset=utf-8" })) },
    ];
  };
  const table = (what: string, columns: readonly TableTextColumn[], rows: readonly Cell[][], most = Infinity) => ({
    words: rows.length < most ? "Save numbers as CSV" : `Save first ${most} rows as CSV`,
    run: () => saveText(stage, `${named(what)}.csv`, tableCsv(columns, rows)),
  });
  const add = (panel: Card, items: () => readonly MenuItem[]) => panel.tools.append(opener(panel, menu, items));

  add(map, () =>
    picture("map", () => {
      const svg = map.element.querySelector<SVGSVGElement>("svg.tb-canvas");
      return svg?.checkVisibility() ? pictureText(stage, svg) : undefined;
    }));
  for (const [panel, what] of [[durations, "throughput"], [times, "events over time"]] as const) {
    add(panel, () => [
      ...picture(what, () => chartText(stage, panel)),
      table(what, chartColumns, chartRows(panel)),
    ]);
  }
  add(variants, () => [table("variants", variantColumns, variantRows(variants.rows()), mostRows)]);
  for (
    const [panel, what, most] of [[activities, "activities"], [people, "people"], [
      values,
      "values",
      mostValues,
    ]] as const
  ) {
    add(panel, () => {
      const rows: readonly BarRow[] = panel.rows();
      return [table(what, barColumns, rows.map(({ name, cases }) => [name, cases]), most)];
    });
  }
  add(cases, () => [
    { words: "Save cases as CSV", run: () => saveTable("cases") },
    { words: "Save selection as a log (CSV)", run: () => saveTable("events") },
  ]);
}

const chartColumns = [
  { name: "bar", unit: "text" },
  { name: "selected", unit: "count" },
  { name: "all", unit: "count" },
] as const;
const variantColumns = [
  { name: "activities", unit: "text" },
  { name: "cases", unit: "count" },
  { name: "share", unit: "share" },
  { name: "medianSeconds", unit: "duration" },
] as const;
const barColumns = [{ name: "name", unit: "text" }, { name: "cases", unit: "count" }] as const;

function chartText(stage: HTMLElement, panel: HistogramPanel): string | undefined {
  const data = panel.data();
  if (!data) return undefined;
  const title = panel.element.querySelector("h2")!.textContent!;
  return markupText(
    chartPicture(title, panel.element.querySelector(".tbx-count")!.textContent!, data, themeAround(stage)),
  );
}

function chartRows(panel: HistogramPanel): Cell[][] {
  const data = panel.data();
  return data ? data.words.map((words, i) => [words, data.selected[i]!, data.all[i]!]) : [];
}

function variantRows(rows: readonly VariantAnswer[]): Cell[][] {
  return rows.map(({ activities, cases, share, medianSeconds }) => [
    activities.join(" → "),
    cases,
    share,
    Number.isNaN(medianSeconds) ? null : medianSeconds,
  ]);
}

function opener(panel: Card, menu: Menu, items: () => readonly MenuItem[]): HTMLElement {
  const title = panel.element.querySelector("h2")!.textContent!;
  const press = html(
    "button",
    { type: "button", class: "tbx-more", title: "Save", "aria-label": `Save: ${title}`, "aria-haspopup": "menu" },
    "⋯",
  );
  press.addEventListener("click", () => {
    const { left, bottom } = press.getBoundingClientRect();
    menu.open(title, items(), left, bottom + 4);
  });
  return press;
}
