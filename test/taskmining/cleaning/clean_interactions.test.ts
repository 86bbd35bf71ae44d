import { expect, test } from "vitest";
import { asText } from "../../../src/base/text_codes.ts";
import { textAt } from "../../../src/io/interactions/text_columns.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { type CleaningOptions, cleanInteractions } from "../../../src/taskmining/cleaning/clean_interactions.ts";
import { type InteractionRow, interactionsOf, randomInteractions } from "../../support/interactions.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

/** Each interaction as its time, user, action and some canonical columns. */
function lines(log: InteractionLog): string[] {
  const columns = ["user", "action", "rowKey", "clipboard", "valueNew", "actionClass"].map((name) =>
    log.attribute(name)
  );
  return Array.from(
    log.time,
    (time, i) => [time, ...columns.map((column) => column && textAt(asText(column), i))].join(" | "),
  );
}

/** "click Name" is a click on the element Name; "edit Name=x" an edit to x; "copy Name:x" a copy of x. */
function log(text: string, more: Partial<InteractionRow> = {}) {
  return interactionsOf(
    text.split(", ").map((words, i) => {
      const [, action, element, value] = /^(\S+)(?: ([^=:]*))?(?:[=:](.*))?$/.exec(words)!;
      return { at: i + 0.5, user: "Ada", app: "ERP", action: action!, element: element || undefined, value, ...more };
    }),
  );
}

function cleaned(text: string, options: CleaningOptions = {}) {
  const left = cleanInteractions(log(text), options);
  return Array.from(left.action, (code) => left.actions[code]!.replace(" @ ERP", "")).join(", ");
}

test.skipIf(lacksSharedLogs)("the raw StudentRecord becomes its authors' preprocessed one", async () => {
  const raw = await readInteractions(sharedLog("interaction/student-record-raw.csv"));
  const truth = await readInteractions(sharedLog("interaction/student-record-truth.csv"));
  const clean = cleanInteractions(raw);
  expect([raw.interactions, clean.interactions]).toEqual([2409, 1539]);
  expect(lines(clean)).toEqual(lines(truth));
  expect(clean.cleaning.findings.map(({ rule, count }) => [rule, count])).toEqual([
    ["unusedCopies", 10],
    ["clipboardRows", 350],
    ["focusClicks", 506],
    ["selections", 4],
  ]);
  expect(clean.filters).toEqual(["cleaned: 870 of 2,409 interactions left out or merged"]);
});

test.skipIf(lacksSharedLogs)("logs without recorder noise stay as they are", async () => {
  for (const name of ["student-record-truth", "cpn1", "cpn4", "cpn5", "cpn6"]) {
    const given = await readInteractions(sharedLog(`interaction/${name}.csv`));
    const clean = cleanInteractions(given);
    expect(clean.cleaning.findings).toEqual([]);
    expect(lines(clean)).toEqual(lines(given));
  }
});

test("a click into a field that is edited next; a button is no field", () => {
  expect(cleaned("click Name, edit Name=x, click Save")).toBe("edit Name, click Save");
  expect(cleaned("clickTextField Name, click Save")).toBe("click Save");
  expect(cleaned("click Name, click Save")).toBe("click Name, click Save");
  expect(cleaned("click Name, edit Name=x", { rules: { focusClicks: false } })).toBe("click Name, edit Name");
});

test("a copy whose paste is missing stays where copies of the element are mostly pasted", () => {
  expect(cleaned("copy A:1, paste C:1, copy A:2, paste C:2, copy A:3, copy B:4, paste C:4"))
    .toBe("copy A, paste C, copy A, paste C, copy A, copy B, paste C");
  expect(cleaned("copy A:1, paste C:1, copy A:3, copy B:4, paste C:4")).toBe("copy A, paste C, copy B, paste C");
});

test("a copy is used where a paste of it follows, or it is typed, before the clipboard changes", () => {
  expect(cleaned("copy A:1, copy B:2, paste C:2")).toBe("copy B, paste C");
  expect(cleaned("copy A:1, copy B:2, edit C=2, paste D:7")).toBe("copy B, edit C, paste D");
  expect(cleaned("copy A:1, paste C:1, paste D:1, copy B:2")).toBe("copy A, paste C, paste D");
  expect(cleaned("copy A:1, paste C:1, copy B:1, edit C=1")).toBe("copy A, paste C, edit C");
  expect(cleaned("copy A, copy B, paste C:9")).toBe("copy B, paste C");
  expect(cleaned("copy A:1, edit C=1, copy B:2")).toBe("copy A, edit C, copy B");
});

test("select then copy, select then select, select then write", () => {
  expect(cleaned("getCell A, copy A:1, paste C:1")).toBe("copy A, paste C");
  expect(cleaned("getCell A, getCell B, edit B=1")).toBe("edit B");
  expect(cleaned("getCell A, edit C=1")).toBe("getCell A, edit C");
});

test("what the clipboard recorded becomes a copy of the cell of that value, though it was written late", () => {
  const header = "timeStamp,userID,targetApp,eventType,content,target.workbookName,target.id,target.value\n";
  return readInteractions(
    new TextEncoder().encode(
      header +
        "2026-01-05T08:00:01.000Z,ada,Excel,getCell,,b.xlsx,A2,\n" +
        "2026-01-05T08:00:03.100Z,,OS-Clipboard,copy,A-471,,,\n" +
        "2026-01-05T08:00:03.400Z,ada,Excel,getCell,,b.xlsx,B2,A-471\n" +
        "2026-01-05T08:00:05.000Z,ada,Web,paste,A-471,,name,\n" +
        "2026-01-05T08:00:06.000Z,,OS-Clipboard,copy,A-471,,,\n" +
        "2026-01-05T08:00:07.000Z,ada,Web,paste,A-471,,alias,\n",
    ),
  ).then((raw) => {
    const clean = cleanInteractions(raw);
    expect(lines(clean).map((line) => line.split(" | ").slice(1, 5).join(" | "))).toEqual([
      "ada | copyCell B @ spreadsheet / b.xlsx | 2 | A-471",
      "ada | paste name @ Web |  | A-471",
      "ada | copyCell B @ spreadsheet / b.xlsx | 2 | A-471",
      "ada | paste alias @ Web |  | A-471",
    ]);
    expect(Array.from(clean.time, (time) => time % 60_000)).toEqual([3100, 5000, 6000, 7000]);
  });
});

test("new tabs, extensions, windows that nothing is done in", () => {
  const rows = [
    ["newTab", "Chrome", ""],
    ["enableBrowserExtension", "Chrome", ""],
    ["activateWindow", "Mail", "Inbox"],
    ["activateWindow", "ERP", "Order"],
    ["click", "ERP", "Order"],
    ["activateWindow", "ERP", "Order"],
    ["edit", "ERP", "Order"],
    ["link", "Chrome", "chrome-extension://abc/popup.html"],
  ];
  const given = interactionsOf(
    rows.map(([action, app, place], at) => ({
      at,
      app: app!,
      action: action!,
      ...(place!.includes(":") ? { url: place } : { window: place }),
    })),
  );
  const clean = cleanInteractions(given);
  expect(Array.from(clean.action, (code) => clean.actions[code]!.split(" @")[0])).toEqual([
    "activateWindow",
    "click",
    "edit",
  ]);
  expect(clean.cleaning.findings.map(({ rule, count }) => [rule, count]))
    .toEqual([["recorderNoise", 3], ["focusChanges", 2]]);
  const only = interactionsOf(
    ["Inbox", "Order", "Inbox"].map((window, at) => ({ at, app: "ERP", action: "focus", window })),
  );
  expect(cleanInteractions(only).interactions).toBe(3);
});

test("one of two equal interactions of one time stays; not where times are whole seconds", () => {
  const twice = (at: number) =>
    interactionsOf([
      { at, app: "ERP", action: "click", element: "Next" },
      { at, app: "ERP", action: "click", element: "Next" },
      { at, app: "ERP", action: "click", element: "Back" },
      { at: 9, app: "ERP", action: "click", element: "Next" },
    ]);
  expect(cleanInteractions(twice(1.25)).interactions).toBe(3);
  expect(cleanInteractions(twice(1)).interactions).toBe(4);
});

test("the edit that a paste brings about stays unless it is asked for", () => {
  const text = "copy A:1, paste C:1, edit C=1, edit D=2, paste E:1, edit E=12";
  expect(cleaned(text)).toBe("copy A, paste C, edit C, edit D, paste E, edit E");
  expect(cleaned(text, { rules: { pasteEdits: true } })).toBe("copy A, paste C, edit D, paste E, edit E");
});

test("cleaning twice is cleaning once; nothing is made up; every interaction that is gone is counted", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const given = interactionsOf(
      randomInteractions({ seed, rows: 80 }).map((row, i) => ({
        ...row,
        at: row.at + 0.5,
        element: ["A", "B", undefined][i % 3],
        value: ["x", "y"][i % 2],
      })),
    );
    const once = cleanInteractions(given);
    const twice = cleanInteractions(once);
    const gone = (log: typeof once) => log.cleaning.findings.reduce((sum, { count }) => sum + count, 0);
    expect(gone(once)).toBe(given.interactions - once.interactions);
    const rows = new Set(given.rows);
    expect([...once.rows].every((row) => rows.has(row))).toBe(true);
    // A copy whose use was no use any more without what went can go the second time; nothing else.
    expect(twice.cleaning.findings.filter(({ rule }) => !["focusClicks", "selections"].includes(rule))).toEqual([]);
  }
});

test("an empty log, one interaction, no users, no applications", () => {
  expect(cleanInteractions(interactionsOf([{ at: 0, app: "ERP" }])).interactions).toBe(1);
  const bare = interactionsOf([{ at: 0, action: "click" }, { at: 1, action: "edit" }]);
  expect(cleanInteractions(bare).interactions).toBe(2);
});
