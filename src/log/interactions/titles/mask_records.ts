/** What of a title is data by its look alone: numbers of records, dates, telephone numbers, counts in brackets. */
import { withoutHexIds } from "../without_ids.ts";

/**
 * The title with `#` for such data: "Ticket #48214 (Solved)" becomes "Ticket # (Solved)", "bank_2025-05.xlsx" becomes
 * "bank_#.xlsx", "My queue (13)" becomes "My queue (#)". Short numbers that stand alone are names: "Sheet1", "Step 2".
 */
export function maskRecords(title: string): string {
  return withoutHexIds(title.normalize("NFC").replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, ""))
    .replace(/\+\d[\d\s()./-]{5,}\d/g, "#")
    .replace(DATES, "#")
    .replace(/(?<![\d:])\d{1,2}:\d{2}(:\d{2})?(?![\d:])(\s?[ap]\.?m\b\.?)?/gi, "#")
    .replace(/(#|№|\b(?:no|nr|num|núm|n°|nº)\.?)\s?\d[\d./-]*/giu, "#")
    .replace(/([([{])\s*\d[\d.,\s%/]*\+?\s*([)\]}])/g, "$1#$2")
    .replace(
      /(?<![\d\p{L}])\d{1,3}([.,'’\u00A0 ]\d{3})+([.,]\d+)?(?![\d\p{L}])|(?<![\d.,\p{L}])\d+[.,]\d{2}(?![\d.,\p{L}])/gu,
      "#",
    )
    .replace(/\d+([.,]\d+)?\s?%/g, "#")
    .replace(/\d{4,}/g, "#")
    .replace(/#(?:[\s.,/_+:-]*#)+/g, "#")
    .replace(/\s+/g, " ").trim();
}

const MONTHS = "jan(?:uary|uar|vier|uari)?|feb(?:ruary|ruar|ruari)?|f[eé]v(?:rier)?|m(?:ar(?:ch|s)?|[äa]rz|aart|rt)|" +
  "a(?:pr(?:il)?|vr(?:il)?)|ma[yi]|mei|ju(?:ne|ni|in)|jun|jul(?:y|i)?|juillet|aug(?:ust|ustus)?|ao[uû]t|" +
  "sep(?:t|tember|tembre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[czk](?:ember)?|d[ée]c(?:embre)?|enero|febrero|marzo|" +
  "abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";
const YEAR = "(?:19|20)\\d{2}";

const DATES = new RegExp(
  [
    `(?<!\\d)${YEAR}[-_./]\\d{1,2}(?:[-_./]\\d{1,2})?(?!\\d)`,
    `(?<!\\d)\\d{1,2}[-_./]\\d{1,2}[-_./](?:${YEAR}|\\d{2})(?!\\d)`,
    `(?<![\\d\\p{L}])(?:\\d{1,2}\\.? )?(?:${MONTHS})\\.?[-_ ](?:\\d{1,2}, )?${YEAR}(?!\\d)`,
    `(?<!\\d)${YEAR}[-_ ]?(?:Q[1-4]|KW ?\\d{1,2}|W\\d{1,2})(?!\\d)|(?<![\\d\\p{L}])(?:Q[1-4]|KW ?\\d{1,2})[-_ ]?${YEAR}(?!\\d)`,
  ].join("|"),
  "giu",
);
