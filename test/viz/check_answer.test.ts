import { expect, test } from "vitest";
import { ProcessTree } from "../../src/models/process_tree.ts";
import { checkAnswer } from "../../src/viz/check_answer.ts";
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
