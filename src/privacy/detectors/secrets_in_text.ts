/** Passwords, and what is as good as one: fields that ask for them, and the places in text where they stand. */
import { matches, type Span } from "./finding_spans.ts";

const WORDS =
  "pass(?:word|wort|wd|phrase|code)?|pwd|kenn?wort|pin(?:code)?|mot[ _-]?de[ _-]?passe|mdp|contrase[ñn]a|clave|wachtwoord|senha|hasło|haslo|parola";

/** Whether a name, label or type of a field says that something secret is typed there. */
export function asksForPassword(name: string): boolean {
  return FIELD.test(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

const FIELD = new RegExp(
  `(?:^|[^\\p{L}])(?:${WORDS}|cvv|cvc|otp|tan)s?(?![\\p{L}])|passwor[dt]|kennwort|passwd|wachtwoord|contrase`,
  "iu",
);

/** Finds what follows a word for a password, credentials in addresses, and secret parameters of addresses. */
export function findSecrets(text: string): Span[] {
  return [
    ...lastGroup(CREDENTIALS, text),
    ...lastGroup(PARAMETER, text),
    ...lastGroup(LABELLED, text),
    ...lastGroup(MARKUP, text),
  ];
}

const CREDENTIALS = /:\/\/(?=[^\s/@]*:)([^\s/@]+)(?=@)/gd;
const PARAMETER = new RegExp(
  `[?&;#](?:[\\w.-]{0,20}[._-])?(?:${WORDS}|token|access_token|id_token|refresh_token|api[_-]?key|secret|client_secret|session(?:_?id)?|sid|jsessionid|auth|otp|signature|sig)=(?!\\[\\p{L}+[ \\]])([^&#;\\s"'<>]+)`,
  "gdiu",
);
const LABELLED = new RegExp(
  `(?<![\\p{L}])(?:${WORDS}|passwor[dt]|kennwort)(?:["'’]?\\s{0,2}[:=]\\s{0,2}|\\s(?:is|ist|lautet|est|es)\\s{1,2}:?\\s?)["'’]?(?!\\[\\p{L}+[ \\]])([^\\s"'’<>&,;]{3,})`,
  "gdiu",
);
/** The value of an input of type password, whichever stands first. */
const MARKUP = /<input\b(?=[^>]{0,2000}type\s*=\s*["']?password)[^>]{0,2000}?\bvalue\s*=\s*["']?([^"'>\s]+)/gdi;

function lastGroup(pattern: RegExp, text: string): Span[] {
  const spans: Span[] = [];
  matches(pattern, text, (match) => {
    const [from, to] = match.indices!.at(-1)!;
    spans.push({ from, to, key: text.slice(from, to) });
    return undefined;
  });
  return spans;
}
