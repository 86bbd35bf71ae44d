/** The sockets to a kernel: requests go out, replies and outputs come in. */
import { Dealer, Subscriber } from "zeromq";
import { addressOf, type ConnectionInfo } from "./connection.ts";
import { closeSockets } from "./sockets.ts";
import { seconds } from "./deadline.ts";
import { decodeMessage, encodeMessage, type Json, type Message, newMessage } from "./messages.ts";

export interface Wire {
  /** Who takes the outputs at the moment. */
  onOutput: (message: Message) => void;
  /** Answers what `prompt` and `confirm` ask, with text. */
  onInput: (prompt: string, password: boolean) => Promise<string>;
  /** Sends on the shell channel; resolves with the reply once the kernel is also idle again. */
  request(type: string, content: Json): Promise<Message>;
  send(channel: "shell" | "control" | "stdin", type: string, content: Json): Message;
  interrupt(): Promise<void>;
  /** Resolves when messages of the iopub channel arrive: a subscription takes a moment to reach the kernel. */
  subscribed(): Promise<void>;
  close(): Promise<void>;
}

export function openWire(connection: ConnectionInfo): Wire {
  const session = crypto.randomUUID();
  // The kernel asks for input under the name by which it was asked to execute.
  const unlimited = { linger: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0, routingId: session };
  const sockets = { shell: new Dealer(unlimited), control: new Dealer(unlimited), stdin: new Dealer(unlimited) };
  const iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  iopub.subscribe();
  sockets.shell.connect(addressOf(connection, "shell"));
  sockets.control.connect(addressOf(connection, "control"));
  sockets.stdin.connect(addressOf(connection, "stdin"));
  iopub.connect(addressOf(connection, "iopub"));

  interface Pending {
    reply?: Message;
    idle: boolean;
    resolve(reply: Message): void;
  }
  const pending = new Map<string, Pending>();
  const settle = (id: string) => {
    const request = pending.get(id);
    if (!request?.reply || !request.idle) return;
    pending.delete(id);
    request.resolve(request.reply);
  };
  let heard = false;
  // One send after another: ZeroMQ refuses a second send while the first is under way.
  const sending = { shell: Promise.resolve(), control: Promise.resolve(), stdin: Promise.resolve() };

  const wire: Wire = {
    onOutput: () => {},
    onInput: () => Promise.resolve(""),
    send(channel, type, content) {
      const message = newMessage(type, content, session);
      sending[channel] = sending[channel].then(() => sockets[channel].send(encodeMessage(message, connection.key)))
        .catch(() => {});
      return message;
    },
    request(type, content) {
      const { promise, resolve } = Promise.withResolvers<Message>();
      const id = wire.send("shell", type, content).header.msg_id;
      // Status messages are lost until the subscription stands, and are not waited for before.
      pending.set(id, { idle: !heard, resolve });
      return promise;
    },
    async interrupt() {
      wire.send("control", "interrupt_request", {});
      await sending.control;
    },
    async subscribed() {
      while (!heard) {
        await wire.request("kernel_info_request", {});
        if (!heard) await seconds(0.01).promise;
      }
    },
    close: () => closeSockets([...Object.values(sockets), iopub]),
  };

  const listen = async (socket: Dealer | Subscriber, take: (message: Message) => void) => {
    try {
      for await (const frames of socket) take(decodeMessage(frames, connection.key));
    } catch (error) {
      if (!socket.closed) throw error;
    }
  };
  listen(sockets.shell, (message) => {
    const id = message.parent.msg_id ?? "";
    const request = pending.get(id);
    if (request) request.reply = message;
    settle(id);
  });
  listen(sockets.control, () => {});
  listen(sockets.stdin, async ({ header, content }) => {
    if (header.msg_type !== "input_request") return;
    const value = await wire.onInput(String(content.prompt ?? ""), content.password === true).catch(() => "");
    if (!sockets.stdin.closed) wire.send("stdin", "input_reply", { value });
  });
  listen(iopub, (message) => {
    heard = true;
    if (message.header.msg_type !== "status") return wire.onOutput(message);
    const id = message.parent.msg_id ?? "";
    const request = pending.get(id);
    if (request && message.content.execution_state === "idle") request.idle = true;
    settle(id);
  });
  return wire;
}
