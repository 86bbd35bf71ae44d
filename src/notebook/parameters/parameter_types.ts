/** Types of parameters, as far as they are understood: unions of text, numbers, truth values, literals and lists. */

/** Whether every value of the type is text, a number, a truth value, a literal, or a list of them. */
export function isPlainType(type: string): boolean {
  return membersOf(type).every((member) => {
    const element = elementOf(member);
    return element ? isPlainType(element) : PLAIN_TYPES.has(member) || /^-?\d|^(["']).*\1$/.test(member);
  });
}

const PLAIN_TYPES = new Set(["string", "number", "boolean", "true", "false", "null", "undefined"]);

/** The members of a union, most of which stand alone. */
export function membersOf(type: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let quote = "";
  let member = "";
  for (const c of type) {
    if (quote) quote = c === quote ? "" : quote;
    else if (c === '"' || c === "'") quote = c;
    else if ("([{<".includes(c)) depth++;
    else if (")]}>".includes(c)) depth--;
    if (c === "|" && depth === 0 && !quote) {
      members.push(member.trim());
      member = "";
    } else {
      member += c;
    }
  }
  return [...members, member.trim()].filter((text) => text !== "");
}

/** `string` of `string[]`, `readonly string[]`, `Array<string>` or `("a" | "b")[]`. */
export function elementOf(member: string): string | undefined {
  const bare = member.replace(/^readonly\s+/, "");
  const match = /^(?:Readonly)?Array<(.+)>$/.exec(bare) ?? /^\((.+)\)\[\]$/.exec(bare) ?? /^(\w+)\[\]$/.exec(bare);
  return match?.[1];
}

export function literalText(member: string): string | undefined {
  return /^(["'])(.*)\1$/.exec(member)?.[2];
}

export function typeOfLiteral(value: string): string {
  if (/^["'`]/.test(value)) return "string";
  if (/^[+-]?[\d.]/.test(value)) return "number";
  if (/^(true|false)$/.test(value)) return "boolean";
  if (/^\[\s*["'`]/.test(value)) return "string[]";
  if (/^\[\s*[+-]?[\d.]/.test(value)) return "number[]";
  return "unknown";
}
