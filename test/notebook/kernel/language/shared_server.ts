/** One language server for many services: each start takes seconds, and reads the same project. */
import { type LanguageServer, startLanguageServer } from "../../../../src/notebook/kernel/language/server.ts";

/**
 * Services share the document of a folder one after another: each shows the whole text before it asks. So the first
 * one opens it, and for the others opening it is a change.
 */
export class SharedServer {
  #starting: Promise<LanguageServer> | undefined;
  #version = -1;

  /** For `startServer` of a service; the process goes on when the service is closed. */
  readonly start = async (folder: string): Promise<LanguageServer> => {
    const server = await (this.#starting ??= startLanguageServer(folder));
    return {
      pid: server.pid,
      get running() {
        return server.running;
      },
      request: (method, params) => server.request(method, params),
      notify: (method, params) => this.#notify(server, method, params),
      close: () => Promise.resolve(),
    };
  };

  async close(): Promise<void> {
    await (await this.#starting)?.close();
  }

  #notify(server: LanguageServer, method: string, params: unknown): void {
    if (method !== "textDocument/didOpen" && method !== "textDocument/didChange") return server.notify(method, params);
    const version = ++this.#version;
    const { textDocument, contentChanges } = params as {
      textDocument: { uri: string; text: string };
      contentChanges?: unknown[];
    };
    if (version === 0) return server.notify(method, { textDocument: { ...textDocument, version } });
    server.notify("textDocument/didChange", {
      textDocument: { uri: textDocument.uri, version },
      contentChanges: contentChanges ?? [{ text: textDocument.text }],
    });
  }
}
