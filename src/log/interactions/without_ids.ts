/** Identifiers in names of windows and elements: what stands for a record, and says nothing of where it is. */

/** UUIDs, long hexadecimal words with a digit, and runs of four or more digits as `#`; spaces drawn together. */
export function withoutIds(text: string): string {
  return withoutHexIds(text).replace(/\d{4,}/g, "#").replace(/\s+/g, " ").trim();
}

/** UUIDs and long hexadecimal words with a digit as `#`. */
export function withoutHexIds(text: string): string {
  return text.replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "#")
    .replace(/\b(?=[a-f]*\d)[0-9a-f]{12,}\b/gi, "#");
}
