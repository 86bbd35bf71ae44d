/** What the clocks of a time zone show. */

/** Milliseconds by which clocks are ahead of UTC at a moment, in milliseconds UTC. */
export type ClockOffset = (milliseconds: number) => number;

/** Clocks change on few days, and at full quarters of an hour. */
const QUARTER = 900_000;
const DAY = 86_400_000;

/** The offset of a zone by its IANA name, such as Europe/Berlin; undefined if there is no such zone. */
export function clockOffset(timeZone: string): ClockOffset | undefined {
  if (timeZone === "UTC") return () => 0;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
    });
  } catch {
    return undefined;
  }
  const asked = (time: number) => {
    const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - time;
  };
  // Asking is slow: a day that begins and ends with one offset has it throughout.
  const ofDay = new Map<number, number>(), ofQuarter = new Map<number, number>();
  const known = (cache: Map<number, number>, length: number, count: number) => {
    let offset = cache.get(count);
    if (offset === undefined) cache.set(count, offset = asked(count * length));
    return offset;
  };
  return (milliseconds) => {
    const day = Math.floor(milliseconds / DAY);
    const before = known(ofDay, DAY, day);
    return before === known(ofDay, DAY, day + 1)
      ? before
      : known(ofQuarter, QUARTER, Math.floor(milliseconds / QUARTER));
  };
}
