/** How a cell looks, for messages that must not say what is in it. */

/** Letters as x and X, digits as 9, all else as it is: `Tr0ub4dor&3` is `Xx9xx9xxx&9`. */
export function shapeOf(text: string): string {
  return text.replace(/\p{N}/gu, "9").replace(/\p{Lu}/gu, "X").replace(/[\p{L}\p{M}]/gu, (c) => c === "X" ? c : "x");
}
