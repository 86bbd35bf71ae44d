// @slow: runs commands on the example log
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tbHere } from "../support/tb_here.ts";

const EXAMPLE = "data/order-to-cash.csv";

/** Paths of cases, told from the file without the library. */
function pathsOfExample(): string[][] {
  const [header, ...lines] = readFileSync(EXAMPLE, "utf8").trimEnd().split(/\r?\n/);
  const columns = header!.split(",");
  const [id, activity, end] = ["case", "activity", "timestamp"].map((name) => columns.indexOf(name));
  const cases = new Map<string, { activity: string; end: string }[]>();
  for (const line of lines) {
    const cells = line.split(",");
    const events = cases.get(cells[id!]!) ?? [];
    cases.set(cells[id!]!, events);
    events.push({ activity: cells[activity!]!, end: cells[end!]! });
  }
  return [...cases.values()].map((events) =>
    events.sort((a, b) => a.end < b.end ? -1 : a.end > b.end ? 1 : 0).map((event) => event.activity)
  );
}

test("tb paths: shares of two paths, both and neither", async () => {
  const { code, json } = await tbHere(
    "paths",
    EXAMPLE,
    "--a",
    "Set credit hold",
    "--b",
    "never Set credit hold",
    "--json",
  );
  expect(code).toBe(0);
  const held = pathsOfExample().filter((path) => path.includes("Set credit hold")).length;
  const found = json() as Record<"a" | "b", Record<string, number>> & { both: number; neither: number };
  expect(found).toMatchObject({
    a: { cases: held, share: held / 3000 },
    b: { cases: 3000 - held },
    both: 0,
    neither: 0,
  });
  expect(found.a["low"]!).toBeLessThan(held / 3000);
  expect(found.a["high"]!).toBeGreaterThan(held / 3000);
  // Credit holds are the planted bottleneck.
  expect(found.a["medianSeconds"]!).toBeGreaterThan(3 * found.b["medianSeconds"]!);
});

test("tb paths --reach: a funnel", async () => {
  const names = ["Receive order", "Confirm order", "Receive payment"];
  const { json } = await tbHere("paths", EXAMPLE, ...names.flatMap((name) => ["--reach", name]), "--json");
  const steps = (json() as { steps: { milestone: string; cases: number }[] }).steps;
  const reached = pathsOfExample().map((path) => path.reduce((k, name) => k + (name === names[k] ? 1 : 0), 0));
  expect(steps.map(({ milestone, cases }) => [milestone, cases])).toEqual(
    names.map((name, k) => [name, reached.filter((n) => n > k).length]),
  );
});

test("tb paths says what is missing, and where a pattern is wrong", async () => {
  expect((await tbHere("paths", EXAMPLE, "--a", "Ship goods")).err).toContain("Expected both --a and --b");
  const { code, err } = await tbHere("paths", EXAMPLE, "--a", "Ship goods", "--b", "Ship goods → Shp goods");
  expect(code).toBe(2);
  expect(err).toContain(
    'position 14: expected an activity of the log but found "Shp goods". Did you mean "Ship goods"',
  );
});

test("tb rework: repetitions, loops, ping-pong", async () => {
  const { json } = await tbHere("rework", EXAMPLE, "--json");
  const found = json() as {
    activities: { activity: string; cases: number; share: number; repetitions: number }[];
    loops: unknown[];
    pingPong: { activities: unknown[]; resources: unknown[] };
  };
  const counts = pathsOfExample().map((path) => path.filter((name) => name === "Check credit").length);
  expect(found.activities.find(({ activity }) => activity === "Check credit")).toMatchObject({
    cases: counts.filter((n) => n > 1).length,
    share: counts.filter((n) => n > 1).length / 3000,
    repetitions: counts.reduce((sum, n) => sum + Math.max(0, n - 1), 0),
  });
  expect(found.loops.length).toBeGreaterThan(0);
  expect(Object.keys(found.pingPong)).toEqual(["activities", "resources"]);
  expect((await tbHere("rework", EXAMPLE)).out).toMatch(/repeat an activity[\s\S]*go back to a step[\s\S]*left out/);
});

test("tb sla: kept, broken and open, in all and by group", async () => {
  const rule = "from Receive order to Ship goods within 3 days";
  const { json } = await tbHere("sla", EXAMPLE, "--rule", rule, "--by", "region", "--json");
  const found = json() as { kept: number; broken: number; open: number; groups: { group: string; kept: number }[] };
  expect(found.kept + found.broken + found.open).toBe(3000);
  expect(found.groups.map(({ group }) => group).sort()).toEqual(["North", "South"]);
  expect(found.groups.reduce((sum, { kept }) => sum + kept, 0)).toBe(found.kept);
  const { out } = await tbHere("sla", EXAMPLE, "--rule", rule, "--by", "region");
  // The slow team is planted in the South.
  expect(out).toContain("Lowest in region South");
  expect((await tbHere("sla", EXAMPLE)).err).toContain("Expected --rule, such as");
  expect((await tbHere("sla", EXAMPLE, "--rule", "from Receive order to Shp goods within 3 days")).err)
    .toContain("Ship goods");
});
