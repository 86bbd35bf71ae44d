/**
 * Deno's language server as a child process: JSON-RPC over its standard input and output.
 *
 * "Language Server Protocol Specification", 3.17, "Base Protocol".
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { notebookProject } from "../../project/notebook_project.ts";
import { seconds, TIMEOUT } from "../protocol/deadline.ts";
import { drain } from "../processes/pipe.ts";
import { guardProcess, killProcess } from "../processes/guard.ts";

export interface LanguageServer {
  readonly pid: number;
  /** False once the process has ended, for whatever reason. */
  readonly running: boolean;
  /** Undefined if the server has no answer, refuses, or ends before it gives one. */
  request<Result>(method: string, params: unknown): Promise<Result | undefined>;
  notify(method: string, params: unknown): void;
  /** Asks the server to end and ends it if it does not. */
  close(): Promise<void>;
}

/** Starts the server for the notebooks of `folder`; modules are found as the kernel finds them. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const { config } = await notebookProject(folder);
  const child = new Deno.Command(Deno.execPath(), {
    args: ["lsp", "--quiet"],
    cwd: folder,
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1", DENO_V8_FLAGS: HEAP_FLAGS },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const unguard = guardProcess(child);
  drain(child.stderr);

  const waiting = new Map<number, (result: unknown) => void>();
  let running = true;
  let lastId = 0;
  const ended = child.status.then(() => {
    running = false;
    unguard();
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
  });

  const input = child.stdin.getWriter();
  const send = (message: Record<string, unknown>) => {
    if (!running) return;
    const body = new TextEncoder().encode(JSON.stringify({ jsonrpc: "2.0", ...message }));
    const frame = [new TextEncoder().encode(`Content-Length: ${body.length}\r\n\r\n`), body];
    // A server that has just ended closes the pipe: whoever waits for it hears by its end.
    for (const part of frame) input.write(part).catch(() => {});
  };
  const request = <Result>(method: string, params: unknown): Promise<Result | undefined> => {
    if (!running) return Promise.resolve(undefined);
    const id = ++lastId;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    waiting.set(id, resolve);
    send({ id, method, params });
    return promise as Promise<Result | undefined>;
  };
  const close = async () => {
    if (!running) return;
    const deadline = seconds(2);
    request("shutdown", undefined).then(() => send({ method: "exit" }));
    if (await Promise.race([ended, deadline.promise]) === TIMEOUT) killProcess(child.pid);
    deadline.cancel();
    await ended;
    await input.abort().catch(() => {});
  };

  readMessages(child.stdout, (message) => {
    if (message.method === undefined) {
      const answer = waiting.get(message.id as number);
      waiting.delete(message.id as number);
      answer?.(message.result ?? undefined);
    } else if (message.id !== undefined) {
      // What the server asks of an editor (to register, to show progress) needs no more than an answer.
      send({ id: message.id, result: null });
    }
  }).catch(() => killProcess(child.pid));

  const uri = pathToFileURL(resolve(folder)).href;
  const begun = request("initialize", {
    processId: Deno.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: "notebook" }],
    capabilities: {
      // Without it the server reads no deno.json.
      workspace: { workspaceFolders: true },
      general: { positionEncodings: ["utf-16"] },
      textDocument: {
        completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: false } },
        hover: { contentFormat: ["markdown"] },
        definition: { linkSupport: true },
      },
    },
    initializationOptions: {
      enable: true,
      config,
      lint: false,
      cacheOnSave: false,
      // Else every file of the project counts as open, and the first answer waits for all of their types.
      documentPreloadLimit: 0,
      // No exports of modules that no cell imports: most are internal, and a front end could not add the import.
      // No registry is asked whether it has suggestions of its own to make.
      suggest: { autoImports: false, imports: { autoDiscover: false, hosts: {} } },
    },
  });
  const deadline = seconds(START_SECONDS);
  if (await Promise.race([begun, deadline.promise]) === TIMEOUT) killProcess(child.pid);
  deadline.cancel();
  send({ method: "initialized", params: {} });
  return {
    pid: child.pid,
    get running() {
      return running;
    },
    request,
    notify: (method, params) => send({ method, params }),
    close,
  };
}

const START_SECONDS = 30;

/**
 * Young objects in little space, and a bound for the old ones: a long notebook then takes a fifth less, in no more time:
 * 565 MB with the library as large as it is. Near the bound the server gives up a request rather than to end.
 */
const HEAP_FLAGS = "--max-semi-space-size=8,--max-old-space-size=300";

interface RpcMessage {
  readonly id?: number | string;
  readonly method?: string;
  readonly result?: unknown;
}

async function readMessages(stream: ReadableStream<Uint8Array>, receive: (message: RpcMessage) => void): Promise<void> {
  const decoder = new TextDecoder();
  let chunks: Uint8Array[] = [];
  let size = 0;
  /** Bytes that must be there before it pays to look again. */
  let needed = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size < needed) continue;
    let bytes = concatenate(chunks, size);
    needed = 0;
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n/i.exec(decoder.decode(bytes.subarray(0, 200)));
      if (!header) break;
      const end = header[0].length + Number(header[1]);
      if (bytes.length < end) {
        needed = end;
        break;
      }
      receive(JSON.parse(decoder.decode(bytes.subarray(header[0].length, end))));
      bytes = bytes.subarray(end);
    }
    chunks = [bytes];
    size = bytes.length;
  }
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
