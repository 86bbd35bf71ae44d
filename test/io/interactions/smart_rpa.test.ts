import { expect, test } from "vitest";
import { asText } from "../../../src/base/text_codes.ts";
import { detectKind } from "../../../src/io/interactions/detect_kind.ts";
import { textAt } from "../../../src/io/interactions/text_columns.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { cleanInteractions } from "../../../src/taskmining/cleaning/clean_interactions.ts";

/** The header that the recorder writes, in its order (its consumerServer.py). */
const COLUMNS =
  ("timestamp user category application event_type event_relevance event_src_path event_dest_path clipboard_content " +
    "mouse_coord workbook current_worksheet worksheets sheets cell_content cell_range cell_range_number window_size slides " +
    "effect hotkey id title description browser_url eventQual tab_moved_from_index tab_moved_to_index newZoomFactor " +
    "oldZoomFactor tab_pinned tab_audible tab_muted window_ingognito file_size tag_category tag_type tag_name tag_title " +
    "tag_value tag_checked tag_html tag_href tag_innerText tag_option tag_attributes xpath xpath_full screenshot")
    .split(" ");

type Cells = Record<string, string>;

function csv(rows: readonly Cells[]): Uint8Array {
  const lines = rows.map((row, i) => {
    const given: Cells = { timestamp: `2026-01-05 08:00:${String(i).padStart(2, "0")}:250`, user: "ada", ...row };
    for (const name of Object.keys(given)) expect(COLUMNS).toContain(name);
    return COLUMNS.map((name) => given[name] ? `"${given[name]!.replaceAll('"', '""')}"` : "").join(",");
  });
  return new TextEncoder().encode([COLUMNS.join(","), ...lines].join("\n") + "\n");
}

const excel: Cells = {
  category: "MicrosoftOffice",
  application: "Microsoft Excel",
  workbook: "C:\\data\\Orders.xlsx",
  current_worksheet: "Sheet1",
};
const chrome: Cells = {
  category: "Browser",
  application: "Chrome",
  browser_url: "https://shop.example/orders/20260105?q=1",
};

const ROWS: Cells[] = [
  { ...chrome, event_type: "newTab", browser_url: "chrome://newtab/" },
  { ...chrome, event_type: "enableBrowserExtension", id: "abcdef" },
  { ...chrome, event_type: "typed", eventQual: "from_address_bar" },
  { ...excel, event_type: "getCell", cell_range: "$B$7", cell_content: "Miller" },
  { category: "Clipboard", application: "EXCEL.EXE", event_type: "copy", clipboard_content: "Miller" },
  { ...chrome, event_type: "clickTextField", tag_category: "INPUT", tag_type: "text", tag_name: "customer" },
  {
    ...chrome,
    event_type: "paste",
    tag_category: "INPUT",
    tag_type: "text",
    tag_name: "customer",
    clipboard_content: "Miller",
  },
  {
    ...chrome,
    event_type: "changeField",
    tag_category: "INPUT",
    tag_type: "text",
    tag_name: "customer",
    tag_value: "Miller",
  },
  {
    ...chrome,
    event_type: "changeField",
    tag_category: "INPUT",
    tag_type: "checkbox",
    id: "express",
    tag_value: "on",
    tag_checked: "true",
  },
  {
    ...chrome,
    event_type: "clickButton",
    tag_category: "BUTTON",
    tag_type: "submit",
    tag_innerText: "\\nSave order\\n",
  },
  { ...chrome, event_type: "clickButton", tag_category: "BUTTON", xpath: "/html/body/div[2]/button" },
  { ...chrome, event_type: "clickLink", tag_category: "A", tag_innerText: "My account", window_ingognito: "True" },
  {
    category: "OperatingSystem",
    application: "Explorer",
    event_type: "openFile",
    event_src_path: "C:\\data\\scan 20260105.pdf",
  },
  { category: "OperatingSystem", application: "Explorer", event_type: "hotkey", hotkey: "ctrl + s" },
  { ...excel, event_type: "editCell", cell_range: "Sheet1!C12", cell_content: "done" },
];

const actions = (log: InteractionLog) => Array.from(log.action, (code) => log.actions[code]);

function values(log: InteractionLog, name: string) {
  const column = asText(log.attribute(name)!);
  return Array.from({ length: log.interactions }, (_, i) => textAt(column, i));
}

test("a recording of SmartRPA: sheets, pages, the clipboard, files, keys; nothing of incognito windows", async () => {
  const log = await readInteractions(csv(ROWS), { name: "smart.csv" });
  expect(COLUMNS.length).toBe(49);
  expect(actions(log)).toEqual([
    "newTab @ browser / newtab",
    "enableBrowserExtension abcdef @ browser / shop.example/orders/#",
    "typed @ browser / shop.example/orders/#",
    "getCell B @ spreadsheet / Orders.xlsx / Sheet1",
    "copy @ EXCEL.EXE",
    "clickTextField customer @ browser / shop.example/orders/#",
    "paste customer @ browser / shop.example/orders/#",
    "changeField customer @ browser / shop.example/orders/#",
    "changeField express @ browser / shop.example/orders/#",
    "clickButton Save order @ browser / shop.example/orders/#",
    "clickButton /html/body/div[2]/button @ browser / shop.example/orders/#",
    "openFile scan #.pdf @ Explorer",
    "hotkey ctrl + s @ Explorer",
    "editCell C @ spreadsheet / Orders.xlsx / Sheet1",
  ]);
  expect(Array.from(log.actionClass, (_, i) => log.actionClassAt(i)).join(" ")).toBe(
    "window other navigate click copy click paste edit edit submit click file hotkey edit",
  );
  expect(values(log, "valueNew").filter(Boolean)).toEqual(["Miller", "true", "done"]);
  expect([values(log, "rowKey")[3], values(log, "rowKey")[13]]).toEqual(["7", "12"]);
  expect(log.time[0]).toBe(Date.UTC(2026, 0, 5, 8) + 250);
  expect(JSON.stringify(log.source)).not.toContain("My account");
  const found = Object.fromEntries(log.source.findings.map(({ rule, count }) => [rule, count]));
  expect(found).toEqual({ "incognito left out": 1, "recorder noise": 2, "time zone assumed": 14 });
  expect(log.source.findings.find(({ rule }) => rule === "incognito left out")!.example).toMatch(
    /^smart.csv, line 13:/,
  );
});

test("cleaned: neither tabs nor extensions, and the clipboard's row is a copy of the cell", async () => {
  const log = cleanInteractions(await readInteractions(csv(ROWS)));
  expect(actions(log).slice(0, 4)).toEqual([
    "typed @ browser / shop.example/orders/#",
    "copyCell B @ spreadsheet / Orders.xlsx / Sheet1",
    "paste customer @ browser / shop.example/orders/#",
    "changeField customer @ browser / shop.example/orders/#",
  ]);
  expect(log.cleaning.findings.map(({ rule, count }) => [rule, count]))
    .toEqual([["recorderNoise", 2], ["clipboardRows", 1], ["focusClicks", 1]]);
});

test("the times of its versions, and its older headers", async () => {
  const text = new TextDecoder().decode(csv([{ ...chrome, event_type: "link", timestamp: "2020-08-29T16:42:30.690" }]));
  expect((await readInteractions(new TextEncoder().encode(text))).time[0]).toBe(Date.UTC(2020, 7, 29, 16, 42, 30, 690));
  // The first version had neither mouse_coord nor xpath, and the event of the browser stood elsewhere.
  const first =
    ("timestamp user category application event_type event_src_path event_dest_path clipboard_content workbook " +
      "current_worksheet worksheets sheets cell_content cell_range browser_url eventQual id title description " +
      "tab_moved_from_index tab_moved_to_index newZoomFactor oldZoomFactor tab_pinned tab_audible tab_muted " +
      "window_ingognito file_size tag_category tag_type tag_name tag_title tag_value tag_checked tag_html tag_href " +
      "tag_innerText tag_option").split(" ");
  const cells: Cells = {
    ...chrome,
    timestamp: "2020-05-01 09:00:00:125",
    event_type: "clickLink",
    tag_innerText: "Orders",
  };
  const log = await readInteractions(
    new TextEncoder().encode(`${first.join(",")}\n${first.map((name) => cells[name] ?? "").join(",")}\n`),
  );
  expect(actions(log)).toEqual(["clickLink Orders @ browser / shop.example/orders/#"]);
  expect([values(log, "sourceFormat")[0], log.time[0]]).toEqual(["SmartRPA", Date.UTC(2020, 4, 1, 9, 0, 0, 125)]);
});

test("it is known by its columns, also with the names of XES; one of incognito windows only is refused", async () => {
  const column = (name: string) => ({ kind: "text" as const, name, codes: new Int32Array(0), dictionary: [] });
  expect(detectKind(COLUMNS.map(column))).toBe("interactions");
  const text = new TextDecoder().decode(csv(ROWS));
  const renamed = text.replace("timestamp,user,", "time:timestamp,org:resource,").replace("event_type", "concept:name");
  const log = await readInteractions(new TextEncoder().encode(renamed));
  expect(values(log, "sourceFormat")[0]).toBe("SmartRPA");
  expect(log.users).toEqual(["ada"]);
  await expect(readInteractions(csv([{ ...chrome, event_type: "link", window_ingognito: "true" }])))
    .rejects.toThrow(/incognito/);
});
