/** What says of itself that a name follows, or that it is one: words before it, addresses, users. */
import { matches } from "../detectors/finding_spans.ts";
import { ANY_GIVEN, NAME_KIND, nameKinds } from "./known_names.ts";
import { COMMON, folded } from "./name_words.ts";

/** Mentions that say themselves that a name follows: after "Signed in as", "Herr", "Mrs", "Dear", "Name:". */
export function namesMentioned(text: string): string[] {
  if (!MAY_MENTION.test(text)) return [];
  const names: string[] = [];
  matches(MENTION, text, (match) => {
    const name = match[1]!.replace(/[ ,]+(?:van|von|de|der|den|du|la)$/u, "");
    if (wordsOf(name).some((word) => !COMMON.has(word))) names.push(name);
    return undefined;
  });
  return names;
}

const MAY_MENTION =
  /\b(?:as|als|tant que|como|Herrn?|Frau|Mr|Mrs|Ms|Mme|Monsieur|Madame|Señora?|Mevr|Mevrouw|Dhr|Dear|[Aa]ssigned|Contact|[Nn]ame|Ansprechpartner|Nom)\b/;
const MENTION =
  /(?:(?:[Ss]igned|[Ll]ogged) (?:in|on) as|[Aa]ngemeldet als|[Cc]onnecté(?:e)? en tant que|[Cc]onectad[oa] como|[Ii]ngelogd als|[Aa]angemeld als|(?<![\p{L}])(?:Herrn?|Frau|Mr|Mrs|Ms|Mme|Monsieur|Madame|Señora?|Mevr|Mevrouw|Dhr|Dear)|(?<![\p{L}])[Aa]ssigned to|(?<![\p{L}] ?)(?:(?:[Cc]ustomer |[Cc]lient |[Ff]ull |[Kk]unden)?[Nn]ame|Contact|Ansprechpartner(?:in)?|Nom):)[.:]? +((?:(?:Dr|Prof)\. +)*\p{Lu}[\p{L}'’-]+(?:(?:[ ]+|, ?)(?:\p{Lu}\.|van|von|de|der|den|du|la|\p{Lu}[\p{L}'’-]+)){0,3})/gu;

/** First and last name in the local part of an address, such as `erika.mustermann`; undefined where it tells none. */
export function nameOfAddress(address: string): string | undefined {
  const [local = ""] = address.split("@");
  const words = local.replace(/\+.*$/, "").split(/[._-]+/).map((word) => word.replace(/\d+$/, ""));
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^\p{L}{2,}$/u.test(word))) return undefined;
  return words.some((word) => COMMON.has(word.toLowerCase())) ? undefined : words.join(" ");
}

/** Whether a user's name can be a person's: letters beyond a code and no word for a role. */
export function mayBePerson(user: string): boolean {
  return wordsOf(user).some((word) => word.length >= 3 && !COMMON.has(word));
}

/** Whether one of the words is a given name, so that the others are a family's. */
export function holdsGivenName(name: string): boolean {
  return wordsOf(name).some((word) => {
    const kinds = nameKinds(word);
    return (kinds & ANY_GIVEN) !== 0 && (kinds & NAME_KIND.givenWord) === 0;
  });
}

function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{M}'’]+|(?<=\p{Ll})(?=\p{Lu}\p{Ll})/u).map(folded).filter((word) => word !== "");
}
