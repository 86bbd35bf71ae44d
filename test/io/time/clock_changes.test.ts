import { expect, test } from "vitest";
import { settleByOrder, settleIntervals } from "../../../src/io/time/clock_changes.ts";
import { clockOf } from "../../../src/io/time/time_zone.ts";
import { randomOf } from "../csv/csv_cases.ts";

const ZONES = [
  "Europe/Berlin",
  "Europe/Dublin",
  "Europe/Amsterdam",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Pacific/Apia",
  "Antarctica/Troll",
  "Asia/Kathmandu",
];

/** Local times near changes of clocks, and anywhere else, as if they were UTC. */
function localTimes(zone: string, count: number, random: (below: number) => number): number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.from("1912-01-01T00:00Z").toZonedDateTimeISO(zone);
  for (let i = 0; i < 400; i++) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.year > 2060) break;
    changes.push(next.epochMilliseconds + next.offsetNanoseconds / 1e6);
    at = next;
  }
  return Array.from(
    { length: count },
    (_, i) =>
      i % 2 === 0 && changes.length > 0
        ? changes[random(changes.length)]! + (random(360) - 180) * 60_000
        : Date.UTC(1950, 0, 1) + random(110 * 365 * 24 * 60) * 60_000,
  );
}

test.each(ZONES)("%s: local times mean what Temporal says", (zone) => {
  const { toUtc, isOdd, readings } = clockOf(zone);
  let odd = 0;
  for (const local of localTimes(zone, 800, randomOf(7))) {
    const plain = Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, 19));
    const [usual, earlier, later] = (["compatible", "earlier", "later"] as const)
      .map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds);
    expect([zone, plain.toString(), toUtc(local)]).toEqual([zone, plain.toString(), usual]);
    expect([plain.toString(), isOdd(local)]).toEqual([plain.toString(), earlier !== later]);
    const meant = readings(local);
    expect(meant[0]).toBe(usual);
    if (earlier === later) {
      expect(meant).toEqual([usual]);
      continue;
    }
    odd++;
    expect(new Set(meant.slice(0, 2))).toEqual(new Set([earlier, later]));
    const occurs = new Temporal.ZonedDateTime(BigInt(later!) * 1_000_000n, zone).toPlainDateTime().equals(plain);
    expect(meant.length).toBe(occurs ? 2 : 3);
  }
  if (zone !== "Asia/Kolkata" && zone !== "Asia/Kathmandu") expect(odd).toBeGreaterThan(20);
});

/** Rows of one case, at local times in Berlin, as the order of the file settles them: in UTC. */
function settled(times: readonly string[], zone = "Europe/Berlin"): string[] {
  const clock = clockOf(zone);
  const locals = times.map((time) => Date.parse(`${time}Z`));
  const values = Float64Array.from(locals, clock.toUtc);
  const odd = new Map(
    locals.flatMap((local, row) => clock.isOdd(local) ? [[row, clock.readings(local)] as const] : []),
  );
  settleByOrder(values, odd, new Int32Array(times.length));
  return [...values].map((ms) => new Date(ms).toISOString().slice(11, 16));
}

test("the order of the file tells which of two equal hours is meant", () => {
  const day = (clock: string) => `2024-10-27T${clock}`;
  expect(settled(["01:50", "02:50", "02:10", "03:05"].map(day))).toEqual(["23:50", "00:50", "01:10", "02:05"]);
  // Rows that leave the choice open keep the earlier hour.
  expect(settled(["01:50", "02:10", "02:50", "03:05"].map(day))).toEqual(["23:50", "00:10", "00:50", "02:05"]);
  // Newest first: the same times in the reverse order.
  expect(settled(["03:05", "02:10", "02:50", "01:50"].map(day))).toEqual(["02:05", "01:10", "00:50", "23:50"]);
});

test("an hour that never occurs does not put rows out of order", () => {
  const day = (clock: string) => `2024-03-31T${clock}`;
  expect(settled(["02:30", "03:15"].map(day))).toEqual(["00:30", "01:15"]);
  expect(settled(["01:45", "02:30", "03:15"].map(day))).toEqual(["00:45", "01:00", "01:15"]);
  expect(settled(["01:45", "02:30", "03:45"].map(day))).toEqual(["00:45", "01:30", "01:45"]);
});

test("rows that follow no order keep the usual reading", () => {
  const times = ["2024-10-25T08:00", "2024-10-24T08:00", "2024-10-26T08:00", "2024-10-20T08:00"];
  expect(settled([...times, "2024-10-27T02:50", "2024-10-27T02:10"]).slice(4)).toEqual(["00:50", "00:10"]);
});

test("cases that ran in order in UTC are in order again, in any zone and year", () => {
  const random = randomOf(11);
  for (const zone of ZONES) {
    const changes: Temporal.ZonedDateTime[] = [];
    let at = Temporal.Instant.from("1985-01-01T00:00Z").toZonedDateTimeISO(zone);
    for (
      let next = at.getTimeZoneTransition("next");
      next && next.year < 2040;
      next = at.getTimeZoneTransition("next")
    ) {
      changes.push(next);
      at = next;
    }
    for (const change of changes) {
      const { toUtc, isOdd, readings } = clockOf(zone);
      const truth = Array.from({ length: 8 }, () => change.epochMilliseconds + (random(480) - 240) * 60_000)
        .sort((a, b) => a - b);
      const locals = truth.map((ms) => {
        const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        return ms + offsetNanoseconds / 1e6;
      });
      const values = Float64Array.from(locals, toUtc);
      const odd = new Map(locals.flatMap((ms, row) => isOdd(ms) ? [[row, readings(ms)] as const] : []));
      settleByOrder(values, odd, new Int32Array(values.length));
      expect([zone, String(change), ...values]).toEqual([zone, String(change), ...values.toSorted()]);
    }
  }
});

test("an event does not end before it starts where its hours occur twice", () => {
  const { toUtc, readings } = clockOf("Europe/Berlin");
  const [start, end] = ["2024-10-27T02:50Z", "2024-10-27T02:10Z"].map(Date.parse) as [number, number];
  const starts = Float64Array.of(toUtc(start)), ends = Float64Array.of(toUtc(end));
  settleIntervals(starts, new Map([[0, readings(start)]]), ends, new Map([[0, readings(end)]]));
  expect(ends[0]! - starts[0]!).toBe(20 * 60_000);
});
