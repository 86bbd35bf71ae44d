/** Notebook files: nbformat 4, read strictly and written atomically. */
import { InputError } from "../base/errors.ts";
import { isDeeper } from "./depth.ts";
import { readTextFile } from "../io/files/read_text_file.ts";
import { writeWholeFile } from "../io/files/write_whole_file.ts";
import { MAX_JSON_CHARACTERS } from "../io/limits.ts";

export interface StreamOutput {
  output_type: "stream";
  name: "stdout" | "stderr";
  text: string;
}

/** MIME type → content: text, or JSON for `…+json`. */
export type MimeBundle = Record<string, unknown>;

export interface DisplayOutput {
  output_type: "display_data";
  data: MimeBundle;
  metadata: Record<string, unknown>;
}

export interface ResultOutput {
  output_type: "execute_result";
  execution_count: number | null;
  data: MimeBundle;
  metadata: Record<string, unknown>;
}

export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}

export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

export interface Cell {
  id: string;
  cell_type: "code" | "markdown" | "raw";
  metadata: Record<string, unknown>;
  source: string;
  /** Code cells only. */
  execution_count?: number | null;
  outputs?: Output[];
  /** Markdown and raw cells only. */
  attachments?: Record<string, MimeBundle>;
}

export interface Notebook {
  nbformat: 4;
  nbformat_minor: number;
  metadata: Record<string, unknown>;
  cells: Cell[];
}

/** @throws InputError if the file is missing, too large, or no nbformat 4 notebook. */
export async function readNotebook(path: string): Promise<Notebook> {
  let content: string;
  try {
    content = await readTextFile(path, MAX_JSON_CHARACTERS, "a notebook");
  } catch (error) {
    if (error instanceof InputError) throw error;
    const missing = (error as { code?: unknown }).code === "ENOENT";
    throw new InputError(`${path}: expected a notebook but found ${missing ? "no file" : (error as Error).message}.`);
  }
  return parseNotebook(content, path);
}

/** Charts described in JSON take about twenty. */
const MOST_LEVELS = 200;

/**
 * A notebook from its JSON. Text given as a list of lines becomes one string; cells without an id (before nbformat 4.5)
 * get one from their position.
 *
 * @throws InputError if the text is no nbformat 4 notebook.
 */
export function parseNotebook(content: string, name: string): Notebook {
  const wrong = (expected: string, found: string) =>
    new InputError(`${name}: expected ${expected} but found ${found}.`);
  let raw: Record<string, unknown>;
  try {
    raw = JSON.parse(content.replace(/^\ufeff/, ""));
  } catch (error) {
    throw wrong("a notebook (JSON)", `text that JSON cannot read: ${(error as Error).message}`);
  }
  if (isDeeper(raw, MOST_LEVELS)) {
    throw wrong(
      `a notebook whose values lie at most ${MOST_LEVELS} levels deep`,
      "deeper ones: no notebook needs them",
    );
  }
  if (raw === null || typeof raw !== "object" || raw.nbformat !== 4) {
    throw wrong("a notebook of nbformat 4", `nbformat ${JSON.stringify(raw?.nbformat) ?? "missing"}`);
  }
  const other = otherLanguage(raw.metadata);
  if (other !== undefined) {
    throw wrong(
      "a notebook in TypeScript",
      `a notebook for ${other}, whose cells cannot run here. Run it with Jupyter, or write its cells in TypeScript and ` +
        `choose the kernel Tracebook`,
    );
  }
  if (!Array.isArray(raw.cells)) throw wrong("a list of cells", typeof raw.cells);
  const ids = new Set<string>();
  const cells = raw.cells.map((cell: Record<string, unknown>, i): Cell => {
    const type = cell?.cell_type as Cell["cell_type"];
    if (type !== "code" && type !== "markdown" && type !== "raw") {
      throw wrong(`cell ${i + 1} to be code, markdown or raw`, JSON.stringify(type) ?? "no cell_type");
    }
    let id = typeof cell.id === "string" && cell.id !== "" ? cell.id : `cell-${i + 1}`;
    while (ids.has(id)) id += "-2";
    ids.add(id);
    const shared = {
      id,
      cell_type: type as Cell["cell_type"],
      metadata: (cell.metadata ?? {}) as Record<string, unknown>,
      source: joined(cell.source),
      ...(cell.attachments && type !== "code" ? { attachments: cell.attachments as Record<string, MimeBundle> } : {}),
    };
    if (type !== "code") return shared;
    const outputs = Array.isArray(cell.outputs) ? cell.outputs.map(readOutput) : [];
    return { ...shared, execution_count: (cell.execution_count ?? null) as number | null, outputs };
  });
  const minor = typeof raw.nbformat_minor === "number" ? Math.max(raw.nbformat_minor, 5) : 5;
  return { nbformat: 4, nbformat_minor: minor, metadata: (raw.metadata ?? {}) as Record<string, unknown>, cells };
}

/** The language that the metadata name, if it is none that runs here; undefined also where they name none. */
function otherLanguage(metadata: unknown): string | undefined {
  const { kernelspec, language_info } = (metadata ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const named = language_info?.name ?? kernelspec?.language;
  if (typeof named !== "string" || /^(typescript|javascript|deno|ts|js)?$/i.test(named)) return undefined;
  return named.slice(0, 1).toUpperCase() + named.slice(1, 40);
}

/** The notebook's JSON as Jupyter writes it: one space of indent, text as lists of lines, keys sorted. */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(cell.source),
    ...(cell.outputs ? { outputs: cell.outputs.map(writeOutput) } : {}),
  }));
  return JSON.stringify(sortKeys({ ...notebook, cells }), null, 1) + "\n";
}

/** Writes beside the target first and renames: a reader never sees half a notebook. */
export async function writeNotebook(path: string, notebook: Notebook): Promise<void> {
  await writeAtomically(path, formatNotebook(notebook));
}

/** Writes a text file whole, in a folder that is made if need be. @throws InputError as `writeWholeFile` does. */
export async function writeAtomically(path: string, content: string): Promise<void> {
  await writeWholeFile(path, content, { makeFolder: true });
}

export function tagsOf(cell: Cell): string[] {
  return Array.isArray(cell.metadata.tags) ? cell.metadata.tags.filter((tag) => typeof tag === "string") : [];
}

function joined(text: unknown): string {
  return Array.isArray(text) ? text.join("") : typeof text === "string" ? text : "";
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function readOutput(raw: Record<string, unknown>): Output {
  const output = { ...raw } as Record<string, unknown>;
  if (output.output_type === "stream") output.text = joined(output.text);
  if (output.data) output.data = mapText(output.data as MimeBundle, joined);
  if (output.output_type === "error") {
    const { ename, evalue, traceback } = output;
    output.ename = typeof ename === "string" ? ename : "Error";
    output.evalue = typeof evalue === "string" ? evalue : "";
    output.traceback = Array.isArray(traceback) ? traceback.filter((line) => typeof line === "string") : [];
  }
  return output as unknown as Output;
}

function writeOutput(output: Output): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  if ("data" in output) return { ...output, data: mapText(output.data, lines) };
  return output;
}

/** Applies `change` to every MIME type of text; JSON types hold any value and stay as they are. */
function mapText(data: MimeBundle, change: (text: string) => unknown): MimeBundle {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => {
      const isText = !/[/+]json$/.test(type) && (typeof value === "string" || Array.isArray(value));
      return [type, isText ? change(joined(value)) : value];
    }),
  );
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
