/**
 * What is said to a kernel and heard from it.
 *
 * The kernel sends output through a queue of its own and says "idle" without waiting for it, so that output of a cell
 * may arrive after the cell is over, even under the name of the next one. After each cell this client therefore sends a
 * barrier: a silent cell that sends a mark by each way that output takes, printed text and display messages. When both
 * marks are back, all output of the cell is here, in order.
 */
import { BARRIER_MIME, barrierCode, type Failure, probeCode, settleCode, type Thrown } from "../prelude/prelude.ts";
import type { Json, Message } from "../protocol/messages.ts";
import type { KernelSockets } from "./kernel_sockets.ts";

export interface ConversationOptions {
  /** Takes what arrives while no cell runs. */
  readonly onBackground: (message: Message) => void;
  /** Takes errors that nobody handled while no cell ran. @default the next barrier gives them */
  readonly onLateFailure: ((failure: Failure) => void) | undefined;
}

export class Conversation {
  readonly #sockets: KernelSockets;
  readonly #options: ConversationOptions;
  readonly #lateFailures: Failure[] = [];
  #onStopHeard = () => {};

  constructor(sockets: KernelSockets, options: ConversationOptions) {
    this.#sockets = sockets;
    this.#options = options;
  }

  /** Runs code; `silent` code neither counts nor shows its result. */
  execute(code: string, { silent = false, mayAsk = false } = {}): Promise<Message> {
    return this.#sockets.request("execute_request", {
      code,
      silent,
      store_history: !silent,
      user_expressions: {},
      allow_stdin: mayAsk,
      stop_on_error: true,
    });
  }

  /** From now on messages go to `take`; those by which the prelude speaks to this client go to `onMark`. */
  listen(take: (message: Message) => void, onMark: (mark: Json) => void = () => {}): void {
    this.#sockets.onOutput = (message) => {
      const mark = (message.content.data as Json | undefined)?.[BARRIER_MIME] as Json | undefined;
      if (mark === undefined) take(message);
      else if (mark.heard !== undefined) this.#onStopHeard();
      else if (mark.late !== undefined) this.#takeLateFailure(mark.late as Failure);
      else onMark(mark);
    };
  }

  /** From now on messages belong to no cell. */
  listenInBackground(): void {
    this.listen(this.#options.onBackground);
  }

  /** Resolves when the kernel says that it has heard an order to stop. */
  stopHeard(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onStopHeard = resolve;
    return promise;
  }

  /** Waits until everything that was shown is here; resolves with the failures that nobody handled. */
  async barrier(take: (message: Message) => void): Promise<Failure[]> {
    return (await this.cellBarrier(take)).failures;
  }

  /** As `barrier`, with what the cell threw, if it threw. */
  async cellBarrier(
    take: (message: Message) => void,
  ): Promise<{ failures: Failure[]; thrown: Thrown | undefined }> {
    const token = `\u0001tracebook-${crypto.randomUUID()}\u0001`;
    const printedMark = Promise.withResolvers<void>();
    const takeAroundMark = (message: Message) => {
      const { text, name } = message.content as { text?: string; name?: string };
      if (message.header.msg_type !== "stream" || name !== "stdout" || !text?.includes(token)) return take(message);
      const rest = text.replace(token, "");
      if (rest !== "") take({ ...message, content: { name, text: rest } });
      printedMark.resolve();
    };
    const [mark] = await Promise.all([
      this.#askPrelude(token, barrierCode(token), takeAroundMark),
      printedMark.promise,
    ]);
    const failures = [...this.#lateFailures.splice(0), ...mark.failures as Failure[]];
    return { failures, thrown: mark.thrown as Thrown | undefined };
  }

  /** Why a module cannot be imported, in the kernel's words; null if it can. */
  async probe(specifier: string): Promise<Failure | null> {
    const token = crypto.randomUUID();
    const answer = await this.#askPrelude(token, probeCode(token, specifier), () => {});
    return answer.value as Failure | null;
  }

  /** Waits until what cells have begun is over; false if something is still at work after the time. */
  async settle(seconds: number, take: (message: Message) => void): Promise<boolean> {
    const token = crypto.randomUUID();
    return (await this.#askPrelude(token, settleCode(token, seconds), take)).value === true;
  }

  /** Sends a silent cell and resolves with what it says under `token`. */
  async #askPrelude(token: string, code: string, take: (message: Message) => void): Promise<Json> {
    const answer = Promise.withResolvers<Json>();
    this.listen(take, (mark) => {
      if (mark.token === token) answer.resolve(mark);
    });
    const reply = this.execute(code, { silent: true }).then(({ content }) => {
      if (content.status === "error") {
        answer.reject(new Error(`The kernel failed at a check of its own: ${content.evalue}`));
      }
    });
    const [mark] = await Promise.all([answer.promise, reply]);
    return mark;
  }

  #takeLateFailure(failure: Failure): void {
    if (this.#options.onLateFailure) this.#options.onLateFailure(failure);
    else this.#lateFailures.push(failure);
  }
}
