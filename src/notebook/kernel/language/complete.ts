/** Which names, members and files fit at the cursor. */
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import { type CompletionItem, completionOf } from "./completion.ts";
import { tracebookExports } from "../code/exports.ts";
import type { Completion } from "./language_service.ts";
import { exportItems, isNamePlace, localItems } from "./local_names.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import { completePath, stringAt } from "./paths.ts";
import type { LanguageServer } from "./server.ts";
import type { ServerTurns } from "./server_turns.ts";
import { fromCodePoints, offsetAt, positionAt, wordAt } from "./text.ts";

export interface CompletionSources {
  readonly turns: ServerTurns;
  readonly document: NotebookDocument;
  /** Paths in strings count from there. */
  readonly folder: string;
}

/** What the server proposes, and the files that a string may name; what is known without the server if that is late. */
export async function completeWithin(
  patienceSeconds: number,
  { turns, document, folder }: CompletionSources,
  code: string,
  cursorPoints: number,
): Promise<Completion> {
  if (turns.closed) return noCompletion(cursorPoints);
  const cursor = fromCodePoints(code, cursorPoints);
  const inCode = (items: readonly CompletionItem[]) =>
    completionOf(items, code, cursor, (position) => offsetAt(code, position));
  const string = await stringAt(code, cursor);
  const files = async () => inCode(await completePath(folder, code, cursor, string!));
  if (string?.isPath && !string.isSpecifier) return await files();

  // Read beside the server's work, so that they are there when patience ends.
  tracebookExports().catch(() => {});
  const asked = turns.answer((server) => complete(server, document, code, cursor), undefined);
  const canDoWithout = string ? !string.isSpecifier : isNamePlace(code, cursor);
  const patience = canDoWithout ? seconds(patienceSeconds) : undefined;
  const answer = await Promise.race([asked, ...(patience ? [patience.promise] : [])]);
  patience?.cancel();
  const found = answer === TIMEOUT ? undefined : answer;
  if (string && !string.isSpecifier) return found && found.matches.length > 0 ? found : await files();
  if (found) return found;
  return canDoWithout ? inCode(await localItems(await document.names(code))) : noCompletion(cursorPoints);
}

async function complete(
  server: LanguageServer,
  document: NotebookDocument,
  code: string,
  cursor: number,
): Promise<Completion | undefined> {
  const { text, start } = await document.show(server, code, cursor);
  const ask = () =>
    server.request<CompletionItem[] | { items: CompletionItem[] }>("textDocument/completion", {
      textDocument: { uri: document.uri },
      position: positionAt(text, start + cursor),
      context: { triggerKind: 1 },
    });
  // While it reads the library a server on a busy machine gives up requests; asked again it answers.
  const found = await ask() ?? await ask();
  const listed = namesOfOpenImport(code, cursor);
  if (!found && !listed) return undefined;
  const items = !found ? [] : Array.isArray(found) ? found : found.items;
  // Where an expression may stand, everything global may. If nothing there begins so, what does may be yet to be imported.
  const word = wordAt(code, cursor);
  const typed = code.slice(word.start, cursor);
  const isMissing = typed.length >= 2 && items.some(({ label }) => label === "globalThis") &&
    !items.some(({ label }) => label.startsWith(typed));
  const more = listed ? await exportItems(listed) : isMissing ? await exportItems(new Set()) : [];
  return completionOf([...items, ...more], code, cursor, (position) => offsetAt(text, position) - start);
}

/** What stands already in the braces of an import that does not say yet from where; undefined anywhere else. */
function namesOfOpenImport(code: string, cursor: number): Set<string> | undefined {
  const inside = /(?:^|[;\n])\s*import\s+(?:type\s+)?\{([^{}"'`]*)$/.exec(code.slice(0, wordAt(code, cursor).start))
    ?.[1];
  if (inside === undefined || /^[^;"'`]*\bfrom\b/.test(code.slice(cursor))) return undefined;
  return new Set(inside.split(/[\s,]+/));
}

function noCompletion(cursor: number): Completion {
  return { matches: [], cursorStart: cursor, cursorEnd: cursor, metadata: { _jupyter_types_experimental: [] } };
}
