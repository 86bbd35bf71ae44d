/** Times whose day and time of day stand in two columns. */
import { type Column, columnNamed, type TextColumn } from "../../base/column.ts";
import { formatCount } from "../../base/format.ts";
import { asText } from "../../base/text_codes.ts";
import { combineText } from "../interactions/text_columns.ts";
import type { Mapping, RawLog } from "../raw_log.ts";
import { clockWriter } from "../time/clock_text.ts";
import type { TimestampOptions } from "../time/timestamps.ts";
import { isDayText, splitMidnight } from "./traits.ts";

/**
 * The log with the days of `timestamp` and `start` completed by their times of day, as texts that `settleTimes` reads.
 * They stand in the column of the day; where start and end share one day, those of the start stand in the column of its
 * time of day, and the mapping says so. The columns of times of day stay as they are otherwise.
 *
 * A day that says the time already keeps it; one without a time of day is its beginning; the report tells both.
 */
export function joinClocks<R extends RawLog, M extends Partial<Mapping>>(
  raw: R,
  mapping: M,
  { timeZone = "UTC" }: TimestampOptions,
): { readonly raw: R; readonly mapping: M } {
  const { timestamp, clock, start, startClock } = mapping;
  const joined = new Map<string, TextColumn>();
  const find = (name: string | undefined) => name === undefined ? undefined : columnNamed(raw.events, name);
  const join = (dayName: string | undefined, clockName: string | undefined, target: string | undefined) => {
    const day = find(dayName), time = find(clockName);
    if (!day || !time || target === undefined) return false;
    const both = bothOf(raw, day, time, timeZone);
    if (both) joined.set(target, { ...both, name: target });
    return both !== undefined;
  };
  const sharesDay = start !== undefined && start === timestamp;
  join(timestamp, clock, timestamp);
  const isJoined = join(start, startClock, sharesDay ? startClock : start);
  if (joined.size === 0) return { raw, mapping };
  const columns = raw.events.columns.map((column) => joined.get(column.name) ?? column);
  const { startClock: _, ...others } = mapping;
  const own = sharesDay && isJoined ? { ...others, start: startClock } as M : mapping;
  return { raw: { ...raw, events: { rows: raw.events.rows, columns } }, mapping: own };
}

/** Day and time of day as one text; undefined where the days say the time already. */
function bothOf(
  { name, events: { rows }, report, pending }: RawLog,
  day: Column,
  clock: Column,
  timeZone: string,
): TextColumn | undefined {
  // Times that wait for their zone stand as if they were UTC.
  const days = dayTexts(day, pending?.get(day.name)?.local ? "UTC" : timeZone);
  if (!days) {
    report.add(
      "clock joined",
      `${name}: column "${day.name}" says the time of day already; column "${clock.name}" is not added to it`,
    );
    return undefined;
  }
  const clocks = asText(clock);
  const write = clockWriter(clocks.dictionary);
  let alone = 0, joined = 0;
  for (let row = 0; row < rows; row++) {
    if (days.codes[row]! < 0) continue;
    if (clocks.codes[row]! < 0) alone++;
    else joined++;
  }
  report.add(
    "clock joined",
    () =>
      `${name}: times are made of the columns "${day.name}" and "${clock.name}"` +
      (alone > 0 ? `; ${formatCount(alone)} rows have a day only and stand at its beginning` : ""),
    joined,
  );
  return combineText([days, clocks], day.name, rows, (date, time) => {
    if (date === undefined) return undefined;
    const { day, zone } = splitMidnight(date.trim());
    const shown = dayOfNumber(day);
    if (time === undefined || time.trim() === "") return shown;
    // What is no time of day makes a text that is no time, which is told with its line.
    return `${shown} ${write(time) ?? time.trim()}${zone}`;
  });
}

const DAY = 86_400_000;

/** Days as texts; undefined if one of them has a time of day. */
function dayTexts(column: Column, timeZone: string): TextColumn | undefined {
  if (column.kind !== "time") {
    const texts = asText(column);
    // What is no day at all is told when it is read.
    const isTimed = texts.dictionary.some((text) => !isDayText(text) && /\d:\d|\dT\d/.test(text));
    return isTimed ? undefined : texts;
  }
  const isUtc = column.values.every((ms) => Number.isNaN(ms) || ms % DAY === 0);
  let isTimed = false;
  const known = new Map<number, number>();
  const dictionary: string[] = [];
  const codes = Int32Array.from(column.values, (ms) => {
    if (Number.isNaN(ms)) return -1;
    const found = known.get(ms);
    if (found !== undefined) return found;
    const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(isUtc ? "UTC" : timeZone);
    isTimed ||= local.hour + local.minute + local.second + local.millisecond > 0;
    const code = dictionary.push(local.toPlainDate().toString()) - 1;
    known.set(ms, code);
    return code;
  });
  return isTimed ? undefined : { kind: "text", name: column.name, codes, dictionary };
}

/** Day 25,569 of spreadsheets that count from 1899-12-30 is 1970-01-01; a day is written as such, all else as it is. */
function dayOfNumber(text: string): string {
  if (!/^[2-7]\d{4}(\.0+)?$/.test(text)) return text;
  return new Date((Number(text) - 25_569) * DAY).toISOString().slice(0, 10);
}
