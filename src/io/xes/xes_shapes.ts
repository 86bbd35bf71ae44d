/**
 * The shapes in which one file writes its attributes: `<string key="concept:name" value="` is the same bytes a million
 * times, so it is parsed once, and then compared.
 */
import { ByteDictionary } from "../bytes/byte_dictionary.ts";
import type { ColumnBuilder, ColumnKind, TableBuilder } from "../bytes/column_builder.ts";

const encoder = new TextEncoder();

/** Elements that hold a value, in the order of the codes that shapes carry. */
export const TYPES = ["string", "date", "int", "float", "boolean", "id"] as const;
export type AttributeType = typeof TYPES[number];

/** The kind that the standard's extensions give an attribute of that key, whatever the file says. */
export function fixedKind(key: string): ColumnKind | undefined {
  return KIND_OF_KEY.get(key);
}

export function kindOfType(type: AttributeType): ColumnKind {
  return KIND_OF_TYPE[type];
}

const KIND_OF_KEY = new Map<string, ColumnKind>([
  ["concept:name", "text"],
  ["lifecycle:transition", "text"],
  ["org:resource", "text"],
  ["org:role", "text"],
  ["org:group", "text"],
  ["time:timestamp", "time"],
]);

const KIND_OF_TYPE: Record<AttributeType, ColumnKind> = {
  string: "text",
  date: "time",
  int: "number",
  float: "number",
  boolean: "boolean",
  id: "text",
};

/** Bytes to compare with, four at a time. */
export class Pattern {
  readonly length: number;
  readonly #words: Int32Array;
  readonly #places: Int32Array;

  /** @param bytes At least four. */
  constructor(bytes: Uint8Array) {
    const count = Math.ceil(bytes.length / 4);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.length = bytes.length;
    // The last word overlaps the one before it. Words at the end come first: shapes differ in their keys.
    this.#places = Int32Array.from({ length: count }, (_, i) => Math.max(0, bytes.length - 4 - 4 * i));
    this.#words = this.#places.map((place) => view.getInt32(place, true));
  }

  /** Whether these bytes stand at `at`; the caller sees to it that there are `length` bytes. */
  matches(view: DataView, at: number): boolean {
    const words = this.#words, places = this.#places;
    for (let i = 0; i < words.length; i++) if (view.getInt32(at + places[i]!, true) !== words[i]!) return false;
    return true;
  }
}

const NO_TAG = new Pattern(new Uint8Array(4));

/** An attribute's bytes up to its value, and what they mean. */
export interface Shape {
  readonly pattern: Pattern;
  readonly quote: number;
  readonly type: AttributeType;
  readonly key: string;
  readonly element: string;
  readonly column: ColumnBuilder;
  /** Shapes that followed this one, the last first. */
  next: Shape | undefined;
  other: Shape | undefined;
  /** Bytes of the value read last: most values of a date have equal length. */
  valueBytes: number;
}

/** The shapes of one scope by their bytes. */
export class Shapes {
  readonly #codes = new ByteDictionary();
  readonly #shapes: Shape[] = [];

  find(bytes: Uint8Array, from: number, to: number): Shape | undefined {
    return this.#shapes[this.#codes.codeOf(bytes, from, to)];
  }

  add(bytes: Uint8Array, from: number, to: number, shape: Shape): Shape {
    return this.#shapes[this.#codes.codeOf(bytes, from, to)] = shape;
  }
}

/** An element as its children see it: where their values go, and what is known of them. */
export interface Scope {
  readonly kind: "log" | "trace" | "event" | "attribute" | "list" | "global" | "ignored";
  /** Its name as the file writes it; of a global, its scope. */
  readonly element: string;
  /** Its attributes become columns named by their keys, without any exception. */
  readonly plain: boolean;
  /** Bytes of `</element>`, where `plain`. */
  readonly endTag: Pattern;
  /** What stands before the keys of its attributes in the names of columns. */
  readonly prefix: string;
  /** Where its attributes go. */
  readonly table: TableBuilder | undefined;
  readonly shapes: Shapes;
  /** Shape that came first when such an element was read last. */
  first: Shape | undefined;
  /** Scopes of elements in it, by element and key. */
  readonly scopes: Map<string, Scope>;
  /** List: how many values have been read. */
  items: number;
}

export function newScope(
  kind: Scope["kind"],
  element: string,
  prefix: string,
  table: TableBuilder | undefined,
): Scope {
  const plain = kind === "log" || kind === "trace" || kind === "event" || kind === "attribute";
  return {
    kind,
    element,
    plain,
    endTag: plain ? new Pattern(encoder.encode(`</${element}>`)) : NO_TAG,
    prefix,
    table,
    shapes: new Shapes(),
    first: undefined,
    scopes: new Map(),
    items: 0,
  };
}
