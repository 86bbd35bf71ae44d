/** The sockets of a kernel: where front ends connect, and how they are answered. */
import { Publisher, Reply, Router } from "zeromq";
import { closeSockets } from "./sockets.ts";
import { addressOf, type Channel, type ConnectionInfo } from "./connection.ts";
import { decodeMessage, encodeMessage, type Json, type Message, newMessage } from "./messages.ts";

/** A request, and the channel on which its reply goes out. */
export interface Request extends Message {
  readonly channel: "shell" | "control";
}

export interface Front {
  /** Answers on the channel that the request came by. */
  reply(request: Request, type: string, content: Json): Promise<void>;
  /** Sends on iopub, to all front ends; `parent` is the request that it belongs to. */
  publish(parent: Message | undefined, message: Pick<Message, "content"> & Partial<Message>, type: string): void;
  /** Asks the front end of `request` for a line of text; empty once `withdraw` is called. */
  input(request: Request, prompt: string, password: boolean): Promise<string>;
  /** Gives up what is being asked. */
  withdraw(): void;
  /** Resolves when everything has been handed to the network. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Listens on the ports of a connection, and answers heartbeats by itself.
 *
 * @param onRequest is called with each request of the shell and control channels, in the order they arrive.
 * @throws Error if a port is taken.
 */
export async function openFront(
  connection: ConnectionInfo,
  onRequest: (request: Request) => void,
): Promise<Front> {
  const session = crypto.randomUUID();
  const unlimited = { sendHighWaterMark: 0, receiveHighWaterMark: 0, linger: 1000 };
  const routers = { shell: new Router(unlimited), control: new Router(unlimited), stdin: new Router(unlimited) };
  const iopub = new Publisher({ sendHighWaterMark: 0, linger: 1000 });
  const heartbeat = new Reply({ linger: 0 });
  const sockets = { ...routers, iopub, hb: heartbeat };
  // One after another: all ports are known, and the first that is taken is the one to name.
  for (const [channel, socket] of Object.entries(sockets)) {
    await socket.bind(addressOf(connection, channel as Channel));
  }

  const sending = new Map<Router | Publisher, Promise<void>>();
  const send = (socket: Router | Publisher, message: Message): Promise<void> => {
    const frames = encodeMessage(message, connection.key);
    // A front end that has gone away is no reason to fail.
    const sent = (sending.get(socket) ?? Promise.resolve()).then(() => socket.send(frames)).catch(() => {});
    sending.set(socket, sent);
    return sent;
  };

  const listen = async (socket: Router, take: (message: Message) => void) => {
    try {
      for await (const frames of socket) {
        let message: Message;
        try {
          message = decodeMessage(frames, connection.key);
        } catch (error) {
          // Not signed with our key: not for us.
          console.error(`A message was left out: ${error instanceof Error ? error.message : error}`);
          continue;
        }
        take(message);
      }
    } catch (error) {
      if (!socket.closed) throw error;
    }
  };

  let asked: ((value: string) => void) | undefined;
  listen(routers.shell, (message) => onRequest({ ...message, channel: "shell" }));
  listen(routers.control, (message) => onRequest({ ...message, channel: "control" }));
  listen(routers.stdin, ({ header, content }) => {
    if (header.msg_type === "input_reply") asked?.(String(content.value ?? ""));
  });
  (async () => {
    try {
      for await (const frames of heartbeat) await heartbeat.send(frames);
    } catch (error) {
      if (!heartbeat.closed) throw error;
    }
  })();

  return {
    reply(request, type, content) {
      const message = { ...newMessage(type, content, session, request.header), identities: request.identities };
      return send(routers[request.channel], message);
    },
    publish(parent, { content, metadata = {}, buffers = [] }, type) {
      const message = newMessage(type, content, session, parent?.header);
      const topic = new TextEncoder().encode(`kernel.${session}.${type}`);
      send(iopub, { ...message, metadata, buffers, identities: [topic] });
    },
    input(request, prompt, password) {
      asked?.("");
      const { promise, resolve } = Promise.withResolvers<string>();
      const message = newMessage("input_request", { prompt, password }, session, request.header);
      asked = (value) => {
        asked = undefined;
        resolve(value);
      };
      send(routers.stdin, { ...message, identities: request.identities });
      return promise;
    },
    withdraw: () => asked?.(""),
    flush: async () => void await Promise.all(sending.values()),
    close: () => closeSockets(Object.values(sockets)),
  };
}
