/** Numbers that states give to persons, where their form or check digits tell them from other numbers. */
import { passesLuhn } from "./card_numbers.ts";
import { digitsOf, matches, type Span } from "./finding_spans.ts";
import { type Signs, signsOf } from "./text_traits.ts";

interface NationalId {
  /** Cheap and certain: where it says no, the pattern finds nothing. */
  readonly may: (signs: Signs) => boolean;
  readonly pattern: RegExp;
  /** Of the match without separators, in upper case. */
  readonly valid: (id: string, written: string) => boolean;
}

/**
 * Finds national ids: Germany (tax id, pension insurance), Austria and the Netherlands (where a label says so), United
 * Kingdom (NINO), United States (SSN, in its groups), France (NIR), Spain (DNI, NIE), Italy (codice fiscale), Poland
 * (PESEL), Sweden, Finland, Denmark (where a label says so), Belgium, Switzerland (AHV), Brazil (CPF), India (Aadhaar).
 */
export function findNationalIds(text: string, signs: Signs = signsOf(text)): Span[] {
  const spans: Span[] = [];
  for (const { may, pattern, valid } of NATIONAL_IDS) {
    if (!may(signs)) continue;
    spans.push(...matches(pattern, text, ({ 0: written, groups }) => {
      const id = (groups?.id ?? written).replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
      return valid(id, written) ? id : undefined;
    }));
  }
  return spans;
}

/** Whether a text can hold an id that has so many digits in a row. */
const row = (digits: number) => ({ run }: Signs) => run >= digits;

const NATIONAL_IDS: readonly NationalId[] = [
  { may: row(11), pattern: /(?<![\w.,-])[1-9]\d(?: ?\d{3}){3}(?![\w]|[.,-]\d)/g, valid: isGermanTaxId },
  {
    may: row(8),
    pattern: /(?<!\w)\d{2} ?(?:0[1-9]|[12]\d|3[01]) ?(?:0[1-9]|1[0-2]) ?\d{2} ?[A-Z] ?\d{2} ?\d(?!\w)/gi,
    valid: isGermanPension,
  },
  {
    may: ({ six }) => six,
    pattern: /(?<!\w)(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/gi,
    valid: () => true,
  },
  {
    may: row(9),
    pattern: /(?<![\w-])(?!000|666|9)\d{3}([ -])(?!00)\d{2}\1(?!0000)\d{4}(?![\w]|-\d)/g,
    valid: () => true,
  },
  {
    may: row(8),
    pattern: /(?<![\w.,])[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:2[AB]|\d{2}) ?\d{3} ?\d{3} ?\d{2}(?!\w)/gi,
    valid: isFrenchNir,
  },
  { may: row(8), pattern: /(?<![\w.])\d{2}\.?\d{3}\.?\d{3}-?[A-HJ-NP-TV-Z](?!\w)/gi, valid: isSpanishId },
  { may: row(7), pattern: /(?<![\w.])[XYZ]-?\d{7}-?[A-HJ-NP-TV-Z](?!\w)/gi, valid: isSpanishId },
  {
    may: ({ word }) => word >= 16,
    pattern: /(?<!\w)[A-Z]{6}[\dL-V]{2}[A-EHLMPRST][\dL-V]{2}[A-Z][\dL-V]{3}[A-Z](?!\w)/gi,
    valid: isCodiceFiscale,
  },
  { may: row(11), pattern: /(?:PESEL)\D{0,12}(?<id>\d{11})(?!\d)/gi, valid: isPesel },
  {
    may: row(9),
    pattern:
      /(?:BSN|burgerservicenummer|sofinummer)\D{0,12}(?<id>\d{3}[ .]?\d{2}[ .]?\d{4}|\d{3}[ .]?\d{3}[ .]?\d{3})(?!\d)/gi,
    valid: isBsn,
  },
  {
    may: row(10),
    pattern: /(?:SVNR|SV-Nr|Sozialversicherungsnummer)\D{0,12}(?<id>\d{4}[ -]?\d{6})(?!\d)/gi,
    valid: () => true,
  },
  { may: row(10), pattern: /(?:CPR)\D{0,12}(?<id>\d{6}[ -]?\d{4})(?!\d)/gi, valid: () => true },
  {
    may: row(10),
    pattern: /(?<![\w-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])[-+]\d{4}(?![\w-])/g,
    valid: isPersonnummer,
  },
  {
    may: row(6),
    pattern: /(?<![\w-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A-FYXWVU]\d{3}[0-9A-FHJ-NPR-Y](?![\w-])/gi,
    valid: isHetu,
  },
  { may: row(11), pattern: /(?<![\w.])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?![\w.])/g, valid: isBelgianId },
  { may: row(13), pattern: /(?<![\w.])756\.?\d{4}\.?\d{4}\.?\d{2}(?![\w.])/g, valid: isAhv },
  { may: row(11), pattern: /(?<![\w.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)/g, valid: isCpf },
  {
    may: row(12),
    pattern: /(?<![\w.,-])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![\w.,-]| \d{4})/g,
    valid: (id) => passesVerhoeff(id),
  },
];

/** § 139b AO: one of the first ten digits two or three times, no other twice; check digit by ISO 7064 mod 11, 10. */
function isGermanTaxId(id: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of id.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((n) => n > 1);
  if (repeated.length !== 1 || repeated[0]! > 3) return false;
  let product = 10;
  for (const digit of id.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = 2 * sum % 11;
  }
  return (11 - product) % 10 === Number(id[10]);
}

/** VSNR: the letter as its number of two digits, weights 2 1 2 5 7 1 2 1 2 1 2 1, sums of digits. */
function isGermanPension(id: string): boolean {
  const letter = String(id.charCodeAt(8) - 64).padStart(2, "0");
  const digits = id.slice(0, 8) + letter + id.slice(9, 11);
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = weights.reduce((all, weight, i) => {
    const product = weight * Number(digits[i]);
    return all + Math.floor(product / 10) + product % 10;
  }, 0);
  return sum % 10 === Number(id[11]);
}

function isFrenchNir(id: string): boolean {
  const number = id.slice(0, 13).replace("2A", "19").replace("2B", "18");
  return /^\d{13}$/.test(number) && 97 - Number(number) % 97 === Number(id.slice(13));
}

function isSpanishId(id: string): boolean {
  const number = id.slice(0, -1).replace("X", "0").replace("Y", "1").replace("Z", "2");
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(number) % 23] === id.at(-1);
}

function isCodiceFiscale(id: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const code = id.charCodeAt(i);
    const value = code < 58 ? code - 48 : code - 65;
    sum += i % 2 === 0 ? odd[value]! : value;
  }
  return sum % 26 === id.charCodeAt(15) - 65;
}

function isPesel(id: string): boolean {
  const sum = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3].reduce((all, weight, i) => all + weight * Number(id[i]), 0);
  return (10 - sum % 10) % 10 === Number(id[10]);
}

function isBsn(id: string): boolean {
  const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((all, weight, i) => all + weight * Number(id[i]), 0);
  return sum % 11 === 0;
}

function isPersonnummer(id: string): boolean {
  return passesLuhn(digitsOf(id).slice(-10));
}

function isHetu(id: string): boolean {
  const number = Number(id.replace(/^(\d{6})[A-Z]?(\d{3}).$/, "$1$2"));
  return "0123456789ABCDEFHJKLMNPRSTUVWXY"[number % 31] === id.at(-1);
}

function isBelgianId(id: string): boolean {
  const number = Number(id.slice(0, 9)), check = Number(id.slice(9));
  return 97 - number % 97 === check || 97 - (2_000_000_000 + number) % 97 === check;
}

function isAhv(id: string): boolean {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(id[i]) * (i % 2 === 0 ? 1 : 3);
  return (10 - sum % 10) % 10 === Number(id[12]);
}

function isCpf(id: string): boolean {
  if (/^(\d)\1+$/.test(id)) return false;
  const check = (length: number) => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += Number(id[i]) * (length + 1 - i);
    return sum * 10 % 11 % 10;
  };
  return check(9) === Number(id[9]) && check(10) === Number(id[10]);
}

/** Verhoeff, "Error Detecting Decimal Codes" (1969): the dihedral group of order 10. */
function passesVerhoeff(digits: string): boolean {
  const permutation = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let check = 0;
  for (let i = digits.length - 1; i >= 0; i--) {
    check = dihedral(check, permutation[Number(digits[i])]!);
    for (let k = 0; k < 10; k++) permutation[k] = step[permutation[k]!]!;
  }
  return check === 0;
}

function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5;
  return b < 5 ? 5 + (a - b) % 5 : (a - b + 5) % 5;
}
