/** Working time counted by hand, for tests: minute by minute, in UTC. */

const MINUTE = 60_000;

/** Seconds of Monday to Friday, 09:00 to 17:00 UTC, between two times; whole minutes are stepped over. */
export function officeSeconds(from: number, to: number): number {
  let seconds = 0;
  for (let at = from; at < to;) {
    const next = Math.min(to, (Math.floor(at / MINUTE) + 1) * MINUTE);
    const date = new Date(at);
    const day = date.getUTCDay(), hour = date.getUTCHours();
    if (day >= 1 && day <= 5 && hour >= 9 && hour < 17) seconds += (next - at) / 1000;
    at = next;
  }
  return seconds;
}
