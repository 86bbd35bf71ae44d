import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { checkTemporalProfile } from "../../../src/mining/rules/temporal_profile.ts";
import { discoverTemporalProfile } from "../../../src/mining/discovery/temporal_profile.ts";
import { type TemporalPair, TemporalProfile, temporalProfileFromJson } from "../../../src/models/temporal_profile.ts";
import { randomLog, randomRows, tinyLog, traces } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { reference, REFERENCE_FILES } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import type { EventLog } from "../../../src/log/events/event_log.ts";

interface Gap {
  case: string;
  from: string;
  to: string;
  fromPosition: number;
  toPosition: number;
  seconds: number;
}

/** Every pair of events of which one begins when, or after, the other has ended. */
function gaps(log: EventLog): Gap[] {
  return traces(log).flatMap(({ id, events }) =>
    events.flatMap((one, i) =>
      events.flatMap((other, j) => {
        const begin = other.start ?? other.time, oneBegin = one.start ?? one.time;
        const atOnce = begin === one.time && other.time === one.time && oneBegin === one.time;
        if (i === j || begin < one.time || (atOnce && j < i)) return [];
        return [{
          case: id,
          from: one.activity,
          to: other.activity,
          fromPosition: i + 1,
          toPosition: j + 1,
          seconds: (begin - one.time) / 1000,
        }];
      })
    )
  );
}

function naiveProfile(all: readonly Gap[]): TemporalPair[] {
  const byPair = new Map<string, Gap[]>();
  for (const gap of all) {
    const key = JSON.stringify([gap.from, gap.to]);
    byPair.set(key, [...byPair.get(key) ?? [], gap]);
  }
  return [...byPair.values()].map((same) => {
    const mean = same.reduce((sum, { seconds }) => sum + seconds, 0) / same.length;
    const squares = same.reduce((sum, { seconds }) => sum + (seconds - mean) ** 2, 0);
    const { from, to } = same[0]!;
    const sdSeconds = same.length > 1 ? Math.sqrt(squares / (same.length - 1)) : 0;
    return { from, to, count: same.length, meanSeconds: mean, sdSeconds };
  });
}

function expectSame(found: readonly TemporalPair[], told: readonly TemporalPair[]): void {
  const key = ({ from, to }: TemporalPair) => JSON.stringify([from, to]);
  const expected = new Map(told.map((pair) => [key(pair), pair]));
  expect(found.map(key).sort()).toEqual([...expected.keys()].sort());
  for (const pair of found) {
    const { count, meanSeconds, sdSeconds } = expected.get(key(pair))!;
    if (!Number.isNaN(count)) expect(pair.count, key(pair)).toBe(count);
    expectClose(pair.meanSeconds, meanSeconds, key(pair));
    expectClose(pair.sdSeconds, sdSeconds, key(pair));
  }
}

/** Relative to 1e-9: sums of many floats differ in their last digits by the order of adding. */
function expectClose(found: number, told: number, what: string): void {
  expect(Math.abs(found - told) / Math.max(1, Math.abs(told)), `${what}: ${found} against ${told}`).toBeLessThan(1e-9);
}

const logs = Array.from(
  { length: 60 },
  (_, i) => randomLog({ seed: i + 1, cases: 12, activities: 3, intervals: i % 2 === 1, ties: i % 3 === 0 }),
);

test("means and deviations are those of all pairs of events written out, with and without starts and ties", () => {
  for (const log of logs) expectSame(discoverTemporalProfile(log).pairs, naiveProfile(gaps(log)));
});

test("deviations are the pairs beyond zeta standard deviations", () => {
  for (const log of logs) {
    const profile = discoverTemporalProfile(logs[(logs.indexOf(log) + 7) % logs.length]!);
    for (const zeta of [0.5, 1.5]) {
      const all = gaps(log);
      const known = all.filter(({ from, to }) => profile.pair(from, to));
      const expected = known.flatMap((gap) => {
        const { meanSeconds, sdSeconds } = profile.pair(gap.from, gap.to)!;
        const zscore = (gap.seconds - meanSeconds) / sdSeconds;
        return Math.abs(zscore) > zeta ? [{ ...gap, meanSeconds, sdSeconds, zscore }] : [];
      });
      const check = checkTemporalProfile(log, profile, { zeta });
      const order = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
      expect(order(check.deviations.objects())).toEqual(order(expected.map((
        { case: id, from, to, fromPosition, toPosition, seconds, meanSeconds, sdSeconds, zscore },
      ) => ({ case: id, from, to, fromPosition, toPosition, seconds, meanSeconds, sdSeconds, zscore }))));
      expect(check).toMatchObject({ pairs: known.length, unknownPairs: all.length - known.length });
      expect(check.perCase.array("deviations")).toEqual(
        log.caseIds.map((id) => expected.filter((gap) => gap.case === id).length),
      );
    }
  }
});

describe.skipIf(lacksSharedLogs).each(Object.entries(REFERENCE_FILES))("%s", (name, [file]) => {
  test("mean and standard deviation equal the reference", async () => {
    const told = await reference<{ source: string; target: string; mean_s: number; stdev_s: number }[]>(
      name,
      "temporal_profile",
    );
    const { pairs } = discoverTemporalProfile(await readLog(sharedLog(`process/${file}`)));
    expectSame(
      pairs,
      told.map(({ source, target, mean_s, stdev_s }) => ({
        from: source,
        to: target,
        count: NaN,
        meanSeconds: mean_s,
        sdSeconds: stdev_s,
      })),
    );
  });
});

test("deviations of seconds are found behind means of years", () => {
  const year = 365 * 86_400_000;
  const rows = Array.from({ length: 2000 }, (_, c) => [
    { case: `${c}`, activity: "a", time: new Date(c * 1000) },
    { case: `${c}`, activity: "b", time: new Date(c * 1000 + 30 * year + (c % 2) * 2) },
  ]).flat();
  const pair = discoverTemporalProfile(logFromRows(rows)).pair("a", "b")!;
  expect(pair.meanSeconds).toBeCloseTo(30 * year / 1000 + 0.001, 6);
  expect(pair.sdSeconds).toBeCloseTo(0.001 * Math.sqrt(2000 / 1999), 8);
});

test("a long case costs its events times its activities", () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => ({
    case: "only",
    activity: `activity ${i % 5}`,
    time: new Date(i * 1000),
  }));
  const pair = discoverTemporalProfile(logFromRows(rows)).pair("activity 0", "activity 1")!;
  expect(pair.count).toBe(12_000 * 12_001 / 2);
  expectClose(pair.meanSeconds, 1 + 5 * 11_999 / 3, "mean");
});

test("equal times deviate in nothing, whatever the rounding; another time does, infinitely", () => {
  const rows = (ms: number[]) =>
    ms.flatMap((gap, c) => [
      { case: `${c}`, activity: "a", time: new Date(c * 7_777_777) },
      { case: `${c}`, activity: "b", time: new Date(c * 7_777_777 + gap) },
    ]);
  const same = logFromRows(rows([100, 100, 100, 100, 100, 100, 100]));
  const profile = discoverTemporalProfile(same);
  expect(checkTemporalProfile(same, profile, { zeta: 0.1 })).toMatchObject({ deviatingPairs: 0, logFitness: 1 });
  const single = new TemporalProfile([{ from: "a", to: "b", count: 1, meanSeconds: 0.1, sdSeconds: 0 }]);
  expect(checkTemporalProfile(logFromRows(rows([100, 101])), single).deviations.objects()).toMatchObject([
    { case: "1", seconds: 0.101, zscore: Infinity },
  ]);
});

test("the order of rows changes nothing; a profile survives JSON", () => {
  const rows = randomRows({ seed: 12 });
  const profile = discoverTemporalProfile(logFromRows(rows));
  expect(discoverTemporalProfile(logFromRows(random(3).shuffled(rows))).pairs).toEqual(profile.pairs);
  expect(temporalProfileFromJson(JSON.stringify(profile)).pairs).toEqual(profile.pairs);
});

test("profiles and checks say what they are", () => {
  const log = tinyLog("a b", "a b");
  const profile = discoverTemporalProfile(log);
  expect(String(profile)).toBe("Temporal profile of 1 pairs of activities\n  a → b: 60 s ± 0 s (2)");
  expect(String(checkTemporalProfile(log, profile))).toBe(
    "Temporal profile, ζ = 3: 0 of 2 pairs of events deviate, in 0 of 2 cases",
  );
});

test("what is not there or not meant is an error that says so", () => {
  const failing = (run: () => unknown) => {
    expect(run).toThrow(InputError);
    return expect(run);
  };
  const profile = discoverTemporalProfile(tinyLog("a b"));
  failing(() => checkTemporalProfile(tinyLog("x y"), profile)).toThrow("no activity in common");
  failing(() => checkTemporalProfile(tinyLog("a b"), profile, { zeta: 0 })).toThrow("zeta");
  failing(() => temporalProfileFromJson({ pairs: [{ from: "a" }] })).toThrow("pair 1");
  failing(() => new TemporalProfile([...profile.pairs, ...profile.pairs])).toThrow("twice");
});
