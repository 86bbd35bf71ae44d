/** Ways to damage a file, as transfers, editors, spreadsheets and enemies do. */
import { Buffer } from "node:buffer";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Random } from "../../src/base/random.ts";

/** The bytes after one to four mutations; the same random numbers give the same bytes. `others` are spliced in. */
export function mutated(seed: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  // Half of the time what is packed is damaged, else the package.
  if (isGzip(seed) && random() < 0.5) {
    const inner = others.filter(isGzip).map((other) => new Uint8Array(gunzipSync(other)));
    return new Uint8Array(gzipSync(mutated(new Uint8Array(gunzipSync(seed)), inner, random)));
  }
  // A Buffer's slice is no copy: the seed would change.
  let bytes: Uint8Array = new Uint8Array(seed);
  const rounds = 1 + below(random, 4);
  for (let i = 0; i < rounds && bytes.length < MOST_BYTES; i++) {
    bytes = MUTATIONS[below(random, MUTATIONS.length)]!(bytes, random, others);
  }
  return bytes;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

const MOST_BYTES = 4 << 20;

type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array;

function below(random: Random, n: number): number {
  return Math.floor(random() * n);
}

/** Begin and end of a piece, mostly a short one. */
function piece(bytes: Uint8Array, random: Random): [number, number] {
  const from = below(random, bytes.length + 1);
  const length = random() < 0.7 ? below(random, 40) : below(random, bytes.length - from + 1);
  return [from, Math.min(bytes.length, from + length)];
}

function replaced(bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]));
}

function inserted(bytes: Uint8Array, at: number, text: string): Uint8Array {
  return replaced(bytes, at, at, Buffer.from(text, "utf8"));
}

/** A place that matches a byte, else any place. */
function placeOf(bytes: Uint8Array, random: Random, fits: (byte: number) => boolean): number {
  const from = below(random, bytes.length + 1);
  for (let i = 0; i < bytes.length; i++) {
    const at = (from + i) % bytes.length;
    if (fits(bytes[at]!)) return at;
  }
  return from;
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isQuote = (byte: number) => byte === 0x22 || byte === 0x27;
const isBracket = (byte: number) => byte === 0x7b || byte === 0x5b || byte === 0x3c;

const NUMBERS = [
  "99999999999999999999999999",
  "-1",
  "1e999",
  "0x7fffffff",
  "NaN",
  "Infinity",
  "-0",
  "2147483648",
  "1.7976931348623159e308",
  "00000000000000000000",
  "9".repeat(400),
  "1e-400",
  "4294967297",
  "9007199254740993",
  "0.1.2",
  "٣",
  "١٢",
];
const SIGNS = [
  '"',
  '""',
  "'",
  ",",
  ";",
  "\t",
  "|",
  "\r",
  "\n",
  "\r\n",
  "\\",
  "<",
  ">",
  "&",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "{",
  "}",
  "[",
  "]",
  ":",
  "#",
  "*",
  "?",
  "\0",
  "\ufeff",
  "\u2028",
  "\u202e",
  "\ud83d\ude00",
  "e\u0301",
  "- ",
  "&a",
  "*a",
  "__proto__",
  "constructor",
  "toString",
  "=cmd|' /C calc'!A0",
  "${x}",
  "$&",
  "%s",
  "../../etc/passwd",
  "null",
  "true",
];
const DATES = [
  "9999-12-31T23:59:60Z",
  "0000-00-00",
  "275760-09-13",
  "-271821-04-20",
  "31.02.2026",
  "12/13/14",
  "25:61",
  "1e12",
  "2026-03-29T02:30:00",
];
const ENTITIES = [
  '<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
  "&b;",
  "&#0;",
  "&#xD800;",
  "&#x110000;",
  "&amp;amp;",
  "&#99999999999;",
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<?xml version="1.0" encoding="nonsense"?>',
  "<?php ?>",
  'xmlns="urn:x"',
  "<a:b>",
  "</log>",
  '<a b="1" b="2"/>',
];

const MUTATIONS: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const copy = bytes.slice();
    for (let n = 1 + below(random, 8); n > 0 && copy.length > 0; n--) {
      copy[below(random, copy.length)]! ^= 1 << below(random, 8);
    }
    return copy;
  },
  function anyBytes(bytes, random) {
    const [from, to] = piece(bytes, random);
    return replaced(bytes, from, to, Uint8Array.from({ length: below(random, 20) }, () => below(random, 256)));
  },
  function zeros(bytes, random) {
    const copy = bytes.slice();
    const [from, to] = piece(bytes, random);
    return copy.fill(0, from, to);
  },
  function cutOff(bytes, random) {
    return bytes.slice(0, below(random, bytes.length + 1));
  },
  function cutOut(bytes, random) {
    const [from, to] = piece(bytes, random);
    return replaced(bytes, from, to, new Uint8Array());
  },
  function doubled(bytes, random) {
    const [from, to] = piece(bytes, random);
    return replaced(bytes, to, to, bytes.subarray(from, to));
  },
  function manyTimes(bytes, random) {
    const [from, to] = piece(bytes, random);
    const part = bytes.subarray(from, Math.min(to, from + 60));
    return replaced(
      bytes,
      from,
      from,
      new Uint8Array(Buffer.concat(Array.from({ length: 2 + below(random, 3000) }, () => part))),
    );
  },
  function swapped(bytes, random) {
    const [from, to] = piece(bytes, random);
    const part = bytes.slice(from, to);
    const without = replaced(bytes, from, to, new Uint8Array());
    const at = below(random, without.length + 1);
    return replaced(without, at, at, part);
  },
  function spliced(bytes, random, others) {
    const other = others[below(random, others.length)]!;
    const [from, to] = piece(other, random);
    const at = below(random, bytes.length + 1);
    return replaced(bytes, at, random() < 0.5 ? at : bytes.length, other.subarray(from, to));
  },
  function hugeNumber(bytes, random) {
    const from = placeOf(bytes, random, isDigit);
    let to = from;
    while (to < bytes.length && isDigit(bytes[to]!)) to++;
    return replaced(bytes, from, to, Buffer.from(NUMBERS[below(random, NUMBERS.length)]!));
  },
  function oddDate(bytes, random) {
    const from = placeOf(bytes, random, isDigit);
    return replaced(
      bytes,
      from,
      Math.min(bytes.length, from + below(random, 20)),
      Buffer.from(DATES[below(random, DATES.length)]!),
    );
  },
  function sign(bytes, random) {
    const sign = SIGNS[below(random, SIGNS.length)]!;
    return inserted(
      bytes,
      below(random, bytes.length + 1),
      random() < 0.8 ? sign : sign.repeat(1 + below(random, 500)),
    );
  },
  function quoteGone(bytes, random) {
    const at = placeOf(bytes, random, isQuote);
    return replaced(bytes, at, Math.min(at + 1, bytes.length), new Uint8Array());
  },
  function entity(bytes, random) {
    const at = placeOf(bytes, random, (byte) => byte === 0x3c || byte === 0x22);
    return inserted(bytes, at + below(random, 2), ENTITIES[below(random, ENTITIES.length)]!);
  },
  function deep(bytes, random) {
    const open = [
      "[",
      "{",
      '{"a":',
      "<a>",
      "<string key='a' value='b'>",
      "(",
      "- ",
      "->( ",
      "> ",
      "*",
      '"',
    ][below(random, 11)]!;
    return inserted(bytes, placeOf(bytes, random, isBracket), open.repeat(10 ** (1 + below(random, 4))));
  },
  function otherEncoding(bytes, random) {
    const text = Buffer.from(bytes).toString("utf8");
    switch (below(random, 4)) {
      case 0:
        return new Uint8Array(Buffer.from("\ufeff" + text, "utf16le"));
      case 1:
        return new Uint8Array(Buffer.from(text, "latin1"));
      case 2:
        return new Uint8Array(Buffer.from(text, "utf16le")).map((_, i, all) => all[i ^ 1] ?? 0);
      default:
        return inserted(bytes, 0, "\ufeff");
    }
  },
  function longLine(bytes, random) {
    return inserted(bytes, below(random, bytes.length + 1), "x".repeat(10 ** (3 + below(random, 3))));
  },
  function lineEnds(bytes, random) {
    const end = ["\r", "\r\n", "\n\n", "\n\r", ""][below(random, 5)]!;
    return new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replace(/\r?\n/g, end), "latin1"));
  },
  function lengthField(bytes, random) {
    const copy = bytes.slice();
    if (copy.length < 8) return copy;
    const view = new DataView(copy.buffer);
    const at = random() < 0.5 ? copy.length - 8 : below(random, copy.length - 4);
    view.setUint32(at, [0, 1, 0xffffffff, 0x7fffffff, 0x80000000, copy.length][below(random, 6)]!, true);
    return copy;
  },
];
