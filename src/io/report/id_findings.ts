/** Findings about ids that a spreadsheet has taken for numbers: digits lost, zeros lost. */
import { hasLostDigits } from "../numbers/number_text.ts";
import type { ReadingReport } from "./reading_report.ts";

/** Adds to the report: ids in scientific notation, and ids that differ only in zeros, of which a spreadsheet drops some. */
export function reportDamagedIds(ids: readonly string[], name: string, report: ReadingReport): void {
  const lost = ids.filter((id) => id.includes("+") && hasLostDigits(id));
  report.add(
    "digits lost",
    () =>
      `${name}: ${lost.length === 1 ? "1 case id is" : `${lost.length.toLocaleString("en")} case ids are`} in ` +
      `scientific notation, such as ${JSON.stringify(lost[0])}, as spreadsheets write long numbers: the last digits ` +
      `are lost, and different cases may have become one. Export the column as text`,
    lost.length,
  );
  reportZeros(ids, name, report);
}

/** 1, 01, 001 and 1.0: one number to a spreadsheet. */
function reportZeros(ids: readonly string[], name: string, report: ReadingReport): void {
  if (!ids.some((id) => mayHaveZeros(id) && ZEROS.test(id))) return;
  const alike = new Map<string, string[]>();
  for (const id of ids) {
    const number = /^\s*0*(\d+?)(?:[.,]0+)?\s*$/.exec(id)?.[1];
    if (number === undefined) continue;
    const group = alike.get(number);
    if (group) group.push(id);
    else alike.set(number, [id]);
  }
  // Ids that differ in spaces only are found with those that differ in upper and lower case.
  const forms = (group: readonly string[]) => new Set(group.map((id) => id.trim())).size;
  const groups = [...alike.values()].filter((group) => forms(group) > 1);
  report.add(
    "similar case ids",
    () => {
      const shown = groups[0]!.slice(0, 6).map((id) => JSON.stringify(id));
      const more = groups[0]!.length - shown.length;
      const words = more > 0
        ? `${shown.join(", ")} and ${more} more`
        : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
      return `${name}: ${words} differ only in zeros${forms(groups[0]!) < groups[0]!.length ? " and spaces" : ""}, ` +
        `which spreadsheets drop; they are kept as ${groups[0]!.length} cases`;
    },
    groups.reduce((count, group) => count + forms(group) - 1, 0),
  );
}

/** A quick look, because a log has a million ids: an edge is a zero or a space. */
function mayHaveZeros(id: string): boolean {
  const first = id.charCodeAt(0), last = id.charCodeAt(id.length - 1);
  return first === 0x30 || first <= 0x20 || last === 0x30 || last <= 0x20;
}

const ZEROS = /^\s*0\d|\d[.,]0+\s*$/;
