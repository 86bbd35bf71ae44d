/** What Deno calls to show a value in words, in a notebook and on the console. */
export const inspectSymbol: unique symbol = Symbol.for("Deno.customInspect") as never;
