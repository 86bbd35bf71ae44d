/** Pieces of SQL from values, never pasted unquoted. */

/** A name in double quotes. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll("\0", "\uFFFD")}"`;
}

/**
 * A value as an SQL literal. Arrays become lists.
 *
 * @throws TypeError on a value that has no literal, such as an object or a function.
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  switch (typeof value) {
    case "string":
      return `'${value.replaceAll("'", "''")}'`;
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "bigint":
      return String(value);
    case "number":
      return Number.isFinite(value) ? numberLiteral(value) : `'${value}'::DOUBLE`;
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) {
      throw new TypeError("Expected a valid date for the query but found Invalid Date.");
    }
    return `epoch_ms(${value.getTime()})`;
  }
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  throw new TypeError(
    `Expected a string, number, boolean, Date, array or null in the query but found ${
      typeof value === "object" ? "an object" : `a ${typeof value}`
    }.`,
  );
}

/** `-0` and exponents are safe; a negative number is parenthesised, because `x -${n}` must not become a comment. */
function numberLiteral(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}

/**
 * Names made distinct as DuckDB compares them, without regard to case: a repeated one gets `_1`, `_2`, …
 *
 * @example
 * ```ts
 * distinctNames(["id", "ID", "id_1"]); // ["id", "ID_1", "id_1_1"]
 * ```
 */
export function distinctNames(names: readonly string[], taken: Iterable<string> = []): string[] {
  const seen = new Set<string>([...taken].map((name) => name.toLowerCase()));
  /** The last number given to a name: a damaged header repeats its names thousands of times. */
  const last = new Map<string, number>();
  return names.map((name) => {
    let candidate = name;
    let n = last.get(name) ?? 0;
    while (seen.has(candidate.toLowerCase())) candidate = `${name}_${++n}`;
    last.set(name, n);
    seen.add(candidate.toLowerCase());
    return candidate;
  });
}
