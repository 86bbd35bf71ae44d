/** Rows of a table that stand for cases: one is selected by a click or by Enter, arrow keys go from row to row. */
import type { RowsAre } from "../figure/figure_parts.ts";
import type { Selectable } from "../kit/filter_code.ts";
import { type Cell, writeCell } from "../tables/units.ts";
import { type Choice, selecting } from "./menu/selecting.ts";

export interface RowSelection {
  /** Makes the rows of the page selectable. */
  prepare(elements: readonly HTMLTableRowElement[], rows: readonly (readonly Cell[])[]): void;
}

/** @param heads Names of the columns: one of them may tell how many cases a row has. */
export function rowSelection(stage: HTMLElement, kind: RowsAre, heads: readonly string[]): RowSelection {
  let chosen: readonly Cell[] | undefined;
  let shown: readonly (readonly [HTMLTableRowElement, readonly Cell[]])[] = [];
  const mark = () => {
    for (const [element, row] of shown) {
      element.classList.toggle("tb-chosen", row === chosen);
      element.setAttribute("aria-selected", String(row === chosen));
    }
  };
  const selection = selecting(stage, () => {
    chosen = undefined;
    mark();
  });
  const pick = (row: readonly Cell[]) => {
    const next = row === chosen ? undefined : row;
    const choice = next && rowChoice(kind, next, heads);
    selection.choose(choice);
    chosen = choice && next;
    mark();
  };
  return {
    prepare(elements, rows) {
      shown = elements.map((element, i) => [element, rows[i]!] as const);
      shown.forEach(([element, row], i) => {
        element.tabIndex = i === 0 ? 0 : -1;
        element.addEventListener("click", (event) => {
          // Who marks a text with the pointer wants to copy it, and buttons do what they say.
          if (!(event.target as Element).closest("button") && getSelection()?.toString() === "") pick(row);
        });
        element.addEventListener("keydown", (event) => {
          if (event.target !== element) return;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step === undefined && event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          if (step === undefined) return pick(row);
          const next = shown[i + step]?.[0];
          if (!next) return;
          element.tabIndex = -1;
          next.tabIndex = 0;
          next.focus();
        });
      });
      mark();
    },
  };
}

export function rowChoice(kind: RowsAre, row: readonly Cell[], heads: readonly string[]): Choice | undefined {
  const selected = selectableOf(kind, row);
  if (!selected) return undefined;
  const at = heads.indexOf("cases"), cases = at < 0 ? "" : writeCell(row[at], "count");
  const name = kind === "paths"
    ? `${row[0]} → ${row[1]}`
    : `${{ variants: "Variant ", activities: "", cases: "Case " }[kind]}${row[0]}`;
  return { words: cases === "" ? name : `${name}: ${cases} ${cases === "1" ? "case" : "cases"}`, selected };
}

/** Nothing for the path of cases that have no events. */
function selectableOf(kind: RowsAre, row: readonly Cell[]): Selectable | undefined {
  const [first, second] = [String(row[0] ?? ""), String(row[1] ?? "")];
  switch (kind) {
    case "paths":
      if (first === "(start)") return second === "(end)" ? undefined : { kind: "start", activity: second };
      return second === "(end)" ? { kind: "end", activity: first } : { kind: "path", from: first, to: second };
    case "variants":
      return { kind: "rank", rank: Number(row[0]) };
    case "activities":
      return { kind: "activity", activity: first };
    case "cases":
      return { kind: "case", id: first };
  }
}
