// @slow: DuckDB starts, and whole logs are simulated
/** The joined log, and time that no system saw, against the truth of the simulated order desk. */
import { expect, test } from "vitest";
import { caseTimeline, enrichLog, linkTasks, stepsBehind, tasksBehind, unseenTime } from "../../../src/hybrid/mod.ts";
import { alignTracesSync, directlyFollows, discoverInductive, variants } from "../../../src/mining/mod.ts";
import { filterUsers, interactionsFromRows, logFromRows } from "../../../src/log/mod.ts";
import { treeToNet } from "../../../src/models/mod.ts";
import { segmentTasks } from "../../../src/taskmining/mod.ts";
import { simulateClaimsOffice } from "../../../src/simulate/examples/claims_office.ts";
import { simulateOrderDesk } from "../../../src/simulate/examples/order_desk.ts";
import { simulateOrderToCash } from "../../../src/simulate/examples/order_to_cash.ts";
import { claimsLogs, deskLogs } from "../../support/linked_logs.ts";

const process = simulateOrderToCash({ seed: 21, cases: 600 });
const desk = simulateOrderDesk(process, { seed: 21, from: "2025-01-13", days: 5 });
const logs = deskLogs(process, desk);
const links = linkTasks(logs.segmentation, logs.log);
const claims = claimsLogs(simulateClaimsOffice({ seed: 21, claims: 90 }));
const claimLinks = linkTasks(claims.segmentation, claims.log);

test("the share of work outside the system is that of the truth, within 2 percentage points", () => {
  // What was planted: work before opening and after saving, breaks left out.
  const recorded = new Set(desk.instances.map(({ case: order, begin }) => `${order} ${begin}`));
  const truth = process.deskWork.filter((work) => recorded.has(`${work.case} ${work.begin}`));
  const sum = (of: (work: typeof truth[number]) => number) => truth.reduce((total, work) => total + of(work), 0);
  const outside = sum(({ lead, tail }) => lead + tail) / sum(({ work }) => work);
  expect(truth.length).toBe(desk.instances.length);
  const found = unseenTime(links);
  expect(Math.abs(found.outsideShare - outside)).toBeLessThan(0.02);
  expect(
    Math.abs(
      found.work.rows().reduce((total, row) => total + (row.workedSeconds ?? 0), 0) / sum(({ work }) => work) - 1,
    ),
  )
    .toBeLessThan(0.1);
});

test("unseen shares of steps are those of the truth, within 2 percentage points", () => {
  // By hand, second by second of the truth: neither an event ran nor was anybody at a task of the case.
  const orders = new Map(Map.groupBy(process.events, (event) => event.case));
  const from = Math.min(...desk.interactions.map(({ time }) => time));
  const to = Math.max(...desk.interactions.map(({ time }) => time));
  const truth = new Map<string, { elapsed: number; unseen: number }>();
  for (const [order, events] of orders) {
    const work = desk.instances.filter((one) => one.case === order && one.pauses === 0 && one.putAside === 0);
    if (work.length === 0) continue;
    if (desk.instances.some((one) => one.case === order && (one.pauses > 0 || one.putAside > 0))) continue;
    const sorted = events.toSorted((a, b) => a.time - b.time);
    for (let i = 1; i < sorted.length; i++) {
      const [a, b] = [sorted[i - 1]!, sorted[i]!];
      if (a.time < from || b.time > to || b.activity !== "Enter order") continue;
      const seen = new Uint8Array(b.time - a.time);
      const mark = (x: number, y: number) => seen.fill(1, Math.max(0, x - a.time), Math.max(0, y - a.time));
      for (const event of events) if (event.start !== undefined) mark(event.start, event.time);
      for (const one of work) mark(one.begin, one.end);
      const step = truth.get(a.activity) ?? { elapsed: 0, unseen: 0 };
      step.elapsed += seen.length;
      step.unseen += seen.filter((one) => one === 0).length;
      truth.set(a.activity, step);
    }
  }
  const step = unseenTime(links).steps.rows().find((row) => row.from === "Receive order" && row.to === "Enter order")!;
  const { elapsed, unseen } = truth.get("Receive order")!;
  expect(step.cases).toBeGreaterThan(100);
  expect(Math.abs(step.unseenShare! - unseen / elapsed)).toBeLessThan(0.02);
});

test("the joined log keeps every original event, and miners and conformance run on it", async () => {
  const joined = enrichLog(claims.log, claimLinks);
  const calls = claimLinks.links.rows().filter(({ event }) => event === null).length;
  expect(calls).toBeGreaterThan(10);
  expect(joined.events).toBe(claims.log.events + calls);
  const original = (log: typeof joined, origin?: string) => {
    const where = log.attribute("origin");
    return Array.from({ length: log.events }, (_, i) => i)
      .filter((i) => !where || where.kind === "text" && where.dictionary[where.codes[i]!] === origin)
      .map((i) =>
        `${log.activities[log.activity[i]!]} ${log.time[i]} ${log.start?.[i]} ${log.resources![log.resource![i]!]}`
      )
      .sort();
  };
  expect(original(joined, "event log")).toEqual(original(claims.log));
  for (let c = 0; c < joined.cases; c++) {
    const own = joined.time.subarray(joined.offsets[c], joined.offsets[c + 1]);
    expect(own.every((ms, i) => i === 0 || own[i - 1]! <= ms)).toBe(true);
  }
  expect(directlyFollows(joined).events.reduce((sum, n) => sum + n, 0)).toBe(joined.events);
  expect(variants(joined).numRows()).toBeGreaterThan(1);
  const net = treeToNet(discoverInductive(joined));
  // A model of the inductive miner fits the log that it was found in.
  expect(alignTracesSync(joined, net).variants.every(({ cost }) => cost === 0)).toBe(true);
  const rows = await joined.sql`SELECT origin, count(*) AS n FROM events GROUP BY origin ORDER BY origin`;
  expect(rows.objects()).toEqual([
    { origin: "event log", n: claims.log.events },
    { origin: "recording", n: calls },
  ]);
});

test("a step that has no event stands between the events by its time, done by the event log's person", () => {
  const log = logFromRows([
    { case: "A-1001", activity: "Ask", time: new Date("2026-03-02T09:00:00Z"), resource: "U1" },
    { case: "A-1001", activity: "Close", time: new Date("2026-03-02T12:00:00Z"), resource: "U1" },
  ]);
  const recording = interactionsFromRows([
    {
      time: new Date("2026-03-02T10:30:00Z"),
      user: "kim",
      app: "Phone",
      action: "click",
      element: "Call A-1001",
      s: "1",
    },
    { time: new Date("2026-03-02T10:33:00Z"), user: "kim", app: "Phone", action: "click", element: "Hang up", s: "1" },
  ], { mapping: { timestamp: "time", user: "user", app: "app", action: "action", element: "element" } });
  const found = linkTasks(segmentTasks(recording, { instance: "s" }), log, { people: { kim: "U1" } });
  const joined = enrichLog(log, found);
  const [middle] = Array.from(joined.activity, (a) => joined.activities[a]!).slice(1, 2);
  expect(joined.events).toBe(3);
  expect(middle).toBe(found.links.rows()[0]!.task);
  expect(joined.resources![joined.resource![1]!]).toBe("U1");
  expect(joined.start![1]).toBe(Date.parse("2026-03-02T10:30:00Z"));
  expect(() => enrichLog(claims.log, found)).toThrow(/expected links of this log/);
});

test("a case's timeline has all events and the work, and its parts add up", () => {
  const { case: id, instance } = links.links.rows()[3]!;
  const timeline = caseTimeline(links, id), rows = timeline.rows.rows();
  const c = logs.log.caseIds.indexOf(id);
  expect(rows.filter((row) => row.log === "events").length).toBe(logs.log.offsets[c + 1]! - logs.log.offsets[c]!);
  expect(rows.some((row) => row.instance === instance)).toBe(true);
  expect(timeline.unseenSeconds).toBeLessThanOrEqual(timeline.elapsedSeconds - timeline.workedSeconds);
  expect(timeline.unseenSeconds).toBeGreaterThanOrEqual(
    timeline.elapsedSeconds - timeline.workedSeconds - timeline.systemSeconds,
  );
  expect(() => caseTimeline(links, "1001x")).toThrow(/expected a case of the log/);
});

test("behind an activity stand the tasks that the truth has there", () => {
  const orders = tasksBehind(links).rows().filter(({ activity }) => activity === "Enter order");
  const truth = desk.instances.filter(({ task }) => task === "Enter order").length;
  expect(orders.reduce((sum, { instances }) => sum + instances, 0)).toBe(truth);
  for (const { applications } of orders) {
    expect(applications.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1);
    expect(applications.map(({ app }) => app)).toContain("ERP");
  }
});

/** An office of six: each does one task of case `A-1000n` in the ERP; `others` says who goes to the mail as well, and how. */
function office(goes: (person: number) => readonly (readonly [app: string, element: string])[]) {
  const people = [0, 1, 2, 3, 4, 5],
    at = (person: number, minute: number) => new Date(Date.UTC(2026, 2, 2, 9 + person, minute));
  const log = logFromRows(people.flatMap((n) => [
    { case: `A-1000${n}`, activity: "Ask", time: at(n, 0), resource: `p${n}` },
    { case: `A-1000${n}`, activity: "Answer", time: at(n, 24), resource: `p${n}` },
  ]));
  const rows = people.flatMap((n) =>
    goes(n).map(([app, element], i) => ({
      ...{
        time: at(n, 20 + i),
        user: `p${n}`,
        app,
        action: "click",
        element,
        value: `A-1000${n}`,
        s: `${n}`,
        task: "Answer",
      },
    }))
  );
  const recording = interactionsFromRows(rows, {
    mapping: { timestamp: "time", user: "user", app: "app", action: "action", element: "element", value: "value" },
  });
  return linkTasks(segmentTasks(recording, { instance: "s" }), log);
}
const HOW = [["ERP", "Open"], ["ERP", "Line"], ["ERP", "Line"], ["ERP", "Save"]] as const;

test("an application that few people use has no share, and those of others do not tell it", () => {
  const few = tasksBehind(office((n) => n < 2 ? [["Mail", "Message"], ...HOW] : HOW)).rows()[0]!;
  expect(few.medianSeconds).not.toBeNull();
  expect(few.applications).toEqual([{ app: "ERP", share: 1 }, { app: "Mail", share: null }]);
  const all = tasksBehind(office(() => [["Mail", "Message"], ...HOW])).rows()[0]!;
  // A minute of the mail, three of the ERP.
  expect(all.applications).toEqual([{ app: "ERP", share: 0.75 }, { app: "Mail", share: 0.25 }]);
});

test("steps behind an activity are those of the way that most take, repeats once, with the share that has each", () => {
  const found = stepsBehind(office((n) => n === 0 ? [HOW[0], HOW[3]] : HOW)).rows();
  expect(found.map(({ activity, step, what, application, instances, repeats }) => ({
    ...{ activity, step, what: what.split(" ").slice(0, 2).join(" "), application, instances, repeats },
  }))).toEqual([
    { activity: "Answer", step: 1, what: "Click Open", application: "ERP", instances: 6, repeats: false },
    { activity: "Answer", step: 2, what: "Click Line", application: "ERP", instances: 5, repeats: true },
    { activity: "Answer", step: 3, what: "Click Save", application: "ERP", instances: 6, repeats: false },
  ]);
  expect(found.map(({ share }) => share)).toEqual([1, 5 / 6, 1]);
});

test("the work of two of ten people is in no figure, total or sentence", () => {
  const two = filterUsers(logs.segmentation.log, [...logs.segmentation.log.users].slice(0, 2));
  const few = linkTasks(segmentTasks(two, { instance: "segment" }), logs.log);
  expect(few.linked).toBeGreaterThan(5);
  const hidden = unseenTime(few), shown = unseenTime(few, { individuals: true });
  expect(shown.workedSeconds).toBeGreaterThan(0);
  expect([hidden.workedSeconds, hidden.unseenShare, hidden.outsideShare]).toEqual([NaN, NaN, NaN]);
  expect(hidden.sentence).toContain("fewer people did it than figures are shown of");
  const figures = [
    ...hidden.steps.rows().filter(({ workedSeconds }) => workedSeconds !== 0).map((row) => row.unseenShare),
    ...hidden.work.rows().flatMap((row) => [row.workedSeconds, row.beforeSeconds, row.duringSeconds, row.outsideShare]),
    ...tasksBehind(few).rows().flatMap((row) => [row.medianSeconds, ...row.applications.map(({ share }) => share)]),
  ];
  expect(figures.length).toBeGreaterThan(10);
  expect(figures.filter((figure) => figure !== null)).toEqual([]);
});

test("seen work is a share of the time between two steps", () => {
  for (const { workedShare, workedSeconds, elapsedSeconds } of unseenTime(links).steps.rows()) {
    if (workedSeconds === null || elapsedSeconds === 0) expect(workedShare).toBeNull();
    else expect(workedShare).toBeCloseTo(workedSeconds / elapsedSeconds);
  }
});

test("logs without times have links, and no times", () => {
  const log = logFromRows([{ case: "A-1001", activity: "Ask", time: new Date("2026-03-02T09:00:00Z") }]);
  const recording = interactionsFromRows([{ app: "Phone", action: "click", element: "Call A-1001", s: "1" }], {
    mapping: { app: "app", action: "action", element: "element" },
  });
  const found = linkTasks(segmentTasks(recording, { instance: "s" }), log);
  expect(found.links.rows()).toMatchObject([{ case: "A-1001" }]);
  expect(() => unseenTime(found)).toThrow(/expected times but found none/);
});
