import { expect, test } from "vitest";
import { ProcessTree } from "../../src/models/process_tree.ts";
import { parseProcessTree } from "../../src/models/parse_tree.ts";
import { checkAnswer, sealed, sealOf } from "../../src/viz/check_answer.ts";
import { displaySymbol } from "../../src/viz/figure/display.ts";

const judged = (...args: Parameters<typeof checkAnswer>) => checkAnswer(...args).toString()[0];

test("no answer is no mistake", () => {
  expect(checkAnswer<number>(undefined, 7, { hint: "Count them." }).toString()).toBe("… Not answered yet. Count them.");
});

test("an answer is right where it says the same", () => {
  expect(judged(7, 7)).toBe("✓");
  expect(judged(0.33333, 1 / 3)).toBe("✓");
  expect(judged(" Ship Goods", "ship goods")).toBe("✓");
  expect(judged(["a", "b"], ["a", "b"])).toBe("✓");
  const [a, b] = [ProcessTree.leaf("a"), ProcessTree.leaf("b")];
  expect(judged(ProcessTree.node("parallel", [a, b]), ProcessTree.node("parallel", [b, a]))).toBe("✓");
});

test("and wrong where it does not", () => {
  expect(judged(7, 8)).toBe("✗");
  expect(judged(0, 1e-9)).toBe("✗");
  expect(judged(NaN, 1)).toBe("✗");
  expect(judged("7", 7)).toBe("✗");
  expect(judged(["b", "a"], ["a", "b"])).toBe("✗");
  const [a, b] = [ProcessTree.leaf("a"), ProcessTree.leaf("b")];
  expect(judged(ProcessTree.node("sequence", [a, b]), ProcessTree.node("sequence", [b, a]))).toBe("✗");
});

test("a predicate says what is wrong, and the right answer stays unsaid", () => {
  const words = checkAnswer(3, (n: number) => n > 5 || "there are more", { hint: "Look again." });
  expect(words.toString()).toBe("✗ Not yet: there are more Look again.");
  expect(checkAnswer(3, 4711).toString()).not.toContain("4711");
});

test("in a notebook names are text", () => {
  const shown = checkAnswer("<b>", () => "<b> is no activity")[displaySymbol]() as Record<string, string>;
  expect(shown["text/markdown"]).not.toContain("<b>");
});

test("each other wrong answer gets the next hint, the same one its own again", () => {
  const check = (answer: number) => checkAnswer(answer, 7, { hint: ["Count.", "Count the rows.", "Fewer than ten."] });
  expect([5, 6, 5, 6, 8, 9].map((answer) => check(answer).toString())).toEqual([
    "✗ Not yet. Count.",
    "✗ Not yet. Count the rows.",
    "✗ Not yet. Count.",
    "✗ Not yet. Count the rows.",
    "✗ Not yet. Fewer than ten.",
    "✗ Not yet. Fewer than ten.",
  ]);
  expect(checkAnswer<number>(undefined, 7, { hint: ["Count.", "Count the rows."] }).toString()).toMatch(/Count\.$/);
});

test("a sealed answer is known by its text, in any case", () => {
  const seal = sealOf("Check credit");
  expect(seal).not.toMatch(/check|credit/i);
  expect(judged(" check CREDIT", sealed(seal))).toBe("✓");
  expect(judged("Check order", sealed(seal))).toBe("✗");
});

test("an answer that the check cannot read is not yet right, and no error", () => {
  const tree = (text: string) => parseProcessTree(text).activity === "a";
  expect(checkAnswer("->( a, b )", tree).toString()).toMatch(/^✗ Not yet: .*expected/s);
  expect(judged("'a'", tree)).toBe("✓");
  expect(checkAnswer(4 as never, (name: string) => name.trim() === "a").toString()).toMatch(/^✗ Not yet: another kind/);
});

test("words that stood without quotes are told how they are written", () => {
  const words = (text: string) => ({ [Symbol.for("tracebook.unquoted")]: text }) as never;
  expect(checkAnswer(words("Check credit"), "Check credit").toString()).toBe(
    '✗ Not yet: text stands in quotes. Write "Check credit".',
  );
  expect(checkAnswer(words("2 hours"), 2).toString()).toMatch(/a number stands alone, without a unit: 2\./);
});
