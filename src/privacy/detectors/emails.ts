/** E-mail addresses in text. */
import type { Span } from "./finding_spans.ts";

/**
 * Finds addresses around each `@` (or `(at)`, `[at]`), in letters of any script. Linear: every character is looked at
 * once for each `@` next to it.
 */
export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  AT.lastIndex = 0;
  let free = 0;
  for (let match = AT.exec(text); match; match = AT.exec(text)) {
    let from = match.index;
    const quoted = /"[^"\n]{1,64}"$/.exec(text.slice(Math.max(free, match.index - 66), match.index));
    if (quoted) from -= quoted[0].length;
    while (!quoted && from > free && LOCAL.test(text[from - 1]!)) from--;
    while (!quoted && from < match.index && /[.'%+-]/.test(text[from]!)) from++;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 255);
    const [domain] = DOMAIN.exec(behind) ?? LITERAL.exec(behind) ?? [];
    if (from === match.index || domain === undefined) continue;
    const to = match.index + match[0].length + domain.length;
    const key = `${text.slice(from, match.index)}@${domain.replace(DOT, ".")}`.normalize("NFKC").toLowerCase();
    spans.push({ from, to, key });
    free = to;
  }
  return spans;
}

const AT = /@| ?[([{](?:at|@)[)\]}] ?/gi;
const LOCAL = /[\p{L}\p{N}\p{M}._%+'&*!#$^~-]/u;
const DOMAIN =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]{0,62})(?:(?:\.| ?[([{]dot[)\]}] ?)[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,62}){0,8}(?:\.| ?[([{]dot[)\]}] ?)(?:xn--[a-z0-9]{2,}|\p{L}{2,24})(?![\p{L}])/iu;
/** An address of the internet in place of a domain: RFC 5321, 4.1.3. */
const LITERAL = /^\[(?:\d{1,3}(?:\.\d{1,3}){3}|IPv6:[\da-f:.]{2,45})\]/i;
const DOT = / ?[([{]dot[)\]}] ?/gi;
