/**
 * The normalised action of an interaction: its type and its context (application, window, sheet, field), without its
 * data (values, rows, ids of records). Context and data after Leno et al., "Discovering Data Transfer Routines from
 * User Interaction Logs" (2021).
 */
import { columnNamed, type Table, type TextColumn } from "../../base/column.ts";
import { combineText, mapText } from "../../io/interactions/text_columns.ts";
import { type ActionParts, labelActions } from "./action_labels.ts";
import { type ClassOfApplication, classOfApplication } from "./application_classes.ts";
import { contextValues, spreadShare } from "./context_values.ts";
import { siteOf } from "./titles/site_of.ts";
import { windowsOf } from "./titles/windows_of.ts";
import { withoutIds } from "./without_ids.ts";

export interface NormalisedActions {
  readonly action: TextColumn;
  /** For a person; of each entry of the action's dictionary. No two are equal. */
  readonly labels: readonly string[];
}

/**
 * Names each row's action, as in `editField Email @ browser / forms.example.com/order`. Rows are by user and then time.
 *
 * The element is its id, else its name, else its label. Numbers of four digits and more, and other identifiers of
 * records, stand as `#`: "Order 4711 - Sales" and "Order 4712 - Sales" are one window, "VA01" and "Sheet1" are names.
 * Windows are named by their templates, without the browser that shows them: see `windowsOf`. Words of elements that come
 * with one record and never again are data too: see `contextValues`.
 */
export function normaliseActions(
  canonical: Table,
  classOf: ClassOfApplication = classOfApplication(),
): NormalisedActions {
  const text = (name: string) => {
    const found = columnNamed(canonical, name);
    return found?.kind === "text" ? found : undefined;
  };
  const column = (name: string, change: (value: string) => string = withoutIds) => {
    const found = text(name);
    return found && mapText(found, name, (value) => change(value) || undefined);
  };
  const type = column("eventType", (type) => type.trim());
  const kind = column("actionClass");
  const recorded = column("app", (app) => app);
  const elementType = column("elementType", (type) => type);
  const { rows } = canonical;
  const titles = text("container1");
  const windows = titles && windowsOf(titles, recorded, text("user"), classOf);
  const app = windows?.place ?? recorded, container1 = windows?.window;
  const acts = combineText([type, kind, app], "acts", rows, (...words) => JSON.stringify(words)).codes;
  const apps = combineText([app], "apps", rows, (name) => name ?? "").codes;
  const element = ["elementId", "elementName", "elementLabel"].map((name) => column(name));
  const named = combineText(element, "element", rows, (id, name, label) => id ?? name ?? label);
  const repeats = named.dictionary.length === 0 || spreadShare(named, acts) >= 0.5;
  const sheets = column("container2");
  const container2 = sheets && repeats ? contextValues(sheets, apps, { pure: () => true }) : sheets;
  const places =
    combineText([type, kind, app, container1, container2], "places", rows, (...words) => JSON.stringify(words)).codes;
  const [id, name, label] = element.map((one) =>
    one && repeats ? contextValues(one, places, { pure: () => true }) : one
  );

  const columns = [type, kind, id, name, label, elementType, app, container1, container2, recorded];
  const partsOf = new Map<string, ActionParts>();
  const action = combineText(
    columns,
    "action",
    rows,
    (type, kind, id, name, label, elementType, app, container1, container2, recorded) => {
      const what = [type ?? kind ?? "other", id ?? name ?? label].filter(Boolean).join(" ");
      const where = [app, container1, container2].filter(Boolean).join(" / ");
      const key = where ? `${what} @ ${where}` : what;
      const parts = { type, kind, id, name, label, elementType, app: recorded, container2, ...siteOf(container1, app) };
      const known = partsOf.get(key);
      if (!known) partsOf.set(key, parts);
      else if (known.app !== recorded) partsOf.set(key, { ...known, app });
      return key;
    },
  );
  return { action, labels: labelActions(action.dictionary.map((key) => [key, partsOf.get(key)!])) };
}
