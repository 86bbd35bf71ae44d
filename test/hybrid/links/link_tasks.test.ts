// @slow: a dozen logs are simulated and linked
/** Links against the truth of simulated companies; the larger Monte Carlo is bench/links.ts. */
import { expect, test } from "vitest";
import { linkTasks } from "../../../src/hybrid/mod.ts";
import { interactionsFromRows, logFromRows } from "../../../src/log/mod.ts";
import { segmentTasks } from "../../../src/taskmining/mod.ts";
import { simulateClaimsOffice } from "../../../src/simulate/examples/claims_office.ts";
import type { DeskDials } from "../../../src/simulate/examples/desk_dials.ts";
import { simulateOrderDesk } from "../../../src/simulate/examples/order_desk.ts";
import { simulateOrderToCash } from "../../../src/simulate/examples/order_to_cash.ts";
import {
  calibrationError,
  claimsLogs,
  type DeskLogOptions,
  deskLogs,
  type LinkedLogs,
  ordersLog,
  reliabilityOf,
  scoreLinks,
} from "../../support/linked_logs.ts";

const process = simulateOrderToCash({ seed: 11, cases: 500 });
const logsOf = (dials: DeskDials, options: DeskLogOptions = {}) =>
  deskLogs(process, simulateOrderDesk(process, { seed: 11, from: "2025-01-13", days: 4, dials }), options);
const linksOf = ({ segmentation, log }: LinkedLogs) => linkTasks(segmentation, log);

test.each<[string, DeskDials, DeskLogOptions]>([
  ["as it is", {}, {}],
  ["written in another way", { reformatted: 1 }, {}],
  ["beside work without a case", { withoutCase: 0.5 }, { starts: false }],
  ["of three orders in one mail", { threeOrders: 0.3 }, { starts: false }],
  ["only in what a colleague finishes", { colleagueFinishes: 0.4 }, {}],
])("where an identifier appears %s, links are right", (_, dials, options) => {
  const logs = logsOf(dials, options), { precision, recall } = scoreLinks(linksOf(logs), logs.truth);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
});

test.each<[string, DeskDials, DeskLogOptions]>([
  ["no identifier stands in it", { identifierMissing: 1 }, { starts: false }],
  ["people have other names in the event log", { identifierMissing: 1 }, { starts: false, renamePeople: true }],
  ["values were dropped for privacy", {}, { starts: false, withoutValues: true }],
  ["all identifiers are misspelt", { misspelt: 1 }, { starts: false }],
  ["colleagues finish what no identifier stands in", { colleagueFinishes: 0.4, identifierMissing: 1 }, {
    starts: false,
  }],
  ["colleagues finish and values were dropped", { colleagueFinishes: 0.4 }, { starts: false, withoutValues: true }],
])("where %s, people and times tell the case", (_, dials, options) => {
  const logs = logsOf(dials, options), { precision, recall } = scoreLinks(linksOf(logs), logs.truth);
  expect(precision).toBeGreaterThanOrEqual(0.85);
  expect(recall).toBeGreaterThanOrEqual(0.85);
});

test("a second company with other forms, names and numbers needs no other settings", () => {
  const logs = claimsLogs(simulateClaimsOffice({ seed: 2, claims: 120 })), links = linksOf(logs);
  const { precision, recall } = scoreLinks(links, logs.truth);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
  expect(links.people.rows().every(({ known }) => known === "times")).toBe(true);
  // A call to an expert leaves no event: its link has a case and none.
  const calls = links.links.rows().filter(({ instance }) =>
    links.segmentation.log.apps[
      links.segmentation.log.app[links.segmentation.events[links.segmentation.offsets[instance - 1]!]!]!
    ] === "Dialler"
  );
  expect(calls.length).toBeGreaterThan(20);
  expect(calls.filter(({ event }) => event !== null).length / calls.length).toBeLessThan(0.15);
});

test("probabilities are what they say", () => {
  const settings: DeskDials[] = [
    { identifierMissing: 0.5, withoutCase: 0.4 },
    { misspelt: 0.5, colleagueFinishes: 0.2 },
    { colleagueFinishes: 0.4, withoutCase: 0.6 },
    { reformatted: 0.3, threeOrders: 0.2, identifierMissing: 0.3 },
  ];
  const bins = settings.map((dials) => {
    const logs = logsOf(dials, { starts: false });
    return reliabilityOf(linksOf(logs), logs.truth);
  });
  expect(calibrationError(bins)).toBeLessThanOrEqual(0.03);
});

test("logs that have nothing to do with each other have no links", () => {
  const { segmentation } = logsOf({});
  const logs = [
    claimsLogs(simulateClaimsOffice({ seed: 3, claims: 150, firstDay: "2025-01-06" })).log,
    ordersLog(simulateOrderToCash({ seed: 4, cases: 400, firstDay: "2025-05-05" })),
    // The same people's names and the same numbers in the same weeks, and yet another company.
    ordersLog(simulateOrderToCash({ seed: 5, cases: 500 })),
  ];
  for (const log of logs) {
    const links = linkTasks(segmentation, log);
    expect(links.of.instance.length).toBe(0);
    expect(links.sentence).toMatch(/^None of the \d+ task instances can be linked to a case/);
    expect(links.instances.rows().every((row) => row.case === null)).toBe(true);
  }
});

test("one user, one instance, one identifier: a clear answer", () => {
  const log = logFromRows([
    { case: "PO-4711", activity: "Order", time: new Date("2026-03-02T09:04:00Z") },
    { case: "PO-4712", activity: "Order", time: new Date("2026-03-02T13:00:00Z") },
  ]);
  const rows = [
    {
      time: new Date("2026-03-02T09:00:00Z"),
      app: "Mail",
      action: "open",
      element: "Message",
      value: "order 4711",
      segment: "1",
    },
    { time: new Date("2026-03-02T09:03:59Z"), app: "ERP", action: "click", element: "Save", value: "", segment: "1" },
  ];
  const links = linkTasks(segmentTasks(interactionsFromRows(rows), { instance: "segment" }), log);
  expect(links.links.rows()).toMatchObject([{ instance: 1, case: "PO-4711", event: "Order", user: null }]);
  expect(links.sentence).toContain("1 of 1 task instance is linked to 1 case");
  const nothing = rows.map((row) => ({ ...row, time: new Date(row.time.getTime() + 40 * 86_400_000), value: "hello" }));
  const none = linkTasks(segmentTasks(interactionsFromRows(nothing), { instance: "segment" }), log);
  expect(none.sentence).toContain("no identifier of a case stands in any of them");
  expect(none.sentence).toContain("the logs share no time");
});

test("a user's rules tell where identifiers stand, and people can be given", () => {
  const log = logFromRows([
    { case: "77", activity: "Answer", time: new Date("2026-03-02T09:04:00Z"), resource: "R1" },
    { case: "78", activity: "Answer", time: new Date("2026-03-02T09:30:00Z"), resource: "R1" },
  ]);
  const recording = interactionsFromRows([
    { time: new Date("2026-03-02T09:00:00Z"), user: "kim", app: "Desk", action: "open", element: "T 77", segment: "1" },
    {
      time: new Date("2026-03-02T09:03:58Z"),
      user: "kim",
      app: "Desk",
      action: "click",
      element: "Send",
      segment: "1",
    },
  ]);
  const segmentation = segmentTasks(recording, { instance: "segment" });
  const rules = [{ column: "element", pattern: /^T (\d+)$/ }];
  const [link] = linkTasks(segmentation, log, { rules, people: { kim: "R1" } }).links.rows();
  expect(link).toMatchObject({ case: "77" });
  expect(() => linkTasks(segmentation, log, { people: { kim: "R2" } })).toThrow(/expected a resource of the event log/);
  expect(() => linkTasks(segmentation, log, { atLeast: 2 })).toThrow(/atLeast/);
});
