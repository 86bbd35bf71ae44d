import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { discoverLogSkeleton } from "../../../src/mining/discovery/log_skeleton.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { type LogSkeleton, logSkeletonFromJson, SKELETON_RELATIONS } from "../../../src/models/log_skeleton.ts";
import { randomLog, randomRows, tinyLog, traces } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { reference, REFERENCE_FILES } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

test("every relation holds exactly where its definition does", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const noise = [0, 0.1, 0.3][seed % 3]!;
    const log = randomLog({ seed, cases: 1 + seed % 20, activities: 2 + seed % 4 });
    const skeleton = discoverLogSkeleton(log, { noise });
    const words = traces(log).map(({ events }) => events.map(({ activity }) => activity));
    const names = [...new Set(words.flat())].sort();
    const pairs = names.flatMap((a) => names.filter((b) => b !== a).map((b) => [a, b] as const));
    const timesOf = (word: readonly string[], a: string) => word.filter((name) => name === a).length;
    const mostly = (told: readonly boolean[]) => told.filter(Boolean).length >= told.length * (1 - noise);
    /** Of all events of `a`, with what comes before and after each. */
    const events = (a: string) =>
      words.flatMap((word) =>
        word.flatMap((name, i) => name === a ? [{ before: word.slice(0, i), after: word.slice(i + 1) }] : [])
      );
    const expected: Record<string, (a: string, b: string) => boolean> = {
      equivalence: (a, b) =>
        mostly(
          words.filter((word) => word.includes(a) || word.includes(b))
            .map((word) => timesOf(word, a) === timesOf(word, b)),
        ),
      alwaysAfter: (a, b) => mostly(events(a).map(({ after }) => after.includes(b))),
      alwaysBefore: (a, b) => mostly(events(a).map(({ before }) => before.includes(b))),
      directlyFollows: (a, b) => mostly(events(a).map(({ after }) => after[0] === b)),
      neverTogether: (a, b) => {
        const [rarer] = [a, b].map((one) => words.filter((word) => word.includes(one)))
          .sort((some, others) => some.length - others.length);
        return mostly(rarer!.map((word) => !(word.includes(a) && word.includes(b))));
      },
    };
    for (const relation of SKELETON_RELATIONS) {
      expect(skeleton[relation], `${relation}, log ${seed}`).toEqual(
        pairs.filter(([a, b]) => expected[relation]!(a, b)),
      );
    }
    for (const name of names) {
      const all = words.map((word) => timesOf(word, name));
      const kept = skeleton.frequencies[name]!;
      expect(mostly(all.map((times) => kept.includes(times)))).toBe(true);
      if (noise === 0) expect(kept).toEqual([...new Set(all)].sort((a, b) => a - b));
    }
  }
});

type Reference =
  & Record<"equivalence" | "always_after" | "always_before" | "never_together" | "directly_follows", [string, string][]>
  & { activ_freq: Record<string, number[]> };

describe.skipIf(lacksSharedLogs).each(Object.entries(REFERENCE_FILES))("%s", (name, [file]) => {
  test("equals the reference, counted as it counts; of the paper's relations those it shares agree", async () => {
    const log = await readLog(sharedLog(`process/${file}`));
    const told = await reference<Reference>(name, "log_skeleton");
    for (const times of Object.values(told.activ_freq)) times.sort((a, b) => a - b);
    const alike = discoverLogSkeleton(log, { definitions: "pm4py" });
    expect(asReference(alike)).toEqual(told);
    const ours = asReference(discoverLogSkeleton(log));
    for (const same of ["never_together", "directly_follows", "activ_freq"] as const) {
      expect(ours[same]).toEqual(told[same]);
    }
    // Theirs misses activities that repeat within a case, and asks of equivalence only cases that have the first one.
    expect(ours.always_after).toEqual(expect.arrayContaining(told.always_after));
    expect(ours.always_before).toEqual(expect.arrayContaining(told.always_before));
    expect(told.equivalence).toEqual(expect.arrayContaining(ours.equivalence));
  });
});

function asReference(skeleton: LogSkeleton): Reference {
  return {
    equivalence: skeleton.equivalence as [string, string][],
    always_after: skeleton.alwaysAfter as [string, string][],
    always_before: skeleton.alwaysBefore as [string, string][],
    never_together: skeleton.neverTogether as [string, string][],
    directly_follows: skeleton.directlyFollows as [string, string][],
    activ_freq: { ...skeleton.frequencies } as Record<string, number[]>,
  };
}

test("neither the order of rows nor counting by variants changes anything; a skeleton survives JSON", () => {
  const rows = randomRows({ seed: 12 });
  const skeleton = discoverLogSkeleton(logFromRows(rows), { noise: 0.4 });
  const shuffled = logFromRows(random(3).shuffled(rows));
  expect(discoverLogSkeleton(shuffled, { noise: 0.4 })).toEqual(skeleton);
  expect(discoverLogSkeleton(traceVariants(shuffled), { noise: 0.4 })).toEqual(skeleton);
  expect(logSkeletonFromJson(JSON.stringify(skeleton))).toEqual(skeleton);
});

test("names that objects know already are names like others", () => {
  const log = tinyLog("__proto__ constructor", "constructor toString");
  const skeleton = discoverLogSkeleton(log);
  expect(skeleton.activities).toEqual(["__proto__", "constructor", "toString"]);
  expect(skeleton.frequencies["__proto__"]).toEqual([0, 1]);
  expect(logSkeletonFromJson(JSON.stringify(skeleton)).frequencies["__proto__"]).toEqual([0, 1]);
});

test("a skeleton says what it is", () => {
  expect(String(discoverLogSkeleton(tinyLog("a b", "a b b")))).toBe(
    [
      "Log skeleton of 2 activities",
      "  equivalence: 0",
      "  alwaysAfter: 1 (a → b)",
      "  alwaysBefore: 1 (b ← a)",
      "  neverTogether: 0",
      "  directlyFollows: 1 (a ▷ b)",
      "Occurrences in a case",
      "  a: 1",
      "  b: 1, 2",
    ].join("\n"),
  );
});

test("what is not there or not meant is an error that says so", () => {
  const failing = (run: () => unknown) => {
    expect(run).toThrow(InputError);
    return expect(run);
  };
  failing(() => discoverLogSkeleton(tinyLog("a"), { noise: 20 })).toThrow("noise to be a share from 0 to 1");
  failing(() => discoverLogSkeleton(tinyLog("a"), { noise: 1 })).toThrow("below 1");
  failing(() => discoverLogSkeleton(tinyLog("a"), { definitions: "prom" as "paper" })).toThrow('but found "prom"');
  failing(() => discoverLogSkeleton({ activities: [], sequences: [], counts: new Float64Array() })).toThrow("one case");
  failing(() => logSkeletonFromJson("[]")).toThrow("JSON object");
  failing(() => logSkeletonFromJson({})).toThrow("frequencies");
  failing(() => logSkeletonFromJson({ frequencies: { a: [1] }, alwaysAfter: [["a"]] })).toThrow("pairs of activities");
  failing(() => logSkeletonFromJson({ frequencies: { a: [1] }, alwaysAfter: [["a", "b"]] })).toThrow('"b"');
});
