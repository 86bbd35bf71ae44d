/** The same rows as different recorders write them down. */
import type { Row } from "../corpus.ts";
import type { Deed } from "./desk.ts";

/** From plain columns to those of a file. */
export type Dress = (cells: Readonly<Record<string, string>>) => Record<string, string>;

type Plain = "timeStamp" | "user" | "app" | "window" | "url" | "sheet" | "element" | "elementType" | "deed" | "value";

/** A table with columns and words of its own; what has no column is not recorded. */
function table(columns: Partial<Record<Plain | "row", string>>, words: Partial<Record<Deed, string>> = {}): Dress {
  return (cells) =>
    Object.fromEntries(
      Object.entries(columns).map(([plain, name]) => {
        const value = cells[plain] ?? "";
        return [name, plain === "deed" ? words[value as Deed] ?? value : value];
      }),
    );
}

export const plainTable = table({
  timeStamp: "timestamp",
  user: "user",
  app: "application",
  window: "window",
  element: "element",
  elementType: "elementType",
  deed: "action",
  value: "value",
  row: "row",
});

export const germanTable = table({
  timeStamp: "Zeitstempel",
  user: "Benutzer",
  app: "Anwendung",
  window: "Fenstertitel",
  url: "URL",
  element: "Feld",
  elementType: "Feldtyp",
  deed: "Aktion",
  value: "Wert",
}, {
  click: "Klick",
  type: "Eingabe",
  copy: "Kopieren",
  paste: "Einfügen",
  select: "Auswahl",
  open: "Fenster öffnen",
  close: "Fenster schließen",
  focus: "Fensterwechsel",
  navigate: "Aufruf",
  key: "Taste",
});

/** Names of processes, labels instead of names of fields, no types of controls. */
export const processTable = table({
  timeStamp: "Start Time",
  user: "Agent",
  app: "Process Name",
  window: "Window Title",
  element: "Label",
  deed: "Event Type",
  value: "Text",
}, {
  click: "Mouse Click",
  type: "Text Entered",
  open: "Window Opened",
  close: "Window Closed",
  focus: "Window Activated",
  key: "Key Press",
  select: "Item Selected",
});

export const webTable = table({
  timeStamp: "time",
  user: "employee",
  app: "program",
  window: "page title",
  url: "page_url",
  sheet: "worksheet",
  element: "field_name",
  elementType: "control_type",
  deed: "event",
  value: "content",
}, { click: "clicked", type: "changed", copy: "copied", paste: "pasted", select: "selected", open: "opened" });

/** The Action Logger sees workbooks and the browser; half of the fields of a page have an id. */
export const actionLogger: Dress = (
  { timeStamp, user, app, url, window, sheet, element, elementType, deed, value, row },
) => {
  const inSheet = app === "Excel";
  const field = elementType === "text" || elementType === "combobox" || elementType === "checkbox";
  const types: Partial<Record<string, string>> = inSheet
    ? {
      click: elementType === "cell" ? "getCell" : "saveWorkbook",
      type: "editCell",
      copy: "copyCell",
      paste: "pasteIntoCell",
      open: "openWorkbook",
      key: "save",
    }
    : {
      click: elementType === "text"
        ? "clickTextField"
        : elementType === "checkbox"
        ? "clickCheckbox"
        : elementType === "link"
        ? "clickLink"
        : "clickButton",
      type: "editField",
      select: "selectOptions",
      navigate: "link",
      open: "link",
    };
  const button = deed === "click" && !field && !inSheet;
  const name = element!.replace(/[^A-Za-z]/g, "");
  return {
    timeStamp: timeStamp!,
    userID: user!,
    targetApp: inSheet ? "Excel" : "Chrome",
    eventType: types[deed!] ?? deed!,
    url: inSheet ? "" : url!,
    content: deed === "copy" || deed === "paste" ? value! : "",
    "target.workbookName": inSheet ? window!.replace(/ - Excel$/, "") : "",
    "target.sheetName": inSheet ? sheet! : "",
    "target.id": inSheet ? (row ? element! + row : "") : field && name.length % 2 === 0 ? name : "",
    "target.class": "",
    "target.tagName": inSheet || element === "" ? "" : button ? (elementType === "link" ? "A" : "BUTTON") : "INPUT",
    "target.type": inSheet || element === ""
      ? ""
      : button
      ? (element === "Save" || element === "Submit" ? "submit" : "button")
      : elementType!,
    "target.name": field && !inSheet ? name : inSheet && !row ? element! : "",
    "target.value": deed === "type" || (inSheet && deed === "copy") ? value! : "",
    "target.innerText": button ? element! : "",
    "target.checked": elementType === "checkbox" ? "true" : "",
    "target.href": "",
    "target.option": deed === "select" ? value! : "",
    "target.title": "",
    "target.innerHTML": "",
  };
};

/** As the generated logs have it: no users, and pages by their address only. */
export const cpn: Dress = ({ timeStamp, app, url, window, sheet, element, elementType, deed, value, row }) => {
  const inSheet = app === "Excel";
  const types: Partial<Record<string, string>> = {
    click: elementType === "cell" ? "selectCell" : "clickButton",
    type: "insertValue",
    select: "insertValue",
    open: "openFile",
    navigate: "goToUrl",
    key: "pressKey",
  };
  return {
    eventType: types[deed!] ?? deed!,
    timeStamp: timeStamp!,
    source: inSheet ? "Excel" : app === "Chrome" ? "Web" : app!,
    "lifecycle:transition": "complete",
    Sheet: sheet!,
    FileName: inSheet ? window! : "",
    Url: url! || (inSheet ? "" : window!),
    Label: row ? "" : element!,
    Value: value!,
    Column: row ? element! : "",
    Row: row!,
  };
};

export function dressed(rows: readonly Row[], dress: Dress): Row[] {
  return rows.map((row) => ({ ...row, cells: dress(row.cells) }));
}
