/** Interactions in canonical columns, as `writeInteractions` writes them: they are read as they were. */
import { columnNamed, type TextColumn } from "../../base/column.ts";
import { asText } from "../../base/text_codes.ts";
import { CANONICAL_COLUMNS, type CanonicalParts, type InteractionMapping } from "./canonical_columns.ts";

export function isCanonical(names: readonly string[]): boolean {
  return ["actionClass", "sourceFormat"].every((name) => names.includes(name));
}

export function canonicalMapping(names: readonly string[]): InteractionMapping {
  const optional = Object.entries({
    end: "tsEnd",
    user: "user",
    host: "host",
    app: "app",
    action: "eventType",
    window: "container1",
    url: "url",
    container: "container2",
    element: "elementName",
    elementId: "elementId",
    elementLabel: "elementLabel",
    elementType: "elementType",
    row: "rowKey",
    value: "valueNew",
    oldValue: "valueOld",
    clipboard: "clipboard",
  }).filter(([, name]) => names.includes(name));
  return { ...(names.includes("ts") && { timestamp: "ts" }), ...Object.fromEntries(optional) };
}

export function canonicalColumns({ table }: CanonicalParts): TextColumn[] {
  return CANONICAL_COLUMNS.filter((name) => name !== "ts" && name !== "tsEnd")
    .flatMap((name) => columnNamed(table, name) ?? []).map(asText);
}
