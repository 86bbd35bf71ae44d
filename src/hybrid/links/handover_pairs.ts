/** Pairs of instances of different people, of which one may have begun what the other went on with. */
import { countBelow } from "../../base/sorted.ts";
import type { ChosenLink } from "./chosen_link.ts";
import type { EventIdentifiers } from "./event_identifiers.ts";
import { slipsOf } from "./identifier_forms.ts";
import type { Sides } from "./pairs.ts";
import type { SharedValues } from "./shared_values.ts";
import { type NamedCases, NONE } from "./task_identifiers.ts";

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
/** Tasks that share a value are compared within this time; others where one follows this soon. */
const AROUND = DAY, SOON = 5 * MINUTE, MOST_SOON = 40;
/** A value of more instances within `AROUND` tells nothing; one of so many tells much. */
const MOST_HOLDERS = 10, FEW_HOLDERS = 2;

/** What two instances share: nothing, a value of some tasks, of few, several such, or a number one slip away. */
export const SHARED_LEVELS = 5;
const SOME = 1, FEW = 2, SEVERAL = 3, SLIP = 4;

/** For why a link is believed. */
export const SHARED_WORDS = [
  "they share nothing else",
  "they share a value of some tasks",
  "they share a value of few tasks",
  "they share values of few tasks",
  "its number is one slip from the case's identifier",
];

export interface Handover {
  /** The instance whose case is not known. */
  readonly instance: number;
  /** The instance that it may have been handed over to: the two compete as instances and events do. */
  readonly event: number;
  readonly id: typeof NONE;
  readonly level: number;
  readonly shared: number;
}

export type Sure = ReadonlyMap<number, readonly ChosenLink[]>;

/** Linked instances of other people that share something with one, or begin when it ends. */
export function handoverFinder(
  { times }: Sides,
  named: readonly NamedCases[],
  identifiers: EventIdentifiers,
  sure: Sure,
  values: SharedValues,
) {
  const { begin, end, user } = times;
  const ordered = [...sure.keys()].sort((a, b) => begin[a]! - begin[b]! || a - b);
  const begins = Float64Array.from(ordered, (k) => begin[k]!);
  const workOn = new Map<number, number[]>();
  for (const [k, links] of sure) for (const { case: c } of links) workOn.set(c, [...workOn.get(c) ?? [], k]);
  return (k: number, move: number): Handover[] => {
    const from = begin[k]! - move, to = end[k]! - move;
    const rare = new Map<number, number>(), found = new Map<number, number>();
    const add = (j: number, shared: number) => found.set(j, Math.max(found.get(j) ?? 0, shared));
    for (const value of values.of[k]!) {
      const holders = values.holders(value, from - AROUND, to + AROUND).filter((j) => j !== k);
      if (holders.length > MOST_HOLDERS) continue;
      for (const j of holders) {
        if (holders.length > FEW_HOLDERS) add(j, SOME);
        else {
          rare.set(j, (rare.get(j) ?? 0) + 1);
          add(j, rare.get(j)! > 1 ? SEVERAL : FEW);
        }
      }
    }
    // A number that is the id of a case has no slip in it.
    for (const number of named[k]!.hasOwn ? [] : named[k]!.numbers) {
      for (const slip of slipsOf(number)) {
        for (const j of workOn.get(identifiers.core.get(slip) ?? -1) ?? []) {
          if (from - AROUND <= begin[j]! && begin[j]! < to + AROUND) add(j, SLIP);
        }
      }
    }
    const next = countBelow(begins, to + SOON);
    for (let n = Math.max(countBelow(begins, from), next - MOST_SOON); n < next; n++) add(ordered[n]!, 0);
    return [...found].flatMap(([j, shared]): Handover[] => {
      if (j === k || user[j] === user[k] || !sure.has(j)) return [];
      const level = gapLevel(begin[j]! - to, from - end[j]!) * SHARED_LEVELS + shared;
      return [{ instance: k, event: j, id: NONE, level, shared }];
    });
  };
}

/** Level of the time between two pieces of work; negative milliseconds: they overlap. */
function gapLevel(after: number, before: number): number {
  if (after >= 0) {
    return after <= MINUTE ? 0 : after <= 5 * MINUTE ? 1 : after <= HOUR / 2 ? 2 : after <= 4 * HOUR ? 3 : 4;
  }
  if (before < 0) return 5;
  return before <= 5 * MINUTE ? 6 : 7;
}
