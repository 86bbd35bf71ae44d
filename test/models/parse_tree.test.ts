import { expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { parseProcessTree } from "../../src/models/parse_tree.ts";
import { ProcessTree } from "../../src/models/process_tree.ts";
import { randomTree } from "../support/trees.ts";

test("a tree that is written and read is the same tree", () => {
  for (let seed = 0; seed < 200; seed++) {
    const tree = randomTree({
      seed,
      activities: 12,
      operators: ["sequence", "choice", "parallel", "loop", "inclusive"],
    });
    expect(parseProcessTree(tree.toString())).toEqual(tree);
  }
});

test.each(["it's", "back\\slash", "two\nlines", "\\n", "'", "", "a, b )", "tau", "→"])(
  "an activity called %j survives",
  (name) => expect(parseProcessTree(ProcessTree.leaf(name).toString())).toEqual(ProcessTree.leaf(name)),
);

test("signs as in print, and blanks anywhere or nowhere, mean the same", () => {
  expect(parseProcessTree("→(×('a',τ),\n ∧('b','c'), ↺('d' , 'e'),∨ ('f','g'))"))
    .toEqual(parseProcessTree("->( X( 'a', tau ), +( 'b', 'c' ), *( 'd', 'e' ), O( 'f', 'g' ) )"));
});

test.each([
  ["", 1, "an operator"],
  ["->( 'a', b )", 10, "an operator"],
  ["->( 'a' 'b' )", 9, '"," or ")"'],
  ["->( 'a', 'b'", 13, '"," or ")"'],
  ["-> 'a'", 4, '"("'],
  ["'a' 'b'", 5, "the end of the tree"],
  ["X( 'a\\t', 'b' )", 7, "after a backslash"],
  ["X( 'a, b )", 4, "single quote"],
  ["X( 'a', *( 'b' ) )", 9, "a redo part"],
])("%j is refused at column %i", (text, column, expected) => {
  const reading = () => parseProcessTree(text);
  expect(reading).toThrow(InputError);
  expect(reading).toThrow(`column ${column}: expected`);
  expect(reading).toThrow(expected.replace("a redo", "at least one redo"));
});
