/** Which comms are open, known from the messages that pass. */
import type { Json, Message } from "../protocol/messages.ts";

export interface Comms {
  /** Takes a message of either direction; others than comm messages do nothing. */
  observe(message: Message): void;
  /** Content of a `comm_info_reply`, for the content of the request. */
  info(request: Json): Json;
  /** The kernel has ended: no comm is open any more. */
  clear(): void;
}

export function trackComms(): Comms {
  const targets = new Map<string, string>();
  return {
    observe({ header, content }) {
      const id = String(content.comm_id);
      if (header.msg_type === "comm_open") targets.set(id, String(content.target_name));
      else if (header.msg_type === "comm_close") targets.delete(id);
    },
    info({ target_name: wanted }) {
      const found = [...targets].filter(([, target]) => typeof wanted !== "string" || wanted === target);
      return { status: "ok", comms: Object.fromEntries(found.map(([id, target]) => [id, { target_name: target }])) };
    },
    clear: () => targets.clear(),
  };
}
