/** Runs cells: sends the code, collects the outputs, says in lines of the cell why it failed. */
import { mayWait, prepareCell, type PreparedCode } from "../code/awaits.ts";
import { type Declared, redeclaredWords } from "../code/declared.ts";
import { diagnose } from "../code/diagnose.ts";
import { errorHint } from "../code/name_hints.ts";
import { withUnquotedAnswers } from "../code/unquoted_answer.ts";
import type { CellPosition, StackMapper } from "../code/stack.ts";
import type { ErrorOutput } from "../../notebook.ts";
import { type Failure, preloadedCode, type Thrown } from "../prelude/prelude.ts";
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
  /** What the cell threw, in full. */
  readonly thrown: Thrown | undefined;
}

export class CellRunner {
  readonly #parts: KernelParts;
  readonly #stoppable: boolean;
  readonly #displays: Displays = new Map();
  /** What earlier cells declared, by name. */
  readonly #declared = new Map<string, Declared["word"]>();
  #executed = 0;
  #mayBeLoading: boolean;

  /** @param preloads whether the kernel loads a module ahead of its first import. */
  constructor(parts: KernelParts, stoppable: boolean, preloads: boolean) {
    this.#parts = parts;
    this.#stoppable = stoppable;
    this.#mayBeLoading = preloads;
  }

  async run(source: string, options: ExecuteOptions): Promise<ExecuteResult> {
    const collector = collectOutputs(this.#displays, options.onOutput);
    const { outputs } = collector;
    if (this.#parts.process.dead) return { status: "dead", outputs, executionCount: null };
    this.#executed++;
    const cell = options.name ?? `cell ${this.#executed}`;
    const turn = this.#parts.turns.next();
    const { code, declared } = await this.#codeToSend(cell, source, turn);
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
    this.#noteDeclared(declared, collector, cell);
    const { origin } = await this.#explained(collector, cell);
    const error = await this.#hinted(collector, source, origin?.line);
    collector.end();
    return {
      status: timedOut ? "timeout" : error ? "error" : "ok",
      outputs,
      executionCount: (finished.reply.content.execution_count as number | undefined) ?? null,
      ...(error ? { error: failureOf(error) } : {}),
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
    const { origin } = await this.#explained(collector);
    const error = firstError(collector);
    const status = error ? "error" : result.isOver ? "ok" : "busy";
    return { status, outputs, ...(error ? { error: failureOf(error) } : {}), ...(origin ? { origin } : {}) };
  }

  async #codeToSend(
    cell: string,
    text: string,
    turn: number,
  ): Promise<{ code: string; declared: PreparedCode["declared"] }> {
    const source = withUnquotedAnswers(text);
    const { code, insertions, declared } = await prepareCell(source, turn, {
      stoppable: this.#stoppable,
      isLet: (name) => this.#declared.get(name) === "let",
    });
    return { code: await this.#parts.stacks.register(cell, code, turn, insertions), declared };
  }

  /** Remembers what the cell declared; where it could not, says how it can. */
  #noteDeclared(declared: PreparedCode["declared"], collector: OutputCollector, cell: string): void {
    const error = firstError(collector);
    const name = error?.ename === "SyntaxError"
      ? /^Identifier '(.+)' has already been declared$/.exec(error.evalue)
      : null;
    const again = name && declared.get(name[1]!);
    if (again) {
      error!.evalue = redeclaredWords(name[1]!, this.#declared.get(name[1]!), again.word);
      error!.traceback = [`SyntaxError: ${error!.evalue}`, `    at ${cell}:${again.line}:${again.column}`];
    }
    if (error?.ename === "SyntaxError") return;
    for (const [name, { word }] of declared) {
      if (word !== "const" || this.#declared.get(name) !== "let") this.#declared.set(name, word);
    }
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
    const work = this.#preloaded(code)
      .then(() => conversation.execute(code, { mayAsk: onInput !== undefined }))
      .then(async (reply): Promise<Finished> => ({ reply, ...await conversation.cellBarrier(take) }));
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

  /**
   * Deno waits for ever where a cell imports a package of npm while another import is under way: so what is loaded ahead
   * must be there first.
   */
  async #preloaded(code: string): Promise<void> {
    if (!this.#mayBeLoading || !/\bimport\b/.test(code)) return;
    await this.#parts.conversation.execute(preloadedCode, { silent: true });
    this.#mayBeLoading = false;
  }

  async #addFailures(
    { reply: { content }, failures, thrown }: Finished,
    collector: OutputCollector,
    { cell, source, turn }: { cell: string; source: string; turn: number },
  ): Promise<void> {
    const error = firstError(collector);
    if (error && thrown && [thrown.evalue, thrown.said].includes(error.evalue)) Object.assign(error, thrown.failure);
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
  async #explained(collector: OutputCollector, cell?: string): Promise<{ origin: CellPosition | undefined }> {
    let origin: CellPosition | undefined;
    for (const output of collector.outputs) {
      if (output.output_type !== "error") continue;
      const { lines, positions } = await this.#parts.stacks.map(output.traceback.map(withoutDoubledName));
      output.evalue = withoutDoubledName(output.evalue).replace(
        new RegExp(`^(?:${RegExp.escape(output.ename)}: )+`),
        "",
      );
      output.traceback = lines.length > 0 ? lines : [`${output.ename}: ${output.evalue}`];
      origin ??= positions.find((position) => cell === undefined || position.cell === cell);
    }
    return { origin };
  }

  /** The first error, with what to write instead, where that can be told. */
  async #hinted(collector: OutputCollector, source: string, line = 1): Promise<ErrorOutput | undefined> {
    const error = firstError(collector);
    const hint = error && await errorHint(error, { source, line, declared: this.#declared });
    if (!hint) return error;
    const said = `${error.ename}: ${error.evalue}`;
    error.evalue += `. ${hint}`;
    error.traceback = error.traceback.map((text) => text === said ? `${said}. ${hint}` : text);
    return error;
  }
}

/** The kernel puts the kind of an error before a message that begins with it already. */
function withoutDoubledName(line: string): string {
  return line.replace(/^((?:Caused by: )?)([A-Z]\w*: )\2+/, "$1$2");
}

/** The error that a reply holds; `evalue` stands where it has no words of its own. */
export function failureIn({ ename, evalue, traceback }: Json, words = ""): Failure {
  return {
    ename: String(ename ?? "Error"),
    evalue: String(evalue ?? words),
    traceback: (traceback ?? []) as string[],
  };
}

function failureOf({ ename, evalue, traceback }: ErrorOutput): Failure {
  return { ename, evalue, traceback };
}

function firstError({ outputs }: OutputCollector): ErrorOutput | undefined {
  return outputs.find((output) => output.output_type === "error");
}

export const STOPPED: Failure = {
  ename: "Interrupted",
  evalue: "Stopped; the variables are kept.",
  traceback: ["Interrupted: Stopped; the variables are kept."],
};
