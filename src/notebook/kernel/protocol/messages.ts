/**
 * Messages of the Jupyter protocol as they travel over ZeroMQ.
 *
 * "Messaging in Jupyter", protocol 5.3, "The Wire Protocol": identities, a delimiter, an HMAC of the four JSON parts,
 * header, parent header, metadata, content, then raw buffers.
 */
import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

export type Json = Record<string, unknown>;

export interface Message {
  /** Routing prefix: ids of the peers (shell, control, stdin) or the topic (iopub). */
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  /** Header of the request that this message answers; empty where there is none. */
  readonly parentHeader: Partial<Header>;
  readonly metadata: Json;
  readonly content: Json;
  readonly buffers: readonly Uint8Array[];
}

/** A message of our own, not yet sent; `parentHeader` is that of the request that it answers. */
export function newMessage(type: string, content: Json, session: string, parentHeader: Partial<Header> = {}): Message {
  const header: Header = {
    msg_id: crypto.randomUUID(),
    msg_type: type,
    session,
    username: "tracebook",
    date: new Date().toISOString(),
    version: "5.3",
  };
  return { identities: [], header, parentHeader, metadata: {}, content, buffers: [] };
}

export function encodeMessage(message: Message, key: string): Buffer[] {
  const parts = [message.header, message.parentHeader, message.metadata, message.content]
    .map((part) => Buffer.from(JSON.stringify(part)));
  return [
    ...message.identities.map((identity) => Buffer.from(identity)),
    Buffer.from(DELIMITER),
    Buffer.from(signatureOf(parts, key)),
    ...parts,
    ...message.buffers.map((buffer) => Buffer.from(buffer)),
  ];
}

/** @throws Error if the frames are no message or the signature is not made with `key`. */
export function decodeMessage(frames: readonly Uint8Array[], key: string): Message {
  const delimiter = frames.findIndex((frame) => frame.length === DELIMITER.length && text(frame) === DELIMITER);
  if (delimiter < 0 || frames.length < delimiter + 6) {
    throw new Error(`Expected a Jupyter message with a delimiter and five frames but found ${frames.length} frames`);
  }
  const signature = Buffer.from(frames[delimiter + 1]!);
  const parts = frames.slice(delimiter + 2, delimiter + 6);
  const expected = Buffer.from(signatureOf(parts, key));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new Error("Expected a message signed with the key of the connection but found another signature");
  }
  const [header, parentHeader, metadata, content] = parts.map((part) => JSON.parse(text(part))) as [
    Header,
    Header,
    Json,
    Json,
  ];
  return {
    identities: frames.slice(0, delimiter),
    header,
    parentHeader,
    metadata,
    content,
    buffers: frames.slice(delimiter + 6),
  };
}

const DELIMITER = "<IDS|MSG>";

function text(frame: Uint8Array): string {
  return new TextDecoder().decode(frame);
}

/** An empty key means unsigned messages, as the protocol says. */
function signatureOf(parts: readonly Uint8Array[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
