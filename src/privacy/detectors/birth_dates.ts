/** Dates of birth: a date behind a word that says so. */
import { matches, type Span } from "./finding_spans.ts";
import { type Signs, WORD } from "./text_traits.ts";

/** What announces a date of birth. */
const CUES =
  "born(?: on| in)?|b\\.|d\\.?o\\.?b\\.?|date of birth|birth[ -_]?date|birth[ -]?day|bday|geboren(?: am| op)?|geb\\.?(?: am)?|geburts(?:datum|tag)|geburtsdat\\.|" +
  "n[eé]\\(?e?\\)?(?: le)?|(?:date|jour) de naissance|naissance|nacid[oa](?: el)?|fecha de nacimiento|f(?:echa|\\.)? ?(?:de )?nac\\.?|nascid[oa](?: (?:em|a))?|data de nascimento|dt\\.? ?nasc\\.?|" +
  "nat[oa](?: (?:il|a))?|data di nascita|geboorte(?:datum|dag)|f[oö]dd|f[oö]delse(?:datum|dag)|f[oø]dt|f[oø]dsels(?:dato|dag)|syntym[aä]aika|synt\\.|syntynyt|" +
  "ur\\.|urodzon[yaey]|data urodzenia|nar\\.|narozen[ay]?|datum narozen[ií]|d[aá]tum narodenia|narodil[a]? sa|ro[dđ]en[a]?|datum ro[dđ]enja|rojen[a]?|datum rojstva|" +
  "sz[uü]letett|sz[uü]l\\.|sz[uü]let[eé]si (?:d[aá]tum|id[oő])|n[aă]scut[aă]?|data na[sșş]terii|do[gğ]um tarihi|d\\.? ?tarihi|dat[eë]lindja|gimimo data|dzim[sš]anas datums|s[uü]nniaeg|" +
  "tanggal lahir|tgl\\.? lahir|lahir|tarikh lahir|ng[aà]y sinh|petsa ng kapanganakan|tarehe ya kuzaliwa|geboortedatum|" +
  "д\\.? ?р\\.?|дата (?:рождения|народження|раждане|рођења|раѓање)|родил[ас]я?|р\\.н\\.|рођен[а]?|γεννήθηκε|ημερομηνία γέννησης|" +
  "生年月日|出生日期|出生年月日|生日|생년월일|تاريخ الميلاد|תאריך לידה|जन्म ?(?:तिथि|तारीख)|วันเกิด";

const MONTH = "\\p{L}{3,12}\\.?";
/** Dates in figures and in words, day or year first. */
export const DATE_FORMS =
  `\\d{1,2}[./-] ?\\d{1,2}[./-] ?(?:\\d{4}|\\d{2})|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}\\.?|\\d{1,2}(?:\\.|st|nd|rd|th|er|º|ª)?,? (?:of |de |d['’])?${MONTH},?(?: de| del)? \\d{4}|` +
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|\\d{4}年 ?\\d{1,2}月 ?\\d{1,2}日|\\d{4}년 ?\\d{1,2}월 ?\\d{1,2}일`;

const CUED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CUES})[)\\]"'’]{0,2}\\s{0,2}[:=：-]?\\s{0,2}["'’(]?(${DATE_FORMS})(?![\\p{L}\\p{N}]|[./-]\\d)`,
  "gdiu",
);
/** "*14.03.1978": the sign that stands before a birth in German, Dutch and Nordic texts. */
const STARRED =
  /(?<![\p{L}\p{N})\]*])(?<![\d)\]] )\* ?(\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})(?![\p{L}\p{N}*])/gdu;

/** Whether a text can hold one. */
export function mayHoldBirthDate({ digits, words, foreign }: Signs, text: string): boolean {
  return digits >= 5 && ((words & WORD.birth) !== 0 || foreign || text.includes("*"));
}

/** Finds dates of birth; a date alone is none. */
export function findBirthDates(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of [CUED, STARRED]) {
    matches(pattern, text, (match) => {
      const [from, to] = match.indices!.at(-1)!;
      spans.push({ from, to, key: text.slice(from, to) });
      return undefined;
    });
  }
  return spans;
}

/** Whether the name of a field or column says that it holds dates of birth. */
export function asksForBirthDate(name: string): boolean {
  return FIELD.test(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll("_", " "));
}

const FIELD = new RegExp(
  "(?<![\\p{L}])(?:d\\.?o\\.?b\\.?|(?:date of )?birth ?(?:date|day)?|bday|geburts(?:datum|tag)|geb\\.?-? ?datum|(?:date de )?naissance|(?:fecha de )?nacimiento|(?:data de )?nascimento|(?:data di )?nascita|" +
    "geboorte(?:datum|dag)|f[oö]delse(?:datum|dag)|f[oø]dsels(?:dato|dag)|syntym[aä]aika|data urodzenia|datum narozen[ií]|d[aá]tum narodenia|sz[uü]let[eé]si (?:d[aá]tum|id[oő])|data na[sșş]terii|do[gğ]um tarihi|" +
    "tanggal lahir|ng[aà]y sinh|дата (?:рождения|народження)|ημερομηνία γέννησης)(?![\\p{L}])|生年月日|出生日期|생년월일|تاريخ الميلاد",
  "iu",
);
