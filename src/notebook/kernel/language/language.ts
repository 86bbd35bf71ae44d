/**
 * Completion and inspection (Shift-Tab) from TypeScript's language service, as Deno's language server offers it.
 *
 * It reads the cells that were executed, their imports and the doc comments in them. It runs none of the user's code.
 */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import { type Cell, HIDDEN, keepUseful, moduleOf, readCell } from "./cells.ts";
import { type Completeness, completenessOf, syntaxErrorOf } from "./completeness.ts";
import { type Documentation, documentationOf } from "./documentation.ts";
import { type LanguageServer, startLanguageServer } from "./server.ts";
import { fromCodePoints, offsetAt, type Position, positionAt, toCodePoints, wordAt } from "./text.ts";

/** Cursors are in Unicode code points, as in the Jupyter protocol. */
export interface LanguageService {
  /** Adds a cell that was executed. Its names are known from now on, the newest of a name first. */
  remember(code: string): void;
  /**
   * Starts the server, and lets it read the cells so far, ahead of the first request, which else waits for both: some
   * seconds, after which front ends have given up.
   */
  start(): void;
  /** Says that project files were edited, by their paths. */
  filesChanged(paths: readonly string[]): void;
  complete(code: string, cursor: number): Promise<Completion>;
  /** What is known of the name at the cursor, or else of the function whose call the cursor is in. */
  inspect(code: string, cursor: number, detail: 0 | 1): Promise<Inspection>;
  isComplete(code: string): Completeness;
  close(): Promise<void>;
}

/** The content of a `complete_reply`. */
export interface Completion {
  readonly matches: string[];
  readonly cursorStart: number;
  readonly cursorEnd: number;
  readonly metadata: {
    readonly _jupyter_types_experimental: { text: string; type: string; start: number; end: number }[];
  };
}

/** The content of an `inspect_reply`. */
export interface Inspection {
  readonly found: boolean;
  readonly data: Documentation | Record<string, never>;
}

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
  const { limitSeconds: limit = 5, startServer = startLanguageServer } = options;
  // The file is never written: the server only needs a place from which imports are resolved.
  const uri = pathToFileURL(join(folder, ".tracebook-cell.ts")).href;
  let cells: Cell[] = [];
  const unread: string[] = [];
  /** Packages that a cell named before it ran: the server may have looked for them in vain. */
  const unresolved = new Set<string>();
  let starting: Promise<LanguageServer> | undefined;
  let version = 0;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const server = async (): Promise<LanguageServer> => {
    const before = await starting?.catch(() => undefined);
    if (before?.running) return before;
    starting = startServer(folder).then((started) => {
      version = 0;
      started.notify("textDocument/didOpen", {
        textDocument: { uri, languageId: "typescript", version, text: "export {};\n" },
      });
      return started;
    });
    return await starting;
  };

  /** One request at a time, each within the limit, whatever those before it do. */
  const answer = async <Result>(ask: (server: LanguageServer) => Promise<Result>, nothing: Result): Promise<Result> => {
    if (closed) return nothing;
    const deadline = seconds(limit);
    let late = false;
    const mine = turn.then(async () => late || closed ? nothing : await withoutHanging(ask));
    turn = mine.catch(() => {});
    const result = await Promise.race([mine.catch(() => nothing), deadline.promise]);
    deadline.cancel();
    late = true;
    return result === TIMEOUT ? nothing : result;
  };

  const withoutHanging = async <Result>(ask: (server: LanguageServer) => Promise<Result>): Promise<Result> => {
    const asked = await server();
    const deadline = seconds(PATIENCE);
    const result = await Promise.race([ask(asked), deadline.promise]);
    deadline.cancel();
    if (result === TIMEOUT) {
      await asked.close();
      throw new Error("The language server did not answer");
    }
    // It ended before it could answer: the next one will.
    return asked.running || closed ? result : await ask(await server());
  };

  const readUnread = async (asked: LanguageServer) => {
    const packages: string[] = [];
    for (const code of unread.splice(0)) {
      const cell = await readCell(code);
      for (const { specifier } of cell.imports) {
        if (unresolved.delete(specifier.slice(1, -1))) packages.push(specifier.slice(1, -1));
      }
      cells = withCell(cells, cell);
    }
    if (packages.length > 0) {
      await asked.request("workspace/executeCommand", { command: "deno.cache", arguments: [packages, uri, {}] });
    }
  };

  /** Shows the server the cell after all others; gives the text it sees and where the cell starts. */
  const show = async (asked: LanguageServer, code: string, cursor: number) => {
    await readUnread(asked);
    const cell = await readCell(code);
    const known = new Set(cells.flatMap(({ imports }) => imports.map(({ specifier }) => specifier)));
    for (const { specifier } of cell.imports) {
      if (!known.has(specifier) && /^.(?:npm|jsr|https?):/.test(specifier)) unresolved.add(specifier.slice(1, -1));
    }
    const { text, start } = moduleOf(cells, cell, cursor);
    asked.notify("textDocument/didChange", {
      textDocument: { uri, version: ++version },
      contentChanges: [{ text }],
    });
    // A request may overtake the change before it (2 of 120 did): so the text is asked back first.
    for (let i = 0; i < 10; i++) {
      const seen = await asked.request<string>("deno/virtualTextDocument", { textDocument: { uri } });
      if (seen === text || seen === undefined) break;
    }
    return { text, start };
  };

  return {
    remember(code) {
      if (!closed && syntaxErrorOf(code) === undefined) unread.push(code);
    },
    start() {
      answer(async (asked) => {
        const { text, start } = await show(asked, "", 0);
        const at = { textDocument: { uri }, position: positionAt(text, start) };
        await asked.request("textDocument/completion", at);
      }, undefined);
    },
    filesChanged(paths) {
      const changes = paths.map((path) => ({ uri: pathToFileURL(path).href, type: 2 }));
      starting?.then((running) => running.notify("workspace/didChangeWatchedFiles", { changes }), () => {});
    },
    async complete(code, cursorPoints) {
      const cursor = fromCodePoints(code, cursorPoints);
      const nothing: Completion = {
        matches: [],
        cursorStart: cursorPoints,
        cursorEnd: cursorPoints,
        metadata: { _jupyter_types_experimental: [] },
      };
      return await answer(async (asked) => {
        const { text, start } = await show(asked, code, cursor);
        const found = await asked.request<CompletionItem[] | { items: CompletionItem[] }>("textDocument/completion", {
          textDocument: { uri },
          position: positionAt(text, start + cursor),
          context: { triggerKind: 1 },
        });
        if (!found) return nothing;
        return completionOf(
          Array.isArray(found) ? found : found.items,
          code,
          cursor,
          (at) => offsetAt(text, at) - start,
        );
      }, nothing);
    },
    async inspect(code, cursorPoints, detail) {
      const cursor = fromCodePoints(code, cursorPoints);
      const nothing: Inspection = { found: false, data: {} };
      return await answer(async (asked) => {
        const { text, start } = await show(asked, code, cursor);
        for (const offset of placesToInspect(code, cursor)) {
          const at = { textDocument: { uri }, position: positionAt(text, start + offset) };
          const hover = await asked.request<{ contents: { value: string } }>("textDocument/hover", at);
          const known = documentationOf(hover?.contents.value ?? "");
          if (!known) continue;
          const source = detail === 1 ? await sourceOf(asked, at) : undefined;
          return { found: true, data: source ? withSource(known, source) : known };
        }
        return nothing;
      }, nothing);
    },
    isComplete: completenessOf,
    async close() {
      closed = true;
      await starting?.then((running) => running.close(), () => {});
    },
  };
}

/** A server that is silent for so long, in seconds, is started anew. */
const PATIENCE = 60;

/** A cell that declares nothing tells later ones nothing; one that ran again as it was changes nothing. */
function withCell(cells: readonly Cell[], cell: Cell): Cell[] {
  if (cell.declares.size === 0 && cell.imports.length === 0) return [...cells];
  const names = new Set([...cell.declares, ...cell.imports.map(({ name }) => name)]);
  const same = cells.findLastIndex(({ source }) => source === cell.source);
  const changed = cells.slice(same + 1).some(({ declares, imports }) =>
    [...declares, ...imports.map(({ name }) => name)].some((name) => names.has(name))
  );
  return same >= 0 && !changed ? [...cells] : keepUseful([...cells, cell]);
}

interface CompletionItem {
  readonly label: string;
  readonly kind?: number;
  readonly sortText?: string;
  readonly filterText?: string;
  readonly insertText?: string;
  readonly textEdit?: { newText: string; range?: Range; insert?: Range };
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Jupyter has one range for all matches: those that replace less take up what lies between. */
function completionOf(
  items: readonly CompletionItem[],
  code: string,
  cursor: number,
  offsetOf: (position: Position) => number,
): Completion {
  const word = wordAt(code, cursor);
  const fitting = items.flatMap((item) => {
    const range = item.textEdit?.insert ?? item.textEdit?.range;
    const start = range ? offsetOf(range.start) : word.start;
    const end = range ? Math.max(cursor, offsetOf(range.end)) : cursor;
    const insert = item.textEdit?.newText ?? item.insertText ?? item.label;
    const typed = code.slice(start, cursor);
    // `maybe.` wants `maybe?.name`
    const key = (item.filterText ?? insert).replace(/^\?(?=\.)/, "");
    if (insert.startsWith(HIDDEN) || !key.toLowerCase().startsWith(typed.toLowerCase())) return [];
    return [{
      start,
      end,
      insert,
      order: (key.startsWith(typed) ? "0" : "1") + (item.sortText ?? ""),
      kind: item.kind,
    }];
  });
  const start = Math.min(cursor, ...fitting.map((item) => item.start));
  const end = Math.max(cursor, ...fitting.map((item) => item.end));
  const kinds = new Map<string, string>();
  const ordered = fitting
    .map((item) => ({ ...item, text: code.slice(start, item.start) + item.insert + code.slice(item.end, end) }))
    .sort((a, b) => compare(a.order, b.order) || compare(a.text, b.text));
  for (const { text, kind } of ordered) if (!kinds.has(text)) kinds.set(text, KINDS[kind ?? 0] ?? "instance");
  const [cursorStart, cursorEnd] = [toCodePoints(code, start), toCodePoints(code, end)];
  return {
    matches: [...kinds.keys()],
    cursorStart,
    cursorEnd,
    metadata: {
      _jupyter_types_experimental: [...kinds].map(([text, type]) => ({
        text,
        type,
        start: cursorStart,
        end: cursorEnd,
      })),
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `CompletionItemKind` of the language server in the words of Jupyter's front ends. */
const KINDS: Record<number, string> = {
  2: "function",
  3: "function",
  4: "function",
  5: "property",
  6: "instance",
  7: "class",
  8: "class",
  9: "module",
  10: "property",
  13: "class",
  14: "keyword",
  17: "path",
  19: "path",
  20: "property",
  21: "instance",
  25: "class",
};

/** The name at the cursor, then the functions in whose arguments it is, inner ones first. */
function placesToInspect(code: string, cursor: number): number[] {
  const word = wordAt(code, cursor);
  const places = word.start < word.end ? [word.start] : [];
  let closed = 0;
  for (let i = cursor - 1; i >= 0 && places.length < 4; i--) {
    const char = code[i]!;
    if (char === ")") closed++;
    else if (char === "(" && closed > 0) closed--;
    else if (char === "(") {
      const end = /\s*(?:<[^<>()]*>)?\s*$/.exec(code.slice(0, i))!.index;
      const called = wordAt(code, end);
      if (called.start < end) places.push(called.start);
    }
  }
  return places;
}

interface SourceText {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Where a name is declared, if that is a file, and its text there. */
async function sourceOf(asked: LanguageServer, at: unknown): Promise<SourceText | undefined> {
  const links = await asked.request<{ targetUri: string; targetRange: Range }[]>("textDocument/definition", at);
  const link = links?.[0];
  if (!link?.targetUri.startsWith("file:")) return undefined;
  const file = fileURLToPath(link.targetUri);
  const whole = await Deno.readTextFile(file).catch(() => undefined);
  if (whole === undefined) return undefined;
  const text = whole.slice(offsetAt(whole, link.targetRange.start), offsetAt(whole, link.targetRange.end));
  return { file, line: link.targetRange.start.line + 1, text };
}

function withSource(known: Documentation, { file, line, text }: SourceText): Documentation {
  return {
    "text/plain": `${known["text/plain"]}\n\nSource: ${file}, line ${line}\n${text}`,
    "text/markdown": `${known["text/markdown"]}\n\nSource: \`${file}\`, line ${line}\n\n\`\`\`ts\n${text}\n\`\`\``,
  };
}
