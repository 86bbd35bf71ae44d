/** Marks that privacy left in titles in place of what it masked: "[name]", "[phone]". What they stand for is data. */

const MARK =
  /\[(name|email|phone|iban|card|id|password|token|address|birthdate|value)(?: (?:\d+|[b-df-hj-np-tv-xz]{8}))?\]/gu;
const WHOLE = new RegExp(`^${MARK.source}$`, "u");
const PIECE = new RegExp(
  `${MARK.source}|[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*|#|[^\\p{L}\\p{M}\\p{N}#[]+|\\[`,
  "gu",
);

/** The title with "[name]" for "[name 7]": the number tells people apart, not screens. */
export function plainMarks(title: string): string {
  return title.includes("[") ? title.replace(MARK, "[$1]") : title;
}

/** What was masked, where the whole text is one mark; else undefined. */
export function kindOfMark(text: string): string | undefined {
  return WHOLE.exec(text)?.[1];
}

export function hasMark(text: string): boolean {
  return text.includes("[") && text.search(MARK) >= 0;
}

/** Without its marks. */
export function withoutMarks(text: string): string {
  return text.includes("[") ? text.replace(MARK, " ") : text;
}

/** Words, marks, `#`, and what stands between them: joined they are the text again. */
export function piecesOf(text: string): string[] {
  return text.match(PIECE) ?? [];
}
