import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../../../src/base/errors.ts";
import { EventLog } from "../../../../src/log/events/event_log.ts";
import { filterActivities } from "../../../../src/log/events/filter/activities.ts";
import { filterCaseAttribute } from "../../../../src/log/events/filter/case_attribute.ts";
import { filterCaseSize } from "../../../../src/log/events/filter/case_size.ts";
import { filterCases } from "../../../../src/log/events/filter/cases.ts";
import { filterDirectlyFollows } from "../../../../src/log/events/filter/directly_follows.ts";
import { filterSql } from "../../../../src/log/events/filter/sql.ts";
import { filterEnd, filterStart } from "../../../../src/log/events/filter/start_end.ts";
import { filterThroughput } from "../../../../src/log/events/filter/throughput.ts";
import { filterTimeFrame } from "../../../../src/log/events/filter/time_frame.ts";
import { logFromRows } from "../../../../src/log/from_rows.ts";
import { openLogDatabase } from "../../../../src/log/events/log_database.ts";
import { selectCases, selectEvents } from "../../../../src/log/events/select.ts";
import { filterVariants } from "../../../../src/mining/filter_variants.ts";
import { randomLog, tinyLog } from "../../../support/logs.ts";
import { random } from "../../../support/random.ts";

/** An event as the log tells it, with the row it was made of. */
interface Told {
  activity: string;
  time: number;
  start: number;
  resource: string | null;
  row: number;
}
interface ToldCase {
  id: string;
  events: Told[];
}

function told(log: EventLog): ToldCase[] {
  return log.caseIds.map((id, c) => ({
    id,
    events: Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => {
      const i = log.offsets[c]! + k;
      return {
        activity: log.activities[log.activity[i]!]!,
        time: log.time[i]!,
        start: log.start?.[i] ?? NaN,
        resource: log.resource && log.resource[i]! >= 0 ? log.resources![log.resource[i]!]! : null,
        row: log.rows[i]!,
      };
    }),
  }));
}

/** What must be true of every log. */
function expectSound(log: EventLog): void {
  expect(log.offsets.length).toBe(log.cases + 1);
  expect(log.offsets[0]).toBe(0);
  expect(log.offsets[log.cases]).toBe(log.events);
  expect(log.activities).toEqual([...new Set(told(log).flatMap((one) => one.events.map((e) => e.activity)))].sort());
  if (log.resources) {
    const occurring = told(log).flatMap((one) => one.events.map((e) => e.resource)).filter((r) => r !== null);
    expect(log.resources).toEqual([...new Set(occurring)].sort());
  }
  const lengths = [log.time, log.rows, log.start ?? log.time, log.resource ?? log.time].map((column) => column.length);
  expect(new Set(lengths)).toEqual(new Set([log.events]));
  let before: ToldCase | undefined;
  for (const one of told(log)) {
    expect(one.events.length).toBeGreaterThan(0);
    for (let i = 1; i < one.events.length; i++) {
      expect(one.events[i - 1]!.time).toBeLessThanOrEqual(one.events[i]!.time);
    }
    if (before) {
      const [a, b] = [before.events[0]!.time, one.events[0]!.time];
      expect(a < b || (a === b && before.id < one.id)).toBe(true);
    }
    before = one;
  }
}

/** The filtered log holds exactly the cases that the predicate picks from the log spelled out. */
function expectCases(log: EventLog, filtered: EventLog, fits: (one: ToldCase) => boolean): void {
  expectSound(filtered);
  expect(told(filtered)).toEqual(told(log).filter(fits));
  expectTrail(log, filtered);
}

/** … and exactly the events, where cases without events are gone and the others stand by their begin. */
function expectEvents(log: EventLog, filtered: EventLog, fits: (event: Told) => boolean): void {
  expectSound(filtered);
  const expected = told(log).map(({ id, events }) => ({ id, events: events.filter(fits) })).filter((one) =>
    one.events.length
  )
    .sort((a, b) => a.events[0]!.time - b.events[0]!.time || (a.id < b.id ? -1 : 1));
  expect(told(filtered)).toEqual(expected);
  expectTrail(log, filtered);
}

function expectTrail(log: EventLog, filtered: EventLog): void {
  expect(filtered.source).toBe(log.source);
  expect(filtered.filters.slice(0, -1)).toEqual(log.filters);
  expect(filtered.filters.at(-1)).not.toBe("");
}

const logs = Array.from(
  { length: 30 },
  (_, seed) =>
    randomLog({
      seed,
      cases: 1 + (seed * 7) % 45,
      activities: 1 + seed % 7,
      intervals: seed % 2 === 0,
      ties: seed % 3 === 0,
    }),
);

describe("filters pick what brute force picks", () => {
  test("selecting cases and events", () => {
    for (const [seed, log] of logs.entries()) {
      const { below } = random(seed);
      const cases = Uint8Array.from(log.caseIds, () => below(2));
      expectCases(log, selectCases(log, cases, "by lot"), ({ id }) => cases[log.caseIds.indexOf(id)] === 1);
      const rows = new Set(Array.from(log.rows).filter(() => below(3) === 0));
      const events = Uint8Array.from(log.rows, (row) => rows.has(row) ? 1 : 0);
      expectEvents(log, selectEvents(log, events, "by lot"), ({ row }) => rows.has(row));
    }
  });

  test("a filter of a filtered log adds to its words", () => {
    const log = selectCases(
      selectCases(logs[5]!, new Uint8Array(logs[5]!.cases).fill(1), "one"),
      new Uint8Array(logs[5]!.cases),
      "two",
    );
    expect(log.filters).toEqual(["one", "two"]);
    expectSound(log);
    expect([log.cases, log.events]).toEqual([0, 0]);
  });

  test("by activity", () => {
    for (const [seed, log] of logs.entries()) {
      const names = random(seed).shuffled(log.activities).slice(0, 1 + seed % 3);
      expectEvents(log, filterActivities(log, names), (event) => names.includes(event.activity));
      expectEvents(log, filterActivities(log, names, { drop: true }), (event) => !names.includes(event.activity));
    }
  });

  test("by start and by end", () => {
    for (const log of logs) {
      for (const drop of [false, true]) {
        const name = log.activities[0]!;
        expectCases(log, filterStart(log, name, { drop }), ({ events }) => (events[0]!.activity === name) !== drop);
        expectCases(log, filterEnd(log, [name], { drop }), ({ events }) => (events.at(-1)!.activity === name) !== drop);
      }
    }
  });

  test("by the case's size", () => {
    for (const log of logs) {
      expectCases(log, filterCaseSize(log, { min: 3 }), ({ events }) => events.length >= 3);
      expectCases(log, filterCaseSize(log, { max: 3 }), ({ events }) => events.length <= 3);
      expectCases(log, filterCaseSize(log, { min: 2, max: 4 }), ({ events: { length } }) => length >= 2 && length <= 4);
    }
  });

  const begin = ({ events }: ToldCase) =>
    Math.min(...events.map(({ time, start }) => Number.isNaN(start) ? time : Math.min(time, start)));
  const end = ({ events }: ToldCase) => Math.max(...events.map(({ time }) => time));

  test("by throughput time", () => {
    for (const log of logs) {
      const seconds = (one: ToldCase) => (end(one) - begin(one)) / 1000;
      const bound = seconds(told(log)[log.cases >> 1]!);
      expectCases(log, filterThroughput(log, { minSeconds: bound }), (one) => seconds(one) >= bound);
      expectCases(log, filterThroughput(log, { maxSeconds: bound }), (one) => seconds(one) <= bound);
      expectCases(
        log,
        filterThroughput(log, { minSeconds: bound, maxSeconds: bound * 2 }),
        (one) => seconds(one) >= bound && seconds(one) <= bound * 2,
      );
    }
  });

  test("by time frame", () => {
    for (const log of logs) {
      const times = told(log).flatMap(({ events }) => events.map(({ time }) => time)).sort((a, b) => a - b);
      const [from, to] = [times[times.length >> 2]!, times[(times.length * 3) >> 2]! + 1];
      const inside = (moment: number) => moment >= from && moment < to;
      const frame = { from: new Date(from), to };
      expectCases(log, filterTimeFrame(log, frame), (one) => inside(begin(one)) && inside(end(one)));
      expectCases(log, filterTimeFrame(log, { ...frame, mode: "started" }), (one) => inside(begin(one)));
      expectCases(log, filterTimeFrame(log, { ...frame, mode: "completed" }), (one) => inside(end(one)));
      expectCases(
        log,
        filterTimeFrame(log, { ...frame, mode: "intersecting" }),
        (one) => begin(one) < to && end(one) >= from,
      );
      expectEvents(log, filterTimeFrame(log, { ...frame, mode: "trim" }), ({ time }) => inside(time));
      expectCases(log, filterTimeFrame(log, { to, mode: "completed" }), (one) => end(one) < to);
    }
  });

  test("by directly-follows pair", () => {
    for (const [seed, log] of logs.entries()) {
      const { pick } = random(seed);
      const pairs = [1, 2].map(() => [pick(log.activities), pick(log.activities)] as const);
      const has = ({ events }: ToldCase, among: readonly (readonly [string, string])[]) =>
        events.some((event, i) =>
          among.some(([a, b]) => i > 0 && events[i - 1]!.activity === a && event.activity === b)
        );
      expectCases(log, filterDirectlyFollows(log, pairs[0]!), (one) => has(one, pairs.slice(0, 1)));
      expectCases(log, filterDirectlyFollows(log, pairs), (one) => has(one, pairs));
      expectCases(log, filterDirectlyFollows(log, pairs, { drop: true }), (one) => !has(one, pairs));
    }
  });

  test("by a case attribute", () => {
    for (const log of logs) {
      const amounts = (log.source.events.columns.find(({ name }) =>
        name === "amount"
      ) as { values: Float64Array }).values;
      const first = ({ events }: ToldCase) => amounts[events[0]!.row]!;
      expectCases(log, filterCaseAttribute(log, "amount", { min: 300, max: 600 }), (one) =>
        first(one) >= 300 && first(one) <= 600);
      const value = first(told(log)[0]!);
      expectCases(log, filterCaseAttribute(log, "amount", value, { drop: true }), (one) =>
        first(one) !== value);
      expectCases(log, filterCaseAttribute(log, "resource", ["person 1", null]), ({ events }) =>
        events[0]!.resource === "person 1");
    }
  });

  test("by variant", () => {
    for (const [seed, log] of logs.entries()) {
      const key = ({ events }: ToldCase) => events.map(({ activity }) => activity).join("|");
      const counts = new Map<string, number>();
      for (const one of told(log)) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
      const compare = (a: string[], b: string[]): number => {
        for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
        return a.length - b.length;
      };
      const ranked = [...counts.keys()].sort((a, b) =>
        counts.get(b)! - counts.get(a)! || compare(a.split("|"), b.split("|"))
      );
      const top = ranked.slice(0, 1 + seed % 4);
      expectCases(log, filterVariants(log, { top: 1 + seed % 4 }), (one) => top.includes(key(one)));
      expectCases(
        log,
        filterVariants(log, { sequences: top.map((k) => k.split("|")), drop: true }),
        (one) => !top.includes(key(one)),
      );
      let covered = 0;
      const covering = ranked.filter((k) => {
        const needed = covered < 0.6 * log.cases;
        if (needed) covered += counts.get(k)!;
        return needed;
      });
      expectCases(log, filterVariants(log, { coverage: 0.6 }), (one) => covering.includes(key(one)));
      expect(filterVariants(log, { coverage: 1 }).cases).toBe(log.cases);
      expect(filterVariants(log, { coverage: 0 }).cases).toBe(0);
    }
  });

  test("by any predicate", () => {
    for (const log of logs) {
      const filtered = filterCases(
        log,
        (one) => new Set(one.activities).size < one.activities.length,
        "with a repetition",
      );
      expectCases(log, filtered, ({ events }) => new Set(events.map((e) => e.activity)).size < events.length);
    }
  });
});

describe.each(["wasm", "native"] as const)("by an SQL condition, with the %s driver", (driver) => {
  const bare = randomLog({ seed: 3, cases: 60 });
  const log = new EventLog(bare, { ...bare.source, database: openLogDatabase(bare.source, { driver }) });
  afterAll(() => log.source.database.close());
  const amounts = (log.source.events.columns.find(({ name }) => name === "amount") as { values: Float64Array }).values;
  const name = log.activities[1]!;
  const fits = ({ activity, row }: Told) => activity === name && amounts[row]! > 500;
  const condition = `activity = '${name}' AND amount > 500 -- large`;

  test("cases with an event that fulfils it", async () => {
    expectCases(log, await filterSql(log, condition), ({ events }) => events.some(fits));
  }, 60_000);

  test("events that fulfil it", async () => {
    expectEvents(log, await filterSql(log, condition, { level: "events" }), fits);
  });

  test("of a filtered log", async () => {
    const some = filterCaseSize(log, { min: 5 });
    expectCases(some, await filterSql(some, condition), ({ events }) => events.some(fits));
  });

  test("with a question about cases", async () => {
    const filtered = await filterSql(log, "case_id IN (SELECT case_id FROM cases WHERE events = 2)");
    expectCases(log, filtered, ({ events }) => events.length === 2);
  });

  test("that is wrong", async () => {
    await expect(filterSql(log, "nothing = 1")).rejects.toThrow(InputError);
    await expect(filterSql(log, " ")).rejects.toThrow(InputError);
  });
});

describe("filters say what they do", () => {
  const log = tinyLog("a b c", "a c b", "b c");
  const words = (filtered: EventLog) => filtered.filters;

  test("in words", () => {
    expect(words(filterActivities(log, ["a", "b"]))).toEqual(["activity is a or b"]);
    expect(words(filterActivities(log, "a", { drop: true }))).toEqual(["activity is not a"]);
    expect(words(filterStart(log, "a"))).toEqual(["case starts with a"]);
    expect(words(filterEnd(log, ["a", "b", "c"], { drop: true }))).toEqual(["case ends with anything but a, b or c"]);
    expect(words(filterCaseSize(log, { min: 2, max: 3 }))).toEqual(["events in the case 2 to 3"]);
    expect(words(filterCaseSize(log, { min: 2, max: 2 }))).toEqual(["events in the case 2"]);
    expect(words(filterThroughput(log, { minSeconds: 3 * 86_400 }))).toEqual(["throughput time ≥ 3 d"]);
    expect(words(filterThroughput(log, { maxSeconds: 5400.5 }))).toEqual(["throughput time ≤ 1 h 30 min 0.5 s"]);
    expect(words(filterTimeFrame(log, { from: "2026-01-05", to: "2026-01-05T09:30:00+01:00" }))).toEqual(
      ["case within the time from 2026-01-05 to before 2026-01-05 08:30:00"],
    );
    expect(words(filterDirectlyFollows(log, ["a", "b"]))).toEqual(["directly-follows a → b"]);
    expect(words(filterVariants(log, { top: 2 }))).toEqual(["variant is one of the 2 most frequent"]);
    expect(words(filterVariants(log, { sequences: [["a", "b", "c"]] }))).toEqual(["variant is a → b → c"]);
  });

  test("long lists are shortened", () => {
    const many = tinyLog("a b c d e f g h");
    expect(words(filterActivities(many, many.activities))).toEqual(["activity is a, b, c, d or 4 more"]);
  });
});

describe("filters refuse what they cannot mean", () => {
  const log = logFromRows([
    {
      case: "1",
      activity: "Create order",
      time: new Date(0),
      region: "north",
      amount: 3,
      urgent: true,
      due: new Date(5),
    },
    { case: "1", activity: "Ship order", time: new Date(1), region: "north", amount: 4, urgent: null, due: null },
  ]);

  test("an unknown activity, with the nearest names", () => {
    for (
      const filtering of [
        () => filterActivities(log, "Creat order"),
        () => filterStart(log, "create order"),
        () => filterEnd(log, ["Ship order", "Create  Order"]),
        () => filterDirectlyFollows(log, ["Ship order", "Create-order"]),
        () => filterVariants(log, { sequences: [["Ship order"], ["Create ordr"]] }),
      ]
    ) {
      expect(filtering).toThrow(InputError);
      expect(filtering).toThrow('"Create order"');
    }
  });

  test("an unknown attribute, or values of another kind", () => {
    expect(() => filterCaseAttribute(log, "regoin", "north")).toThrow('Did you mean "region"');
    expect(() => filterCaseAttribute(log, "amount", "3")).toThrow("holds numbers");
    expect(() => filterCaseAttribute(log, "region", { min: 1 })).toThrow("holds text");
    expect(() => filterCaseAttribute(log, "due", 5)).toThrow("holds dates");
    expect(() => filterCaseAttribute(log, "due", { min: 5 })).toThrow("holds dates");
    expect(filterCaseAttribute(log, "due", new Date(5)).cases).toBe(1);
    expect(filterCaseAttribute(log, "due", { min: new Date(6) }).cases).toBe(0);
    expect(filterCaseAttribute(log, "urgent", true).cases).toBe(1);
  });

  test("bounds that are no bounds", () => {
    expect(() => filterCaseSize(log, {})).toThrow(InputError);
    expect(() => filterCaseSize(log, { min: 3, max: 2 })).toThrow("at most");
    expect(() => filterCaseSize(log, { min: NaN })).toThrow(InputError);
    expect(() => filterThroughput(log, { minSeconds: "1" as unknown as number })).toThrow("minSeconds");
    expect(() => filterTimeFrame(log, { from: "yesterday" })).toThrow("ISO 8601");
    expect(() => filterTimeFrame(log, { from: new Date(NaN) })).toThrow(InputError);
    expect(() => filterTimeFrame(log, { from: 5, to: 5 })).toThrow("before");
    expect(() => filterTimeFrame(log, { mode: "around" as "trim" })).toThrow("contained");
    expect(() => filterVariants(log, {})).toThrow(InputError);
    expect(() => filterVariants(log, { top: 1, coverage: 1 })).toThrow(InputError);
    expect(() => filterVariants(log, { coverage: 80 })).toThrow("share");
    expect(() => filterVariants(log, { top: 1.5 })).toThrow("whole number");
  });
});

test("a time frame's text without a zone is UTC, whatever the machine's", () => {
  const log = logFromRows([{ case: "1", activity: "a", time: new Date("2026-01-05T00:00:00Z") }]);
  expect(filterTimeFrame(log, { from: "2026-01-05T00:00" }).cases).toBe(1);
  expect(filterTimeFrame(log, { to: "2026-01-05T00:00" }).cases).toBe(0);
});

describe("a value that nothing in the log has", () => {
  const moment = (text: string) => new Date(text);
  const log = logFromRows(
    ["North", "South", "Süd-West"].map((region, i) => ({
      case: `c${i}`,
      activity: ["pay", "send", "pay"][i]!,
      time: new Date(i * 1000),
      region,
      amount: [10, 250, 3000][i]!,
      due: moment(`2026-0${i + 1}-01`),
      urgent: false,
    })),
  );

  test("is an error that names the nearest, by spelling or by size", () => {
    const wanted: [name: string, value: Parameters<typeof filterCaseAttribute>[2], near: RegExp][] = [
      ["region", "north", /found "north"\. Did you mean "North"/],
      ["region", ["North", "Sued-West"], /found "Sued-West"\. Did you mean "Süd-West"/],
      ["amount", 251, /found 251\. The nearest are 250, 10, 3000/],
      ["due", moment("2026-02-02"), /found 2026-02-02\. The nearest are 2026-02-01, 2026-03-01, 2026-01-01/],
      ["urgent", true, /found true/],
    ];
    for (const [name, value, near] of wanted) {
      for (const drop of [false, true]) {
        expect(() => filterCaseAttribute(log, name, value, { drop })).toThrow(InputError);
        expect(() => filterCaseAttribute(log, name, value, { drop })).toThrow(near);
      }
    }
  });

  test("counts the cases of the log at hand: a value that an earlier filter left out is gone", () => {
    const north = filterCaseAttribute(log, "region", "North");
    expect(() => filterCaseAttribute(north, "region", "South")).toThrow('"South"');
    expect(() => filterActivities(north, "send")).toThrow('"send"');
  });

  test("is an answer where the option says so, and where cases without a value are asked for", () => {
    const missing = "ignore";
    expect(filterCaseAttribute(log, "region", ["North", "East"], { missing }).caseIds).toEqual(["c0"]);
    expect(filterCaseAttribute(log, "region", "East", { missing, drop: true }).cases).toBe(3);
    expect(filterActivities(log, ["pay", "cancel"], { missing }).caseIds).toEqual(["c0", "c2"]);
    expect(filterStart(log, "cancel", { missing }).cases).toBe(0);
    expect(filterEnd(log, "cancel", { missing, drop: true }).cases).toBe(3);
    expect(filterDirectlyFollows(log, ["pay", "cancel"], { missing }).cases).toBe(0);
    expect(filterCaseAttribute(log, "region", null).cases).toBe(0);
    expect(() => filterActivities(log, "cancel", { missing: "skip" as "ignore" })).toThrow("error or ignore");
  });
});

describe("rows in memory", () => {
  const rows = [{ case: "1", activity: "a", timestamp: new Date(0), user: "Ada" }];

  test("a property that no row has is an error with a near name, not an empty log", () => {
    const mapping = { case: "case", activity: "activity", timestamp: "timestamp" };
    for (const [role, property, near] of [["activity", "activty", "activity"], ["resource", "usr", "user"]] as const) {
      const read = () => logFromRows(rows, { mapping: { ...mapping, [role]: property } });
      expect(read).toThrow(InputError);
      expect(read).toThrow(new RegExp(`"${property}" for the ${role} .* Did you mean "${near}"`));
    }
    expect(() => logFromRows([{ case: "1", activity: "a", amount: 7 }])).toThrow(InputError);
    expect(logFromRows(rows).cases).toBe(1);
  });

  test("a property that only some rows have, and no rows at all, are none", () => {
    expect(
      logFromRows([...rows, { case: "2", activity: "a" }], {
        mapping: { case: "case", activity: "activity", timestamp: "timestamp", resource: "user" },
      }).cases,
    ).toBe(1);
    expect(logFromRows([]).cases).toBe(0);
  });
});
