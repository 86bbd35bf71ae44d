/** Reads what a process writes, so that it never blocks, and keeps the last of it. */

/** Gives the last lines read so far. */
export function drain(stream: ReadableStream<Uint8Array>): () => string {
  let last = "";
  (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of stream) last = (last + decoder.decode(chunk, { stream: true })).slice(-4000);
  })().catch(() => {});
  return () => last.trim().split("\n").filter((line) => !NOISE.test(line)).slice(-20).join("\n");
}

const NOISE = /"deno jupyter" is unstable/;
