/** The log that `packLog` packed, without a database. */
import { EventLog } from "../events/event_log.ts";
import { noDatabase } from "../sql.ts";
import { caseOfEvents } from "../events/case_of_events.ts";
import { type ColumnCoding, unpackColumn, wholeNumbers } from "./columns.ts";
import type { IntegerCoding } from "./integers.ts";
import { type NumberCoding, unpackNumbers } from "./numbers.ts";
import type { PackedHeader } from "./pack_log.ts";

export function unpackLog(bytes: Uint8Array): EventLog {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as PackedHeader;
  let at = 4 + headLength;
  const block = (length: number) => bytes.subarray(at, at += length);
  const whole = (coding: IntegerCoding) => wholeNumbers(coding, block(coding.length * coding.bytes));
  const numbers = (coding: NumberCoding) => unpackNumbers(coding, block(bytesOfNumbers(coding)));

  const sizes = whole(header.sizes);
  const offsets = new Int32Array(sizes.length + 1);
  for (let c = 0; c < sizes.length; c++) offsets[c + 1] = offsets[c]! + sizes[c]!;
  const events = offsets[sizes.length]!;
  const columns = {
    offsets,
    caseIds: header.caseIds,
    activities: header.activities,
    activity: whole(header.activity),
    time: numbers(header.time),
    ...(header.start ? { start: numbers(header.start) } : {}),
    ...(header.resource && header.resources ? { resource: whole(header.resource), resources: header.resources } : {}),
    rows: Int32Array.from({ length: events }, (_, i) => i),
  };
  const attribute = (coding: ColumnCoding) => unpackColumn(coding, block(bytesOfColumn(coding)));
  const traces = {
    table: { rows: sizes.length, columns: header.ofCases.map(attribute) },
    of: caseOfEvents({ offsets }),
  };
  const source = {
    name: header.name,
    mapping: header.mapping,
    events: { rows: events, columns: header.ofEvents.map(attribute) },
    traces,
    ...(header.orderBy ? { orderBy: header.orderBy } : {}),
    ...(header.untimed ? { untimed: true as const } : {}),
    findings: [],
    database: noDatabase,
  };
  return new EventLog(columns, source, header.filters);
}

function bytesOfNumbers(coding: NumberCoding): number {
  return coding.kind === "float" ? coding.length * 8 : coding.integers.length * coding.integers.bytes;
}

function bytesOfColumn(coding: ColumnCoding): number {
  if (coding.kind === "text") return coding.codes.length * coding.codes.bytes;
  return coding.kind === "boolean" ? coding.values.length * coding.values.bytes : bytesOfNumbers(coding.values);
}
