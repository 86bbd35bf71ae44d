import { OptionError } from "../../../src/base/errors.ts";
import { expect, test } from "vitest";
import { asText } from "../../../src/base/text_codes.ts";
import { textAt } from "../../../src/io/interactions/text_columns.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { interactionsFromTable, readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { BEGIN, interactionsOf, randomInteractions, tableOf } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** Values of an attribute, in the order of the log. */
function values(log: InteractionLog, name: string) {
  const column = asText(log.attribute(name)!);
  return Array.from({ length: log.interactions }, (_, i) => textAt(column, i));
}

function findings(log: InteractionLog) {
  return Object.fromEntries(log.source.findings.map(({ rule, count }) => [rule, count]));
}

const ACTION_LOGGER = '\ufeff"timeStamp","userID","targetApp","eventType","url","content","target.workbookName",' +
  '"target.sheetName","target.id","target.className","target.tagName","target.type","target.name","target.value",' +
  '"target.innerText","target.checked"\n';

test("a recording of the Action Logger: cells, copied and written values, buttons, who used the clipboard", async () => {
  const log = await readInteractions(
    encode(
      ACTION_LOGGER +
        '"2026-01-05T08:00:03Z","ada","Excel","editCell",,,"Book.xlsx","Sheet1","$C$12",,,,,"late",,\n' +
        '"2026-01-05T08:00:00Z","ada","Excel","getCell",,,"Book.xlsx","Sheet1","A2",,,,,"A-471",,\n' +
        '"2026-01-05T08:00:01Z",,"OS-Clipboard","copy",,"A-471",,,,,,,,,,\n' +
        '"2026-01-05T08:00:04Z","ada","Chrome","editField","https://a.example/form/4711?q=1",,,,"B2",,"INPUT","text","Name","A-471",,\n' +
        '"2026-01-05T08:00:05Z","ada","Chrome","editField","https://a.example/form/4712",,,,,,"INPUT","checkbox","Agree","on",,"true"\n' +
        '"2026-01-05T08:00:06Z","ada","Chrome","clickButton","https://a.example/form/4711",,,,,,"BUTTON","submit",,"go","\\nSend it\\n",\n',
    ),
    { name: "recording.csv" },
  );
  expect(log.users).toEqual(["ada"]);
  expect(Array.from(log.time, (time) => time - BEGIN)).toEqual([0, 1000, 3000, 4000, 5000, 6000]);
  expect([...log.rows]).toEqual([1, 2, 0, 3, 4, 5]);
  expect(Array.from(log.actionClass, (_, i) => log.actionClassAt(i)))
    .toEqual(["click", "copy", "edit", "edit", "edit", "submit"]);
  expect(Array.from(log.action, (code) => log.actions[code])).toEqual([
    "getCell A @ spreadsheet / Book.xlsx / Sheet1",
    "copy @ OS-Clipboard",
    "editCell C @ spreadsheet / Book.xlsx / Sheet1",
    "editField B2 @ browser / a.example/form/#",
    "editField Agree @ browser / a.example/form/#",
    "clickButton Send it @ browser / a.example/form/#",
  ]);
  const none = undefined;
  expect(values(log, "rowKey")).toEqual(["2", none, "12", none, none, none]);
  expect(values(log, "valueOld")).toEqual(["A-471", none, none, none, none, "go"]);
  expect(values(log, "valueNew")).toEqual([none, none, "late", "A-471", "true", none]);
  expect(values(log, "clipboard")).toEqual([none, "A-471", none, none, none, none]);
  expect(values(log, "domain").slice(3)).toEqual(["a.example", "a.example", "a.example"]);
  expect(values(log, "target.value")[0]).toBe("A-471");
  expect(findings(log)).toEqual({ "user inferred": 1, "event out of order": 1 });
});

test("a range of cells is its columns; of several people the nearer one has the clipboard, on a tie the earlier", async () => {
  const log = await readInteractions(encode(
    ACTION_LOGGER +
      '"2026-01-05T08:00:00Z","ada","Excel","copyRange",,"x","Book.xlsx","Sheet1","A2:C9",,,,,,,\n' +
      '"2026-01-05T08:00:02Z",,"OS-Clipboard","copy",,"near Ada",,,,,,,,,,\n' +
      '"2026-01-05T08:00:05Z",,"OS-Clipboard","copy",,"between",,,,,,,,,,\n' +
      '"2026-01-05T08:00:08Z",,"OS-Clipboard","copy",,"near Bo",,,,,,,,,,\n' +
      '"2026-01-05T08:00:10Z","bo","Excel","copyRange",,"x","Book.xlsx",,"B:B",,,,,,,\n',
  ));
  expect(values(log, "user")).toEqual(["ada", "ada", "ada", "bo", "bo"]);
  expect(values(log, "elementId")).toEqual(["A:C", undefined, undefined, undefined, "B"]);
  expect(values(log, "rowKey")).toEqual(["2:9", undefined, undefined, undefined, undefined]);
});

test("a CPN log: copied values are the clipboard's, the true case is an attribute", async () => {
  const log = await readInteractions(encode(
    "caseID,eventType,timeStamp,source,lifecycle:transition,Label,Value,Column,Row,FileName,Url\n" +
      "7,openFile,2026-01-05T08:00:00Z,Excel,complete,,,,,data.xls,\n" +
      "7,copy,2026-01-05T08:00:00Z,Excel,complete,,26,B,17,,\n" +
      "7,goToUrl,2026-01-05T08:00:01Z,Web,complete,,,,,,www.page.example/ok\n" +
      "8,insertValue,2026-01-05T08:00:02Z,Web,complete,code,27,,,,\n",
  ));
  expect(log.users).toEqual([]);
  expect(Array.from(log.action, (code) => log.actions[code])).toEqual([
    "openFile @ spreadsheet / data.xls",
    "copy B @ Excel",
    "goToUrl @ Web / www.page.example/ok",
    "insertValue code @ Web",
  ]);
  expect(values(log, "clipboard")).toEqual([undefined, "26", undefined, undefined]);
  expect(values(log, "valueNew")).toEqual([undefined, undefined, undefined, "27"]);
  expect(values(log, "rowKey")).toEqual([undefined, "17", undefined, undefined]);
  expect(values(log, "case")).toEqual(["7", "7", "7", "8"]);
  expect(values(log, "caseID")).toEqual(["7", "7", "7", "8"]);
  expect(log.source.findings).toEqual([{
    rule: "truth column",
    count: 1,
    example: expect.stringContaining('"caseID"'),
  }]);
});

test("any CSV: day-first dates, a zone that is assumed, durations, a team", async () => {
  const log = await readInteractions(
    encode(
      "Zeitpunkt;Dauer;Benutzer;Abteilung;Anwendung;Fenstertitel\n" +
        "31.12.2025 08:00:00;12,5;Ada;Nord;ERP;Auftrag 4711\n" +
        "31.12.2025 08:00:20;;Ada;Nord;Mail;Re: Frage\n",
    ),
    { timeZone: "Europe/Berlin" },
  );
  expect(Array.from(log.time)).toEqual([Date.UTC(2025, 11, 31, 7), Date.UTC(2025, 11, 31, 7, 0, 20)]);
  expect(Array.from(log.end!)).toEqual([log.time[0]! + 12_500, NaN]);
  expect(values(log, "team")).toEqual(["Nord", "Nord"]);
  expect(log.actions).toEqual(["window @ ERP / Auftrag #", "window @ Mail / Re: Frage"]);
  expect(findings(log)).toMatchObject({ "time zone assumed": 2 });
});

test("a given mapping wins over a known format, roles it leaves open do not", async () => {
  const csv = encode(
    "caseID,eventType,timeStamp,source,lifecycle:transition,Crew\n1,copy,2026-01-05T08:00:00Z,Web,complete,East\n",
  );
  const open = await readInteractions(csv, { mapping: { team: "Crew" } });
  expect(values(open, "sourceFormat")).toEqual(["CPN"]);
  expect(values(open, "team")).toEqual(["East"]);
  const other = await readInteractions(csv, { mapping: { app: "Crew" } });
  expect(values(other, "sourceFormat")).toEqual(["CSV"]);
  expect(other.apps).toEqual(["East"]);
});

test("nothing is lost in silence", () => {
  const log = interactionsOf([
    { at: 5, until: 2, user: "Ada", app: "ERP" },
    { at: NaN, user: "Ada", app: "ERP" },
    { at: 1, user: "Ada", app: "ERP" },
    { at: 1, user: "Ada", app: "ERP" },
    { at: 1, user: "Ada", app: "Mail" },
  ]);
  expect([...log.rows]).toEqual([2, 3, 4, 0]);
  expect(findings(log)).toEqual({
    "missing time": 1,
    "row left out": 1,
    "event out of order": 1,
    "exact duplicate": 1,
    "impossible time": 1,
  });
  expect(log.end![3]).toBeNaN();
  expect(log.source.findings.find(({ rule }) => rule === "exact duplicate")!.example)
    .toBe("tiny log, row 4 repeats tiny log, row 3; both are kept");
  expect(() => interactionsOf([{ at: NaN, app: "ERP" }])).toThrow(
    /none of its rows/,
  );
});

test("users in code-unit order, unknown ones last, each by time; ties keep the order of the file", () => {
  const log = interactionsOf([
    { at: 9, user: "b", action: "1" },
    { at: 90_000, user: undefined, action: "2" },
    { at: 9, user: "B", action: "3" },
    { at: 9, user: "b", action: "4" },
    { at: 0, user: "b", action: "5" },
  ]);
  expect(log.users).toEqual(["B", "b"]);
  expect([...log.user]).toEqual([0, 1, 1, 1, -1]);
  expect(values(log, "eventType")).toEqual(["3", "5", "1", "4", "2"]);
});

test("without equal times the order of rows does not matter", () => {
  const rows = randomInteractions({ seed: 3, rows: 200, intervals: true }).map((row, i) => ({
    ...row,
    at: i,
    until: undefined,
  }));
  const columns = ({ time, user, users, app, apps, action, actions, sessions }: InteractionLog) => //
  ({ time, user, users, app, apps, action, actions, sessions });
  const { shuffled } = random(4);
  expect(columns(interactionsOf(shuffled(rows)))).toEqual(columns(interactionsOf(rows)));
});

test("a session ends with the user, and with a pause longer than the gap", () => {
  const rows = [
    { at: 0, user: "Ada", until: 100 },
    { at: 10, user: "Ada", until: 20 },
    { at: 160, user: "Ada" },
    { at: 221, user: "Ada" },
    { at: 222, user: "Bo" },
  ].map((row) => ({ ...row, app: "ERP" }));
  expect([...interactionsOf(rows, { sessionGapSeconds: 60 }).sessions]).toEqual([0, 3, 4, 5]);
  expect([...interactionsOf(rows).sessions]).toEqual([0, 4, 5]);
  expect(() => interactionsOf(rows, { sessionGapSeconds: 0 })).toThrow(OptionError);
});

test("a log without rows is a log", () => {
  const log = interactionsFromTable({
    ...tableOf([{ at: 1, app: "ERP" }]),
    rows: 0,
    columns: [
      { kind: "time", name: "timestamp", values: new Float64Array(0) },
      { kind: "text", name: "app", codes: new Int32Array(0), dictionary: [] },
    ],
  });
  expect([log.interactions, log.users, log.apps, [...log.sessions]]).toEqual([0, [], [], [0]]);
});

test("SQL over the interactions", async () => {
  const log = interactionsOf([{ at: 2, user: "Ada", app: "ERP" }, { at: 1, user: "Ada", app: "Mail" }]);
  const result = await log
    .sql`SELECT position, session, app, ts FROM interactions WHERE "user" = ${"Ada"} ORDER BY position`;
  expect(result.objects()).toEqual([
    { position: 1, session: 1, app: "Mail", ts: new Date(BEGIN + 1000) },
    { position: 2, session: 1, app: "ERP", ts: new Date(BEGIN + 2000) },
  ]);
  await log.source.database.close();
});

test.skipIf(lacksSharedLogs)(
  "StudentRecord, raw: the clipboard is the recorded person's, 346 rows are out of order",
  async () => {
    const log = await readInteractions(sharedLog("interaction/student-record-raw.csv"));
    expect(log.interactions).toBe(2409);
    expect(log.users).toEqual(["vleno"]);
    expect(log.apps).toEqual(["Chrome", "Excel", "OS-Clipboard"]);
    expect(findings(log)).toEqual({ "user inferred": 357, "event out of order": 346, "privacy: cell protected": 799 });
  },
);

test.skipIf(lacksSharedLogs)(
  "StudentRecord, preprocessed: as many actions as columns, fields and buttons",
  async () => {
    const log = await readInteractions(sharedLog("interaction/student-record-truth.csv"));
    expect(log.interactions).toBe(1539);
    // As in student-record-routines.txt: columns A to G are copied, into nine fields.
    expect(log.actions.filter((action) => action.startsWith("copyCell")).length).toBe(7);
    expect(log.actions.filter((action) => action.startsWith("paste")).length).toBe(9);
    expect(new Set(values(log, "case")).size).toBe(50);
  },
);

test.skipIf(lacksSharedLogs).each([["cpn1", 1400], ["cpn4", 1400], ["cpn5", 8775], ["cpn6", 9998]])(
  "%s reads whole, with an action for each context that occurs",
  async (name, rows) => {
    const log = await readInteractions(sharedLog(`interaction/${name}.csv`));
    expect([log.interactions, log.apps]).toEqual([rows, ["Excel", "Web"]]);
    const context = ["eventType", "source", "Sheet", "FileName", "FilePath", "Url", "Label", "Key", "Column"]
      .filter((column) => log.attribute(column)).map((column) => values(log, column));
    const contexts = new Set(
      Array.from(log.time, (_, i) => JSON.stringify(context.map((column) => column[i] ?? null))),
    );
    expect(log.actions.length).toBe(contexts.size);
  },
);
