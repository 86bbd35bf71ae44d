/** What front ends hear: states, outputs and replies, each under the request that it belongs to. */
import type { Failure } from "../prelude/prelude.ts";
import type { Json, Message } from "../protocol/messages.ts";
import type { FrontEnds, Request } from "./front_end_sockets.ts";

export class Answers {
  readonly #frontEnds: FrontEnds;
  #current: Request | undefined;
  #working = false;

  constructor(frontEnds: FrontEnds) {
    this.#frontEnds = frontEnds;
  }

  /** `request` runs from now on: outputs belong to it, also after its end, until the next one begins. */
  begin(request: Request): void {
    this.#current = request;
    this.#working = true;
    this.#status("busy", request);
  }

  end(request: Request): void {
    this.#working = false;
    this.#status("idle", request);
  }

  starting(): void {
    this.#status("starting");
  }

  /** Answers a request that runs no code: front ends see it begin and end. */
  async answer(request: Request, answer: () => void | Promise<void>): Promise<void> {
    this.#status("busy", request);
    await answer();
    this.#status("idle", request);
  }

  /** Answers a request while another one may be running. */
  async answerMeanwhile(request: Request, answer: () => void | Promise<void>): Promise<void> {
    await this.answer(request, answer);
    // Front ends show the last state they hear of.
    if (this.#working) this.#status("busy", this.#current);
  }

  reply(request: Request, content: Json): void {
    this.#frontEnds.reply(request, replyType(request), content);
  }

  fail(request: Request, failure: Failure): void {
    this.reply(request, { status: "error", ...failure });
  }

  publish(request: Request | undefined, type: string, content: Json): void {
    this.#frontEnds.publish(request, { content }, type);
  }

  /** Sends a message of the kernel on, under the current request. */
  forward(message: Message): void {
    this.#frontEnds.publish(this.#current, message, message.header.msg_type);
  }

  /** Prints a line below the current cell. */
  print(text: string): void {
    this.publish(this.#current, "stream", { name: "stderr", text: `${text}\n` });
  }

  #status(state: string, request?: Request): void {
    this.publish(request, "status", { execution_state: state });
  }
}

function replyType({ header }: Request): string {
  return header.msg_type.replace(/_request$/, "_reply");
}
