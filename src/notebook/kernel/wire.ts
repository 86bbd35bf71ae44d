/** The sockets to a kernel: requests go out, replies and outputs come in. */
import type { ConnectionInfo } from "./connection.ts";
import { seconds } from "./deadline.ts";
import { decodeMessage, encodeMessage, type Json, type Message, newMessage } from "./messages.ts";
import { connectZmtp, type ZmtpSocket } from "./zmtp.ts";

export interface Wire {
  /** Who takes the outputs at the moment. */
  onOutput: (message: Message) => void;
  /** Sends on the shell channel; resolves with the reply once the kernel is also idle again. */
  request(type: string, content: Json): Promise<Message>;
  send(channel: "shell" | "control", type: string, content: Json): Message;
  /** Resolves when messages of the iopub channel arrive: a subscription takes a moment to reach the kernel. */
  subscribed(): Promise<void>;
  close(): void;
}

interface Pending {
  reply?: Message;
  idle: boolean;
  resolve(reply: Message): void;
}

export function openWire(connection: ConnectionInfo): Wire {
  const session = crypto.randomUUID();
  const { ip, key } = connection;
  const sockets = {
    shell: connectZmtp("DEALER", ip, connection.shell_port),
    control: connectZmtp("DEALER", ip, connection.control_port),
    iopub: connectZmtp("SUB", ip, connection.iopub_port),
  };
  const pending = new Map<string, Pending>();
  const settle = (id: string) => {
    const request = pending.get(id);
    if (!request?.reply || !request.idle) return;
    pending.delete(id);
    request.resolve(request.reply);
  };
  let heard = false;

  const wire: Wire = {
    onOutput: () => {},
    send(channel, type, content) {
      const message = newMessage(type, content, session);
      sockets[channel].send(encodeMessage(message, key));
      return message;
    },
    request(type, content) {
      const { promise, resolve } = Promise.withResolvers<Message>();
      const id = wire.send("shell", type, content).header.msg_id;
      // Status messages are lost until the subscription stands, and are not waited for before.
      pending.set(id, { idle: !heard, resolve });
      return promise;
    },
    async subscribed() {
      while (!heard) {
        await wire.request("kernel_info_request", {});
        if (!heard) await seconds(0.01).promise;
      }
    },
    close() {
      for (const socket of Object.values(sockets)) socket.close();
    },
  };

  const listen = async (socket: ZmtpSocket, take: (message: Message) => void) => {
    for await (const frames of socket.messages) take(decodeMessage(frames, key));
  };
  listen(sockets.shell, (message) => {
    const id = message.parent.msg_id ?? "";
    const request = pending.get(id);
    if (request) request.reply = message;
    settle(id);
  });
  listen(sockets.control, () => {});
  listen(sockets.iopub, (message) => {
    heard = true;
    if (message.header.msg_type !== "status") return wire.onOutput(message);
    const id = message.parent.msg_id ?? "";
    const request = pending.get(id);
    if (request && message.content.execution_state === "idle") request.idle = true;
    settle(id);
  });
  return wire;
}
