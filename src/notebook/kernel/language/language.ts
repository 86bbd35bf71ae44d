/**
 * Completion and inspection (Shift-Tab) from TypeScript's language service, as Deno's language server offers it.
 *
 * It reads the cells that were executed, their imports and the doc comments in them. It runs none of the user's code.
 */
import { pathToFileURL } from "node:url";
import { completenessOf, syntaxErrorOf } from "./completeness.ts";
import { completeWithin } from "./complete.ts";
import { problemsOf } from "./diagnosis.ts";
import { documentationOf } from "./documentation.ts";
import { placesToInspect, sourceOf, withSource } from "./inspection.ts";
import type { Inspection, LanguageService } from "./language_service.ts";
import { NotebookDocument } from "./notebook_document.ts";
import { type LanguageServer, startLanguageServer } from "./server.ts";
import { ServerTurns } from "./server_turns.ts";
import { fromCodePoints, positionAt } from "./text.ts";

export type { Completion, Inspection, LanguageService } from "./language_service.ts";

export interface LanguageOptions {
  /** After so long a request is answered with nothing; what it started goes on, so that the next is quick. @default 5 */
  readonly limitSeconds?: number;
  /**
   * After so long a completion is answered with the names of the cells and of `tracebook`, where such a name may stand.
   * @default limitSeconds
   */
  readonly patienceSeconds?: number;
  /** How the server is started. @default startLanguageServer */
  readonly startServer?: (folder: string) => Promise<LanguageServer>;
}

/**
 * A language service for the notebooks of a folder: imports are resolved as the kernel does it there. Its process starts with the first request.
 */
export function createLanguageService(folder: string, options: LanguageOptions = {}): LanguageService {
  const { limitSeconds = 5, patienceSeconds = limitSeconds, startServer = startLanguageServer } = options;
  const document = new NotebookDocument(folder);
  const turns: ServerTurns = new ServerTurns(async () => {
    const server = await startServer(folder);
    document.openIn(server);
    return server;
  }, { limitSeconds, onReplaced: () => void turns.answer(readCells, undefined) });
  const readCells = async (server: LanguageServer) => {
    const { text, start } = await document.show(server, "", 0);
    const at = { textDocument: { uri: document.uri }, position: positionAt(text, start) };
    await server.request("textDocument/completion", at);
  };
  return {
    remember(code) {
      if (!turns.closed && syntaxErrorOf(code) === undefined) document.remember(code);
    },
    start() {
      turns.answer(readCells, undefined);
    },
    filesChanged(paths) {
      const changes = paths.map((path) => ({ uri: pathToFileURL(path).href, type: 2 }));
      turns.notify("workspace/didChangeWatchedFiles", { changes });
    },
    complete: (code, cursor) => completeWithin(patienceSeconds, { turns, document, folder }, code, cursor),
    inspect: async (code, cursor, detail) =>
      await turns.answer((server) => inspect(server, document, code, cursor, detail), NO_INSPECTION),
    isComplete: completenessOf,
    problems: async (code) => await turns.answer((server) => problemsOf(server, document, code), []),
    close: () => turns.close(),
  };
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

const NO_INSPECTION: Inspection = { found: false, data: {} };
