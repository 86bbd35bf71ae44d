import { expect, test } from "vitest";
import type { InteractionLog } from "../../../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../../../src/log/interactions/read_interactions.ts";
import { textAt } from "../../../../src/io/interactions/text_columns.ts";
import { type InteractionRow, interactionsOf } from "../../../support/interactions.ts";
import { random } from "../../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../../support/shared.ts";

const FIRST = "Anna Bob Carla Deniz Eva Farid Gita Hugo Ivo Jana Kai Lea".split(" ");
const LAST = "Ali Bauer Horvat Kaya Klein Meyer Novak Patel Rossi Smith Weber Wolf".split(" ");

/** A recording of the windows that `titles` gives for each piece of work. */
function recording(
  app: string,
  pieces: number,
  titles: (piece: number, pick: <T>(of: readonly T[]) => T) => string[],
  seed = 1,
) {
  const { pick } = random(seed);
  const rows: InteractionRow[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    for (const window of titles(piece, pick)) {
      rows.push({ at: rows.length * 10, user: "ada", app, action: "view", window });
    }
  }
  return interactionsOf(rows);
}

const windows = (log: InteractionLog) => log.actions.map((action) => action.replace(/^view @ [^/]+ \/ /, ""));

test("what is data by its look needs no other title to tell", () => {
  const cases: [app: string, title: string, template: string][] = [
    ["crm.exe", "Ticket #48214 - HelpDesk", "Ticket # - HelpDesk"],
    ["crm.exe", "Ticket #7 (Solved) - HelpDesk", "Ticket # (Solved) - HelpDesk"],
    ["crm.exe", "My queue (13) - HelpDesk", "My queue (#) - HelpDesk"],
    ["OUTLOOK.EXE", "RE: Question about INV-87702 - Message (HTML)", "RE: Question about INV-# - Message (HTML)"],
    ["OUTLOOK.EXE", "RE: [#48228] reset password - Message (HTML)", "RE: [#] - Message (HTML)"],
    ["ms-teams.exe", "Chat | Jana Rossi | Microsoft Teams", "Chat | # | Microsoft Teams"],
    ["ms-teams.exe", "Unterhaltung | Jana Rossi | Microsoft Teams", "Unterhaltung | # | Microsoft Teams"],
    ["ms-teams.exe", "(3) Refund approvals | Microsoft Teams", "Refund approvals | Microsoft Teams"],
    ["Acrobat.exe", "INV-88375.pdf - Adobe Acrobat Reader", "INV-#.pdf"],
    ["EXCEL.EXE", "bank_2025-05.xlsx - Excel", "bank_#.xlsx"],
    ["EXCEL.EXE", "Umsatz März 2025.xlsx - Excel", "Umsatz #.xlsx"],
    ["EXCEL.EXE", "report_31.12.2025.xlsx - Excel", "report_#.xlsx"],
    ["Softphone.exe", "Incoming call +49 30 1234567", "Incoming call #"],
    ["saplogon.exe", "Display Customer 96962: Line Items", "Display Customer #: Line Items"],
    ["saplogon.exe", "Enter Credit Memo: Header Data", "Enter Credit Memo: Header Data"],
    ["saplogon.exe", "VA01", "VA01"],
    ["wizard.exe", "Step 2 of 5", "Step 2 of 5"],
  ];
  for (const [app, window, template] of cases) {
    expect(windows(interactionsOf([{ at: 0, app, action: "view", window }]))).toEqual([template]);
  }
});

test("names of people are data though each comes again, in one slot, in two, alone", () => {
  for (const pieces of [30, 100, 400]) {
    const log = recording("crm.exe", pieces, (i, pick) => {
      const name = `${pick(FIRST)} ${pick(LAST)}`;
      return [
        "Customers - CRM",
        `${name} - Customer ${20_000 + i} - CRM`,
        `Search: ${name.split(" ")[1]} - CRM`,
        `Patient: ${name}`,
      ];
    });
    expect(windows(log)).toEqual(["# - Customer # - CRM", "Customers - CRM", "Patient: #", "Search: # - CRM"]);
  }
});

test("articles with a number of their own are one screen, search results another", () => {
  const articles = ["Reset a locked account", "Refund rules", "Trace a parcel", "Collect crash logs", "VPN checklist"];
  const log = recording("kb.exe", 120, (_, pick) => {
    const article = pick(articles);
    return ["Search results - Knowledge Base", `KB${1040 + articles.indexOf(article)} ${article} - Knowledge Base`];
  });
  expect(windows(log)).toEqual(["KB# - Knowledge Base", "Search results - Knowledge Base"]);
});

const THINGS = "Customer Vendor Order Invoice Delivery Material Contract Payment Quotation Shipment".split(" ");
const VERBS = "Create Change Display Release Cancel".split(" ");
const DINGE = "Kundenauftrag Lieferung Rechnung Bestellung Material Vertrag Angebot Buchung Zahlung Mahnung".split(" ");

test("screens are never data, however many, in whatever order, in long and short logs", () => {
  const kinds: ((i: number, pick: <T>(of: readonly T[]) => T) => string[])[] = [
    (_, pick) => [`${pick(VERBS)} ${pick(THINGS)} - ERP`, `${pick(VERBS)} ${pick(THINGS)} - ERP`],
    (_, pick) => [`${pick(VERBS)} ${pick(THINGS)}: Header Data`, `Search ${pick(THINGS)}`],
    (_, pick) => [`${pick(DINGE)} ${pick(["anlegen", "ändern", "anzeigen", "löschen"])}`],
    (
      _,
      pick,
    ) => [
      `Settings: ${pick("Network Display Sound Users Printer Mouse Keyboard Region Power Backup".split(" "))} - Router`,
    ],
    (
      _,
      pick,
    ) => [
      `Document 1900012345: ${pick("Overview Header Items Taxes Attachments Changes Notes Partner Texts".split(" "))}`,
    ],
  ];
  for (const [k, titles] of kinds.entries()) {
    for (const pieces of [15, 60, 400]) {
      const given = new Set<string>();
      const log = recording("saplogon.exe", pieces, (i, pick) => {
        const own = titles(i, pick);
        for (const title of own) given.add(title);
        return own;
      }, 10 * k + pieces);
      expect([k, pieces, log.actions.length]).toEqual([k, pieces, given.size]);
    }
  }
});

/** The window of each title, by the application and the title as recorded. */
function windowsByTitle(log: InteractionLog): Map<string, string> {
  const title = log.window;
  return new Map(Array.from(log.action, (action, i) => [
    `${log.apps[log.app[i]!]} ${textAt(title, i)}`,
    log.actions[action]!.replace(/^.*? @ /, ""),
  ]));
}

test.skipIf(lacksSharedLogs)(
  "two office logs: the screens a person sees, whatever part of the log is read",
  async () => {
    for (const [name, count] of [["support-desk.csv", 23], ["accountant.csv", 18]] as const) {
      const [head, ...lines] = (await Deno.readTextFile(sharedLog(`interaction/${name}`))).trimEnd().split("\n");
      const read = async (rows: readonly string[]) =>
        windowsByTitle(
          await readInteractions(new TextEncoder().encode([head, ...rows].join("\n")), { privacy: false }),
        );
      const whole = await read(lines);
      expect([name, new Set(whole.values()).size]).toEqual([name, count]);
      const other = (line: string) => line.replace(/agent\.one|ROSSI/, "zoe").replace(/agent\.two|TANAKA/, "abe");
      const parts = {
        half: lines.slice(0, lines.length / 2),
        "without the last tenth": lines.slice(0, lines.length * 0.9),
        "one person": lines.filter((line) => /agent\.one|ROSSI/.test(line)),
        renamed: lines.map(other),
        doubled: [...lines, ...lines],
        "twice as many people": [...lines, ...lines.map(other)],
      };
      for (const [part, rows] of Object.entries(parts)) {
        const changed = [...await read(rows)].filter(([title, window]) => whole.get(title) !== window);
        expect([name, part, changed]).toEqual([name, part, []]);
      }
    }
  },
);
