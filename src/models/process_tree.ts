/**
 * Process trees: models that are sound by construction.
 *
 * Leemans, "Robust Process Mining with Guarantees", 2022 (Springer LNBIP 440), section 2.2.4, names and meaning of the
 * operators.
 */
import { InputError } from "../base/errors.ts";
import { inspectSymbol } from "../base/inspect.ts";

/**
 * `sequence` → children one after the other; `choice` × one of them; `parallel` ∧ all, interleaved in any way;
 * `inclusive` ∨ at least one, interleaved; `loop` ↺ the first child, then as often as wanted one of the others and the
 * first again.
 */
export type TreeOperator = "sequence" | "choice" | "parallel" | "inclusive" | "loop";

/** A node of a process tree: an operator over children, an activity, or τ, the silent step. Immutable. */
export class ProcessTree {
  private constructor(
    /** `undefined` in a leaf. */
    readonly operator: TreeOperator | undefined,
    /** The activity of a leaf; `undefined` for τ and for operators. */
    readonly activity: string | undefined,
    readonly children: readonly ProcessTree[],
  ) {}

  static readonly TAU: ProcessTree = new ProcessTree(undefined, undefined, []);

  static leaf(activity: string): ProcessTree {
    return new ProcessTree(undefined, activity, []);
  }

  /** @throws InputError if there is no child, or a loop has fewer than two. */
  static node(operator: TreeOperator, children: readonly ProcessTree[]): ProcessTree {
    const least = operator === "loop" ? 2 : 1;
    if (children.length < least) {
      throw new InputError(`Expected at least ${least} children of ${operator} but found ${children.length}.`);
    }
    return new ProcessTree(operator, undefined, [...children]);
  }

  get isTau(): boolean {
    return this.operator === undefined && this.activity === undefined;
  }

  /** Notation such as `->( 'a', X( 'b', tau ) )`; read by `parseProcessTree`. */
  toString(): string {
    const parts: string[] = [];
    const open: (ProcessTree | string)[] = [this];
    for (let next; (next = open.pop()) !== undefined;) {
      if (typeof next === "string") parts.push(next);
      else if (next.operator === undefined) parts.push(leafText(next.activity));
      else {
        parts.push(SIGNS[next.operator], "( ");
        open.push(" )");
        for (let i = next.children.length - 1; i >= 0; i--) {
          open.push(next.children[i]!);
          if (i > 0) open.push(", ");
        }
      }
    }
    return parts.join("");
  }

  [inspectSymbol](): string {
    return this.toString();
  }
}

function leafText(activity: string | undefined): string {
  return activity === undefined ? "tau" : `'${activity.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n")}'`;
}

/** Trees that are read may be so deep; deeper ones are no models, and nobody could look at them. */
export const MAX_TREE_DEPTH = 10_000;

/** Signs of the operators in the notation of PM4Py and ProM. */
export const SIGNS: Readonly<Record<TreeOperator, string>> = {
  sequence: "->",
  choice: "X",
  parallel: "+",
  inclusive: "O",
  loop: "*",
};
