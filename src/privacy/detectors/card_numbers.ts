/** Numbers of payment cards (ISO/IEC 7812): an issuer's prefix and length, and Luhn's check digit. */
import { digitsOf, type Span } from "./finding_spans.ts";

/** Whether digits without separators are a card's number. */
export function isCardNumber(digits: string): boolean {
  return /^\d{13,19}$/.test(digits) && ISSUERS.test(digits) && passesLuhn(digits);
}

/** Luhn's sum of the digits is a multiple of 10. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48;
    sum += double ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return sum % 10 === 0;
}

/**
 * Visa (13, 16, 19), Mastercard, American Express, Diners (14), Discover, JCB, UnionPay, Mir, Maestro of 16 to 19
 * digits. Numbers of other lengths or prefixes are left alone: one in ten numbers passes Luhn's check.
 */
const ISSUERS =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-59]|[689]\d)\d{11}|(?:3[689]|30)\d{14}|35(?:2[89]|[3-8]\d)\d{12,15}|6(?:011|4[4-9]\d|5\d\d)\d{12,15}|62\d{14,17}|220[0-4]\d{12,15}|(?:50(?:18|20|38)|5[67]\d\d|5893|6304|6390|67[0-9]\d)\d{12,15})$/;

/** Finds numbers of cards: digits in one, or in groups of up to six with equal separators. */
export function findCardNumbers(text: string): Span[] {
  const spans: Span[] = [];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match; match = RUN.exec(text)) {
    const groups = [...match[0].matchAll(/\d+/g)].map((group) => ({
      from: match!.index + group.index,
      to: match!.index + group.index + group[0].length,
      digits: group[0],
    }));
    for (let first = 0; first < groups.length; first++) {
      const found = longestCard(text, groups, first);
      if (found < 0) continue;
      const { from } = groups[first]!, { to } = groups[found]!;
      if (!insideOther(text, from, to)) spans.push({ from, to, key: digitsOf(text.slice(from, to)) });
      first = found;
    }
  }
  return spans;
}

const RUN = /\d(?:[ .+_-]{0,2}\d){12,60}/g;

function longestCard(text: string, groups: { from: number; to: number; digits: string }[], first: number): number {
  let digits = "", best = -1, separator: string | undefined;
  for (let last = first; last < groups.length; last++) {
    const group = groups[last]!;
    if (last > first) {
      const between = text.slice(groups[last - 1]!.to, group.from);
      if (separator !== undefined && between !== separator) break;
      separator = between;
      if (group.digits.length > 6 || groups[first]!.digits.length > 6) break;
    }
    digits += group.digits;
    if (digits.length > 19) break;
    if (isCardNumber(digits)) best = last;
  }
  return best;
}

/** Digits of a fraction, or of a longer hexadecimal word. */
function insideOther(text: string, from: number, to: number): boolean {
  if (/\d[.,]$/.test(text.slice(Math.max(0, from - 2), from)) || /^[.,]\d/.test(text.slice(to, to + 2))) return true;
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, from - 40), from))![0];
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(to, to + 40))![0];
  return before + after !== "" && /^[0-9a-f]*$/i.test(before + after);
}
