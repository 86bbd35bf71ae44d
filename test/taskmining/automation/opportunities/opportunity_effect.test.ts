import { expect, test } from "vitest";
import { InputError, OptionError } from "../../../../src/base/errors.ts";
import { automationOpportunities } from "../../../../src/taskmining/automation/opportunities/opportunities.ts";
import { opportunityEffect } from "../../../../src/taskmining/automation/opportunities/opportunity_effect.ts";
import { officeWork } from "../../../support/planted_opportunities.ts";

const [best] = automationOpportunities(officeWork({ days: 2 }), { draws: 1 }).opportunities;

test("the work saved in a case is that of its instances, by hand", () => {
  const found = opportunityEffect(best!, { touched: 30, cases: 120, instancesPerCase: 2 }, { criticalShare: 0.5 });
  const { activeSeconds, automatableShare, adherence, exceptionShare } = best!;
  const saved = activeSeconds.base * automatableShare.base * adherence.base * (1 - exceptionShare.base);
  expect(found.savedSecondsPerTouchedCase.base).toBeCloseTo(2 * saved, 9);
  expect(found.savedSecondsPerCase.base).toBeCloseTo(saved / 2, 9);
  expect(found.shorterSecondsPerTouchedCase.base).toBeCloseTo(saved, 9);
  expect(found.shareOfCases.base).toBe(0.25);
  expect(found.sentence).toMatch(/^25 % of the cases have such work\. In each of them \d+ \w+ of work/);
});

test("links count cases: each once, those of other tasks and unlikely ones not", () => {
  const own = Array.from(best!.instances, (k) => k + 1);
  const links = [
    { instance: own[0]!, case: "a" },
    { instance: own[1]!, case: "a", probability: 0.9 },
    { instance: own[2]!, case: "b", probability: 0.4 },
    { instance: own[3]!, case: null },
    { instance: own[4]!, case: "c", probability: null },
    { instance: own.at(-1)! + 1, case: "d" },
  ];
  const found = opportunityEffect(best!, links, { cases: 8 });
  expect(found.shareOfCases.base).toBe(2 / 8);
  expect(found.instancesPerCase).toBe(3 / 2);
  // Whether it is on the critical path is not known.
  expect(found.shorterSecondsPerTouchedCase.low).toBe(0);
  expect(opportunityEffect(best!, [], { cases: 8 }).sentence).toMatch(/^No case has such work/);
});

test("what is missing or out of range is refused", () => {
  expect(() => opportunityEffect(best!, [])).toThrow(InputError);
  expect(() => opportunityEffect(best!, { touched: 9, cases: 8 })).toThrow(OptionError);
  expect(() => opportunityEffect(best!, { touched: 1, cases: 8 }, { criticalShare: 2 })).toThrow(OptionError);
});
