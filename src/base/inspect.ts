/** What Deno calls to show a value in words, in a notebook and on the console. */
export const inspectSymbol: unique symbol = Symbol.for("Deno.customInspect") as never;

/** Makes notebooks and the console show a value by its `toString`. */
export function inWords<T extends object>(value: T): T {
  return Object.defineProperty(value, inspectSymbol, { value: () => String(value) });
}
