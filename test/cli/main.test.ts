/** The command line as another program sees it: one JSON document on stdout, notes on stderr, exit codes. */
import { expect, test } from "vitest";
import { cliReference as referenceOf } from "../support/cli_reference.ts";
import { lacksSharedLogs, sharedLog } from "../support/shared.ts";
import { tb } from "../support/tb.ts";

const root = new URL("../../", import.meta.url).pathname;

test("info tells counts, mapping, driver and findings of an event log", async () => {
  const { code, json } = await tb("info", "data/order-to-cash.csv", "--json");
  expect(code).toBe(0);
  expect(json()).toMatchObject({
    kind: "events",
    cases: 3000,
    events: 24450,
    activities: 17,
    mapping: { case: "case", activity: "activity", timestamp: "timestamp", start: "start", resource: "resource" },
    driver: expect.stringMatching(/^(native|wasm)$/),
    // Counted by sorting the rows of the file both ways with another program.
    findings: [{ rule: "order of events", count: 433, example: expect.stringContaining("ordered by completion") }],
  });
});

test("info knows an interaction log when it sees one", async () => {
  const { json } = await tb("info", "data/order-desk.csv", "--json");
  expect(json()).toMatchObject({ kind: "interactions", events: 15786, users: 10, cases: null });
});

test("TRACEBOOK_DUCKDB chooses the driver that info names", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "src/cli/main.ts", "info", "data/order-to-cash.csv", "--json"],
    cwd: root,
    env: { TRACEBOOK_DUCKDB: "wasm" },
  }).output();
  expect(JSON.parse(new TextDecoder().decode(stdout))).toMatchObject({ driver: "wasm" });
});

test.skipIf(lacksSharedLogs)("variants and dfg of a real log are those of the reference", async () => {
  const expected = await referenceOf("running-example");
  const found = (await tb("variants", sharedLog("process/running-example.csv"), "--json")).json();
  expect(found).toMatchObject(expected.variants);
  const graph = (await tb("dfg", sharedLog("process/running-example.xes"), "--json")).json() as {
    starts: object;
    ends: object;
    edges: { from: string; to: string; count: number; cases: number; meanSeconds: number; medianSeconds: number }[];
  };
  expect({ start: graph.starts, end: graph.ends }).toEqual(expected.startEnd);
  const edges = graph.edges.map(({ from, to, count }) => `${from} → ${to}: ${count}`).sort();
  expect(edges).toEqual(expected.edges);
});

test("variants --top gives as many rows, and the total of all", async () => {
  const { json } = await tb("variants", "data/order-to-cash.csv", "--top", "3", "--json");
  const { total, variants } = json() as { total: number; variants: { cases: number }[] };
  expect(total).toBe(163);
  expect(variants.length).toBe(3);
  expect(variants[0]!.cases).toBeGreaterThanOrEqual(variants[1]!.cases);
});

test("times by a column add up to all cases", async () => {
  const { json } = await tb("times", "data/order-to-cash.csv", "--by", "region", "--json");
  const { groups, waiting, handle } = json() as Record<string, { group: string; cases: number; mean: number }[]>;
  expect(groups!.map(({ group }) => group).sort()).toEqual(["North", "South"]);
  expect(groups!.reduce((sum, { cases }) => sum + cases, 0)).toBe(3000);
  expect(waiting!.length + handle!.length).toBe(4);
});

test.skipIf(lacksSharedLogs)("handle times of StudentRecord by its truth", async () => {
  const file = sharedLog("interaction/student-record-truth.csv");
  const { json, err } = await tb("handle", file, "--idle", "30", "--instance", "caseID", "--json");
  const { idleSeconds, groups } = json() as { idleSeconds: number; groups: Record<string, number>[] };
  expect(idleSeconds).toBe(30);
  expect(groups[0]!.instances).toBe(50);
  expect(groups[0]!.meanHandle).toBeCloseTo(72.22, 2);
  expect(groups[0]!.meanActive).toBeCloseTo(71.18, 2);
  expect(groups[0]!.cvActive).toBeCloseTo(0.114, 3);
  expect(err).toContain("caseID");
});

test("apps tells time and switches", async () => {
  const { json } = await tb("apps", "data/order-desk.csv", "--json");
  const { apps, switches } = json() as { apps: { share: number }[]; switches: { count: number }[] };
  expect(apps.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(switches[0]!.count).toBeGreaterThan(0);
});

test.each([
  [["info", "nowhere.csv"], "nowhere.csv: expected a file"],
  [["inf", "x"], 'Did you mean "info"?'],
  [["dfg", "data/order-to-cash.csv", "--jsn"], "Did you mean --json?"],
  [["dfg"], "Expected one log but found none"],
  [["times", "data/order-to-cash.csv", "--by", "regoin"], "regoin"],
  [["variants", "data/order-to-cash.csv", "--top", "many"], "--top: expected a whole number above 0"],
  [["info", "data/order-to-cash.csv", "--case", "Order"], "Order"],
  [["segment", "data/order-desk.csv", "--by", "segment"], "--by is called --instance now"],
  [["segment", "data/order-desk.csv", "--by=segment"], "Write --instance segment."],
])("%j is answered with exit code 2 and a way on", async (args, words) => {
  const { code, out, err } = await tb(...args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toContain(words);
});
