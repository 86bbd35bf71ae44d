/**
 * ZeroMQ sockets over TCP, as far as Jupyter needs them.
 *
 * "ZeroMQ Message Transport Protocol", ZMTP 3.0 (https://rfc.zeromq.org/spec/23/), mechanism NULL. The native library
 * does not do in Deno: a socket that listens never hears of messages that come later than the connection, and closing
 * sockets or setting a timeout ends the process with a segmentation fault (zeromq 6.8.0, Deno 2.9.6).
 */

export type SocketType = "DEALER" | "ROUTER" | "PUB" | "SUB" | "REP" | "REQ";

export interface Address {
  readonly transport: string;
  readonly ip: string;
  readonly port: number;
}

export interface Peer {
  /** What the peer calls itself, else a name of ours. */
  readonly identity: Uint8Array;
  /** Sends one message; resolves when it is handed to the network, also if the peer has gone. */
  send(frames: readonly Uint8Array[]): Promise<void>;
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

interface Handlers {
  onPeer(peer: Peer): void;
  onMessage(frames: Uint8Array[], peer: Peer): void;
  onEnd(peer: Peer): void;
}

/** One connection from greeting to end. */
async function talk(conn: Deno.Conn, type: SocketType, identity: Uint8Array, handlers: Handlers): Promise<void> {
  if ("setNoDelay" in conn) (conn as Deno.TcpConn).setNoDelay(true);
  const write = writerOf(conn);
  const reader = readerOf(conn);
  write([greeting()]);
  const greeted = await reader.take(64);
  if (greeted[0] !== 0xff || greeted[9] !== 0x7f || greeted[10]! < 3) throw new Error("Expected ZMTP 3");
  write([encodeFrame(readyCommand(type, identity), COMMAND)]);

  let peer: Peer | undefined;
  try {
    for (let frames: Uint8Array[] = [];;) {
      const flags = (await reader.take(1))[0]!;
      const size = flags & LONG
        ? Number(new DataView((await reader.take(8)).buffer).getBigUint64(0))
        : (await reader.take(1))[0]!;
      const body = await reader.take(size);
      if (flags & COMMAND) {
        const name = text(body.subarray(1, 1 + body[0]!));
        if (name === "READY" && !peer) {
          const given = propertiesOf(body.subarray(6)).get("identity");
          const own = given && given.length > 0 ? given : crypto.getRandomValues(new Uint8Array(5));
          if (own !== given) own[0] = 0;
          peer = { identity: own, send: (frames) => write(encodeMessageFrames(frames)) };
          handlers.onPeer(peer);
        } else if (name === "PING") {
          write([encodeFrame(concat([Uint8Array.of(4), bytes("PONG"), body.subarray(7)]), COMMAND)]);
        } else if (name === "ERROR") {
          throw new Error(`The peer refused: ${text(body.subarray(7))}`);
        }
        continue;
      }
      frames.push(body);
      if (flags & MORE) continue;
      const whole = frames;
      frames = [];
      if (peer) handlers.onMessage(whole, peer);
    }
  } finally {
    if (peer) handlers.onEnd(peer);
  }
}

const MORE = 1;
const LONG = 2;
const COMMAND = 4;

function greeting(): Uint8Array<ArrayBuffer> {
  const greeting = new Uint8Array(64);
  greeting[0] = 0xff;
  greeting[8] = 1;
  greeting[9] = 0x7f;
  greeting[10] = 3;
  greeting.set(bytes("NULL"), 12);
  return greeting;
}

function readyCommand(type: SocketType, identity: Uint8Array): Uint8Array {
  const property = (name: string, value: Uint8Array) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, value.length);
    return [Uint8Array.of(name.length), bytes(name), length, value];
  };
  return concat([
    Uint8Array.of(5),
    bytes("READY"),
    ...property("Socket-Type", bytes(type)),
    ...property("Identity", identity),
  ]);
}

/** Names in lower case: they are not told apart by case. */
function propertiesOf(body: Uint8Array): Map<string, Uint8Array<ArrayBuffer>> {
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  for (let at = 0; at < body.length;) {
    const nameEnd = at + 1 + body[at]!;
    const end = nameEnd + 4 + view.getUint32(nameEnd);
    found.set(text(body.subarray(at + 1, nameEnd)).toLowerCase(), body.slice(nameEnd + 4, end));
    at = end;
  }
  return found;
}

function encodeMessageFrames(frames: readonly Uint8Array[]): Uint8Array[] {
  return frames.flatMap((frame, i) => encodeParts(frame, i < frames.length - 1 ? MORE : 0));
}

function encodeFrame(body: Uint8Array, flags: number): Uint8Array {
  return concat(encodeParts(body, flags));
}

function encodeParts(body: Uint8Array, flags: number): Uint8Array[] {
  if (body.length < 256) return [Uint8Array.of(flags, body.length), body];
  const head = new Uint8Array(9);
  head[0] = flags | LONG;
  new DataView(head.buffer).setBigUint64(1, BigInt(body.length));
  return [head, body];
}

/** Writes in the order of the calls; what waits goes out together. */
function writerOf(conn: Deno.Conn): (parts: readonly Uint8Array[]) => Promise<void> {
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
function readerOf(conn: Deno.Conn): { take(count: number): Promise<Uint8Array<ArrayBuffer>> } {
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

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function bytes(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function text(value: Uint8Array): string {
  return new TextDecoder().decode(value);
}

function closeQuietly(resource: { close(): void } | undefined): void {
  try {
    resource?.close();
  } catch {
    // It was closed already.
  }
}
