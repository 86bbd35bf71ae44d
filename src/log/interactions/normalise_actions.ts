/**
 * The normalised action of an interaction: its type and its context (application, window, sheet, field), without its
 * data (values, rows, ids of records). Context and data after Leno et al., "Discovering Data Transfer Routines from
 * User Interaction Logs" (2021).
 */
import { columnNamed, type Table, type TextColumn } from "../../base/column.ts";
import { combineText, mapText } from "../../io/interactions/text_columns.ts";
import { type ActionParts, labelActions } from "./action_labels.ts";
import { contextValues, spreadShare } from "./context_values.ts";

export interface NormalisedActions {
  readonly action: TextColumn;
  /** For a person; of each entry of the action's dictionary. No two are equal. */
  readonly labels: readonly string[];
}

/**
 * Names each row's action, as in `editField Email @ Chrome / forms.example.com/order`. Rows are by user and then time.
 *
 * The element is its id, else its name, else its label. Numbers of four digits and more, and other identifiers of
 * records, stand as `#`: "Order 4711 - Sales" and "Order 4712 - Sales" are one window, "VA01" and "Sheet1" are names.
 * So do words that come with one record and never again: see `contextValues`. They are judged where the log repeats
 * itself at all: windows within their application, elements by type of action within their window.
 */
export function normaliseActions(canonical: Table): NormalisedActions {
  const column = (name: string, change: (value: string) => string = withoutIds) => {
    const found = columnNamed(canonical, name);
    return found?.kind === "text" ? mapText(found, name, (value) => change(value) || undefined) : undefined;
  };
  const type = column("eventType", (type) => type.trim());
  const kind = column("actionClass");
  const app = column("app", (app) => app);
  const elementType = column("elementType", (type) => type);
  const { rows } = canonical;
  const acts = combineText([type, kind, app], "acts", rows, (...words) => JSON.stringify(words)).codes;
  const apps = combineText([app], "apps", rows, (name) => name ?? "").codes;
  const element = ["elementId", "elementName", "elementLabel"].map((name) => column(name));
  const named = combineText(element, "element", rows, (id, name, label) => id ?? name ?? label);
  const hasElements = named.dictionary.length > 0;
  const repeats = spreadShare(named, acts) >= 0.5;
  const [container1, container2] = ["container1", "container2"].map((name) => {
    const one = column(name);
    if (!one || (hasElements && !repeats)) return one;
    return contextValues(one, apps, { pure: (values) => hasElements || values >= 30 });
  });
  const places =
    combineText([type, kind, app, container1, container2], "places", rows, (...words) => JSON.stringify(words)).codes;
  const [id, name, label] = element.map((one) =>
    one && repeats ? contextValues(one, places, { pure: () => true }) : one
  );

  const columns = [type, kind, id, name, label, elementType, app, container1, container2];
  const partsOf = new Map<string, ActionParts>();
  const action = combineText(
    columns,
    "action",
    rows,
    (type, kind, id, name, label, elementType, app, container1, container2) => {
      const what = [type ?? kind ?? "other", id ?? name ?? label].filter(Boolean).join(" ");
      const where = [app, container1, container2].filter(Boolean).join(" / ");
      const key = where ? `${what} @ ${where}` : what;
      const parts = { type, kind, id, name, label, elementType, app, container1, container2 };
      if (!partsOf.has(key)) partsOf.set(key, parts);
      return key;
    },
  );
  return { action, labels: labelActions(action.dictionary.map((key) => [key, partsOf.get(key)!])) };
}

/** UUIDs, long hexadecimal words with a digit, and runs of four or more digits as `#`; spaces drawn together. */
function withoutIds(text: string): string {
  return text.replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "#")
    .replace(/\b(?=[a-f]*\d)[0-9a-f]{12,}\b/gi, "#")
    .replace(/\d{4,}/g, "#")
    .replace(/\s+/g, " ").trim();
}
