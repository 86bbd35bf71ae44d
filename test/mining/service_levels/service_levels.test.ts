import { describe, expect, test } from "vitest";
import { InputError, OptionError } from "../../../src/base/errors.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { filterCases } from "../../../src/log/events/filter/cases.ts";
import { parseServiceRule } from "../../../src/mining/service_levels/parse_rule.ts";
import { serviceLevel } from "../../../src/mining/service_levels/service_level.ts";
import { ruleText, type ServiceRule } from "../../../src/mining/service_levels/service_rule.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";
import { random } from "../../support/random.ts";

const NAMES = ["A", "B", "C", "Send to client", "Check (1)", "from", "done within a day", "Approve or reject"];
const activity = (...activities: string[]) => ({ activities });

describe("rules in words", () => {
  const time = (from: unknown, to: unknown, amount: number, unit: string, working = false) => ({
    ...{ kind: "time", from, to, amount, unit, working },
  });
  const rows: [string, unknown][] = [
    ["from A to B within 5 working days", time(activity("A"), activity("B"), 5, "day", true)],
    ["A to B within 5 days", time(activity("A"), activity("B"), 5, "day")],
    ["A within 2 hours of start", time("start", activity("A"), 2, "hour")],
    ["A within 2 hours of the start of the case", time("start", activity("A"), 2, "hour")],
    ["A within 90 minutes", time("start", activity("A"), 90, "minute")],
    ["B within 1.5 h of A", time(activity("A"), activity("B"), 1.5, "hour")],
    ["B after A within 1 week", time(activity("A"), activity("B"), 1, "week")],
    ["B within 30 seconds after A", time(activity("A"), activity("B"), 30, "second")],
    ["case within 10 days", time("start", "end", 10, "day")],
    ["from A to end within 10 business days", time(activity("A"), "end", 10, "day", true)],
    ["start to B within 3 d", time("start", activity("B"), 3, "day")],
    ["from Send to client to C within 4 hours", time(activity("Send to client"), activity("C"), 4, "hour")],
    [
      'from "Send to client" to Check (1) within 4 hours',
      time(activity("Send to client"), activity("Check (1)"), 4, "hour"),
    ],
    ["from A to B | C within 2 days", time(activity("A"), activity("B", "C"), 2, "day")],
    ["from A to B or C within 2 days", time(activity("A"), activity("B", "C"), 2, "day")],
    ["from A to Approve or reject within 2 days", time(activity("A"), activity("Approve or reject"), 2, "day")],
    ["from A to done within a day within 2 days", time(activity("A"), activity("done within a day"), 2, "day")],
    ["B at most 3 times", { kind: "count", activities: ["B"], most: 3 }],
    ["B after A at most 3 times", { kind: "count", activities: ["B"], after: activity("A"), most: 3 }],
    ["B at most once", { kind: "count", activities: ["B"], most: 1 }],
  ];
  test.each(rows)("%s", (text, rule) => {
    const read = parseServiceRule(text, NAMES);
    expect(read).toEqual(rule);
    expect(parseServiceRule(ruleText(read), NAMES)).toEqual(read);
  });

  const wrong: [string, RegExp][] = [
    ["from A to Bb within 5 days", /position 11: expected an activity of the log, start or end but found "Bb".* "B"/],
    ["from Send to clent to C within 5 days", /Did you mean "Send to client"/],
    ["X within 2 hours of start", /position 1: .* found "X"/],
    ["A to B within five days", /Expected a rule such as/],
    ["A to B within 5 parsecs", /Expected a rule such as/],
    ["A to B", /Expected a rule such as/],
    ["", /Expected a rule such as/],
    ["from A to B within 0 days", /Expected a rule such as/],
  ];
  test.each(wrong)("refused: %s", (text, message) => {
    expect(() => parseServiceRule(text, NAMES)).toThrow(InputError);
    expect(() => parseServiceRule(text, NAMES)).toThrow(message);
  });

  test("what can be read in two ways is refused", () => {
    const names = ["A", "B", "A to B", "B to C", "C"];
    expect(() => parseServiceRule("A to B to C within 5 days", names)).toThrow(/can be read in 2 ways/);
    expect(parseServiceRule('A to "B to C" within 5 days', names)).toMatchObject({ to: activity("B to C") });
  });
});

const HOUR = 3600_000, BEGIN = Date.UTC(2026, 0, 5);

/** Rows of cases: events with the hour at which they happened. */
function logOf(
  cases: Record<string, [activity: string, hour: number][]>,
  more: Record<string, Record<string, string>> = {},
) {
  return logFromRows(
    Object.entries(cases).flatMap(([id, events]) =>
      events.map(([activity, hour]) => ({ case: id, activity, time: new Date(BEGIN + hour * HOUR), ...more[id] }))
    ),
  );
}

describe("kept, broken and open", () => {
  const log = logOf({
    kept: [["A", 0], ["B", 5]],
    atLimit: [["A", 0], ["B", 10]],
    late: [["A", 0], ["B", 11]],
    overdue: [["A", 0]],
    open: [["A", 95]],
    never: [["A", 0], ["X", 1]],
    young: [["A", 95], ["X", 96]],
    youngKept: [["A", 95], ["B", 96]],
    outside: [["X", 0], ["B", 100]],
  }, { kept: { team: "east" }, atLimit: { team: "east" }, late: { team: "west" } });
  const running = ["overdue", "open"];
  const states = Uint8Array.from(log.caseIds, (id) => running.includes(id) ? 1 : 0);
  const level = serviceLevel(log, "from A to B within 10 hours", { states, by: "team", every: "day" });

  test("each case at its place, and the share of those whose time is up", () => {
    expect(level).toMatchObject({ kept: 3, broken: 4, open: 1, never: 2, outside: 1, due: 5, share: 2 / 5 });
    expect(level.medianSeconds).toBe(7.5 * 3600);
    expect(level.words).toBe("from A to B within 10 hours");
    expect(level.sentence).toMatch(/^40 % \(12 to 77 %\) of 5 cases whose time is up kept the rule/);
    expect(level.sentence).toContain("3 kept it, 4 broke it (2 of them ended without it) and 1 is still open");
  });

  test("by group, and by the day on which the clock began", () => {
    expect(level.groups.rows().map(({ group, kept, broken, open }) => [group, kept, broken, open])).toEqual([
      ["(no value)", 1, 3, 1],
      ["east", 2, 0, 0],
      ["west", 0, 1, 0],
    ]);
    expect(
      level.periods.rows().map(({ begin, kept, broken, open, due }) => [begin.getUTCDate(), kept, broken, open, due]),
    )
      .toEqual([[5, 2, 3, 0, 5], [6, 0, 0, 0, 0], [7, 0, 0, 0, 0], [8, 1, 1, 1, 0]]);
  });

  test("the whole case: a running one is never counted as kept", () => {
    expect(serviceLevel(log, "case within 10 hours", { states })).toMatchObject({
      kept: 5,
      broken: 3,
      open: 1,
      outside: 0,
    });
  });

  test("counts", () => {
    const counted = tinyLog("A B B", "A B", "B B A", "A B B B", "X");
    const found = serviceLevel(counted, "B after A at most 1 time", { states: Uint8Array.of(0, 1, 0, 1, 0) });
    expect(found).toMatchObject({ kept: 1, broken: 2, open: 1, outside: 1 });
  });

  test("working time needs a calendar that says what it is", () => {
    // Nights do not count: eight hours a day from 0 to 8 in UTC.
    const open = (t: number) => Math.floor(t / 24) * 8 + Math.min(8, t % 24);
    const calendar = {
      workingSeconds: (from: number, to: number) => (open((to - BEGIN) / HOUR) - open((from - BEGIN) / HOUR)) * 3600,
    };
    const rule = "from A to B within 9 working hours";
    expect(serviceLevel(log, rule, { states, calendar })).toMatchObject({ kept: 4, broken: 3, open: 1 });
    expect(() => serviceLevel(log, rule, { states })).toThrow(/counts working time: expected a calendar/);
    const days = "from A to B within 1 working day";
    expect(() => serviceLevel(log, days, { states, calendar })).toThrow(/does not say how long one is/);
    const week = { ...calendar, weekSeconds: 7 * 8 * 3600, hours: Array.from({ length: 7 }, (_, day) => ({ day })) };
    const expected = { kept: 4, broken: 3 };
    expect(serviceLevel(log, days, { states, calendar: week })).toMatchObject(expected);
    expect(serviceLevel(log, days, { states, calendar, workingDaySeconds: 8 * 3600 })).toMatchObject(expected);
  });

  test("what cannot be judged says why", () => {
    expect(() => serviceLevel(filterCases(log, () => false), "case within 1 day")).toThrow(
      /expected cases but found none/,
    );
    expect(() => serviceLevel(log, "case within 1 day", { by: "reigon" })).toThrow(InputError);
    expect(() => serviceLevel(log, "case within 1 day", { every: "year" as never })).toThrow(OptionError);
    expect(() => serviceLevel(log, { kind: "time" } as unknown as ServiceRule)).toThrow();
    expect(() => serviceLevel(log, 5 as never)).toThrow(InputError);
    const open = serviceLevel(logOf({ a: [["A", 0]] }), "from A to X2 within 1 day".replace("X2", "A"), {
      states: Uint8Array.of(1),
    });
    expect(open).toMatchObject({ kept: 0, broken: 0, open: 1, due: 0 });
    expect(open.sentence).toMatch(/^Nothing can be said yet/);
  });
});

test("verdicts of random logs are those of brute force", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const log = randomLog({ seed, activities: 4, ties: seed % 3 === 0 });
    const { below } = random(seed);
    const states = Uint8Array.from(log.caseIds, () => below(3));
    const until = Math.max(...log.time);
    const limit = 20 * 86_400;
    const expected = { kept: 0, broken: 0, open: 0, outside: 0 };
    traces(log).forEach(({ events }, c) => {
      const from = events.findIndex(({ activity }) => activity === "activity 0");
      if (from < 0) return expected.outside++;
      const to = events.find(({ activity }, k) => k > from && activity === "activity 1");
      const since = events[from]!.time;
      if (to) return expected[(to.time - since) / 1000 <= limit ? "kept" : "broken"]++;
      if (states[c] === 0) return expected.broken++;
      return expected[(until - since) / 1000 > limit ? "broken" : "open"]++;
    });
    const found = serviceLevel(log, "from activity 0 to activity 1 within 20 days", { states });
    expect(found).toMatchObject(expected);
    const sum = found.periods.rows().reduce((n, row) => n + row.kept + row.broken + row.open, 0);
    expect(sum).toBe(log.cases - expected.outside);
  }
});

test("a group that breaks the rule more often is named, and among equal ones seldom is one", () => {
  const level = (seed: number, worse: boolean) => {
    const { next, below } = random(seed);
    const rows = Array.from({ length: 240 }, (_, c) => {
      const team = `team ${below(4)}`;
      const hours = next() < (worse && team === "team 2" ? 0.5 : 0.15) ? 20 : 5;
      const begin = BEGIN + c * HOUR;
      return ["A", "B"].map((activity, k) => ({
        case: `${c}`,
        activity,
        time: new Date(begin + k * hours * HOUR),
        team,
      }));
    }).flat();
    const log = logFromRows(rows);
    return serviceLevel(log, "from A to B within 10 hours", { by: "team", states: new Uint8Array(log.cases) }).sentence;
  };
  for (let seed = 1; seed <= 5; seed++) expect(level(seed, true)).toContain("Lowest in team team 2");
  const alarms = Array.from({ length: 60 }, (_, seed) => level(seed + 100, false)).filter((s) =>
    s.includes("Lowest in")
  );
  expect(alarms.length).toBeLessThanOrEqual(7);
});
