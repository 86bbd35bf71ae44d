/**
 * The Action Logger's CSV: Leno, Polyvyanyy, La Rosa, Dumas, Maggi, "Action Logger: Enabling Process Mining for Robotic
 * Process Automation", BPM demos 2019. As recorded (`target.className`), or preprocessed (`target.class`, also with a
 * leading `caseID`).
 */
import type { Table, TextColumn } from "../../db/column.ts";
import { actionClassOf } from "./action_class.ts";
import { domainOf, pageOf } from "./addresses.ts";
import type { CanonicalParts, InteractionMapping } from "./raw_interactions.ts";
import { byCodeUnit, combineText, constantText, mapText, textNamed } from "./text_columns.ts";

const CLIPBOARD = "OS-Clipboard";

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
 * The recorder does not know who uses the clipboard: see `usersByTime`.
 */
export function actionLoggerColumns({ table, time, report, placeOf }: CanonicalParts): TextColumn[] {
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
  const users = usersByTime(textNamed(table, "userID"), time);
  if (users.filled > 0) {
    report.add(
      "user inferred",
      () => `${placeOf(users.example)} has no userID; it belongs to "${users.exampleUser}", who worked at that time`,
      users.filled,
    );
  }
  return [
    users.column,
    app && mapText(app, "app", (name) => name),
    url && mapText(url, "url", (address) => address),
    url && mapText(url, "domain", domainOf),
    type && mapText(type, "eventType", (name) => name),
    kind,
    combineText([cell, id], "elementId", rows, (inSheet, name) => inSheet ? columnsOf(inSheet) : name),
    withName(textNamed(table, "target.name"), "elementName"),
    label && mapText(label, "elementLabel", (text) => text.replace(/\\n|\s+/g, " ").trim() || undefined),
    elementType,
    combineText([workbook, url], "container1", rows, (book, address) => book ?? (address && pageOf(address))),
    sheet && mapText(sheet, "container2", (name) => name),
    mapText(cell, "rowKey", rowsOf),
    combineText([kind, written], "valueOld", rows, (act, text) => act === "edit" ? undefined : text),
    combineText([kind, written], "valueNew", rows, (act, text) => act === "edit" ? text : undefined),
    withName(textNamed(table, "content"), "clipboard"),
    constantText("sourceFormat", "Action Logger", rows),
  ].filter((column) => column !== undefined);
}
