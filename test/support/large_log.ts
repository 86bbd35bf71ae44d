/** Logs of any size, made as typed arrays: what must hold for millions of events is tried on these. */
import { randomStream } from "../../src/base/random.ts";
import { EventLog } from "../../src/log/events/event_log.ts";
import { tinyLog } from "./logs.ts";

const ACTIVITIES = ["approve", "check", "close", "enter", "pay", "receive", "send", "write"];
const USUAL = [5, 3, 1, 0, 6, 4, 2];
const DAY = 86_400_000;

/**
 * So many events over ten years; cases take the usual path with detours, and a few take very long.
 *
 * @param noise activities by chance, and cases that take years: pictures are then full of specks.
 */
export function largeLog(events: number, { seed = 1, noise = false } = {}): EventLog {
  const random = randomStream(seed, "large log");
  const offsets = [0], activity = new Int32Array(events), time = new Float64Array(events);
  const cases = Math.ceil(events / 8);
  let filled = 0;
  for (let c = 0; filled < events; c++) {
    let at = Date.UTC(2015, 0, 1) + c / cases * 3650 * DAY;
    for (const step of USUAL) {
      for (let times = random() < 0.15 ? 2 : 1; times > 0 && filled < events; times--) {
        activity[filled] = noise ? Math.floor(random() * 8) : random() < 0.05 ? 7 : step;
        time[filled++] = Math.round(at);
        at -= Math.log(1 - random()) * (noise || random() < 0.02 ? 300 : 6) * DAY;
      }
    }
    offsets.push(filled);
  }
  const { source } = tinyLog("a b");
  return new EventLog({
    offsets: Int32Array.from(offsets),
    caseIds: Array.from({ length: offsets.length - 1 }, (_, c) => `c${c}`),
    activity,
    activities: ACTIVITIES,
    time,
    rows: new Int32Array(filled),
  }, { ...source, name: "large log" });
}
