/** Which day is shown, and what each person did on it. */
import { InputError } from "../../../base/errors.ts";
import { didYouMean, nearestNames } from "../../../base/nearest_names.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { dayOf, dayRange, type Zone } from "./local_days.ts";

export function usersNamed(log: InteractionLog, names: readonly string[]): number[] {
  return [...new Set(names)].map((name) => {
    const code = log.users.indexOf(name);
    if (code >= 0) return code;
    const near = nearestNames(name, [...log.users]);
    throw new InputError(
      log.users.length === 0
        ? `${log.name} knows no users: leave out the option user.`
        : `${log.name}: expected user to be one of its ${log.users.length} users but found ${JSON.stringify(name)}.` +
          didYouMean(near),
    );
  });
}

/** Unknown people last, the others by name. */
export const knownFirst = (a: number, b: number) => Number(a < 0) - Number(b < 0) || a - b;

/** Interactions of the day by user, the day chosen if none was given. */
export function peopleOf(
  log: InteractionLog,
  chosen: readonly number[] | undefined,
  given: string | undefined,
  zone: Zone,
) {
  const wanted = chosen && new Set(chosen);
  const { time, user } = log;
  let day = given;
  if (day === undefined) {
    const counts = new Map<string, number>();
    let last = NaN, name = "";
    for (let i = 0; i < time.length; i++) {
      if (wanted && !wanted.has(user[i]!)) continue;
      const hour = Math.floor(time[i]! / 900_000);
      if (hour !== last) [last, name] = [hour, dayOf(time[i]!, zone)];
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    day = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))[0];
    if (day === undefined) throw new InputError(`${log.name} has no interactions${wanted ? " of those named" : ""}.`);
  }
  const range = dayRange(day, zone);
  const people = new Map<number, number[]>();
  let before = -Infinity, after = Infinity;
  for (let i = 0; i < time.length; i++) {
    if (wanted && !wanted.has(user[i]!)) continue;
    if (time[i]! < range[0]) before = Math.max(before, time[i]!);
    else if (time[i]! >= range[1]) after = Math.min(after, time[i]!);
    else if (people.has(user[i]!)) people.get(user[i]!)!.push(i);
    else people.set(user[i]!, [i]);
  }
  if (people.size === 0) {
    const near = [before, after].filter(Number.isFinite).map((ms) => dayOf(ms, zone));
    throw new InputError(
      `${log.name}: expected interactions${wanted ? " of those named" : ""} on ${day} but found none.` +
        (near.length > 0 ? ` The nearest days with some: ${near.join(", ")}.` : ""),
    );
  }
  return { day, range, people };
}
