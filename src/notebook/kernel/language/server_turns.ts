/** Requests to a language server one after another, each within a time limit; a server that hangs is started anew. */
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import type { LanguageServer } from "./server.ts";

export class ServerTurns {
  readonly #startServer: () => Promise<LanguageServer>;
  readonly #limitSeconds: number;
  #starting: Promise<LanguageServer> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** @param limitSeconds after so long a request is answered with nothing; the server goes on with it. */
  constructor(startServer: () => Promise<LanguageServer>, limitSeconds: number) {
    this.#startServer = startServer;
    this.#limitSeconds = limitSeconds;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The answer of `ask`, or `nothing` if it fails, comes too late, or the turns are closed. */
  async answer<Result>(ask: (server: LanguageServer) => Promise<Result>, nothing: Result): Promise<Result> {
    if (this.#closed) return nothing;
    const deadline = seconds(this.#limitSeconds);
    let late = false;
    const mine = this.#last.then(async () => late || this.#closed ? nothing : await this.#withoutHanging(ask));
    this.#last = mine.catch(() => {});
    const result = await Promise.race([mine.catch(() => nothing), deadline.promise]);
    deadline.cancel();
    late = true;
    return result === TIMEOUT ? nothing : result;
  }

  /** Tells the server something, if one was started. */
  notify(method: string, params: unknown): void {
    this.#starting?.then((running) => running.notify(method, params), () => {});
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#starting?.then((running) => running.close(), () => {});
  }

  async #server(): Promise<LanguageServer> {
    const before = await this.#starting?.catch(() => undefined);
    if (before?.running) return before;
    this.#starting = this.#startServer();
    return await this.#starting;
  }

  async #withoutHanging<Result>(ask: (server: LanguageServer) => Promise<Result>): Promise<Result> {
    const asked = await this.#server();
    const deadline = seconds(SILENCE_SECONDS);
    const result = await Promise.race([ask(asked), deadline.promise]);
    deadline.cancel();
    if (result === TIMEOUT) {
      await asked.close();
      throw new Error("The language server did not answer");
    }
    // It ended before it could answer: the next one will.
    return asked.running || this.#closed ? result : await ask(await this.#server());
  }
}

/** A server that is silent for so long is started anew. */
const SILENCE_SECONDS = 60;
