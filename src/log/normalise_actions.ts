/**
 * The normalised action of an interaction: its type and its context (application, window, sheet, field), without its
 * data (values, rows, ids of records). Context and data after Leno et al., "Discovering Data Transfer Routines from
 * User Interaction Logs" (2021).
 */
import { columnNamed, type Table, type TextColumn } from "../db/column.ts";
import { combineText, mapText } from "../io/interactions/text_columns.ts";

/**
 * Names each row's action, as in `editField Email @ Chrome / forms.example.com/order`.
 *
 * The element is its id, else its name, else its label. Numbers of four digits and more, and other identifiers of
 * records, stand as `#`: "Order 4711 - Sales" and "Order 4712 - Sales" are one window, "VA01" and "Sheet1" are names.
 */
export function normaliseActions(canonical: Table): TextColumn {
  const column = (name: string, change: (value: string) => string = withoutIds) => {
    const found = columnNamed(canonical, name);
    return found?.kind === "text" ? mapText(found, name, change) : undefined;
  };
  const columns = [
    column("eventType", (type) => type.trim()),
    column("actionClass"),
    column("elementId"),
    column("elementName"),
    column("elementLabel"),
    column("app", (app) => app),
    column("container1"),
    column("container2"),
  ];
  return combineText(columns, "action", canonical.rows, (type, kind, id, name, label, app, container1, container2) => {
    const what = [type ?? kind ?? "other", id ?? name ?? label].filter(Boolean).join(" ");
    const where = [app, container1, container2].filter(Boolean).join(" / ");
    return where ? `${what} @ ${where}` : what;
  });
}

/** UUIDs, long hexadecimal words with a digit, and runs of four or more digits as `#`; spaces drawn together. */
function withoutIds(text: string): string {
  return text.replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "#")
    .replace(/\b(?=[a-f]*\d)[0-9a-f]{12,}\b/gi, "#")
    .replace(/\d{4,}/g, "#")
    .replace(/\s+/g, " ").trim();
}
