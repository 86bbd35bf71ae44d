/** Local times to UTC: offsets of a time zone, exact over daylight saving, fast over millions of values. */
import { InputError } from "../../base/errors.ts";

/** Milliseconds UTC of a local time, which is given as if it were UTC. */
export type ToUtc = (localMs: number) => number;

const known = new Map<string, ToUtc>();

/**
 * The rule of an IANA time zone ("Europe/Berlin"), of "UTC", or of an offset ("+01:00").
 *
 * A local time that occurs twice (clocks go back) is the earlier one; one that does not occur (clocks go forward) is
 * taken with the offset before the change. This is the rule "compatible" of Temporal and of RFC 5545.
 *
 * @throws InputError if there is no such zone.
 */
export function zoneRule(timeZone: string): ToUtc {
  let rule = known.get(timeZone);
  if (!rule) known.set(timeZone, rule = makeRule(timeZone));
  return rule;
}

function makeRule(timeZone: string): ToUtc {
  if (timeZone === "UTC") return (localMs) => localMs;
  const { locals, offsets } = changesOf(timeZone);
  let last = 0;
  return (localMs) => {
    // Neighbouring values mostly fall between the same two changes.
    if (localMs < locals[last]! || !(localMs < (locals[last + 1] ?? Infinity))) last = indexOf(locals, localMs);
    return localMs - offsets[last]!;
  };
}

/** From `locals[i]` on, in local time, `offsets[i]` milliseconds are to be taken off. */
function changesOf(timeZone: string): { locals: number[]; offsets: number[] } {
  let at: Temporal.ZonedDateTime;
  try {
    at = Temporal.Instant.from("1900-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
  } catch {
    throw new InputError(
      `Expected a time zone such as UTC, Europe/Berlin or +01:00 but found "${timeZone}". ` +
        `Names are those of the IANA time zone database.`,
    );
  }
  const locals = [-Infinity], offsets = [at.offsetNanoseconds / 1e6];
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.year > 2100) return { locals, offsets };
    const before = offsets[offsets.length - 1]!, after = next.offsetNanoseconds / 1e6;
    locals.push(next.epochMilliseconds + Math.max(before, after));
    offsets.push(after);
    at = next;
  }
}

function indexOf(locals: readonly number[], localMs: number): number {
  let low = 0, high = locals.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (locals[middle]! <= localMs) low = middle;
    else high = middle;
  }
  return low;
}
