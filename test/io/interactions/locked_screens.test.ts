import { expect, test } from "vitest";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { interactionsOf } from "../../support/interactions.ts";

const classes = (rows: [app: string, window: string][]) => {
  const log = interactionsOf(rows.map(([app, window], at) => ({ at, app, window, action: "focus" })));
  return Array.from(log.actionClass, (_, i) => log.actionClassAt(i));
};

test("locked screens, screen savers and absence are idle, in several languages", () => {
  const rows: [string, string][] = [
    ["LockApp.exe", "Windows Default Lock Screen"],
    ["LogonUI.exe", ""],
    ["loginwindow", "Login"],
    ["explorer.exe", "Windows-Standardsperrbildschirm"],
    ["System", "Bildschirmsperre"],
    ["System", "Computer gesperrt"],
    ["System", "Bildschirmschoner"],
    ["System", "Écran de verrouillage"],
    ["System", "Pantalla de bloqueo"],
    ["System", "Vergrendelingsscherm"],
    ["System", "Schermata di blocco"],
    ["Away", ""],
    ["Abwesend", ""],
    ["scrnsave.scr", "Screen Saver"],
  ];
  expect(classes(rows)).toEqual(rows.map(() => "idle"));
});

test("work on locks, leave and screens is work", () => {
  const rows: [string, string][] = [
    ["chrome.exe", "Lock screen - Wikipedia - Google Chrome"],
    ["chrome.exe", "Lock Screen"],
    ["WINWORD.EXE", "Bildschirmsperre einrichten.docx - Word"],
    ["sap.exe", "Absences"],
    ["sap.exe", "Block vendor: Locked"],
    ["outlook.exe", "Idle machines - Message"],
  ];
  expect(classes(rows)).toEqual(rows.map(() => "window"));
});

test("the report says how many rows were locked screens", async () => {
  const csv =
    "time,user,app,title\n2026-01-05 08:00:00,ada,ERP,Orders\n2026-01-05 08:01:00,ada,LockApp.exe,Windows Default Lock Screen\n";
  const log = await readInteractions(new TextEncoder().encode(csv));
  expect(log.source.findings.filter(({ rule }) => rule === "screen locked")).toMatchObject([{ count: 1 }]);
  expect(log.source.findings.find(({ rule }) => rule === "screen locked")!.example).toContain("line 3");
});
