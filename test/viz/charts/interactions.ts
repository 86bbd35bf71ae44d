/** Interaction logs for tests of views. */
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { random } from "../../support/random.ts";

export interface DeskOptions {
  readonly seed: number;
  readonly instances?: number;
  readonly teams?: readonly string[];
  readonly apps?: readonly string[];
}

/** Two or more teams that work on instances one after the other, pausing now and then. */
export function deskLog(options: DeskOptions): Promise<InteractionLog> {
  const { seed, instances = 60, teams = ["North", "South"], apps = ["Mail", "ERP", "Spreadsheet"] } = options;
  const { below, next, pick } = random(seed);
  const rows = [["timestamp", "user", "team", "application", "action", "element", "segment"]];
  const clock = teams.map(() => Date.UTC(2026, 0, 5, 8));
  for (let k = 0; k < instances; k++) {
    const team = below(teams.length);
    for (let i = 3 + below(6); i > 0; i--) {
      const pause = next() < 0.06 ? 400 : 0;
      clock[team]! += (5 + below(40) * (team + 1) + pause) * 1000;
      const time = new Date(clock[team]!).toISOString();
      rows.push([
        time,
        `user ${team}`,
        teams[team]!,
        pick(apps),
        pick(["click", "edit", "copy"]),
        `field ${below(5)}`,
        `s${k}`,
      ]);
    }
    clock[team]! += 600_000;
  }
  return readText(rows);
}

export function readText(rows: readonly (readonly string[])[]): Promise<InteractionLog> {
  const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
  return readInteractions(new TextEncoder().encode(text), { name: "desk.csv", mapping: { segment: "segment" } });
}
