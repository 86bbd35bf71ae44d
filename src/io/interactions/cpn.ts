/**
 * The logs that Leno et al. generated from coloured Petri nets ("Automated Discovery of Data Transformations for
 * Robotic Process Automation", 2020): `eventType`, `timeStamp`, `source`, and columns that differ from log to log.
 */
import type { TextColumn } from "../../base/column.ts";
import { actionClassOf } from "./action_class.ts";
import { domainOf, pageOf } from "./addresses.ts";
import type { CanonicalParts, InteractionMapping } from "./canonical_columns.ts";
import { combineText, constantText, mapText, renamed, textNamed } from "./text_columns.ts";

export function isCpn(names: readonly string[]): boolean {
  return ["eventType", "timeStamp", "source", "lifecycle:transition"].every((name) => names.includes(name));
}

export function cpnMapping(names: readonly string[]): InteractionMapping {
  const optional = Object.entries({
    window: names.includes("FileName") ? "FileName" : "FilePath",
    container: "Sheet",
    url: "Url",
    element: "Label",
    elementId: "Column",
    row: "Row",
    value: "Value",
    case: "caseID",
  }).filter(([, name]) => names.includes(name));
  return { timestamp: "timeStamp", app: "source", action: "eventType", ...Object.fromEntries(optional) };
}

/** The canonical columns of such a log. A value that was copied or pasted is the clipboard's, any other was entered. */
export function cpnColumns({ table }: CanonicalParts): TextColumn[] {
  const { rows } = table;
  const type = textNamed(table, "eventType");
  const url = textNamed(table, "Url");
  const value = textNamed(table, "Value");
  const kind = combineText(
    [type],
    "actionClass",
    rows,
    (event) => event === undefined ? "other" : actionClassOf(event),
  );
  return [
    renamed(textNamed(table, "source"), "app"),
    renamed(url, "url"),
    url && mapText(url, "domain", domainOf),
    renamed(type, "eventType"),
    kind,
    renamed(textNamed(table, "Column"), "elementId"),
    combineText(
      [textNamed(table, "Label"), textNamed(table, "Key")],
      "elementName",
      rows,
      (label, key) => label ?? key,
    ),
    combineText(
      [textNamed(table, "FileName"), textNamed(table, "FilePath"), url],
      "container1",
      rows,
      (file, path, address) => file ?? path ?? (address && pageOf(address)),
    ),
    renamed(textNamed(table, "Sheet"), "container2"),
    // The record that a button is of, and the file that was opened: data, not where something was done.
    renamed(textNamed(table, "ref"), "elementPath"),
    renamed(textNamed(table, "NameFile"), "windowTitle"),
    renamed(textNamed(table, "Row"), "rowKey"),
    combineText([kind, value], "valueNew", rows, (act, text) => act === "copy" || act === "paste" ? undefined : text),
    combineText([kind, value], "clipboard", rows, (act, text) => act === "copy" || act === "paste" ? text : undefined),
    constantText("sourceFormat", "CPN", rows),
  ].filter((column) => column !== undefined);
}
