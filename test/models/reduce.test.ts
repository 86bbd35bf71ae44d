import { describe, expect, test } from "vitest";
import type { PetriNet } from "../../src/models/petri_net.ts";
import { parseProcessTree } from "../../src/models/parse_tree.ts";
import { ProcessTree, type TreeOperator } from "../../src/models/process_tree.ts";
import { reduceSilent } from "../../src/models/nets/reduce_silent.ts";
import { reduceTree } from "../../src/models/reduce_tree.ts";
import { canonicalTree, treesEqual } from "../../src/models/tree_equality.ts";
import { isSoundByBruteForce, netLanguage, randomNet } from "../support/nets.ts";
import { random } from "../support/random.ts";
import { languageOf, wildTree } from "../support/trees.ts";

describe("a net with fewer silent steps", () => {
  test("has the language it had and is as sound as it was", () => {
    let smaller = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const net = randomNet(seed), reduced = reduceSilent(net);
      const before = languageIfFinite(net);
      if (before === undefined) continue;
      expect(netLanguage(reduced, 4), `${seed}`).toEqual(before);
      expect(isSoundByBruteForce(reduced, 200), `${seed}`).toBe(isSoundByBruteForce(net, 200));
      if (reduced.transitions.length < net.transitions.length) smaller++;
    }
    expect(smaller).toBeGreaterThan(300);
  });

  test("keeps all visible transitions, and is not made smaller by a second pass", () => {
    for (let seed = 0; seed < 500; seed++) {
      const net = randomNet(seed), reduced = reduceSilent(net);
      const visible = (one: PetriNet) => one.transitions.filter(({ label }) => label !== undefined);
      expect(visible(reduced)).toEqual(visible(net));
      expect(reduceSilent(reduced)).toEqual(reduced);
    }
  });
});

describe("a reduced tree", () => {
  test("has the language it had", () => {
    for (let seed = 0; seed < 300; seed++) {
      const tree = wildTree(seed, 3);
      expect(languageOf(reduceTree(tree), 4), `${seed}: ${tree}`).toEqual(languageOf(tree, 4));
    }
  });

  test.each([
    ["->( 'a', ->( tau, 'b' ) )", "->( 'a', 'b' )"],
    ["X( X( 'a', tau ), tau, 'b' )", "X( 'a', tau, 'b' )"],
    ["X( tau, *( tau, 'a' ) )", "*( tau, 'a' )"],
    ["+( tau, tau )", "tau"],
    ["*( *( 'a', 'b' ), X( 'c', tau ) )", "*( 'a', 'b', 'c', tau )"],
    ["*( tau, tau )", "tau"],
    ["O( 'a', O( 'b', tau ), tau )", "O( 'a', 'b', tau )"],
    ["*( 'a', X( 'b', 'c' ) )", "*( 'a', 'b', 'c' )"],
  ])("of %s is %s", (tree, expected) => {
    expect(reduceTree(parseProcessTree(tree)).toString()).toBe(expected);
  });
});

describe("equality of trees", () => {
  test("does not see the order of children without order", () => {
    for (let seed = 0; seed < 200; seed++) {
      const tree = wildTree(seed), { shuffled } = random(seed);
      const mixed = mapTree(
        tree,
        (operator, children) =>
          operator === "sequence"
            ? children
            : operator === "loop"
            ? [children[0]!, ...shuffled(children.slice(1))]
            : shuffled(children),
      );
      expect(treesEqual(tree, mixed)).toBe(true);
      expect(canonicalTree(mixed)).toEqual(canonicalTree(tree));
      expect(languageOf(canonicalTree(tree), 3)).toEqual(languageOf(tree, 3));
    }
  });

  test.each([
    ["->( 'a', 'b' )", "->( 'b', 'a' )"],
    ["*( 'a', 'b' )", "*( 'b', 'a' )"],
    ["X( 'a', 'b' )", "+( 'a', 'b' )"],
    ["X( 'a', tau )", "X( 'a', 'tau' )"],
    ["X( 'a', 'b', 'b' )", "X( 'a', 'a', 'b' )"],
  ])("tells %s from %s", (some, other) => {
    expect(treesEqual(parseProcessTree(some), parseProcessTree(other))).toBe(false);
  });
});

function mapTree(
  tree: ProcessTree,
  order: (operator: TreeOperator, children: readonly ProcessTree[]) => readonly ProcessTree[],
): ProcessTree {
  if (tree.operator === undefined) return tree;
  return ProcessTree.node(tree.operator, order(tree.operator, tree.children).map((child) => mapTree(child, order)));
}

function languageIfFinite(net: PetriNet): string[] | undefined {
  try {
    return netLanguage(net, 4, 500);
  } catch {
    return undefined;
  }
}
