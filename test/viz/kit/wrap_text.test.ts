import { expect, test } from "vitest";
import { wrapLines } from "../../../src/viz/kit/wrap_text.ts";

test("no line ends between a number and its unit", () => {
  const text = "A share of 95 % and a wait of 3 d 4 h 12 min, then 20 s more; and so on";
  for (let width = 60; width < 400; width += 7) {
    const lines = wrapLines(text, 12, width, 40);
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(line).not.toMatch(/^(%|d|h|min|s)\b/);
  }
});

test("words that are units stand alone where no number is before them", () => {
  expect(wrapLines("step d", 12, 30, 4)).toEqual(["step", "d"]);
});
