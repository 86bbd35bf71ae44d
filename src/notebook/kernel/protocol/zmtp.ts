/**
 * ZeroMQ sockets over TCP, as far as Jupyter needs them.
 *
 * "ZeroMQ Message Transport Protocol", ZMTP 3.0 (https://rfc.zeromq.org/spec/23/), mechanism NULL. The native library
 * does not do in Deno: a socket that listens never hears of messages that come later than the connection, and closing
 * sockets or setting a timeout ends the process with a segmentation fault (zeromq 6.8.0, Deno 2.9.6).
 */

import { type Peer, talk } from "./zmtp_peer.ts";
import type { SocketType } from "./zmtp_frames.ts";

export type { Peer } from "./zmtp_peer.ts";
export type { SocketType } from "./zmtp_frames.ts";

export interface Address {
  readonly transport: string;
  readonly ip: string;
  readonly port: number;
}

export interface Listener {
  readonly peers: ReadonlySet<Peer>;
  close(): void;
}

/**
 * Listens at an address for peers.
 *
 * @throws Deno.errors.AddrInUse if the port is taken.
 */
export function listen(
  address: Address,
  type: SocketType,
  onMessage: (frames: Uint8Array[], peer: Peer) => void,
): Listener {
  const hostname = address.ip === "*" ? "0.0.0.0" : address.ip;
  const listener = address.transport === "ipc"
    ? Deno.listen({ transport: "unix", path: `${address.ip}-${address.port}` })
    : Deno.listen({ hostname, port: address.port });
  const peers = new Set<Peer>();
  const closers = new Set<() => void>();
  const accept = async (conn: Deno.Conn) => {
    const close = () => closeQuietly(conn);
    closers.add(close);
    try {
      await talk(conn, type, new Uint8Array(), {
        onPeer: (peer) => peers.add(peer),
        onMessage,
        onEnd: (peer) => peers.delete(peer),
      });
    } catch {
      // Whoever does not speak the protocol, or has gone, is no peer.
    } finally {
      closers.delete(close);
      close();
    }
  };
  (async () => {
    for await (const conn of listener) accept(conn);
  })().catch(() => {});
  return {
    peers,
    close() {
      closeQuietly(listener);
      for (const close of closers) close();
    },
  };
}

export interface Connection {
  /** Sends one message, once the peer is there; resolves when it is handed to the network. */
  send(frames: readonly Uint8Array[]): Promise<void>;
  readonly closed: boolean;
  close(): void;
}

/** Connects to an address, as soon as somebody listens there. */
export function connect(
  address: Address,
  type: SocketType,
  identity: Uint8Array,
  onMessage: (frames: Uint8Array[]) => void,
): Connection {
  let closed = false;
  let current: Deno.Conn | undefined;
  let ready = Promise.withResolvers<Peer>();
  const open = async (): Promise<Deno.Conn> => {
    if (address.transport === "ipc") {
      return await Deno.connect({ transport: "unix", path: `${address.ip}-${address.port}` });
    }
    return await Deno.connect({ hostname: address.ip === "0.0.0.0" ? "127.0.0.1" : address.ip, port: address.port });
  };
  (async () => {
    while (!closed) {
      try {
        current = await open();
        if (closed) break;
        // Where nobody listens, a connection within one machine can meet itself.
        if ((current.localAddr as Deno.NetAddr).port === address.port) throw new Error("Nobody is there");
        await talk(current, type, identity, {
          onPeer(peer) {
            // A subscription to everything.
            if (type === "SUB") peer.send([Uint8Array.of(1)]);
            ready.resolve(peer);
          },
          onMessage,
          onEnd: () => ready = Promise.withResolvers<Peer>(),
        });
      } catch {
        // Nobody is there yet, or not any more.
      }
      closeQuietly(current);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
    closeQuietly(current);
  })();
  return {
    send: async (frames) => void await (await ready.promise).send(frames),
    get closed() {
      return closed;
    },
    close() {
      closed = true;
      closeQuietly(current);
    },
  };
}

const RETRY_MILLISECONDS = 20;

function closeQuietly(resource: { close(): void } | undefined): void {
  try {
    resource?.close();
  } catch {
    // It was closed already.
  }
}
