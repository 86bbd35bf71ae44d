/** How many people stand behind a figure, and which figures are therefore not shown. */
import { columnNamed } from "../base/column.ts";
import { asText } from "../base/text_codes.ts";
import { countOf, formatCount } from "../base/format.ts";
import type { InteractionLog } from "../log/interactions/interaction_log.ts";
import { fewestPeople, type PeopleGroup, suppressSmallGroups } from "../privacy/suppress.ts";

/** From how many people on figures are shown. */
export interface ShownPeople {
  /** Figures of groups of fewer people are suppressed, with as many others as keep them secret; 1 shows all. @default 5 */
  readonly k?: number;
  /** Shows groups of single persons, too, where that is what was agreed: as `k: 1`. @default false */
  readonly individuals?: boolean;
}

/** People in the whole recording, also those whom a filter left out; 1 where it knows no users. */
export function peopleRecorded(log: InteractionLog): number {
  const column = columnNamed(log.source.canonical, "user");
  if (!column) return 1;
  const { codes, dictionary } = asText(column);
  const used = new Uint8Array(dictionary.length + 1);
  for (const code of codes) used[code < 0 ? dictionary.length : code] = 1;
  return Math.max(1, used.reduce((sum, one) => sum + one, 0));
}

/** Fewest people whose figures of this log are shown. */
export function leastShown(log: InteractionLog, { k = 5, individuals = false }: ShownPeople): number {
  return fewestPeople(individuals ? 1 : k, peopleRecorded(log));
}

/** Gives a time as it is, or NaN if fewer people did the work than figures are shown of: it would tell of them. */
export function timesOfEnough(log: InteractionLog, shown: ShownPeople): (people: number, seconds: number) => number {
  const least = leastShown(log, shown);
  return (people, seconds) => people >= least ? seconds : NaN;
}

/** A figure in a table: null where there is none, or it is not shown. */
export function orNull(figure: number): number | null {
  return Number.isNaN(figure) ? null : figure;
}

/**
 * 1 for each group that is not to be shown.
 *
 * @param people codes of the users in each group, -1 for one who is not known; repeated or not.
 */
export function hiddenGroups(
  log: InteractionLog,
  groups: readonly (Omit<PeopleGroup, "people"> & { readonly people: Iterable<number> })[],
  shown: ShownPeople,
): Uint8Array {
  const distinct = groups.map((group) => ({ ...group, people: [...new Set(group.people)] }));
  const k = shown.individuals ? 1 : shown.k ?? 5;
  return suppressSmallGroups(distinct, { k, people: peopleRecorded(log) });
}

/** A note that says how many groups have no figures, and why; undefined if all groups have. */
export function suppressionNote(hidden: Uint8Array, least: number): string | undefined {
  const n = hidden.reduce((sum, one) => sum + one, 0);
  if (n === 0) return undefined;
  return `${formatCount(n)} of ${countOf(hidden.length, "group")} without figures: fewer than ${least} ` +
    `people, or a group from which those could be computed.`;
}

/** Figures of a group that are suppressed. */
export type Hidden<Figures> = { readonly [Name in keyof Figures]: null };
