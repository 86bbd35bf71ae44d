/** Words that name records: those with numbers in them. */

/** The words with three digits or more, as they are, in small letters: "inv-87702" of "RE: Question about INV-87702". */
export function wordsWithDigits(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}_-]*\p{N}[\p{L}\p{N}_-]*/gu) ?? [])
    .filter((word) => (word.match(/\p{N}/gu) ?? []).length >= 3);
}

/** The text with `#` for numbers of three digits and more. */
export function maskedWords(text: string): string {
  return text.replace(/\d{3,}/g, "#");
}
