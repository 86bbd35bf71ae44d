/**
 * Completion and inspection (Shift-Tab) from TypeScript's language service, as Deno's language server offers it.
 *
 * It reads the cells that were executed, their imports and the doc comments in them. It runs none of the user's code.
 */
import { pathToFileURL } from "node:url";
import { completenessOf, syntaxErrorOf } from "./completeness.ts";
import { type CompletionItem, completionOf } from "./completion.ts";
import { documentationOf } from "./documentation.ts";
import { placesToInspect, sourceOf, withSource } from "./inspection.ts";
import type { Completion, Inspection, LanguageService } from "./language_service.ts";
import { NotebookDocument } from "./notebook_document.ts";
import { type LanguageServer, startLanguageServer } from "./server.ts";
import { ServerTurns } from "./server_turns.ts";
import { fromCodePoints, offsetAt, positionAt } from "./text.ts";

export type { Completion, Inspection, LanguageService } from "./language_service.ts";

export interface LanguageOptions {
  /** After so long a request is answered with nothing; what it started goes on, so that the next is quick. @default 5 */
  readonly limitSeconds?: number;
  /** How the server is started. @default startLanguageServer */
  readonly startServer?: (folder: string) => Promise<LanguageServer>;
}

/**
 * A language service for the notebooks of a folder: imports are resolved from there, by the `deno.json` found from
 * there. Its process starts with the first request.
 */
export function createLanguageService(folder: string, options: LanguageOptions = {}): LanguageService {
  const { limitSeconds = 5, startServer = startLanguageServer } = options;
  const document = new NotebookDocument(folder);
  const turns = new ServerTurns(async () => {
    const server = await startServer(folder);
    document.openIn(server);
    return server;
  }, limitSeconds);
  return {
    remember(code) {
      if (!turns.closed && syntaxErrorOf(code) === undefined) document.remember(code);
    },
    start() {
      turns.answer(async (server) => {
        const { text, start } = await document.show(server, "", 0);
        const at = { textDocument: { uri: document.uri }, position: positionAt(text, start) };
        await server.request("textDocument/completion", at);
      }, undefined);
    },
    filesChanged(paths) {
      const changes = paths.map((path) => ({ uri: pathToFileURL(path).href, type: 2 }));
      turns.notify("workspace/didChangeWatchedFiles", { changes });
    },
    complete: async (code, cursor) =>
      await turns.answer((server) => complete(server, document, code, cursor), noCompletion(cursor)),
    inspect: async (code, cursor, detail) =>
      await turns.answer((server) => inspect(server, document, code, cursor, detail), NO_INSPECTION),
    isComplete: completenessOf,
    close: () => turns.close(),
  };
}

async function complete(
  server: LanguageServer,
  document: NotebookDocument,
  code: string,
  cursorPoints: number,
): Promise<Completion> {
  const cursor = fromCodePoints(code, cursorPoints);
  const { text, start } = await document.show(server, code, cursor);
  const found = await server.request<CompletionItem[] | { items: CompletionItem[] }>("textDocument/completion", {
    textDocument: { uri: document.uri },
    position: positionAt(text, start + cursor),
    context: { triggerKind: 1 },
  });
  if (!found) return noCompletion(cursorPoints);
  const items = Array.isArray(found) ? found : found.items;
  return completionOf(items, code, cursor, (position) => offsetAt(text, position) - start);
}

async function inspect(
  server: LanguageServer,
  document: NotebookDocument,
  code: string,
  cursorPoints: number,
  detail: 0 | 1,
): Promise<Inspection> {
  const cursor = fromCodePoints(code, cursorPoints);
  const { text, start } = await document.show(server, code, cursor);
  for (const offset of placesToInspect(code, cursor)) {
    const at = { textDocument: { uri: document.uri }, position: positionAt(text, start + offset) };
    const hover = await server.request<{ contents: { value: string } }>("textDocument/hover", at);
    const known = documentationOf(hover?.contents.value ?? "");
    if (!known) continue;
    const source = detail === 1 ? await sourceOf(server, at) : undefined;
    return { found: true, data: source ? withSource(known, source) : known };
  }
  return NO_INSPECTION;
}

function noCompletion(cursor: number): Completion {
  return { matches: [], cursorStart: cursor, cursorEnd: cursor, metadata: { _jupyter_types_experimental: [] } };
}

const NO_INSPECTION: Inspection = { found: false, data: {} };
