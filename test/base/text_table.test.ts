import { expect, test } from "vitest";
import { textTable } from "../../src/base/text_table.ts";

test("numbers line up to the right, names to the left, and lines end without spaces", () => {
  expect(textTable([["name", "n"], ["a", "1,000"], ["longer", "7"]])).toBe(
    "name        n\na       1,000\nlonger      7",
  );
  expect(textTable([["name", "what"], ["a", "b"]], { left: [0, 1] })).toBe("name  what\na     b");
});

test("a rule stands under the header, as wide as its columns, and an indent before every line", () => {
  expect(textTable([["a", "n"], ["bcd", "12"]], { rule: true, indent: "> " })).toBe(
    "> a     n\n> ───  ──\n> bcd  12",
  );
});

test("a cell is one line, cut past its width, and an emoji counts as one character", () => {
  expect(textTable([["a\nb\tc", "1"], ["😀😀😀😀😀😀", "2"]], { most: 5 })).toBe("a b c  1\n😀😀😀😀…  2");
  expect(textTable([["x".repeat(99), "1"]], { most: Infinity })).toBe(`${"x".repeat(99)}  1`);
});
