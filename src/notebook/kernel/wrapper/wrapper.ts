/**
 * The Tracebook kernel: speaks the Jupyter protocol to front ends and to a Deno kernel behind it.
 *
 * "Messaging in Jupyter", protocol 5.3. Front ends see one kernel whose outputs belong to the cell that made them, whose
 * failures are errors, and which can be stopped. What the Deno kernel behind it says is sent on under the request that
 * runs, whatever it says itself about that.
 */
import { type ExecuteResult, type KernelClient, type KernelOptions, startKernel } from "../client/client.ts";
import { loadParser } from "../code/awaits.ts";
import { trackComms } from "./comms.ts";
import type { ConnectionInfo } from "../protocol/connection.ts";
import { seconds } from "../protocol/deadline.ts";
import { openFront, type Request } from "./front_end_sockets.ts";
import type { LanguageService } from "../language/language.ts";
import type { Json, Message } from "../protocol/messages.ts";
import type { Failure } from "../prelude/prelude.ts";

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
  const { language } = options;
  const ended = Promise.withResolvers<void>();
  const comms = trackComms();
  const queue: Request[] = [];
  let working = false;
  let over = false;
  let count = 0;
  /** What runs, or ran last: the parent of all that is shown. */
  let parent: Request | undefined;
  let executing = false;
  let stopping = false;

  const front = openFront(connection, (request) => {
    if (request.channel === "control") return void answerControl(request);
    if (language && LANGUAGE_REQUESTS.has(request.header.msg_type)) {
      return void answerAtOnce(request, language);
    }
    queue.push(request);
    work();
  });
  const status = (state: string, request?: Request) =>
    front.publish(request, { content: { execution_state: state } }, "status");
  const forward = (message: Message) => {
    comms.observe(message);
    front.publish(parent, message, message.header.msg_type);
  };
  const say = (text: string) => front.publish(parent, { content: { name: "stderr", text } }, "stream");

  const kernelOptions: KernelOptions = {
    cwd: options.cwd,
    stoppable: true,
    color: options.color ?? false,
    onBackground: forward,
    onLateFailure: (failure) => say(textOf(failure) + "\n"),
  };
  let kernel: Promise<KernelClient> | undefined;
  /** The kernel, started anew if the last one has ended; says so. */
  const living = async (): Promise<KernelClient> => {
    if (kernel) {
      const known = await kernel;
      const gone = await Promise.race([known.ended, Promise.resolve(undefined)]);
      if (!gone) return known;
      say(`The kernel had ended (${howOf(gone)}): it was started anew, and all variables are lost.\n`);
      comms.clear();
    }
    kernel = startKernel(kernelOptions);
    kernel.catch(() => kernel = undefined);
    return await kernel;
  };

  const work = async () => {
    if (working) return;
    working = true;
    for (let request; !over && (request = queue.shift());) {
      parent = request;
      status("busy", request);
      try {
        await answerShell(request);
      } catch (error) {
        replyError(request, failureOf(error));
      }
      status("idle", request);
    }
    working = false;
  };

  const answerShell = async (request: Request): Promise<void> => {
    const { content, header } = request;
    switch (header.msg_type) {
      case "execute_request":
        return await execute(request);
      case "kernel_info_request":
        return void front.reply(request, "kernel_info_reply", KERNEL_INFO);
      case "comm_info_request":
        return void front.reply(request, "comm_info_reply", comms.info(content));
      case "comm_open":
      case "comm_msg":
      case "comm_close": {
        comms.observe(request);
        for (const failure of await (await living()).comm(request, forward)) say(textOf(failure) + "\n");
        return;
      }
      case "history_request":
        return void front.reply(request, "history_reply", { status: "ok", history: [] });
      case "complete_request":
      case "inspect_request":
      case "is_complete_request": {
        const answer = await (await living()).ask(header.msg_type, content);
        if (!answer) return replyError(request, { ename: "KernelDied", evalue: "", traceback: [] });
        return void front.reply(request, replyType(request), answer);
      }
      case "shutdown_request":
        return await shutdown(request);
      default:
        return replyError(request, {
          ename: "UnknownMessage",
          evalue: `Expected a request of the Jupyter protocol but found ${header.msg_type}.`,
          traceback: [],
        });
    }
  };

  const execute = async (request: Request): Promise<void> => {
    const given = request.content as Json & { code: string; silent?: boolean; store_history?: boolean };
    const silent = given.silent === true;
    if (!silent && given.store_history !== false) count++;
    if (!silent) front.publish(request, { content: { code: given.code, execution_count: count } }, "execute_input");
    const client = await living();
    executing = true;
    const result = await client.execute(given.code, {
      name: `In[${count}]`,
      onMessage(message) {
        const type = message.header.msg_type;
        if (type === "execute_input" || (silent && type === "execute_result")) return;
        if (type !== "execute_result") return forward(message);
        forward({ ...message, content: { ...message.content, execution_count: count } });
      },
      ...(given.allow_stdin === true
        ? { onInput: (prompt: string, password: boolean) => front.input(request, prompt, password) }
        : {}),
    });
    executing = false;
    front.withdraw();
    const errors = await errorsOf(result, client);
    stopping = false;
    for (const error of errors) front.publish(request, { content: { ...error } }, "error");
    if (errors.length === 0) {
      if (!silent) language?.remember(given.code);
      const done = { status: "ok", execution_count: count, payload: [], user_expressions: {} };
      return void front.reply(request, "execute_reply", done);
    }
    front.reply(request, "execute_reply", { status: "error", execution_count: count, ...errors[0]! });
    if (given.stop_on_error !== false) await abortQueue();
  };

  const errorsOf = async (result: ExecuteResult, client: KernelClient): Promise<Failure[]> => {
    if (result.status === "dead") {
      const how = howOf(await client.ended);
      const evalue = stopping
        ? "This cell could not be stopped otherwise: the kernel was ended, and all variables are lost."
        : `The kernel ended during this cell (${how}), and all variables are lost.`;
      const words = client.lastWords === "" || stopping ? [] : client.lastWords.split("\n");
      const ename = stopping ? "Interrupted" : "KernelDied";
      kernel = undefined;
      comms.clear();
      return [{ ename, evalue: `${evalue} A new one starts.`, traceback: [`${ename}: ${evalue}`, ...words] }];
    }
    const errors = result.outputs.flatMap((output) => output.output_type === "error" ? [output] : []);
    return errors.map(({ ename, evalue, traceback }) => ({ ename, evalue, traceback }));
  };

  /** Cells that were waiting for the one that failed are answered, but not run. */
  const abortQueue = async () => {
    // Those sent together with it may still be on their way.
    await seconds(ARRIVAL_SECONDS).promise;
    const waiting = queue.splice(0);
    for (const request of waiting) {
      if (request.header.msg_type !== "execute_request") {
        queue.push(request);
        continue;
      }
      status("busy", request);
      front.reply(request, "execute_reply", { status: "aborted", execution_count: count });
      status("idle", request);
    }
  };

  const answerAtOnce = async (request: Request, service: LanguageService): Promise<void> => {
    status("busy", request);
    try {
      front.reply(request, replyType(request), { status: "ok", ...await languageAnswer(request, service) });
    } catch (error) {
      replyError(request, failureOf(error));
    }
    status("idle", request);
    // Front ends show the last state they hear of.
    if (working) status("busy", parent);
  };

  const answerControl = async (request: Request): Promise<void> => {
    switch (request.header.msg_type) {
      case "shutdown_request":
        return await shutdown(request);
      case "interrupt_request":
        status("busy", request);
        front.reply(request, "interrupt_reply", { status: "ok" });
        status("idle", request);
        if (working) status("busy", parent);
        return await stop();
      case "kernel_info_request":
        status("busy", request);
        front.reply(request, "kernel_info_reply", KERNEL_INFO);
        status("idle", request);
        if (working) status("busy", parent);
        return;
      default:
        return replyError(request, {
          ename: "UnknownMessage",
          evalue: `This kernel does not know ${request.header.msg_type}.`,
          traceback: [],
        });
    }
  };

  const stop = async () => {
    front.withdraw();
    if (!working || !kernel || stopping) return;
    const client = await kernel;
    stopping = executing;
    if (!await client.interrupt()) await client.kill();
  };

  const shutdown = async (request?: Request): Promise<void> => {
    if (over) return;
    over = true;
    front.withdraw();
    await kernel?.then((client) => client.shutdown(), () => {});
    await language?.close();
    if (request) {
      const content = { status: "ok", restart: request.content.restart === true };
      status("busy", request);
      front.reply(request, "shutdown_reply", content);
      front.publish(request, { content }, "shutdown_reply");
      status("idle", request);
    }
    await front.flush();
    front.close();
    ended.resolve();
  };

  const replyError = (request: Request, failure: Failure) =>
    front.reply(request, replyType(request), { status: "error", ...failure });

  status("starting");
  kernel = startKernel(kernelOptions);
  // Whoever asks first says why it does not start.
  kernel.then(() => {
    language?.start();
    return loadParser();
  }, () => kernel = undefined);
  return { ended: ended.promise, shutdown: () => shutdown() };
}

const LANGUAGE_REQUESTS = new Set(["complete_request", "inspect_request", "is_complete_request"]);

async function languageAnswer({ header, content }: Request, service: LanguageService): Promise<Json> {
  const { code, cursor_pos, detail_level } = content as { code: string } & Record<string, number>;
  const cursor = cursor_pos ?? [...code].length;
  switch (header.msg_type) {
    case "complete_request": {
      const { matches, cursorStart, cursorEnd, metadata } = await service.complete(code, cursor);
      return { matches, cursor_start: cursorStart, cursor_end: cursorEnd, metadata };
    }
    case "inspect_request":
      return { metadata: {}, ...await service.inspect(code, cursor, detail_level === 1 ? 1 : 0) };
    default:
      return { ...service.isComplete(code) };
  }
}

const ARRIVAL_SECONDS = 0.05;

const KERNEL_INFO: Json = {
  status: "ok",
  protocol_version: "5.3",
  implementation: "tracebook",
  implementation_version: Deno.version.deno,
  language_info: {
    name: "typescript",
    version: Deno.version.typescript,
    mimetype: "text/x.typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: "typescript",
    nbconvert_exporter: "script",
  },
  banner: `Tracebook on Deno ${Deno.version.deno}, TypeScript ${Deno.version.typescript}`,
  help_links: [{ text: "Deno", url: "https://docs.deno.com" }],
  debugger: false,
  supported_features: [],
};

function replyType({ header }: Request): string {
  return header.msg_type.replace(/_request$/, "_reply");
}

function textOf({ ename, evalue, traceback }: Failure): string {
  return traceback.length > 0 ? traceback.join("\n") : `${ename}: ${evalue}`;
}

function howOf({ signal, code }: Deno.CommandStatus): string {
  return signal ?? `exit code ${code}`;
}

function failureOf(error: unknown): Failure {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { ename: name, evalue: message, traceback: (stack ?? `${name}: ${message}`).split("\n") };
}
