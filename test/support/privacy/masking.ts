/** What becomes of texts when a recording with them is read, and how much of secrets is found. */
import { valueAt } from "../../../src/base/column.ts";
import { interactionsFromTable } from "../../../src/log/interactions/read_interactions.ts";
import { tableOf } from "../interactions.ts";
import type { InventedSecret } from "./invented_secrets.ts";

/** The texts as titles of windows, each of a recording of its own, so that none tells what another says. */
export function maskedTitles(titles: readonly string[]): string[] {
  return titles.map((window) => {
    const log = interactionsFromTable(tableOf([{ at: 0, app: "ERP", window }]), { privacy: { incognito: "keep" } });
    return String(valueAt(log.attribute("window")!, 0));
  });
}

export interface Recall {
  readonly found: number;
  readonly all: number;
  readonly missed: readonly string[];
}

/** A secret is found where no piece of it is left. */
export function recallOf(secrets: readonly InventedSecret[]): Recall {
  const masked = maskedTitles(secrets.map(({ text }) => text));
  const missed = secrets.filter(({ pieces }, i) => pieces.some((piece) => masked[i]!.includes(piece)));
  return { found: secrets.length - missed.length, all: secrets.length, missed: missed.map(({ text }) => text) };
}

/** Texts that are not what they were. */
export function changedTexts(texts: readonly string[]): string[] {
  const masked = maskedTitles(texts);
  return texts.filter((text, i) => masked[i] !== text);
}

/**
 * What must be gone of a secret of which only the text is known: every word with a figure; of names every word of three
 * letters that is no title; of others the last word.
 */
export function piecesOf(kind: string, text: string): string[] {
  const words = text.split(/\s+/);
  const figures = words.filter((word) => /\d/.test(word)).map((word) => word.replace(/^\W+|\W+$/g, ""));
  if (/^name/.test(kind)) {
    const titles = /^(?:mrs?|ms|dr|prof|frau|herr|mme|sra?|sig|dhr)$/i;
    return text.split(/[\s,._]+/).filter((word) =>
      (word.length > 2 || /[\u0250-\uffff]/.test(word)) && !titles.test(word)
    );
  }
  return figures.length > 0 ? figures : [words.at(-1)!];
}
