/** One number as people and spreadsheets write it: thousands apart, a comma or a point, a currency, a minus behind. */

export type DecimalMark = "point" | "comma";

/** What a text was found to be. */
export interface WrittenNumber {
  /** The number if the point, or the comma, is the decimal mark; NaN where the text does not fit that. */
  readonly point: number;
  readonly comma: number;
  /** What the text holds with the one decimal mark, and with the other. */
  readonly parts: Readonly<Record<DecimalMark, NumberParts>>;
  /** A currency as it is written, "%", or nothing. */
  readonly unit: string;
  /** How a number below zero is written, where that is not a minus before it. */
  readonly minus: "" | "behind" | "parentheses";
  /** How many digits there are. */
  readonly digits: number;
}

export interface NumberParts {
  /** What stands between thousands; empty for nothing. */
  readonly thousands: string;
  /** There are digits behind the decimal mark. */
  readonly fraction: boolean;
}

const SPACE = "[ \\u00a0\\u202f\\u2009]";
const CURRENCY = "(?:[A-Z]{1,3}\\$|[€$£¥₹₽₺₩₫฿₪₴₦]|Kč|zł|Ft|kr\\.?|Fr\\.|(?:AED|ARS|AUD|BGN|BRL|CAD|CHF|CLP|CNY|COP|" +
  "CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KES|KRW|MAD|MXN|MYR|NGN|NOK|NZD|PHP|PLN|RON|RSD|RUB|SAR|SEK|SGD|" +
  "THB|TRY|UAH|USD|VND|ZAR)(?![A-Za-z]))";
/** 1: a minus, 2: a currency, 3: a minus, 4: the digits, 5: a minus behind, 6: a unit, 7: a minus behind that. */
const WHOLE = new RegExp(
  `^([-\\u2212])?${SPACE}?(${CURRENCY})?${SPACE}?([-\\u2212])?${SPACE}?` +
    `([\\d.,][\\d.,'’ \\u00a0\\u202f\\u2009]*?(?:[eE][+-]?\\d+)?)(?:[.,](?:-{1,2}|–|—))?([-\\u2212])?` +
    `${SPACE}?(${CURRENCY}|%)?([-\\u2212])?$`,
);
const EXPONENT = "(?:[eE][+-]?\\d+)";

/** The digits with a decimal mark: 1: whole, 2: what parts thousands, 3: fraction, 4: exponent. */
function digitsWith(mark: string, parts: string): RegExp {
  const grouped = parts.split("").map((part) => `\\${part}`).join("");
  const lakh = mark === "." ? "|\\d{1,2}(?:,\\d{2})+,\\d{3}" : "";
  return new RegExp(
    `^(0|[1-9]\\d*|[1-9]\\d{0,2}(?:([${grouped}'’ \\u00a0\\u202f\\u2009])\\d{3})(?:\\2\\d{3})*${lakh})?` +
      `(?:\\${mark}(\\d+))?(${EXPONENT})?$`,
  );
}

const WITH_POINT = digitsWith(".", ","), WITH_COMMA = digitsWith(",", ".");

/** Reads a text as a number, both with a decimal point and with a decimal comma; undefined if it is none. */
export function readNumber(text: string): WrittenNumber | undefined {
  let inner = text.trim();
  if (inner.length > 40) return undefined;
  const bracketed = /^\((.*)\)$/.exec(inner);
  if (bracketed) inner = bracketed[1]!.trim();
  const match = WHOLE.exec(inner);
  if (!match) return undefined;
  const [, before, prefix, after, core, behind, suffix, last] = match;
  const minuses = [before, after, behind, last].filter((sign) => sign !== undefined).length;
  if (minuses > (bracketed ? 0 : 1) || (prefix !== undefined && suffix !== undefined)) return undefined;
  const withPoint = WITH_POINT.exec(core!), withComma = WITH_COMMA.exec(core!);
  const sign = bracketed || minuses > 0 ? -1 : 1;
  const point = valueOf(withPoint, sign), comma = valueOf(withComma, sign);
  if (Number.isNaN(point) && Number.isNaN(comma)) return undefined;
  return {
    point,
    comma,
    parts: { point: partsOf(withPoint), comma: partsOf(withComma) },
    unit: prefix ?? suffix ?? "",
    minus: bracketed ? "parentheses" : behind ?? last ? "behind" : "",
    digits: core!.replace(/\D/g, "").length,
  };
}

function partsOf(match: RegExpExecArray | null): NumberParts {
  return { thousands: /\D/.exec(match?.[1] ?? "")?.[0] ?? "", fraction: match?.[3] !== undefined };
}

/** Beyond so many digits before the decimal mark a text is an id, which a number might change. */
const MOST_DIGITS = 15;

function valueOf(match: RegExpExecArray | null, sign: number): number {
  if (!match) return NaN;
  const [, whole = "", , fraction, exponent = ""] = match;
  if (whole === "" && fraction === undefined) return NaN;
  // The id 12E5 stays what it is: an exponent needs a fraction or a sign.
  if (exponent !== "" && fraction === undefined && !/[+-]/.test(exponent)) return NaN;
  const digits = whole.replace(/\D/g, "");
  if (digits.length > MOST_DIGITS) return NaN;
  const value = Number(`${digits || "0"}${fraction === undefined ? "" : `.${fraction}`}${exponent}`);
  return Number.isFinite(value) ? sign * value : NaN;
}

/** Whether the nearest double is not what the digits of a plain number (with a point) say. */
export function isRounded(text: string): boolean {
  const match = /^-?(\d*)\.?(\d*)(?:[eE][+-]?\d+)?$/.exec(text.trim());
  if (!match) return false;
  const digits = (match[1]! + match[2]!).replace(/^0+|0+$/g, "");
  if (digits.length <= MOST_DIGITS) return false;
  const value = Number(text);
  if (!Number.isFinite(value)) return true;
  const held = Math.abs(value).toPrecision(Math.min(digits.length, 100)).replace(/e.*$/, "").replace(".", "");
  return held.replace(/^0+|0+$/g, "") !== digits;
}

/** Whether a spreadsheet wrote a long number so that its last digits are lost: 8.00000E+17. */
export function hasLostDigits(text: string): boolean {
  const match = /^\s*-?\d(?:[.,](\d+))?E\+(\d{2,3})\s*$/i.exec(text);
  return match !== null && Number(match[2]) >= 11 && Number(match[2]) > (match[1]?.length ?? 0);
}
