/** A text as a literal of TypeScript. */

/**
 * Whatever the text holds, it stays one literal on one line. Marks that are not seen, such as those that turn the
 * direction of writing, are written as escapes: code must read as it runs.
 */
export function codeText(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{C}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu,
    (found) =>
      Array.from({ length: found.length }, (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, "0")}`).join(
        "",
      ),
  );
}
