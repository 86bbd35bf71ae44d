/** The sockets to a kernel: requests go out, replies and outputs come in. */
import { addressOf, type Channel, type ConnectionInfo } from "../protocol/connection.ts";
import { seconds } from "../protocol/deadline.ts";
import { decodeMessage, encodeMessage, type Json, type Message, newMessage } from "../protocol/messages.ts";
import { connect, type Connection } from "../protocol/zmtp.ts";

export interface KernelSockets {
  /** Takes the outputs; replaced for each cell. */
  onOutput: (message: Message) => void;
  /** Answers what `prompt` and `confirm` ask, with text. */
  onInput: (prompt: string, password: boolean) => Promise<string>;
  /** Resolves with the reply once the kernel is also idle again. @param channel default "shell" */
  request(type: string, content: Json, channel?: "shell" | "control"): Promise<Message>;
  send(channel: "shell" | "control" | "stdin", type: string, content: Json): Message;
  /** Resolves when the kernel has interrupted the code that runs. */
  interrupt(): Promise<void>;
  /** Resolves when messages of the iopub channel arrive: a subscription takes a moment to reach the kernel. */
  subscribed(): Promise<void>;
  close(): void;
}

/** A request whose reply, or whose end, has not come yet. */
interface Pending {
  reply?: Message;
  /** Whether the kernel has said that it is done with it. */
  idle: boolean;
  resolve(reply: Message): void;
}

/** Connects to a kernel, as soon as it listens. */
export function openKernelSockets(connection: ConnectionInfo): KernelSockets {
  const session = crypto.randomUUID();
  const pending = new Map<string, Pending>();
  const settle = (id: string) => {
    const request = pending.get(id);
    if (!request?.reply || !request.idle) return;
    pending.delete(id);
    request.resolve(request.reply);
  };
  /** Whether a message of the iopub channel has arrived. */
  let subscribed = false;
  const ask = (channel: "shell" | "control", type: string, content: Json, idle: boolean) => {
    const { promise, resolve } = Promise.withResolvers<Message>();
    pending.set(sockets.send(channel, type, content).header.msg_id, { idle, resolve });
    return promise;
  };

  const sockets: KernelSockets = {
    onOutput: () => {},
    onInput: () => Promise.resolve(""),
    send(channel, type, content) {
      const message = newMessage(type, content, session);
      channels[channel].send(encodeMessage(message, connection.key));
      return message;
    },
    // Status messages are lost until the subscription stands, and are not waited for before.
    request: (type, content, channel = "shell") => ask(channel, type, content, !subscribed),
    async interrupt() {
      await ask("control", "interrupt_request", {}, true);
    },
    async subscribed() {
      while (!subscribed) {
        await sockets.request("kernel_info_request", {});
        if (!subscribed) await seconds(0.01).promise;
      }
    },
    close() {
      for (const socket of Object.values(channels)) socket.close();
    },
  };

  const takeReply = (message: Message) => {
    const id = message.parentHeader.msg_id ?? "";
    const request = pending.get(id);
    if (request) request.reply = message;
    settle(id);
  };
  const takeQuestion = async ({ header, content }: Message) => {
    if (header.msg_type !== "input_request") return;
    const value = await sockets.onInput(String(content.prompt ?? ""), content.password === true).catch(() => "");
    sockets.send("stdin", "input_reply", { value });
  };
  const takeOutput = (message: Message) => {
    subscribed = true;
    if (message.header.msg_type !== "status") return sockets.onOutput(message);
    const id = message.parentHeader.msg_id ?? "";
    const request = pending.get(id);
    if (request && message.content.execution_state === "idle") request.idle = true;
    settle(id);
  };
  // The kernel asks for input under the name by which it was asked to execute.
  const identity = new TextEncoder().encode(session);
  const open = (channel: Channel, type: "DEALER" | "SUB", take: (message: Message) => void): Connection =>
    connect(addressOf(connection, channel), type, identity, (frames) => take(decodeMessage(frames, connection.key)));
  const channels = {
    shell: open("shell", "DEALER", takeReply),
    control: open("control", "DEALER", takeReply),
    stdin: open("stdin", "DEALER", takeQuestion),
    iopub: open("iopub", "SUB", takeOutput),
  };
  return sockets;
}
