/**
 * `deno run -A bench/links.ts [--seeds N] [--speed]`: links of simulated desks against their truth, over seeds and dials;
 * with --speed, a million interactions linked to a million events.
 */
import { parseArgs } from "node:util";
import process from "node:process";
import { textTable } from "../src/base/text_table.ts";
import { linkTasks, unseenTime } from "../src/hybrid/mod.ts";
import { interactionsFromRows, logFromRows } from "../src/log/mod.ts";
import { segmentTasks } from "../src/taskmining/mod.ts";
import { simulateClaimsOffice } from "../src/simulate/examples/claims_office.ts";
import type { DeskDials } from "../src/simulate/examples/desk_dials.ts";
import { simulateOrderDesk } from "../src/simulate/examples/order_desk.ts";
import { simulateOrderToCash } from "../src/simulate/examples/order_to_cash.ts";
import {
  type Bins,
  calibrationError,
  claimsLogs,
  type DeskLogOptions,
  deskLogs,
  namesItsCase,
  ordersLog,
  reliabilityOf,
  scoreLinks,
} from "../test/support/linked_logs.ts";

const { values } = parseArgs({ options: { seeds: { type: "string" }, speed: { type: "boolean" } } });

const SETTINGS: [string, DeskDials, DeskLogOptions][] = [
  ["plain", {}, {}],
  ["reformatted", { reformatted: 1 }, {}],
  ["misspelt", { misspelt: 1 }, { starts: false }],
  ["no identifier", { identifierMissing: 1 }, { starts: false }],
  ["no identifier, other names", { identifierMissing: 1 }, { starts: false, renamePeople: true }],
  ["no values", {}, { starts: false, withoutValues: true, renamePeople: true }],
  ["three orders", { threeOrders: 0.3 }, {}],
  ["three orders, no identifier", { threeOrders: 0.3, identifierMissing: 1 }, { starts: false }],
  ["a colleague finishes", { colleagueFinishes: 0.4 }, {}],
  ["work without a case", { withoutCase: 0.6 }, {}],
  ["work without a case, no identifier", { withoutCase: 0.6, identifierMissing: 1 }, { starts: false }],
  [
    "all of it",
    ...[{
      identifierMissing: 0.3,
      misspelt: 0.2,
      reformatted: 0.2,
      threeOrders: 0.1,
      colleagueFinishes: 0.2,
      withoutCase: 0.3,
    }, { starts: false }] as const,
  ],
  ["one user, no identifier", { identifierMissing: 1 }, { starts: false, users: ["Fay"], renamePeople: true }],
];

if (values.speed) speed();
else quality(Number(values.seeds ?? "20"));

function quality(seeds: number): void {
  const rows: string[][] = [], all: Bins[] = [];
  let unrelated = 0;
  const sums = new Map<string, { right: number; found: number; all: number; bins: Bins[] }>();
  const add = (name: string, logs: ReturnType<typeof deskLogs>) => {
    const links = linkTasks(logs.segmentation, logs.log), bins = reliabilityOf(links, logs.truth);
    const score = (name: string, bins: readonly Bins[], counts: (k: number) => boolean = () => true) => {
      const { precision, found } = scoreLinks(links, logs.truth, counts);
      const sum = sums.get(name) ?? { right: 0, found: 0, all: 0, bins: [] };
      sum.right += found === 0 ? 0 : Math.round(precision * found);
      sum.found += found;
      sum.all += logs.truth.filter((_, k) => counts(k)).flat().length;
      sum.bins.push(...bins);
      sums.set(name, sum);
    };
    all.push(bins);
    score(name, [bins]);
    if (name !== "all of it") return;
    const named = namesItsCase(logs);
    score(`${name}: its number stands in the task`, [], named);
    score(`${name}: it does not, or with a slip`, [], (k) => !named(k));
  };
  for (let seed = 1; seed <= seeds; seed++) {
    const orders = simulateOrderToCash({ seed, cases: 500 });
    for (const [name, dials, options] of SETTINGS) {
      add(name, deskLogs(orders, simulateOrderDesk(orders, { seed, from: "2025-01-13", days: 4, dials }), options));
    }
    const claims = claimsLogs(simulateClaimsOffice({ seed, claims: 120, firstDay: "2025-01-06" }));
    add("second company", claims);
    const plain = deskLogs(orders, simulateOrderDesk(orders, { seed, from: "2025-01-13", days: 4 }));
    for (
      const log of [
        claims.log,
        ordersLog(simulateOrderToCash({ seed: seed + 100, cases: 500 })),
        ordersLog(simulateOrderToCash({ seed: seed + 200, cases: 300, firstDay: "2025-05-05" })),
      ]
    ) {
      const { of } = linkTasks(plain.segmentation, log);
      unrelated += of.instance.length;
      if (of.instance.length > 0) console.log(`seed ${seed}, ${log.cases} cases: ${of.instance.length} links`);
    }
  }
  for (const [name, { right, found, all, bins }] of sums) {
    rows.push([
      name,
      `${all}`,
      ...[right / found, right / all].map((x) => x.toFixed(3)),
      bins.length > 0 ? calibrationError(bins).toFixed(3) : "",
    ]);
  }
  console.log(textTable([["setting", "true links", "precision", "recall", "calibration error"], ...rows]));
  console.log(
    `All settings: calibration error ${calibrationError(all).toFixed(4)}; ${unrelated} links of unrelated logs.`,
  );
}

/** Columns of a real size, from one simulated desk repeated with other numbers, people and weeks. */
function speed(): void {
  const orders = simulateOrderToCash({ seed: 1, cases: 3000 });
  const desk = simulateOrderDesk(orders, { seed: 1, from: "2025-01-13", days: 40 });
  const copies = Math.ceil(1_000_000 / desk.interactions.length), WEEK = 8 * 7 * 86_400;
  const events: object[] = [], interactions: object[] = [];
  for (let copy = 0; copy < copies; copy++) {
    const later = Math.floor(copy / 5) * WEEK, plant = copy % 5;
    const other = (text: string) => text.replace(/\b1\d{4}\b/g, (number) => `${Number(number) + copy * 100_000}`);
    for (const row of desk.interactions) {
      interactions.push({
        timestamp: new Date((row.time + later) * 1000),
        user: `${row.user}${plant}`,
        ...{ application: row.application, element: row.element, action: row.action },
        ...{ window: other(row.window), value: other(row.value) },
        segment: row.segment === undefined ? null : `${copy}-${row.segment}`,
      });
    }
  }
  const eventCopies = Math.ceil(1_000_000 / orders.events.length);
  for (let copy = 0; copy < eventCopies; copy++) {
    const later = Math.floor(copy / 5) * WEEK, plant = copy % 5;
    for (const event of orders.events) {
      events.push({
        case: `${event.case + copy * 100_000}`,
        activity: event.activity,
        time: new Date((event.time + later) * 1000),
        resource: `${event.resource}${plant}`,
      });
    }
  }
  const log = logFromRows(events), recording = interactionsFromRows(interactions);
  events.length = interactions.length = 0;
  const timed = <T>(what: string, work: () => T): T => {
    const begin = performance.now(), before = process.cpuUsage(), result = work();
    const { user, system } = process.cpuUsage(before);
    const memory = process.memoryUsage();
    console.log(
      `${what}: ${((performance.now() - begin) / 1000).toFixed(1)} s, ${
        ((user + system) / 1e6).toFixed(1)
      } s of processor time, ${(memory.rss / 1e9).toFixed(2)} GB`,
    );
    return result;
  };
  console.log(`${log.events} events of ${log.cases} cases, ${recording.interactions} interactions`);
  const segmentation = timed("segmentTasks by column", () => segmentTasks(recording, { instance: "segment" }));
  const links = timed("linkTasks", () => linkTasks(segmentation, log));
  console.log(String(links));
  timed("unseenTime", () => unseenTime(links));
}
