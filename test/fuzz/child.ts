/** The process that reads, with a watchdog over it. */
import { fileURLToPath } from "node:url";
import type { FormatName } from "./formats.ts";
import { TextLineStream } from "./lines.ts";
import type { Outcome } from "./reader.ts";

const READER = fileURLToPath(new URL("reader.ts", import.meta.url));
/** Of JavaScript's own heap: what takes more is taken for a crash. */
const HEAP_MB = 1500;

export class Reader {
  #child: Deno.ChildProcess | undefined;
  #lines: ReadableStreamDefaultReader<string> | undefined;
  #errors: Promise<string> | undefined;

  /** How reading went; a process that dies or does not answer in time is a fault, and the next input gets another. */
  async read(format: FormatName, path: string, seconds: number): Promise<Outcome> {
    if (!this.#child) await this.#start();
    const began = performance.now();
    const writer = this.#child!.stdin.getWriter();
    await writer.write(new TextEncoder().encode(`${format}\t${path}\n`)).catch(() => {});
    writer.releaseLock();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<"timeout">((go) => timer = setTimeout(() => go("timeout"), seconds * 1000));
    const answer = await Promise.race([this.#lines!.read().catch(() => ({ done: true, value: undefined })), timeout]);
    clearTimeout(timer);
    const ms = performance.now() - began;
    if (answer !== "timeout" && !answer.done) return JSON.parse(answer.value!) as Outcome;
    const errors = await this.end();
    if (answer === "timeout") return { kind: "fault", why: `no end after ${seconds} s`, ms };
    return { kind: "fault", why: `the process died: ${errors.trim().split("\n").slice(-6).join("\n")}`, ms };
  }

  /** Ends the process; gives what it wrote to stderr. */
  async end(): Promise<string> {
    const child = this.#child;
    if (!child) return "";
    this.#child = undefined;
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended.
    }
    const { signal, code } = await child.status;
    // What is still in the pipes is for nobody, and closing them need not be waited for.
    this.#lines!.cancel().catch(() => {});
    child.stdin.abort().catch(() => {});
    return `${await this.#errors!}\n(${signal ?? `exit code ${code}`})`;
  }

  async #start(): Promise<void> {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--quiet", `--v8-flags=--max-old-space-size=${HEAP_MB}`, READER],
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#child = child;
    this.#errors = new Response(child.stderr).text();
    this.#lines = child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream()).getReader();
    const { value } = await this.#lines.read();
    if (value !== "ready") throw new Error(`The reader did not start: ${await this.end()}`);
  }
}
