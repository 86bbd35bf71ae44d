/**
 * Rows in = rows out + rows told: nothing is lost in silence.
 *
 * - Rows in: of a CSV the lines that are not blank, but for the header and `sep=`, counted here and not by the reader,
 *   where no quote makes a cell of several lines; of XES the start tags of events; of Parquet and DuckDB files
 *   DuckDB's `count(*)`. Else, what the reader says it has read (`source`).
 * - Rows out: the events or interactions of the log; where a start and a complete became one interval, both.
 * - Rows told: the counts of the findings that say that a row is left out, or that a line stands above the header.
 */
import { Buffer } from "node:buffer";
import { isUtf8 } from "node:buffer";
import { gunzipSync } from "node:zlib";
import { EventLog, type InteractionLog } from "../../src/log/mod.ts";
import { openNative } from "../../src/db/native.ts";
import { literal } from "../../src/base/sql_text.ts";
import type { FormatName } from "./formats.ts";

const LEFT_OUT: ReadonlySet<string> = new Set([
  "row left out",
  "line above header",
  "incognito left out",
  "privacy: row left out",
]);

/** What is wrong with the counts; undefined where they agree, or the input does not tell how many rows it has. */
export async function rowsLost(
  format: FormatName,
  path: string,
  log: EventLog | InteractionLog,
): Promise<string | undefined> {
  const { findings } = log.source;
  const told = findings.reduce((sum, { rule, count }) => sum + (LEFT_OUT.has(rule) ? count : 0), 0);
  const isEvents = log instanceof EventLog;
  const out = isEvents
    ? log.events + (log.startRows?.reduce((sum, row) => sum + (row >= 0 ? 1 : 0), 0) ?? 0)
    : log.interactions;
  const counted = await rowsIn(format, path, findings.map(({ rule }) => rule));
  if (counted !== undefined) {
    return counted === out + told ? undefined : `${counted} rows in, ${out} out and ${told} told`;
  }
  const read = isEvents ? log.source.events.rows : log.source.interactions.rows;
  // The reader's own count lacks the rows that it left out itself.
  return read <= out + told ? undefined : `${read} rows read, ${out} out and ${told} told`;
}

async function rowsIn(format: FormatName, path: string, rules: readonly string[]): Promise<number | undefined> {
  switch (format) {
    case "parquet":
      return await databaseRows(`read_parquet(${literal(path)})`);
    case "duckdb":
      return await databaseRows("file.events", path);
    case "xes":
    case "xes.gz":
      return rules.includes("element left out") ? undefined : xesEvents(contentOf(path));
    default:
      return csvLines(contentOf(path));
  }
}

function contentOf(path: string): Uint8Array {
  const bytes = Deno.readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? new Uint8Array(gunzipSync(bytes)) : bytes;
}

async function databaseRows(relation: string, attached?: string): Promise<number | undefined> {
  const database = await openNative();
  try {
    if (attached !== undefined) await database.query(`ATTACH ${literal(attached)} AS file (READ_ONLY)`);
    const { columns } = await database.query(`SELECT count(*) FROM ${relation}`);
    return Number(columns[0]![0]);
  } catch {
    return undefined;
  } finally {
    await database.close();
  }
}

/** Undefined where comments, sections or another encoding may hold what looks like a tag. */
function xesEvents(bytes: Uint8Array): number | undefined {
  const text = Buffer.from(bytes).toString("latin1");
  if (!isUtf8(bytes) || bytes.includes(0) || /<!|<\?(?!xml\s)|encoding/.test(text.replace(/encoding="utf-8"/i, ""))) {
    return undefined;
  }
  return text.match(/<(?:[\w.-]+:)?event(?=[\s/>])/g)?.length ?? 0;
}

/** Undefined where quotes, blank cells or wide characters make a line something else than a row. */
function csvLines(bytes: Uint8Array): number | undefined {
  if (bytes.includes(0x22) || bytes.includes(0) || (bytes[0] === 0xff && bytes[1] === 0xfe)) return undefined;
  const text = Buffer.from(bytes).toString("latin1").replace(/^\xef\xbb\xbf/, "");
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== "");
  if (lines.some((line) => line.trim() === "")) return undefined;
  return lines.length - (/^sep=.$/i.test(lines[0] ?? "") ? 2 : 1);
}
