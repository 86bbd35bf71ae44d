/** International bank account numbers (ISO 13616): their country's length, and a remainder of 1 by 97. */
import type { Span } from "./finding_spans.ts";

/** Whether letters and digits without separators are a valid IBAN. */
export function isIban(text: string): boolean {
  const iban = text.toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const length = LENGTHS.get(iban.slice(0, 2));
  if (length !== undefined ? iban.length !== length : iban.length < 15) return false;
  return remainder97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** Finds IBANs, in groups or not, in upper or lower case. What has no valid check digits is none. */
export function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match; match = BEGIN.exec(text)) {
    const from = match.index;
    const span = ibanAt(text, from);
    if (!span) {
      BEGIN.lastIndex = from + 1;
      continue;
    }
    spans.push(span);
    BEGIN.lastIndex = span.to;
  }
  return spans;
}

const BEGIN = /(?<![\p{L}\p{N}])[a-z]{2}[ .+_-]?\d[ .+_-]?\d(?=[ .+_-]{0,2}[a-z0-9])/giu;

/** Reads as many letters and digits as the country's numbers have, at most two separators between any two. */
function ibanAt(text: string, from: number): Span | undefined {
  let key = "";
  const wanted = LENGTHS.get(text.slice(from, from + 2).toUpperCase());
  const longest = wanted ?? 34;
  let best: Span | undefined;
  for (let i = from, gap = 0; i < text.length && key.length < longest; i++) {
    const character = text[i]!;
    if (/[ .+_-]/.test(character)) {
      if (++gap > 2) break;
      continue;
    }
    if (!/[a-z0-9]/i.test(character)) break;
    gap = 0;
    key += character.toUpperCase();
    const ended = i + 1 === text.length || !/[\p{L}\p{N}]/u.test(text[i + 1]!);
    const complete = wanted === undefined ? ended && key.length >= 15 : key.length === wanted;
    if (complete && !/\d/.test(text[i + 1] ?? "") && isIban(key)) best = { from, to: i + 1, key };
  }
  return best;
}

function remainder97(text: string): number {
  let rest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    rest = code < 58 ? (rest * 10 + code - 48) % 97 : (rest * 100 + code - 55) % 97;
  }
  return rest;
}

/** From the registry of ISO 13616. */
const LENGTHS = new Map(
  ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 " +
    "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 " +
    "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 " +
    "PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
    .split(" ").map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
