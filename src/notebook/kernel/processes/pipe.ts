/** Reads what a process writes, so that it never blocks, and keeps the last of it. */

export interface Drained {
  /** The last lines read so far. */
  readonly lastWords: string;
  /** Whether V8 has said anywhere that no memory was left. */
  readonly outOfMemory: boolean;
  /** Resolves when everything has been read. */
  readonly ended: Promise<void>;
}

export function drain(stream: ReadableStream<Uint8Array>): Drained {
  let last = "";
  let outOfMemory = false;
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of stream) {
      const text = last + decoder.decode(chunk, { stream: true });
      outOfMemory ||= OUT_OF_MEMORY.test(text);
      last = text.slice(-KEPT_LETTERS);
    }
  })().catch(() => {});
  return {
    ended,
    get lastWords() {
      return last.trim().split("\n").filter((line) => !NOISE.test(line)).slice(-20).join("\n");
    },
    get outOfMemory() {
      return outOfMemory;
    },
  };
}

const KEPT_LETTERS = 4000;
const NOISE = /"deno jupyter" is unstable/;

/** The words of V8. */
const OUT_OF_MEMORY = /Fatal JavaScript out of memory|JavaScript heap out of memory/;
