/** Times in which a calendar is closed although its hours would be open: holidays, shutdowns, company parties. */
import { OptionError } from "../../base/errors.ts";

/** One closed time, from `from` up to and without `to`. */
export interface Closing {
  /** Milliseconds; of a local time as if it were UTC. */
  readonly from: number;
  readonly to: number;
  /** Whether these are local times of whichever zone the calendar has, or moments in UTC. */
  readonly local: boolean;
  readonly name?: string;
}

/** Years for which yearly closings are laid out; holidays are known for no others. */
export const FIRST_YEAR = 1950, LAST_YEAR = 2099;

const DAY = 86_400_000;

/**
 * Reads one closed time: a day (`2026-12-25`), days (`2026-12-24/2026-12-31`, the last one included), a day of every
 * year (`12-25`), hours (`2026-12-24T12:00/2026-12-24T17:00`, in the calendar's zone, or in UTC with a `Z`).
 *
 * @throws OptionError if it is none of these.
 */
export function parseClosing(text: string): Closing[] {
  const trimmed = text.trim();
  const yearly = /^(?:--)?(\d{2})-(\d{2})$/.exec(trimmed);
  if (yearly) return everyYear(Number(yearly[1]), Number(yearly[2]), text);
  const [first, last = first, ...more] = trimmed.split(/\s*(?:\/|\bto\b)\s*/) as [string, string?];
  if (more.length > 0) throw misread(text);
  const from = momentOf(first, text), to = momentOf(last, text);
  if (from.utc !== to.utc || from.day !== to.day) throw misread(text);
  const end = to.day ? to.ms + DAY : to.ms;
  if (end <= from.ms) throw misread(text);
  return [{ from: from.ms, to: end, local: !from.utc }];
}

/** As `parseClosing` reads it. */
export function formatClosing({ from, to, local }: Closing): string {
  if (local && from % DAY === 0 && to % DAY === 0) {
    const first = new Date(from).toISOString().slice(0, 10), last = new Date(to - DAY).toISOString().slice(0, 10);
    return first === last ? first : `${first}/${last}`;
  }
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, local ? -1 : undefined);
  return `${iso(from)}/${iso(to)}`;
}

function momentOf(text: string, whole: string): { ms: number; utc: boolean; day: boolean } {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z)?)?$/.exec(text);
  const ms = found ? Date.parse(`${found[1]}T${found[2] ?? "00:00"}Z`) : NaN;
  // A day that its month does not have is taken for one of the next month.
  if (!found || !(new Date(ms).getUTCDate() === Number(found[1]!.slice(8)))) throw misread(whole);
  return { ms, utc: found[3] !== undefined, day: found[2] === undefined };
}

function everyYear(month: number, day: number, text: string): Closing[] {
  const closings: Closing[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const from = Date.UTC(year, month - 1, day);
    if (new Date(from).getUTCMonth() === month - 1) closings.push({ from, to: from + DAY, local: true });
  }
  if (closings.length === 0 || month < 1 || month > 12 || day < 1) throw misread(text);
  return closings;
}

function misread(text: string): OptionError {
  return new OptionError(
    `Expected a holiday as 2026-12-25, 12-25 (every year), 2026-12-24/2026-12-31 or ` +
      `2026-12-24T12:00/2026-12-24T17:00 but found "${text}".`,
  );
}
