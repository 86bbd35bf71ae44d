/** A table in the page: sorted by its heads, searched, paged, copied and saved. */
import { formatCount } from "../../base/format.ts";
import { drawInTheme } from "../kit/theme.ts";
import { barOf } from "../tables/columns.ts";
import { cellOf, type TableData } from "../tables/table_data.ts";
import { type Cell, exactBehind, isFigure, writeCell } from "../tables/units.ts";
import { button, html, pick } from "./controls.ts";
import { copyText, fileName, saveText } from "./take_away.ts";
import { rowSearch, sortedBy, type Sorting, sortRows } from "./table_rows.ts";
import { type RowsAsked, rowsEvent } from "./menu/held_table.ts";
import { rowSelection } from "./row_selection.ts";
import { tableStyle } from "./table_style.ts";
import { tableCsv, tableTabs } from "./table_text.ts";

/** Few rows are seen at a glance: there is nothing to search for. */
const fewRows = 5;

/** Texts wrap where they are longer, in characters. */
const mostRoom = 24;

/** Longer texts are cut in a cell; hovering tells the rest. */
const mostCharacters = 160;

export interface TableBehaviour {
  /** What a row of the data is opened to, by its place there. */
  readonly detail?: (row: number) => HTMLElement;
  /** What its button says to those who do not see it. */
  readonly opener?: string;
}

export function showTable(stage: HTMLElement, data: TableData, { detail, opener = "" }: TableBehaviour = {}): void {
  const columns = data.columns.map(([name, head, unit, full], i) => ({
    name,
    head,
    unit,
    full,
    room: isFigure(unit) ? 0 : Math.min(mostRoom, longest(data.rows.map((row) => String(row[i] ?? "")))),
  }));
  const units = columns.map(({ unit }) => unit);
  const all = data.rows.map((row) => units.map((unit, i) => cellOf(row[i], unit)));
  const find = rowSearch(all, units);
  let rows: readonly (readonly Cell[])[] = all, sought = "", sorting: Sorting | undefined;
  let page = 0, pageRows = data.pageRows;

  const body = html("tbody");
  const status = html("span", { class: "tb-status", role: "status" });
  const search = html("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const heads = columns.map((column, i) =>
    head(column, () => {
      sorting = sortedBy(i, sorting);
      renew();
    })
  );
  const copy = button("Copy", "Copy", async () => {
    const done = await copyText(stage, tableTabs(columns, rows));
    status.textContent = done ? `Copied ${rowsInWords(rows.length)}.` : "The browser does not let this page copy.";
  });
  const save = button(
    "Save as CSV",
    "CSV",
    () => saveText(stage, `${fileName(data.title, "table")}.csv`, tableCsv(columns, rows)),
  );
  const turn = (by: number) => () => {
    page += by;
    draw();
  };
  const back = button("Previous page", "‹ Previous", turn(-1)), on = button("Next page", "Next ›", turn(1));
  const sizes = [...new Set([10, 20, 50, 100, data.pageRows])].sort((a, b) => a - b)
    .filter((size, i, every) => size === data.pageRows || i === 0 || every[i - 1]! < all.length);
  const size = pick("Rows on a page", sizes.map((n) => [String(n), `${n} rows`]), String(pageRows), (chosen) => {
    page = Math.floor(page * pageRows / Number(chosen));
    pageRows = Number(chosen);
    draw();
  });

  search.addEventListener("input", () => {
    sought = search.value;
    renew();
  });
  stage.classList.add("tb-table");
  const scroll = html(
    "div",
    { class: "tb-scroll", role: "region", "aria-label": data.title || "Table", tabindex: "0" },
    html("table", {}, html("thead", {}, html("tr", {}, ...heads.map(({ cell }) => cell))), body),
  );
  stage.append(
    html("style", {}, tableStyle),
    html(
      "div",
      { class: "tb-bar" },
      ...(all.length > fewRows ? [html("label", { class: "tb-search" }, html("span", {}, "Search"), search)] : []),
      html("span", { class: "tb-take" }, copy, save),
    ),
    scroll,
    html(
      "div",
      { class: "tb-foot" },
      status,
      ...(all.length > pageRows ? [html("span", { class: "tb-pages" }, size, back, on)] : []),
    ),
  );
  const selection = data.rowsAre && rowSelection(stage, data.rowsAre, columns.map(({ name }) => name));
  stage.addEventListener(rowsEvent, (event) => {
    Object.assign((event as CustomEvent<RowsAsked>).detail, { rows: rows.slice(page * pageRows), count: pageRows });
  });
  drawInTheme(stage, ({ dark }) => stage.style.setProperty("--fill", dark ? "#26456a" : "#d6e6f8"));
  draw();

  function renew(): void {
    const found = find(sought);
    rows = sorting === undefined ? found : sortRows(found, sorting);
    page = 0;
    heads.forEach(({ cell }, i) => {
      if (sorting?.column === i) cell.setAttribute("aria-sort", sorting.direction);
      else cell.removeAttribute("aria-sort");
    });
    draw();
  }

  function draw(): void {
    const last = Math.max(0, Math.ceil(rows.length / pageRows) - 1);
    page = Math.max(0, Math.min(page, last));
    const first = page * pageRows, shown = rows.slice(first, first + pageRows);
    // Bars of a column end before its longest figure, on all rows alike.
    const figures = units.map((unit, i) => longest(shown.map((row) => writeCell(row[i], unit))));
    body.replaceChildren(
      ...shown.map((row) => html("tr", {}, ...columns.map((column, i) => cell(row[i]!, column, figures[i]!)))),
    );
    selection?.prepare([...body.rows], shown);
    if (detail) {
      [...body.rows].forEach((element, i) =>
        addOpener(element, opener, () => detail(all.indexOf(shown[i]! as Cell[])))
      );
    }
    back.disabled = page === 0;
    on.disabled = page === last;
    status.textContent = statusOf(first, shown.length);
    save.title = `Save ${rowsInWords(rows.length)} as CSV`;
    copy.title = `Copy ${rowsInWords(rows.length)}, for a spreadsheet`;
  }

  function statusOf(first: number, shown: number): string {
    const count = rows.length < all.length ? `${formatCount(rows.length)} found of ` : "";
    const whole = data.total > all.length ? `the first ${formatCount(all.length)} of ` : "";
    const among = `${count}${whole}${rowsInWords(data.total)}`;
    if (rows.length === 0) return all.length === 0 ? "No rows." : `No row holds “${sought.trim()}”.`;
    if (shown === rows.length) return count + whole === "" ? rowsInWords(all.length) : among;
    return `${formatCount(first + 1)} to ${formatCount(first + shown)} of ${among}`;
  }
}

/** Makes the first cell of a row a button that shows, below the row, what it is opened to. */
function addOpener(row: HTMLTableRowElement, label: string, detail: () => HTMLElement): void {
  const first = row.cells[0]!;
  const name = first.textContent ?? "";
  const open = html("button", {
    type: "button",
    class: "tb-open",
    "aria-expanded": "false",
    "aria-label": `${label} ${name}`,
  }, name);
  let below: HTMLTableRowElement | undefined;
  open.addEventListener("click", () => {
    if (below) {
      below.remove();
      below = undefined;
    } else {
      below = html("tr", { class: "tb-detail" }, html("td", { colspan: String(row.cells.length) }, detail()));
      row.after(below);
    }
    open.setAttribute("aria-expanded", String(below !== undefined));
  });
  first.replaceChildren(open);
}

interface Column {
  readonly name: string;
  readonly head: string;
  readonly unit: TableData["columns"][number][2];
  readonly full: number | null;
  /** Characters that a cell of texts has room for before it wraps. */
  readonly room: number;
}

function head(column: Column, press: () => void): { cell: HTMLTableCellElement } {
  const sort = html("button", { type: "button" }, html("span", {}, column.head), html("i", { "aria-hidden": "true" }));
  if (column.head !== column.name) sort.title = column.name;
  sort.addEventListener("click", press);
  return { cell: html("th", { scope: "col", ...(isFigure(column.unit) && { class: "tb-num" }) }, sort) };
}

function cell(value: Cell, { unit, full, room }: Column, figures: number): HTMLTableCellElement {
  const written = writeCell(value, unit);
  const cut = written.length > mostCharacters;
  const element = html("td", {}, cut ? written.slice(0, mostCharacters) + "…" : written);
  if (isFigure(unit)) element.className = "tb-num";
  else element.style.setProperty("--tb-wide", `${room}ch`);
  const behind = cut ? written : exactBehind(value, unit);
  if (behind !== undefined) element.title = behind;
  const bar = barOf(value, full);
  if (bar !== undefined) {
    element.classList.add("tb-fill");
    element.style.setProperty("--part", bar.toFixed(4));
    element.style.setProperty("--room", `${figures + 1}ch`);
  }
  return element;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

function rowsInWords(n: number): string {
  return `${formatCount(n)} ${n === 1 ? "row" : "rows"}`;
}
