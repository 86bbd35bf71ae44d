import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { checkDeclare } from "../../../src/mining/rules/declare.ts";
import { discoverDeclare } from "../../../src/mining/discovery/declare.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import {
  BINARY_TEMPLATES,
  constraintText,
  DECLARE_TEMPLATES,
  declareFromJson,
  type DeclareTemplate,
} from "../../../src/models/declare.ts";
import { keepsRule } from "../../support/declare_rules.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";

interface Row {
  case: string;
  constraint: string;
  template: DeclareTemplate;
  first: string;
  second: string | null;
  activations: number;
  fulfilments: number;
  violations: number;
  positions: number[];
}

test("a case breaks a rule exactly where the published definition says so, whatever log the rule comes from", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const model = discoverDeclare(randomLog({ seed, cases: 12, activities: 4 }), { minSupport: 0, minConfidence: 0 });
    const log = randomLog({ seed: seed + 100, cases: 12, activities: 5 });
    const check = checkDeclare(log, model);
    const found = new Map(
      (check.activations.objects() as Row[]).map((row) => [`${row.case} ${row.constraint}`, row.violations === 0]),
    );
    const expected = new Map<string, boolean>();
    for (const { id, events } of traces(log)) {
      const word = events.map(({ activity }) => activity);
      for (const rule of model.constraints) {
        const kept = keepsRule(rule.template, word, rule.first, rule.second);
        if (kept !== undefined) expected.set(`${id} ${constraintText(rule)}`, kept);
      }
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    const broken = [...expected.values()].filter((kept) => !kept).length;
    expect(check.logFitness).toBeCloseTo(1 - broken / (log.cases * model.constraints.length), 12);
  }
});

test("on the log a model was discovered from, checks count what discovery counted", () => {
  const log = randomLog({ seed: 8, cases: 60, activities: 5 });
  const model = discoverDeclare(log, { minSupport: 0, minConfidence: 0 });
  const { perConstraint } = checkDeclare(log, model);
  expect(perConstraint.array("activatedCases")).toEqual(model.constraints.map(({ activatedCases }) => activatedCases));
  expect(perConstraint.array("brokenCases")).toEqual(
    model.constraints.map(({ activatedCases, fulfilledCases }) => activatedCases - fulfilledCases),
  );
  const small = randomLog({ seed: 8, cases: 5 });
  expect(checkDeclare(small, discoverDeclare(small, { minSupport: 0, minConfidence: 1 }))).toMatchObject({
    logFitness: 1,
    fittingShare: 1,
    fulfilmentShare: 1,
  });
});

test("events that activate a rule are told apart: those that keep it and those that break it, with their positions", () => {
  const told: [DeclareTemplate, string, number, number[]][] = [
    // positions:    1 2 3 4 5 6
    ["response", "a b a c a a", 4, [3, 5, 6]],
    ["alternate_response", "a a b a b", 3, [1]],
    ["chain_response", "a b a c b a", 3, [3, 6]],
    ["precedence", "b a b b", 3, [1]],
    ["alternate_precedence", "a b b a c b", 3, [3]],
    ["chain_precedence", "a b a c b", 2, [5]],
    ["responded_existence", "a c a", 2, [1, 3]],
    ["coexistence", "b c b", 2, [1, 3]],
    ["succession", "b a b a", 4, [1, 4]],
    ["alternate_succession", "a a b b", 4, [1, 4]],
    ["chain_succession", "a c b a b", 4, [1, 3]],
    ["not_coexistence", "a c b b", 3, [1, 3, 4]],
    ["not_succession", "b a c b a", 4, [2, 4]],
    ["not_chain_succession", "a c a b b", 4, [3, 4]],
    ["existence", "c c", 1, []],
    ["absence", "c a a", 1, [2, 3]],
    ["exactly_one", "a c a a", 1, [3, 4]],
    ["init", "b a", 1, [1]],
    ["last", "a b", 1, [2]],
  ];
  expect(told.map(([template]) => template).sort()).toEqual([...DECLARE_TEMPLATES].sort());
  for (const [template, word, activations, positions] of told) {
    const rule = { template, first: "a", ...(template in BINARY_TEMPLATES ? { second: "b" } : {}) };
    const { violations } = checkDeclare(tinyLog(word, "a b"), declareFromJson({ constraints: [rule] }));
    const [row] = violations.objects() as Row[];
    const broken = template in BINARY_TEMPLATES ? positions.length : 1;
    expect(row, `${template} on ${word}`).toMatchObject({
      case: "0001",
      activations,
      violations: broken,
      fulfilments: activations - broken,
      positions,
    });
  }
});

test("tables join by case; of variants each row says how many cases it stands for", () => {
  const log = tinyLog("2× a b", "a c", "b a");
  const model = declareFromJson({ constraints: [{ template: "response", first: "a", second: "b" }] });
  const check = checkDeclare(log, model);
  expect(check.perCase.objects()).toMatchObject([
    { case: "0001", activated: 1, broken: 0, activations: 1, fulfilments: 1, violations: 0, fitness: 1 },
    { case: "0002", broken: 0 },
    { case: "0003", broken: 1, fitness: 0 },
    { case: "0004", broken: 1, fitness: 0 },
  ]);
  expect(check).toMatchObject({ cases: 4, logFitness: 0.5, fittingShare: 0.5, fulfilmentShare: 0.5 });
  const variants = checkDeclare(traceVariants(log), model);
  expect(variants.violations.objects()).toMatchObject([
    { variant: 2, cases: 1, constraint: 'response("a", "b")', positions: [1] },
    { variant: 3, cases: 1, positions: [2] },
  ]);
  expect(variants).toMatchObject({ cases: 4, logFitness: 0.5, fittingShare: 0.5, fulfilmentShare: 0.5 });
  expect(String(check)).toContain('response("a", "b"): broken in 2 of 4 cases');
});

test("a model of another process is an error, a name that the log lacks a note", () => {
  const model = declareFromJson({ constraints: [{ template: "response", first: "register", second: "decide" }] });
  expect(() => checkDeclare(tinyLog("Register Decide"), model)).toThrow(InputError);
  expect(() => checkDeclare(tinyLog("Register Decide"), model)).toThrow(
    /no activity in common[^]*Is "decide" the log's/,
  );
  const check = checkDeclare(tinyLog("register decided"), model);
  expect(check.notes).toEqual([
    'The Declare model speaks of "decide", which does not occur in the log; the log has "decided".',
  ]);
  expect(check.logFitness).toBe(0);
  expect(() => checkDeclare(tinyLog("a"), declareFromJson({ constraints: [] }))).toThrow("empty");
});
