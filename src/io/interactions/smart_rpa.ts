/**
 * SmartRPA's CSV: Agostinelli, Lupia, Marrella, Mecella, "Reactive synthesis of software robots in RPA from user
 * interface logs", Computers in Industry 142 (2022). Up to 49 columns, most of them empty in most rows;
 * `window_ingognito` is its own spelling. Also with the names that its conversion to XES and back gives.
 */
import type { Table, TextColumn } from "../../base/column.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { actionClassOf } from "./action_class.ts";
import { domainOf, pageOf } from "./addresses.ts";
import { CELL, columnsOfCell, rowsOfCell } from "./cells.ts";
import type { CanonicalParts, InteractionMapping } from "./canonical_columns.ts";
import { combineText, constantText, mapText, renamed, textAt, textNamed } from "./text_columns.ts";

/** Columns that have another name where the CSV was an XES in between. */
const RENAMED = {
  timestamp: ["timestamp", "time:timestamp"],
  user: ["user", "org:resource"],
  type: ["event_type", "concept:name"],
} as const;

function nameIn(names: readonly string[], role: keyof typeof RENAMED): string | undefined {
  return RENAMED[role].find((name) => names.includes(name));
}

export function isSmartRpa(names: readonly string[]): boolean {
  return nameIn(names, "timestamp") !== undefined && nameIn(names, "type") !== undefined &&
    ["category", "application"].every((name) => names.includes(name)) &&
    ["window_ingognito", "tag_category", "cell_range", "event_src_path"].some((name) => names.includes(name));
}

export function smartRpaMapping(names: readonly string[]): InteractionMapping {
  const optional = Object.entries({
    user: nameIn(names, "user") ?? "user",
    window: "title",
    url: "browser_url",
    container: "current_worksheet",
    element: "tag_name",
    elementId: "id",
    elementLabel: "tag_innerText",
    elementType: "tag_type",
    value: "tag_value",
    clipboard: "clipboard_content",
    case: "case:concept:name",
  }).filter(([, name]) => names.includes(name));
  return {
    timestamp: nameIn(names, "timestamp")!,
    app: "application",
    action: nameIn(names, "type")!,
    ...Object.fromEntries(optional),
  };
}

/**
 * Rows that count: not those of incognito windows. Rows of the recorder's making are counted, and stay: cleaning leaves
 * them out.
 */
export function smartRpaRows(table: Table, report: ReadingReport, placeOf: (row: number) => string): Int32Array {
  const secret = textNamed(table, "window_ingognito") ?? textNamed(table, "window_incognito");
  const type = textNamed(table, nameIn(table.columns.map(({ name }) => name), "type"));
  const isSecret = secret?.dictionary.map((value) => /^(true|1|yes)$/i.test(value.trim()));
  const isNoise = type?.dictionary.map((value) => /^newTab$|BrowserExtension$/i.test(value.trim()));
  return new Int32Array(table.rows).map((_, row) => row).filter((row) => {
    if (type && isNoise![type.codes[row]!]) {
      report.add(
        "recorder noise",
        () =>
          `${placeOf(row)}: "${
            textAt(type, row)
          }" is what the recorder saw, not what somebody did; cleaning leaves it out`,
      );
    }
    if (!secret || !isSecret![secret.codes[row]!]) return true;
    report.add("incognito left out", () => `${placeOf(row)}: an incognito window, so the row is left out`);
    return false;
  });
}

/** The canonical columns of a recording. In a sheet the element is the column of the cell, as for the Action Logger. */
export function smartRpaColumns({ table, mapping }: CanonicalParts): TextColumn[] {
  const { rows } = table;
  const column = (name: string) => textNamed(table, name);
  const type = textNamed(table, mapping.action);
  const url = column("browser_url");
  const title = column("title");
  const checked = column("tag_checked");
  const tagType = column("tag_type");
  const elementType = combineText(
    [tagType, column("tag_category")],
    "elementType",
    rows,
    (html, tag) => html ?? tag?.toLowerCase(),
  );
  const kind = combineText([type, column("category"), elementType], "actionClass", rows, (event, category, element) => {
    if (event === undefined || /BrowserExtension$/i.test(event)) return "other";
    if (category === "Browser" && TRANSITIONS.has(event.toLowerCase())) return "navigate";
    return actionClassOf(event, element);
  });
  const cell = combineText([column("cell_range")], "cell", rows, (range) => {
    const plain = range?.replace(/^.*!/, "").trim();
    return plain !== undefined && CELL.test(plain) ? plain : undefined;
  });
  const path = combineText(
    [column("xpath_full"), column("xpath")],
    "elementPath",
    rows,
    (full, short) => full ?? short,
  );
  const label = combineText(
    [column("tag_innerText"), column("tag_title")],
    "elementLabel",
    rows,
    (inner, hint) => inner?.replace(/\\n|\s+/g, " ").trim() || hint,
  );
  const file = combineText(
    [column("event_src_path"), column("event_dest_path")],
    "file",
    rows,
    (source, destination) => (source ?? destination)?.split(/[\\/]/).findLast((part) => part !== ""),
  );
  const written = combineText(
    [column("cell_content"), column("tag_value"), column("tag_option"), tagType, checked],
    "value",
    rows,
    (content, value, option, html, tick) =>
      (html === "checkbox" || html === "radio") && tick !== undefined ? tick : content ?? option ?? value,
  );
  return [
    renamed(textNamed(table, mapping.user), "user"),
    renamed(column("application"), "app"),
    renamed(title, "windowTitle"),
    renamed(url, "url"),
    url && mapText(url, "domain", domainOf),
    renamed(type, "eventType"),
    kind,
    combineText([cell, column("id")], "elementId", rows, (inSheet, id) => inSheet ? columnsOfCell(inSheet) : id),
    combineText(
      [column("tag_name"), column("hotkey"), file, label, cell, column("id"), path],
      "elementName",
      rows,
      (name, keys, document, words, inSheet, id, where) =>
        // A button without any name is where it stands in the page.
        name ?? keys ?? document ?? (words ?? inSheet ?? id ? undefined : where),
    ),
    label,
    elementType,
    path,
    combineText(
      [column("workbook"), url, title],
      "container1",
      rows,
      (book, address, words) => book?.split(/[\\/]/).at(-1) ?? (address === undefined ? words : pageOf(address)),
    ),
    renamed(column("current_worksheet"), "container2"),
    mapText(cell, "rowKey", rowsOfCell),
    combineText([kind, written], "valueOld", rows, (act, text) => act === "edit" ? undefined : text),
    combineText([kind, written], "valueNew", rows, (act, text) => act === "edit" ? text : undefined),
    renamed(column("clipboard_content"), "clipboard"),
    constantText("sourceFormat", "SmartRPA", rows),
  ].filter((one) => one !== undefined);
}

/** How a browser came to a page, in its own words: "typed" is an address, not a text. */
const TRANSITIONS = new Set([
  "typed",
  "link",
  "generated",
  "startpage",
  "reload",
  "autobookmark",
  "keyword",
  "autotoplevel",
]);
