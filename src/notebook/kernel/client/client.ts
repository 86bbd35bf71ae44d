/** Starts a Deno kernel and puts its parts together: process, sockets, conversation, turns. */
import { resolve } from "node:path";
import { loadParser } from "../code/parser.ts";
import { mapStacks } from "../code/stack.ts";
import { commCode, COMMS_PRELUDE } from "../prelude/comms.ts";
import { PLOT_PRELUDE } from "../prelude/plots.ts";
import { type Failure, preloadCode, preludeCode } from "../prelude/prelude.ts";
import { PRINTING_PRELUDE } from "../prelude/printing.ts";
import { RELOAD_PRELUDE } from "../prelude/reload.ts";
import { STOPS_PRELUDE } from "../prelude/stops.ts";
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import type { Message } from "../protocol/messages.ts";
import { CellRunner, failureIn, type KernelParts } from "./cell_runner.ts";
import { Conversation } from "./conversation.ts";
import type { KernelClient, KernelOptions } from "./kernel_client.ts";
import { DEAD, startKernelProcess } from "./kernel_process.ts";
import { openKernelSockets } from "./kernel_sockets.ts";
import { memoryBounds } from "./memory.ts";
import { Turns } from "./turns.ts";

export type { ExecuteOptions, ExecuteResult, KernelClient, KernelOptions, SettleResult } from "./kernel_client.ts";

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
  // Half a second of work, while the process starts.
  loadParser();
  const parts = await startParts(options);
  await becomeReady(parts, options);
  const { process, sockets, turns } = parts;
  const runner = new CellRunner(parts, options.stoppable ?? false, options.preload !== undefined);
  const inTurn = oneAfterAnother();
  return {
    pid: process.pid,
    execute: (code, options = {}) => inTurn(() => runner.run(code, options)),
    comm: (message, onMessage) => inTurn(() => handleComm(parts, message, onMessage)),
    ask: (type, content) =>
      inTurn(async () => {
        if (process.dead) return null;
        const reply = await Promise.race([sockets.request(type, content), process.died]);
        return reply === DEAD ? null : reply.content;
      }),
    settle: (limitSeconds, options = {}) => inTurn(() => runner.settle(limitSeconds, options)),
    interrupt: () => turns.stop(),
    shutdown: () => shutdown(parts),
    kill: () => process.kill(),
    ended: process.ended,
    get lastWords() {
      return process.lastWords;
    },
    get outOfMemory() {
      return process.outOfMemory;
    },
    memoryGigabytes: options.memoryGigabytes,
  };
}

async function startParts(options: KernelOptions): Promise<KernelParts> {
  const process = await startKernelProcess(options);
  const sockets = openKernelSockets(process.connection);
  process.ended.then(() => sockets.close());
  const stacks = mapStacks();
  const { onBackground = () => {}, onLateFailure } = options;
  const conversation = new Conversation(sockets, {
    onBackground,
    onLateFailure: onLateFailure && (async (failure) => {
      onLateFailure({ ...failure, traceback: (await stacks.map(failure.traceback)).lines });
    }),
  });
  return { process, sockets, conversation, turns: new Turns(process, sockets, conversation), stacks };
}

/** Waits until the kernel answers and has run the prelude; kills it if it does not. */
async function becomeReady(
  { process, sockets, conversation }: KernelParts,
  { cwd, startSeconds = 60, memoryGigabytes, preload }: KernelOptions,
): Promise<void> {
  const { processBytes } = memoryBounds(memoryGigabytes);
  const goThere = `Deno.chdir(${JSON.stringify(resolve(cwd))});`;
  const parts = [
    ...[goThere, STOPS_PRELUDE, PRINTING_PRELUDE, preludeCode(processBytes)],
    ...[COMMS_PRELUDE, RELOAD_PRELUDE, PLOT_PRELUDE],
  ];
  const prelude = parts.join("\n");
  const ready = (async () => {
    await sockets.request("kernel_info_request", {});
    await sockets.subscribed();
    const { content } = await conversation.execute(prelude, { silent: true });
    if (content.status !== "ok") throw new Error(`The kernel refused its prelude: ${content.evalue}`);
    await conversation.barrier(() => {});
    if (preload !== undefined) await conversation.execute(preloadCode(preload), { silent: true });
    conversation.listenInBackground();
    await process.deleteConnectionFile();
  })();
  ready.catch(() => {});
  const limit = seconds(startSeconds);
  try {
    const first = await Promise.race([ready, process.died, limit.promise]);
    if (first === DEAD) throw new EarlyEnd(`The kernel ended at its start.\n${process.lastWords}`);
    if (first === TIMEOUT) throw new Error(`The kernel did not answer.\n${process.lastWords}`);
  } catch (error) {
    await process.kill();
    throw error;
  } finally {
    limit.cancel();
  }
}

async function handleComm(
  { process, conversation, turns, stacks }: KernelParts,
  message: Message,
  onMessage: (message: Message) => void,
): Promise<Failure[]> {
  if (process.dead) return [];
  conversation.listen(onMessage);
  const work = conversation.execute(commCode(turns.next(), message), { silent: true }).then(async ({ content }) => {
    const failures = await conversation.barrier(onMessage);
    return content.status === "error" ? [failureIn(content), ...failures] : failures;
  });
  turns.begin(work);
  const failures = await Promise.race([work, process.died]);
  turns.end();
  if (failures === DEAD) return [];
  return await Promise.all(failures.map(async (failure) => {
    const { lines } = await stacks.map(failure.traceback);
    return { ...failure, traceback: lines };
  }));
}

async function shutdown({ process, sockets }: KernelParts): Promise<void> {
  if (!process.dead) {
    sockets.send("control", "shutdown_request", { restart: false });
    const limit = seconds(SHUTDOWN_SECONDS);
    await Promise.race([process.ended, limit.promise]);
    limit.cancel();
  }
  await process.kill();
}

const SHUTDOWN_SECONDS = 2;

/** Runs tasks in the order of the calls; one that fails stops no other. */
function oneAfterAnother(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}
