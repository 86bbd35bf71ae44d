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
  #stoppedNumber = 0;
  #work: Promise<unknown> | undefined;

  constructor(process: KernelProcess, sockets: KernelSockets, conversation: Conversation) {
    this.#process = process;
    this.#sockets = sockets;
    this.#conversation = conversation;
  }

  /** The number of the next turn. */
  next(): number {
    return ++this.#number;
  }

  /** `work` is what runs now. A turn that ends without anybody waiting for it is no unhandled rejection. */
  begin(work: Promise<unknown>): void {
    work.catch(() => {});
    this.#work = work;
  }

  end(): void {
    this.#work = undefined;
    this.#conversation.listenInBackground();
  }

  wasStopped(number: number): boolean {
    return this.#stoppedNumber === number;
  }

  /** Stops what runs; false if it goes on nonetheless, or the kernel is dead. */
  async stop(): Promise<boolean> {
    const work = this.#work;
    if (!work || this.#process.dead) return !this.#process.dead;
    this.#stoppedNumber = this.#number;
    const isOver = () => this.#work !== work || this.#process.dead;
    // Code that runs cannot hear; code that waits must not be terminated: the kernel does not survive that.
    for (let attempt = 0; attempt < 3 && !isOver(); attempt++) {
      const heard = this.#conversation.stopHeard();
      await this.#process.writeLine(`stop ${this.#number}`);
      if (!await this.#happens(HEARING_SECONDS, heard, work)) await this.#sockets.interrupt();
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

/** A kernel that hears does so in milliseconds, on a busy machine in tens of them. */
const HEARING_SECONDS = 0.3;
const INTERRUPT_SECONDS = 1.5;
