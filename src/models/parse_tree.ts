/** Reads the notation of process trees that PM4Py and ProM print. */
import { InputError } from "../base/errors.ts";
import { MAX_TREE_DEPTH, ProcessTree, SIGNS, type TreeOperator } from "./process_tree.ts";
import { foundInModelsPlace } from "./given_model.ts";

/**
 * Reads a tree such as `->( 'a', X( 'b', tau ) )`.
 *
 * Operators are `->`, `X`, `+`, `O` and `*`, or as in print `→`, `×`, `∧`, `∨` and `↺`; every child of a loop but the
 * first is a redo part. Activities stand in single quotes, in which `\'`, `\\` and `\n` are a quote, a backslash and a
 * line break; the silent step is `tau` or `τ`. Blanks mean nothing.
 *
 * @throws InputError that says in which column something else was found.
 * @example
 * ```ts
 * import { parseProcessTree } from "tracebook";
 * parseProcessTree("->( 'a', X( 'b', tau ) )").children.length; // 2
 * ```
 */
export function parseProcessTree(text: string): ProcessTree {
  if (typeof text !== "string") {
    throw new InputError(
      `Expected a process tree as text, such as ->( 'a', 'b' ), but found ${foundInModelsPlace(text)}.`,
    );
  }
  const reader = new Reader(text);
  const tree = readTree(reader);
  if (!reader.isAtEnd()) reader.fail("the end of the tree");
  return tree;
}

const OPERATORS: readonly (readonly [string, TreeOperator])[] = [
  ...(Object.keys(SIGNS) as TreeOperator[]).map((operator) => [SIGNS[operator], operator] as const),
  ["→", "sequence"],
  ["×", "choice"],
  ["∧", "parallel"],
  ["∨", "inclusive"],
  ["↺", "loop"],
];

/** An operator whose children are still being read. */
interface OpenNode {
  readonly operator: TreeOperator;
  readonly begin: number;
  readonly children: ProcessTree[];
}

/** With the operators around it in a list: nested text may be deeper than the stack. */
function readTree(reader: Reader): ProcessTree {
  const open: OpenNode[] = [];
  for (;;) {
    let tree = readLeaf(reader);
    if (tree === undefined) {
      open.push(readOperator(reader));
      if (open.length <= MAX_TREE_DEPTH) continue;
      throw new InputError(
        `Process tree, column ${reader.column}: expected operators nested at most ${
          MAX_TREE_DEPTH.toLocaleString("en")
        } ` +
          "deep but found more. Flatten what is nested: ->( 'a', ->( 'b', 'c' ) ) is ->( 'a', 'b', 'c' ).",
      );
    }
    for (;;) {
      const above = open.at(-1);
      if (!above) return tree;
      above.children.push(tree);
      if (reader.takes(",")) break;
      if (!reader.takes(")")) reader.fail(`"," or ")"`);
      open.pop();
      tree = closed(above);
    }
  }
}

function readLeaf(reader: Reader): ProcessTree | undefined {
  if (reader.takes("tau") || reader.takes("τ")) return ProcessTree.TAU;
  const activity = reader.quoted();
  return activity === undefined ? undefined : ProcessTree.leaf(activity);
}

function readOperator(reader: Reader): OpenNode {
  const begin = reader.column;
  const operator = OPERATORS.find(([sign]) => reader.takes(sign))?.[1];
  if (operator === undefined) reader.fail("an operator (->, X, +, O, *), an activity in single quotes, or tau");
  if (!reader.takes("(")) reader.fail(`"(" after the operator`);
  return { operator, begin, children: [] };
}

function closed({ operator, begin, children }: OpenNode): ProcessTree {
  if (operator === "loop" && children.length < 2) {
    throw new InputError(
      `Process tree, column ${begin}: expected a loop to have a body and at least one redo part but found one child. ` +
        `Write tau as the redo part if there is nothing to do between two rounds.`,
    );
  }
  return ProcessTree.node(operator, children);
}

class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  /** From 1, of what comes next. */
  get column(): number {
    this.#skipBlanks();
    return this.#at + 1;
  }

  isAtEnd(): boolean {
    this.#skipBlanks();
    return this.#at === this.text.length;
  }

  takes(sign: string): boolean {
    this.#skipBlanks();
    if (!this.text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  quoted(): string | undefined {
    if (!this.takes("'")) return undefined;
    const begin = this.#at;
    let value = "";
    for (; this.#at < this.text.length; this.#at++) {
      const sign = this.text[this.#at]!;
      if (sign === "'") {
        this.#at++;
        return value;
      }
      if (sign !== "\\") {
        value += sign;
        continue;
      }
      const escaped = { "\\": "\\", "'": "'", n: "\n" }[this.text[++this.#at] ?? ""];
      if (escaped === undefined) this.fail(`\\, ' or n after a backslash (a backslash itself is \\\\)`);
      value += escaped;
    }
    throw new InputError(
      `Process tree, column ${begin}: expected the activity to end with a single quote but found the end of the text.`,
    );
  }

  fail(expected: string): never {
    const column = this.column, found = this.text.slice(this.#at, this.#at + 20);
    throw new InputError(
      `Process tree, column ${column}: expected ${expected} but found ${
        found === "" ? "the end of the text" : JSON.stringify(found)
      }.`,
    );
  }

  #skipBlanks(): void {
    while (/\s/.test(this.text[this.#at] ?? "")) this.#at++;
  }
}
