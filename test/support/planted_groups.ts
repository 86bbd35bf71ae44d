/** Logs of orders with a region, a team, a customer type and an amount, in which differences are planted, or none. */
import { chance, lognormal, pick, randomStream } from "../../src/base/random.ts";
import type { EventLog } from "../../src/log/events/event_log.ts";
import { logFromRows } from "../../src/log/from_rows.ts";

export interface PlantedGroups {
  readonly seed: number;
  readonly cases?: number;
  /** How many times as long cases take on which the team Blue works. @default 1 */
  readonly slowTeam?: number;
  /** The probability of a check in the region South; elsewhere it is 0.3. @default 0.3 */
  readonly checksInSouth?: number;
}

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 5);

export function plantedGroups({ seed, cases = 400, slowTeam = 1, checksInSouth = 0.3 }: PlantedGroups): EventLog {
  const random = randomStream(seed, "planted groups");
  const rows: Record<string, unknown>[] = [];
  for (let c = 0; c < cases; c++) {
    const region = pick(random, ["North", "South", "East", "West"]);
    const team = pick(random, ["Red", "Green", "Blue", "Yellow", "Black"]);
    const shared = {
      case: `o${String(c).padStart(6, "0")}`,
      region,
      customer: pick(random, ["new", "old"]),
      amount: 0,
    };
    shared.amount = Math.round(lognormal(random, 200, 1));
    const path = ["receive"];
    if (chance(random, region === "South" ? checksInSouth : 0.3)) path.push("check");
    path.push(...(chance(random, 0.5) ? ["pick", "invoice"] : ["invoice", "pick"]), "ship");
    let time = BEGIN + Math.floor(random() * 90 * DAY);
    path.forEach((activity, i) => {
      if (i > 0) time += lognormal(random, DAY, 0.5) * (team === "Blue" ? slowTeam : 1);
      const person = activity === "ship" ? `person ${Math.floor(random() * 8)}` : `clerk ${Math.floor(random() * 6)}`;
      rows.push({ ...shared, activity, time: new Date(time), resource: person, ...(i > 0 ? { team } : {}) });
    });
  }
  return logFromRows(rows, {
    name: `orders ${seed}`,
    mapping: { case: "case", activity: "activity", timestamp: "time", resource: "resource" },
  });
}
