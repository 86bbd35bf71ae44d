/** Names that a recording brought along, as they stand in a document. */

/** Names are cut after so many characters. */
const LONGEST = 160;

/**
 * A name in one line, without control characters and marks that turn the direction of the text around it, and not longer
 * than a reader can bear. What is cut is said by `…`.
 */
export function plainText(text: string, longest = LONGEST): string {
  const line = text.slice(0, 20 * longest).replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/(?![\u200c\u200d])\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}/gu, "").replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : line;
}

/**
 * The shape of a value, in place of the value: letters are `x` and `X`, digits `9`. What reading masked is named by its
 * kind alone.
 */
export function maskedExample(value: string): string {
  const parts = plainText(value, 60).split(/(\[[a-z]+(?: [^\]\s]+)?\])/);
  const shape = (text: string) =>
    text.replace(/\p{L}/gu, (letter) => /\p{Lu}/u.test(letter) ? "X" : "x").replace(/\p{N}/gu, "9");
  return parts.map((part, k) => k % 2 === 1 ? part.replace(/ .*\]/, "]") : shape(part)).join("");
}
