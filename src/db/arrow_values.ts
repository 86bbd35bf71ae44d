/** Values of Arrow columns, in which the WebAssembly build answers, as plain JavaScript: the table in values.ts. */
import { type Column, type DataType, Type } from "@uwdata/flechette";
import { dateOf, decimalOf, exactInteger, intervalSeconds, objectOfEntries, timeOfDay } from "./values.ts";

export function arrayOfArrow(column: Column<unknown>): unknown[] {
  const plain = converterOf(column.type);
  const values: unknown[] = new Array(column.length);
  let i = 0;
  for (const value of column) values[i++] = value === null || value === undefined ? null : plain(value);
  return values;
}

type Converter = (value: unknown) => unknown;

function converterOf(type: DataType): Converter {
  switch (type.typeId) {
    case Type.Int:
      return (value) => exactInteger(value as number | bigint);
    case Type.Decimal:
      return (value) => decimalOf(value as bigint, type.scale);
    case Type.Timestamp:
    case Type.Date:
      return (value) => dateOf(value as number);
    case Type.Time:
      return (value) => timeOfDay(Number(value));
    case Type.Interval:
      return (value) => {
        const [months, days, nanoseconds] = value as [number, number, number];
        return intervalSeconds(months, days, nanoseconds / 1000);
      };
    case Type.Binary:
      return (value) => Uint8Array.from(value as Uint8Array);
    case Type.FixedSizeBinary:
      return (value) => exactInteger(unsigned128(value as Uint8Array));
    case Type.List:
    case Type.FixedSizeList: {
      const convert = orNull(converterOf(type.children[0]!.type));
      return (value) => Array.from(value as ArrayLike<unknown>, convert);
    }
    case Type.Struct: {
      const fields = type.children.map((field) => [field.name, orNull(converterOf(field.type))] as const);
      return (value) =>
        Object.fromEntries(fields.map(([name, convert]) => [name, convert((value as Record<string, unknown>)[name])]));
    }
    case Type.Map: {
      const entry = type.children[0]!.type as { children: { type: DataType }[] };
      const [key, item] = [orNull(converterOf(entry.children[0]!.type)), orNull(converterOf(entry.children[1]!.type))];
      return (value) => objectOfEntries((value as [unknown, unknown][]).map(([k, v]) => [key(k), item(v)] as const));
    }
    default:
      return (value) => value;
  }
}

function orNull(convert: Converter): Converter {
  return (value) => value === null || value === undefined ? null : convert(value);
}

/** UHUGEINT travels as 16 bytes, little-endian. */
function unsigned128(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (view.getBigUint64(8, true) << 64n) | view.getBigUint64(0, true);
}
