/** The sockets of a kernel: where front ends connect, and how they are answered. */
import { addressOf, type ConnectionInfo } from "../protocol/connection.ts";
import { decodeMessage, encodeMessage, type Json, type Message, newMessage } from "../protocol/messages.ts";
import { listen, type Peer } from "../protocol/zmtp.ts";

/** A request, and the channel on which its reply goes out. */
export interface Request extends Message {
  readonly channel: "shell" | "control";
}

export interface FrontEnds {
  /** Answers on the channel that the request came by. */
  reply(request: Request, type: string, content: Json): void;
  /** Sends on iopub, to all front ends; `request` is the one that it belongs to. */
  publish(request: Message | undefined, message: Pick<Message, "content"> & Partial<Message>, type: string): void;
  /** Asks the front end of `request` for a line of text; empty once `withdraw` is called. */
  input(request: Request, prompt: string, password: boolean): Promise<string>;
  /** Gives up what is being asked. */
  withdraw(): void;
  /** Resolves when everything has been handed to the network. */
  flush(): Promise<void>;
  close(): void;
}

/**
 * Listens on the ports of a connection, and answers heartbeats by itself.
 *
 * @param onRequest is called with each request of the shell and control channels, in the order they arrive.
 * @throws Error if a port is taken.
 */
export function openFrontEnds(connection: ConnectionInfo, onRequest: (request: Request) => void): FrontEnds {
  const session = crypto.randomUUID();
  let sent: Promise<unknown> = Promise.resolve();
  const send = (peer: Peer | undefined, message: Message) => {
    // A front end that has gone away is no reason to fail.
    const sending = peer?.send(encodeMessage(message, connection.key));
    sent = Promise.all([sent, sending]);
  };
  let asked: ((value: string) => void) | undefined;
  const open = (channel: "shell" | "control" | "stdin", take: (message: Message) => void) =>
    listen(addressOf(connection, channel), "ROUTER", (frames, { identity }) => {
      let message: Message;
      try {
        message = decodeMessage([identity, ...frames], connection.key);
      } catch (error) {
        // Not signed with our key: not for us.
        console.error(`A message was left out: ${error instanceof Error ? error.message : error}`);
        return;
      }
      take(message);
    });
  const subscriptions = new WeakMap<Peer, Set<string>>();
  const routers = {
    shell: open("shell", (message) => onRequest({ ...message, channel: "shell" })),
    control: open("control", (message) => onRequest({ ...message, channel: "control" })),
    stdin: open("stdin", ({ header, content }) => {
      if (header.msg_type === "input_reply") asked?.(String(content.value ?? ""));
    }),
  };
  const iopub = listen(addressOf(connection, "iopub"), "PUB", ([frame], peer) => {
    const topics = subscriptions.get(peer) ?? new Set();
    subscriptions.set(peer, topics);
    const topic = new TextDecoder().decode(frame!.subarray(1));
    if (frame![0] === 1) topics.add(topic);
    else topics.delete(topic);
  });
  const heartbeat = listen(addressOf(connection, "hb"), "REP", (frames, peer) => void peer.send(frames));
  const peerOf = (channel: keyof typeof routers, { identities }: Message): Peer | undefined => {
    const wanted = identities[0]?.toString();
    // The latest of that name: front ends that connect again keep it.
    return [...routers[channel].peers].findLast(({ identity }) => identity.toString() === wanted);
  };

  return {
    reply(request, type, content) {
      const message = newMessage(type, content, session, request.header);
      send(peerOf(request.channel, request), message);
    },
    publish(request, { content, metadata = {}, buffers = [] }, type) {
      const message = newMessage(type, content, session, request?.header);
      const topic = `kernel.${session}.${type}`;
      const whole = { ...message, metadata, buffers, identities: [new TextEncoder().encode(topic)] };
      for (const peer of iopub.peers) {
        if ([...subscriptions.get(peer) ?? []].some((start) => topic.startsWith(start))) send(peer, whole);
      }
    },
    input(request, prompt, password) {
      asked?.("");
      const { promise, resolve } = Promise.withResolvers<string>();
      const message = newMessage("input_request", { prompt, password }, session, request.header);
      asked = (value) => {
        asked = undefined;
        resolve(value);
      };
      send(peerOf("stdin", request), message);
      return promise;
    },
    withdraw: () => asked?.(""),
    flush: async () => void await sent,
    close() {
      for (const listener of [...Object.values(routers), iopub, heartbeat]) listener.close();
    },
  };
}
