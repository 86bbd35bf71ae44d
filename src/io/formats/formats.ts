/**
 * The list of all formats, in the order in which they are tried: signatures of bytes, then XML, JSON, and at last CSV,
 * which any text may be.
 *
 * A new format takes an entry here and, if logs are read from it, one in `src/log/open_export.ts`.
 */
import { foreignBinaries, foreignTexts, jsonLines, otherXml, webPage } from "./foreign.ts";
import type { ForeignFormat, Format } from "./format.ts";

const parquet = {
  name: "parquet",
  recognise: ({ ascii }) => ascii(0, 4) === "PAR1",
} as const satisfies Format;

const duckdb = {
  name: "duckdb",
  recognise: ({ ascii }) => ascii(8, 12) === "DUCK",
} as const satisfies Format;

const sqlite = {
  name: "sqlite",
  recognise: ({ ascii }) => ascii(0, 15) === "SQLite format 3",
} as const satisfies Format;

/** OCEL 1.0 as XML, which has the root element of XES. */
const xmlocel = {
  name: "xmlocel",
  recognise: ({ text, extension }) =>
    text().startsWith("<") && /<log[\s/>]/.test(text()) &&
    (extension === "xmlocel" || /<(ocel|object-types|objects)[\s/>]|scope="object"/.test(text())),
} as const satisfies Format;

const xes = {
  name: "xes",
  gzip: true,
  recognise: ({ text, extension }) =>
    text().startsWith("<") && (/<log[\s/>]/.test(text()) || extension === "xes" || extension === "xml"),
} as const satisfies Format;

const json = {
  name: "json",
  gzip: true,
  recognise: ({ text, extension }) =>
    text().startsWith("{") || (text().startsWith("[") && (extension === "json" || /^\[\s*[{[\]]/.test(text()))),
} as const satisfies Format;

const csv = {
  name: "csv",
  gzip: true,
  recognise: () => true,
} as const satisfies Format;

/** All formats, in the order in which they are tried. */
export const FORMATS = [
  ...[parquet, duckdb, sqlite],
  ...foreignBinaries,
  ...foreignTexts,
  webPage,
  ...[xmlocel, xes],
  otherXml,
  ...[jsonLines, json, csv],
];

/** What a file can be that has been recognised and is of no foreign format. */
export type FormatName = Exclude<typeof FORMATS[number], ForeignFormat>["name"];
