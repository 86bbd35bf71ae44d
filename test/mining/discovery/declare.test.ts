import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { filterActivities } from "../../../src/log/events/filter/activities.ts";
import { filterCaseSize } from "../../../src/log/events/filter/case_size.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { discoverDeclare } from "../../../src/mining/discovery/declare.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import {
  BINARY_TEMPLATES,
  DECLARE_TEMPLATES,
  type DeclareConstraint,
  declareFromJson,
  type DeclareTemplate,
} from "../../../src/models/declare.ts";
import { keepsRule } from "../../support/declare_rules.ts";
import { randomLog, randomRows, tinyLog, traces } from "../../support/logs.ts";
import { reference, REFERENCE_FILES } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { random } from "../../support/random.ts";

const ALL = { minSupport: 0, minConfidence: 0 };
const keyOf = ({ template, first, second }: DeclareConstraint) => JSON.stringify([template, first, second]);
const numbers = ({ activatedCases, fulfilledCases }: DeclareConstraint) => [activatedCases, fulfilledCases];

test("every template counts the cases that the published definition counts", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const log = randomLog({ seed, cases: 15, activities: 1 + seed % 5 });
    const words = traces(log).map(({ events }) => events.map(({ activity }) => activity));
    const names = [...new Set(words.flat())];
    const expected = new Map<string, number[]>();
    for (const template of DECLARE_TEMPLATES) {
      for (const first of names) {
        const others = template in BINARY_TEMPLATES ? names.filter((name) => name !== first) : [undefined];
        for (const second of others) {
          const told = words.map((word) => keepsRule(template, word, first, second));
          const activated = told.filter((kept) => kept !== undefined).length;
          if (activated > 0) {
            expected.set(JSON.stringify([template, first, second]), [activated, told.filter(Boolean).length]);
          }
        }
      }
    }
    const found = new Map(discoverDeclare(log, ALL).constraints.map((one) => [keyOf(one), numbers(one)]));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  }
});

/** Names that the other tool gives to templates that mean the same. */
const THEIRS: Partial<Record<DeclareTemplate, string>> = {
  alternate_response: "altresponse",
  chain_response: "chainresponse",
  alternate_precedence: "altprecedence",
  chain_precedence: "chainprecedence",
  alternate_succession: "altsuccession",
  chain_succession: "chainsuccession",
  not_coexistence: "noncoexistence",
};
/** Theirs is fulfilled by every case that breaks `succession`, published is: never one after the other. */
const NEGATED = { nonsuccession: "succession", nonchainsuccession: "chain_succession" } as const;
type Reference = Record<string, { act: string | [string, string]; support: number; confidence: number }[]>;

describe.skipIf(lacksSharedLogs).each(Object.entries(REFERENCE_FILES))("%s", (name, [file]) => {
  test("support and confidence equal the reference", async () => {
    const log = await readLog(sharedLog(`process/${file}`));
    const told = await reference<Reference>(name, "declare");
    const ours = discoverDeclare(log);
    for (const template of DECLARE_TEMPLATES) {
      if (["last", "not_succession", "not_chain_succession"].includes(template)) continue;
      expect(byNames(ours.of(template)), template).toEqual(byReference(told[THEIRS[template] ?? template] ?? []));
    }
    for (const [theirs, template] of Object.entries(NEGATED)) {
      const opposites = discoverDeclare(log, ALL).of(template as DeclareTemplate)
        .map((one) => ({ ...one, fulfilledCases: one.activatedCases - one.fulfilledCases }))
        .filter(({ activatedCases, fulfilledCases }) =>
          activatedCases >= 0.8 * log.cases && fulfilledCases >= 0.8 * activatedCases
        );
      expect(byNames(opposites), theirs).toEqual(byReference(told[theirs]!));
    }
  });
});

function byNames(constraints: readonly DeclareConstraint[]): Record<string, number[]> {
  return Object.fromEntries(constraints.map((one) => [[one.first, one.second ?? []].flat().join(" → "), numbers(one)]));
}

function byReference(rules: Reference[string]): Record<string, number[]> {
  return Object.fromEntries(
    rules.map(({ act, support, confidence }) => [[act].flat().join(" → "), [support, confidence]]),
  );
}

test("thresholds keep what reaches them, templates and activities what is named", () => {
  const log = randomLog({ seed: 4, cases: 50, activities: 5 });
  const all = discoverDeclare(log, ALL).constraints;
  for (const [minSupport, minConfidence] of [[0.5, 0.5], [0.8, 0.3], [0, 1]] as const) {
    expect(discoverDeclare(log, { minSupport, minConfidence }).constraints).toEqual(
      all.filter(({ support, confidence }) => support >= minSupport && confidence >= minConfidence),
    );
  }
  const activities = ["activity 1", "activity 3"];
  expect(discoverDeclare(log, { ...ALL, templates: ["chain_response", "init"], activities }).constraints).toEqual(
    all.filter(({ template, first, second }) =>
      ["chain_response", "init"].includes(template) && activities.includes(first) &&
      (second === undefined || activities.includes(second))
    ),
  );
});

test("neither the order of rows nor counting by variants changes anything; a model survives JSON", () => {
  const rows = randomRows({ seed: 11 });
  const model = discoverDeclare(logFromRows(rows), ALL);
  const shuffled = logFromRows(random(3).shuffled(rows));
  expect(discoverDeclare(shuffled, ALL)).toEqual(model);
  expect(discoverDeclare(traceVariants(shuffled), ALL)).toEqual(model);
  expect(declareFromJson(JSON.stringify(model))).toEqual(model);
  expect(declareFromJson(JSON.parse(JSON.stringify(model)))).toEqual(model);
});

test("activities that a filter removed have no rules", () => {
  const log = filterActivities(tinyLog("a b c", "a c"), ["b"], { drop: true });
  expect(discoverDeclare(log, ALL).activities).toEqual(["a", "c"]);
});

test("rules say what they are", () => {
  const model = discoverDeclare(tinyLog("a b", "a b", "a"), { templates: ["response"], minConfidence: 0.5 });
  expect(String(model)).toBe(
    'Declare model: 1 constraints from 3 cases\n  response("a", "b"): support 1.000, confidence 0.667',
  );
});

test("what is not there or not meant is an error that says so", () => {
  const log = tinyLog("register decide", "register");
  const failing = (run: () => unknown) => {
    expect(run).toThrow(InputError);
    return expect(run);
  };
  failing(() => discoverDeclare(log, { minSupport: 80 })).toThrow("minSupport to be a share from 0 to 1 but found 80");
  failing(() => discoverDeclare(log, { activities: ["regster"] })).toThrow('Did you mean "register"');
  failing(() => discoverDeclare(log, { templates: ["respons" as DeclareTemplate] })).toThrow("mean response");
  failing(() => discoverDeclare({ activities: [], sequences: [], counts: new Float64Array() })).toThrow("one case");
  failing(() => discoverDeclare(filterCaseSize(log, { min: 9 }))).toThrow("filters leave nothing");
  failing(() => declareFromJson("{")).toThrow("JSON");
  failing(() => declareFromJson({ constraints: [{ template: "response", first: "a" }] })).toThrow("two activities");
  failing(() => declareFromJson({ constraints: [{ template: "init", first: "a", second: "b" }] })).toThrow(
    "one activity",
  );
  const twice = { template: "init", first: "a" };
  failing(() => declareFromJson({ constraints: [twice, twice] })).toThrow("twice");
});
