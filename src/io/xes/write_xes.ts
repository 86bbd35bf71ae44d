/** Writing XES (IEEE 1849-2016): what the reader has read is written so that it is read the same again. */
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Column } from "../../base/column.ts";
import { writeWholeFile } from "../files/write_whole_file.ts";
import { ReadingReport } from "../report/reading_report.ts";
import type { XesExtension } from "./xes_handler.ts";
import { type XesContent, xesTables } from "./xes_tables.ts";
import { escapeXml, type ValueWriter, valueWriter } from "./xes_values.ts";

export type { XesContent } from "./xes_tables.ts";

export interface WriteXesOptions {
  /** Packs the bytes. @default whether the path ends with ".gz" */
  gzip?: boolean;
  /** Findings are added to this report. @default a new one */
  report?: ReadingReport;
}

/**
 * Writes a log as XES to a file (packed where its name ends with `.gz`) or a stream.
 *
 * Text is `string`, time `date` in UTC; numbers are `int` where the whole column is, else `float`. A column `a/b`
 * stands within the attribute `a` of events that have one. Missing values are left out. Characters that XML cannot hold
 * are written as U+FFFD, and times outside of the years 0 to 9999 are left out; the report counts both.
 *
 * @example
 * ```ts
 * import { readXesTable, writeXes } from "tracebook";
 * const xes = `<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/></event></trace></log>`;
 * const raw = await readXesTable(new TextEncoder().encode(xes));
 * await writeXes(await Deno.makeTempFile({ suffix: ".xes.gz" }), raw);
 * ```
 * @returns what could not be written as it was.
 * @throws InputError if the file cannot be written, or nothing says which events are a case.
 */
export async function writeXes(
  target: string | WritableStream<Uint8Array>,
  content: XesContent,
  options: WriteXesOptions = {},
): Promise<ReadingReport> {
  const report = options.report ?? new ReadingReport();
  const gzip = options.gzip ?? (typeof target === "string" && /\.gz$/i.test(target));
  if (typeof target === "string") await writeWholeFile(target, xesText(content, report), { gzip });
  else {
    const bytes = Readable.from(xesBytes(content, report));
    const packed = gzip ? bytes.pipe(createGzip()) : bytes;
    await (Readable.toWeb(packed) as ReadableStream<Uint8Array>).pipeTo(target);
  }
  return report;
}

/** Text is encoded in parts of about so many characters. */
const PART = 1 << 17;

/** The document in parts. */
export function* xesBytes(content: XesContent, report = new ReadingReport()): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for (const part of xesText(content, report)) {
    text += part;
    if (text.length < PART) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}

function* xesText(content: XesContent, report: ReadingReport): Generator<string> {
  const { events, traces, of } = xesTables(content, report);
  const traceAttributes = attributeTree(traces.columns, report);
  const eventAttributes = attributeTree(events.columns, report);
  const { rows, ends } = rowsByTrace(of, traces.rows, content.rows);

  yield head(content, [...traces.columns, ...events.columns], report);
  for (let trace = 0; trace < traces.rows; trace++) {
    const from = ends[trace]!, to = ends[trace + 1]!;
    if (from === to && content.rows) continue;
    yield `\t<trace>\n${attributesText(traceAttributes, trace, 2, 0)}`;
    for (let i = from; i < to; i++) {
      yield `\t\t<event>\n${attributesText(eventAttributes, rows[i]!, 3, 0)}\t\t</event>\n`;
    }
    yield "\t</trace>\n";
  }
  for (let i = ends[traces.rows]!; i < rows.length; i++) {
    yield `\t<event>\n${attributesText(eventAttributes, rows[i]!, 2, 0)}\t</event>\n`;
  }
  yield "</log>\n";
}

/** Rows grouped by trace in the order given; trace t has those from `ends[t]` to `ends[t + 1]`, the last have none. */
function rowsByTrace(of: Int32Array, traces: number, chosen: Int32Array | undefined) {
  const given = chosen ?? new Int32Array(of.length).map((_, row) => row);
  const ends = new Int32Array(traces + 2);
  const group = (row: number) => of[row]! < 0 ? traces : of[row]!;
  for (const row of given) ends[group(row) + 1]!++;
  for (let t = 0; t <= traces; t++) ends[t + 1]! += ends[t]!;
  const next = ends.slice();
  const rows = new Int32Array(given.length);
  for (const row of given) rows[next[group(row)]!++] = row;
  return { rows, ends };
}

/** A column as an attribute, and the columns that stand within it. */
interface Attribute {
  readonly name: string;
  readonly value: ValueWriter;
  /** The tag up to its value: at the top, then within each of the attributes around it, outermost first. */
  readonly tags: string[];
  readonly children: Attribute[];
}

function attributeTree(columns: readonly Column[], report: ReadingReport): Attribute[] {
  const byName = new Map<string, Attribute>(
    columns.map((column) => {
      const value = valueWriter(column, column.name, report);
      return [column.name, { name: column.name, value, tags: [], children: [] }];
    }),
  );
  const roots: Attribute[] = [];
  for (const attribute of byName.values()) {
    const around = attributesAround(attribute.name, byName);
    for (const outer of [undefined, ...around]) {
      const key = outer ? attribute.name.slice(outer.name.length + 1) : attribute.name;
      attribute.tags.push(`<${attribute.value.type} key="${escapeXml(key, report)}" value="`);
    }
    (around.at(-1)?.children ?? roots).push(attribute);
  }
  return roots;
}

/** The attributes whose names a name begins with, outermost first. */
function attributesAround(name: string, byName: ReadonlyMap<string, Attribute>): Attribute[] {
  const around: Attribute[] = [];
  for (let at = name.indexOf("/"); at >= 0; at = name.indexOf("/", at + 1)) {
    const outer = byName.get(name.slice(0, at));
    if (outer) around.push(outer);
  }
  return around;
}

/** @param within Place in `tags` of the innermost attribute that is written around these. */
function attributesText(attributes: readonly Attribute[], row: number, indent: number, within: number): string {
  let text = "";
  for (const { value, tags, children } of attributes) {
    const own = value.text(row);
    if (own === undefined) {
      // Its children are written in its place, with their whole path for a key.
      if (children.length > 0) text += attributesText(children, row, indent, within);
      continue;
    }
    const begin = `${"\t".repeat(indent)}${tags[within]}${own}`;
    const inner = children.length > 0 ? attributesText(children, row, indent + 1, tags.length) : "";
    text += inner === "" ? `${begin}"/>\n` : `${begin}">\n${inner}${"\t".repeat(indent)}</${value.type}>\n`;
  }
  return text;
}

const STANDARD_EXTENSIONS = ["Concept", "Lifecycle", "Time", "Cost", "Semantic", "Micro"]
  .map((name) => extension(name, name.toLowerCase()))
  .concat(extension("Organizational", "org"), extension("Identity", "identity"));

function extension(name: string, prefix: string): XesExtension {
  return { name, prefix, uri: `http://www.xes-standard.org/${prefix}.xesext` };
}

function head(
  { extensions, globals, classifiers }: XesContent,
  columns: readonly Column[],
  report: ReadingReport,
): string {
  const escape = (text: string) => escapeXml(text, report);
  const used = new Set(columns.map(({ name }) => name.slice(0, Math.max(0, name.indexOf(":")))));
  let text = '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<log xes.version="1849.2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">\n';
  for (const { name, prefix, uri } of extensions ?? STANDARD_EXTENSIONS.filter(({ prefix }) => used.has(prefix))) {
    text += `\t<extension name="${escape(name)}" prefix="${escape(prefix)}" uri="${escape(uri)}"/>\n`;
  }
  for (const scope of ["trace", "event"] as const) {
    const declared = globals?.filter((global) => global.scope === scope) ?? [];
    if (declared.length === 0) continue;
    const lines = declared.map(({ type, key, value }) =>
      `\t\t<${type} key="${escape(key)}" value="${escape(value)}"/>\n`
    );
    text += `\t<global scope="${scope}">\n${lines.join("")}\t</global>\n`;
  }
  for (const [name, keys] of classifiers ?? []) {
    const quoted = keys.map((key) => /\s/.test(key) ? `'${key}'` : key).join(" ");
    text += `\t<classifier name="${escape(name)}" keys="${escape(quoted)}"/>\n`;
  }
  return text;
}
