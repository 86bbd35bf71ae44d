/** Telephone numbers: international by ITU-T E.164, national by how they are written. */
import { digitsOf, matches, type Span } from "./finding_spans.ts";
import { type Signs, signsOf } from "./text_traits.ts";

/** Words after which a number is somebody's, in the languages of the readers. */
const LABEL =
  "tel|t[eé]l[eé]phone|telephone|telefon(?:o|nummer|nr)?|telefoon(?:nummer)?|tel[eé]fono|phone|fon|mobile?|mobil(?:nummer|funk)?|handy(?:nummer)?|m[oó]vil|portable|fax|gsm|cell(?:ular)?|rufnummer|durchwahl|whatsapp|sms|callto";

/** Whether the name of a field or column says that it holds telephone numbers. */
export function asksForPhone(name: string): boolean {
  return FIELD.test(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

const FIELD = new RegExp(`(?:^|[^\\p{L}])(?:${LABEL})(?![\\p{Ll}])`, "iu");

/** The digits of a whole cell that can be nothing but a number to dial: 6 to 15 digits; undefined otherwise. */
export function dialled(cell: string): string | undefined {
  if (!/^\s*\+?[\d ()./-]{6,24}\s*$/.test(cell) || DATE.test(cell.trim())) return undefined;
  const digits = digitsOf(cell);
  return digits.length >= 6 && digits.length <= 15 ? digits : undefined;
}

/**
 * Finds telephone numbers. A number of digits alone is none unless a word before it says so, it begins with `+` or `00`
 * and a country's code, or has the form of a mobile number; dates, amounts and decimals are none.
 *
 * @param known digits of numbers that stood in a field for telephone numbers: they are found wherever they stand alone.
 */
export function findPhoneNumbers(
  text: string,
  known?: ReadonlySet<string>,
  { run, plus }: Pick<Signs, "run" | "plus"> = signsOf(text),
): Span[] {
  if (run < 6) return [];
  const spans = run >= 7 && (plus || text.includes("00")) ? internationalNumbers(text) : [];
  if (run >= 9) {
    const number = ([written]: RegExpExecArray) => sameNumber(written);
    spans.push(
      ...matches(TRUNK, text, ([written]) => isTrunkNumber(written) ? sameNumber(written) : undefined),
      ...matches(NINE, text, (match) => isGroupedNumber(match) ? number(match) : undefined),
      ...(run < 10 ? [] : [
        ...matches(NORTH_AMERICAN, text, number),
        ...matches(PAIRS, text, number),
        ...matches(MOBILE, text, number),
        ...matches(TEN, text, (match) => isGroupedNumber(match) ? number(match) : undefined),
      ]),
    );
  }
  if (run >= 8) spans.push(...matches(EIGHT_ALONE, text, ([written]) => sameNumber(written)));
  if (HINT.test(text)) spans.push(...labelledNumbers(text));
  if (known && known.size > 0) {
    spans.push(...matches(ALONE, text, ([written]) => known.has(digitsOf(written)) ? sameNumber(written) : undefined));
  }
  return spans;
}

/** What `LABEL` needs. */
const HINT = /tel|t[eé]l[eé]|phone|fon|mob|handy|m[oó]vil|portable|fax|gsm|cell|rufn|durchwahl|whatsapp|sms|callto/i;

/** `+49 30 123456`, `030/123456` and `(030) 123456` are one number: its last nine digits without the trunk's 0. */
function sameNumber(written: string): string {
  return digitsOf(written).replace(/^0+/, "").slice(-9);
}

const INTERNATIONAL = /(?<![\w+])(?:\+|00(?=[ .-]?[1-9]))[ .(-]{0,2}[1-9](?:[ ./()-]{0,3}\d){6,16}(?!\d)/g;

function internationalNumbers(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: whole, index } of text.matchAll(INTERNATIONAL)) {
    // Digits that follow a number after a space, such as an hour, are not part of it.
    for (let written = whole; written !== ""; written = written.replace(/[ ./()-]+\d+$|\d+$/, "")) {
      const after = text.slice(index + written.length);
      const key = internationalKey(written, after);
      if (key === undefined) {
        if (!/[ ./()-]\d+$/.test(written)) break;
        continue;
      }
      spans.push({ from: index, to: index + written.length, key });
      break;
    }
  }
  return spans;
}

/** What tells the number from others; undefined where it cannot be dialled. */
function internationalKey(written: string, after: string): string | undefined {
  if (/^(?:,\d|\.\d| ?(?:EUR|USD|CHF|GBP|€|\$|£|%))/.test(after)) return undefined;
  const plus = written.startsWith("+");
  const digits = digitsOf(written.replace(/\(0\)/, "")).replace(plus ? /^/ : /^00/, "");
  const code = CALLING_CODES.find(([prefix]) => digits.startsWith(prefix));
  if (!code) return undefined;
  const [prefix, least, most] = code;
  const national = digits.slice(prefix.length).replace(prefix === "39" ? /^$/ : /^0/, "");
  if (national.length < least || national.length > most) return undefined;
  if (prefix === "1" && !/^[2-9]/.test(national)) return undefined;
  // Documents are numbered with leading zeros, too: without separators only what no such number looks like.
  if (!plus && /^\d+$/.test(written) && (national.length < 8 || digits[prefix.length] === "0")) return undefined;
  if (/^(\d)\1*$/.test(national)) return undefined;
  return sameNumber(national);
}

const NORTH_AMERICAN =
  /(?<![\w.+,/-])(?:\+?1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}(?![\w/]|[-.,]\d)/g;
/**
 * Without a 0 in front, by their groups: Spain, Portugal, Poland, Czechia (3 3 3), Poland and Sweden (2 3 2 2), Norway
 * (3 2 3), Chile (1 4 4), Portugal (2 3 4).
 */
const NINE =
  /(?<![\w.,/+-]|\d )(?:[5-9]\d{2}([ -])\d{3}\1\d{3}|[1-9]\d([ -])\d{3}\2\d{2}\2\d{2}|[49]\d{2} \d{2} \d{3}|9 \d{4} \d{4}|2\d \d{3} \d{4})(?![\w]|[-.,/]\d| \d)/g;
/**
 * India (5 5), Brazil ((2) 5-4), Mexico and Brazil (2 4 4), China (3 4 4), Russia (8 3 3 2 2), Turkey (0 3 3 2 2), Italy
 * (3 6 and 3 7), Argentina and Hungary with a single figure behind the 0.
 */
const TEN =
  /(?<![\w.,/+-]|\d )(?:[6-9]\d{4}[ -]\d{5}|\([1-9]\d\) ?9?\d{4}[ -]\d{4}|[1-9]\d 9\d{4}[ -]\d{4}|[2-9]\d (?!0000)\d{4} \d{4}|[1-9]\d \d{4}-\d{4}|1[3-9]\d([ -])\d{4}\1\d{4}|8[ -]?\(?\d{3}\)?[ -]\d{3}[ -]\d{2}[ -]?\d{2}|0 \(?[2-5]\d{2}\)? \d{3} \d{2} \d{2}|3[2-9]\d[ /-]\d{6,7}|06[ -]\d[ -]\d{3}[ -]\d{4})(?![\w]|[-.,/]\d| \d)/g;
/** Denmark and Norway (2 2 2 2), Singapore and Hong Kong (4 4): only as all of a text. */
const EIGHT_ALONE = /^\s*(?:[2-9]\d(?: \d{2}){3}|[689]\d{3}[ -]\d{2}(?!00)\d{2})\s*$/g;

/** What stands before a number that counts or names something else. */
const OTHER_NUMBER =
  /(?:total|sum(?:me|a)?|amount|betrag|montant|importe|importo|saldo|balance|price|preis|prix|precio|prezzo|policy|police|poliza|polizza|order|auftrag|bestellung|commande|pedido|ordine|invoice|rechnung|facture|factura|fattura|account|konto|compte|cuenta|conto|article|artikel|item|material|part|batch|charge|lot|serial|ref(?:erence)?|referenz|ticket|case|document|beleg|contract|vertrag|contrat|shipment|sendung|tracking|delivery|lieferung|customer|kunde|vendor|id|code|no|nr|n[º°]|num(?:ber|mer|ero)?|#|eur|usd|chf|gbp|€|\$|£|siren|siret|vat|ust|hrb|kvk|cvr|org|isbn|ean|gtin|upc|size|rows?|items|pcs|qty|population|km|kg)[-.:# ]{0,3}$/iu;

/** Whether digits in groups are to dial: no round figure, no amount of money, nothing that a word before calls otherwise. */
function isGroupedNumber({ 0: written, index, input }: RegExpExecArray): boolean {
  if (/(?:[ -]000|0000)$/.test(written) || /^(\d)\1*$/.test(digitsOf(written))) return false;
  if (
    /^ ?(?:EUR|USD|CHF|GBP|PLN|CZK|SEK|NOK|DKK|HUF|Ft|kr|Kč|zł|€|\$|£|%|kg|km|pcs|Stk|MB|GB|bytes)(?!\p{L})/iu.test(
      input.slice(index + written.length),
    )
  ) {
    return false;
  }
  return !OTHER_NUMBER.test(input.slice(Math.max(0, index - 24), index));
}

/** France, Belgium: five pairs. */
const PAIRS = /(?<![\w.,/+-])0[1-9]([ .-])\d{2}(?:\1\d{2}){3}(?![\w]|[-.,/]\d)/g;
/** Behind a slash a number begins where an address goes on with it, but no date and no fraction does. */
const TRUNK =
  /(?<![\w.,+-]|[\d.]\/)(?:\(0[1-9]\d{0,4}\)|0[1-9]\d{0,4})(?:[ ./()-]{1,3}\d{2,}){1,5}(?:-\d{1,4})?(?![\w]|[-.,/]\d)/g;
/**
 * Digits alone behind a 0: mobile numbers of Germany, the United Kingdom and others of ten and eleven digits. Documents
 * are filled up with zeros, so that three in a row are none.
 */
const MOBILE = /(?<![\w.,+/-])(?!\d*000)(?:01[567]\d{8,9}|0[3-9]\d{8}|0[1-9]\d{9})(?![\w]|[-.,/]\d)/g;
const ALONE = /(?<![\w.,])\+?\(?\d(?:[ ()./-]{0,2}\d){5,14}(?![\w]|[.,]\d)/g;
const DATE =
  /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}(?!\d))|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))/;

/** A trunk prefix of 0, an area, and groups that make nine to twelve digits; no date, no address, no decimal. */
function isTrunkNumber(written: string): boolean {
  const digits = digitsOf(written);
  if (digits.length < 9 || digits.length > 12) return false;
  if (DATE.test(written) || /^(?:0[1-9]|1[0-2])[/.-](?:19|20)\d\d\b/.test(written)) return false;
  if (/^\d{3}(?:\.\d{3}){3}$/.test(written)) return false;
  return !/^\d+\.\d+$/.test(written);
}

const LABELLED = new RegExp(
  `(?<!\\p{L})(?:${LABEL})(?:[.-]?(?:no|nr|nummer|number))?[\\]"'’\\s:.=#>/-]{0,6}(\\+?\\(?\\d(?:[ ()./-]{0,2}\\d){5,14})(?![\\d\\p{L}])`,
  "giu",
);

function labelledNumbers(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(LABELLED)) {
    const number = match[1]!;
    const to = match.index + match[0].length;
    if (!DATE.test(number)) spans.push({ from: to - number.length, to, key: sameNumber(number) });
  }
  return spans;
}

/** Country's code, and the fewest and most digits of its national numbers; longer codes first. */
const CALLING_CODES: readonly (readonly [string, number, number])[] = [
  ...codes(
    "351 9-9 352 4-11 353 7-9 354 7-9 355 8-9 356 8-8 357 8-8 358 5-11 359 7-9 370 8-8 371 8-8 372 7-10 373 8-8",
  ),
  ...codes(
    "374 8-8 375 9-10 376 6-9 377 8-9 378 6-10 380 9-9 381 8-10 382 8-8 383 8-8 385 8-9 386 8-8 387 8-8 389 8-8",
  ),
  ...codes("420 9-9 421 9-9 423 7-9 852 8-8 853 8-8 855 8-9 856 8-10 880 8-10 886 8-9 960 7-7 961 7-8 962 8-9 963 8-9"),
  ...codes("964 8-10 965 8-8 966 8-9 967 7-9 968 8-8 970 8-9 971 8-9 972 8-9 973 8-8 974 8-8 975 7-8 976 8-8 977 8-10"),
  ...codes("992 9-9 993 8-8 994 9-9 995 9-9 996 9-9 998 9-9"),
  ...rest("21 22 23 24 25 26 29 50 59 67 68 69 80 85 87 88 96 99"),
  ...codes("20 8-10 27 9-9 30 10-10 31 9-9 32 8-9 33 9-9 34 9-9 36 8-9 39 6-11 40 9-9 41 9-9 43 6-12 44 9-10 45 8-8"),
  ...codes("46 7-9 47 8-8 48 9-9 49 6-12 51 8-9 52 10-10 53 6-8 54 10-11 55 10-11 56 9-9 57 8-10 58 10-10 60 8-10"),
  ...codes("61 9-9 62 7-12 63 8-10 64 8-10 65 8-8 66 8-9 81 9-10 82 8-10 84 9-10 86 10-11 90 10-10 91 10-10 92 9-10"),
  ...codes("93 9-9 94 9-9 95 7-10 98 10-10 1 10-10 7 10-10"),
];

function codes(text: string): [string, number, number][] {
  return [...text.matchAll(/(\d+) (\d+)-(\d+)/g)].map(([, code, least, most]) => [code!, Number(least), Number(most)]);
}

/** Ranges of codes of three digits whose numbers have no common length. */
function rest(text: string): [string, number, number][] {
  return text.split(" ").flatMap((two) =>
    Array.from({ length: 10 }, (_, i): [string, number, number] => [`${two}${i}`, 7, 10])
  );
}
