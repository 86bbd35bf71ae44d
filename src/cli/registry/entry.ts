/**
 * What the registry says of each algorithm, conformance method and command.
 *
 * The command line, its help, the reference of the command line and the tables of the README are made from the entries.
 */
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { textTable } from "../../base/text_table.ts";
import type { Command } from "../command.ts";
import { type Arguments, checkValue, type Options } from "../options.ts";

export interface Entry {
  /** As the help shows it. */
  readonly name: string;
  /** Other names that mean the same. */
  readonly aliases?: readonly string[];
  /** One line that begins in lower case, without a full stop. */
  readonly summary: string;
  /** The options of its own, beside those that all of its kind have. */
  readonly options: Options;
  readonly reads: string;
  readonly gives: string;
  /** The functions of the library that do the same in a notebook. */
  readonly functions: readonly string[];
  /** Where it was published. */
  readonly paper?: string;
}

export interface CommandEntry extends Command, Entry {
  /** As they are typed, from `tb` on. */
  readonly examples: readonly string[];
  /** What the first argument chooses from. */
  readonly choosesFrom?: { readonly what: string; readonly entries: readonly Entry[] };
}

/** @throws InputError naming the nearest, and all. */
export function entryNamed<E extends Entry>(what: string, name: string, entries: readonly E[]): E {
  const found = entries.find((entry) => namesOf(entry).includes(name.toLowerCase()));
  if (found) return found;
  const near = nearestNames(name, entries.flatMap(namesOf))[0];
  throw new InputError(
    `Expected ${what} but found "${name}".${near ? ` Did you mean "${near}"?` : ""}\n${listed(entries)}`,
  );
}

/** Names and summaries in two columns. */
export function listed(entries: readonly Entry[]): string {
  return textTable(entries.map(({ name, summary }) => [name, summary]), {
    left: [0, 1],
    most: Infinity,
    indent: "  ",
  });
}

/** The options of all entries, for any of their values; the help of each says which entries read it. */
export function optionsOfAll(entries: readonly Entry[]): Options {
  const readers = Map.groupBy(
    entries.flatMap((entry) => Object.entries(entry.options).map(([name, option]) => ({ name, option, entry }))),
    ({ name }) => name,
  );
  return Object.fromEntries([...readers].map(([name, found]) => {
    const helps = Map.groupBy(found, ({ option }) => option.help);
    const help = [...helps].map(([help, of]) => `${of.map(({ entry }) => entry.name).join(", ")}: ${help}`).join("; ");
    const { type, value, field, was } = found[0]!.option;
    const optional = Object.entries({ value, field, was }).filter(([, text]) => text !== undefined);
    return [name, { type, help, ...Object.fromEntries(optional) }];
  }));
}

/** @throws InputError if a value is wrong for this entry, or an option is one of others: nobody would read it. */
export function checkOptionsOf(entry: Entry, entries: readonly Entry[], given: Arguments): void {
  for (const name of Object.keys(optionsOfAll(entries))) {
    const value = given.text(name);
    if (value === undefined) continue;
    const option = entry.options[name];
    if (option) checkValue(name, option, value);
    else throw new InputError(notItsOwn(name, entry, entries));
  }
}

function notItsOwn(name: string, entry: Entry, entries: readonly Entry[]): string {
  const own = Object.keys(entry.options).map((name) => `--${name}`);
  const readers = entries.filter(({ options }) => name in options).map(({ name }) => name);
  return `${entry.name} has no option --${name}. ` +
    (own.length === 0 ? "It has none of its own" : `Its own are ${own.join(", ")}`) +
    `; --${name} is for ${readers.join(", ")}.`;
}

function namesOf({ name, aliases = [] }: Entry): string[] {
  return [name, ...aliases];
}
