import { afterEach, expect, test } from "vitest";
import { connectZmtp, encodeFrames } from "../../../src/notebook/kernel/zmtp.ts";

/** A peer that speaks ZMTP 3.0 by the letter of the specification, and keeps what it is told. */
function listen(greeting = [0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, ...text("NULL"), ...new Array(48).fill(0)]) {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const heard: number[] = [];
  const connected = (async () => {
    const connection = await listener.accept();
    await connection.write(new Uint8Array(greeting));
    await connection.write(new Uint8Array([4, 6, 5, ...text("READY")]));
    (async () => {
      const buffer = new Uint8Array(100_000);
      for (let n; (n = await connection.read(buffer).catch(() => null)) !== null;) heard.push(...buffer.subarray(0, n));
    })();
    return connection;
  })();
  connected.catch(() => {});
  open.push(() => listener.close(), () => connected.then((connection) => connection.close()).catch(() => {}));
  return { port: listener.addr.port, connected, heard };
}
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const text = (words: string) => [...new TextEncoder().encode(words)];
const until = async (done: () => boolean) => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test("a DEALER greets, says what it is, and sends frames", async () => {
  const { port, heard } = listen();
  const socket = connectZmtp("DEALER", "127.0.0.1", port);
  socket.send([new Uint8Array([7]), new Uint8Array(300).fill(9)]);
  const ready = [
    4,
    41,
    5,
    ...text("READY"),
    11,
    ...text("Socket-Type"),
    0,
    0,
    0,
    6,
    ...text("DEALER"),
    8,
    ...text("Identity"),
    0,
    0,
    0,
    0,
  ];
  const message = [1, 1, 7, 2, 0, 0, 0, 0, 0, 0, 1, 44, ...new Array(300).fill(9)];
  await until(() => heard.length >= 64 + ready.length + message.length);
  expect(heard.slice(0, 12)).toEqual([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
  expect(heard.slice(12, 64)).toEqual([...text("NULL"), ...new Array(48).fill(0)]);
  expect(heard.slice(64)).toEqual([...ready, ...message]);
  socket.close();
});

test("a SUB subscribes to everything", async () => {
  const { port, heard } = listen();
  const socket = connectZmtp("SUB", "127.0.0.1", port);
  await until(() => heard.length > 64 && heard.at(-1) === 1);
  expect(heard.slice(-3)).toEqual([0, 1, 1]);
  socket.close();
});

test("messages arrive whole, whatever their size and however the network cuts them", async () => {
  const { port, connected } = listen();
  const socket = connectZmtp("DEALER", "127.0.0.1", port);
  const messages = [[0], [1, 255], [256, 0, 3], [65_535, 65_536], [300_000], [5]].map((sizes, m) =>
    sizes.map((size, f) => new Uint8Array(size).fill(m * 10 + f))
  );
  const bytes = messages.flatMap((message) => [...encodeFrames(message)]);
  const peer = await connected;
  (async () => {
    for (let at = 0, step = 1; at < bytes.length; at += step, step = step * 3 % 50_021) {
      const piece = new Uint8Array(bytes.slice(at, at + step));
      for (let sent = 0; sent < piece.length;) sent += await peer.write(piece.subarray(sent));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  })();
  const got: Uint8Array[][] = [];
  for await (const message of socket.messages) {
    got.push(message);
    if (got.length === messages.length) break;
  }
  expect(got.map((message) => message.map((frame) => [frame.length, frame[0]]))).toEqual(
    messages.map((message) => message.map((frame) => [frame.length, frame[0]])),
  );
  socket.close();
});

test("it waits for a peer that is not there yet, and ends with one that goes", async () => {
  const probe = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = probe.addr;
  probe.close();
  const socket = connectZmtp("SUB", "127.0.0.1", port);
  const ended = (async () => {
    for await (const _ of socket.messages);
    return "ended";
  })();
  await new Promise((resolve) => setTimeout(resolve, 60));
  const listener = Deno.listen({ hostname: "127.0.0.1", port });
  open.push(() => listener.close());
  const connection = await listener.accept();
  connection.close();
  expect(await ended).toBe("ended");
});

test("closing ends the messages, also while nobody listens", async () => {
  const { port, connected } = listen();
  const there = connectZmtp("DEALER", "127.0.0.1", port);
  await connected;
  const nowhere = connectZmtp("DEALER", "127.0.0.1", 1);
  for (const socket of [there, nowhere]) {
    setTimeout(() => socket.close(), 30);
    for await (const _ of socket.messages);
    socket.close();
  }
});

test("a peer of another protocol is refused", async () => {
  const { port } = listen([...text("HTTP/1.1 200 OK"), ...new Array(49).fill(32)]);
  const socket = connectZmtp("DEALER", "127.0.0.1", port);
  await expect(socket.messages.next()).rejects.toThrow(/ZMTP 3/);
  socket.close();
});
