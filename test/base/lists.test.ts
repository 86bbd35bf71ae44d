import { expect, test } from "vitest";
import { anyOf, firstNames, moreLines, moreText, namesAndCount, wordList } from "../../src/base/lists.ts";

const names = (n: number) => Array.from({ length: n }, (_, i) => `n${i + 1}`);

test("a list in full has its last word before the last name", () => {
  expect([0, 1, 2, 3].map((n) => wordList(names(n)))).toEqual(["", "n1", "n1 and n2", "n1, n2 and n3"]);
  expect(wordList(names(3), "or")).toBe("n1, n2 or n3");
});

test("names shown and names counted make up the list, whatever its length", () => {
  for (let n = 0; n < 12; n++) {
    for (const most of [1, 3, 10]) {
      const text = firstNames(names(n), most);
      const left = Number(/ and (\d+) more$/.exec(text)?.[1] ?? 0);
      const shown = text.replace(/ and \d+ more$/, "").split(", ").filter(Boolean);
      expect(shown).toEqual(names(n).slice(0, most));
      expect(shown.length + left).toBe(n);
      const counted = namesAndCount(names(n), most);
      expect(counted.startsWith(names(n).slice(0, most).join(", "))).toBe(true);
      expect(/… \((\d+)\)$/.exec(counted)?.[1]).toBe(n > most ? String(n) : undefined);
    }
  }
});

test("one of several names: all of up to five, four and a count of more", () => {
  expect(anyOf([])).toBe("none");
  expect(anyOf(names(2))).toBe("n1 or n2");
  expect(anyOf(names(5))).toBe("n1, n2, n3, n4 or n5");
  expect(anyOf(names(12))).toBe("n1, n2, n3, n4 or 8 more");
});

test("the rest of a cut list is one line, or none", () => {
  expect(moreLines(0)).toEqual([]);
  expect(moreLines(-3)).toEqual([]);
  expect(moreLines(1200, "  ")).toEqual(["  … and 1,200 more"]);
  expect(moreText(7)).toBe("… 7 more");
});
