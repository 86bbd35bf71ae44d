/** Completion that needs no server: the names of the cells, what they import, what `tracebook` exports. */
import type { CompletionItem } from "./completion.ts";
import { tracebookExports } from "../code/exports.ts";
import { wordAt } from "./text.ts";

/** The server takes seconds to start; meanwhile these names are offered. */
export async function localItems(names: ReadonlySet<string>): Promise<CompletionItem[]> {
  const own = [...names].map((label): CompletionItem => ({ label, kind: 6, sortText: "0" }));
  return [...own, ...await exportItems(names)];
}

/** What `tracebook` exports beside the names that are known already. */
export async function exportItems(known: ReadonlySet<string>): Promise<CompletionItem[]> {
  return [...await tracebookExports()].filter((name) => !known.has(name)).map((label) => ({
    label,
    kind: /^\p{Lu}/u.test(label) ? 7 : 3,
    // After all that can be used as it is.
    sortText: "9",
  }));
}

/** Whether a name of its own may stand at the cursor, and no member of something and no number. */
export function isNamePlace(code: string, cursor: number): boolean {
  const { start } = wordAt(code, cursor);
  const before = code.slice(0, start).replace(/\.\.\.\s*$/, "");
  return !/\.\s*$/.test(before) && !/^\d/.test(code.slice(start));
}
