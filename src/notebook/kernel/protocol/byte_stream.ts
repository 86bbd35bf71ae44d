/** Reads and writes the bytes of a connection. */
import { concat } from "./zmtp_frames.ts";

/** Writes in the order of the calls; what waits goes out together. */
export function writerOf(conn: Deno.Conn): (parts: readonly Uint8Array[]) => Promise<void> {
  let waiting: Uint8Array[] = [];
  let writing: Promise<void> | undefined;
  const drain = async () => {
    try {
      while (waiting.length > 0) {
        const all = concat(waiting);
        waiting = [];
        for (let sent = 0; sent < all.length;) sent += await conn.write(all.subarray(sent));
      }
    } catch {
      // The reader notices that the peer has gone.
    }
    // At once after the last look at what waits, or something would be left behind.
    writing = undefined;
  };
  return (parts) => {
    waiting.push(...parts);
    return writing ??= Promise.resolve().then(drain);
  };
}

/** Reads as many bytes as asked for, in copies. */
export function readerOf(conn: Deno.Conn): { take(count: number): Promise<Uint8Array<ArrayBuffer>> } {
  let buffer = new Uint8Array(64 * 1024);
  let start = 0;
  let end = 0;
  return {
    async take(count) {
      if (buffer.length - start < count) {
        const larger = end - start + count > buffer.length ? new Uint8Array(2 * (end - start + count)) : buffer;
        larger.set(buffer.subarray(start, end));
        buffer = larger;
        end -= start;
        start = 0;
      }
      while (end - start < count) {
        const read = await conn.read(buffer.subarray(end));
        if (read === null) throw new Error("The peer has gone");
        end += read;
      }
      const taken = buffer.slice(start, start + count);
      start += count;
      if (start === end) start = end = 0;
      return taken;
    },
  };
}
