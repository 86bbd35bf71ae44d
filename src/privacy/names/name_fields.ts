/** Fields and columns that hold names of persons, and what may be typed into them. */
import { COMMON, folded } from "./name_words.ts";

/** What a field asks for: a name of a person, or only the family's. */
export type AskedName = "name" | "family name";

/**
 * Whether the name or label of a field or column says that names of persons stand there: `Last name`, `Nachname`,
 * `kundenName`, `prénom`, `客户名`. Names of files, products, companies and of things in general are none; `Name` alone
 * is taken for a person's in a field (`alone`), not as the name of a column.
 */
export function asksForName(label: string, alone = true): AskedName | undefined {
  if (label.length > 60) return undefined;
  if (HAN.test(label)) return "name";
  const words = label.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}]+/u).filter((word) => word !== "").map(
    folded,
  );
  if (words.length === 0 || words.length > 5) return undefined;
  const joined = words.join("").replace(/^(?:txt|inp|input|field|fld)(?=\p{L}{4})/u, "");
  if (FAMILY.test(joined)) return "family name";
  if (WHOLE.test(joined)) return "name";
  const other = words.filter((word) => !NAME.test(word));
  if (other.length === words.length || !other.every((word) => FILLER.test(word) || PERSON.test(word))) return undefined;
  return alone || other.some((word) => PERSON.test(word)) ? "name" : undefined;
}

const HAN = /姓名|客户名|联系人|名字|氏名|名前|성명|이름/;
const WHO =
  "customer|client|contact|patient|employee|person|applicant|recipient|sender|payee|payer|beneficiary|guest|student|buyer|debtor|creditor|tenant|colleague|accountholder|cardholder|kunden?|kontakt|patienten|mitarbeiter|bearbeiter|sachbearbeiter|empfanger|absender|versicherten?|mieter|inhaber|cliente|klant|medewerker";
const FAMILY =
  /^(?:(?:your|customer|client|contact|patient|employee|kunden?)?(?:last|sur|family|maiden)name|nachname|zuname|familienname|geburtsname|nomdefamille|apellidos?|achternaam|cognome|nazwisko|prijmeni|efternamn|etternavn|efternavn|sobrenome|фамилия)s?$/;
const WHOLE = new RegExp(
  "^(?:(?:your|customer|client|contact|patient|employee|kunden?)?(?:first|given|fore|middle|full|legal)name|lastandfirstname|" +
    "firstandlastname|vorname|rufname|vornamenachname|namevorname|vornameundnachname|ansprechpartner(?:in)?|contactperson|prenom|" +
    "nometprenom|nomprenom|nombreyapellidos?|voornaam|naamklant|nomeecognome|imie|imieinazwisko|jmeno|fornamn|fornavn|имя|отчество|" +
    `фио|(?:${WHO})(?:name|nom|nombre|naam|nome)|nomduclient|nombredelcliente|namedes(?:kunden|patienten)|nameofthe(?:${WHO}))$`,
);
const NAME = /^(?:names?|nom|nombre|naam|nome|navn|namn)$/;
const FILLER =
  /^(?:your|the|of|full|complete|required|optional|und|and|ihr|dein|votre|su|input|field|txt|text|the|s|der|des)$/;
const PERSON = new RegExp(`^(?:${WHO}|customers|clients)$`);

/**
 * Whether a text can be the name of one person: letters, at most five words, no sentence and no word for a role.
 */
export function mayBeName(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false;
  if (!/^[\p{L}\p{M}][\p{L}\p{M}\s.,'’·-]*$/u.test(text)) return false;
  const words = text.split(/[\s.,·-]+/u).filter((word) => word !== "");
  return words.length <= 5 && !words.some((word) => COMMON.has(folded(word)) && !PARTICLES.has(folded(word)));
}

const PARTICLES = new Set(["van", "von", "der", "den", "del", "dos", "das", "die"]);
