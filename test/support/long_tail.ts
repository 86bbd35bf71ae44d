/** A log of many activities: ten that nearly all cases have, and a long tail of rarer ones around each. */
import type { EventLog } from "../../src/log/events/event_log.ts";
import { logFromRows } from "../../src/log/from_rows.ts";
import { random } from "./random.ts";

const words = ["Create", "Check", "Approve", "Send", "Change", "Cancel", "Record"];
const things = ["Requisition", "Purchase Order", "Vendor Confirmation", "Goods Receipt", "Service Entry Sheet"]
  .concat(["Invoice", "Quantity", "Price", "Payment Block", "Payment"]);

/** Seventy activities; each case passes ten stages, with detours that are rarer the later their word stands. */
export function longTailLog({ seed = 1, cases = 600 } = {}): EventLog {
  const { next } = random(seed);
  const rows: { case: string; activity: string; time: Date }[] = [];
  const all = words.flatMap((word) => things.map((thing) => `${word} ${thing}`));
  for (let c = 0; c < cases; c++) {
    let time = Date.UTC(2026, 0, 1) + c * 3_600_000;
    const add = (activity: string) => {
      time += 60_000 + Math.floor(next() * 3 * 86_400_000);
      rows.push({ case: `c${c}`, activity, time: new Date(time) });
    };
    for (const thing of things) {
      if (next() < 0.95) add(`Create ${thing}`);
      words.slice(1).forEach((word, i) => next() < 0.35 / (i + 1) ** 2 && add(`${word} ${thing}`));
    }
    // Every activity occurs.
    if (c < all.length) add(all[c]!);
  }
  return logFromRows(rows, { name: "long tail" });
}
