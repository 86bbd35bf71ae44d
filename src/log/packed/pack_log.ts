/** A log as few bytes, for a page that mines it: all that miners and filters read. */
import { type Column, takeRows } from "../../base/column.ts";
import type { EventLog } from "../events/event_log.ts";
import type { LogSource } from "../events/log_contents.ts";
import { type ColumnCoding, packColumn } from "./columns.ts";
import { type IntegerCoding, packIntegers } from "./integers.ts";
import { type NumberCoding, packNumbers } from "./numbers.ts";

/** What stands before the blocks, as JSON. Blocks follow in the order of the fields. */
export interface PackedHeader {
  readonly name: string;
  readonly filters: readonly string[];
  readonly mapping: LogSource["mapping"];
  readonly orderBy?: LogSource["orderBy"];
  readonly untimed?: true;
  readonly caseIds: readonly string[];
  readonly activities: readonly string[];
  readonly resources?: readonly string[];
  readonly sizes: IntegerCoding;
  readonly activity: IntegerCoding;
  readonly time: NumberCoding;
  readonly start?: NumberCoding;
  readonly resource?: IntegerCoding;
  /** Attributes that are the same throughout each case, and the others. */
  readonly ofCases: readonly ColumnCoding[];
  readonly ofEvents: readonly ColumnCoding[];
}

export interface PackedLog {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Attributes that found no room. */
  readonly leftOut: readonly string[];
}

export interface PackOptions {
  /** Bytes that the attributes may take before they are deflated: the smallest come first. @default 48 million */
  readonly attributeBytes?: number;
}

/** Packs a log. `unpackLog` gives a log of which every miner says the same. */
export function packLog(log: EventLog, { attributeBytes = 48_000_000 }: PackOptions = {}): PackedLog {
  const { source, caseIds, activities, resources } = log;
  const blocks: Uint8Array[] = [];
  const put = <C>({ coding, block }: { coding: C; block: Uint8Array }): C => {
    blocks.push(block);
    return coding;
  };
  const { kept, leftOut } = fitting(log, attributeBytes);
  const header: PackedHeader = {
    name: log.name,
    filters: log.filters,
    mapping: source.mapping,
    ...(source.orderBy ? { orderBy: source.orderBy } : {}),
    ...(source.untimed ? { untimed: true } : {}),
    caseIds,
    activities,
    ...(resources ? { resources } : {}),
    sizes: put(packIntegers(Int32Array.from(caseIds, (_, c) => log.offsets[c + 1]! - log.offsets[c]!))),
    activity: put(packIntegers(log.activity)),
    time: put(packNumbers(log.time)),
    ...(log.start ? { start: put(packNumbers(log.start)) } : {}),
    ...(log.resource ? { resource: put(packIntegers(log.resource)) } : {}),
    ofCases: kept.filter(({ ofCases }) => ofCases).map(put),
    ofEvents: kept.filter(({ ofCases }) => !ofCases).map(put),
  };
  return { bytes: joined(header, blocks), leftOut };
}

interface PackedAttribute {
  readonly coding: ColumnCoding;
  readonly block: Uint8Array;
  readonly ofCases: boolean;
}

/** The attributes that fit, in their order, and the names of the others. */
function fitting(log: EventLog, room: number): { kept: PackedAttribute[]; leftOut: string[] } {
  const packed = [...new Set(log.attributes)].map((name): PackedAttribute => {
    const column = log.attribute(name)!;
    const ofCases = isOfCases(column, log.offsets);
    return { ...packColumn(ofCases ? takeRows(column, log.offsets.subarray(0, log.cases)) : column), ofCases };
  });
  let used = 0;
  const fits = new Set(
    packed.map((one) => ({ one, bytes: bytesOf(one) })).sort((a, b) => a.bytes - b.bytes)
      .filter(({ bytes }) => (used += bytes) <= room).map(({ one }) => one),
  );
  return {
    kept: packed.filter((one) => fits.has(one)),
    leftOut: packed.filter((one) => !fits.has(one)).map(({ coding }) => coding.name),
  };
}

/** Texts weigh more: they deflate less. */
function bytesOf({ coding, block }: PackedAttribute): number {
  const texts = coding.kind === "text" ? coding.dictionary : [];
  return block.length + 4 * texts.reduce((sum, text) => sum + text.length + 3, 0);
}

function isOfCases(column: Column, offsets: Int32Array): boolean {
  const values = column.kind === "text" ? column.codes : column.values;
  for (let c = 0; c + 1 < offsets.length; c++) {
    const first = values[offsets[c]!]!;
    for (let i = offsets[c]! + 1; i < offsets[c + 1]!; i++) if (!Object.is(values[i], first)) return false;
  }
  return true;
}

function joined(header: PackedHeader, blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + head.length + blocks.reduce((sum, block) => sum + block.length, 0));
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = 4 + head.length;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}
