/**
 * `deno task bench --drift FOLDER [--json]`
 *
 * Scores drift detection on the logs of the public benchmark (Adams, Pitsch, Brockhoff & van der Aalst, "An experimental
 * evaluation of process concept drift detection", VLDB 2023), as there: a detection is right within 200 cases of a true
 * change, or 100 in logs of 500 cases, one detection to one change; precision, recall and F1 from counts over all logs.
 * The truth is in the names: `sudden_…_500_…` and `…_1000_…` change in the middle, the others after 999 and 1,999 cases.
 * Then the stretches between true changes are searched one by one: whatever is found in them is a false alarm.
 */
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { textTable } from "../src/cli/output.ts";
import { selectCases } from "../src/log/events/select.ts";
import { type EventLog, readLog } from "../src/log/mod.ts";
import { caseOrder } from "../src/mining/change/case_order.ts";
import { discoverDrift } from "../src/mining/mod.ts";

const { values, positionals } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: { drift: { type: "boolean" }, json: { type: "boolean", default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("Usage: deno task bench --drift FOLDER [--json]");
  Deno.exit(2);
}
const files = [...Deno.readDirSync(folder)].map(({ name }) => name)
  .filter((name) => /\.xes(\.gz)?$/.test(name) && truthOf(name) !== undefined).sort();
const scores: Score[] = [];
for (const name of files) scores.push(score(name, await readLog(join(folder, name))));

const pools = [
  ["without noise", (name: string) => !isNoisy(name)],
  ["with noise", isNoisy],
  ["all", () => true],
] as const;
const pooled = pools.map(([pool, fits]) => {
  const own = scores.filter(({ name }) => fits(name));
  const sum = (key: "right" | "wrong" | "missed" | "alarms" | "stretches" | "milliseconds" | "events") =>
    own.reduce((total, one) => total + one[key], 0);
  const [right, wrong, missed] = [sum("right"), sum("wrong"), sum("missed")];
  return {
    pool,
    logs: own.length,
    precision: right / (right + wrong),
    recall: right / (right + missed),
    f1: 2 * right / (2 * right + wrong + missed),
    falseAlarms: `${sum("alarms")} of ${sum("stretches")}`,
    millisecondsAnEvent: sum("milliseconds") / sum("events"),
  };
});
if (values.json) console.log(JSON.stringify({ scores, pooled }, null, 2));
else {
  console.log(textTable(
    ["log", "true", "found", "alarms between", "ms/event"],
    scores.map((one) => [
      one.name,
      one.truth.join(" "),
      one.found.join(" "),
      String(one.alarms),
      (one.milliseconds / one.events).toFixed(4),
    ]),
  ));
  console.log(textTable(
    ["logs", "", "precision", "recall", "F1", "alarms between changes", "ms/event"],
    pooled.map((one) => [
      one.pool,
      String(one.logs),
      one.precision.toFixed(3),
      one.recall.toFixed(3),
      one.f1.toFixed(3),
      one.falseAlarms,
      one.millisecondsAnEvent.toFixed(4),
    ]),
  ));
}

interface Score {
  readonly name: string;
  readonly truth: readonly number[];
  readonly found: readonly number[];
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly alarms: number;
  readonly stretches: number;
  readonly milliseconds: number;
  readonly events: number;
}

function score(name: string, log: EventLog): Score {
  const truth = truthOf(name)!;
  const lag = log.cases <= 500 ? 100 : 200;
  const began = performance.now();
  const found = flowChanges(log);
  const milliseconds = performance.now() - began;
  const left = [...truth];
  let right = 0;
  for (const at of found) {
    const match = left.findIndex((change) => Math.abs(change - at) <= lag);
    if (match < 0) continue;
    left.splice(match, 1);
    right++;
  }
  // Cases that ran while the process changed show some of both ways, so a stretch ends before them.
  const order = caseOrder(log);
  const ends = [...truth, log.cases];
  const stretches = ends.map((end, s) => {
    const from = s === 0 ? 0 : ends[s - 1]! + 1;
    const keep = new Uint8Array(log.cases);
    for (const c of order.cases.subarray(from, s === ends.length - 1 ? end : end - order.underWay)) keep[c] = 1;
    return keep;
  });
  const alarms = stretches.reduce((sum, keep) => sum + flowChanges(selectCases(log, keep, "a stretch")).length, 0);
  const counts = { right, wrong: found.length - right, missed: left.length, alarms, stretches: stretches.length };
  return { name: basename(name), truth, found, ...counts, milliseconds, events: log.events };
}

function flowChanges(log: EventLog): number[] {
  return discoverDrift(log, { perspectives: ["flow"] }).changes.map((change) => change.case);
}

function truthOf(name: string): number[] | undefined {
  const cases = /sudden_\w*?noise\d+_(\d+)_/.exec(name)?.[1];
  if (cases !== undefined) return [Number(cases) / 2 - 1];
  return /^(Atomic|Composite|Nested)_/.test(name) ? [999, 1999] : undefined;
}

function isNoisy(name: string): boolean {
  const percent = /noise(\d+)/.exec(name)?.[1];
  return percent === undefined ? /_\d+\.xes/.test(name) : Number(percent) > 0;
}
