import { expect, test } from "vitest";
import { ByteDictionary } from "../../../src/io/bytes/byte_dictionary.ts";

const utf8 = new TextEncoder();

test("equal bytes have one code, codes follow first appearance, strings come back as they went in", () => {
  let state = 7;
  const next = (n: number) => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % n;
  const alphabet = ["a", "b", "é", "€", "😀", "0", " ", "<", "\u0000"];
  const dictionary = new ByteDictionary();
  const known = new Map<string, number>();
  for (let i = 0; i < 20_000; i++) {
    const value = Array.from({ length: next(6) }, () => alphabet[next(alphabet.length)]).join("");
    const bytes = utf8.encode(`x${value}y`);
    if (!known.has(value)) known.set(value, known.size);
    expect(dictionary.codeOf(bytes, 1, bytes.length - 1)).toBe(known.get(value));
  }
  expect(dictionary.size).toBe(known.size);
  expect(dictionary.strings()).toEqual([...known.keys()]);
});

test("values longer than a group of decoded bytes come back whole", () => {
  const values = ["a".repeat(3_000_000), "b", "ü".repeat(700_000), "c".repeat(600_000), "d".repeat(600_000), ""];
  const dictionary = new ByteDictionary();
  for (const value of values) {
    const bytes = utf8.encode(value);
    dictionary.codeOf(bytes, 0, bytes.length);
  }
  expect(dictionary.strings()).toEqual(values);
});

test("values are decoded from the encoding named", () => {
  const dictionary = new ByteDictionary();
  dictionary.codeOf(Uint8Array.of(0x4d, 0xfc, 0x80), 0, 3);
  expect(dictionary.strings("windows-1252")).toEqual(["Mü€"]);
  expect(dictionary.strings()).toEqual(["M\ufffd\ufffd"]);
});
