/** Marks of our own pictures: markup with numbers short enough, and the same on every machine. */
import { type Markup, markup } from "./markup.ts";

/** An element whose numeric attributes are rounded to two decimals. Strings among the children stay text. */
export function mark(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly (Markup | string)[]
): Markup {
  const short: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(attributes)) {
    short[name] = typeof value === "number" ? rounded(value) : value;
  }
  return markup(tag, short, ...children);
}

/** Two decimals at most. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
