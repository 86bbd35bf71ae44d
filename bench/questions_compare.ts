/**
 * How often comparisons and causes raise a false alarm, how often their intervals cover the truth, how often they find
 * what is planted, and how long they take: `deno run -A bench/questions_compare.ts [--seeds N] [LOG…]`.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { formatShare } from "../src/base/format.ts";
import { randomStream } from "../src/base/random.ts";
import { shareInterval } from "../src/base/statistics/proportions.ts";
import { EventLog } from "../src/log/events/event_log.ts";
import { readLog } from "../src/log/events/read_log.ts";
import { compareGroups } from "../src/mining/comparison/compare_groups.ts";
import { compareLogs } from "../src/mining/comparison/compare_logs.ts";
import { factorsOf } from "../src/mining/factors/factors_of.ts";
import { caseDurations } from "../src/mining/performance/throughput.ts";
import { selectCases } from "../src/log/events/select.ts";
import { plantedGroups } from "../test/support/planted_groups.ts";

const { values, positionals } = parseArgs({
  options: { seeds: { type: "string", default: "200" } },
  allowPositionals: true,
});
const seeds = Number(values.seeds);

comparisons();
factors();
for (const file of positionals) await speed(file);

function tell(what: string, count: number, of: number): void {
  const { low, high } = shareInterval(count, of);
  console.log(`${what}: ${count} of ${of} (${formatShare(count / of)}; ${formatShare(low)} to ${formatShare(high)})`);
}

function comparisons(): void {
  const kinds = ["figures", "starts", "activities", "edges", "variants", "times"] as const;
  const alarms = new Map<string, number>(), rows = { all: 0, covered: 0 };
  let first = 0, slow = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const nothing = compareGroups(plantedGroups({ seed, cases: 400 }), { by: "customer" });
    for (const kind of kinds) {
      const found: readonly { readonly pAdjusted: number }[] = nothing[kind].rows();
      if (found.some(({ pAdjusted }) => pAdjusted < 0.05)) alarms.set(kind, (alarms.get(kind) ?? 0) + 1);
    }
    for (const { low, high, a, b } of [...nothing.edges.rows(), ...nothing.times.rows()]) {
      if (Number.isNaN(low) || (a === b && low === high)) continue;
      rows.all++;
      if (low <= 0 && 0 <= high) rows.covered++;
    }
    const log = plantedGroups({ seed: 1000 + seed, cases: 600, checksInSouth: 0.6, slowTeam: 1.6 });
    const [row] = compareGroups(log, { by: "region", groups: ["South", "North"] }).activities.rows();
    if (row!.activity === "check" && row!.pAdjusted < 0.05) first++;
    const [time] = compareGroups(log, { by: "team", groups: ["Blue"] }).times.rows();
    if (time!.measure === "throughput" && time!.low > 0) slow++;
  }
  for (const kind of kinds) tell(`compare, nothing planted, an alarm among ${kind}`, alarms.get(kind) ?? 0, seeds);
  tell("compare, intervals of steps and times that cover no difference", rows.covered, rows.all);
  tell("compare, the planted region difference first", first, seeds);
  tell("compare, the planted slow team first among times", slow, seeds);
}

function factors(): void {
  let alarms = 0, better = 0, first = 0, covered = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const log = plantedGroups({ seed, cases: 400 });
    const random = randomStream(seed, "marks of chance");
    const chance = factorsOf(log, { outcome: log.caseIds.map(() => random() < 0.2) });
    if (chance.factors.rows().some(({ pAdjusted }) => pAdjusted < 0.05)) alarms++;
    if (chance.heldOut.better) better++;
    const south = chance.factors.rows().find(({ column, value }) => column === "region" && value === "South")!;
    if (south.low <= 1 && 1 <= south.high) covered++;
    const planted = plantedGroups({ seed: 1000 + seed, cases: 600, slowTeam: 1.6 });
    const seconds = caseDurations(planted), bound = seconds.slice().sort()[480]!;
    const [row] = factorsOf(planted, { outcome: (c) => seconds[c]! > bound }).factors.rows();
    if (row!.column === "team" && row!.value === "Blue") first++;
  }
  tell("causes, nothing planted, an alarm", alarms, seeds);
  tell("causes, nothing planted, the tree called better than chance", better, seeds);
  tell("causes, lifts whose interval covers 1", covered, seeds);
  tell("causes, the planted slow team first", first, seeds);
}

async function speed(file: string): Promise<void> {
  const log = await readLog(file);
  for (const [name, one] of [["as it is", log], ["of 5 million events", repeated(log, 5e6)]] as const) {
    const seconds = caseDurations(one), bound = seconds.slice().sort()[Math.floor(one.cases * 0.8)]!;
    const half = Uint8Array.from(one.caseIds, (_, c) => c % 2);
    const [a, b] = [selectCases(one, half, "odd"), selectCases(one, half.map((mark) => 1 - mark), "even")];
    measure(`${file} ${name}, ${one.events} events, compareLogs`, () => compareLogs(a, b));
    measure(
      `${file} ${name}, ${one.events} events, factorsOf`,
      () => factorsOf(one, { outcome: (c) => seconds[c]! > bound }),
    );
  }
}

function measure(what: string, work: () => unknown): void {
  const best = { wall: Infinity, cpu: Infinity };
  for (let run = 0; run < 3; run++) {
    const begun = performance.now(), cpu = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(cpu);
    best.wall = Math.min(best.wall, performance.now() - begun);
    best.cpu = Math.min(best.cpu, (user + system) / 1000);
  }
  console.log(`${what}: ${(best.wall / 1000).toFixed(2)} s, of processors ${(best.cpu / 1000).toFixed(2)} s`);
}

/** The log over and over, with case ids of their own, up to about so many events. */
function repeated(log: EventLog, events: number): EventLog {
  const times = Math.max(1, Math.ceil(events / log.events));
  const over = <T extends Int32Array | Float64Array>(values: T): T => {
    const all = new (values.constructor as new (n: number) => T)(values.length * times);
    for (let k = 0; k < times; k++) all.set(values as never, k * values.length);
    return all;
  };
  const offsets = new Int32Array(log.cases * times + 1);
  for (let c = 0; c < log.cases * times; c++) {
    offsets[c + 1] = log.offsets[c % log.cases + 1]! + Math.floor(c / log.cases) * log.events;
  }
  return new EventLog({
    offsets,
    caseIds: Array.from(
      { length: log.cases * times },
      (_, c) => `${log.caseIds[c % log.cases]}/${Math.floor(c / log.cases)}`,
    ),
    activity: over(log.activity),
    activities: log.activities,
    time: over(log.time),
    ...(log.start ? { start: over(log.start) } : {}),
    ...(log.resource && log.resources ? { resource: over(log.resource), resources: log.resources } : {}),
    rows: over(log.rows),
  }, log.source);
}
