/** What filters say of themselves. */

/** `A`, `A or B`, `A, B or C`; of more than five, `A, B, C, D or 8 more`. */
export function anyOf(names: readonly string[]): string {
  if (names.length === 0) return "none";
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}

/** `≥ 3`, `≤ 5`, `3 to 5`, `3` where both are equal, `any` where there is no bound. */
export function within<T>(min: T | undefined, max: T | undefined, write: (value: T) => string = String): string {
  if (min !== undefined && max !== undefined) {
    return write(min) === write(max) ? write(min) : `${write(min)} to ${write(max)}`;
  }
  if (min !== undefined) return `≥ ${write(min)}`;
  return max !== undefined ? `≤ ${write(max)}` : "any";
}

/** Exact, largest units first: `3 d`, `1 h 30 min`, `0.5 s`. */
export function durationWords(seconds: number): string {
  if (!Number.isFinite(seconds)) return String(seconds);
  const sign = seconds < 0 ? "-" : "";
  let rest = Math.abs(seconds);
  const parts: string[] = [];
  for (const [unit, size] of [["d", 86_400], ["h", 3600], ["min", 60]] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  if (rest > 0 || parts.length === 0) parts.push(`${Number(rest.toFixed(6))} s`);
  return sign + parts.join(" ");
}

/** `2026-01-05`, or with the time `2026-01-05 09:30:00` where it is not midnight UTC. */
export function momentWords(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  return text.endsWith("T00:00:00.000Z")
    ? text.slice(0, 10)
    : text.slice(0, -1).replace("T", " ").replace(/\.000$/, "");
}
