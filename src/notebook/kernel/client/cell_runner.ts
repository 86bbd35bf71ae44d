/** Runs cells: sends the code, collects the outputs, says in lines of the cell why it failed. */
import { makeStoppable, mayWait } from "../code/awaits.ts";
import { diagnose } from "../code/diagnose.ts";
import type { CellPosition, StackMapper } from "../code/stack.ts";
import type { ErrorOutput } from "../../notebook.ts";
import type { Failure } from "../prelude/prelude.ts";
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import type { Json, Message } from "../protocol/messages.ts";
import type { Conversation } from "./conversation.ts";
import type { ExecuteOptions, ExecuteResult, SettleResult } from "./kernel_client.ts";
import { DEAD, type KernelProcess } from "./kernel_process.ts";
import type { KernelSockets } from "./kernel_sockets.ts";
import { collectOutputs, type Displays, type OutputCollector } from "./outputs.ts";
import type { Turns } from "./turns.ts";

export interface KernelParts {
  readonly process: KernelProcess;
  readonly sockets: KernelSockets;
  readonly conversation: Conversation;
  readonly turns: Turns;
  readonly stacks: StackMapper;
}

/** What the kernel says at the end of a cell. */
interface Finished {
  readonly reply: Message;
  readonly failures: readonly Failure[];
}

export class CellRunner {
  readonly #parts: KernelParts;
  readonly #stoppable: boolean;
  readonly #displays: Displays = new Map();
  #executed = 0;

  constructor(parts: KernelParts, stoppable: boolean) {
    this.#parts = parts;
    this.#stoppable = stoppable;
  }

  async run(source: string, options: ExecuteOptions): Promise<ExecuteResult> {
    const collector = collectOutputs(this.#displays, options.onOutput);
    const { outputs } = collector;
    if (this.#parts.process.dead) return { status: "dead", outputs, executionCount: null };
    this.#executed++;
    const cell = options.name ?? `cell ${this.#executed}`;
    const turn = this.#parts.turns.next();
    const code = await this.#codeToSend(cell, source, turn);
    if (this.#parts.turns.wasStopped(turn)) {
      this.#parts.turns.end();
      collector.fail(STOPPED);
      return { status: "error", outputs, executionCount: null, error: STOPPED };
    }
    const { finished, timedOut } = await this.#send(code, collector, options, mayWait(source));
    if (!finished) {
      collector.end();
      return { status: timedOut ? "timeout" : "dead", outputs, executionCount: null };
    }
    await this.#addFailures(finished, collector, { cell, source, turn });
    const { origin, error } = await this.#explained(collector, cell);
    collector.end();
    return {
      status: timedOut ? "timeout" : error ? "error" : "ok",
      outputs,
      executionCount: (finished.reply.content.execution_count as number | undefined) ?? null,
      ...(error ? { error } : {}),
      ...(origin ? { origin } : {}),
    };
  }

  async settle(limitSeconds: number, { onOutput }: Pick<ExecuteOptions, "onOutput">): Promise<SettleResult> {
    const { process, conversation, turns } = this.#parts;
    const collector = collectOutputs(this.#displays, onOutput);
    const { outputs } = collector;
    if (process.dead) return { status: "dead", outputs };
    const take = (message: Message) => void collector.take(message);
    const work = (async () => {
      const isOver = await conversation.settle(limitSeconds, take);
      return { isOver, failures: await conversation.barrier(take) };
    })();
    turns.begin(work);
    const result = await Promise.race([work, process.died]);
    turns.end();
    collector.end();
    if (result === DEAD) return { status: "dead", outputs };
    for (const failure of result.failures) collector.fail(failure);
    const { error, origin } = await this.#explained(collector);
    const status = error ? "error" : result.isOver ? "ok" : "busy";
    return { status, outputs, ...(error ? { error } : {}), ...(origin ? { origin } : {}) };
  }

  async #codeToSend(cell: string, source: string, turn: number): Promise<string> {
    const { code, insertions } = this.#stoppable ? await makeStoppable(source, turn) : { code: source, insertions: [] };
    return await this.#parts.stacks.register(cell, code, turn, insertions);
  }

  /** Waits for the end of the cell; `finished` is undefined if the kernel died in it. */
  async #send(
    code: string,
    collector: OutputCollector,
    { onMessage, onInput, timeoutSeconds }: ExecuteOptions,
    waits: boolean,
  ): Promise<{ finished: Finished | undefined; timedOut: boolean }> {
    const { process, sockets, conversation, turns } = this.#parts;
    const take = (message: Message) => {
      if (onMessage && message.header.msg_type !== "error") onMessage(message);
      else collector.take(message);
    };
    conversation.listen(take);
    sockets.onInput = onInput ?? (() => Promise.resolve(""));
    const work = conversation.execute(code, { mayAsk: onInput !== undefined })
      .then(async (reply): Promise<Finished> => ({ reply, failures: await conversation.barrier(take) }));
    turns.begin(work, waits);
    const limit = timeoutSeconds === undefined ? undefined : seconds(timeoutSeconds);
    let result = await Promise.race([work, process.died, ...(limit ? [limit.promise] : [])]);
    limit?.cancel();
    const timedOut = result === TIMEOUT;
    if (result === TIMEOUT) {
      if (!await turns.stop()) await process.kill();
      result = process.dead ? DEAD : await Promise.race([work, process.died]);
    }
    turns.end();
    return { finished: result === DEAD ? undefined : result as Finished, timedOut };
  }

  async #addFailures(
    { reply: { content }, failures }: Finished,
    collector: OutputCollector,
    { cell, source, turn }: { cell: string; source: string; turn: number },
  ): Promise<void> {
    for (const failure of failures) collector.fail(failure);
    if (content.status !== "error" || firstError(collector)) return;
    const known = this.#parts.turns.wasStopped(turn)
      ? STOPPED
      : await diagnose(cell, source, (specifier) => this.#probe(specifier));
    collector.fail(known ?? failureIn(content, "Execution failed"));
  }

  /** A kernel that has died says nothing against the module. */
  async #probe(specifier: string): Promise<Failure | null> {
    const { conversation, process } = this.#parts;
    const answer = await Promise.race([conversation.probe(specifier), process.died]);
    return answer === DEAD ? null : answer;
  }

  /** Puts the traces of all errors into lines of the cells; `origin` lies in `cell`, or in any if none is given. */
  async #explained(
    collector: OutputCollector,
    cell?: string,
  ): Promise<{ error: Failure | undefined; origin: CellPosition | undefined }> {
    let origin: CellPosition | undefined;
    for (const output of collector.outputs) {
      if (output.output_type !== "error") continue;
      const { lines, positions } = await this.#parts.stacks.map(output.traceback);
      output.traceback = lines.length > 0 ? lines : [`${output.ename}: ${output.evalue}`];
      origin ??= positions.find((position) => cell === undefined || position.cell === cell);
    }
    const first = firstError(collector);
    const error = first && { ename: first.ename, evalue: first.evalue, traceback: first.traceback };
    return { error, origin };
  }
}

/** The error that a reply holds; `evalue` stands where it has no words of its own. */
export function failureIn({ ename, evalue, traceback }: Json, words = ""): Failure {
  return {
    ename: String(ename ?? "Error"),
    evalue: String(evalue ?? words),
    traceback: (traceback ?? []) as string[],
  };
}

function firstError({ outputs }: OutputCollector): ErrorOutput | undefined {
  return outputs.find((output) => output.output_type === "error");
}

export const STOPPED: Failure = {
  ename: "Interrupted",
  evalue: "Stopped; the variables are kept.",
  traceback: ["Interrupted: Stopped; the variables are kept."],
};
