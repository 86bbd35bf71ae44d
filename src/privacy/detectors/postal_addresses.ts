/** Postal addresses: behind a word that announces one, or complete with a street, a number, a postcode and a place. */
import { COMMON, folded, NO_FAMILY_NAME } from "../names/name_words.ts";
import { isOrdinaryWord } from "../names/ordinary_words.ts";
import { matches, type Span } from "./finding_spans.ts";
import { type Signs, WORD } from "./text_traits.ts";

/** Finds postal addresses. A street with its number alone is none: offices and projects are called so. */
export function findPostalAddresses(text: string): Span[] {
  const spans: Span[] = [];
  if (POSTCODE_AND_PLACE.test(text)) {
    for (const pattern of COMPLETE) {
      spans.push(...matches(pattern, text, ([whole]) => isComplete(whole) ? whole.toLowerCase() : undefined));
    }
  }
  for (const pattern of [CUED, LIVES]) {
    matches(pattern, text, (match) => {
      const [from] = match.indices!.at(-1)!;
      const value = match.at(-1)!.replace(/[\s,.;–-]+$/u, "");
      if (isAddress(value)) spans.push({ from, to: from + value.length, key: value.toLowerCase() });
      return undefined;
    });
  }
  return spans;
}

/** Whether a text can hold one: a postcode before a place or at the end, or a word that announces it. */
export function mayHoldAddress({ digits, words, foreign }: Signs, text: string): boolean {
  if (digits === 0 || text.length < 10) return false;
  return (words & WORD.address) !== 0 || foreign || (digits >= 3 && POSTCODE_AND_PLACE.test(text));
}

/** A sieve for `COMPLETE`: what each of its forms ends with. */
const POSTCODE_AND_PLACE = /\d(?: ?[A-Z]{2})? \p{Lu}|[A-Z]\d[A-Z\d]? ?\d[A-Z]|[A-Z]{2} \d{4}|, ?\d{5}|\d{3}-\d{4}/u;

/** With a word for a street, or a postcode of five figures behind what is no word of labels. */
function isComplete(address: string): boolean {
  if (address.startsWith("〒") || STREET.test(address)) return true;
  const first = folded(/\p{L}+/u.exec(address)?.[0] ?? "");
  return !COMMON.has(first) && !NO_FAMILY_NAME.has(first) && !isOrdinaryWord(first) &&
    /\b\d{5}\b|\b\d{3} \d{2}\b/.test(address);
}

const STREET =
  /(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|hof|markt|chaussee|steig|pfad|wall|graben|gracht|straat|laan|plein|kade|dijk|singel|vej|gade|gate|veien|v[aä]gen|v[aä]g|gatan|gata|gr[aä]nd|torg|katu|tie|kuja|utca|[uú]t|t[eé]r|ulice|ulica|n[aá]m[eě]st[ií]|t[rř][ií]da)(?![\p{L}])|(?<![\p{L}])(?:ul\.|al\.|os\.|pl\.|c\/|av\.|avda\.?|rue|avenue|boulevard|bd|place|quai|all[eé]e|chemin|impasse|cours|route|via|viale|piazza|corso|largo|calle|avenida|plaza|paseo|rua|travessa|pra[cç]a|strada|bulevardul|calea|sokak|caddesi|mahallesi|bulvar[iı]?|aleja|plac|rynek|street|st|road|rd|ave|lane|ln|drive|dr|blvd|court|ct|way|square|terrace|close|crescent|gardens|grove|hill|row|mews|parade|esplanade|promenade|wharf|bend|walk|crossing|parkway|pkwy|highway|hwy|circle|cir|улица|ул\.|проспект)(?![\p{L}])/iu;

/** Whether the name of a field or column asks for a street or a whole address. */
export function asksForAddress(name: string): boolean {
  const parted = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll("_", " ");
  return FIELD.test(parted) && !OTHER_ADDRESS.test(parted);
}

/** Whether a cell can be an address: letters and figures. */
export function isAddress(value: string): boolean {
  return value.length >= 6 && /\p{L}{3}/u.test(value) && /\d/.test(value) &&
    !/:\/\/|@|^\d+(?:\.\d+){3}|^0x|^[\da-f]{2}(?::[\da-f]{2}){3}/iu.test(value);
}

const NOUNS =
  "(?:home |postal |mailing |street |shipping |billing |delivery |residential |private )?address|residence|anschrift|(?:liefer|rechnungs|wohn|privat|post|melde)?adresse|wohn(?:ort|sitz)|" +
  "adresse (?:postale|de livraison|de facturation)|domicile|direcci[oó]n(?: postal| de env[ií]o)?|domicilio|indirizzo|residenza|morada|endere[cç]o|(?:post|woon|aflever|factuur)?adres|(?:post|leverans)?adress|" +
  "(?:post)?osoite|adresa|bydli[sš]t[eě]|bydlisko|(?:lak)?c[ií]m|naslov|adresi|адрес(?:а|са)?|διεύθυνση|alamat|[dđ][iị]a ch[iỉ]|anwani|住所|地址|주소|العنوان|כתובת";
const OTHER_ADDRESS =
  /(?:\bip|\bmac|e-?mail|\bmail|web|url|internet|memory|host|server|speicher|courriel|correo|mél|posta)[ -]?(?:v[46] )?/iu;

const CUED = new RegExp(
  `(?<!(?:IP|IPv4|IPv6|MAC|E-?Mail|Mail|Web|Host|Server|Memory|Internet|URL|Base|Start|Cell|Reply)[ -]?)(?<![\\p{L}])(?:${NOUNS})["'’)\\]]{0,2}\\s{0,2}[:=：]\\s{0,2}["'’]?(?!\\[\\p{L}+[ \\]])([^|;"<>\\n\\t]{6,90})`,
  "gdiu",
);
const LIVES =
  /(?<![\p{L}])(?:lives? (?:at|in)|living (?:at|in)|resid(?:es|ing|ent) (?:at|in|of)|moved to|ship to|deliver to|wohnhaft(?: in)?|wohnt (?:in|an der|am)|zieht um nach|liefern an|domicili[eé]e? (?:[aà]u?|en)|demeurant(?: [aà]u?)?|habite (?:[aà]u?|en)|domiciliad[oa] en|vive en|reside (?:en|in|em)|residente (?:in|a|en|em)|abita (?:in|a)|mora (?:na|no|em)|woont (?:in|aan|op)|woonachtig (?:in|te)|bor (?:p[aå]|i)|zamieszka[lł][yae]|bytem|asuu|lakik|oturuyor|проживает)[ :]+(?!\[\p{L}+[ \]])([^|;"<>\n\t]{6,90})/gdiu;

const NAME = "\\p{Lu}[\\p{L}.'’-]*";
const NAMES =
  `${NAME}(?: (?:de |la |le |les |du |des |del |della |di |da |das |do |dos |of |the |van |von |der |den |und |y |e |i )*${NAME}){0,4}`;
const NUMBER = "\\d{1,5}(?: ?[a-zA-Z])?(?:[ /-]\\d{1,4}[a-z]?)?";
/** Postcodes: of three to six figures, in groups or behind a country's letters, and those of Great Britain, Canada and the Netherlands. */
const POSTCODE =
  "(?:[A-Z]{1,2}-)?(?:\\d{5}(?:-\\d{3,4})?|\\d{4}(?: ?[A-Z]{2})?|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4}-\\d{3}|\\d{6})|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d";
const GAP = "(?:,? |, ?)";

/** With street, number, postcode and place, in the orders that countries have. */
const COMPLETE: readonly RegExp[] = [
  // Lindenstraße 14b, 10969 Berlin; Keizersgracht 174, 1016 DW Amsterdam; Storgatan 5, 111 22 Stockholm; Calle Mayor 23, 28013 Madrid.
  new RegExp(
    `(?<![\\p{L}\\p{N}])${NAMES}${GAP}(?:n[º°o.]{1,2} ?|č\\.? ?p\\.? ?)?${NUMBER}(?:${GAP}[\\p{L}\\d.º°ª ]{1,14})?(?:${GAP}|,? ?[-–—] ?)(?:${POSTCODE}) ${NAMES}`,
    "gu",
  ),
  // C/ Mayor 23, ul. Długa 7/3, Av. da Liberdade 12.
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:C/|[Uu]l\\.|[Aa]l\\.|[Oo]s\\.|[Aa]vd?a?\\.|[Pp]l\\.|улица|ул\\.) ?${NAMES}${GAP}(?:n[º°o.]{1,2} ?|д\\. ?)?${NUMBER}(?:${GAP}[\\p{L}\\d.º°ª ]{1,14})?${GAP}(?:${POSTCODE}) ${NAMES}`,
    "gu",
  ),
  // 14 rue de Rivoli, 75001 Paris.
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\d{1,4}(?: ?(?:bis|ter|quater|[a-z]))?,? (?:rue|avenue|av\\.?|boulevard|bd|place|quai|all[eé]e|chemin|impasse|cours|route|square|passage|faubourg|rte)(?: [\\p{L}'’.-]+){1,6}${GAP}(?:[BFL]-)?\\d{4,5} ${NAMES}`,
    "giu",
  ),
  // 221B Baker Street, London NW1 6XE; 1600 Amphitheatre Parkway, Mountain View, CA 94043.
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\d{1,5}[A-Za-z]?(?:-\\d{1,4})?,? ${NAMES}(?:,? (?:Apt|Apartment|Suite|Unit|Flat|Floor|#)\\.? ?\\w{1,6})?(?:,? ${NAMES}){0,2},? (?:[A-Z]{2,3} )?(?:\\d{5}(?:-\\d{4})?|[A-Z]{2,3} \\d{4}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)(?![\\p{L}\\p{N}])`,
    "gu",
  ),
  // 〒100-0001 東京都千代田区1-1.
  /〒 ?\d{3}-\d{4}[ \u3000]?[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\d\-－丁目番地号 ]{4,40}/gu,
];

const FIELD = new RegExp(
  `(?<![\\p{L}])(?:${NOUNS}|street(?: name| and number| line| ?1| ?2)?|address line ?\\d?|stra(?:ß|ss)e(?: und hausnummer)?|hausnummer|rue|voie|calle|via|rua|straat|gata|gade|ulica|ulice|utca|sokak)(?: ?\\d)?(?![\\p{L}])`,
  "iu",
);
