import { expect, test } from "vitest";
import { withUnquotedAnswers } from "../../../../src/notebook/kernel/code/unquoted_answer.ts";

const symbol = Symbol.for("tracebook.unquoted");
/** What the answer holds after the code has run as JavaScript. */
const answerIn = (code: string, before = "") => {
  const plain = withUnquotedAnswers(code).replace(/: [^=]*(?==)/, " ").replace(" as never", "");
  return new Function(`${before}; ${plain}\nreturn answer3`)();
};

test("words without quotes are handed on as what they are", () => {
  for (const words of ["Check credit", "T02 Check confirmation", "Follow-up call", "Register request"]) {
    expect(answerIn(`let answer3: string | undefined = ${words}; // your answer`)[symbol]).toBe(words);
  }
  expect(answerIn("let answer3: string | undefined = Spreadsheet;")[symbol]).toBe("Spreadsheet");
});

test("what is code stays what it is", () => {
  expect(answerIn("let answer3 = found", "const found = 12")).toBe(12);
  const code = [
    "let answer3: number | undefined = undefined; // your answer",
    "answer3 = 2 / 3",
    'answer3 = "Check credit"',
    'let answer3: "a" | "b" | undefined = undefined;',
    "answer3 = new Date",
    "answer3 = await found",
    "answer3 = cut.sessions.length - 1;",
    "answer3 = Math.max(...seconds) / Math.min(...seconds);",
    "answer = Check credit",
    "const text = `answer3 = Check credit`;",
  ];
  expect(code.map(withUnquotedAnswers)).toEqual(code);
});

test("lines stay where they are", () => {
  const code = "const a = 1;\nlet answer3: string | undefined = Check credit; // no quotes\nanswer3;";
  expect(withUnquotedAnswers(code).split("\n")).toHaveLength(3);
});
