/** Days and times of day where people work. */
import { InputError } from "../../../base/errors.ts";
import { clockOffset } from "../../../base/time_zone.ts";

export interface Zone {
  readonly name: string;
  /** Milliseconds to add to UTC for the time on the clock there. */
  offset(milliseconds: number): number;
}

/** Clocks change at full quarters of an hour. */
const QUARTER = 900_000;

/** @throws InputError if there is no such time zone. */
export function zoneNamed(name: string): Zone {
  const offset = clockOffset(name);
  if (offset) return { name, offset };
  throw new InputError(
    `Expected timeZone to be the name of a time zone like "Europe/Berlin" or "UTC" but found ${JSON.stringify(name)}.`,
  );
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
