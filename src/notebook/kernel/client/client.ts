/**
 * A Deno kernel and the conversation with it.
 *
 * The kernel sends output through a queue of its own and says "idle" without waiting for it, so that output of a cell
 * may arrive after the cell is over, even under the name of the next one. After each cell this client therefore sends a
 * barrier: a silent cell that sends a mark by each way that output takes, printed text and display messages. When both
 * marks are back, all output of the cell is here, in order.
 */
import { localConnection, writeConnectionFile } from "../protocol/connection.ts";
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import type { Json, Message } from "../protocol/messages.ts";
import { makeStoppable } from "../code/awaits.ts";
import { collectOutputs, type Displays } from "./outputs.ts";
import { commCode, COMMS_PRELUDE } from "../prelude/comms.ts";
import { RELOAD_PRELUDE } from "../prelude/reload.ts";
import { BARRIER_MIME, barrierCode, type Failure, PRELUDE, probeCode } from "../prelude/prelude.ts";
import type { ErrorOutput, Output } from "../../notebook.ts";
import { drain } from "./pipe.ts";
import { endProcess, guardProcess, guardStart } from "./processes.ts";
import { type CellPosition, mapStacks } from "../code/stack.ts";
import { openWire } from "./kernel_sockets.ts";
import { diagnose } from "../code/diagnose.ts";

export interface KernelOptions {
  /** Working directory: where `deno.json` and relative paths are looked for. */
  readonly cwd: string;
  /** Set in addition to this process's own environment. */
  readonly env?: Record<string, string>;
  /** The executable. @default Deno.execPath() */
  readonly deno?: string;
  /** How long the kernel may take to answer for the first time. @default 60 */
  readonly startSeconds?: number;
  /** Whether text that shows values is coloured by ANSI codes. @default false */
  readonly color?: boolean;
  /** Whether a cell can be stopped while it waits; needs a parser, which is loaded at the first `await`. @default false */
  readonly stoppable?: boolean;
  /** Takes what is shown while nothing runs, by timers of earlier cells. @default it is left out */
  readonly onBackground?: (message: Message) => void;
  /** Takes errors that nobody handled while nothing ran. @default the next cell fails with them */
  readonly onLateFailure?: (failure: Failure) => void;
}

export interface ExecuteOptions {
  /** Called with each output as it arrives. */
  readonly onOutput?: (output: Output) => void;
  /** Takes the messages themselves in place of `onOutput` and of the result's `outputs`, all but errors. */
  readonly onMessage?: (message: Message) => void;
  /** Answers `prompt` and `confirm`. @default with nothing */
  readonly onInput?: (prompt: string, password: boolean) => Promise<string>;
  /** After this the cell is interrupted, then the kernel is killed. @default no limit */
  readonly timeoutSeconds?: number;
  /** What stack traces call this cell. @default "cell 1", "cell 2", … in order of execution */
  readonly name?: string;
}

export interface ExecuteResult {
  /** `timeout`: interrupted by `timeoutSeconds`. `dead`: the kernel ended during the cell. */
  readonly status: "ok" | "error" | "timeout" | "dead";
  /** All outputs of the cell, in order, also those from before a failure. */
  readonly outputs: Output[];
  readonly executionCount: number | null;
  /** The first failure; also among the outputs, as an error output. */
  readonly error?: Omit<ErrorOutput, "output_type">;
  /** Where in this cell, where that is known: the topmost frame of the stack that lies in it. */
  readonly origin?: CellPosition;
}

export interface KernelClient {
  readonly pid: number;
  /** Runs one cell. Cells run one after another, in the order of the calls. */
  execute(code: string, options?: ExecuteOptions): Promise<ExecuteResult>;
  /** Hands a comm message of the page to the kernel, in turn with the cells; gives what failed. */
  comm(message: Message, onMessage: (message: Message) => void): Promise<Failure[]>;
  /** Asks the kernel something else, such as a `complete_request`, in turn with the cells; null if it ended. */
  ask(type: string, content: Json): Promise<Json | null>;
  /**
   * Stops the running cell: code that runs ends, and so does a wait if the kernel is `stoppable`.
   *
   * False if the cell goes on nonetheless: then only `kill` helps.
   */
  interrupt(): Promise<boolean>;
  /** Asks the kernel to end, and ends it after two seconds if it has not. */
  shutdown(): Promise<void>;
  /** Ends the process at once. */
  kill(): Promise<void>;
  /** Resolves when the process has ended, with how it did. */
  readonly ended: Promise<Deno.CommandStatus>;
  /** The last lines that the process itself wrote to stderr, for the message when it died. */
  readonly lastWords: string;
}

/**
 * Starts a Deno kernel. It ends with this process, however that ends.
 *
 * @throws Error if the kernel does not answer.
 */
export async function startKernel(options: KernelOptions): Promise<KernelClient> {
  for (let attempt = 1;; attempt++) {
    try {
      return await tryStart(options);
    } catch (error) {
      // Another program may have taken one of the ports between our asking and the kernel's listening.
      if (attempt === 3 || !(error instanceof EarlyEnd)) throw error;
    }
  }
}

class EarlyEnd extends Error {}

async function tryStart(options: KernelOptions): Promise<KernelClient> {
  const connection = localConnection("deno");
  const file = await writeConnectionFile(connection);
  const child = new Deno.Command(options.deno ?? Deno.execPath(), {
    args: ["jupyter", "--kernel", "--conn", file],
    cwd: options.cwd,
    env: { ...(options.color ? {} : { NO_COLOR: "1" }), ...options.env },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const release = guardProcess(child);
  const start = guardStart(child.pid);
  const wire = openWire(connection);
  drain(child.stdout);
  const lastWords = drain(child.stderr);
  const orders = child.stdin.getWriter();

  let dead = false;
  const ended = child.status.then(async (status) => {
    dead = true;
    release();
    wire.close();
    await Deno.remove(file).catch(() => {});
    return status;
  });
  const died = ended.then(() => DEAD);

  const kill = async () => {
    if (!dead) endProcess(child);
    await ended;
    await orders.close().catch(() => {});
  };

  const request = (code: string, silent: boolean, mayAsk = false) =>
    wire.request("execute_request", {
      code,
      silent,
      store_history: !silent,
      user_expressions: {},
      allow_stdin: mayAsk,
      stop_on_error: true,
    });

  const displays: Displays = new Map();
  const stacks = mapStacks();
  let executed = 0;
  /** Number of the last cell or comm message. */
  let turn = 0;
  let stoppedTurn = 0;
  const lateFailures: Failure[] = [];
  let current: Promise<unknown> | undefined;
  let heard = () => {};

  /** Messages are for `take`, but for those by which the kernel speaks to us. */
  const listen = (take: (message: Message) => void, onMark: (mark: Json) => void = () => {}) => {
    wire.onOutput = (message) => {
      const mark = (message.content.data as Json | undefined)?.[BARRIER_MIME] as Json | undefined;
      if (mark === undefined) return take(message);
      if (mark.heard !== undefined) return heard();
      if (mark.late !== undefined) return void late(mark.late as Failure);
      onMark(mark);
    };
  };
  const idle = () => listen(options.onBackground ?? (() => {}));
  const late = async (failure: Failure) => {
    if (!options.onLateFailure) return void lateFailures.push(failure);
    options.onLateFailure({ ...failure, traceback: (await stacks.map(failure.traceback)).lines });
  };

  /** Sends a silent cell and gives what it says under `token`. */
  const ask = async (token: string, code: string, take: (message: Message) => void): Promise<Json> => {
    const answer = Promise.withResolvers<Json>();
    listen(take, (mark) => {
      if (mark.token === token) answer.resolve(mark);
    });
    const reply = request(code, true).then((reply) => {
      if (reply.content.status === "error") {
        answer.reject(new Error(`The kernel failed at a check of its own: ${reply.content.evalue}`));
      }
    });
    const [mark] = await Promise.all([answer.promise, reply]);
    return mark;
  };

  /** Waits until everything that was shown is here, and gives the failures nobody handled. */
  const barrier = async (take: (message: Message) => void): Promise<Failure[]> => {
    const token = `\u0001tracebook-${crypto.randomUUID()}\u0001`;
    const printedMark = Promise.withResolvers<void>();
    const [mark] = await Promise.all([
      ask(token, barrierCode(token), (message) => {
        const { text, name } = message.content as { text?: string; name?: string };
        if (message.header.msg_type === "stream" && name === "stdout" && text?.includes(token)) {
          const rest = text.replace(token, "");
          if (rest !== "") take({ ...message, content: { name, text: rest } });
          printedMark.resolve();
        } else {
          take(message);
        }
      }),
      printedMark.promise,
    ]);
    return [...lateFailures.splice(0), ...mark.failures as Failure[]];
  };

  /** Why a module cannot be imported, in the kernel's words; null if it can. */
  const probe = async (specifier: string): Promise<Failure | null> => {
    const token = crypto.randomUUID();
    const answer = await Promise.race([ask(token, probeCode(token, specifier), () => {}), died]);
    return answer === DEAD ? null : (answer as Json).value as Failure | null;
  };

  const run = async (source: string, given: ExecuteOptions): Promise<ExecuteResult> => {
    const { onOutput, onMessage, onInput, timeoutSeconds, name } = given;
    const collector = collectOutputs(displays, onOutput);
    if (dead) return { status: "dead", outputs: collector.outputs, executionCount: null };
    const take = (message: Message) => {
      if (onMessage && message.header.msg_type !== "error") onMessage(message);
      else collector.take(message);
    };
    executed++;
    turn++;
    const cell = name ?? `cell ${executed}`;
    const { code: stoppable, insertions } = options.stoppable
      ? await makeStoppable(source, turn)
      : { code: source, insertions: [] };
    const code = await stacks.register(cell, stoppable, turn, insertions);
    const limit = timeoutSeconds === undefined ? undefined : seconds(timeoutSeconds);
    listen(take);
    wire.onInput = onInput ?? (() => Promise.resolve(""));
    const work = request(code, false, onInput !== undefined)
      .then(async (reply) => ({ reply, failures: await barrier(take) }));
    work.catch(() => {});
    current = work;
    let result = await Promise.race([work, died, ...(limit ? [limit.promise] : [])]);
    limit?.cancel();
    let status: ExecuteResult["status"] | undefined;
    if (result === TIMEOUT) {
      status = "timeout";
      if (!await interrupt()) await kill();
      result = dead ? DEAD : await Promise.race([work, died]);
    }
    current = undefined;
    idle();
    if (result === DEAD || result === TIMEOUT) {
      return { status: status ?? "dead", outputs: collector.outputs, executionCount: null };
    }
    const { reply, failures } = result as { reply: Message; failures: Failure[] };
    for (const failure of failures) collector.fail(failure);
    const content = reply.content as { status: string; execution_count?: number } & Json;
    const failed = () => collector.outputs.find((output) => output.output_type === "error");
    if (content.status === "error" && !failed()) {
      const known = stoppedTurn === turn ? STOPPED : await diagnose(cell, source, probe);
      collector.fail(
        known ?? {
          ename: String(content.ename ?? "Error"),
          evalue: String(content.evalue ?? "Execution failed"),
          traceback: (content.traceback ?? []) as string[],
        },
      );
    }
    let origin: CellPosition | undefined;
    for (const output of collector.outputs) {
      if (output.output_type !== "error") continue;
      const mapped = await stacks.map(output.traceback);
      output.traceback = mapped.lines.length > 0 ? mapped.lines : [`${output.ename}: ${output.evalue}`];
      origin ??= mapped.positions.find((position) => position.cell === cell);
    }
    const error = failed();
    return {
      status: status ?? (error ? "error" : "ok"),
      outputs: collector.outputs,
      executionCount: content.execution_count ?? null,
      ...(error ? { error: { ename: error.ename, evalue: error.evalue, traceback: error.traceback } } : {}),
      ...(origin ? { origin } : {}),
    };
  };

  const interrupt = async (): Promise<boolean> => {
    const stopping = current;
    if (!stopping || dead) return !dead;
    stoppedTurn = turn;
    const over = () => current !== stopping || dead;
    /** Whether the kernel hears us, or the cell is over, within that time. */
    const within = async (count: number, ...signs: Promise<unknown>[]) => {
      const limit = seconds(count);
      const first = await Promise.race([...signs, stopping.catch(() => {}), ended, limit.promise]);
      limit.cancel();
      return first !== TIMEOUT;
    };
    // Code that runs cannot hear; code that waits must not be terminated: the kernel does not survive that.
    for (let attempt = 0; attempt < 3 && !over(); attempt++) {
      const { promise, resolve } = Promise.withResolvers<void>();
      heard = resolve;
      await orders.write(new TextEncoder().encode(`stop ${turn}\n`)).catch(() => {});
      const hears = await within(HEARING_SECONDS, promise);
      if (!hears) await wire.interrupt();
      if (await within(INTERRUPT_SECONDS)) return !dead;
    }
    return over() && !dead;
  };

  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = queue.then(task);
    queue = turn.catch(() => {});
    return turn;
  };

  const ready = (async () => {
    await wire.request("kernel_info_request", {});
    await wire.subscribed();
    const reply = await request(`${PRELUDE}\n${COMMS_PRELUDE}\n${RELOAD_PRELUDE}`, true);
    if (reply.content.status !== "ok") throw new Error(`The kernel refused its prelude: ${reply.content.evalue}`);
    await barrier(() => {});
    idle();
    // It holds the key, and the kernel has read it.
    await Deno.remove(file).catch(() => {});
  })();
  ready.catch(() => {});
  const limit = seconds(options.startSeconds ?? 60);
  try {
    const first = await Promise.race([ready, died, limit.promise]);
    if (first === DEAD) throw new EarlyEnd(`The kernel ended at its start.\n${lastWords()}`);
    if (first === TIMEOUT) throw new Error(`The kernel did not answer.\n${lastWords()}`);
  } catch (error) {
    await kill();
    throw error;
  } finally {
    limit.cancel();
    await start.done();
  }

  return {
    pid: child.pid,
    execute: (code, options = {}) => inTurn(() => run(code, options)),
    comm: (message, onMessage) =>
      inTurn(async () => {
        if (dead) return [];
        turn++;
        listen(onMessage);
        const work = request(commCode(turn, message), true).then(async ({ content }) => {
          const failures = await barrier(onMessage);
          if (content.status !== "error") return failures;
          const { ename, evalue, traceback } = content as Json & Failure;
          return [
            { ename: String(ename ?? "Error"), evalue: String(evalue ?? ""), traceback: traceback ?? [] },
            ...failures,
          ];
        });
        work.catch(() => {});
        current = work;
        const failures = await Promise.race([work, died]);
        current = undefined;
        idle();
        if (failures === DEAD) return [];
        return await Promise.all((failures as Failure[]).map(async (failure) => {
          const { lines } = await stacks.map(failure.traceback);
          return { ...failure, traceback: lines };
        }));
      }),
    ask: (type, content) =>
      inTurn(async () => {
        if (dead) return null;
        const reply = await Promise.race([wire.request(type, content), died]);
        return reply === DEAD ? null : (reply as Message).content;
      }),
    interrupt,
    async shutdown() {
      if (!dead) {
        wire.send("control", "shutdown_request", { restart: false });
        const limit = seconds(SHUTDOWN_SECONDS);
        await Promise.race([ended, limit.promise]);
        limit.cancel();
      }
      await kill();
    },
    kill,
    ended,
    get lastWords() {
      return lastWords();
    },
  };
}

const STOPPED: Failure = {
  ename: "Interrupted",
  evalue: "Stopped; the variables are kept.",
  traceback: ["Interrupted: Stopped; the variables are kept."],
};

const DEAD = Symbol("dead");
/** A kernel that hears does so in milliseconds, on a busy machine in tens of them. */
const HEARING_SECONDS = 0.3;
const INTERRUPT_SECONDS = 1.5;
const SHUTDOWN_SECONDS = 2;
