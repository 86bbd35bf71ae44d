import { afterEach, beforeEach, expect, test } from "vitest";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { valueAt } from "../../src/db/column.ts";
import { csvText } from "../../src/io/write_csv.ts";
import type { PrivacyOptions } from "../../src/io/privacy/privacy_options.ts";
import type { InteractionLog } from "../../src/log/interaction_log.ts";
import { privacyReport } from "../../src/log/privacy_report.ts";
import { interactionsFromTable, readInteractions } from "../../src/log/read_interactions.ts";
import { READINGS } from "../../src/log/readings.ts";
import { applications, applicationSwitches } from "../../src/taskmining/applications.ts";
import { handleTimes } from "../../src/taskmining/handle_times.ts";
import { viewApplications } from "../../src/viz/charts/applications.ts";
import { viewHandleTimes } from "../../src/viz/charts/handle_times.ts";
import { viewSummary } from "../../src/viz/charts/summary.ts";
import { text } from "../support/interactions.ts";

/** What must not survive, each in the forms in which it is searched for. */
const EMAIL = "rosalind.frankheim+lab@crick-labs.example.co.uk";
const IBAN = "DE89370400440532013000";
const CARD = "4111111111111111";
const PHONE = "+49 30 90182644";
const NAME = "Wilhelmina Köstlinger";
const PASSWORD = "Tr0ub4dor&3-Zebra";
const PLANTED: readonly string[] = [
  EMAIL,
  IBAN,
  "DE89 3704 0044 0532 0130 00",
  CARD,
  "4111 1111 1111 1111",
  "4111-1111-1111-1111",
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
const SECRETS: Record<string, readonly string[]> = {
  email: [EMAIL, "frankheim", "crick-labs"],
  iban: [IBAN, "3704 0044 0532", "370400440532"],
  card: [CARD, "4111 1111", "4111-1111", "11111111"],
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

const HEADER = [
  ...["timestamp", "user", "team", "application", "window", "url", "element", "elementtype", "action", "value"],
  ...["clipboard", "label", "innerHTML", "remark", "segment"],
];

/** Every secret, in every form, in titles, addresses, values, the clipboard, labels, markup and a column of no role. */
function plantedRows(): string[][] {
  const rows: string[][] = [];
  let second = 0;
  const add = (cells: Record<string, string>) => {
    const at = new Date(Date.UTC(2026, 1, 3, 8, 0, second++)).toISOString();
    const row: Record<string, string> = {
      timestamp: at,
      user: NAME,
      team: "Desk",
      application: "ERP",
      segment: "7",
      ...cells,
    };
    rows.push(HEADER.map((name) => row[name] ?? ""));
  };
  add({ window: "Sign in", element: "password", elementtype: "password", action: "type", value: PASSWORD });
  add({
    window: "Sign in",
    element: "pwd",
    action: "paste",
    clipboard: PASSWORD,
    innerHTML: `<input value="${PASSWORD}">`,
  });
  for (const form of PLANTED.flatMap(forms)) {
    add({ window: `Order 4711 for ${form} - Mail`, element: "Field", action: "click" });
    add({ url: `https://erp.example/find?id=4711&q=${form}&page=2`, element: "Field", action: "open" });
    add({ element: "Field", action: "type", value: form });
    add({ element: "Field", action: "copy", clipboard: `see ${form}, please` });
    add({ element: "Field", label: `Contact: ${form}`, action: "click" });
    add({ element: "Field", innerHTML: `<td class="x">${form}</td>`, remark: `(${form})`, action: "click" });
  }
  return rows;
}

const csvOf = (rows: readonly string[][]) =>
  [HEADER, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n") + "\r\n";

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

/** Everything of a log that anybody can get at, as text. */
async function everythingOf(log: InteractionLog): Promise<[string, string][]> {
  const { source } = log;
  const dictionaries = [...source.interactions.columns, ...source.canonical.columns]
    .map((column): [string, string] => [
      `column ${column.name}`,
      column.kind === "text" ? column.dictionary.join("\n") : JSON.stringify(valueAt(column, 0)),
    ]);
  const attributes = log.attributes.map((name): [string, string] => {
    const column = log.attribute(name)!;
    return [`attribute ${name}`, column.kind === "text" ? column.dictionary.join("\n") : ""];
  });
  const table = await log.sql`SELECT * FROM interactions ORDER BY position`;
  const views = [
    viewSummary(log),
    viewApplications(log),
    viewHandleTimes(log, { by: ["task", "team"].filter((n) => log.attribute(n)) }),
  ];
  return [
    ...dictionaries,
    ...attributes,
    ["actions", log.actions.join("\n")],
    ["findings", JSON.stringify(source.findings)],
    ["sql", JSON.stringify(table.objects())],
    ["csv", csvText(source.interactions)],
    ...views.map((view, i): [string, string] => [
      `view ${i}`,
      [view.toString(), view.toSVG(), JSON.stringify(view.parts), JSON.stringify(view)].join("\n"),
    ]),
    ["apps", JSON.stringify([applications(log).objects(), applicationSwitches(log).objects()])],
    ["handle", JSON.stringify(handleTimes(log, { by: "element", individuals: true }).objects())],
    ["report", JSON.stringify(privacyReport(log).objects()) + privacyReport(log).text],
    ["readings", JSON.stringify((globalThis as Record<symbol, unknown>)[READINGS])],
    ["errors", errorsOf(log)],
  ];
}

function errorsOf(log: InteractionLog): string {
  try {
    handleTimes(log, { by: "nothing of that name" });
  } catch (error) {
    return String(error);
  }
  return "";
}

function survivors(outputs: readonly [string, string][], secrets = SECRETS): string[] {
  const found: string[] = [];
  for (const [where, output] of outputs) {
    for (const [kind, texts] of Object.entries(secrets)) {
      for (const secret of texts) {
        for (const form of forms(secret)) {
          if (where === "column user" || where === "attribute user") continue;
          const at = output.indexOf(form);
          if (at >= 0) found.push(`${kind} in ${where}: ${output.slice(Math.max(0, at - 30), at + form.length + 20)}`);
        }
      }
    }
  }
  return [...new Set(found)];
}

test("nothing planted survives in anything that a log gives away", async () => {
  const file = join(folder, "planted.csv");
  writeFileSync(file, csvOf(plantedRows()));
  for (
    const privacy of [{ users: "pseudonyms" }, { users: "pseudonyms", tags: "all", values: "hash" }] as PrivacyOptions[]
  ) {
    const log = await readInteractions(file, { privacy });
    expect(survivors(await everythingOf(log))).toEqual([]);
    await log.source.database.close();
  }
}, 60_000);

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
  const log = await readInteractions(new TextEncoder().encode(csvOf(rows)), { name: "a.csv" });
  expect(log.window.dictionary).toEqual(["Order 4711 for [email] - Mail"]);
  expect(log.value.dictionary).toEqual(["12.50"]);
});

test("the command line shows nothing planted either", () => {
  const file = join(folder, "planted.csv");
  writeFileSync(file, csvOf(plantedRows()));
  const outputs = [["info"], ["apps"], ["handle"], ["handle", "--by", "user"], ["handle", "--by", "element"]].map(
    (args): [string, string] => {
      const [command, ...others] = args as [string, ...string[]];
      const output = execFileSync(Deno.execPath(), [
        "run",
        "-A",
        "--quiet",
        "src/cli/main.ts",
        command,
        file,
        ...others,
        "--json",
      ], {
        encoding: "utf8",
      });
      return [args.join(" "), output];
    },
  );
  expect(survivors(outputs)).toEqual([]);
}, 120_000);

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
  const bytes = new TextEncoder().encode(csvOf(rows));
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
  const bytes = new TextEncoder().encode(csvOf([row("ACME", ""), row("", "ACME"), row("Other", "")]));
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
  const rows = plantedRows().slice(0, 40);
  const bytes = new TextEncoder().encode(csvOf(rows));
  const needs = { window: "number", url: "time", value: "number", clipboard: "number" } as const;
  const message = await readInteractions(bytes, { name: "a.csv", needs }).then(() => "", String);
  expect(message).toContain("should hold numbers");
  expect(survivors([["error", message]])).toEqual([]);
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
