/** What kind of file it is, by its first bytes and then its name; what kind of log it holds, by its columns. */
import { basename } from "node:path";
import type { Table } from "../../base/column.ts";
import { openBytes } from "../bytes/byte_source.ts";
import { sniffEncoding } from "../bytes/encoding.ts";
import { InputError } from "../../base/errors.ts";
import { isActivityWatch } from "../interactions/activity_watch.ts";
import { isActionLogger } from "../interactions/action_logger.ts";
import { isCanonical } from "../interactions/canonical.ts";
import { isCpn } from "../interactions/cpn.ts";
import { isSmartRpa } from "../interactions/smart_rpa.ts";

export type Format =
  | "csv"
  | "csv.gz"
  | "xes"
  | "xes.gz"
  | "json"
  | "json.gz"
  | "xmlocel"
  | "parquet"
  | "duckdb"
  | "sqlite";

/**
 * The format of a file. Contents go before the extension, so that a misnamed file is read as what it is.
 *
 * @throws InputError if the file is missing, a directory, empty, a spreadsheet or an archive.
 */
export async function detectFormat(path: string): Promise<Format> {
  const { head, gzipped, chunks } = await openBytes(path);
  const name = basename(path);
  if (head.length === 0) throw new InputError(`${name}: expected a log but the file is empty.`);
  const format = binaryFormat(head, name);
  if (format) return format;
  if (!gzipped) return textFormat(head, name, name);
  for await (const chunk of chunks) {
    const inner = textFormat(chunk.subarray(0, 4096), name.replace(/\.gz$/i, ""), name);
    if (inner === "csv" || inner === "xes" || inner === "json") return `${inner}.gz`;
    throw new InputError(`${name}: expected gzipped CSV, XES or JSON but found gzipped ${inner}. Unpack it first.`);
  }
  throw new InputError(`${name}: expected a log but the gzipped file is empty.`);
}

function binaryFormat(head: Uint8Array, name: string): Format | undefined {
  const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  if (ascii(0, 4) === "PAR1") return "parquet";
  if (ascii(8, 12) === "DUCK") return "duckdb";
  if (ascii(0, 15) === "SQLite format 3") return "sqlite";
  if (ascii(0, 4) === "PK\x03\x04") {
    throw new InputError(
      /\.(xlsx|xlsm|xlsb|ods)$/i.test(name) || ascii(30, 100).includes("[Content_Types].xml")
        ? `${name}: expected a log but found a spreadsheet. Export its sheet as CSV (UTF-8).`
        : `${name}: expected a log but found a zip archive. Unpack it and name the file inside.`,
    );
  }
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0) {
    throw new InputError(
      `${name}: expected a log but found an old spreadsheet (.xls). Export its sheet as CSV (UTF-8).`,
    );
  }
  if (ascii(0, 4) === "%PDF") throw new InputError(`${name}: expected a log but found a PDF document.`);
  if (
    ascii(0, 3) === "BZh" || ascii(0, 6) === "\xfd7zXZ\0" || ascii(0, 4) === "\x28\xb5\x2f\xfd" || ascii(0, 2) === "7z"
  ) {
    throw new InputError(`${name}: expected a log but found an archive that cannot be read here. Unpack it first.`);
  }
  return undefined;
}

function textFormat(head: Uint8Array, extensionOf: string, name: string): "csv" | "xes" | "json" | "xmlocel" {
  const start = new TextDecoder(sniffEncoding(head, name)).decode(head).trimStart();
  const extension = /\.([^.]+)$/.exec(extensionOf)?.[1]?.toLowerCase() ?? "";
  if (start.startsWith("<")) {
    if (/^<(!doctype\s+)?html[\s>]/i.test(start)) {
      throw new InputError(`${name}: expected a log but found a web page. Was it saved from a login or an error page?`);
    }
    if (/<log[\s>]/.test(start) && (extension === "xmlocel" || /<(ocel|object-types)[\s>]/.test(start))) {
      return "xmlocel";
    }
    if (/<log[\s>]/.test(start) || extension === "xes" || extension === "xml") return "xes";
    if (!["csv", "tsv", "txt"].includes(extension)) {
      const root = /<([A-Za-z][\w:.-]*)/.exec(start)?.[1];
      throw new InputError(
        `${name}: expected a log (XES has the root element <log>) but found XML` + (root ? ` of <${root}>.` : "."),
      );
    }
  }
  if (start.startsWith("{") || (start.startsWith("[") && (extension === "json" || /^\[\s*[{[\]]/.test(start)))) {
    return "json";
  }
  return "csv";
}

/**
 * Whether a table is a log of events or of interactions: of interactions if its columns are those of a recorder, or
 * if it says where people worked (application, window, element) and what they did, but not in which case.
 */
export function detectKind(columns: Table["columns"]): "events" | "interactions" {
  const names = columns.map((column) => column.name);
  if ([isCanonical, isActionLogger, isCpn, isSmartRpa, isActivityWatch].some((fits) => fits(names))) {
    return "interactions";
  }
  const plain = new Set(names.map((name) => name.toLowerCase().replace(/[^a-z]/g, "")));
  const has = (words: string) => words.split(" ").some((word) => plain.has(word));
  const places = [
    "app application appname applicationname targetapp program exe anwendung programm applicatie " +
    "aplicacion logiciel activeapplication nameapp applicationprocessname",
    "window windowtitle applicationwindowtitle title url fenster fenstertitel ventana fenetre venster",
    "element " +
    "elementname elementid uielement uielementname controlname field fieldname control widget button clipboard targetid",
  ].filter(has).length;
  const acts = has(
    "action eventtype typeevent actiontype actionname interaction key keystroke click aktion accion actie",
  );
  const inCase = has("caseid case caseconceptname conceptname activity");
  return places >= 2 || (places === 1 && acts && !inCase) ? "interactions" : "events";
}
