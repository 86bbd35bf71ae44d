import { expect, test } from "vitest";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { type TransferOptions, transfers } from "../../../src/taskmining/friction/transfers.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

/** "copy Mail.Body=C1" and the like, ten seconds apart. */
function acts(...texts: string[]): InteractionRow[] {
  return texts.map((text, i) => {
    const [, action, app, element, value] = /^(\w+) (\w+)\.([^=]*)(?:=(.*))?$/s.exec(text)!;
    return { at: i * 10, user: "Ada", app: app!, action: action!, element: element!, value: value ?? "" };
  });
}

const found = (rows: InteractionRow[], options: TransferOptions = {}) =>
  (transfers(interactionsOf(rows), options).objects() as Record<string, unknown>[]).map((row) =>
    `${row.fromApp}.${row.fromElement} → ${row.toApp}.${row.toElement} ${row.kind} ${row.count} ${row.medianSeconds}`
  );

test("a paste goes with the copy of an equal value", () => {
  expect(found(acts("copy Mail.Body=C4711", "click Mail.Reply", "paste ERP.Customer=C4711"))).toEqual([
    "Mail.Body → ERP.Customer copy-paste 1 20",
  ]);
});

test("one copied range feeds several pastes, each a part between separators", () => {
  const rows = acts(
    "copy Sheet.G=12 High St, York, 4001",
    "paste Form.Street=12 High St",
    "paste Form.City=York",
    "paste Form.Zip=400",
  );
  expect(found(rows)).toEqual([
    "Sheet.G → Form.City copy-paste 1 20",
    "Sheet.G → Form.Street copy-paste 1 10",
  ]);
});

test("of two copies the one with the value counts, though it is older", () => {
  expect(found(acts("copy Mail.A=one", "copy Mail.B=two", "paste ERP.X=one", "paste ERP.Y=two"))).toEqual([
    "Mail.A → ERP.X copy-paste 1 20",
    "Mail.B → ERP.Y copy-paste 1 20",
  ]);
});

test("nobody pastes what another has copied", () => {
  const [copy, paste] = acts("copy Mail.Body=C4711", "paste ERP.Customer=C4711");
  expect(found([copy!, { ...paste!, user: "Bo" }])).toEqual([]);
});

test("an edit of a value seen elsewhere is a re-typing, an edit after its paste is not", () => {
  expect(found(acts("type Sheet.Customer=C4711", "type ERP.Customer=C4711"))).toEqual([
    "Sheet.Customer → ERP.Customer re-typing 1 10",
  ]);
  expect(found(acts("copy Mail.Body=C4711", "paste ERP.Customer=C4711", "edit ERP.Customer=C4711"))).toEqual([
    "Mail.Body → ERP.Customer copy-paste 1 10",
  ]);
});

test("short values, words of choice and values seen long before are no sign of re-typing", () => {
  expect(found(acts("type A.x=37", "type B.y=37", "type A.x=False", "type B.y=False"))).toEqual([]);
  const [seen, typed] = acts("type A.x=C4711", "type B.y=C4711");
  expect(found([seen!, { ...typed!, at: 1801 }])).toEqual([]);
  expect(found([seen!, { ...typed!, at: 1800 }])).toHaveLength(1);
});

test("the edit by which a recorder tells an unknown paste is no re-typing; the next one is", () => {
  const rows = acts("copy Mail.Body=C4711", "paste ERP.Customer", "edit ERP.Customer=C4711", "type Web.Customer=C4711")
    .map(({ value, ...row }) => value === "" ? row : { ...row, value });
  expect(found(rows)).toEqual([
    "ERP.Customer → Web.Customer re-typing 1 10",
    "Mail.Body → ERP.Customer copy-paste 1 10",
  ]);
});

test("the clipboard's own row takes the element that showed the value", () => {
  const rows = acts(
    "click Sheet.B=other",
    "click Sheet.A=C4711",
    "click Sheet.C=third",
    "copy OS.=C4711",
    "paste ERP.X=C4711",
  )
    .map(({ element, ...row }) => element === "" ? row : { ...row, element });
  expect(found(rows)).toEqual(["Sheet.A → ERP.X copy-paste 1 30"]);
});

test("very frequent values are no sign of re-typing", () => {
  const rows = Array.from({ length: 30 }, () => acts("type A.x=mailed", "type B.y=mailed")).flat();
  expect(found(rows.map((row, i) => ({ ...row, at: i })))).toEqual([]);
  expect(found(rows.map((row, i) => ({ ...row, at: i })), { maxFrequency: 1 })).not.toEqual([]);
});

test("hashed values serve as well, and no value is in the result", () => {
  const hash = "3f7ac2e09b";
  const log = interactionsOf(
    acts(`copy Mail.Body=${hash}`, `paste ERP.Customer=${hash}`, `type Terminal.Customer=${hash}`),
  );
  const result = transfers(log);
  expect(result.about).toMatchObject({ copyPastes: 1, reTypings: 1, guessed: 0 });
  expect(JSON.stringify(result.objects())).not.toContain(hash);
});

test("without values a paste goes with the last copy, and that is said", () => {
  const rows = acts("copy Mail.Body", "paste ERP.Customer").map(({ value: _, ...row }) => row);
  const result = transfers(interactionsOf(rows));
  expect(result.about).toMatchObject({ copyPastes: 1, guessed: 1 });
  expect(result.about.notes.join()).toContain("no values");
});

test("the order desk: one way copies from the mail, the other goes through the spreadsheet", async () => {
  const rows = transfers(await readInteractions("data/order-desk.csv")).objects() as Record<string, unknown>[];
  const count = (from: string, to: string, kind: string) =>
    rows.find((row) =>
      `${row.fromApp}.${row.fromElement}` === from && `${row.toApp}.${row.toElement}` === to && row.kind === kind
    )
      ?.count;
  // 161 orders were entered directly and 255 by spreadsheet, as order-desk-truth.csv says.
  expect(count("Mail.Body", "ERP.Customer", "copy-paste")).toBe(161);
  expect(count("Mail.Body", "Spreadsheet.Customer", "copy-paste")).toBe(255);
  expect(count("Spreadsheet.Customer", "Terminal.Customer", "re-typing")).toBe(255);
  const intoErp = (kind: string, from: RegExp) =>
    rows.filter((row) =>
      row.kind === kind && row.toApp === "ERP" && row.toElement === "Customer" && from.test(String(row.fromApp))
    )
      .reduce((sum, row) => sum + Number(row.count), 0);
  expect(intoErp("copy-paste", /Spreadsheet/) + intoErp("re-typing", /Spreadsheet|Terminal|Mail/))
    .toBeGreaterThanOrEqual(250);
});

test.skipIf(lacksSharedLogs)("a recording and its preprocessed form tell the same transfers", async () => {
  const edges = async (file: string) =>
    (transfers(await readInteractions(sharedLog(`interaction/${file}`))).objects() as Record<string, unknown>[])
      .filter((row) => row.kind === "copy-paste" && Number(row.count) > 10)
      .map((row) => `${row.fromElement} → ${row.toElement}`).sort();
  const expected = [
    "A → SingleLine",
    "B → SingleLine",
    "C → Date-date",
    "D → PhoneNumber",
    "E → Email",
    "F → SingleLine1",
  ];
  const address = ["AddressLine1", "City", "Region", "ZipCode"].map((field) => `G → Address_${field}`);
  expect(await edges("student-record-truth.csv")).toEqual([...expected, ...address]);
  expect(await edges("student-record-raw.csv")).toEqual([...expected, ...address]);
});
