/**
 * The document that the language server sees: one module of all cells so far and the one that is being written.
 *
 * The file is never written: the server only needs a place from which imports are resolved.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Cell, keepUseful, moduleOf, readCell } from "./cells.ts";
import type { LanguageServer } from "./server.ts";

/** The text that the server sees, and where in it the cell starts that is being written. */
export interface SeenText {
  readonly text: string;
  readonly start: number;
}

export class NotebookDocument {
  readonly uri: string;
  #cells: Cell[] = [];
  /** Code of cells that were executed since the server was last asked. */
  readonly #unread: string[] = [];
  /** Packages that a cell named before it ran: the server may have looked for them in vain. */
  readonly #unresolved = new Set<string>();
  #reading = Promise.resolve();
  /** Packages that the server has to look for again. */
  readonly #packages: string[] = [];
  #version = 0;

  constructor(folder: string) {
    this.uri = pathToFileURL(join(folder, ".tracebook-cell.ts")).href;
  }

  remember(code: string): void {
    this.#unread.push(code);
  }

  /** Opens the document, empty, in a server that has just started. */
  openIn(server: LanguageServer): void {
    this.#version = 0;
    server.notify("textDocument/didOpen", {
      textDocument: { uri: this.uri, languageId: "typescript", version: this.#version, text: "export {};\n" },
    });
  }

  /** Names that the cells declare and import, and those of the cell that is being written. */
  async names(code: string): Promise<Set<string>> {
    await this.#readUnread();
    const all = [...this.#cells, await readCell(code)];
    return new Set(all.flatMap(({ declares, imports }) => [...declares, ...imports.map(({ name }) => name)]));
  }

  /** Shows the server the cell after all others. */
  async show(server: LanguageServer, code: string, cursor: number): Promise<SeenText> {
    await this.#readUnread();
    await this.#fetchPackages(server);
    const cell = await readCell(code);
    this.#noteUnresolved(cell);
    const { text, start } = moduleOf(this.#cells, cell, cursor);
    server.notify("textDocument/didChange", {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges: [{ text }],
    });
    // A request may overtake the change before it (2 of 120 did): so the text is asked back first.
    for (let i = 0; i < 10; i++) {
      const seen = await server.request<string>("deno/virtualTextDocument", { textDocument: { uri: this.uri } });
      if (seen === text || seen === undefined) break;
    }
    return { text, start };
  }

  #readUnread(): Promise<void> {
    return this.#reading = this.#reading.then(() => this.#read());
  }

  async #read(): Promise<void> {
    const unread = this.#unread.splice(0);
    if (unread.length === 0) return;
    for (const code of unread) {
      const cell = await readCell(code);
      for (const { specifier } of cell.imports) {
        if (this.#unresolved.delete(specifier.slice(1, -1))) this.#packages.push(specifier.slice(1, -1));
      }
      this.#cells = withCell(this.#cells, cell);
    }
    this.#cells = keepUseful(this.#cells);
  }

  async #fetchPackages(server: LanguageServer): Promise<void> {
    const packages = this.#packages.splice(0);
    if (packages.length === 0) return;
    await server.request("workspace/executeCommand", { command: "deno.cache", arguments: [packages, this.uri, {}] });
  }

  #noteUnresolved(cell: Cell): void {
    const known = new Set(this.#cells.flatMap(({ imports }) => imports.map(({ specifier }) => specifier)));
    for (const { specifier } of cell.imports) {
      if (!known.has(specifier) && /^.(?:npm|jsr|https?):/.test(specifier)) {
        this.#unresolved.add(specifier.slice(1, -1));
      }
    }
  }
}

/** A cell that declares nothing tells later ones nothing; one that ran again as it was changes nothing. */
function withCell(cells: readonly Cell[], cell: Cell): Cell[] {
  if (cell.declares.size === 0 && cell.imports.length === 0) return [...cells];
  const names = new Set([...cell.declares, ...cell.imports.map(({ name }) => name)]);
  const same = cells.findLastIndex(({ source }) => source === cell.source);
  const changed = cells.slice(same + 1).some(({ declares, imports }) =>
    [...declares, ...imports.map(({ name }) => name)].some((name) => names.has(name))
  );
  return same >= 0 && !changed ? [...cells] : [...cells, cell];
}
