/**
 * Comms inside the kernel: two-way channels between a widget in the page and functions here.
 *
 * "Messaging in Jupyter", protocol 5.3, "Custom Messages". The Deno kernel sends messages of any kind, and closes every
 * comm it is asked to open: so what comes from the page is handed over by a silent call instead.
 */
import { KERNEL } from "./prelude.ts";
import type { Message } from "../protocol/messages.ts";

/** Runs after the prelude. Programs find the comms at `globalThis[Symbol.for("tracebook.comms")]`: see `comms.ts`. */
export const COMMS_PRELUDE = `(() => {
  const { crypto, Deno, JSON, Map, Object, Symbol, Uint8Array } = globalThis;
  const comms = new Map();
  const targets = new Map();
  const broadcast = Deno.jupyter.broadcast;
  const make = (id, target) => {
    const comm = {
      id,
      target,
      onMessage: () => {},
      onClose: () => {},
      send(data, { buffers = [], metadata = {} } = {}) {
        if (comms.has(id)) broadcast("comm_msg", { comm_id: id, data }, { buffers, metadata });
      },
      close(data = {}) {
        if (comms.delete(id)) broadcast("comm_close", { comm_id: id, data }, {});
      },
    };
    comms.set(id, comm);
    return comm;
  };
  Object.defineProperty(globalThis, Symbol.for("tracebook.comms"), {
    value: {
      open(target, data, { buffers = [], metadata = {} } = {}) {
        const comm = make(crypto.randomUUID().replaceAll("-", ""), target);
        broadcast("comm_open", { comm_id: comm.id, target_name: target, data }, { buffers, metadata });
        return comm;
      },
      onOpen(target, accept) {
        targets.set(target, accept);
      },
    },
  });
  const kernel = globalThis.${KERNEL};
  kernel.comm = async (number, type, text, encoded) => {
    const { content, metadata } = JSON.parse(text);
    const event = { data: content.data ?? {}, metadata, buffers: encoded.map((part) => Uint8Array.fromBase64(part)) };
    const comm = comms.get(content.comm_id);
    if (type === "comm_open") {
      const accept = targets.get(content.target_name);
      if (!accept) return void broadcast("comm_close", { comm_id: content.comm_id, data: {} }, {});
      await kernel.race(number, accept(make(content.comm_id, content.target_name), event));
    } else if (type === "comm_msg") {
      await kernel.race(number, comm?.onMessage(event));
    } else if (comms.delete(content.comm_id)) {
      await kernel.race(number, comm.onClose(event));
    }
  };
})();`;

/** Hands a `comm_open`, `comm_msg` or `comm_close` of the page to the kernel. */
export function commCode(number: number, { header, content, metadata, buffers }: Message): string {
  const text = JSON.stringify(JSON.stringify({ content, metadata }));
  const encoded = JSON.stringify(buffers.map((buffer) => new Uint8Array(buffer).toBase64()));
  const call = `${KERNEL}.comm(${number}, ${JSON.stringify(header.msg_type)}, ${text}, ${encoded})`;
  return `${KERNEL}.begin(${number}); await ${call}; undefined`;
}
