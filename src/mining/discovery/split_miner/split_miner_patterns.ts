/** Joins told from the sets of edges that bring them tokens. */

/** A join of edges, or of joins. */
export type JoinTree =
  | { readonly kind: "flow"; readonly edge: number }
  | { readonly kind: "xor" | "and" | "or"; readonly parts: readonly JoinTree[] };

interface Item {
  readonly tree: JoinTree;
  /** The patterns in which it brings a token, by their index. */
  readonly rows: ReadonlySet<number>;
}

/**
 * Edges that always bring tokens together are joined in parallel, edges of which one stands for the other exclusively,
 * and so on with those joins; what then is left is joined inclusively.
 *
 * @param patterns Sets of edges that bring tokens at once, as bits in the order of `edges`.
 */
export function decompose(edges: readonly number[], patterns: ReadonlySet<bigint>): JoinTree {
  const rows = [...patterns].sort((a, b) => a < b ? -1 : 1);
  let items = edges.map((edge, i): Item => ({
    tree: { kind: "flow", edge },
    rows: new Set(rows.flatMap((row, r) => row & (1n << BigInt(i)) ? [r] : [])),
  }));
  const merge = (kind: "xor" | "and", some: readonly Item[]) => {
    const parts = some.flatMap(({ tree }) => tree.kind === kind ? tree.parts : [tree]);
    const merged = { tree: { kind, parts }, rows: some.reduce((all, item) => all.union(item.rows), some[0]!.rows) };
    items = items.flatMap((item) => item === some[0] ? [merged] : some.includes(item) ? [] : [item]);
  };
  while (items.length > 1) {
    const together = items.map((item) => items.filter((other) => equal(item.rows, other.rows)))
      .find((same) => same.length > 1);
    if (together) {
      merge("and", together);
      continue;
    }
    const instead = items.map((item) => items.filter((other) => other === item || stands(items, item, other)))
      .find((same) => same.length > 1);
    if (instead === undefined) return { kind: "or", parts: items.map(({ tree }) => tree) };
    merge("xor", instead);
  }
  return items[0]!.tree;
}

function equal(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return some.size === others.size && some.isSubsetOf(others);
}

/** Whether one never comes with the other, and both with the same company. */
function stands(items: readonly Item[], one: Item, other: Item): boolean {
  if (!one.rows.isDisjointFrom(other.rows)) return false;
  const company = ({ rows }: Item) =>
    new Set(
      [...rows].map((row) =>
        items.flatMap((item, i) => item !== one && item !== other && item.rows.has(row) ? [i] : []).join()
      ),
    );
  const some = company(one), others = company(other);
  return some.size === others.size && some.isSubsetOf(others);
}
