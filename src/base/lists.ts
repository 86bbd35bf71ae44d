/** How lists of names are written: in full, or the first of them and how many more there are. */
import { formatCount } from "./format.ts";

/** `A`, `A and B`, `A, B and C`; with `or` as the last word, `A, B or C`. */
export function wordList(names: readonly string[], last: "and" | "or" = "and"): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

/** `A`, `A or B`, `A, B or C`; of more than five, `A, B, C, D or 8 more`; of none, `none`. */
export function anyOf(names: readonly string[]): string {
  if (names.length === 0) return "none";
  return wordList(names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names, "or");
}

/** The first `most` names, and how many are left out: `A, B and 3 more`. */
export function firstNames(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** The first `most` names, and how many there are in all: `A, B, … (5)`. */
export function namesAndCount(names: readonly string[], most: number): string {
  return names.slice(0, most).join(", ") + (names.length > most ? `, … (${names.length})` : "");
}

/** `… 3 more`: what stands where a picture has no room for the rest. */
export function moreText(left: number): string {
  return `… ${formatCount(left)} more`;
}

/** The line below a list of which `left` are not shown: `… and 3 more`. No line where all are shown. */
export function moreLines(left: number, indent = ""): string[] {
  return left > 0 ? [`${indent}… and ${formatCount(left)} more`] : [];
}
