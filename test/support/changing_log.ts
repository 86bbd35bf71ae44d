/** Logs of a simulated desk that changes when and how it is told. */
import type { EventLog } from "../../src/log/events/event_log.ts";
import { logFromRows } from "../../src/log/from_rows.ts";
import { chance, exponential, lognormal, randomStream } from "../../src/base/random.ts";

/** How the desk works. */
export interface Desk {
  /** The share of cases that are checked before they are decided. */
  check: number;
  /** The share of cases in which "inform" comes before "book" and not after it. */
  informFirst: number;
  /** Median hours from decision to booking. */
  hours: number;
  /** Cases an hour. */
  arrivals: number;
}

export const DESK: Desk = { check: 0.5, informFirst: 0.5, hours: 5, arrivals: 1 };

export interface ChangingLogOptions {
  seed: number;
  cases?: number;
  /** What is different from this case on. */
  change?: { from: number } & Partial<Desk>;
  /** Cases come in runs of one kind, of about this length: neighbours resemble each other. */
  run?: number;
  /** How much cases differ in pace: the deviation of its logarithm. All steps of a slow case are slow. */
  pace?: number;
  /** Events after this many hours are missing, as in an export that was made while cases ran. */
  untilHour?: number;
}

const HOUR = 3_600_000;
const BEGIN = Date.UTC(2026, 0, 5);

export function changingLog(
  { seed, cases = 200, change, run = 1, pace = 0, untilHour = Infinity }: ChangingLogOptions,
): EventLog {
  const random = randomStream(seed, "changing log");
  const rows: { case: string; activity: string; time: Date }[] = [];
  let begun = 0, special = false;
  for (let c = 0; c < cases; c++) {
    const desk = change && c >= change.from ? { ...DESK, ...change } : DESK;
    if (c === 0 || chance(random, 1 / run)) special = chance(random, desk.check);
    const checked = run > 1 ? special : chance(random, desk.check);
    const closing = chance(random, desk.informFirst) ? ["inform", "book"] : ["book", "inform"];
    const path = ["register", ...(checked ? ["check"] : []), "decide", ...closing, "close"];
    begun += exponential(random, 1 / desk.arrivals);
    let hour = begun;
    const slow = pace > 0 ? lognormal(random, 1, pace) : 1;
    path.forEach((activity, i) => {
      if (i > 0) hour += slow * lognormal(random, activity === closing[0] ? desk.hours : 0.5, 0.8);
      if (hour > untilHour) return;
      rows.push({ case: `case ${c}`, activity, time: new Date(BEGIN + hour * HOUR) });
    });
  }
  return logFromRows(rows, { name: "changing log" });
}
