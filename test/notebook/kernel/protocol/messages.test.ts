import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { decodeMessage, encodeMessage, newMessage } from "../../../../src/notebook/kernel/protocol/messages.ts";

const message = {
  ...newMessage("execute_request", { code: "1 + 1 // ü" }, "a session"),
  identities: [new Uint8Array([1, 2, 3])],
  metadata: { a: 1 },
  buffers: [new Uint8Array([0, 255, 7])],
};

test("a message survives the wire", () => {
  const back = decodeMessage(encodeMessage(message, "key"), "key");
  expect({ ...back, identities: back.identities.map((id) => [...id]), buffers: back.buffers.map((b) => [...b]) })
    .toEqual({
      ...message,
      identities: [[1, 2, 3]],
      buffers: [[0, 255, 7]],
    });
});

test("the frames are those of the protocol: identities, delimiter, signature, four parts, buffers", () => {
  const frames = encodeMessage(message, "key").map((frame) => frame.toString());
  expect(frames[1]).toBe("<IDS|MSG>");
  expect(frames[2]).toBe(createHmac("sha256", "key").update(frames.slice(3, 7).join("")).digest("hex"));
  expect(JSON.parse(frames[3]!)).toMatchObject({ msg_type: "execute_request", session: "a session" });
  expect(frames).toHaveLength(8);
});

test("a message that was changed, or signed with another key, is refused", () => {
  const frames = encodeMessage(message, "key");
  expect(() => decodeMessage(frames, "other")).toThrow(/signature/);
  frames[6] = encodeMessage({ ...message, content: { code: "2" } }, "key")[6]!;
  expect(() => decodeMessage(frames, "key")).toThrow(/signature/);
  expect(() => decodeMessage(frames.slice(0, 4), "key")).toThrow(/frames/);
});

test("without a key messages are not signed", () => {
  expect(encodeMessage(message, "")[2]!.toString()).toBe("");
  expect(decodeMessage(encodeMessage(message, ""), "").content).toEqual(message.content);
});
