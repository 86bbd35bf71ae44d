/** A table as a picture: it is none of itself. */
import type { TableData } from "../../tables/table_data.ts";
import { tablePicture } from "../../tables/table_picture.ts";
import { parsePicture } from "../still_picture.ts";
import { type RowsAsked, rowsEvent } from "./held_table.ts";

/** The page of a table as a picture; undefined for a stage that is no table. */
export function pictureOfTable(stage: HTMLElement, data: TableData | undefined): SVGSVGElement | undefined {
  const asked: RowsAsked = {};
  stage.dispatchEvent(new CustomEvent(rowsEvent, { detail: asked }));
  const { rows, count } = asked;
  if (!data || !rows || count === undefined) return undefined;
  const names = data.columns.map(([name]) => name);
  return parsePicture(tablePicture({
    columns: names,
    rows,
    units: Object.fromEntries(data.columns.map(([name, , unit]) => [name, unit])),
    bars: data.columns.flatMap(([name, , , full]) => full === null ? [] : [name]),
    heads: data.columns.every(([name, head]) => name === head) ? "names" : "words",
    total: rows.length,
  }, count));
}
