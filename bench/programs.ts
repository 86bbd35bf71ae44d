/**
 * `deno task bench --programs [SEEDS]`
 *
 * Scores the search for programs on planted ones (clean, with errors, with shuffled outputs, from few examples), and times
 * 1,000 instances of 20 fields.
 */
import { textTable } from "../src/cli/output.ts";
import { programByExample } from "../src/taskmining/automation/programs/by_example.ts";
import { programSize } from "../src/taskmining/automation/programs/program.ts";
import { runProgram } from "../src/taskmining/automation/programs/run_program.ts";
import { PLANTED, plantedExamples, shuffledOutputs, withErrors } from "../test/support/planted_programs.ts";

const seeds = Number(Deno.args.find((arg) => /^\d+$/.test(arg)) ?? 20);

const rows = PLANTED.map((planted) => {
  const clean = plantedExamples(planted, 100, 1), fresh = plantedExamples(planted, 100, 2);
  const began = performance.now();
  const found = programByExample(clean.inputs, clean.outputs);
  const ms = performance.now() - began;
  const exact = (program: NonNullable<typeof found>["program"]) =>
    fresh.inputs.filter((inputs, k) => runProgram(program, inputs) === fresh.outputs[k]).length;
  const errors = withErrors(clean, 0.05, 3);
  const survived = programByExample(errors.inputs, errors.outputs);
  let shuffled = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    if (programByExample(clean.inputs, shuffledOutputs(clean.outputs, seed), { seed })) shuffled++;
  }
  return {
    name: planted.name,
    right: found ? `${found.heldOutRight}/${found.heldOutTotal}` : "–",
    fresh: found ? exact(found.program) : 0,
    size: found ? programSize(found.program) : NaN,
    planted: planted.size,
    errors: survived ? exact(survived.program) : 0,
    shuffled,
    ms: Math.round(ms),
  };
});
console.log(textTable(
  ["program", "held out", "fresh of 100", "size", "planted", "fresh, 5 % errors", `shuffled of ${seeds}`, "ms"],
  rows.map((row) => Object.values(row)),
));
const count = (is: (row: typeof rows[number]) => boolean) => rows.filter(is).length;
console.log(
  `\n${rows.length} planted: ${count(({ fresh }) => fresh >= 95)} exact on 95 % of fresh values, ` +
    `${count(({ size, planted }) => size <= planted)} of at most the planted size, ` +
    `${count(({ errors }) => errors >= 95)} in spite of errors, ${
      rows.reduce((n, { shuffled }) => n + shuffled, 0)
    } found on shuffled outputs.`,
);

/** Of few examples: of all planted programs and seeds, those that are found, exact on fresh values, and found shuffled. */
const few = [15, 20, 30].map((size) => {
  const sums = { found: 0, exact: 0, shuffled: 0 };
  for (const planted of PLANTED) {
    const fresh = plantedExamples(planted, 100, 99);
    for (let seed = 1; seed <= seeds; seed++) {
      const { inputs, outputs } = plantedExamples(planted, size, seed);
      const found = programByExample(inputs, outputs, { seed });
      if (found) sums.found++;
      const right = found &&
        fresh.inputs.filter((row, k) => runProgram(found.program, row) === fresh.outputs[k]).length;
      if (right !== undefined && right >= 95) sums.exact++;
      if (programByExample(inputs, shuffledOutputs(outputs, seed), { seed })) sums.shuffled++;
    }
  }
  return [size, rows.length * seeds, sums.found, sums.exact, sums.shuffled];
});
console.log(textTable(["examples", "searches", "found", "exact on 95 % of fresh values", "found shuffled"], few));

/** Twenty fields: ten are given, ten follow from all that stand before them. */
const fields: string[][] = [], chosen = PLANTED.filter((_, k) => k % 3 === 1).slice(0, 10);
for (const planted of chosen) fields.push(plantedExamples(planted, 1000, 5).inputs.map((inputs) => inputs[0]!));
const outputs = chosen.map((planted) => {
  const { inputs, outputs } = plantedExamples(planted, 1000, 5);
  for (let k = 1; k < inputs[0]!.length - 2; k++) fields.push(inputs.map((row) => row[k]!));
  return outputs;
});
const began = performance.now();
let found = 0;
outputs.forEach((output, k) => {
  const before = [...fields, ...outputs.slice(0, k)];
  if (programByExample(output.map((_, row) => before.map((column) => column[row]!)), output)) found++;
});
fields.forEach((field, k) => {
  const before = fields.slice(0, k);
  programByExample(field.map((_, row) => before.map((column) => column[row]!)), field);
});
console.log(
  `1,000 instances, ${fields.length + outputs.length} fields: ${found} of ${outputs.length} found, ${
    ((performance.now() - began) / 1000).toFixed(1)
  } s.`,
);
