/**
 * The client's side of ZeroMQ over TCP: as much of it as a conversation with a kernel needs.
 *
 * ZMTP 3.0 (rfc.zeromq.org/spec/23): a greeting of 64 bytes, the NULL mechanism, then messages of frames. Sockets DEALER
 * and SUB, one connection each. Written here because closing a socket of the native module crashes this runtime now and
 * then: a readiness event that is already on its way finds the socket gone.
 */

export interface ZmtpSocket {
  /** Queues a message; it is sent once the peer is there. */
  send(frames: readonly Uint8Array[]): void;
  /** Messages as they come; ends when either side closes. */
  readonly messages: AsyncGenerator<Uint8Array[]>;
  close(): void;
}

/** Connects, and tries again for as long as nobody listens. A SUB socket subscribes to everything. */
export function connectZmtp(type: "DEALER" | "SUB", hostname: string, port: number): ZmtpSocket {
  let closed = false;
  let connection: Deno.TcpConn | undefined;
  const opening = (async () => {
    while (!closed) {
      connection = await Deno.connect({ hostname, port }).catch(() => undefined);
      // Where nobody listens, a connection within one machine can meet itself.
      if (connection?.localAddr.port === port) connection.close();
      else if (connection) return await shakeHands(connection, type);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
    return undefined;
  })();
  opening.catch(() => {});

  let sending: Promise<unknown> = opening;
  const write = (bytes: Uint8Array) => {
    sending = sending.then(() => connection && !closed ? writeAll(connection, bytes) : undefined);
    sending.catch(() => {});
  };
  if (type === "SUB") write(encodeFrames([new Uint8Array([SUBSCRIBE])]));

  return {
    send: (frames) => write(encodeFrames(frames)),
    messages: receive(),
    close() {
      if (closed) return;
      closed = true;
      // Else it closes itself when it opens.
      opening.then(() => connection?.close()).catch(() => {});
    },
  };

  async function* receive(): AsyncGenerator<Uint8Array[]> {
    try {
      const read = await opening;
      if (!read) return;
      let message: Uint8Array[] = [];
      while (!closed) {
        const { flags, body } = await readFrame(read);
        if (flags & COMMAND) continue;
        message.push(body);
        if (flags & MORE) continue;
        yield message;
        message = [];
      }
    } catch (error) {
      const over = closed || error instanceof Ended || error instanceof Deno.errors.ConnectionReset ||
        error instanceof Deno.errors.BrokenPipe;
      if (!over) throw error;
    }
  }
}

const RETRY_MILLISECONDS = 20;
const MORE = 1;
const LONG = 2;
const COMMAND = 4;
const SUBSCRIBE = 1;

class Ended extends Error {}

/** Reads exactly that many bytes. */
type Read = (length: number) => Promise<Uint8Array>;

async function shakeHands(connection: Deno.TcpConn, type: string): Promise<Read> {
  connection.setNoDelay(true);
  const read = reader(connection);
  const greeting = new Uint8Array(64);
  greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
  greeting.set(new TextEncoder().encode("NULL"), 12);
  await writeAll(connection, greeting);
  const theirs = await read(64);
  if (theirs[0] !== 0xff || theirs[9] !== 0x7f || theirs[10]! < 3) {
    throw new Error(`Expected a peer that speaks ZMTP 3 but found one that greets with ${theirs.slice(0, 12).toHex()}`);
  }
  const ready = command("READY", { "Socket-Type": type, "Identity": "" });
  await writeAll(connection, ready);
  const { flags, body } = await readFrame(read);
  const name = new TextDecoder().decode(body.subarray(1, 1 + (body[0] ?? 0)));
  if (!(flags & COMMAND) || name !== "READY") {
    throw new Error(`Expected a peer that is ready but found one that says ${JSON.stringify(name)}`);
  }
  return read;
}

function command(name: string, properties: Record<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const body = [name.length, ...encoder.encode(name)];
  for (const [key, value] of Object.entries(properties)) {
    body.push(key.length, ...encoder.encode(key), 0, 0, 0, value.length, ...encoder.encode(value));
  }
  return new Uint8Array([COMMAND, body.length, ...body]);
}

/** All frames of a message in one piece, so that it leaves in one go. */
export function encodeFrames(frames: readonly Uint8Array[]): Uint8Array {
  const total = frames.reduce((sum, { length }) => sum + length + (length > 255 ? 9 : 2), 0);
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const [i, frame] of frames.entries()) {
    const more = i < frames.length - 1 ? MORE : 0;
    if (frame.length > 255) {
      bytes[at] = more | LONG;
      new DataView(bytes.buffer).setBigUint64(at + 1, BigInt(frame.length));
      at += 9;
    } else {
      bytes[at] = more;
      bytes[at + 1] = frame.length;
      at += 2;
    }
    bytes.set(frame, at);
    at += frame.length;
  }
  return bytes;
}

async function readFrame(read: Read): Promise<{ flags: number; body: Uint8Array }> {
  const [flags] = await read(1) as unknown as [number];
  const size = await read(flags & LONG ? 8 : 1);
  const length = flags & LONG ? Number(new DataView(size.buffer, size.byteOffset).getBigUint64(0)) : size[0]!;
  return { flags, body: await read(length) };
}

/** Small reads come out of one buffer, large ones go straight to where they are wanted. */
function reader(connection: Deno.TcpConn): Read {
  const buffer = new Uint8Array(65_536);
  let start = 0;
  let end = 0;
  const fill = async (target: Uint8Array): Promise<number> => {
    const count = await connection.read(target);
    if (count === null) throw new Ended("The connection was closed.");
    return count;
  };
  return async (length) => {
    const wanted = new Uint8Array(length);
    let have = 0;
    while (have < length) {
      if (start === end) {
        if (length - have >= buffer.length) {
          have += await fill(wanted.subarray(have));
          continue;
        }
        start = 0;
        end = await fill(buffer);
      }
      const count = Math.min(end - start, length - have);
      wanted.set(buffer.subarray(start, start + count), have);
      start += count;
      have += count;
    }
    return wanted;
  };
}

async function writeAll(connection: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
}
