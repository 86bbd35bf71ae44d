/** Visits to windows: what was shown before and after each title, each distinct succession once. */
import type { TextColumn } from "../../../base/column.ts";

/** Places at which a title stands, by the titles right before and after it. */
export interface Visits {
  /** Code of the title of each visit. */
  readonly title: Int32Array;
  /** Codes of what was shown right before and after, -1 at the ends of a person's rows. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/**
 * The visits of a column of titles. A title that is recorded in several rows running is one visit, and a succession of
 * three titles counts once however often it comes: a log that is written twice tells no more than one that is written
 * once.
 *
 * @param user of each row; rows are by user and time.
 */
export function visitsOf(titles: TextColumn, user: Int32Array | undefined): Visits {
  const seen = new Set<string>();
  const [title, before, after]: [number[], number[], number[]] = [[], [], []];
  const { codes } = titles;
  const rows = Array.from(codes.keys()).filter((row) => codes[row]! >= 0);
  const starts = rows.filter((row, i) =>
    i === 0 || codes[row] !== codes[rows[i - 1]!] || user?.[row] !== user?.[rows[i - 1]!]
  );
  starts.forEach((row, i) => {
    const beside = (other: number | undefined) =>
      other === undefined || user?.[other] !== user?.[row] ? -1 : codes[other]!;
    const last = beside(starts[i - 1]), next = beside(starts[i + 1]);
    const key = `${last},${codes[row]},${next}`;
    if (seen.has(key)) return;
    seen.add(key);
    title.push(codes[row]!);
    before.push(last);
    after.push(next);
  });
  return { title: Int32Array.from(title), before: Int32Array.from(before), after: Int32Array.from(after) };
}
