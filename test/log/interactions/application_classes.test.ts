import { expect, test } from "vitest";
import { APPLICATION_CLASSES, type ApplicationClasses } from "../../../src/log/mod.ts";
import { classOfApplication } from "../../../src/log/interactions/application_classes.ts";
import { OptionError } from "../../../src/base/errors.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { interactionsOf } from "../../support/interactions.ts";

test("a class is told by the name of the process, the window or the recorder", () => {
  const classOf = classOfApplication();
  const expected: Record<string, string[]> = {
    browser: ["chrome.exe", "MSEDGE.EXE", "Google Chrome", "firefox", "Safari.app", "/usr/bin/chromium-browser"],
    mail: ["OUTLOOK.EXE", "thunderbird"],
    spreadsheet: ["EXCEL.EXE", "Microsoft Excel", "LibreOffice Calc"],
    "PDF reader": ["Acrobat.exe", "AcroRd32.exe", "Adobe Acrobat Reader DC"],
    chat: ["ms-teams.exe", "Teams.exe", "slack"],
    terminal: ["cmd.exe", "WindowsTerminal.exe"],
    "file manager": ["explorer.exe", "Finder"],
    "lock screen": ["LockApp.exe", "LogonUI.exe", "loginwindow"],
  };
  for (const [kind, names] of Object.entries(expected)) expect(names.map(classOf)).toEqual(names.map(() => kind));
  expect(["saplogon.exe", "Web", "chromatics.exe"].map(classOf)).toEqual([undefined, undefined, undefined]);
});

test("no application is of two classes", () => {
  const names = Object.values(APPLICATION_CLASSES).flat();
  expect(names.length).toBe(new Set(names).size);
});

/** Each title as each browser writes it. */
const PAGE = "Ticket 4711 - HelpDesk";
const IN_BROWSERS: [app: string, title: string][] = [
  ["chrome.exe", `${PAGE} - Google Chrome`],
  ["chrome.exe", `${PAGE} - Google Chrome - Jana (Work)`],
  ["chrome.exe", `${PAGE} – Google Chrome (Inkognito)`],
  ["msedge.exe", `${PAGE} - Microsoft Edge`],
  ["msedge.exe", `${PAGE} - Work - Microsoft\u200b Edge`],
  ["msedge.exe", `${PAGE} und 3 weitere Seiten - Geschäftlich – Microsoft​ Edge`],
  ["msedge.exe", `${PAGE} and 1 more page - Profile 1 - Microsoft Edge`],
  ["firefox.exe", `${PAGE} — Mozilla Firefox`],
  ["firefox.exe", `${PAGE} — Mozilla Firefox Privater Modus`],
  ["firefox.exe", `(2) ${PAGE} — Mozilla Firefox`],
  ["Safari", PAGE],
];

test("a page is one action in whatever browser, and applications stay as recorded", () => {
  const log = interactionsOf(
    IN_BROWSERS.map(([app, window], at) => ({ at, app, window, action: "click", element: "Save" })),
  );
  expect(log.actions).toEqual(["click Save @ browser / Ticket # - HelpDesk"]);
  expect(log.actionLabels).toEqual(["Click Save in HelpDesk"]);
  expect(log.apps).toEqual(["Safari", "chrome.exe", "firefox.exe", "msedge.exe"]);
});

test("pages of other sites stay other actions; a browser without a page keeps its name", () => {
  const log = interactionsOf([
    { at: 0, app: "chrome.exe", action: "focus", window: "Work - Jira - Google Chrome" },
    { at: 1, app: "msedge.exe", action: "focus", window: "Work - Confluence - Microsoft Edge" },
    { at: 2, app: "chrome.exe", action: "focus" },
  ]);
  expect(log.actions).toEqual([
    "focus @ browser / Work - Confluence",
    "focus @ browser / Work - Jira",
    "focus @ chrome.exe",
  ]);
});

test("a file is one action in whatever program of its class; what is no file is not", () => {
  const log = interactionsOf([
    { at: 0, app: "EXCEL.EXE", action: "click", window: "refunds_2025.xlsx - Excel" },
    { at: 1, app: "LibreOffice Calc", action: "click", window: "refunds_2026.xlsx — LibreOffice Calc" },
    { at: 2, app: "EXCEL.EXE", action: "click", window: "refunds_2025.xlsx  [Read-Only] - Excel" },
    { at: 3, app: "EXCEL.EXE", action: "click", window: "Book1 - Excel" },
    { at: 4, app: "AcroRd32.exe", action: "click", window: "refunds_2025.pdf - Adobe Acrobat Reader" },
  ]);
  expect(log.actions).toEqual([
    "click @ EXCEL.EXE / Book1 - Excel",
    "click @ PDF reader / refunds_#.pdf",
    "click @ spreadsheet / refunds_#.xlsx",
  ]);
});

const KIOSK = "time,user,app,action,window\n2026-01-05 08:00:00,ada,kiosk.exe,click,Orders - Shop\n" +
  "2026-01-05 08:00:09,ada,chrome.exe,click,Orders - Shop - Google Chrome\n";

test("classes can be told while reading", async () => {
  const bytes = new TextEncoder().encode(KIOSK);
  expect((await readInteractions(bytes)).actions.length).toBe(2);
  const told = await readInteractions(bytes, { applicationClasses: { browser: ["Kiosk"] } });
  expect(told.actions).toEqual(["click @ browser / Orders - Shop"]);
});

test("classes that are no lists of names are refused", () => {
  for (const wrong of [{ browser: "chrome" }, { browser: [1] }, { "": ["a"] }, { browser: [" "] }]) {
    expect(() => classOfApplication(wrong as unknown as ApplicationClasses)).toThrow(OptionError);
  }
});
