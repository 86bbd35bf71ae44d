/** Secrets in text where a word, a parameter, an address or a form says that one stands there. */
import { type Signs, WORD } from "./text_traits.ts";
import { matches, type Span } from "./finding_spans.ts";
import { KEY_WORDS, OTHER_PASSWORD_WORDS, PASSWORD_WORDS } from "./secret_words.ts";

/**
 * Finds what follows a word for a password, PIN or key, credentials in addresses, secret parameters and parts of the
 * paths of addresses, and values of password fields in markup.
 */
export function findSecrets(text: string): Span[] {
  const spans = [...lastGroup(CREDENTIALS, text), ...lastGroup(MARKUP, text)];
  if (/[?&;#]/.test(text)) {
    spans.push(...lastGroup(PARAMETER, text), ...lastGroup(TOKEN_PARAMETER, text, isToken));
  }
  if (text.includes("/")) spans.push(...lastGroup(PATH, text, isPathToken), ...lastGroup(LONG_PATH, text, isMixed));
  if (/[:=：]/.test(text)) {
    spans.push(...lastGroup(LABELLED, text, isNoWord), ...lastGroup(LABELLED_FAR, text, isPassword));
    spans.push(...lastGroup(KEY_LABELLED, text, isToken), ...lastGroup(HEADER, text));
  }
  spans.push(...lastGroup(STATED, text, isStated), ...lastGroup(BESIDE, text, isPassword), ...lastGroup(PIN, text));
  spans.push(...lastGroup(OTHER_LABELLED, text));
  return spans;
}

/** Whether a text can hold one: a word for it, credentials, a long part of a path, or letters of other scripts. */
export function mayHoldSecret({ words, at, word, digits, foreign }: Signs, text: string): boolean {
  return (words & WORD.secret) !== 0 || (at && text.includes("://")) ||
    (word >= 10 && digits >= 1 && /[/=]/.test(text)) ||
    (foreign && OTHER_LETTER.test(text));
}

/** No letter, or sign of a western text. */
const OTHER_LETTER = /[\u00c0-\u200f\u2027-\uffff]/;

const CREDENTIALS = /:\/\/(?=[^\s/@]*:)([^\s/@]+)(?=@)/gd;

/** The value of a parameter may be anything but a mark of ours. */
const VALUE = `(?!\\[\\p{L}+[ \\]])([^&#;\\s"'<>]+)`;
const PARAMETER = new RegExp(
  `[?&;#](?:[\\w.-]{0,20}[._-])?(?:${PASSWORD_WORDS}|(?:\\w{0,12}_?)?token|tkn|id_token|api[_-]?key|apikey|access[_-]?key|subscription-key|secret|client_secret|` +
    `session(?:_?id|_?key)?|sid|[jp]?(?:hp)?sess(?:ion)?_?id|phpsessid|jsessionid|asp\\.net_sessionid|cfid|cftoken|auth|authorization|signature|sig|x-amz-signature|` +
    `x-amz-credential|x-amz-security-token|x-goog-signature|samlresponse|samlrequest|assertion|ticket|jwt|bearer|otp|csrf|xsrf)=${VALUE}`,
  "gdiu",
);
/** Parameters that hold a token at times: where it looks like one. */
const TOKEN_PARAMETER =
  /[?&;#](?:code|key|k|t|h|s|hash|state|nonce|invite|confirm|confirmation|verify|verification|reset|activation|magic|share|data|hmac|mac|challenge|code_verifier|relaystate|uid|ref|auth_?code|access|cred|credentials?|login|link|u|e|c|x)=(?!\[\p{L}+[ \]])([\w%.~+/=-]{16,})/gdiu;
/** A part of a path behind a word that announces a token. */
const PATH =
  /\/(?:reset(?:[-_]?password)?|password(?:[-_]?reset)?|verify(?:[-_]?e?mail)?|verification|confirm(?:ation)?|activat(?:e|ion)|invit(?:e|ation)s?|unsubscribe|tokens?|magic(?:[-_]?link)?|login|signin|sso|auth|oauth2?|session|sessions|share|shared|s|secret|key|keys|webhooks?|hooks?|services|callback|download|access|recover(?:y)?|set-password|token|t|k|bot)[/=]((?:[\w~.+-]{2,12}\/){0,2}[\w~.:+=-]{10,})/gdi;
/** A long part of a path in letters of both cases and digits. */
const LONG_PATH = /\/([\w~=-]{22,})(?=[/?#\s]|$)/gd;

const WORDS = `(?<![\\p{L}\\p{N}])(?:${PASSWORD_WORDS})(?![\\p{L}])`;
/** What stands between a word and its value. */
const IS =
  "(?:is|ist|lautet|lautete|war|was|est|es|era|[eèé]|sar[aà]|jest|[aä]r|er|on|je|to|va|fi|este|olyan|ni|adalah|ialah|l[aà]|будет|это|είναι)";
const PLAIN = `(?!\\[\\p{L}+[ \\]])((?:[^\\s"'’<>&,;]|[&,;](?![\\w.-]{1,30}=)(?=[^\\s"'’<>])){3,})`;
const LABELLED = new RegExp(`${WORDS}["'’)\\]]{0,2}\\s{0,2}(?:[:=：]|->|→|=>)\\s{0,2}["'’]?${PLAIN}`, "gdiu");
/** "password for the portal: …", where the value looks like one. */
const LABELLED_FAR = new RegExp(
  `${WORDS}(?:[ ]+[\\p{L}\\p{N}()'’./-]+){1,5}\\s{0,2}(?:[:=：])\\s{0,2}["'’]?${PLAIN}`,
  "gdiu",
);
const STATED = new RegExp(
  `${WORDS}(?:[ ]+[\\p{L}]+){0,3}\\s+${IS}(?![\\p{L}])(?:\\s+now)?\\s{0,2}[:=]?\\s{0,2}["'’]?${PLAIN}`,
  "gdiu",
);
/** "Passwort Winter25!": letters and digits right behind the word. */
const BESIDE = new RegExp(`${WORDS}\\s+["'’(]?${PLAIN}`, "gdiu");
/** Digits behind PIN, TAN and the like. */
const PIN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:e-?)?pin(?:[ -]?code|[ -]?nummer|[ -]?number)?|(?:i|m|sms-?|push|chip)?-?tan|puk|otp|cvv2?|cvc2?|(?:security|verification|access|one[ -]?time|login|sms)[ -]?code|` +
    `geheimzahl|sicherheitscode|zugangscode|einmalcode|code (?:pin|secret)|c[oó]digo (?:pin|secreto)|codice pin|mfa|2fa(?: code)?|passcode|暗証番号|验证码)` +
    `(?:[ ]+(?:is|ist|lautet|est|es|code|nr\\.?|no\\.?|für|for))?\\s{0,2}[:=：#]?\\s{0,2}((?:\\d[ -]?){2,7}\\d)(?![\\d\\p{L}]|[.,:/]\\d|[ ](?:items?|boards?|of|von))`,
  "gdiu",
);
const KEY_LABELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[\\w]{0,20}[_.-])?(?:${KEY_WORDS})["'’)\\]]{0,2}\\s{0,2}(?:[:=：]|->|is\\s)\\s{0,2}["'’]?${PLAIN}`,
  "gdiu",
);
const HEADER =
  /(?<![\p{L}\p{N}-])(?:(?:proxy-)?authorization|(?:set-)?cookie|x-[\w-]{0,20}(?:key|token|auth|secret|signature)[\w-]{0,10})["']?\s{0,2}[:=]\s{0,2}["']?(?!\[\p{L}+[ \]])((?:(?:bearer|basic|token|digest|apikey|negotiate)\s+)?[^\s"'<>]{6,})/gdiu;
const OTHER_LABELLED = new RegExp(
  `(?:${OTHER_PASSWORD_WORDS})\\s{0,2}(?:[:：=]|是|为|為|は|は、|는|은|هي|هو|है)?\\s{0,2}["'「『]?(?!\\[\\p{L}+[ \\]])([\\x21-\\x7e]{4,})`,
  "gdu",
);
/** The value of an input of type password, whichever stands first. */
const MARKUP = /<input\b(?=[^>]{0,2000}type\s*=\s*["']?password)[^>]{0,2000}?\bvalue\s*=\s*["']?([^"'>\s]+)/gdi;

/** What labels say of a password instead of giving it. */
function isNoWord(value: string): boolean {
  return !SAID.test(value);
}

/** Behind "is" a word in small letters is a password only where nothing follows: "the password is stored safely". */
function isStated(value: string, to: number, text: string): boolean {
  return isNoWord(value) && (!/^\p{Ll}+[.,!?]*$/u.test(value) || /^\W*$/.test(text.slice(to)));
}

const SAID =
  /^(?:required|optional|forgot(?:ten)?|reset|resets?|changed?|expired|expires|incorrect|wrong|invalid|valid|weak|strong|missing|empty|hidden|show|hide|none|null|undefined|true|false|yes|no|not|too|the|a|an|in|on|at|to|of|set|ok|must|needed|protected|correct|confirmed|saved|updated|stored|erforderlich|vergessen|falsch|ung[uü]ltig|abgelaufen|leer|ja|nein|nicht|zu|der|die|das|ein|eine|ge[aä]ndert|anzeigen|ausblenden|oubli[eé]|requis|obligatoire|incorrecte?|invalide|expir[eé]|olvidad[ao]|requerid[ao]|incorrect[ao]|caducad[ao]|dimenticat[ao]|vergeten|verplicht|onjuist|\*+|[•●·]+|…|\.{2,}|-+|_+)[.!?)]*$/iu;

/** Whether it looks like a password: letters with digits or signs, six or more. */
function isPassword(value: string): boolean {
  const bare = value.replace(/[.!?)]+$/, "");
  if (bare.length < 6 || !/\p{L}/u.test(bare)) return false;
  if (/^(?:\d{1,4}[-./:]){1,3}\d{1,4}$|^(?:https?|www)|^v?\d+(?:\.\d+)+$|@/.test(bare)) return false;
  return /\d/.test(bare) || /^[\p{L}]*[!$%&?#*+_^~].*$/u.test(value.slice(1, -1));
}

/** Whether it looks like a token: eight or more, with digits and letters, or very long. */
function isToken(value: string): boolean {
  if (value.length < 8 || /^(?:https?:|www\.)/.test(value)) return false;
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(value)) return false;
  return (/\d/.test(value) && /[A-Za-z]/.test(value)) ||
    (value.length >= 20 && !/[./]/.test(value) && !/^[a-z]+([-_][a-z]+)*$/i.test(value));
}

function isPathToken(value: string): boolean {
  const last = value.split("/").at(-1)!;
  return isToken(last) && !/\.[a-z]{2,5}$/i.test(last) &&
    (last.match(/\d/g)?.length ?? 0) >= (last.length >= 16 && /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(last) ? 1 : 2) &&
    !/^\d{4}-\d\d-\d\d|^v?\d+(?:\.\d+)+/.test(last) && !/^[a-z]+(?:-[a-z]+)*-\d{1,6}$/i.test(last);
}

/** Letters of both cases and digits that change often, as in random texts. */
export function isMixed(value: string): boolean {
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || (value.match(/\d/g)?.length ?? 0) < 2) return false;
  let changes = 0;
  for (let i = 1; i < value.length; i++) if (classOf(value[i]!) !== classOf(value[i - 1]!)) changes++;
  return changes >= value.length * 0.33;
}

function classOf(character: string): number {
  return /[a-z]/.test(character) ? 0 : /[A-Z]/.test(character) ? 1 : /\d/.test(character) ? 2 : 3;
}

function lastGroup(
  pattern: RegExp,
  text: string,
  holds: (value: string, to: number, text: string) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  matches(pattern, text, (match) => {
    const [from, to] = match.indices!.at(-1)!;
    const key = text.slice(from, to);
    if (holds(key, to, text)) spans.push({ from, to, key });
    return undefined;
  });
  return spans;
}
