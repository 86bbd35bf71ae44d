import { afterEach, beforeEach, expect, test } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { valueAt } from "../../../src/base/column.ts";
import type { PrivacyOptions } from "../../../src/privacy/privacy_options.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { privacyReport } from "../../../src/log/interactions/privacy_report.ts";
import { interactionsFromTable, readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { text } from "../../support/interactions.ts";
import { csvOf, genericHeader, genericRows, planted, survivors } from "../../support/planted.ts";

const { email: EMAIL, iban: IBAN, card: CARD } = planted;

/** A row of `genericHeader`, given by its cells in order. */
const csv = (rows: readonly (readonly string[])[]) =>
  csvOf(genericHeader, rows.map((row) => Object.fromEntries(genericHeader.map((name, i) => [name, row[i] ?? ""]))));

let folder: string;
let before: string | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tracebook-privacy-"));
  before = process.env.TRACEBOOK_SECRET;
  delete process.env.TRACEBOOK_SECRET;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  if (before === undefined) delete process.env.TRACEBOOK_SECRET;
  else process.env.TRACEBOOK_SECRET = before;
});

test("what stands around is kept", async () => {
  const rows = [[
    "2026-02-03T08:00:00Z",
    "",
    "Desk",
    "ERP",
    `Order 4711 for ${EMAIL} - Mail`,
    "",
    "Field",
    "",
    "type",
    "12.50",
    "",
    "",
    "",
    "",
    "1",
  ]];
  const log = await readInteractions(new TextEncoder().encode(csv(rows)), { name: "a.csv" });
  expect(log.window.dictionary).toEqual(["Order 4711 for [email] - Mail"]);
  expect(log.value.dictionary).toEqual(["12.50"]);
});

test("equal things stay equal from copy to paste, and different ones different", async () => {
  const row = (
    action: string,
    value: string,
  ) => ["2026-02-03T08:00:00Z", "", "", "ERP", "", "", "F", "", action, value, "", "", "", "", ""];
  const rows = [
    row("copy", IBAN),
    row("paste", "de89 3704 0044 0532 0130 00"),
    row("paste", "GB82 WEST 1234 5698 7654 32"),
  ];
  const bytes = new TextEncoder().encode(csv(rows));
  const log = await readInteractions(bytes, { name: "a.csv" });
  const values = [...log.rows].map((_, i) => valueAt(log.value, i));
  expect(values).toEqual(["[iban 1]", "[iban 1]", "[iban 2]"]);

  process.env.TRACEBOOK_SECRET = "correct horse battery staple";
  const keyed = (await readInteractions(bytes, { name: "a.csv" })).value.dictionary;
  expect(keyed[0]).toMatch(/^\[iban [b-df-hj-np-tv-xz]{8}\]$/);
  expect((await readInteractions(bytes, { name: "b.csv" })).value.dictionary).toEqual(keyed);
  process.env.TRACEBOOK_SECRET = "another secret";
  expect((await readInteractions(bytes, { name: "a.csv" })).value.dictionary).not.toEqual(keyed);
});

test("hashed values keep who equals whom, dropped ones nothing", async () => {
  const row = (
    value: string,
    clipboard: string,
  ) => ["2026-02-03T08:00:00Z", "", "", "ERP", "", "", "F", "", "type", value, clipboard, "", "", "", ""];
  const bytes = new TextEncoder().encode(csv([row("ACME", ""), row("", "ACME"), row("Other", "")]));
  const hashed = await readInteractions(bytes, { name: "a.csv", privacy: { values: "hash" } });
  const at = (name: string, i: number) => valueAt(hashed.attribute(name)!, i);
  expect(at("value", 0)).toBe(at("clipboard", 1));
  expect(at("value", 2)).not.toBe(at("value", 0));
  expect(JSON.stringify(hashed.source.interactions)).not.toContain("ACME");
  const dropped = await readInteractions(bytes, { name: "a.csv", privacy: { values: "drop" } });
  expect(dropped.value.codes.every((code) => code < 0)).toBe(true);
});

test("private windows are never read, and lists shut applications and addresses out", async () => {
  const header = "timestamp,user,app,window,url,incognito,action,value";
  const lines = [
    "2026-02-03T08:00:00Z,u1,Chrome,Shop,https://shop.example/a,false,click,one",
    "2026-02-03T08:00:01Z,u1,Chrome,Clinic,https://clinic.example/b,true,click,two",
    "2026-02-03T08:00:02Z,u1,Firefox,Doctor — Mozilla Firefox (Private Browsing),https://doctor.example/,,click,three",
    "2026-02-03T08:00:03Z,u1,Spotify,Music,,,click,four",
    "2026-02-03T08:00:04Z,u1,Chrome,Bank,https://www.bank.example/login?x=1,,click,five",
  ];
  const bytes = new TextEncoder().encode([header, ...lines].join("\n"));
  const values = (log: InteractionLog) => JSON.stringify(log.source);
  const plain = await readInteractions(bytes, { name: "a.csv" });
  expect(plain.interactions).toBe(3);
  for (const gone of ["two", "three", "Clinic", "clinic", "Doctor", "doctor"]) {
    expect(values(plain)).not.toContain(gone);
  }
  const report = privacyReport(plain).objects() as { action: string; rule: string; count: number }[];
  expect(report).toContainEqual({ action: "dropped", rule: "private window", column: null, count: 2, example: null });

  const fewer = await readInteractions(bytes, {
    name: "a.csv",
    privacy: { apps: { deny: ["spot*"] }, urls: { deny: ["bank.example"] } },
  });
  expect(fewer.interactions).toBe(1);
  for (const gone of ["Spotify", "bank", "five", "four"]) expect(values(fewer)).not.toContain(gone);
  const allowed = await readInteractions(bytes, {
    name: "a.csv",
    privacy: { apps: { allow: ["chrome"] }, urls: { allow: ["*.example/a"] } },
  });
  expect(allowed.window.dictionary.filter((_, code) => allowed.window.codes.includes(code))).toEqual([
    "shop.example/a",
  ]);
  const kept = await readInteractions(bytes, { name: "a.csv", privacy: { incognito: "keep" } });
  expect(kept.interactions).toBe(5);
});

test("lines in findings are those of the file, also below rows left out", async () => {
  const bytes = new TextEncoder().encode(
    "timestamp,app,action,incognito\n2026-02-03T08:00:00Z,A,x,true\n2026-02-03T08:00:01Z,A,x,\nnever,A,x,\n2026-02-03T08:00:02Z,A,x,\n",
  );
  const log = await readInteractions(bytes, { name: "a.csv" });
  expect(JSON.stringify(log.source.findings)).toContain("line 4");
});

test("users: pseudonyms by secret are the same in all logs; without one they are numbers", async () => {
  const bytes = new TextEncoder().encode(
    "timestamp,user,app,window\n2026-02-03T08:00:00Z,Zoë Quast,A,Mail to Zoë Quast\n2026-02-03T08:00:01Z,bob@x.example,A,y\n",
  );
  const users = async (privacy: PrivacyOptions = {}) =>
    (await readInteractions(bytes, { name: "a.csv", privacy })).users;
  expect(await users()).toEqual(["P-01", "Zoë Quast"]);
  expect(await users({ users: "pseudonyms" })).toEqual(["P-01", "P-02"]);
  expect(await users({ users: "keep" })).toEqual(["Zoë Quast", "bob@x.example"]);
  expect(await users({ users: "drop" })).toEqual([]);
  const file = join(folder, "secret");
  writeFileSync(file, "0123456789abcdef\n");
  const keyed = await users({ secretFile: file });
  for (const user of keyed) expect(user).toMatch(/^P-[0-9A-F]{10}$/);
  process.env.TRACEBOOK_SECRET = "0123456789abcdef";
  expect(await users()).toEqual(keyed);
  await expect(users({ secretFile: join(folder, "none") })).rejects.toThrow(
    /expected a file with the project's secret/,
  );
});

test("a table in memory is taken as it is, unless privacy is asked for", () => {
  const table = {
    rows: 1,
    columns: [
      { kind: "time" as const, name: "timestamp", values: Float64Array.of(0) },
      text("app", ["A"]),
      text("window", [`Mail to ${EMAIL}`]),
      { kind: "number" as const, name: "card", integer: true, values: Float64Array.of(Number(CARD)) },
    ],
  };
  expect(interactionsFromTable(table).window.dictionary).toEqual([`Mail to ${EMAIL}`]);
  const log = interactionsFromTable(table, { privacy: {} });
  expect(log.window.dictionary).toEqual(["Mail to [email]"]);
  expect(valueAt(log.attribute("card")!, 0)).toBeNull();
});

test("an error about the file shows nothing planted", async () => {
  const bytes = new TextEncoder().encode(csvOf(genericHeader, genericRows().slice(0, 40)));
  const needs = { window: "number", url: "time", value: "number", clipboard: "number" } as const;
  const message = await readInteractions(bytes, { name: "a.csv", needs }).then(() => "", String);
  expect(message).toContain("should hold numbers");
  expect(survivors([["error", message]])).toEqual([]);
});

test("errors and findings about cells that nobody has masked show how they look", async () => {
  const { password, name } = planted;
  const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
  const good = "2026-02-03T08:00:00Z,A,x";
  const broken: [string, Uint8Array | string][] = [
    ["stray text", bytes("timestamp,app,value", good, `2026-02-03T08:00:01Z,A,"${password}"${name}`)],
    ["no times", bytes("timestamp,app,value", `${password},A,${name}`, `${name},A,x`)],
    ["one shifted row", bytes("timestamp,app,value", good, good, `${password},A,${name}`, `${name},A,x`, good)],
    ["a row too long", bytes("timestamp,app,value", good, good, good, `2026-02-03T08:00:01Z,A,x,${password},${name}`)],
    ["a formula", bytes("timestamp,app,value,incognito", `2026-02-03T08:00:00Z,A,"=cmd|${password}",true`, `${good},`)],
    ["cut JSON", bytes(`{"buckets": {"a": "${password}`)],
    ["wrong JSON", bytes(`{"buckets": ${password}}`)],
    ["other JSON", bytes(`{"buckets": "${password}"}`)],
    ["a wrong bucket", bytes(`{"buckets": {"a": "${password}"}}`)],
    [
      "a wrong event",
      bytes(JSON.stringify({
        buckets: {
          a: {
            type: "currentwindow",
            events: [{ timestamp: password, duration: password, data: { app: "A", title: "b" } }],
          },
        },
      })),
    ],
  ];
  let findings = 0;
  for (const [what, source] of broken) {
    const said = await readInteractions(source, { name: "a", privacy: { users: "pseudonyms" } }).then((log) => {
      findings += log.source.findings.length;
      return JSON.stringify(log.source.findings) + JSON.stringify(log.source.interactions);
    }, String);
    expect(said.length, what).toBeGreaterThan(20);
    expect(survivors([[what, said]])).toEqual([]);
  }
  expect(findings).toBeGreaterThan(3);
  // Seen without privacy, so that the test can fail.
  const plain = await readInteractions(broken[0]![1], { name: "a", privacy: false }).then(String, String);
  expect(survivors([["plain", plain]])).not.toEqual([]);
});

test("names given by the reader, and those that the log tells, are masked in all other columns", async () => {
  const bytes = new TextEncoder().encode([
    "timestamp,user,app,window,value",
    "2026-02-03T08:00:00Z,Grace Hopper,ERP,Signed in as Barbara Liskov,memo from Hopper",
    "2026-02-03T08:00:01Z,Grace Hopper,ERP,Chat with Donald Knuth,see margaret.hamilton@nasa.example",
    "2026-02-03T08:00:02Z,Grace Hopper,ERP,Margaret Hamilton - Profile,order 12 for Barbara Liskov",
  ].join("\n"));
  const read = async (privacy: PrivacyOptions) => {
    const log = await readInteractions(bytes, { name: "a.csv", privacy });
    return [...log.window.dictionary, ...log.value.dictionary];
  };
  expect(await read({ names: ["Donald Knuth"], tags: "none" })).toEqual([
    "Signed in as [name]",
    "Chat with [name]",
    "[name] - Profile",
    "memo from [name]",
    "see [email]",
    "order 12 for [name]",
  ]);
  expect(await read({ knownNames: false })).toContain("Chat with Donald Knuth");
});

test("a recorder's password field, key by key, and a short code", async () => {
  const header =
    "timeStamp,userID,targetApp,eventType,url,content,target.workbookName,target.sheetName,target.id,target.className," +
    "target.tagName,target.type,target.name,target.value,target.innerText,target.checked,target.href,target.option,target.title,target.innerHTML";
  const row = (second: number, cells: Record<string, string>) =>
    header.split(",").map((name) =>
      ({
        timeStamp: `2026-02-03T08:00:0${second}.000Z`,
        userID: "u1",
        targetApp: "Chrome",
        eventType: "editField",
        ...cells,
      })[name] ?? ""
    ).join(",");
  const field = { "target.type": "password", "target.name": "field7" };
  const lines = [
    row(1, { ...field, "target.value": "Xk9" }),
    row(2, { ...field, "target.value": "Xk9-Lmno77" }),
    row(3, { "target.name": "pin", "target.value": "4711" }),
    row(4, { "target.name": "order", "target.value": "4711" }),
    row(5, { "target.name": "note", "target.value": "mine is xk9-lmno77!" }),
  ];
  const log = await readInteractions(new TextEncoder().encode([header, ...lines].join("\n")), { name: "a.csv" });
  const values = [...log.rows].map((_, i) => valueAt(log.value, i));
  expect(values).toEqual([null, null, null, "4711", "mine is [password 1]!"]);
  expect(JSON.stringify(log.source)).not.toMatch(/Xk9/i);
});
