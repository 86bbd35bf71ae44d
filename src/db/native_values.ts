/** Values of the native binding's vectors as plain JavaScript: the table in values.ts. */
import type {
  DuckDBArrayType,
  DuckDBDecimalType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBType,
  DuckDBUnionType,
  DuckDBVector,
} from "@duckdb/node-api";
import { dateOf, decimalOf, exactInteger, intervalSeconds, objectOfEntries, timeOfDay } from "./values.ts";

/** Appends all values of a vector to `into`. */
export function arrayOfVector(vector: DuckDBVector, type: DuckDBType, into: unknown[]): void {
  const plain = converterOf(type);
  for (let i = 0; i < vector.itemCount; i++) {
    const value = vector.getItem(i);
    into.push(value === null ? null : plain(value));
  }
}

type Converter = (value: unknown) => unknown;

/** Type ids of DuckDB's C interface, as the binding hands them on. */
const TypeId = {
  BIGINT: 5,
  UBIGINT: 9,
  TIMESTAMP: 12,
  DATE: 13,
  TIME: 14,
  INTERVAL: 15,
  HUGEINT: 16,
  BLOB: 18,
  DECIMAL: 19,
  TIMESTAMP_S: 20,
  TIMESTAMP_MS: 21,
  TIMESTAMP_NS: 22,
  LIST: 24,
  STRUCT: 25,
  MAP: 26,
  UUID: 27,
  UNION: 28,
  BIT: 29,
  TIMESTAMP_TZ: 31,
  UHUGEINT: 32,
  ARRAY: 33,
} as const;

function converterOf(type: DuckDBType): Converter {
  switch (type.typeId as number) {
    case TypeId.BIGINT:
    case TypeId.UBIGINT:
    case TypeId.HUGEINT:
    case TypeId.UHUGEINT:
      return (value) => exactInteger(value as bigint);
    case TypeId.DECIMAL: {
      const { scale } = type as DuckDBDecimalType;
      return (value) => decimalOf((value as { value: bigint }).value, scale);
    }
    case TypeId.TIMESTAMP:
    case TypeId.TIMESTAMP_TZ:
      return (value) => dateOf(Number((value as { micros: bigint }).micros) / 1000);
    case TypeId.TIMESTAMP_S:
      return (value) => dateOf(Number((value as { seconds: bigint }).seconds) * 1000);
    case TypeId.TIMESTAMP_MS:
      return (value) => dateOf(Number((value as { millis: bigint }).millis));
    case TypeId.TIMESTAMP_NS:
      return (value) => dateOf(Number((value as { nanos: bigint }).nanos) / 1e6);
    case TypeId.DATE:
      return (value) => dateOf((value as { days: number }).days * 86_400_000);
    case TypeId.TIME:
      return (value) => timeOfDay(Number((value as { micros: bigint }).micros));
    case TypeId.INTERVAL:
      return (value) => {
        const { months, days, micros } = value as { months: number; days: number; micros: bigint };
        return intervalSeconds(months, days, Number(micros));
      };
    case TypeId.BLOB:
      return (value) => Uint8Array.from((value as { bytes: Uint8Array }).bytes);
    case TypeId.BIT:
      return (value) => Uint8Array.from((value as { data: Uint8Array }).data);
    case TypeId.UUID:
      return String;
    case TypeId.LIST:
    case TypeId.ARRAY:
      return listConverter((type as DuckDBListType | DuckDBArrayType).valueType);
    case TypeId.STRUCT:
      return structConverter(type as DuckDBStructType);
    case TypeId.MAP:
      return mapConverter(type as DuckDBMapType);
    case TypeId.UNION:
      return unionConverter(type as DuckDBUnionType);
    default:
      return (value) => typeof value === "object" ? String(value) : value;
  }
}

function orNull(convert: Converter): Converter {
  return (value) => value === null || value === undefined ? null : convert(value);
}

function listConverter(itemType: DuckDBType): Converter {
  const convert = orNull(converterOf(itemType));
  return (value) => (value as { items: readonly unknown[] }).items.map(convert);
}

function structConverter(type: DuckDBStructType): Converter {
  const fields = type.entryNames.map((name, i) => [name, orNull(converterOf(type.entryTypes[i]!))] as const);
  return (value) => {
    const { entries } = value as { entries: Record<string, unknown> };
    return Object.fromEntries(fields.map(([name, convert]) => [name, convert(entries[name])]));
  };
}

function mapConverter(type: DuckDBMapType): Converter {
  const [key, item] = [orNull(converterOf(type.keyType)), orNull(converterOf(type.valueType))];
  return (value) =>
    objectOfEntries(
      (value as { entries: { key: unknown; value: unknown }[] }).entries.map((e) => [key(e.key), item(e.value)]),
    );
}

function unionConverter(type: DuckDBUnionType): Converter {
  const members = new Map(type.memberTags.map((tag, i) => [tag, orNull(converterOf(type.memberTypes[i]!))]));
  return (value) => {
    const { tag, value: inner } = value as { tag: string; value: unknown };
    return members.get(tag)?.(inner) ?? null;
  };
}
