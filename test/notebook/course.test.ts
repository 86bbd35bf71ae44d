/** Every lesson of the course: unanswered, answered from its own solutions, and then wrongly. */
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
import { checkNotebook } from "../../src/notebook/check.ts";
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
  "04-time.ipynb": [
    "70", // waiting and service
    "0.0235", // a median by a median
    "66", // nights and the weekend
    '"Receive payment"', // most beyond what is usual
    "0.5", // cases nobody has watched for so long count as open
    "50", // with all ends
    '"a"',
  ],
  "05-comparison.ipynb": [
    "355 / 533", // upside down
    "5", // uncorrected
    "(looks(halves(42)).length)", // all rows
    '"activity"', // known on the way
    "(gap(sized))", // of all groups
    "0.8", // right forecasts
    "250", // the middle
  ],
  "06-automation.ipynb": [
    "steps.length", // all of them
    '"00048/26"', // zeros left in
    "80", // what was seen
    "250", // all hours
    '"activeSeconds"', // a narrow one
    '"Update holds"', // the greatest value
    "(last!.effortDays * dayRate)", // the cost
  ],
  "07-hybrid.ipynb": [
    "144 / 145", // the odds from before forgotten
    "30", // a count
    "halfLinks.linked", // those with a case
    '"Chase delivery date"', // fewest tasks
    "36", // time that both saw taken off twice
    '"Create order"', // most work
    "(half.events + segmentation.count)", // also those without a case
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

/** Runs a notebook in the place of a lesson. */
async function run(notebook: Notebook, options: RunOptions = {}) {
  // Beside the lesson, so that its paths lead where they do.
  const path = join(course, `.${crypto.randomUUID()}.ipynb`);
  try {
    await writeNotebook(path, notebook);
    return await runNotebook(path, { check: false, ...options });
  } finally {
    await Deno.remove(path);
  }
}

/** The lesson with the code that `answers` has for its exercises. */
function withAnswers(lesson: Notebook, answers: readonly string[]): Notebook {
  const left = [...answers];
  return {
    ...lesson,
    cells: lesson.cells.map((cell) => isExercise(cell) ? { ...cell, source: `${cell.source}\n${left.shift()}` } : cell),
  };
}

/**
 * Each exercise answered from the solutions and checked, then answered wrongly twice, then by words without quotes, and
 * checked again each time, as a reader does it who changes a cell and runs it anew. What follows goes on from there.
 */
function answeredAgain(lesson: Notebook, wrong: readonly string[]): Notebook {
  const right = withAnswers(lesson, solutionsOf(lesson)).cells;
  let exercise = 0;
  const cells = right.flatMap((cell, i) => {
    if (i === 0 || !isExercise(right[i - 1]!)) return [cell];
    const name = `answer${exercise + 1}`;
    const another = /^[\d.(]|^\w+\./.test(wrong[exercise]!) ? "-4711" : `"none of them"`;
    const later = [`${name} = ${wrong[exercise]};`, `${name} = ${another};`, `${name} = Check credit; // no quotes`];
    exercise++;
    return [
      cell,
      ...later.flatMap((source, n) => [
        { ...right[i - 1]!, id: `again-${n}-${i}`, source },
        { ...cell, id: `check-${n}-${i}` },
      ]),
    ];
  });
  return { ...lesson, cells };
}

/** The fenced code of the last cell. */
const solutionsOf = ({ cells }: Notebook) =>
  [...cells.at(-1)!.source.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);

describe.each(lessons)("%s", (name) => {
  const lesson = () => readNotebook(join(course, name));
  let answering: ReturnType<typeof run> | undefined;
  const answered = () => answering ??= lesson().then((notebook) => run(answeredAgain(notebook, wrongAnswers[name]!)));

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
    const { failure, status, notebook } = await run(await lesson());
    expect(failure).toBeUndefined();
    expect(status).toBe("ok");
    const exercises = notebook.cells.filter(isExercise).length;
    expect(verdicts(notebook)).toEqual(new Array(exercises).fill(expect.stringMatching(/^… Not answered yet\. ./)));
    expect(figures(notebook).length).toBeGreaterThan(5);
    expect(textOf(notebook)).not.toMatch(/NaN|undefined|\[object/);
  }, 180_000);

  test("takes its own solutions for right", async () => {
    const notebook = await lesson();
    const solutions = solutionsOf(notebook);
    expect(await checkNotebook(withAnswers(notebook, solutions), join(course, name))).toEqual([]);
    const { failure, notebook: done } = await answered();
    expect(failure).toBeUndefined();
    expect(verdicts(done).filter((_, i) => i % 4 === 0)).toEqual(
      solutions.map(() => expect.stringMatching(/^✓ Right\. ./)),
    );
  }, 180_000);

  test("takes wrong answers for wrong, and goes on", async () => {
    const { failure, status, notebook } = await answered();
    expect(failure).toBeUndefined();
    expect(status).toBe("ok");
    const verdictsOnWrong = verdicts(notebook).filter((_, i) => i % 4 === 1);
    expect(verdictsOnWrong).toEqual(wrongAnswers[name]!.map(() => expect.stringMatching(/^✗ Not yet/)));
    // What is wrong with them, where the mistake is a usual one.
    const told = verdictsOnWrong.filter((words) => words.startsWith("✗ Not yet: ")).length;
    expect(told).toBeGreaterThanOrEqual(name >= "03" ? 6 : 0);
  }, 180_000);

  test("gives a further hint at the second wrong answer", async () => {
    const { notebook } = await answered();
    const hints = (n: number) =>
      verdicts(notebook).filter((_, i) => i % 4 === n).map((words) =>
        /[^.:?]*(?:[.:?][^ ]|[^.:?])*[.?]$/.exec(words)![0]
      );
    const [first, second] = [hints(1), hints(2)];
    expect(second).toHaveLength(wrongAnswers[name]!.length);
    expect(second.filter((hint, i) => hint === first[i])).toEqual([]);
  }, 180_000);

  test("says of words without quotes how an answer is written, without a stack", async () => {
    const { notebook } = await answered();
    const unquoted = verdicts(notebook).filter((_, i) => i % 4 === 3);
    expect(unquoted).toEqual(wrongAnswers[name]!.map(() => expect.stringMatching(/^✗ Not yet: .*"Check credit"/)));
    expect(outputsOf(notebook).filter(({ output_type }) => output_type === "error")).toEqual([]);
  }, 180_000);

  test("has its checks folded, and no answer as it is written in them", async () => {
    const { cells } = await readNotebook(join(course, name));
    const checks = cells.filter((_, i) => i > 0 && isExercise(cells[i - 1]!));
    expect(checks.map(({ metadata }) => metadata.jupyter)).toEqual(checks.map(() => ({ source_hidden: true })));
    for (const { source } of checks) {
      expect(source).not.toMatch(/\banswer\w*\s*===\s*["'\d]|checkAnswer(<\w+>)?\(\s*\w+,\s*["'\d]/);
    }
  });
});

test("what the lessons take for right of the order process is what was planted in it", async () => {
  const { orderToCash } = JSON.parse(await Deno.readTextFile(join(course, "../../data/truth.json")));
  const answersOf = async (name: string) => solutionsOf(await readNotebook(join(course, name)));
  expect((await answersOf("04-time.ipynb"))[3]).toBe(`answer4 = "${orderToCash.bottleneck.to}";\n`);

  const { notebook } = await run(withAnswers(
    await readNotebook(join(course, "05-comparison.ipynb")),
    ["answer1 = " + orderToCash.slowTeam.ratio, "", "", "", "", "", ""],
  ));
  const [ratio] = verdicts(notebook);
  expect(ratio).toMatch(/^✓ Right/);
}, 180_000);

test.skipIf(lacksSharedLogs).each([
  ["01-discovery.ipynb", { eventLog: "process/receipt.csv" }],
  ["01-discovery.ipynb", { eventLog: "process/running-example.xes" }],
  ["02-conformance.ipynb", { eventLog: "process/receipt.csv", agreed: "", by: "case:channel" }],
  ["02-conformance.ipynb", { eventLog: "process/running-example.xes", agreed: "", by: "" }],
  ["02-conformance.ipynb", { eventLog: "process/receipt.csv" }],
  ["03-task-mining.ipynb", { interactionLog: "interaction/student-record-raw.csv", by: "", system: "", detour: "" }],
  ["03-task-mining.ipynb", { interactionLog: "interaction/support-desk.csv" }],
  ["04-time.ipynb", { eventLog: "process/receipt.csv", timeZone: "Europe/Amsterdam" }],
  ["04-time.ipynb", {
    eventLog: "process/running-example.xes",
    by: "",
    milestones: "",
    rule: "",
    pathA: "",
    pathB: "",
  }],
  ["05-comparison.ipynb", { eventLog: "process/receipt.csv" }],
  ["05-comparison.ipynb", { eventLog: "process/receipt.csv", by: "case:channel", suspect: "", behind: "case:group" }],
  ["05-comparison.ipynb", { eventLog: "process/running-example.xes", by: "", suspect: "", behind: "" }],
  ["06-automation.ipynb", { interactionLog: "interaction/student-record-raw.csv" }],
  ["06-automation.ipynb", { interactionLog: "interaction/support-desk.csv" }],
  ["07-hybrid.ipynb", { interactionLog: "interaction/student-record-raw.csv" }],
  ["07-hybrid.ipynb", { eventLog: "process/receipt.csv" }],
])("%s runs on another log: %o", async (name, { eventLog, interactionLog, ...others }: Record<string, string>) => {
  const log = eventLog === undefined
    ? { interactionLog: sharedLog(interactionLog!) }
    : { eventLog: sharedLog(eventLog) };
  const { failure, notebook } = await run(await readNotebook(join(course, name)), {
    parameters: { ...others, ...log },
  });
  expect(failure).toBeUndefined();
  expect(textOf(notebook)).not.toMatch(/NaN|undefined|\[object/);
}, 180_000);
