/**
 * What the kernel runs at the moment, and how that is stopped.
 *
 * A turn is a cell, or the handling of a message from a widget. The prelude knows turns by their numbers.
 */
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import type { Conversation } from "./conversation.ts";
import type { KernelProcess } from "./kernel_process.ts";
import type { KernelSockets } from "./kernel_sockets.ts";

export class Turns {
  readonly #process: KernelProcess;
  readonly #sockets: KernelSockets;
  readonly #conversation: Conversation;
  #number = 0;
  #orders = 0;
  #isPrepared = false;
  #waits = false;
  #stoppedNumber = 0;
  #work: Promise<unknown> | undefined;

  constructor(process: KernelProcess, sockets: KernelSockets, conversation: Conversation) {
    this.#process = process;
    this.#sockets = sockets;
    this.#conversation = conversation;
  }

  /** The number of the next turn, which is about to begin. */
  next(): number {
    this.#isPrepared = true;
    return ++this.#number;
  }

  /**
   * `work` is what runs now. A turn that ends without anybody waiting for it is no unhandled rejection.
   *
   * @param waits whether it may wait for something.
   */
  begin(work: Promise<unknown>, waits = true): void {
    work.catch(() => {});
    this.#work = work;
    this.#isPrepared = false;
    this.#waits = waits;
  }

  end(): void {
    this.#work = undefined;
    this.#isPrepared = false;
    this.#conversation.listenInBackground();
  }

  wasStopped(number: number): boolean {
    return this.#stoppedNumber === number;
  }

  /** Stops what runs; false if it goes on nonetheless, or the kernel is dead. */
  async stop(): Promise<boolean> {
    const work = this.#work;
    // It is not sent yet, and will not be.
    if (this.#isPrepared) this.#stoppedNumber = this.#number;
    if (!work || this.#process.dead) return !this.#process.dead;
    this.#stoppedNumber = this.#number;
    const isOver = () => this.#work !== work || this.#process.dead;
    // Code that runs cannot hear; code that waits must not be interrupted: the kernel does not survive that. So a kernel
    // that hears too late waits, in code that runs, until it has been interrupted.
    for (let attempt = 0; attempt < ATTEMPTS && !isOver(); attempt++) {
      const heard = this.#conversation.stopHeard();
      const order = ++this.#orders;
      const limit = this.#waits ? HEARING_SECONDS : INNER_HEARING_SECONDS;
      // A word that is sent late in that time may come too late.
      await this.#process.writeLine(`stop ${order} ${this.#number} ${600 * limit}`);
      if (!await this.#happens(limit, heard, work)) {
        await this.#happens(REPLY_SECONDS, this.#sockets.interrupt());
      }
      await this.#process.writeLine(`go ${order}`);
      if (await this.#happens(INTERRUPT_SECONDS, work)) return !this.#process.dead;
    }
    return isOver() && !this.#process.dead;
  }

  /** Whether one of the events, or the end of the process, comes within that time; it does not matter how. */
  async #happens(count: number, ...events: Promise<unknown>[]): Promise<boolean> {
    const limit = seconds(count);
    const settled = events.map((event) => event.catch(() => {}));
    const first = await Promise.race([...settled, this.#process.ended, limit.promise]);
    limit.cancel();
    return first !== TIMEOUT;
  }
}

/** Code of ours hears soon, also while it works: see `goOn` of `src/base/stop.ts`. Other code is interrupted. */
const HEARING_SECONDS = 1.2;
/** A cell that never waits is most likely at work itself, and can be interrupted safely. */
const INNER_HEARING_SECONDS = 0.4;
const REPLY_SECONDS = 1;
const INTERRUPT_SECONDS = 1.5;
const ATTEMPTS = 4;
