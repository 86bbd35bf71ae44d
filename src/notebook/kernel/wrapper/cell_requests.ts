/** Runs the cells of `execute_request`s, and stops them. */
import type { ExecuteResult, KernelClient } from "../client/client.ts";
import { STOPPED } from "../client/cell_runner.ts";
import { kernelEnd } from "../client/kernel_end.ts";
import type { LanguageService } from "../language/language_service.ts";
import type { Failure } from "../prelude/prelude.ts";
import type { Json, Message } from "../protocol/messages.ts";
import type { Answers } from "./answers.ts";
import type { Comms } from "./comms.ts";
import type { FrontEnds, Request } from "./front_end_sockets.ts";
import type { RestartingKernel } from "./restarting_kernel.ts";
import { TypeNotes, withNotes } from "./type_notes.ts";

export interface WrapperParts {
  readonly frontEnds: FrontEnds;
  readonly answers: Answers;
  readonly kernel: RestartingKernel;
  readonly comms: Comms;
  readonly language: LanguageService | undefined;
}

type ExecuteContent = Json & { code: string; silent?: boolean; store_history?: boolean };

export class CellRequests {
  readonly #parts: WrapperParts;
  readonly #notes: TypeNotes;
  #count = 0;
  #executing = false;
  /** Whether a cell waits for the kernel to start. */
  #isWaiting = false;
  /** Whether the running cell has been asked to stop. */
  #stopping = false;

  constructor(parts: WrapperParts) {
    this.#parts = parts;
    this.#notes = new TypeNotes(parts.language, (text) => parts.answers.print(text));
  }

  /** Runs the cell of a request and answers it; false if the cells behind it shall not run. */
  async execute(request: Request): Promise<boolean> {
    const { answers, kernel, frontEnds, language } = this.#parts;
    const content = request.content as ExecuteContent;
    const silent = content.silent === true;
    if (!silent && content.store_history !== false) this.#count++;
    const count = this.#count;
    if (!silent) answers.publish(request, "execute_input", { code: content.code, execution_count: count });
    this.#isWaiting = true;
    const client = await kernel.running();
    const isStopped = !this.#isWaiting;
    this.#isWaiting = false;
    if (isStopped) {
      answers.publish(request, "error", { ...STOPPED });
      answers.reply(request, { status: "error", execution_count: count, ...STOPPED });
      return content.stop_on_error === false;
    }
    const name = `In[${count}]`;
    const notes = this.#notes.begin(content.code, name);
    this.#executing = true;
    const result = await client.execute(content.code, {
      name,
      onMessage: (message) => this.#forward(message, silent),
      ...(content.allow_stdin === true
        ? { onInput: (prompt: string, password: boolean) => frontEnds.input(request, prompt, password) }
        : {}),
    });
    this.#executing = false;
    frontEnds.withdraw();
    const errors = await this.#errorsOf(result, client);
    if (!this.#stopping && result.status === "error") errors[0] = withNotes(errors[0]!, await notes.failed());
    this.#stopping = false;
    for (const error of errors) answers.publish(request, "error", { ...error });
    if (errors.length > 0) {
      answers.reply(request, { status: "error", execution_count: count, ...errors[0]! });
      return content.stop_on_error === false;
    }
    const note = await notes.passed();
    if (note !== "") answers.print(note);
    if (!silent) language?.remember(content.code);
    answers.reply(request, { status: "ok", execution_count: count, payload: [], user_expressions: {} });
    return true;
  }

  /** Answers a cell that waited for one that failed; it does not run. */
  async abort(request: Request): Promise<void> {
    const { answers } = this.#parts;
    await answers.answer(request, () => answers.reply(request, { status: "aborted", execution_count: this.#count }));
  }

  /** Stops what runs in the kernel; ends the kernel if nothing else helps. */
  async stop(): Promise<void> {
    const starting = this.#parts.kernel.client;
    if (this.#isWaiting) {
      this.#isWaiting = false;
      return;
    }
    if (!starting || this.#stopping) return;
    const client = await starting;
    this.#stopping = this.#executing;
    if (!await client.interrupt()) await client.kill();
  }

  /** Sends a message of the running cell on: a result gets our own count. */
  #forward(message: Message, silent: boolean): void {
    const type = message.header.msg_type;
    if (type === "execute_input" || (silent && type === "execute_result")) return;
    this.#parts.comms.observe(message);
    this.#parts.answers.forward(
      type === "execute_result"
        ? { ...message, content: { ...message.content, execution_count: this.#count } }
        : message,
    );
  }

  async #errorsOf(result: ExecuteResult, client: KernelClient): Promise<Failure[]> {
    if (result.status === "dead") {
      this.#parts.kernel.forget();
      this.#parts.comms.clear();
      return [await this.#deathOf(client)];
    }
    const errors = result.outputs.filter((output) => output.output_type === "error");
    return errors.map(({ ename, evalue, traceback }) => ({ ename, evalue, traceback }));
  }

  async #deathOf(client: KernelClient): Promise<Failure> {
    if (!this.#stopping) return await kernelEnd(client, " All variables are lost. A new kernel starts.");
    const evalue = "This cell could not be stopped otherwise: the kernel was ended, and all variables are lost.";
    return { ename: "Interrupted", evalue: `${evalue} A new one starts.`, traceback: [`Interrupted: ${evalue}`] };
  }
}
