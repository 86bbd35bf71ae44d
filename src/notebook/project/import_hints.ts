/** What Deno says about a module that it does not find, without advice that would do harm here. */
import { didYouMean, nearestNames } from "../../base/nearest_names.ts";

/**
 * Deno proposes to add a package of the name to the project. The package `tracebook` of npm is not ours, and a name
 * that resembles it even less; and any other can be imported by a cell as it is.
 */
export function withoutInstallHint(message: string): string {
  const lines = message.split("\n").filter((line) => !/\bdeno (?:add|install)\b/.test(line));
  return lines.join("\n")
    .replace(UNKNOWN_EXPORT, (_, path: string, name: string) => noModule(`${name}/${path}`))
    .replace(UNKNOWN, (_, name: string) => noModule(name));
}

const UNKNOWN = /Import "([^"]+)" not a dependency(?: and not in import map)?(?: from "[^"]*")?\.?/g;
const UNKNOWN_EXPORT = /Unknown export '\.\/([^']*)' for '(tracebook)'\.\n\s*Package exports:(?:\n \* .*)*/g;

function noModule(name: string): string {
  return `No module is named "${name}".${importHint(name)}`;
}

function importHint(name: string): string {
  const [first] = name.split("/");
  if (first === "tracebook") return ' Everything is imported from "tracebook".';
  const near = nearestNames(name, ["tracebook"]);
  if (near.length > 0) return didYouMean(near);
  return ` A package of npm is imported by its full name, "npm:${name}".`;
}
