import { afterEach, expect, test } from "vitest";
import {
  connect,
  type Connection,
  listen,
  type Listener,
  type SocketType,
} from "../../../../src/notebook/kernel/protocol/zmtp.ts";

const open: (Connection | Listener)[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

const bytes = (text: string) => new TextEncoder().encode(text);

function freeAddress() {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return { transport: "tcp", ip: "127.0.0.1", port };
}

/** A client whose messages can be waited for one by one. */
function client(address: ReturnType<typeof freeAddress>, type: SocketType, name = "") {
  const arrived: string[][] = [];
  const waiting: ((frames: string[]) => void)[] = [];
  const socket = connect(address, type, bytes(name), (frames) => {
    const texts = frames.map((frame) => new TextDecoder().decode(frame));
    const take = waiting.shift();
    if (take) take(texts);
    else arrived.push(texts);
  });
  open.push(socket);
  const next = () =>
    new Promise<string[]>((resolve) => arrived.length > 0 ? resolve(arrived.shift()!) : waiting.push(resolve));
  return { socket, next };
}

test("messages of any shape come back as they were, in order, also those sent before anybody listens", async () => {
  const address = freeAddress();
  const { socket, next } = client(address, "DEALER");
  const messages = [[""], ["a", "", "b"], ["x".repeat(255)], ["y".repeat(256), "z"], ["long".repeat(500_000), "end"]];
  for (const message of messages) socket.send(message.map(bytes));
  await new Promise((resolve) => setTimeout(resolve, 100));
  open.push(listen(address, "ROUTER", (frames, peer) => void peer.send(frames)));
  for (const message of messages) expect(await next()).toEqual(message);
});

test("a message that comes long after the connection is heard", async () => {
  const address = freeAddress();
  open.push(listen(address, "ROUTER", (frames, peer) => void peer.send(frames)));
  const { socket, next } = client(address, "DEALER");
  await new Promise((resolve) => setTimeout(resolve, 300));
  socket.send([bytes("late")]);
  expect(await next()).toEqual(["late"]);
});

test("peers are told apart by the names they give", async () => {
  const address = freeAddress();
  open.push(listen(address, "ROUTER", (frames, peer) => void peer.send([peer.identity, ...frames])));
  const [a, b] = [client(address, "DEALER", "anna"), client(address, "DEALER", "bert")];
  a.socket.send([bytes("1")]);
  b.socket.send([bytes("2")]);
  expect(await Promise.all([a.next(), b.next()])).toEqual([["anna", "1"], ["bert", "2"]]);
});

test("a subscriber asks for everything", async () => {
  const address = freeAddress();
  open.push(listen(address, "PUB", (frames, peer) => {
    expect(frames.map((frame) => [...frame])).toEqual([[1]]);
    peer.send([bytes("topic"), bytes("news")]);
  }));
  expect(await client(address, "SUB").next()).toEqual(["topic", "news"]);
});

test("whoever does not speak the protocol is turned away, and others are still served", async () => {
  const address = freeAddress();
  open.push(listen(address, "REP", (frames, peer) => void peer.send(frames)));
  const stranger = await Deno.connect({ hostname: address.ip, port: address.port });
  await stranger.write(bytes(`GET / HTTP/1.1\r\n${"x".repeat(100)}\r\n\r\n`));
  const buffer = new Uint8Array(100);
  while (await stranger.read(buffer).catch(() => null) !== null);
  stranger.close();
  const { socket, next } = client(address, "REQ");
  socket.send([bytes(""), bytes("ping")]);
  expect(await next()).toEqual(["", "ping"]);
});

test("a port that is taken is an error", () => {
  const address = freeAddress();
  open.push(listen(address, "ROUTER", () => {}));
  expect(() => listen(address, "ROUTER", () => {})).toThrow(Deno.errors.AddrInUse);
});
