/** Frames of ZMTP 3.0: the greeting, the READY command, and the parts of a message. */

export type SocketType = "DEALER" | "ROUTER" | "PUB" | "SUB" | "REP" | "REQ";

export const MORE = 1;
export const LONG = 2;
export const COMMAND = 4;

export function greeting(): Uint8Array<ArrayBuffer> {
  const greeting = new Uint8Array(64);
  greeting[0] = 0xff;
  greeting[8] = 1;
  greeting[9] = 0x7f;
  greeting[10] = 3;
  greeting.set(bytes("NULL"), 12);
  return greeting;
}

export function readyCommand(type: SocketType, identity: Uint8Array): Uint8Array {
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
export function propertiesOf(body: Uint8Array): Map<string, Uint8Array<ArrayBuffer>> {
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

export function encodeMessageFrames(frames: readonly Uint8Array[]): Uint8Array[] {
  return frames.flatMap((frame, i) => encodeParts(frame, i < frames.length - 1 ? MORE : 0));
}

export function encodeFrame(body: Uint8Array, flags: number): Uint8Array {
  return concat(encodeParts(body, flags));
}

function encodeParts(body: Uint8Array, flags: number): Uint8Array[] {
  if (body.length < 256) return [Uint8Array.of(flags, body.length), body];
  const head = new Uint8Array(9);
  head[0] = flags | LONG;
  new DataView(head.buffer).setBigUint64(1, BigInt(body.length));
  return [head, body];
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function bytes(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

export function text(value: Uint8Array): string {
  return new TextDecoder().decode(value);
}
