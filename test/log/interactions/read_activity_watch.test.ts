import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { asText } from "../../../src/base/text_codes.ts";
import { textAt } from "../../../src/io/interactions/text_columns.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { InteractionLog as InteractionLogClass } from "../../../src/log/interactions/interaction_log.ts";
import { readActivityWatch } from "../../../src/log/interactions/read_activity_watch.ts";
import { readAnyLog } from "../../../src/log/read_any_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { applications } from "../../../src/taskmining/friction/applications.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

const BEGIN = Date.UTC(2026, 0, 5, 8);

type Data = Record<string, unknown>;
type Given = [from: number, seconds: number, data: Data];

/** Events newest first, as the server gives them; times are seconds after `BEGIN`. */
function bucket(type: string, events: Given[], hostname: string | undefined = "desk") {
  return {
    type,
    client: "a watcher",
    ...(hostname && { hostname }),
    events: events.map(([from, duration, data], id) => ({
      id,
      timestamp: new Date(BEGIN + from * 1000).toISOString(),
      duration,
      data,
    })).reverse(),
  };
}

const window = (from: number, seconds: number, app: string, title: string): Given => [from, seconds, { app, title }];
const page = (from: number, seconds: number, url: string, title = url, more: Data = {}): Given => [
  from,
  seconds,
  { url, title, audible: false, incognito: false, ...more },
];

const read = (buckets: unknown, options = {}) =>
  readInteractions(new TextEncoder().encode(JSON.stringify({ buckets })), { name: "export.json", ...options });

/** "Chrome title 0-10" for each interaction. */
function lines(log: InteractionLog, ...names: string[]): string[] {
  const columns = (names.length > 0 ? names : ["app", "windowTitle"]).map((name) => log.attribute(name));
  return Array.from(log.time, (time, i) =>
    [
      ...columns.map((column) => column && textAt(asText(column), i)),
      `${(time - BEGIN) / 1000}-${(log.end![i]! - BEGIN) / 1000}`,
    ].join(" "));
}

const found = (log: InteractionLog) => Object.fromEntries(log.source.findings.map(({ rule, count }) => [rule, count]));

test("windows count while the user is not away", async () => {
  const log = await read({
    "aw-watcher-window_desk": bucket("currentwindow", [
      window(0, 60, "ERP", "Order 4711"),
      window(60, 30, "Mail", "Inbox"),
      window(200, 10, "ERP", "Order 4712"),
      window(300, 0, "Mail", "Inbox"),
    ]),
    "aw-watcher-afk_desk": bucket("afkstatus", [
      [0, 50, { status: "not-afk" }],
      [50, 20, { status: "afk" }],
      [70, 100, { status: "not-afk" }],
      [170, 100, { status: "afk" }],
      [290, 20, { status: "not-afk" }],
    ]),
  });
  expect(lines(log)).toEqual(["ERP Order 4711 0-50", "Mail Inbox 70-90", "Mail Inbox 300-300"]);
  expect(found(log)).toEqual({ "time away": 1, "interval cut": 2 });
  expect(log.source.findings.find(({ rule }) => rule === "time away")!.example)
    .toBe('export.json, bucket "aw-watcher-window", event 2: the user was away, so it is left out');
  expect([log.users, log.actions]).toEqual([["desk"], [
    "currentwindow @ ERP / Order #",
    "currentwindow @ Mail / Inbox",
  ]]);
});

test("pages count while a window of their browser has the focus, files while one of their editor has", async () => {
  const log = await read({
    "aw-watcher-window_desk": bucket("currentwindow", [
      window(0, 20, "Google Chrome", "Form"),
      window(20, 10, "firefox.exe", "News"),
      window(30, 30, "Code", "main.ts"),
      window(60, 10, "Google Chrome", "Form"),
    ]),
    "aw-watcher-web-chrome": bucket("web.tab.current", [page(1, 68, "https://forms.example/a/12345?x=1")], "unknown"),
    "aw-watcher-vscode_desk": bucket("app.editor.activity", [
      [25, 10, { file: "/home/ada/src/main.ts", project: "orders", language: "typescript" }],
      [65, 3, { file: "/home/ada/src/other.ts", project: "orders", language: "typescript" }],
    ]),
  });
  expect(lines(log, "eventType", "app", "url", "container1")).toEqual([
    "currentwindow Google Chrome  Form 0-20",
    "web.tab.current Google Chrome https://forms.example/a/12345?x=1 forms.example/a/12345 1-20",
    "currentwindow firefox.exe  News 20-30",
    "currentwindow Code  main.ts 30-60",
    "app.editor.activity Code  main.ts 30-35",
    "currentwindow Google Chrome  Form 60-70",
    "web.tab.current Google Chrome https://forms.example/a/12345?x=1 forms.example/a/12345 60-69",
  ]);
  expect(found(log)).toMatchObject({ "window not active": 1, "interval cut": 2 });
  const seconds = applications(log).objects() as { app: string; seconds: number }[];
  expect(seconds.map(({ app, seconds }) => [app, seconds])).toEqual([["Code", 30], ["Google Chrome", 30], [
    "firefox.exe",
    10,
  ]]);
});

test("nothing of incognito is kept: neither the page nor the window that shows it", async () => {
  const log = await read({
    "aw-watcher-window_desk": bucket("currentwindow", [
      window(0, 10, "Chrome", "Form - Google Chrome"),
      window(10, 10, "Chrome", "My illness - Google Chrome"),
      window(20, 10, "Chrome", "Secret - Google Chrome (Incognito)"),
      window(30, 10, "firefox", "Hidden — Mozilla Firefox Private Browsing"),
      window(40, 10, "Mail", "About private browsing - Mail"),
      window(50, 10, "Chrome", "Form - Google Chrome"),
    ]),
    "aw-watcher-web-chrome_desk": bucket("web.tab.current", [
      page(0, 9, "https://forms.example/a"),
      page(9, 11, "https://clinic.example/illness", "My illness", { incognito: true }),
      page(50, 5, "https://forms.example/a"),
    ]),
  });
  const all = JSON.stringify([log.source.interactions, log.source.canonical, log.actions]);
  for (const word of ["illness", "clinic", "Secret", "Hidden"]) expect(all).not.toContain(word);
  expect(JSON.stringify(log.source.findings)).not.toMatch(/illness|clinic|Secret|Hidden/);
  expect(lines(log)).toEqual([
    "Chrome Form - Google Chrome 0-9",
    "Chrome https://forms.example/a 0-9",
    "Mail About private browsing - Mail 40-50",
    "Chrome Form - Google Chrome 50-60",
    "Chrome https://forms.example/a 50-55",
  ]);
  expect(found(log)).toMatchObject({ "incognito left out": 4 });
});

test("where intervals overlap the window opened last has the focus; what is twice in an export counts once", async () => {
  const events = [window(0, 100, "ERP", "Order"), window(20, 20, "Mail", "Inbox")];
  const log = await read({
    "aw-watcher-window_desk": bucket("currentwindow", events),
    "aw-watcher-window_desk-synced": bucket("currentwindow", events),
  });
  expect(lines(log)).toEqual(["ERP Order 0-20", "Mail Inbox 20-40", "ERP Order 40-100"]);
  expect(found(log)).toMatchObject({ "intervals overlap": 3 });
});

const examples = (log: InteractionLog, rule: string) =>
  log.source.findings.filter((finding) => finding.rule === rule).map(({ example }) => example);

test("a window that gives way to a later one is told so, and not that the user was away", async () => {
  const log = await read({
    "aw-watcher-window_desk": bucket("currentwindow", [
      window(0, 300, "ERP", "Order"),
      window(100, 50, "Mail", "Inbox"),
      window(110, 20, "Chat", "Ada"),
      window(400, 30, "ERP", "Order"),
      window(400, 30, "ERP", "Order"),
    ]),
  });
  // Brute force, second by second: the window opened last has the focus.
  expect(applications(log).objects()).toMatchObject([{ app: "ERP", seconds: 280 }, { app: "Mail", seconds: 30 }, {
    app: "Chat",
    seconds: 20,
  }]);
  expect(found(log)).toEqual({ "intervals overlap": 3, note: 1 });
  // Newest first, as the server gives them: the window that is there twice, then Mail and ERP.
  expect(examples(log, "intervals overlap")[0]).toMatch(/event 2 gives way to another window for all of its 30 s;/);
  const one = await read({
    "aw-watcher-window_desk": bucket("currentwindow", [window(0, 90, "ERP", "Order"), window(60, 60, "Mail", "In")]),
  });
  expect(examples(one, "intervals overlap")).toEqual([
    'export.json, bucket "aw-watcher-window", event 2 gives way to a later window for 30 s; of those that are open at ' +
    "once, the one that was opened last has the focus",
  ]);
  expect(JSON.stringify(one.source.findings)).not.toContain("was away for");
});

test("a watcher that says away and present at once is told, and how it is decided", async () => {
  const buckets = (afk: Given[]) => ({
    "aw-watcher-window_desk": bucket("currentwindow", [window(0, 3600, "ERP", "Order")]),
    "aw-watcher-afk_desk": bucket("afkstatus", afk),
  });
  const log = await read(buckets([
    [0, 3600, { status: "not-afk" }],
    [1200, 1200, { status: "afk" }],
    [3000, 1200, { status: "asleep" }],
  ]));
  expect(lines(log)).toEqual(["ERP Order 0-3600"]);
  expect(found(log)).toEqual({ "presence contradicted": 2, note: 1 });
  expect(examples(log, "presence contradicted")[0]).toMatch(
    /"asleep" from 2026-01-05T08:50:00Z to 2026-01-05T09:00:00Z, while event 3 says "not-afk"; .* present for these 600 s/,
  );
  expect(examples(log, "note")[0]).toContain('afk or not-afk but found "asleep"');
  const apart = await read(buckets([[0, 1200.05, { status: "not-afk" }], [1200, 100, { status: "afk" }]]));
  expect(found(apart)).toEqual({ "interval cut": 1 });
});

test("intervals of more than a day are told, with their end", async () => {
  const year = 365 * 86_400;
  const log = await read({
    "aw-watcher-window_desk": bucket("currentwindow", [window(0, year, "ERP", "Order"), window(60, 60, "Mail", "In")]),
  });
  expect(examples(log, "long interval")).toEqual([
    expect.stringContaining("event 2: one window for 365 d, until 2027-01-05T08:00:00Z; it is kept as recorded"),
  ]);
  const present = await read({
    "aw-watcher-window_desk": bucket("currentwindow", [window(0, 86_400, "ERP", "Order")]),
    "aw-watcher-afk_desk": bucket("afkstatus", [[0, 86_401, { status: "not-afk" }], [86_500, year, { status: "afk" }]]),
  });
  expect(found(present)).toEqual({ "long interval": 1 });
  expect(examples(present, "long interval")[0]).toContain("one presence for 1 d 1 s");
});

test("two machines are two people's streams; an input watcher tells nothing here", async () => {
  const log = await read({
    a: bucket("currentwindow", [window(0, 10, "ERP", "Order")], "desk"),
    b: bucket("currentwindow", [window(5, 10, "Mail", "Inbox")], "laptop"),
    c: bucket("os.hid.input", [[0, 1, { presses: 7 }], [1, 1, { presses: 1 }]]),
  });
  expect(log.users).toEqual(["desk", "laptop"]);
  expect(found(log)).toEqual({ "bucket left out": 2, note: 2 });
});

test("times with offsets, without a zone, with microseconds", async () => {
  const at = (timestamp: string) => ({
    a: { type: "currentwindow", events: [{ timestamp, duration: 1.5, data: { app: "ERP", title: "Order" } }] },
  });
  expect((await read(at("2026-01-05T17:00:00+09:00"))).time[0]).toBe(BEGIN);
  expect((await read(at("2026-01-05T08:00:00.250000+00:00"))).time[0]).toBe(BEGIN + 250);
  const assumed = await read(at("2026-01-05T09:00:00"), { timeZone: "Europe/Berlin" });
  expect([assumed.time[0], assumed.end![0]]).toEqual([BEGIN, BEGIN + 1500]);
  expect(found(assumed)).toMatchObject({ "time zone assumed": 1 });
});

test("one bucket, a list of events, gzipped, damaged events, other JSON", async () => {
  const one = bucket("currentwindow", [window(0, 10, "ERP", "Order")]);
  const encode = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
  for (const json of [{ id: "aw-watcher-window_desk", ...one }, one.events, { buckets: [one] }]) {
    expect(lines(await readInteractions(encode(json)))).toEqual(["ERP Order 0-10"]);
  }
  expect(lines(await readInteractions(gzipSync(encode({ buckets: { a: one } }))))).toEqual(["ERP Order 0-10"]);
  const damaged = await readInteractions(encode({
    buckets: {
      a: {
        ...one,
        events: [...one.events, { timestamp: "soon", data: { app: "Mail" } }, 7, { ...one.events[0], duration: -1 }],
      },
    },
  }));
  expect(damaged.interactions).toBe(2);
  expect(found(damaged)).toMatchObject({ "row left out": 2, "impossible time": 1 });
  await expect(readInteractions(encode({ a: 1 }))).rejects.toThrow(/export of ActivityWatch/);
  await expect(readInteractions(encode({ buckets: {} }))).rejects.toThrow(/found none/);
  await expect(readInteractions(new TextEncoder().encode('{"buckets": {'))).rejects.toThrow(/expected JSON/);
});

test.skipIf(lacksSharedLogs)("the sample export is a log of interactions by its contents", async () => {
  const path = sharedLog("interaction/activitywatch-sample.json");
  const log = await readAnyLog(path) as InteractionLog;
  expect(log).toBeInstanceOf(InteractionLogClass);
  expect(log.apps).toEqual(["Chrome", "Outlook"]);
  expect(new Date(log.time[0]!).toISOString()).toBe("2026-06-01T00:00:00.000Z");
  expect(applications(log).objects()).toMatchObject([{ app: "Chrome", seconds: 420 }, {
    app: "Outlook",
    seconds: 300,
  }]);
});

let server: Deno.HttpServer<Deno.NetAddr> | undefined;
afterEach(async () => {
  await server?.shutdown();
  server = undefined;
});

function serve(answer: (path: string, query: URLSearchParams) => Response): string {
  server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const { pathname, searchParams } = new URL(request.url);
    return answer(pathname, searchParams);
  });
  return `http://127.0.0.1:${server.addr.port}`;
}

const buckets: Record<string, ReturnType<typeof bucket>> = {
  "aw-watcher-window_desk": bucket("currentwindow", [
    window(0, 100, "ERP", "Order"),
    window(100, 100, "Mail", "Inbox"),
  ]),
  "aw-watcher-input_desk": bucket("os.hid.input", [[0, 1, { presses: 7 }]]),
};

test("live: buckets are listed, events of the time asked for are fetched, what lies outside is cut off", async () => {
  const asked: string[] = [];
  const url = serve((path, query) => {
    asked.push(`${path}?${query}`);
    if (path === "/api/0/buckets/") {
      return Response.json(Object.fromEntries(Object.entries(buckets).map(([id, { events: _, ...one }]) => [id, one])));
    }
    const id = decodeURIComponent(/^\/api\/0\/buckets\/(.+)\/events$/.exec(path)![1]!);
    const [start, end] = ["start", "end"].map((name) => Date.parse(query.get(name)!));
    return Response.json(
      buckets[id]!.events.filter(({ timestamp, duration }) =>
        Date.parse(timestamp) <= end! && Date.parse(timestamp) + duration * 1000 >= start!
      ),
    );
  });
  const log = await readActivityWatch({
    url: url + "/",
    from: "2026-01-05T09:00:50",
    to: new Date(BEGIN + 150_000),
    timeZone: "Europe/Berlin",
  });
  expect(lines(log)).toEqual(["ERP Order 50-100", "Mail Inbox 100-150"]);
  expect(asked).toEqual([
    "/api/0/buckets/?",
    "/api/0/buckets/aw-watcher-window_desk/events?start=2026-01-05T08%3A00%3A50.000Z&end=2026-01-05T08%3A02%3A30.000Z",
  ]);
  expect(found(log)).toMatchObject({ "bucket left out": 1 });
  await expect(readActivityWatch({ url, from: "2027-01-01", to: "2027-01-02" })).rejects.toThrow(/found none/);
  await expect(readActivityWatch({ url, from: "2027-01-02", to: "2027-01-01" })).rejects.toThrow(
    /from to be before to/,
  );
});

test("live: errors say what to do", async () => {
  const url = serve((path) => path.endsWith("buckets/") ? new Response("no", { status: 404 }) : new Response("{}"));
  await expect(readActivityWatch({ url })).rejects.toThrow(/404/);
  await server!.shutdown();
  server = undefined;
  await expect(readActivityWatch({ url })).rejects.toThrow(/Start ActivityWatch on this computer/);
  await expect(readActivityWatch({ url: "not an address" })).rejects.toThrow(/expected an address|Expected an address/);
  const other = serve(() => new Response("<html>"));
  await expect(readActivityWatch({ url: other })).rejects.toThrow(/expected JSON/);
});
