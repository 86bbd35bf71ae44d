/** The words of a step say what it keeps, and of the same step turned round the opposite: read by people on its chip. */
import { expect, test } from "vitest";
import type { SelectionStep, StepCondition } from "../../../src/mining/explore/selection_step.ts";
import { stepWords } from "../../../src/mining/explore/step_words.ts";

const may = Date.UTC(2026, 4, 1), june = Date.UTC(2026, 5, 1);

const EACH: readonly (readonly [StepCondition, kept: string, turned: string])[] = [
  [{ kind: "with", activities: ["pay"] }, "with pay", "without pay"],
  [{ kind: "with", activities: ["pay", "ship"] }, "with pay or ship", "without pay or ship"],
  [{ kind: "follows", from: "pay", to: "ship", directly: true }, "pay → ship", "never pay → ship"],
  [{ kind: "follows", from: "pay", to: "ship", directly: false }, "pay → … → ship", "never pay → … → ship"],
  [{ kind: "starts", activities: ["pay"] }, "begins with pay", "does not begin with pay"],
  [{ kind: "ends", activities: ["pay"] }, "ends with pay", "does not end with pay"],
  [{ kind: "variants", sequences: [["pay", "ship"]] }, "the variant pay → ship", "not the variant pay → ship"],
  [{ kind: "variants", sequences: [["a"], ["b"]] }, "one of 2 variants", "not one of 2 variants"],
  [{ kind: "throughput", minSeconds: 86_400 }, "takes 1 d or more", "takes less than 1 d"],
  [{ kind: "throughput", maxSeconds: 86_400 }, "takes up to 1 d", "takes more than 1 d"],
  [{ kind: "resources", names: ["Ann"] }, "with work by Ann", "not with work by Ann"],
  [{ kind: "attribute", of: "case", name: "region", values: ["North"] }, "region is North", "region is not North"],
  [{ kind: "attribute", of: "case", name: "region", values: [null] }, "region is missing", "region is not missing"],
  [
    { kind: "attribute", of: "event", name: "amount", bounds: { min: 2 } },
    "an event with amount from 2",
    "no event with amount from 2",
  ],
  [{ kind: "attribute", of: "case", name: "amount", bounds: { max: 3 } }, "amount is up to 3", "amount is not up to 3"],
];

test("each kind of step, and the same turned round", () => {
  for (const [condition, kept, turned] of EACH) {
    expect([stepWords({ condition }), stepWords({ condition, turned: true })]).toEqual([kept, turned]);
  }
});

test("a span of time names its bounds, an end that is not included as one", () => {
  const words = (condition: Omit<StepCondition & { kind: "time" }, "kind">) =>
    stepWords({ condition: { kind: "time", ...condition } });
  expect(words({ to: may, mode: "started" })).toMatch(/^started before .*2026/);
  expect(words({ from: may, mode: "completed" })).toMatch(/^completed from .*2026/);
  const both = words({ from: may, to: june, mode: "contained" });
  expect(both).toMatch(/^within .*2026.* to .*2026/);
  expect(new Set([both, words({ from: may, to: june, mode: "intersecting" })]).size).toBe(2);
  // Not a whole day: the time of day is said.
  expect(words({ from: may + 3_600_000, mode: "started" })).toContain("01:00");
});

test("a step that is switched off is called as before, and names stay as they are", () => {
  const name = '<script>alert(1)</script>\u202e"';
  const step: SelectionStep = { condition: { kind: "with", activities: [name] } };
  expect(stepWords(step)).toBe(`with ${name}`);
  expect(stepWords({ ...step, off: true })).toBe(stepWords(step));
});
