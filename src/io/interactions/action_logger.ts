/**
 * The Action Logger's CSV: Leno, Polyvyanyy, La Rosa, Dumas, Maggi, "Action Logger: Enabling Process Mining for Robotic
 * Process Automation", BPM demos 2019. As recorded (`target.className`), or preprocessed (`target.class`, also with a
 * leading `caseID`).
 */
import type { TextColumn } from "../../base/column.ts";
import { actionClassOf } from "./action_class.ts";
import { domainOf, pageOf } from "./addresses.ts";
import { CELL, columnsOfCell, rowsOfCell } from "./cells.ts";
import type { CanonicalParts, InteractionMapping } from "./canonical_columns.ts";
import { combineText, constantText, mapText, renamed, textNamed } from "./text_columns.ts";

export function isActionLogger(names: readonly string[]): boolean {
  return ["timeStamp", "userID", "targetApp", "eventType"].every((name) => names.includes(name));
}

export function actionLoggerMapping(names: readonly string[]): InteractionMapping {
  const optional = Object.entries({
    window: "target.workbookName",
    container: "target.sheetName",
    url: "url",
    element: "target.name",
    elementId: "target.id",
    elementLabel: "target.innerText",
    elementType: "target.type",
    value: "target.value",
    clipboard: "content",
    case: "caseID",
  }).filter(([, name]) => names.includes(name));
  return {
    timestamp: "timeStamp",
    user: "userID",
    app: "targetApp",
    action: "eventType",
    ...Object.fromEntries(optional),
  };
}

/**
 * The canonical columns of a recording.
 *
 * In a sheet the element is the column (`A`, or `A:C` of a range) and the row stands in `rowKey`: the same field of
 * another record is the same element. What `target.value` says is the new value after an edit, else the old one.
 * The recorder does not know who uses the clipboard: see `fillUsers`.
 */
export function actionLoggerColumns({ table }: CanonicalParts): TextColumn[] {
  const { rows } = table;
  const app = textNamed(table, "targetApp");
  const type = textNamed(table, "eventType");
  const url = textNamed(table, "url");
  const workbook = textNamed(table, "target.workbookName");
  const sheet = textNamed(table, "target.sheetName");
  const id = textNamed(table, "target.id");
  const htmlType = textNamed(table, "target.type");
  const tag = textNamed(table, "target.tagName");
  const label = textNamed(table, "target.innerText");
  const value = textNamed(table, "target.value");
  const option = textNamed(table, "target.option");
  const checked = textNamed(table, "target.checked");

  const elementType = combineText([htmlType, tag], "elementType", rows, (html, name) => html ?? name?.toLowerCase());
  const kind = combineText(
    [type, elementType],
    "actionClass",
    rows,
    (event, element) => event === undefined ? "other" : actionClassOf(event, element),
  );
  const cell = combineText(
    [id, workbook, sheet],
    "cell",
    rows,
    (name, ...container) => name !== undefined && container.some(Boolean) && CELL.test(name) ? name : undefined,
  );
  const written = combineText(
    [value, option, htmlType, checked],
    "value",
    rows,
    (text, choice, html, tick) =>
      (html === "checkbox" || html === "radio") && tick !== undefined ? tick : choice ?? text,
  );
  return [
    renamed(textNamed(table, "userID"), "user"),
    renamed(app, "app"),
    renamed(url, "url"),
    url && mapText(url, "domain", domainOf),
    renamed(type, "eventType"),
    kind,
    combineText([cell, id], "elementId", rows, (inSheet, name) => inSheet ? columnsOfCell(inSheet) : name),
    renamed(textNamed(table, "target.name"), "elementName"),
    label && mapText(label, "elementLabel", (text) => text.replace(/\\n|\s+/g, " ").trim() || undefined),
    elementType,
    combineText([workbook, url], "container1", rows, (book, address) => book ?? (address && pageOf(address))),
    renamed(sheet, "container2"),
    mapText(cell, "rowKey", rowsOfCell),
    combineText([kind, written], "valueOld", rows, (act, text) => act === "edit" ? undefined : text),
    combineText([kind, written], "valueNew", rows, (act, text) => act === "edit" ? text : undefined),
    renamed(textNamed(table, "content"), "clipboard"),
    constantText("sourceFormat", "Action Logger", rows),
  ].filter((column) => column !== undefined);
}
