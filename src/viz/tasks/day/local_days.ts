/** Days and times of day where people work. */
import { InputError } from "../../../base/errors.ts";

export interface Zone {
  readonly name: string;
  /** Milliseconds to add to UTC for the time on the clock there. */
  offset(milliseconds: number): number;
}

/** Clocks change at full quarters of an hour. */
const QUARTER = 900_000;

/** @throws InputError if there is no such time zone. */
export function zoneNamed(name: string): Zone {
  if (name === "UTC") return { name, offset: () => 0 };
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    throw new InputError(
      `Expected timeZone to be the name of a time zone like "Europe/Berlin" or "UTC" but found ${
        JSON.stringify(name)
      }.`,
    );
  }
  const known = new Map<number, number>();
  return {
    name,
    offset(milliseconds) {
      const start = Math.floor(milliseconds / QUARTER) * QUARTER;
      let offset = known.get(start);
      if (offset === undefined) {
        const part = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, Number(value)]));
        offset = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - start;
        known.set(start, offset);
      }
      return offset;
    },
  };
}

/** `2025-12-31`, by the clock of the zone. */
export function dayOf(milliseconds: number, zone: Zone): string {
  return new Date(milliseconds + zone.offset(milliseconds)).toISOString().slice(0, 10);
}

/**
 * When a day begins and ends, milliseconds UTC.
 *
 * @throws InputError if it is no date.
 */
export function dayRange(day: string, zone: Zone): [from: number, to: number] {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) {
    throw new InputError(`Expected day to be a date like "2025-12-31" but found ${JSON.stringify(day)}.`);
  }
  const begin = (local: number) => local - zone.offset(local - zone.offset(local));
  return [begin(at), begin(at + 86_400_000)];
}

/**
 * When the clock is changed between two moments, and by how many milliseconds it goes forward; undefined if it is not.
 * Of several changes the first.
 */
export function clockChange(from: number, to: number, zone: Zone): [at: number, by: number] | undefined {
  const before = zone.offset(from);
  for (let at = Math.floor(from / QUARTER) * QUARTER; at <= to; at += QUARTER) {
    if (at > from && zone.offset(at) !== before) return [at, zone.offset(at) - before];
  }
  return undefined;
}
