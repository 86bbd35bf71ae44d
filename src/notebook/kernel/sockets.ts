import type { Socket } from "zeromq";

/**
 * Closes sockets that may be waiting for messages.
 *
 * One after the other, with time between: several closed in one go now and then crash the process (zeromq 6.8.0 in
 * Deno 2.9.6), as the ends of their waits meet in native code.
 */
export async function closeSockets(sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) {
    if (!socket.closed) socket.close();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
