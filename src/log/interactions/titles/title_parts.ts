/** Titles of windows taken apart: slots between separators, and words within them. */

export interface TitleParts {
  readonly slots: readonly string[];
  /** What stands between them: `separators[i]` between slots i and i + 1. */
  readonly separators: readonly string[];
}

/** " - ", " – ", " — ", " | ", " · ", " • ", " > ", " » ", " : ", ": ". A hyphen within a word separates nothing. */
const SEPARATOR = /(\s+[-–—|·•>»:]+\s+|:\s+)/u;

export function partsOf(title: string): TitleParts {
  const pieces = title.split(SEPARATOR);
  return {
    slots: pieces.filter((_, i) => i % 2 === 0),
    separators: pieces.filter((_, i) => i % 2 === 1),
  };
}

export function titleOf({ slots, separators }: TitleParts): string {
  return slots.map((slot, i) => slot + (separators[i] ?? "")).join("");
}

/** Words of letters and digits, and what stands between them: joined they are the text again. `#` is a word. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|#|[^\p{L}\p{M}\p{N}#]+/gu) ?? [];
}

export function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
