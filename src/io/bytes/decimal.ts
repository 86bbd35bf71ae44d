/** Decimal numbers, read from the bytes of a file, as `Number` would read them. */

const MINUS = 0x2d, DOT = 0x2e, ZERO = 0x30;
/** So many digits are exact in a double, so that one division rounds the number correctly. */
const EXACT_DIGITS = 15;
const TEN_TO = Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

let end = 0;

/**
 * The plain number (digits, with a minus before and a fraction after them) that begins at `from`; {@link decimalEnd}
 * then gives the place after it. NaN if there is none, or one of more than 15 digits.
 */
export function decimal(bytes: Uint8Array, from: number): number {
  const negative = bytes[from] === MINUS;
  let at = negative ? from + 1 : from;
  const first = at;
  let digits = 0, whole = -1;
  for (;; at++) {
    const byte = bytes[at]!;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (byte === DOT && whole < 0) whole = at;
    else break;
  }
  end = at;
  const count = whole < 0 ? at - first : at - first - 1;
  if (count === 0 || count > EXACT_DIGITS || whole === first || whole === at - 1) return NaN;
  const value = whole < 0 ? digits : digits / TEN_TO[at - whole - 1]!;
  return negative ? -value : value;
}

/** Place after the number that {@link decimal} has read last. */
export function decimalEnd(): number {
  return end;
}

/** A number as XML Schema writes it (`INF` and `Infinity` are infinite), undefined if the text is none. */
export function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) return Number(trimmed);
  if (trimmed === "NaN") return NaN;
  const infinite = /^([+-]?)(INF|Infinity)$/.exec(trimmed);
  return infinite ? (infinite[1] === "-" ? -Infinity : Infinity) : undefined;
}
