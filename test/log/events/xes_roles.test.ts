import { expect, test } from "vitest";
import { columnNamed } from "../../../src/base/column.ts";
import { InputError } from "../../../src/base/errors.ts";
import { filterActivities } from "../../../src/log/events/filter/activities.ts";
import { filterThroughput } from "../../../src/log/events/filter/throughput.ts";
import { filterTimeFrame } from "../../../src/log/events/filter/time_frame.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { writeLog } from "../../../src/log/events/write_log.ts";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import { discoverInductive } from "../../../src/mining/discovery/inductive/inductive.ts";
import { discoverTemporalProfile } from "../../../src/mining/discovery/temporal_profile.ts";
import { describeLog } from "../../../src/mining/statistics.ts";
import { throughputTimes } from "../../../src/mining/performance/throughput.ts";
import { variants } from "../../../src/mining/variants.ts";
import { viewProcessMap } from "../../../src/viz/map/process_map.ts";
import { viewSummary } from "../../../src/viz/charts/summary.ts";
import { viewVariants } from "../../../src/viz/charts/variants.ts";
import { tb } from "../../support/tb.ts";

type Attributes = Readonly<Record<string, string>>;

/** XES of cases; an event is its activity, or its attributes; keys that begin with `time:` are dates. */
async function xes(cases: Readonly<Record<string, readonly (string | Attributes)[]>>, head = ""): Promise<string> {
  const attribute = ([key, value]: [string, string]) =>
    `<${key.startsWith("time:") ? "date" : "string"} key="${key}" value="${value}"/>`;
  const event = (one: string | Attributes) => {
    const given = typeof one === "string" ? { "concept:name": one } : one;
    return `<event>${Object.entries(given).map(attribute).join("")}</event>`;
  };
  const traces = Object.entries(cases).map(([id, events]) =>
    `<trace>${attribute(["concept:name", id])}${events.map(event).join("\n")}</trace>`
  );
  const path = `${await Deno.makeTempDir()}/log.xes`;
  await Deno.writeTextFile(path, `<?xml version="1.0"?>\n<log>${head}${traces.join("\n")}</log>`);
  return path;
}

const untimed = { z: ["b", "a", "a", "c"], y: ["b", "c"], x: ["b", "a", "a", "c"] };

test("XES without times is mined in the order of the file, and says so", async () => {
  const path = await xes(untimed);
  const log = await readLog(path);
  expect(log.caseIds).toEqual(["z", "y", "x"]);
  expect(Array.from(log.activity, (code) => log.activities[code])).toEqual(Object.values(untimed).flat());
  expect(Array.from(log.time).every(Number.isNaN)).toBe(true);
  expect(log.source.findings).toEqual([{ rule: "no times", count: 10, example: expect.stringContaining("log.xes") }]);
  expect(variants(log).objects()).toMatchObject([
    { activities: ["b", "a", "a", "c"], cases: 2, medianSeconds: NaN },
    { activities: ["b", "c"], cases: 1, medianSeconds: NaN },
  ]);
  const { activities, edges } = directlyFollows(log);
  expect(edges.map(({ from, to, count }) => `${activities[from]}${activities[to]} ${count}`))
    .toEqual(["aa 2", "ac 2", "ba 2", "bc 1"]);
  for (const edge of edges) {
    const { meanSeconds, medianSeconds, minSeconds, maxSeconds, totalSeconds } = edge;
    expect([meanSeconds, medianSeconds, minSeconds, maxSeconds, totalSeconds]).toEqual([NaN, NaN, NaN, NaN, NaN]);
  }
  expect(String(discoverInductive(log))).toBe("->( 'b', X( tau, *( 'a', tau ) ), 'c' )");
  expect(describeLog(log)).toMatchObject({ cases: 3, events: 10, variants: 2, firstEvent: null, lastEvent: null });
  const parts = filterActivities(log, ["a", "c"]);
  expect([parts.caseIds, parts.events]).toEqual([["z", "y", "x"], 7]);
  const { rows } = { rows: (await log.sql("SELECT timestamp FROM events WHERE timestamp IS NOT NULL")).numRows() };
  expect(rows).toBe(0);
  for (const view of [viewProcessMap(log), viewVariants(log), viewSummary(log)]) {
    expect(view.toSVG()).not.toMatch(/NaN|Infinity|undefined/);
    expect(view.toString()).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test("what needs times says so in a sentence", async () => {
  const path = await xes(untimed);
  const log = await readLog(path);
  for (
    const ask of [
      () => throughputTimes(log),
      () => filterThroughput(log, { minSeconds: 1 }),
      () => filterTimeFrame(log, { from: "2026-01-01" }),
      () => discoverTemporalProfile(log),
    ]
  ) {
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(/log\.xes: .* needs times, but no event of the log has one/);
  }
  const { code, err } = await tb("times", path);
  expect([code, err]).toEqual([2, expect.stringContaining("needs times")]);
  for (const args of [["info"], ["variants"], ["dfg"], ["discover", "inductive"], ["discover", "heuristics"]]) {
    const result = await tb(...args, path);
    expect(result.code, args.join(" ")).toBe(0);
    expect(result.out, args.join(" ")).not.toMatch(/NaN|Invalid|Infinity/);
  }
});

test("it reads back as written; starts without times are paired in the order of the file", async () => {
  const log = await readLog(await xes(untimed));
  const path = `${await Deno.makeTempDir()}/again.xes`;
  await writeLog(log, path);
  expect(variants(await readLog(path)).objects()).toEqual(variants(log).objects());
  const step = (name: string, transition: string) => ({ "concept:name": name, "lifecycle:transition": transition });
  const paired = await readLog(
    await xes({ 1: [step("a", "start"), step("b", "start"), step("b", "complete"), step("a", "complete")] }),
  );
  expect(Array.from(paired.activity, (code) => paired.activities[code])).toEqual(["b", "a"]);
});

test("times under another key are not passed over", async () => {
  const path = await xes({ 1: [{ "concept:name": "a", "time:end": "2026-01-05T08:00:00Z" }] });
  await expect(readLog(path)).rejects.toThrow(/"time:timestamp"/);
  expect((await readLog(path, { mapping: { timestamp: "time:end" } })).cases).toBe(1);
});

test("a key that is not there is an error with a near name", async () => {
  const path = await xes(untimed);
  await expect(readLog(path, { mapping: { activity: "concept:nam" } })).rejects.toThrow(
    /key "concept:nam" for the activity .* Did you mean "concept:name"/,
  );
});

const CLASSIFIERS = `<classifier name="Step by whom" keys="concept:name org:group"/>
<classifier name="Step" keys="concept:name"/><classifier name="Full" keys="concept:name lifecycle:transition"/>
<classifier name="Broken" keys="cost:total"/>`;
const at = (minute: number) => ({ "time:timestamp": `2026-01-05T08:0${minute}:00Z` });

test("a classifier of the file tells the activity: its values, joined by +", async () => {
  const path = await xes({
    1: [{ "concept:name": "check", "org:group": "North", ...at(0) }, { "concept:name": "pay", ...at(1) }],
    2: [{ "concept:name": "check", "org:group": "South", ...at(2) }, at(3)],
  }, CLASSIFIERS);
  for (const options of [{ classifier: "Step by whom" }, { mapping: { activity: "classifier:Step by whom" } }]) {
    const log = await readLog(path, options);
    expect(log.activities).toEqual(["check+North", "check+South", "pay+"]);
    expect(log.source.findings.map(({ rule }) => rule)).toContain("missing activity");
    expect(log.source.mapping.activity).toBe("classifier:Step by whom");
    // The keys stay what they are.
    expect(columnNamed(log.source.events, "concept:name")).toBeDefined();
  }
  expect((await readLog(path, { classifier: "Step" })).activities).toEqual(["check", "pay"]);
  const shown = await tb("variants", path, "--classifier", "Step by whom", "--json");
  expect(shown.json()).toMatchObject({ total: 2, variants: [{ activities: ["check+North", "pay+"] }, {}] });
});

test("a classifier that tells starts from completions makes two activities of them", async () => {
  const step = (transition: string, minute: number) => ({
    "concept:name": "pay",
    "lifecycle:transition": transition,
    ...at(minute),
  });
  const path = await xes({ 1: [step("start", 0), step("complete", 1)] }, CLASSIFIERS);
  const log = await readLog(path, { classifier: "Full" });
  expect([log.activities, log.events]).toEqual([["pay+complete", "pay+start"], 2]);
  expect(log.source.findings.map(({ rule }) => rule)).not.toContain("start without complete");
  expect((await readLog(path)).events).toBe(1);
});

test("a classifier that is not declared names those there are; other formats declare none", async () => {
  const path = await xes({ 1: [{ "concept:name": "a", ...at(0) }] }, CLASSIFIERS);
  await expect(readLog(path, { classifier: "step" })).rejects.toThrow(
    /found "step"\. It declares "Step by whom", "Step", "Full".* Did you mean "Step"/,
  );
  await expect(readLog(path, { classifier: "Broken" })).rejects.toThrow(
    /"cost:total", a key of the classifier "Broken"/,
  );
  await expect(readLog(await xes({ 1: ["a"] }), { classifier: "Step" })).rejects.toThrow(/the file declares none/);
  const csv = `${await Deno.makeTempDir()}/log.csv`;
  await Deno.writeTextFile(csv, "case,activity,time\n1,a,2026-01-01\n");
  await expect(readLog(csv, { classifier: "Step" })).rejects.toThrow(/expected XES/);
  await expect(readLog(path, { classifier: "Step", mapping: { activity: "concept:name" } })).rejects.toThrow(/both/);
});
