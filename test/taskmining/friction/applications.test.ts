import { OptionError } from "../../../src/base/errors.ts";
import { expect, test } from "vitest";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { applications, applicationSwitches, switchMatrix } from "../../../src/taskmining/friction/applications.ts";
import { type InteractionRow, interactionsOf, randomInteractions } from "../../support/interactions.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

/** One user's interactions: "ERP@0 Mail@10" is in ERP at second 0 and in Mail at second 10; "ERP@0-5" is an interval. */
function visits(text: string, user = "Ada"): InteractionRow[] {
  return text.split(" ").map((visit) => {
    const [, app, at, until] = /^(.*)@(\d+)(?:-(\d+))?$/.exec(visit)!;
    return { at: Number(at), user, app: app || undefined, ...(until && { until: Number(until) }) };
  });
}

const secondsOf = (log: InteractionLog, options = {}) =>
  Object.fromEntries(
    applications(log, { individuals: true, ...options }).objects().map((row) => Object.values(row).slice(0, 2)),
  );

test("a gap belongs to the application of the interaction that opens it, if it is no longer than the threshold", () => {
  const log = interactionsOf(visits("ERP@0 ERP@20 Mail@30 ERP@210 Mail@391"));
  expect(applications(log).objects()).toMatchObject([
    { app: "Mail", seconds: 180, visits: 2, share: 180 / 210 },
    { app: "ERP", seconds: 30, visits: 2, share: 30 / 210 },
  ]);
  expect(applications(log).about).toEqual({ idleSeconds: 180, totalSeconds: 210, notes: [] });
});

test("nobody's gap lies between two users", () => {
  const log = interactionsOf([...visits("ERP@0 ERP@10"), ...visits("Mail@12 Mail@13", "Bo")]);
  expect(secondsOf(log)).toEqual({ ERP: 10, Mail: 1 });
  expect(applicationSwitches(log).numRows()).toBe(0);
});

test("where intervals overlap, the one begun last has the focus and then gives it back", () => {
  const log = interactionsOf(visits("ERP@0-100 Mail@20-40 ERP@200-210 Sheet@205-230"));
  expect(secondsOf(log)).toEqual({ ERP: 85, Sheet: 25, Mail: 20 });
});

test("a recorder's application can be passed over", () => {
  const log = interactionsOf(visits("Excel@0 OS-Clipboard@1 Chrome@5 Chrome@9"));
  expect(secondsOf(log)).toEqual({ Chrome: 4, "OS-Clipboard": 4, Excel: 1 });
  expect(secondsOf(log, { except: ["OS-Clipboard"] })).toEqual({ Excel: 5, Chrome: 4 });
  expect(applicationSwitches(log, { except: ["OS-Clipboard"] }).objects())
    .toEqual([{ from: "Excel", to: "Chrome", count: 1, pingPongs: 0, people: 1, pingPongPeople: 0 }]);
});

test("switches and ping-pongs", () => {
  const log = interactionsOf(visits("A@0 B@10 A@20 B@60 C@61 A@62 A@300 B@500 A@505"));
  const switches = applicationSwitches(log);
  expect(switches.objects()).toEqual([
    { from: "A", to: "B", count: 2, pingPongs: 1, people: 1, pingPongPeople: 1 },
    { from: "B", to: "A", count: 2, pingPongs: 0, people: 1, pingPongPeople: 0 },
    { from: "B", to: "C", count: 1, pingPongs: 0, people: 1, pingPongPeople: 0 },
    { from: "C", to: "A", count: 1, pingPongs: 0, people: 1, pingPongPeople: 0 },
  ]);
  expect(switches.about).toMatchObject({ switches: 6, pingPongs: 1 });
  expect(applicationSwitches(log, { pingPongSeconds: 40 }).about.pingPongs).toBe(1);
  expect(applicationSwitches(log, { pingPongSeconds: 50 }).about.pingPongs).toBe(2);
  expect(() => applicationSwitches(log, { pingPongSeconds: 0 })).toThrow(OptionError);
});

test("people who switch and who come back are counted once each, and the matrix has the same counts", () => {
  const log = interactionsOf([
    ...visits("A@0 B@10 A@20 B@25 A@30"),
    ...visits("A@0 B@10 C@80", "Bo"),
    ...visits("C@0 B@10", "Cem"),
  ]);
  expect(applicationSwitches(log).objects()).toEqual([
    { from: "A", to: "B", count: 3, pingPongs: 2, people: 2, pingPongPeople: 1 },
    { from: "B", to: "A", count: 2, pingPongs: 1, people: 1, pingPongPeople: 1 },
    { from: "B", to: "C", count: 1, pingPongs: 0, people: 1, pingPongPeople: 0 },
    { from: "C", to: "B", count: 1, pingPongs: 0, people: 1, pingPongPeople: 0 },
  ]);
  expect(switchMatrix(log)).toEqual({
    apps: ["A", "B", "C"],
    counts: [[0, 3, 0], [2, 0, 1], [0, 1, 0]],
    pingPongs: [[0, 2, 0], [1, 0, 0], [0, 0, 0]],
  });
});

test("an interaction of unknown application has its time, and parts what stands around it", () => {
  const log = interactionsOf(visits("A@0 @10 B@30 A@35"));
  expect(applications(log).objects()).toMatchObject([
    { app: null, seconds: 20, visits: 1, share: 20 / 35 },
    { app: "A", seconds: 10, visits: 2, share: 10 / 35 },
    { app: "B", seconds: 5, visits: 1, share: 5 / 35 },
  ]);
  expect(applicationSwitches(log).objects()).toEqual([{
    from: "B",
    to: "A",
    count: 1,
    pingPongs: 0,
    people: 1,
    pingPongPeople: 0,
  }]);
});

test("no applications, one interaction, equal times: said, 0, 0", () => {
  const none = interactionsOf([{ at: 0, user: "Ada", action: "click" }, { at: 5, user: "Ada", action: "click" }]);
  expect([applications(none).numRows(), applicationSwitches(none).numRows()]).toEqual([0, 0]);
  expect(applications(none).about).toEqual({
    idleSeconds: 180,
    totalSeconds: 0,
    notes: ["The log knows no applications."],
  });
  expect(applications(interactionsOf(visits("A@0"))).objects()).toMatchObject([{
    app: "A",
    seconds: 0,
    visits: 1,
    share: 0,
  }]);
  expect(applications(interactionsOf(visits("B@1 A@1 B@1"))).objects()).toMatchObject([
    { app: "A", seconds: 0, visits: 1, share: 0 },
    { app: "B", seconds: 0, visits: 2, share: 0 },
  ]);
});

test.each([
  { intervals: false, idle: false },
  { intervals: false, idle: true },
  { intervals: true, idle: false },
  { intervals: true, idle: true },
])("time per application equals the seconds counted one by one (%o)", (kind) => {
  for (let seed = 1; seed <= 60; seed++) {
    const log = interactionsOf(randomInteractions({ seed, ...kind }));
    const counted = secondsByCounting(log, 20);
    const table = applications(log, { idleSeconds: 20, individuals: true });
    for (const { app, seconds, share } of table.objects() as { app: string | null; seconds: number; share: number }[]) {
      expect([seed, app, seconds]).toEqual([seed, app, counted.get(app) ?? 0]);
      expect(share * table.about.totalSeconds).toBeCloseTo(seconds, 6);
    }
    expect(table.about.totalSeconds).toBe([...counted.values()].reduce((sum, seconds) => sum + seconds, 0));
  }
});

/** Who has the focus in each second: the interaction begun last of those that still last. */
function secondsByCounting(log: InteractionLog, idleSeconds: number): Map<string | null, number> {
  const counted = new Map<string | null, number>();
  for (const user of new Set(log.user)) {
    const own = [...log.time.keys()].filter((i) => log.user[i] === user);
    const isIdle = (i: number) => log.actionClassAt(i) === "idle";
    const from = (i: number) => log.time[i]! / 1000;
    const known = (i: number) => log.end && !Number.isNaN(log.end[i]!) ? log.end[i]! / 1000 : undefined;
    const work = own.filter((i) => !isIdle(i));
    const untilNext = (i: number) => {
      const next = work[work.indexOf(i) + 1];
      return next !== undefined && from(next) - from(i) <= idleSeconds ? from(next) : from(i);
    };
    const idle = own.filter(isIdle).map((i) => {
      const next = work.find((later) => later > i);
      return [from(i), known(i) ?? (next === undefined ? from(i) : from(next))];
    });
    for (let second = from(own[0]!); second <= Math.max(...own.map((i) => known(i) ?? from(i))); second++) {
      if (idle.some(([begin, end]) => begin! <= second && second < end!)) continue;
      const focused = work.findLast((i) => from(i) <= second && second < (known(i) ?? untilNext(i)));
      if (focused === undefined) continue;
      const app = log.apps[log.app[focused]!] ?? null;
      counted.set(app, (counted.get(app) ?? 0) + 1);
    }
  }
  return counted;
}

test.skipIf(lacksSharedLogs)("StudentRecord: the time of the applications is that of the recording", async () => {
  const log = await readInteractions(sharedLog("interaction/student-record-raw.csv"));
  const { about } = applications(log);
  expect(about.totalSeconds).toBeCloseTo((log.time.at(-1)! - log.time[0]!) / 1000, 6);
  const visits = Array.from(applications(log).array("visits") as number[]).reduce((sum, n) => sum + n, 0);
  expect(applicationSwitches(log).about.switches).toBe(visits - 1);
});
