/** What must not survive reading, planted in logs of every format, and a search for what is left of it. */

const EMAIL = "rosalind.frankheim+lab@crick-labs.example.co.uk";
const IBAN = "DE89370400440532013000";
const CARD = "5105105105105100";
const PHONE = "+49 30 90182644";
const NAME = "Wilhelmina Köstlinger";
const PASSWORD = "Tr0ub4dor&3-Zebra";
export const planted = { email: EMAIL, iban: IBAN, card: CARD, phone: PHONE, name: NAME, password: PASSWORD };

const SPELLINGS: readonly string[] = [
  EMAIL,
  IBAN,
  "DE89 3704 0044 0532 0130 00",
  CARD,
  "5105 1051 0510 5100",
  "5105-1051-0510-5100",
  PHONE,
  "+493090182644",
  "030/90182644",
  "(030) 9018 2644",
  NAME,
  "KÖSTLINGER, Wilhelmina",
  "Koestlinger",
  PASSWORD,
];

/** Pieces that nothing else holds. */
const PIECES: Record<keyof typeof planted, readonly string[]> = {
  email: [EMAIL, "frankheim", "crick-labs"],
  iban: [IBAN, "3704 0044 0532", "370400440532"],
  card: [CARD, "5105 1051", "5105-1051", "51051051"],
  phone: ["90182644", "9018 2644"],
  name: ["Wilhelmina", "Köstlinger", "Koestlinger", "Kostlinger"],
  password: [PASSWORD, "Tr0ub4dor"],
};

/** A text as it may be written in an address, in HTML, in JSON. */
function forms(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const all = [
    secret,
    percent,
    encodeURIComponent(percent),
    encodeURI(secret),
    percent.replace(/%20/g, "+"),
    [...secret].map((c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`).join(""),
    secret.replace(/&/g, "&amp;").replace(/ /g, "&nbsp;").replace(/@/g, "&#64;").replace(/\+/g, "&#43;"),
    secret.replace(/@/g, "&commat;"),
    [...secret].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join(""),
    JSON.stringify(secret).slice(1, -1).replace(
      /[^ -~]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
    secret.replace(/ /g, "\u00a0"),
    secret.replace(/ /g, ""),
  ];
  return [...new Set(all.flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]))];
}

/** Every spelling in every form, or every so many-th of them. */
function plantedForms(every: number, spellings = SPELLINGS): string[] {
  return spellings.flatMap(forms).filter((_, i) => i % every === 0);
}

/** `kind in place: text around`, for each piece that an output still holds. */
export function survivors(
  outputs: Iterable<readonly [where: string, output: string]>,
  kinds: readonly (keyof typeof planted)[] = Object.keys(PIECES) as (keyof typeof planted)[],
): string[] {
  const found: string[] = [];
  for (const [where, output] of outputs) {
    const small = output.toLowerCase();
    for (const kind of kinds) {
      for (const form of SEARCHED[kind]) {
        const at = small.indexOf(form);
        if (at >= 0) found.push(`${kind} in ${where}: ${output.slice(Math.max(0, at - 30), at + form.length + 20)}`);
      }
    }
  }
  return [...new Set(found)];
}

const SEARCHED = Object.fromEntries(
  Object.entries(PIECES).map((
    [kind, texts],
  ) => [kind, [...new Set(texts.flatMap(forms).map((form) => form.toLowerCase()))]]),
) as Record<keyof typeof planted, string[]>;

type Row = Record<string, string>;

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

export function csvOf(header: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row) => header.map((name) => quoted(row[name] ?? "")).join(","));
  return [header.map(quoted).join(","), ...lines].join("\r\n") + "\r\n";
}

/** A CSV, or the JSON of ActivityWatch. */
export interface PlantedLog {
  readonly name: string;
  readonly text: string;
}

/** ISO 8601, so many seconds after the beginning. */
const at = (second: number) => new Date(Date.UTC(2026, 1, 3, 8, 0, second)).toISOString();

export const genericHeader = [
  ...["timestamp", "user", "team", "application", "window", "url", "element", "elementtype", "action", "value"],
  ...["clipboard", "label", "innerHTML", "remark", "segment"],
];

/** Every secret in titles, addresses, values, the clipboard, labels, markup and a column of no role. */
export function genericRows(every = 1): Row[] {
  const rows: Row[] = [];
  const add = (cells: Row) => {
    const fixed = { timestamp: at(rows.length), user: NAME, team: "Desk", application: "ERP", segment: "7" };
    rows.push({ ...fixed, ...cells });
  };
  add({ window: "Sign in", element: "password", elementtype: "password", action: "type", value: PASSWORD });
  add({
    window: "Sign in",
    element: "pwd",
    action: "paste",
    clipboard: PASSWORD,
    innerHTML: `<input value="${PASSWORD}">`,
  });
  for (const form of plantedForms(every)) {
    add({ window: `Order 4711 for ${form} - Mail`, element: "Field", action: "click" });
    add({ url: `https://erp.example/find?id=4711&q=${form}&page=2`, element: "Field", action: "open" });
    add({ element: "Field", action: "type", value: form });
    add({ element: "Field", action: "copy", clipboard: `see ${form}, please` });
    add({ element: "Field", label: `Contact: ${form}`, action: "click" });
    add({ element: "Field", innerHTML: `<td class="x">${form}</td>`, remark: `(${form})`, action: "click" });
  }
  return rows;
}

function generic(every: number): PlantedLog {
  return { name: "generic.csv", text: csvOf(genericHeader, genericRows(every)) };
}

/** Leno et al., as recorded: pages, sheets and the clipboard. */
function actionLogger(every: number): PlantedLog {
  const header = ("timeStamp,userID,targetApp,eventType,url,content,target.workbookName,target.sheetName,target.id," +
    "target.className,target.tagName,target.type,target.name,target.value,target.innerText,target.checked,target.href," +
    "target.option,target.title,target.innerHTML").split(",");
  const rows: Row[] = [];
  const add = (cells: Row) =>
    rows.push({ timeStamp: at(rows.length), userID: NAME, targetApp: "Chrome", eventType: "clickButton", ...cells });
  const field = { "target.tagName": "INPUT", "target.type": "password", "target.name": "f7" };
  add({ ...field, eventType: "editField", "target.value": PASSWORD });
  for (const form of plantedForms(every)) {
    add({ url: `https://crm.example/customer/${form}`, "target.innerText": `Open ${form}`, "target.title": form });
    add({ eventType: "editField", "target.name": "Contact", "target.type": "text", "target.value": form });
    add({ eventType: "copyCell", targetApp: "Excel", "target.workbookName": `${form}.xlsx`, "target.id": "B7" });
    add({ eventType: "copy", targetApp: "OS-Clipboard", userID: "", content: form });
    add({
      eventType: "editCell",
      targetApp: "Excel",
      "target.sheetName": form,
      "target.id": "B7",
      "target.value": form,
    });
    add({ "target.innerHTML": `<a href="mailto:${form}">x</a>`, "target.href": `/a?b=${form}`, "target.option": form });
  }
  return { name: "action-logger.csv", text: csvOf(header, rows) };
}

/** The generated logs know no users: the name is told by the page that says who is signed in. */
function cpn(every: number): PlantedLog {
  const header = "caseID,eventType,timeStamp,source,lifecycle:transition,Sheet,FileName,Url,Label,Value,Column,Row"
    .split(",");
  const rows: Row[] = [];
  const add = (cells: Row) => {
    const fixed = { caseID: "1", eventType: "Edit Field", source: "Web", "lifecycle:transition": "complete" };
    rows.push({ ...fixed, timeStamp: at(rows.length), ...cells });
  };
  add({ Label: "Password", Value: PASSWORD });
  add({ Label: `Signed in as ${NAME}` });
  for (const form of plantedForms(every)) {
    add({ Url: `https://forms.example/${form}`, Label: "Contact", Value: form });
    add({ Label: `Contact of ${form}`, Value: "x" });
    add({ source: "Excel", eventType: "Copy Cell", FileName: `${form}.xlsx`, Sheet: form, Column: "B", Value: form });
  }
  return { name: "cpn.csv", text: csvOf(header, rows) };
}

function smartRpa(every: number): PlantedLog {
  const header = ("timestamp user category application event_type event_src_path event_dest_path clipboard_content " +
    "mouse_coord workbook current_worksheet worksheets sheets cell_content cell_range cell_range_number window_size " +
    "slides effect hotkey id title description browser_url eventQual tab_moved_from_index tab_moved_to_index " +
    "newZoomFactor oldZoomFactor tab_pinned tab_audible tab_muted window_ingognito file_size tag_category tag_type " +
    "tag_name tag_title tag_value tag_checked tag_html tag_href tag_innerText tag_option tag_attributes xpath " +
    "xpath_full screenshot caseid").split(" ");
  const rows: Row[] = [];
  const add = (cells: Row) => {
    const fixed = { user: NAME, category: "Browser", application: "Chrome", event_type: "changeField" };
    rows.push({ ...fixed, timestamp: at(rows.length), ...cells });
  };
  add({ tag_type: "password", tag_name: "f7", tag_value: PASSWORD, tag_attributes: `{"value":"${PASSWORD}"}` });
  add({ browser_url: `https://secret.example/${PASSWORD}`, window_ingognito: "True" });
  for (const form of plantedForms(every)) {
    add({
      browser_url: `https://crm.example/?q=${form}`,
      title: form,
      tag_innerText: form,
      tag_html: `<b>${form}</b>`,
    });
    add({ tag_type: "text", tag_name: "Contact", tag_value: form, tag_title: form, tag_attributes: `{"v":"${form}"}` });
    add({ category: "Clipboard", event_type: "copy", clipboard_content: form });
    add({ category: "MicrosoftOffice", event_type: "editCell", cell_range: "B7", cell_content: form, workbook: form });
    add({ category: "OS", event_type: "created", event_src_path: `C:\\Users\\x\\${form}.txt`, description: form });
  }
  return { name: "smart-rpa.csv", text: csvOf(header, rows) };
}

/**
 * Windows and pages; of private windows nothing is kept. There are no fields: a password is known where a word for it
 * stands before it.
 */
export function activityWatchBuckets(every = 1): Record<string, unknown> {
  const bucket = (type: string, events: readonly Record<string, unknown>[]) => ({
    type,
    client: "watcher",
    hostname: "desk",
    events: events.map((data, i) => ({ id: i, timestamp: at(i * 2), duration: 2, data })).reverse(),
  });
  const windows: Record<string, unknown>[] = [
    { app: "Portal", title: `Signed in as ${NAME}` },
    { app: "Portal", title: `password: ${PASSWORD}` },
  ];
  const pages: Record<string, unknown>[] = [{ url: "https://portal.example/" }, { url: "https://portal.example/" }];
  for (const form of plantedForms(every, SPELLINGS.filter((spelling) => spelling !== PASSWORD))) {
    windows.push({ app: "Firefox", title: `Order for ${form}` });
    pages.push({ url: `https://crm.example/find?q=${form}`, title: form, incognito: false });
    windows.push({ app: "Code", title: `${form}.ts` });
    pages.push({ url: `https://secret.example/${PASSWORD}`, title: PASSWORD, incognito: true });
  }
  return {
    "aw-watcher-window_desk": bucket("currentwindow", windows),
    "aw-watcher-web-firefox": bucket("web.tab.current", pages),
  };
}

/** A log in each of the formats that are read from files, with every so many-th form. */
export function plantedLogs(every = 1): PlantedLog[] {
  const json = { name: "activity-watch.json", text: JSON.stringify({ buckets: activityWatchBuckets(every) }) };
  return [generic(every), actionLogger(every), cpn(every), smartRpa(every), json];
}
