/** Whether a table is wide: a row a case, with the times of its milestones side by side. */
import { isClock } from "./find_clock.ts";
import type { Traits } from "./traits.ts";

/** Words of times that are no milestones, because they lie ahead or belong to a person or a program. */
const NO_MILESTONE = new Set(
  ("due deadline planned plan planning scheduled expected estimated target requested promised birth birthday birthdate dob " +
    "valid expiry expiration expires sla import load loaded extract export " +
    "soll geplant plan plandatum solltermin fallig falligkeit falligkeitsdatum frist geburtsdatum geburtstag gultig " +
    "echeance prevu prevue limite naissance " +
    "vencimiento previsto prevista nacimiento planificada planificado " +
    "verval vervaldatum gepland geplande verwacht verwachte geboortedatum uiterlijk").split(" "),
);

/** Whether a column holds times at which something happened. */
export function isMilestone(traits: Traits): boolean {
  if (
    (traits.known === 0 && traits.column.kind !== "time") || isClock(traits) ||
    traits.words.some((word) => NO_MILESTONE.has(word))
  ) return false;
  // Numbers may be anything; only days written without separators can hardly be anything else.
  return traits.times === "times" || (traits.times === "numbers" && traits.days && isCompact(traits));
}

function isCompact({ column }: Traits): boolean {
  const values = column.kind === "number" ? [...column.values.subarray(0, 50)].filter((n) => n === n).map(String) : [];
  const texts = column.kind === "text" ? column.dictionary.slice(0, 50) : values;
  return texts.length > 0 && texts.every((text) => /^(19|20)\d{6}$/.test(text));
}

const ID_WORDS = new Set(
  ("id ids no nr number num key code case ticket order incident request claim patient identifier reference ref fall " +
    "nummer kennung vorgang auftrag bestellung antrag cas numero dossier commande caso expediente pedido zaak " +
    "bestelling").split(" "),
);

/** The column that names the row: another value in each, and a name that says so; else the first that has. */
export function caseColumnOfWide(traits: readonly Traits[]): Traits | undefined {
  const unique = traits.filter((one) =>
    one.known > 0 && one.distinct === one.known && one.times !== "times" && one.column.kind !== "boolean" &&
    one.clock !== "text"
  );
  return unique.find(({ words, whole }) =>
    words.some((word) => ID_WORDS.has(word)) || /(id|nr|no|nummer)$/.test(whole)
  ) ??
    unique[0];
}

/**
 * The milestones of a table that looks wide: at least two columns of times, and a column that names each row.
 *
 * @param caseName The column of the case, if it is known.
 */
export function milestonesOf(traits: readonly Traits[], caseName: string | undefined): readonly Traits[] {
  const named = caseName === undefined
    ? caseColumnOfWide(traits)
    : traits.find(({ column }) => column.name === caseName);
  if (!named || named.known < 2 || named.distinct < named.known) return [];
  const milestones = traits.filter((one) => isMilestone(one) && one !== named);
  return milestones.length >= 2 ? milestones : [];
}

/** What to do about it, in words. */
export function wideHint(milestones: readonly Traits[]): string {
  const names = milestones.slice(0, 6).map(({ column }) => JSON.stringify(column.name)).join(", ") +
    (milestones.length > 6 ? ` and ${milestones.length - 6} more` : "");
  return `It looks like a wide table, a row a case and a column a milestone (${names}). To read each milestone as an ` +
    `event write --wide, or wide: true.`;
}
