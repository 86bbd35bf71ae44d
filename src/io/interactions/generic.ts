/** Any table of interactions, once it is known which column is what. */
import type { TextColumn } from "../../base/column.ts";
import { actionClassOf } from "./action_class.ts";
import { domainOf, pageOf } from "./addresses.ts";
import type { CanonicalParts } from "./canonical_columns.ts";
import { combineText, constantText, mapText, renamed, textNamed } from "./text_columns.ts";

/**
 * The canonical columns of a mapped table. A value belongs to the clipboard where the action copies or pastes and no
 * column is mapped to `clipboard`. Without a column of actions each row says which window had the focus.
 */
export function genericColumns({ table, mapping }: CanonicalParts): TextColumn[] {
  const { rows } = table;
  const asRead = (role: keyof typeof mapping) => textNamed(table, mapping[role]);
  /** Trimmed: spaces are no part of a name. What was typed or copied keeps its spaces. */
  const mapped = (role: keyof typeof mapping) => {
    const column = asRead(role);
    const isPlain = column?.dictionary.every((value) => value === value.trim());
    return column && !isPlain ? mapText(column, column.name, (value) => value.trim() || undefined) : column;
  };
  const type = mapped("action");
  const url = mapped("url");
  const value = asRead("value");
  const clipboard = asRead("clipboard");
  const elementType = renamed(mapped("elementType"), "elementType");
  const kind = combineText([type, elementType], "actionClass", rows, (event, element) => {
    if (event !== undefined) return actionClassOf(event, element);
    return type ? "other" : "window";
  });
  const copied = (act: string | undefined) => !clipboard && (act === "copy" || act === "paste");
  return [
    renamed(mapped("user"), "user"),
    renamed(mapped("host"), "host"),
    renamed(mapped("app"), "app"),
    renamed(mapped("window"), "windowTitle"),
    renamed(url, "url"),
    url && mapText(url, "domain", domainOf),
    renamed(type, "eventType"),
    kind,
    renamed(mapped("elementId"), "elementId"),
    renamed(mapped("element"), "elementName"),
    renamed(mapped("elementLabel"), "elementLabel"),
    elementType,
    combineText([url, mapped("window")], "container1", rows, (address, title) => address ? pageOf(address) : title),
    renamed(mapped("container"), "container2"),
    renamed(mapped("row"), "rowKey"),
    renamed(asRead("oldValue"), "valueOld"),
    value && combineText([kind, value], "valueNew", rows, (act, text) => copied(act) ? undefined : text),
    renamed(clipboard, "clipboard") ??
      (value && combineText([kind, value], "clipboard", rows, (act, text) => copied(act) ? text : undefined)),
    constantText("sourceFormat", "CSV", rows),
  ].filter((column) => column !== undefined);
}
