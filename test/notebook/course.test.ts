/** Every lesson of the course: unanswered, answered from its own solutions, and answered wrongly. */
import { describe, expect, test } from "vitest";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Cell,
  type Notebook,
  type Output,
  readNotebook,
  tagsOf,
  writeNotebook,
} from "../../src/notebook/notebook.ts";
import { runNotebook, type RunOptions } from "../../src/notebook/run.ts";
import { lacksSharedLogs, sharedLog } from "../support/shared.ts";

const course = fileURLToPath(new URL("../../notebooks/course/", import.meta.url));

/** Of each exercise what a reader may well answer, and is wrong. */
const wrongAnswers: Record<string, readonly string[]> = {
  "01-discovery.ipynb": [
    "6", // a and b, d and e each in a pair of its own
    '"before"', // what comes first in the alphabet
    "2", // the arrow at its word
    `"->( 'a', X( 'b', 'c' ), X( tau, 'e' ), 'd' )"`, // no way back
    "(1 - 1) / (1 + 1 + 1)", // variants counted, not cases
    '"deadlock"',
    "0", // the best fitness
  ],
  "02-conformance.ipynb": [
    "0.75", // what an alignment says
    "1", // a swap for one move
    '"Confirm order"', // most often skipped
    "alignments.logFitness",
    "1", // the fitness
    '"flower"', // the worst precision
    "broken.reduce((sum, rule) => sum + rule.brokenCases, 0)", // cases counted once a rule
  ],
  "03-task-mining.ipynb": [
    "segmentation.count", // as many pieces as tasks
    "360", // handle time
    "1.01", // all tasks together
    "1", // the small one only
    "ways.variants.length", // all of them
    '"Mail"', // most is copied from there
    '"a"',
  ],
};

/** Without the copies that an interrupted run leaves. */
const lessons = [...Deno.readDirSync(course)].map(({ name }) => name).filter((name) => /^[^.].*\.ipynb$/.test(name))
  .sort();

const isExercise = (cell: Cell) => tagsOf(cell).includes("exercise");
const plain = (output: Output) =>
  output.output_type === "stream" ? output.text : "data" in output ? String(output.data["text/plain"] ?? "") : "";
const outputsOf = ({ cells }: Notebook) => cells.flatMap(({ outputs }) => outputs ?? []);
const textOf = (notebook: Notebook) => outputsOf(notebook).map(plain).join("\n");
const figures = (notebook: Notebook) =>
  outputsOf(notebook).filter((one) => "data" in one && String(one.data["text/html"] ?? "").includes("<figure"));
/** What the checks of the exercises say, in their order. */
const verdicts = (notebook: Notebook) => outputsOf(notebook).map(plain).filter((text) => /^[…✓✗] /.test(text));

/** Runs a lesson with the code that `answers` has for its exercises. */
async function run(name: string, answers: readonly string[] = [], options: RunOptions = {}) {
  const notebook = await readNotebook(join(course, name));
  const exercises = notebook.cells.filter(isExercise);
  answers.forEach((answer, i) => exercises[i]!.source += `\n${answer}`);
  // Beside the lesson, so that its paths lead where they do.
  const path = join(course, `.${crypto.randomUUID()}.ipynb`);
  try {
    await writeNotebook(path, notebook);
    return await runNotebook(path, { check: false, ...options });
  } finally {
    await Deno.remove(path);
  }
}

/** The fenced code of the last cell. */
const solutionsOf = ({ cells }: Notebook) =>
  [...cells.at(-1)!.source.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);

describe.each(lessons)("%s", (name) => {
  test("has five to seven exercises, a solution and a wrong answer for each", async () => {
    const notebook = await readNotebook(join(course, name));
    const exercises = notebook.cells.filter(isExercise).length;
    expect(exercises).toBeGreaterThanOrEqual(5);
    expect(exercises).toBeLessThanOrEqual(7);
    expect(solutionsOf(notebook)).toHaveLength(exercises);
    expect(wrongAnswers[name]).toHaveLength(exercises);
  });

  test("runs unanswered", async () => {
    // Its types are those of `deno task check`, which reads every notebook.
    const { failure, status, notebook } = await run(name);
    expect(failure).toBeUndefined();
    expect(status).toBe("ok");
    const exercises = notebook.cells.filter(isExercise).length;
    expect(verdicts(notebook)).toEqual(new Array(exercises).fill(expect.stringMatching(/^… Not answered yet\. ./)));
    expect(figures(notebook).length).toBeGreaterThan(5);
    expect(textOf(notebook)).not.toMatch(/NaN|undefined|\[object/);
  }, 180_000);

  test("takes its own solutions for right", async () => {
    const solutions = solutionsOf(await readNotebook(join(course, name)));
    const { failure, notebook } = await run(name, solutions, { check: true });
    expect(failure).toBeUndefined();
    expect(verdicts(notebook)).toEqual(solutions.map(() => expect.stringMatching(/^✓ Right\. ./)));
  }, 180_000);

  test("takes wrong answers for wrong, and goes on", async () => {
    const answers = wrongAnswers[name]!.map((answer, i) => `answer${i + 1} = ${answer};`);
    const { failure, notebook } = await run(name, answers);
    expect(failure).toBeUndefined();
    expect(verdicts(notebook)).toEqual(answers.map(() => expect.stringMatching(/^✗ Not yet/)));
    // What is wrong with them, where the mistake is a usual one.
    const told = verdicts(notebook).filter((words) => words.startsWith("✗ Not yet: ")).length;
    expect(told).toBeGreaterThanOrEqual(name === "03-task-mining.ipynb" ? 6 : 0);
  }, 180_000);
});

test.skipIf(lacksSharedLogs).each([
  ["01-discovery.ipynb", { eventLog: "process/receipt.csv" }],
  ["01-discovery.ipynb", { eventLog: "process/running-example.xes" }],
  ["02-conformance.ipynb", { eventLog: "process/receipt.csv", agreed: "", by: "case:channel" }],
  ["02-conformance.ipynb", { eventLog: "process/running-example.xes", agreed: "", by: "" }],
  ["03-task-mining.ipynb", { interactionLog: "interaction/student-record-raw.csv", by: "", system: "", detour: "" }],
])("%s runs on another log: %o", async (name, { eventLog, interactionLog, ...others }: Record<string, string>) => {
  const log = eventLog === undefined
    ? { interactionLog: sharedLog(interactionLog!) }
    : { eventLog: sharedLog(eventLog) };
  const { failure, notebook } = await run(name, [], { parameters: { ...others, ...log } });
  expect(failure).toBeUndefined();
  expect(textOf(notebook)).not.toMatch(/NaN|undefined|\[object/);
}, 180_000);
