/** One ZMTP connection, from greeting to end. */
import { readerOf, writerOf } from "./byte_stream.ts";
import {
  bytes,
  COMMAND,
  concat,
  encodeFrame,
  encodeMessageFrames,
  greeting,
  LONG,
  MORE,
  propertiesOf,
  readyCommand,
  type SocketType,
  text,
} from "./zmtp_frames.ts";

export interface Peer {
  /** What the peer calls itself, else a name of ours. */
  readonly identity: Uint8Array;
  /** Sends one message; resolves when it is handed to the network, also if the peer has gone. */
  send(frames: readonly Uint8Array[]): Promise<void>;
}

export interface Handlers {
  onPeer(peer: Peer): void;
  onMessage(frames: Uint8Array[], peer: Peer): void;
  onEnd(peer: Peer): void;
}

/** Reads messages until the peer goes. */
export async function talk(conn: Deno.Conn, type: SocketType, identity: Uint8Array, handlers: Handlers): Promise<void> {
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
