/** Things of a table that the command line names: algorithms of `discover`, methods of `conform`. */
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest.ts";

export interface Named {
  /** The first is the one that the help shows. */
  readonly names: readonly string[];
  readonly summary: string;
}

/** @throws InputError naming the nearest, and all. */
export function named<N extends Named>(what: string, name: string, table: readonly N[]): N {
  const found = table.find(({ names }) => names.includes(name.toLowerCase()));
  if (found) return found;
  const near = nearestNames(name, table.flatMap(({ names }) => names))[0];
  throw new InputError(
    `Expected ${what} but found "${name}".${near ? ` Did you mean "${near}"?` : ""}\n${namedHelp(table)}`,
  );
}

export function namedHelp(table: readonly Named[]): string {
  const width = Math.max(...table.map(({ names }) => names[0]!.length));
  return table.map(({ names, summary }) => `  ${names[0]!.padEnd(width)}  ${summary}`).join("\n");
}
