/** Logs whose waits are known: cases that pass the same steps one after the other. */
import { exponential, gamma, pick, randomStream } from "../../src/base/random.ts";
import type { EventLog } from "../../src/log/events/event_log.ts";
import { logFromRows } from "../../src/log/from_rows.ts";

export interface WaitingLogOptions {
  readonly seed: number;
  readonly cases: number;
  /** Mean hours of the wait before each step but the first. */
  readonly hours: readonly number[];
  /** How alike the waits of one case are: the shape of the factor that all share; none where it is left out. */
  readonly alike?: number;
  /** The team that is slow at a step: its waits there are so many times as long. */
  readonly slow?: { readonly step: number; readonly team: string; readonly times: number };
  /** Share of cases that stop before their end. @default 0 */
  readonly stopping?: number;
}

export const TEAMS = ["north", "south", "west"];
const HOUR = 3_600_000;

/** Steps are `step 0`, `step 1` …; the team of each event is its resource. Waits are exponential. */
export function waitingLog({ seed, cases, hours, alike, slow, stopping = 0 }: WaitingLogOptions): EventLog {
  const random = randomStream(seed, "waits");
  const rows: { case: string; activity: string; time: Date; resource: string }[] = [];
  for (let c = 0; c < cases; c++) {
    let time = Date.UTC(2026, 0, 5) + c * 6 * HOUR;
    const factor = alike === undefined ? 1 : gamma(random, alike, 1 / alike);
    const last = random() < stopping ? Math.floor(random() * hours.length) : hours.length;
    for (let step = 0; step <= last; step++) {
      const team = pick(random, TEAMS);
      const times = slow && slow.step === step && slow.team === team ? slow.times : 1;
      if (step > 0) time += factor * times * exponential(random, hours[step - 1]!) * HOUR;
      rows.push({ case: `${c}`.padStart(6, "0"), activity: `step ${step}`, time: new Date(time), resource: team });
    }
  }
  return logFromRows(rows, {
    name: "waits",
    mapping: { case: "case", activity: "activity", timestamp: "time", resource: "resource" },
  });
}
