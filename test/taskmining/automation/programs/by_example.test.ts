// @slow: searches for each planted program many times
import { expect, test } from "vitest";
import {
  programByExample,
  programInWords,
  programSize,
  programToTypeScript,
  runProgram,
} from "../../../../src/taskmining/mod.ts";
import { PLANTED, plantedExamples, shuffledOutputs, withErrors } from "../../../support/planted_programs.ts";

/** Right outputs of rows that no search has seen. */
function exact(planted: typeof PLANTED[number], program: Parameters<typeof runProgram>[0]): number {
  const { inputs, outputs } = plantedExamples(planted, 100, 99);
  return inputs.filter((row, k) => runProgram(program, row) === outputs[k]).length;
}

test.each(PLANTED.map((planted) => [planted.name, planted] as const))(
  "%s: found from 100 examples, no longer than planted, in spite of errors, never in shuffled outputs",
  (_, planted) => {
    const { inputs, outputs } = plantedExamples(planted, 100, 7);
    const found = programByExample(inputs, outputs)!;
    expect(found).toBeDefined();
    expect(found.heldOutTotal).toBeGreaterThanOrEqual(50);
    expect(found.heldOutRight / found.heldOutTotal).toBeGreaterThanOrEqual(0.95);
    expect(exact(planted, found.program)).toBeGreaterThanOrEqual(95);
    expect(programSize(found.program), programInWords(found.program)).toBeLessThanOrEqual(planted.size);

    const spoilt = withErrors({ inputs, outputs }, 0.05, 11);
    const survived = programByExample(spoilt.inputs, spoilt.outputs)!;
    expect(survived).toBeDefined();
    expect(exact(planted, survived.program), programInWords(survived.program)).toBeGreaterThanOrEqual(95);

    for (let seed = 1; seed <= 6; seed++) {
      expect(programByExample(inputs, shuffledOutputs(outputs, seed), { seed })).toBeUndefined();
    }
  },
);

test("the code of a program gives what the program gives, and needs nothing else", () => {
  for (const planted of PLANTED) {
    const { inputs, outputs } = plantedExamples(planted, 60, 3);
    const { program } = programByExample(inputs, outputs)!;
    const code = programToTypeScript(program);
    const javascript = code.replace(
      "export function program(inputs: readonly (string | undefined)[]): string | undefined",
      "function program(inputs)",
    );
    const run = new Function(`${javascript}\nreturn program;`)() as (inputs: readonly string[]) => string | undefined;
    expect(inputs.map((row) => run(row))).toEqual(inputs.map((row) => runProgram(program, row)));
  }
});

test("a program is plain data", () => {
  const { inputs, outputs } = plantedExamples(PLANTED[3]!, 60, 3);
  const { program } = programByExample(inputs, outputs)!;
  expect(JSON.parse(JSON.stringify(program))).toEqual(program);
  expect(programInWords(program, ["given name", "family name"])).toBe(
    'given name in small letters, then ".", then family name in small letters, then "@example.com"',
  );
});

test("typing errors are the counter-examples", () => {
  const { inputs, outputs } = plantedExamples(PLANTED[1]!, 60, 3);
  const typed = outputs.map((output, k) => k === 10 || k === 40 ? `${output}x` : output);
  const found = programByExample(inputs, typed)!;
  expect(found.counterExamples.map(({ row }) => row)).toEqual([10, 40]);
  expect(found.counterExamples[0]).toMatchObject({ expected: typed[10], found: outputs[10] });
});

test("a value that a person decides has no program", () => {
  const { inputs } = plantedExamples(PLANTED[1]!, 100, 3);
  const { outputs } = plantedExamples(PLANTED[0]!, 100, 4);
  expect(programByExample(inputs, outputs)).toBeUndefined();
});

test("three examples show nothing; the same for all is a constant", () => {
  expect(programByExample([["a"], ["b"], ["c"]], ["a", "b", "c"])).toBeUndefined();
  const found = programByExample(Array.from({ length: 8 }, (_, k) => [`${k}`]), Array(8).fill("EUR"));
  expect(found?.program).toEqual({ op: "constant", text: "EUR" });
});

test("wrong options and rows are refused", () => {
  expect(() => programByExample([["a"]], [])).toThrow(/as many outputs as rows of inputs but found 0 and 1/);
  expect(() => programByExample([], [], { least: 2 })).toThrow(/least/);
  expect(() => programByExample([], [], { alpha: 0 })).toThrow(/alpha/);
});
