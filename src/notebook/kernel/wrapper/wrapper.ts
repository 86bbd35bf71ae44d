/**
 * The Tracebook kernel: speaks the Jupyter protocol to front ends and to a Deno kernel behind it.
 *
 * "Messaging in Jupyter", protocol 5.3. Front ends see one kernel whose outputs belong to the cell that made them, whose
 * failures are errors, and which can be stopped. Messages of the Deno kernel are sent on under the request that runs,
 * whatever request they name themselves.
 */
import { loadParser } from "../code/parser.ts";
import type { LanguageService } from "../language/language_service.ts";
import { languageAnswer } from "../language/replies.ts";
import type { Failure } from "../prelude/prelude.ts";
import type { ConnectionInfo } from "../protocol/connection.ts";
import { seconds } from "../protocol/deadline.ts";
import type { Message } from "../protocol/messages.ts";
import { Answers } from "./answers.ts";
import { CellRequests, type WrapperParts } from "./cell_requests.ts";
import { trackComms } from "./comms.ts";
import { failureOf, textOf } from "./failures.ts";
import { openFrontEnds, type Request } from "./front_end_sockets.ts";
import { KERNEL_INFO } from "./kernel_info.ts";
import { RestartingKernel } from "./restarting_kernel.ts";

export interface WrapperOptions {
  /** Folder of the notebook. */
  readonly cwd: string;
  /** Whether text that shows values is coloured by ANSI codes. @default false */
  readonly color?: boolean;
  /** Completes and explains names without running anything. @default the Deno kernel does, as well as it can */
  readonly language?: LanguageService;
}

export interface Wrapper {
  /** Resolves when a front end has asked for the end, and everything is over and answered. */
  readonly ended: Promise<void>;
  shutdown(): Promise<void>;
}

/** Serves front ends at a connection until one of them asks to shut down. */
export function serveKernel(connection: ConnectionInfo, options: WrapperOptions): Wrapper {
  const server = new KernelServer(connection, options);
  return { ended: server.ended, shutdown: () => server.shutdown() };
}

class KernelServer {
  readonly #parts: WrapperParts;
  readonly #cells: CellRequests;
  readonly #ended = Promise.withResolvers<void>();
  /** Requests of the shell channel that wait for their turn. */
  readonly #queue: Request[] = [];
  #working = false;
  #over = false;

  constructor(connection: ConnectionInfo, { cwd, color = false, language }: WrapperOptions) {
    const frontEnds = openFrontEnds(connection, (request) => this.#take(request));
    const answers = new Answers(frontEnds);
    const comms = trackComms();
    const kernelOptions = {
      cwd,
      stoppable: true,
      color,
      preload: LIBRARY,
      onBackground: (message: Message) => this.#forward(message),
      onLateFailure: (failure: Failure) => answers.print(textOf(failure)),
    };
    const kernel = new RestartingKernel(kernelOptions, (message) => {
      answers.print(message);
      comms.clear();
    });
    this.#parts = { frontEnds, answers, kernel, comms, language };
    this.#cells = new CellRequests(this.#parts);
    answers.starting();
    language?.start();
    kernel.start().then(loadParser, () => {});
  }

  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  async shutdown(request?: Request): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    const { frontEnds, answers, kernel, language } = this.#parts;
    frontEnds.withdraw();
    await kernel.client?.then((client) => client.shutdown(), () => {});
    await language?.close();
    if (request) {
      const content = { status: "ok", restart: request.content.restart === true };
      await answers.answer(request, () => {
        answers.reply(request, content);
        answers.publish(request, "shutdown_reply", content);
      });
    }
    await frontEnds.flush();
    frontEnds.close();
    this.#ended.resolve();
  }

  #take(request: Request): void {
    if (request.channel === "control") {
      this.#answerControl(request);
    } else if (this.#parts.language && LANGUAGE_REQUESTS.has(request.header.msg_type)) {
      this.#answerAtOnce(request, this.#parts.language);
    } else {
      this.#queue.push(request);
      this.#workOff();
    }
  }

  async #workOff(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    const { answers } = this.#parts;
    for (let request; !this.#over && (request = this.#queue.shift());) {
      answers.begin(request);
      try {
        await this.#answerShell(request);
      } catch (error) {
        answers.fail(request, failureOf(error));
      }
      answers.end(request);
    }
    this.#working = false;
  }

  async #answerShell(request: Request): Promise<void> {
    const { answers, comms, kernel } = this.#parts;
    switch (request.header.msg_type) {
      case "execute_request":
        if (!await this.#cells.execute(request)) await this.#abortQueue();
        return;
      case "kernel_info_request":
        return answers.reply(request, KERNEL_INFO);
      case "comm_info_request":
        return answers.reply(request, comms.info(request.content));
      case "comm_open":
      case "comm_msg":
      case "comm_close": {
        comms.observe(request);
        const client = await kernel.running();
        for (const failure of await client.comm(request, (message) => this.#forward(message))) {
          answers.print(textOf(failure));
        }
        return;
      }
      case "history_request":
        return answers.reply(request, { status: "ok", history: [] });
      case "complete_request":
      case "inspect_request":
      case "is_complete_request": {
        const answer = await (await kernel.running()).ask(request.header.msg_type, request.content);
        if (!answer) return answers.fail(request, { ename: "KernelDied", evalue: "", traceback: [] });
        return answers.reply(request, answer);
      }
      case "shutdown_request":
        return await this.shutdown(request);
      default:
        return this.#refuse(
          request,
          `Expected a request of the Jupyter protocol but found ${request.header.msg_type}.`,
        );
    }
  }

  async #answerControl(request: Request): Promise<void> {
    const { answers, frontEnds } = this.#parts;
    switch (request.header.msg_type) {
      case "shutdown_request":
        return await this.shutdown(request);
      case "interrupt_request":
        await answers.answerMeanwhile(request, () => answers.reply(request, { status: "ok" }));
        frontEnds.withdraw();
        if (this.#working) await this.#cells.stop();
        return;
      case "kernel_info_request":
        return await answers.answerMeanwhile(request, () => answers.reply(request, KERNEL_INFO));
      default:
        return this.#refuse(request, `This kernel does not know ${request.header.msg_type}.`);
    }
  }

  async #answerAtOnce(request: Request, service: LanguageService): Promise<void> {
    const { answers } = this.#parts;
    await answers.answerMeanwhile(request, async () => {
      try {
        answers.reply(request, await languageAnswer(request, service));
      } catch (error) {
        answers.fail(request, failureOf(error));
      }
    });
  }

  /** Cells that were waiting for the one that failed are answered, but not run. */
  async #abortQueue(): Promise<void> {
    // Those sent together with it may still be on their way.
    await seconds(ARRIVAL_SECONDS).promise;
    for (const request of this.#queue.splice(0)) {
      if (request.header.msg_type === "execute_request") await this.#cells.abort(request);
      else this.#queue.push(request);
    }
  }

  #forward(message: Message): void {
    this.#parts.comms.observe(message);
    this.#parts.answers.forward(message);
  }

  #refuse(request: Request, evalue: string): void {
    this.#parts.answers.fail(request, { ename: "UnknownMessage", evalue, traceback: [] });
  }
}

/** It is loaded while the user writes the first cell, and DuckDB is compiled with it. */
const LIBRARY = new URL("../../../mod.ts", import.meta.url).href;

const LANGUAGE_REQUESTS = new Set(["complete_request", "inspect_request", "is_complete_request"]);

const ARRIVAL_SECONDS = 0.05;
