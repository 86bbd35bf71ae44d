/** What is meant by a name that is not there: as the type checker says it, and what of ours has to be imported. */
import { isMistyped, nearestNames } from "../../../base/nearest_names.ts";
import type { Declared } from "./declared.ts";
import { tracebookExports } from "./exports.ts";
import { foreignHint, foreignName } from "./foreign_code.ts";

/**
 * A sentence that may stand behind "… is not defined"; nothing where no name is near.
 *
 * @param declared names that the notebook has declared so far.
 */
export async function missingNameHint(name: string, declared: Iterable<string> = []): Promise<string | undefined> {
  const foreign = foreignName(name);
  if (foreign) return foreign;
  const exported = await tracebookExports().catch(() => new Set<string>());
  if (exported.has(name)) return `${importWords(name)}.`;
  const known = new Set(declared);
  const mistyped = [...new Set([...exported, ...known])].filter((candidate) => isMistyped(name, candidate));
  const near = nearestNames(name, mistyped, 1)[0];
  if (near === undefined) return undefined;
  return `Did you mean '${near}'?${known.has(near) ? "" : ` ${importWords(near)}.`}`;
}

/** What the type checker says, and what to write instead where it has no suggestion of its own. */
export async function withNameHint(kind: string, message: string, source: string, line: number): Promise<string> {
  const name = kind === "TS2304" ? /^Cannot find name '(.+?)'\./.exec(message)?.[1] : undefined;
  // The types of a page have a function of that name, which prints the page.
  const isPrint = kind === "TS2554" && /^\s*print\(/.test(source.split("\n")[line - 1] ?? "");
  const hint = isPrint
    ? foreignName("print")
    : name === undefined
    ? undefined
    : foreignHint(source, line) ?? await missingNameHint(name);
  return hint && !message.includes(hint) ? `${message} ${hint}` : message;
}

export interface FailedCell {
  readonly source: string;
  /** Where it failed, 1-based. */
  readonly line: number;
  /** What the notebook has declared so far, by name. */
  readonly declared: ReadonlyMap<string, Declared["word"]>;
}

/** What to write instead of what a cell failed with: a name that is not there, or code of elsewhere. */
export async function errorHint(
  { ename, evalue }: { readonly ename: string; readonly evalue: string },
  { source, line, declared }: FailedCell,
): Promise<string | undefined> {
  if (ename === "SyntaxError") {
    // Of what the parser lets pass and the engine does not: the message names it, and no line.
    const token = /^Unexpected \w+ '(.+)'$/.exec(evalue)?.[1];
    const at = token === undefined
      ? -1
      : source.split("\n").findIndex((text) => text.includes(token.startsWith("#") ? "#" : token));
    return at < 0 ? undefined : foreignHint(source, at + 1);
  }
  const name = /^(\S+) is not (?:defined|a function|a constructor)$/.exec(evalue)?.[1];
  if (name === undefined) return undefined;
  if (ename !== "ReferenceError" && declared.get(name) !== "import") return undefined;
  const others = [...declared.keys()].filter((known) => known !== name);
  return foreignHint(source, line) ?? await missingNameHint(name, others) ??
    (isAssigned(name, source, line) ? `Declare it first: let ${name} = ….` : undefined);
}

function isAssigned(name: string, source: string, line: number): boolean {
  return new RegExp(`^\\s*${RegExp.escape(name)}\\s*=(?![=>])`).test(source.split("\n")[line - 1] ?? "");
}

function importWords(name: string): string {
  return `It is in tracebook: import { ${name} } from "tracebook"`;
}
