/** Short labels for long activity names, each different from the others. */

/**
 * A label of at most about five characters for each name: the code it begins with ("T06 Determine …" → "T06"), else
 * its initials ("Insert Fine Notification" → "IFN"), else its first letters ("Payment" → "Paym"). Where two names would
 * share one, each takes more letters of its first word, and at last a number.
 */
export function shortNames(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  const candidates = names.map(candidatesOf);
  const first = candidates.map(([label]) => label!);
  const uses = new Map<string, number>();
  for (const label of first) uses.set(label, (uses.get(label) ?? 0) + 1);
  return candidates.map((labels, i) => {
    const free = uses.get(first[i]!) === 1
      ? first[i]!
      : labels.slice(1).find((label) => !taken.has(label) && !uses.has(label)) ?? numbered(first[i]!, taken, uses);
    taken.set(free, i);
    return free;
  });
}

function candidatesOf(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const lead = words[0];
  if (lead === undefined) return [[...name.trim()].slice(0, 4).join("") || "·"];
  const [code = "", next = ""] = name.trim().split(/\s+/);
  if (next !== "" && code.length <= 6 && /^\p{L}.*\p{N}|^\p{N}/u.test(code)) return [code.replace(/[:.,;)]+$/, "")];
  if (words.length === 1) return [...lead].length <= 6 ? [lead] : [4, 5, 6].map((n) => [...lead].slice(0, n).join(""));
  const initials = words.slice(0, 4).map((word) => [...word][0]!.toUpperCase());
  const rest = initials.slice(1).join("");
  return [initials[0]! + rest, ...[2, 3].map((n) => capital([...lead].slice(0, n).join("")) + rest)];
}

function capital(text: string): string {
  const [head = "", ...tail] = text;
  return head.toUpperCase() + tail.join("").toLowerCase();
}

function numbered(label: string, taken: ReadonlyMap<string, number>, uses: ReadonlyMap<string, number>): string {
  for (let n = 1;; n++) if (!taken.has(label + n) && !uses.has(label + n)) return label + n;
}
