/** Opening hours of a week, as people write them: "Mo-Fr 09:00-17:00; Sa 09:00-12:00". */
import { OptionError } from "../../base/errors.ts";

/** Hours of one weekday. Those that end after midnight belong to the day on which they begin. */
export interface WeeklySpan {
  /** 0 is Monday, 6 is Sunday. */
  readonly day: number;
  /** Minutes after midnight, 0 to 1439. */
  readonly from: number;
  /** Minutes after the same midnight, above `from`, at most 24 hours more. */
  readonly to: number;
}

export const DAY_MINUTES = 1440;

const SHORT = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const LONG = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Two letters of German days that English does not have. */
const GERMAN: Readonly<Record<string, number>> = { di: 1, mi: 2, do: 3, so: 6 };

/**
 * Reads hours: rules apart by semicolons, each of days and times. `Mo-Fr 09:00-12:00,13:00-17:00; Sa 9-12`, `24/7`,
 * `Su-Th 22:00-06:00` (to the next morning), `Mo-Fr 00:00-24:00`. A rule whose times overlap those of an earlier rule
 * replaces them on its days, so that `Mo-Fr 09:00-17:00; Fr 09:00-14:00` shortens Friday; `off` closes a day.
 *
 * @throws OptionError if the text cannot be understood, or leaves no working time.
 */
export function parseHours(text: string): WeeklySpan[] {
  if (/^\s*24\s*\/\s*7\s*$/.test(text)) return weekly([0, 1, 2, 3, 4, 5, 6], [{ from: 0, to: DAY_MINUTES }]);
  const days: WeeklySpan[][] = Array.from({ length: 7 }, () => []);
  for (const rule of text.split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== "")) {
    const found = /^([\p{L}\s,.–-]*?)\s*(\d.*|off|closed|24h)$/iu.exec(rule);
    if (!found) throw misread(text, rule);
    const on = found[1]!.trim() === "" ? [0, 1, 2, 3, 4, 5, 6] : daysOf(found[1]!, text);
    const times = /^(off|closed)$/i.test(found[2]!) ? [] : timesOf(found[2]!, text);
    for (const day of on) days[day] = joined(days[day]!, weekly([day], times), text, rule);
  }
  return checkedSpans(days.flat());
}

/** @throws OptionError unless these are hours, and some. */
export function checkedSpans(spans: readonly WeeklySpan[]): WeeklySpan[] {
  for (const { day, from, to } of spans) {
    const right = Number.isInteger(day) && day >= 0 && day <= 6 && from >= 0 && from < DAY_MINUTES && to > from &&
      to <= from + DAY_MINUTES;
    if (!right) {
      throw new OptionError(
        `Expected hours as { day: 0 to 6 from Monday on, from: minutes after midnight, to: minutes, above from } but ` +
          `found ${JSON.stringify({ day, from, to })}.`,
      );
    }
  }
  if (spans.length === 0) {
    throw new OptionError(
      'Expected hours in which people work, such as "Mo-Fr 09:00-17:00", but found a calendar without working time: ' +
        "every duration would be 0.",
    );
  }
  return spans.toSorted((a, b) => a.day - b.day || a.from - b.from);
}

/** As `parseHours` reads them; days with equal times stand together. */
export function formatHours(spans: readonly WeeklySpan[]): string {
  const times = SHORT.map((_, day) =>
    spans.filter((span) => span.day === day).map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(",")
  );
  if (times.every((text) => text === "00:00-24:00")) return "24/7";
  const rules: string[] = [];
  for (let day = 0; day < 7; day++) {
    if (times[day] === "") continue;
    let last = day;
    while (last < 6 && times[last + 1] === times[day]) last++;
    rules.push(`${SHORT[day]}${last > day ? `-${SHORT[last]}` : ""} ${times[day]}`);
    day = last;
  }
  return rules.join("; ");
}

/** Minutes of a week that are worked; what overlaps counts once. */
export function weekMinutes(spans: readonly WeeklySpan[]): number {
  const open = new Uint8Array(7 * DAY_MINUTES);
  for (const { day, from, to } of spans) {
    for (let minute = from; minute < to; minute++) open[(day * DAY_MINUTES + minute) % open.length] = 1;
  }
  return open.reduce((sum, minute) => sum + minute, 0);
}

export const WEEKDAYS: readonly string[] = SHORT;

function joined(old: readonly WeeklySpan[], added: WeeklySpan[], text: string, rule: string): WeeklySpan[] {
  if (old.length === 0 || added.length === 0) return added;
  if (added.some((one) => old.some((other) => one.from < other.to && other.from < one.to))) return added;
  throw new OptionError(
    `Expected the times of a day in one rule but found "${rule}" beside other times of the same day in "${text}". ` +
      `Write them together, as "Mo-Fr 09:00-12:00,13:00-17:00".`,
  );
}

function weekly(days: readonly number[], times: readonly { from: number; to: number }[]): WeeklySpan[] {
  return days.flatMap((day) => times.map(({ from, to }) => ({ day, from, to })));
}

function daysOf(names: string, text: string): number[] {
  const days = new Set<number>();
  for (const part of names.split(",")) {
    const ends = part.split(/[–-]/).map((name) => dayOf(name.trim(), text));
    if (ends.length > 2) throw misread(text, part);
    const [first, last = first] = ends as [number, number?];
    for (let day = first;; day = (day + 1) % 7) {
      days.add(day);
      if (day === last) break;
    }
  }
  return [...days];
}

function dayOf(name: string, text: string): number {
  const word = name.toLowerCase().replace(/\.$/, "");
  const day = word.length < 2 ? -1 : LONG.findIndex((long) => long.startsWith(word));
  if (day >= 0) return day;
  const german = GERMAN[word];
  if (german === undefined) throw misread(text, name);
  return german;
}

function timesOf(text: string, whole: string): { from: number; to: number }[] {
  if (/^24h$/i.test(text)) return [{ from: 0, to: DAY_MINUTES }];
  const times = text.split(",").map((part) => {
    const found = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*[–-]\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(part);
    if (!found) throw misread(whole, part.trim());
    const [from, to] = [minutes(found[1]!, found[2]), minutes(found[3]!, found[4])];
    if (from >= DAY_MINUTES || to > DAY_MINUTES || Number(found[2] ?? 0) > 59 || Number(found[4] ?? 0) > 59) {
      throw misread(whole, part.trim());
    }
    return { from, to: to > from ? to : to + DAY_MINUTES };
  }).sort((a, b) => a.from - b.from);
  times.forEach((time, i) => {
    const next = times[i + 1];
    if (next && next.from < time.to) throw misread(whole, text);
  });
  return times;
}

function minutes(hours: string, rest = "0"): number {
  return Number(hours) * 60 + Number(rest);
}

function clock(minutes: number): string {
  const within = minutes > DAY_MINUTES ? minutes - DAY_MINUTES : minutes;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

function misread(text: string, part: string): OptionError {
  return new OptionError(
    `Expected hours such as "Mo-Fr 09:00-12:00,13:00-17:00; Sa 09:00-12:00", "Mo-Su 22:00-06:00" or "24/7" but found ` +
      `"${part}"${part === text ? "" : ` in "${text}"`}.`,
  );
}
