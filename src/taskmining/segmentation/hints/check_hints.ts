/** Whether hints can hold: each in the form it should have, none against another. */
import { InputError, OptionError } from "../../../base/errors.ts";
import { countOf, formatCount } from "../../../base/format.ts";
import { wordList } from "../../../base/lists.ts";
import { didYouMean, nearestNames } from "../../../base/nearest_names.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { backgroundOf } from "./background_names.ts";
import { type CheckedHints, HINT_FIELDS, type SegmentHints } from "./hints.ts";

/**
 * Hints as the model takes them; undefined where nothing is told.
 *
 * @throws OptionError if a hint has another form; InputError if the log has no such interaction or name, or if two hints
 * contradict each other.
 */
export function checkHints(log: InteractionLog, hints: SegmentHints | undefined): CheckedHints | undefined {
  if (hints === undefined) return undefined;
  checkForm(hints);
  const begins = placesOf(log, "begins", hints.begins), within = placesOf(log, "within", hints.within);
  const same = pairsOf(log, "same", hints.same), different = pairsOf(log, "different", hints.different);
  const names = namesOf(log, hints.names);
  const background = [...new Set(listOf<string>("background", hints.background))];
  if ([begins, within, same, different, background].every(({ length }) => length === 0) && names.size === 0) return;
  const isBackground = backgroundOf(log, background);
  checkPlaces(log, begins, within, isBackground);
  const apart = [...different, ...pairsAmong([...names.values()])];
  checkKinds(same, apart, [...names]);
  return { begins, within, isBackground, background, same, different: apart, names };
}

function checkForm(hints: SegmentHints): void {
  if (typeof hints !== "object" || hints === null || Array.isArray(hints)) {
    throw new OptionError(
      `Expected hints to be an object such as { begins: [0, 17], background: ["Chat"] } but found ${
        JSON.stringify(hints)
      }.`,
    );
  }
  for (const field of Object.keys(hints)) {
    if ((HINT_FIELDS as readonly string[]).includes(field)) continue;
    throw new OptionError(
      `Expected hints to hold ${HINT_FIELDS.join(", ")} but found "${field}".` +
        didYouMean(nearestNames(field, HINT_FIELDS, 1)),
    );
  }
}

function listOf<T>(field: string, given: unknown): readonly T[] {
  if (given === undefined) return [];
  if (Array.isArray(given)) return given;
  throw new OptionError(`Expected hints.${field} to be a list but found ${JSON.stringify(given)}.`);
}

function placesOf(log: InteractionLog, field: string, given: unknown): number[] {
  const places = listOf(field, given).map((at) => placeOf(log, `hints.${field}`, at));
  return [...new Set(places)].sort((a, b) => a - b);
}

function placeOf(log: InteractionLog, where: string, at: unknown): number {
  const { interactions: n } = log;
  if (typeof at === "number" && Number.isInteger(at) && at >= 0 && at < n) return at;
  const known = n === 0
    ? "but the log has none"
    : `by its index in the log, from 0 to ${formatCount(n - 1)}, but found ${JSON.stringify(at)}`;
  throw new InputError(`${log.name}: ${where}: expected an interaction ${known}.`);
}

function pairsOf(log: InteractionLog, field: string, given: unknown): [number, number][] {
  return listOf<unknown>(field, given).map((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) {
      throw new OptionError(
        `Expected hints.${field} to hold pairs of interactions such as [3, 17] but found ${JSON.stringify(pair)}.`,
      );
    }
    return [placeOf(log, `hints.${field}`, pair[0]), placeOf(log, `hints.${field}`, pair[1])];
  });
}

function namesOf(log: InteractionLog, given: SegmentHints["names"]): Map<string, number> {
  if (given === undefined) return new Map();
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new OptionError(
      `Expected hints.names to hold an interaction for each name, as in { "Enter order": 17 }, but found ${
        JSON.stringify(given)
      }.`,
    );
  }
  const names = new Map<string, number>();
  for (const [name, at] of Object.entries(given)) {
    if (name.trim() === "") {
      throw new OptionError("Expected a name for the kind of task in hints.names but found none.");
    }
    if (names.has(name.trim())) throw new OptionError(`hints.names: "${name.trim()}" is given twice. Leave one out.`);
    names.set(name.trim(), placeOf(log, `hints.names: "${name.trim()}"`, at));
  }
  return names;
}

function pairsAmong(places: readonly number[]): [number, number][] {
  return places.flatMap((a, p) => places.slice(p + 1).map((b): [number, number] => [a, b]));
}

function checkPlaces(
  log: InteractionLog,
  begins: readonly number[],
  within: readonly number[],
  isBackground: Uint8Array,
): void {
  const beginsAt = new Set(begins);
  for (const at of within) {
    const { user } = log;
    if (beginsAt.has(at)) {
      throw new InputError(
        `${log.name}: interaction ${formatCount(at)} stands in hints.begins and in hints.within: an instance begins ` +
          `there, or it goes on. Leave one out.`,
      );
    }
    if (at === 0 || user[at] !== user[at - 1]) {
      throw new InputError(
        `${log.name}: hints.within: interaction ${
          formatCount(at)
        } is the first of its user: there is no instance that ` +
          `could go on. Leave it out.`,
      );
    }
  }
  for (const at of begins) {
    if (!isBackground[at]) continue;
    throw new InputError(
      `${log.name}: hints.begins: interaction ${formatCount(at)} (${
        JSON.stringify(log.actionLabels[log.action[at]!])
      }) is background by hints.background: no instance begins there. Leave one out.`,
    );
  }
}

/** @throws InputError if `same`, taken together, makes one of what `different` parts. */
function checkKinds(
  same: readonly (readonly [number, number])[],
  different: readonly (readonly [number, number])[],
  names: readonly (readonly [string, number])[],
): void {
  const into = new Map<number, number>();
  const rootOf = (at: number): number => into.has(at) ? rootOf(into.get(at)!) : at;
  for (const [a, b] of same) if (rootOf(a) !== rootOf(b)) into.set(rootOf(a), rootOf(b));
  for (const [a, b] of different) {
    if (rootOf(a) !== rootOf(b)) continue;
    const nameOf = (at: number) => names.find(([, place]) => place === at)?.[0];
    const why = nameOf(a) !== undefined && nameOf(b) !== undefined
      ? `hints.names calls them "${nameOf(a)}" and "${nameOf(b)}"`
      : "hints.different says that they are not";
    throw new InputError(
      a === b
        ? `Interaction ${formatCount(a)} cannot be of two kinds, but ${why}. Leave one of these hints out.`
        : `By hints.same the instances of the interactions ${formatCount(a)} and ${
          formatCount(b)
        } are of one kind, but ` +
          `${why}. Leave one of these hints out.`,
    );
  }
}

/** "5 beginnings were given by hand.": what the hints told. */
export function hintNotes({ begins, within, background, same, different, names }: CheckedHints): string[] {
  const told = [
    [begins.length, "beginning"],
    [within.length, "place where none begins", "places where none begins"],
    [background.length, "name of background", "names of background"],
    [same.length, "pair of one kind", "pairs of one kind"],
    [different.length - names.size * (names.size - 1) / 2, "pair of different kinds", "pairs of different kinds"],
    [names.size, "name of a kind", "names of kinds"],
  ] as const;
  const given = told.filter(([count]) => count > 0);
  const words = given.map(([count, one, many]) => many ? countOf(count, one, many) : countOf(count, one));
  const all = given.reduce((sum, [count]) => sum + count, 0);
  return [`${wordList(words)} ${all === 1 ? "was" : "were"} given by hand.`];
}
