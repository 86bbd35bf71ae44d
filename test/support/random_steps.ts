/** Logs and selections from a seed, with names that want to be more than text. */
import type { EventLog } from "../../src/log/events/event_log.ts";
import { logFromRows } from "../../src/log/from_rows.ts";
import type { SelectionStep, StepCondition, StepValue } from "../../src/mining/explore/selection_step.ts";
import { type Random, random } from "./random.ts";

export const hostileNames = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "`${alert(1)}`\\",
  "\u202eabc\u202c",
  "line\nbreak\u2028and ' \" quotes",
  "plain",
  "日本語",
];

/** A random log of hostile activities, people and attributes of each kind; some with starts. */
export function hostileLog(seed: number, cases = 30): EventLog {
  const { below, pick, next } = random(seed);
  const starts = seed % 3 === 0;
  const rows: object[] = [];
  for (let c = 0; c < cases; c++) {
    let time = Date.UTC(2026, 0, 1) + Math.floor(next() * 30 * 86_400_000);
    const region = pick([...hostileNames.slice(0, 3), null]), amount = pick([1.25, 3, -7.5, null]);
    for (let i = 1 + below(7); i > 0; i--) {
      time += below(4) * 3_600_000;
      rows.push({
        case: `case ${pick(hostileNames)} ${c}`,
        activity: hostileNames[below(2 + seed % 6)],
        time: new Date(time),
        ...(starts && below(3) > 0 ? { start: new Date(time - below(5) * 1_800_000) } : {}),
        resource: pick(hostileNames),
        region,
        amount,
        due: pick([new Date(Date.UTC(2026, 3, 1)), new Date(Date.UTC(2026, 4, 1, 12, 30))]),
        done: below(2) === 0,
        "<b>level</b>": below(4),
      });
    }
  }
  return logFromRows(rows, { name: "hostile.csv" });
}

/** A chain of steps over the names of a log, now and then with a name that it has not. */
export function randomSteps(log: EventLog, seed: number): SelectionStep[] {
  const dice = random(seed);
  return Array.from({ length: 1 + dice.below(4) }, () => ({
    condition: randomCondition(log, dice),
    ...(dice.below(3) === 0 ? { turned: true } : {}),
    ...(dice.below(5) === 0 ? { off: true } : {}),
  }));
}

function randomCondition(log: EventLog, { below, pick, next }: Random): StepCondition {
  const activity = () => pick([...log.activities, ...log.activities, "not there"]);
  const begin = log.time[0] ?? 0, span = 30 * 86_400_000;
  switch (below(11)) {
    case 0:
      return { kind: "with", activities: below(2) ? [activity()] : [activity(), activity()] };
    case 1:
      return { kind: "follows", from: activity(), to: activity(), directly: true };
    case 2:
      return { kind: "follows", from: activity(), to: activity(), directly: false };
    case 3:
      return { kind: "starts", activities: [activity()] };
    case 4:
      return { kind: "ends", activities: [activity(), activity()] };
    case 5:
      return { kind: "variants", sequences: Array.from({ length: 1 + below(3) }, () => waysOf(log, below(log.cases))) };
    case 6: {
      const from = Math.floor(begin + next() * span);
      return {
        kind: "time",
        ...(below(4) ? { from } : {}),
        to: from + 1 + below(span),
        mode: pick(["contained", "intersecting", "started", "completed"]),
      };
    }
    case 7:
      return {
        kind: "throughput",
        minSeconds: below(20_000),
        ...(below(2) ? { maxSeconds: 20_000 + below(50_000) } : {}),
      };
    case 8:
      return { kind: "resources", names: [pick([...hostileNames, "nobody"])] };
    case 9: {
      const of = pick(["case", "event"] as const);
      return below(2)
        ? { kind: "attribute", of, name: "<b>level</b>", bounds: { min: below(3), ...(below(2) ? { max: 3 } : {}) } }
        : { kind: "attribute", of, name: "due", bounds: { max: Date.UTC(2026, 3, 15), dates: true } };
    }
    default: {
      const [name, values] = pick<[string, StepValue[]]>([
        ["region", [pick([...hostileNames.slice(0, 3), null, "nowhere"])]],
        ["amount", [pick([1.25, 3, -7.5, null, 99])]],
        ["due", [{ date: Date.UTC(2026, 4, 1, 12, 30) }]],
        ["done", [true]],
        ["region", [hostileNames[0]!, hostileNames[1]!]],
      ]);
      return { kind: "attribute", of: pick(["case", "event"] as const), name, values };
    }
  }
}

function waysOf(log: EventLog, c: number): string[] {
  return Array.from(log.activity.subarray(log.offsets[c]!, log.offsets[c + 1]!), (code) => log.activities[code]!);
}
