/** Short labels for long activity names, each different from the others. */

/**
 * A label of at most about five characters for each name: the code it begins with ("T06 Determine …" → "T06"), else
 * its initials ("Insert Fine Notification" → "IFN"), else its first letters ("Payment" → "Paym"). Numbers stay whole
 * ("Step 13" → "S13"). Where two names would share a label, each takes more letters of its first word, and at last a
 * letter that counts: a digit would pass for a number of the name.
 */
export function shortNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const candidates = names.map(candidatesOf);
  const uses = new Map<string, number>();
  for (const [label] of candidates) uses.set(label!, (uses.get(label!) ?? 0) + 1);
  return candidates.map((labels) => {
    const first = labels[0]!;
    const free = uses.get(first) === 1
      ? first
      : labels.slice(1).find((label) => !taken.has(label) && !uses.has(label)) ?? counted(first, taken, uses);
    taken.add(free);
    return free;
  });
}

/** A run of letters, or a number with what joins its parts: `07-1`, `2.5`. */
const tokens = /\p{N}+(?:[.,:/-]\p{N}+)*|[\p{L}\p{M}]+/gu;

function candidatesOf(name: string): string[] {
  const parts = name.match(tokens) ?? [];
  if (parts.length === 0) return [[...name.trim()].slice(0, 4).join("") || "·"];
  const [code = "", next = ""] = name.trim().split(/\s+/);
  if (next !== "" && code.length <= 6 && /^\p{L}.*\p{N}|^\p{N}/u.test(code)) {
    return [code.replace(/[:.,;)]+$/, ""), ...[1, 2, 3].map((letters) => joined(parts, letters))];
  }
  const [word = ""] = parts;
  if (parts.length === 1 && !isNumber(word)) {
    return [...word].length <= 6 ? [word] : [4, 5, 6].map((n) => [...word].slice(0, n).join(""));
  }
  const whole = parts.length === 2 && !/\s/.test(name.trim()) && [...name.trim()].length <= 6;
  return [...(whole ? [name.trim()] : []), ...[1, 2, 3].map((letters) => joined(parts, letters))];
}

/** Initials of the first words, so many letters of the first one, and every number. */
function joined(parts: readonly string[], letters: number): string {
  let label = "", words = 0, afterNumber = false;
  for (const part of parts) {
    const number = isNumber(part);
    if (number) label += afterNumber ? `.${part}` : part;
    else if (words++ < 4) label += capital([...part].slice(0, words === 1 ? letters : 1).join(""));
    else continue;
    afterNumber = number;
  }
  return label;
}

function isNumber(part: string): boolean {
  return /^\p{N}/u.test(part);
}

function capital(text: string): string {
  const [head = "", ...tail] = text;
  return head.toUpperCase() + tail.join("").toLowerCase();
}

function counted(label: string, taken: ReadonlySet<string>, uses: ReadonlyMap<string, number>): string {
  for (let n = 0;; n++) {
    const free = `${label}${/\p{L}$/u.test(label) ? "·" : ""}${lettersOf(n)}`;
    if (!taken.has(free) && !uses.has(free)) return free;
  }
}

/** a, b, …, z, aa, ab, … */
function lettersOf(n: number): string {
  return (n < 26 ? "" : lettersOf(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + n % 26);
}
