/**
 * Requests to a language server one after another, each within a time limit; a server that hangs, or that has grown too
 * large, is started anew.
 */
import { residentBytes } from "../processes/resident_memory.ts";
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import type { LanguageServer } from "./server.ts";

export interface TurnsOptions {
  /** After so many seconds a request is answered with nothing; the server goes on with it. */
  readonly limitSeconds: number;
  /** Called when a server that had grown too large is to be replaced: the new one may be given something to read. */
  readonly onReplaced?: () => void;
}

export class ServerTurns {
  readonly #startServer: () => Promise<LanguageServer>;
  readonly #limitSeconds: number;
  readonly #onReplaced: () => void;
  /** Requests that the running server has answered. */
  #answered = 0;
  #starting: Promise<LanguageServer> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(startServer: () => Promise<LanguageServer>, { limitSeconds, onReplaced = () => {} }: TurnsOptions) {
    this.#startServer = startServer;
    this.#limitSeconds = limitSeconds;
    this.#onReplaced = onReplaced;
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
    this.#last = mine.then(() => this.#keepSmall()).catch(() => {});
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
    this.#answered = 0;
    this.#starting = this.#startServer();
    return await this.#starting;
  }

  /** Ends a server that has grown too large, unless it is large from its start: a new one would be no smaller. */
  async #keepSmall(): Promise<void> {
    const server = await this.#starting;
    if (!server?.running || this.#closed || ++this.#answered < FEWEST_ANSWERS) return;
    if ((await residentBytes(server.pid) ?? 0) <= MOST_BYTES) return;
    this.#answered = 0;
    await server.close();
    this.#onReplaced();
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

/** Past it a server is replaced, between two requests. */
const MOST_BYTES = 600e6;
const FEWEST_ANSWERS = 30;
