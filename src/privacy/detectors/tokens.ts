/** Tokens and keys that their form tells: JSON web tokens, keys with the prefixes of their makers, PEM, Bearer. */
import { matches, type Span } from "./finding_spans.ts";
import { isMixed } from "./secrets_in_text.ts";
import { type Signs, WORD } from "./text_traits.ts";

/** Whether a text can hold one: every form has a row of ten letters and digits. */
export function mayHoldToken({ word, digits, words }: Signs, text: string): boolean {
  return word >= 16 || (word >= 10 && digits >= 1) || (word >= 5 && text.includes("-----BEGIN")) ||
    ((words & WORD.secret) !== 0 && /bearer|basic /i.test(text));
}

export function findTokens(text: string): Span[] {
  const key = ([whole]: RegExpExecArray) => whole;
  const spans = [...matches(PREFIXED, text, key), ...matches(JWT, text, key)];
  spans.push(...matches(RANDOM, text, ([whole]) => isRandom(whole) ? whole : undefined));
  if (text.includes("-----BEGIN")) spans.push(...matches(PEM, text, key));
  if (/bearer|basic/i.test(text)) spans.push(...schemes(text));
  return spans;
}

/** RFC 7519, and encrypted ones of five parts. */
const JWT = /(?<![\w-])ey[JIA][\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){0,3}/g;
/** RFC 7468, to its end or that of the text. */
const PEM = /-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g;

/** What makers begin their keys with, and what follows. */
const PREFIXES: readonly string[] = [
  // Clouds.
  "(?:AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ABIA|ACCA)[A-Z0-9]{12,20}",
  "AIza[\\w-]{30,40}",
  "ya29\\.[\\w-]{20,}",
  "GOCSPX-[\\w-]{20,}",
  "1//0[\\w-]{20,}",
  "[\\w~.-]{3}8Q~[\\w~.-]{30,40}",
  "do[opr]_v1_[0-9a-f]{32,64}",
  "LTAI[A-Za-z0-9]{12,24}",
  "AKID[A-Za-z0-9]{13,40}",
  "amzn\\.mws\\.[0-9a-f-]{20,}",
  "y0_[\\w-]{30,}",
  "dapi[0-9a-f]{32}(?:-\\d)?",
  "HRKU-[\\w-]{20,}",
  "fo1_[\\w-]{20,}",
  "FlyV1 [\\w+/=,-]{20,}",
  "r[nN]_[A-Za-z0-9]{32}",
  // Code and packages.
  "gh[pousr]_[A-Za-z0-9]{16,}",
  "github_pat_\\w{20,}",
  "gl(?:pat|dt|rt|soat|ptt|cbt|ft|agent|oas|feed|imt)-[\\w-]{16,}",
  "npm_[A-Za-z0-9]{20,}",
  "pypi-[\\w-]{16,}",
  "rubygems_[0-9a-f]{30,}",
  "dckr_(?:pat|oat)_[\\w-]{16,}",
  "AT(?:ATT3|CTT3|BB)[\\w=-]{16,}",
  "AKCp\\w{20,}",
  "cio[A-Za-z0-9]{32}",
  "CCIPAT_\\w{20,}",
  "bkua_[0-9a-f]{30,}",
  "sq[pua]_[0-9a-f]{32,}",
  "oy2[a-z0-9]{43}",
  "tfp_[\\w-]{30,}",
  "hv[sbr]\\.[\\w-]{20,}",
  "[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{40,}",
  "pul-[0-9a-f]{32,}",
  "dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{20,}",
  "PMAK-[0-9a-f-]{20,}",
  "sntry[su]_[\\w+/=-]{20,}",
  "gls?[ac]_[\\w+/=-]{20,}",
  "NR(?:AK|II|JS|RA)-[\\w-]{16,}",
  "phc_[\\w-]{20,}",
  "lin_(?:api|oauth)_[\\w]{20,}",
  "figd_[\\w-]{20,}",
  // Payment.
  "[spr]k_(?:live|test|prod)_[A-Za-z0-9]{8,}",
  "whsec_[\\w+/=-]{16,}",
  "sq0(?:atp|csp|idp)-[\\w-]{16,}",
  "EAAA[\\w-]{50,}",
  "access_token\\$(?:production|sandbox)\\$[0-9a-z$]{20,}",
  "shp(?:at|ca|pa|ss|tka)_[0-9a-fA-F]{20,}",
  "rzp_(?:live|test)_\\w{10,}",
  "FLWSECK(?:_TEST)?-[\\w-]{12,}",
  "mollie_\\w{20,}|(?:live|test)_[A-Za-z0-9]{28,}",
  // Messages and mail.
  "xox[abeoprs]?-[\\w-]{10,}",
  "xapp-[\\w-]{16,}",
  "xwfp-[\\w-]{10,}",
  "SG\\.[\\w-]{14,}\\.[\\w-]{14,}",
  "key-[0-9a-f]{32}",
  "[0-9a-f]{32}-us\\d{1,2}",
  "(?:AC|SK)[0-9a-f]{32}",
  "\\d{8,10}:AA[\\w-]{30,}",
  "[MNO][\\w-]{22,}\\.[\\w-]{6}\\.[\\w-]{25,}",
  "EAACEdEose0cBA[A-Za-z0-9]+",
  "EAA[A-Za-z0-9]{60,}",
  "xkeysib-[0-9a-f-]{40,}",
  "re_[A-Za-z0-9]{8,}_[A-Za-z0-9]{16,}",
  "PK[0-9a-f]{32}",
  // Models and data.
  "sk-(?:proj|ant|or|svcacct|admin|None|live|test)-?[\\w-]{16,}",
  "sk-[A-Za-z0-9]{20,}",
  "hf_[A-Za-z0-9]{20,}",
  "xai-[\\w-]{20,}",
  "gsk_[A-Za-z0-9]{20,}",
  "r8_[A-Za-z0-9]{20,}",
  "pplx-[A-Za-z0-9]{20,}",
  "secret_[A-Za-z0-9]{20,}",
  "ntn_[A-Za-z0-9]{20,}",
  "pat[A-Za-z0-9]{14}\\.[0-9a-f]{40,}",
  "sbp_[0-9a-f]{30,}",
  "sb_(?:secret|publishable)_[\\w-]{16,}",
  "pscale_(?:tkn|pw|oauth)_[\\w.-]{20,}",
  "sl\\.[\\w-]{60,}",
  "CFPAT-[\\w-]{20,}",
  "(?:sdk|mob|api)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
  "AGE-SECRET-KEY-1[A-Z0-9]{30,}",
  "ops_ey[\\w-]{20,}",
  "AQ[A-Za-z0-9]{3}[\\w-]{60,}",
  // And whoever else names theirs so.
  "[a-z]{2,12}[_-](?:live|prod|secret|pat|token|sk|apikey|api_key)[_-][A-Za-z0-9]{14,}",
];
const PREFIXED = new RegExp(`(?<![A-Za-z0-9_-])(?:${PREFIXES.join("|")})(?![A-Za-z0-9])`, "g");

/** Keys without a prefix, such as the secret ones of AWS: forty characters and more in which kinds change often. */
const RANDOM = /(?<![\w+/=.-])[A-Za-z0-9+/_-]{32,}={0,2}(?![\w+/])/g;

function isRandom(text: string): boolean {
  if (!isMixed(text) || (text.match(/\//g)?.length ?? 0) > 4) return false;
  const distinct = new Set(text).size;
  return distinct >= 16 && !/[a-z]{8}|[A-Z]{9}|\d{10}/.test(text);
}

/** "Bearer …" and "Basic …", whose value is a name and a password in Base64. */
function schemes(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/(?<![\p{L}])(bearer|basic)[ :=]+([\w.~+/-]{6,}={0,2})/giu)) {
    const value = match[2]!;
    const secret = match[1]!.toLowerCase() === "bearer"
      ? /\d/.test(value) && value.length >= 8 || value.length >= 20
      : isCredentials(value);
    const to = match.index + match[0].length;
    if (secret) spans.push({ from: to - value.length, to, key: value });
  }
  return spans;
}

function isCredentials(value: string): boolean {
  try {
    return /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(atob(value));
  } catch {
    return false;
  }
}
