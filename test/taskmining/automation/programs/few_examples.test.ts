// @slow: programs of 20 examples over 20 seeds
/** Tables and limits from few examples: what is planted is found, what is shuffled is not, and the chance is a bound. */
import { expect, test } from "vitest";
import { programOfFew } from "../../../../src/taskmining/automation/programs/few_examples.ts";
import { programByExample } from "../../../../src/taskmining/mod.ts";
import { PLANTED, plantedExamples, shuffledOutputs } from "../../../support/planted_programs.ts";

const SEEDS = Array.from({ length: 20 }, (_, k) => k + 1);
const named = (name: string) => PLANTED.find((one) => one.name === name)!;

test.each([
  ["lookup of a country", "lookup"],
  ["lookup of a person in charge", "lookup"],
  ["approval above a limit", "choose"],
])("%s is found from 20 examples, and not in shuffled ones", (name, op) => {
  let found = 0, shuffled = 0;
  for (const seed of SEEDS) {
    const { inputs, outputs } = plantedExamples(named(name), 20, seed),
      made = programByExample(inputs, outputs, { seed });
    if (made?.program.op === op) found++;
    if (made) expect(made.chance).toBeLessThanOrEqual(1e-4);
    if (programByExample(inputs, shuffledOutputs(outputs, seed), { seed })) shuffled++;
  }
  expect(found).toBeGreaterThanOrEqual(16);
  expect(shuffled).toBe(0);
});

test("what is held back counts each example once", () => {
  const { inputs, outputs } = plantedExamples(named("lookup of a person in charge"), 20, 2);
  const { heldOutRight, heldOutTotal, support } = programByExample(inputs, outputs)!;
  expect([heldOutTotal, support]).toEqual([20, 20]);
  // Brute force: by the other examples of the same team.
  const right = inputs.filter(([, team], k) => inputs.some((other, j) => j !== k && other[1] === team)).length;
  expect(heldOutRight).toBe(right);
});

/** All orders of outputs of two kinds. */
function* orders(ones: number, others: number): Generator<string[]> {
  if (ones + others === 0) yield [];
  if (ones > 0) { for (const rest of orders(ones - 1, others)) yield ["book", ...rest]; }
  if (others > 0) { for (const rest of orders(ones, others - 1)) yield ["approve", ...rest]; }
}

test.each([
  ["numbers", ["3", "8", "11", "19", "30", "41", "57", "60", "77", "81"]],
  ["numbers that are equal", ["3", "3", "11", "19", "19", "41", "57", "60", "60", "81"]],
  ["teams", ["a", "a", "a", "b", "b", "b", "c", "c", "d", "d"]],
])("of all orders of the outputs, no more than its chance have a program that is as likely: %s", (_, column) => {
  for (const ones of [3, 5]) {
    const chances = [...orders(ones, 10 - ones)].map((outputs) =>
      programOfFew({ rows: 10, inputs: [column], outputs })?.chance ?? 0
    ).sort((a, b) => a - b);
    chances.forEach((chance, n) => {
      // Of equal ones the last counts.
      if (chance < 0 && chances[n + 1] !== chance) {
        expect((n + 1) / chances.length).toBeLessThanOrEqual(Math.exp(chance) * (1 + 1e-9));
      }
    });
    expect(Math.exp(chances[0]!)).toBeLessThan(0.5);
  }
});
