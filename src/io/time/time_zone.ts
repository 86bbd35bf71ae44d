/** Local times to UTC: offsets of a time zone, exact over daylight saving, fast over millions of values. */
import { InputError } from "../../base/errors.ts";

/** Milliseconds UTC of a local time, which is given as if it were UTC. */
export type ToUtc = (localMs: number) => number;

/** How local times of a zone become UTC, and which of them a change of clocks makes doubtful. */
export interface Clock {
  /** As `zoneRule` says it. */
  readonly toUtc: ToUtc;
  /** Whether a local time occurs twice or never. */
  isOdd(localMs: number): boolean;
  /**
   * What a local time can mean, in milliseconds UTC, the usual reading first. One that occurs twice (clocks go back):
   * the earlier, the later. One that never occurs (clocks go forward): with the offset before the change, with the one
   * after it, and the moment of the change.
   */
  readings(localMs: number): readonly number[];
}

const known = new Map<string, Clock>();

/**
 * The rule of an IANA time zone ("Europe/Berlin"), of "UTC", or of an offset ("+01:00").
 *
 * A local time that occurs twice (clocks go back) is the earlier one; one that does not occur (clocks go forward) is
 * taken with the offset before the change. This is the rule "compatible" of Temporal and of RFC 5545.
 *
 * @throws InputError if there is no such zone.
 */
export function zoneRule(timeZone: string): ToUtc {
  return clockOf(timeZone).toUtc;
}

/** The clock of a zone. @throws InputError if there is no such zone. */
export function clockOf(timeZone: string): Clock {
  let clock = known.get(timeZone);
  if (!clock) known.set(timeZone, clock = makeClock(timeZone));
  return clock;
}

function makeClock(timeZone: string): Clock {
  if (timeZone === "UTC") {
    return { toUtc: (localMs) => localMs, isOdd: () => false, readings: (localMs) => [localMs] };
  }
  const { locals, offsets } = changesOf(timeZone);
  /** From `oddFrom[i]` up to the next change, local times occur twice or never. */
  const oddFrom = offsets.map((offset, i) => {
    const next = offsets[i + 1];
    return next === undefined ? Infinity : locals[i + 1]! - Math.abs(next - offset);
  });
  let last = 0;
  /** Neighbouring values mostly fall between the same two changes. */
  const find = (localMs: number) => {
    if (localMs < locals[last]! || !(localMs < (locals[last + 1] ?? Infinity))) last = indexOf(locals, localMs);
    return last;
  };
  const isOdd = (localMs: number) => localMs >= oddFrom[find(localMs)]!;
  return {
    toUtc: (localMs) => localMs - offsets[find(localMs)]!,
    isOdd,
    readings(localMs) {
      const before = offsets[find(localMs)]!;
      if (!isOdd(localMs)) return [localMs - before];
      const after = offsets[last + 1]!;
      const both = [localMs - before, localMs - after];
      return after < before ? both : [...both, locals[last + 1]! - after];
    },
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
