import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tbHere } from "../support/tb_here.ts";

let folder = "";
beforeAll(() => folder = mkdtempSync(join(tmpdir(), "tb-compare-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, unknown>>;

interface Compared {
  readonly names: readonly string[];
  readonly figures: readonly Row[];
  readonly activities: readonly { readonly pAdjusted: number; readonly low: number }[];
  readonly edges: readonly Row[];
  readonly variants: readonly Row[];
}

interface Causes {
  readonly share: number;
  readonly factors: readonly { column: string; value: string; low: number; pAdjusted: number }[];
  readonly tree: Row;
  readonly heldOut: Row;
}

const HEADER = "case,activity,timestamp,region\n";

/** Cases of region "A, B" take a day and have a check; those of C take an hour. */
function csv(name: string, first = 0): string {
  let text = HEADER;
  for (let c = first; c < first + 60; c++) {
    const region = c % 3 === 0 ? '"A, B"' : "C";
    const at = (hours: number) => new Date(Date.UTC(2026, 0, 1 + c, 8 + hours)).toISOString();
    const slow = c % 3 === 0;
    text += `o${c},receive,${at(0)},${region}\n`;
    if (slow) text += `o${c},check,${at(20)},${region}\n`;
    text += `o${c},ship,${at(slow ? 24 : 1)},${region}\n`;
  }
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("compare: two groups of one log, by the names of the contract", async () => {
  const { code, json } = await tbHere("compare", csv("orders.csv"), "--by", "region", "--groups", "A, B,C", "--json");
  expect(code).toBe(0);
  const found = json() as Compared;
  expect(Object.keys(found)).toEqual(
    [
      "sentence",
      "names",
      "confidence",
      "figures",
      "starts",
      "ends",
      "activities",
      "edges",
      "variants",
      "times",
      "notes",
    ],
  );
  expect(found.names).toEqual(["A, B", "C"]);
  expect(found.activities[0]).toMatchObject({ activity: "check", a: 1, b: 0, difference: 1, only: "a" });
  expect(found.activities[0]!.pAdjusted).toBeLessThan(0.001);
  // Wilson's ends of 20 of 20 and 0 of 40: 20 / (20 + 1.96²) and 1.96² / (40 + 1.96²).
  const z = 1.959963984540054 ** 2;
  expect(found.activities[0]!.low).toBeCloseTo(1 - Math.hypot(1 - 20 / (20 + z), z / (40 + z)), 9);
  expect(found.figures.find(({ figure }) => figure === "throughputMedianSeconds"))
    .toMatchObject({ a: 86400, b: 3600, difference: 82800 });
  expect(found.edges).toContainEqual(
    expect.objectContaining({ from: "receive", to: "ship", a: 0, b: 1, medianSecondsA: null, medianSecondsB: 3600 }),
  );
  expect(found.variants.map(({ activities }) => activities)).toContainEqual(
    ["receive", "check", "ship"],
  );
});

test("compare: two logs, and two periods of one", async () => {
  const [before, after] = [csv("before.csv"), csv("after.csv", 100)];
  const logs = (await tbHere("compare", before, after, "--json")).json() as Compared;
  expect(logs.names).toEqual(["before.csv", "after.csv"]);
  expect(logs.figures[0]).toMatchObject({ figure: "cases", a: 60, b: 60, low: null, pAdjusted: null });
  const periods = (await tbHere("compare", before, "--at", "2026-02-01", "--json")).json() as Compared;
  expect(periods.figures[0]).toMatchObject({ a: 31, b: 29 });
  const text = await tbHere("compare", before, after);
  expect(text.out).toContain("nothing differs more than chance would have it");
});

test("compare: what does not go together is an error before the work", async () => {
  const path = csv("wrong.csv");
  const wrong = async (...args: string[]) => {
    const { code, err } = await tbHere("compare", ...args);
    expect(code).toBe(2);
    return err;
  };
  expect(await wrong()).toContain("Expected one log or two but found none");
  expect(await wrong(path)).toContain("--by COLUMN for two groups");
  expect(await wrong(path, path, "--by", "region")).toContain("two logs, or one log and --by, but found both");
  expect(await wrong(path, "--groups", "C,D", "--at", "2026-01-01")).toContain("Expected --by COLUMN beside --groups");
  expect(await wrong(path, "--by", "region", "--groups", "C,D")).toContain('found "D"');
  expect(await wrong(path, "--by", "region", "--at", "2026-01-01")).toContain(
    "either --by COLUMN or --at TIME but found both",
  );
  expect(await wrong(path, "--at", "soon")).toContain("--at");
});

test("causes: the outcome in SQL, by the names of the contract", async () => {
  const { code, json } = await tbHere(
    "causes",
    csv("slow.csv"),
    "--outcome",
    "duration_seconds > 7200 -- slow",
    "--json",
  );
  expect(code).toBe(0);
  const found = json() as Causes;
  expect(found.share).toBeCloseTo(1 / 3, 12);
  const region = found.factors.find(({ column, value }) => column === "region" && value === "A, B");
  expect(region).toMatchObject({ cases: 20, share: 1, lift: 3, sameAsOutcome: true });
  expect(region!.low).toBeGreaterThan(1);
  expect(region!.low).toBeLessThan(3);
  expect(region!.pAdjusted).toBeLessThan(0.001);
  expect(found.tree).toMatchObject({ cases: 60, share: 1 / 3 });
  expect(Object.keys(found.heldOut)).toEqual(expect.arrayContaining(["auc", "baseline"]));
  expect(found.heldOut.baseline).toBe(0.5);
});

test("compare and causes: --finished leaves running cases out, and says how many", async () => {
  const path = csv("running.csv");
  const finished = "case_id IN (SELECT case_id FROM events WHERE activity = 'ship') AND case_id <> 'o1'";
  const compared = (await tbHere("compare", path, "--by", "region", "--finished", finished, "--json"))
    .json() as Compared;
  expect(compared.figures[1]).toMatchObject({ figure: "runningCases", a: 0, b: 1 });
  const causes = await tbHere("causes", path, "--outcome", "events > 2", "--finished", finished);
  expect(causes.out).toContain("20 of 59");
  expect(causes.out).toContain("1 case that still runs not looked at");
});

test("compare: the finished cases that tb stuck finds", async () => {
  const found = await tbHere("compare", "data/order-to-cash.csv", "--by", "region", "--finished", "found", "--json");
  const stuck = (await tbHere("stuck", "data/order-to-cash.csv", "--json")).json() as { finished: number };
  const [cases, running] = (found.json() as Compared).figures as { a: number; b: number }[];
  expect(cases!.a + cases!.b).toBe(stuck.finished);
  expect(running!.a + running!.b).toBe(3000 - stuck.finished);
});

test("causes: an outcome that is missing, wrong, or of nobody is an error", async () => {
  const path = csv("none.csv");
  expect((await tbHere("causes", path)).err).toContain("Expected --outcome");
  expect((await tbHere("causes", path, "--outcome", "nosuch > 3")).err).toContain("nosuch");
  const nobody = await tbHere("causes", path, "--outcome", "duration_seconds > 1e9");
  expect(nobody.code).toBe(2);
  expect(nobody.err).toContain("it marks none of 60 cases");
});
