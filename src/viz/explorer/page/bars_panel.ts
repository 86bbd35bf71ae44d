/** A list of names with a bar each: activities, people, values of an attribute. */
import { formatCount, formatShare } from "../../../base/format.ts";
import { html } from "../../page/controls.ts";
import { type Card, card } from "./card.ts";

export interface BarRow {
  readonly name: string;
  readonly cases: number;
  /** All that is known of it, for the card beside the pointer. */
  readonly title: string;
}

export interface BarsPanel<Row extends BarRow> extends Card {
  show(rows: readonly Row[], allCases: number): void;
  /** What is shown, but for what the search leaves out. */
  rows(): readonly Row[];
}

/** @param act Called for a row that is clicked, with a place beside it. */
export function barsPanel<Row extends BarRow>(
  name: string,
  title: string,
  act: (row: Row, x: number, y: number) => void,
): BarsPanel<Row> {
  const panel = card(name, title);
  const search = html("input", {
    type: "search",
    placeholder: "Search",
    "aria-label": `Search ${title.toLowerCase()}`,
  });
  const list = html("ul", { class: "tbx-bars" });
  let shown: readonly Row[] = [], all = 0;
  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const found = wanted === "" ? shown : shown.filter((row) => row.name.toLowerCase().includes(wanted));
    const most = found.reduce((most, { cases }) => Math.max(most, cases), 0);
    list.replaceChildren(...found.slice(0, 200).map((row) => barRow(row, most, all, act)));
    if (found.length === 0) list.append(html("li", { class: "tbx-none" }, "None in this selection."));
  };
  search.addEventListener("input", draw);
  panel.tools.append(search);
  panel.body.append(list);
  return {
    ...panel,
    rows: () => shown,
    show(rows, allCases) {
      [shown, all] = [rows, allCases];
      search.hidden = rows.length <= 8 && search.value === "";
      draw();
    },
  };
}

function barRow<Row extends BarRow>(
  row: Row,
  most: number,
  all: number,
  act: (row: Row, x: number, y: number) => void,
): HTMLElement {
  const name = html("bdi", {}, row.name === "" ? "(empty)" : row.name);
  const bar = html("i", { style: `width:${most === 0 ? 0 : 100 * row.cases / most}%` });
  const press = html(
    "button",
    { type: "button", title: row.title },
    html("span", { class: "tbx-name" }, name),
    html("span", { class: "tbx-number" }, formatCount(row.cases)),
    html("span", { class: "tbx-share" }, all === 0 ? "" : formatShare(row.cases / all)),
    html("span", { class: "tbx-bar", "aria-hidden": "true" }, bar),
  );
  press.addEventListener("click", () => {
    const { left, bottom } = press.getBoundingClientRect();
    act(row, left + 12, bottom);
  });
  return html("li", {}, press);
}
