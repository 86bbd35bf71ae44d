/** One door for the files of models: PNML, PTML and BPMN, told apart by the ending of their names. */
import { openBytes } from "../../io/bytes/byte_source.ts";
import { InputError } from "../../base/errors.ts";
import { wordList } from "../../base/lists.ts";
import { MAX_MODEL_BYTES, megabytes } from "../../io/limits.ts";
import { writeWholeFile } from "../../io/files/write_whole_file.ts";
import { parseXmlBytes, type XmlElement } from "../../io/xml/xml_tree.ts";
import { Bpmn } from "../bpmn.ts";
import { ProcessTree } from "../process_tree.ts";
import { type ConvertibleModel, type Model, modelAs, type ModelKind } from "../convert/model_as.ts";
import { bpmnProcess, type ReadBpmnOptions, writeBpmn } from "./bpmn_xml.ts";
import { noteTaker } from "./notes.ts";
import { pnmlNet, type ReadPnmlOptions, writePnml } from "./pnml.ts";
import { ptmlTree, writePtml } from "./ptml.ts";
import { foundInModelsPlace } from "../given_model.ts";

export type ReadModelFileOptions = ReadPnmlOptions & ReadBpmnOptions;

/**
 * Reads a process tree (`.ptml`), a Petri net (`.pnml`) or a BPMN process (`.bpmn`) from a file, gzipped or not; of a
 * file `.xml`, its first element tells which. The encoding is the one that the file declares.
 *
 * What is assumed or left out is said in notes; see `parsePnml`, `parsePtml` and `parseBpmn`.
 *
 * @example
 * ```ts
 * import { parseProcessTree, readModel, writeModel } from "tracebook";
 * const path = await Deno.makeTempFile({ suffix: ".pnml" });
 * await writeModel(parseProcessTree("->( 'a', 'b' )"), path);
 * String(await readModel(path));
 * ```
 * @throws InputError if the file is missing, its ending another, or its content not what its ending says.
 */
export async function readModel(path: string, options: ReadModelFileOptions = {}): Promise<Model> {
  if (typeof path !== "string") {
    throw new InputError(`Expected the path of a model's file, as text, but found ${foundInModelsPlace(path)}.`);
  }
  const ending = endingOf(path);
  if (ending !== ".xml" && !(ending in KIND_OF)) throw unknownEnding(path, "read", [...Object.keys(KIND_OF), ".xml"]);
  const { name, chunks } = await openBytes(path);
  const root = parseXmlBytes(await allBytes(chunks, name), name, noteTaker(options));
  if (root.name === "log" || root.name === "WorkflowLog") {
    throw new InputError(
      `${name}: expected a model but found a log (<${root.qualifiedName}>). Discover a model from it first: ` +
        `discoverInductive(await readLog(…)), or tb discover inductive LOG --out model.pnml.`,
    );
  }
  const kind = KIND_OF[ending as keyof typeof KIND_OF] ?? kindOfContent(root);
  return kind === "net"
    ? pnmlNet(root, options)
    : kind === "tree"
    ? ptmlTree(root, options)
    : bpmnProcess(root, options);
}

/**
 * Writes a model to a file: as PTML, PNML or BPMN, by the ending of its name, converted where it is of another kind;
 * packed where a `.gz` follows.
 *
 * @throws InputError if the ending is another, the model cannot be converted, a name has a character that XML cannot
 * hold, or the file cannot be written.
 */
export async function writeModel(model: ConvertibleModel, path: string): Promise<void> {
  if (typeof path !== "string") {
    throw new InputError(
      `Expected the path of the file to write, as text, but found ${foundInModelsPlace(path)}.\n` +
        'Write writeModel(model, "model.pnml").',
    );
  }
  const kind = modelKindOfPath(path);
  if (!kind) throw unknownEnding(path, "written", Object.keys(KIND_OF));
  await writeWholeFile(path, modelText(modelAs(model, kind)), { gzip: /\.gz$/i.test(path) });
}

/** What a file of that name holds by its ending; undefined for endings that are not written. */
export function modelKindOfPath(path: string): ModelKind | undefined {
  return KIND_OF[endingOf(path) as keyof typeof KIND_OF];
}

const KIND_OF = { ".ptml": "tree", ".pnml": "net", ".bpmn": "bpmn" } as const;

function modelText(model: Model): string {
  if (model instanceof ProcessTree) return writePtml(model);
  return model instanceof Bpmn ? writeBpmn(model) : writePnml(model);
}

function endingOf(path: string): string {
  return /\.[a-z0-9]+$/.exec(path.toLowerCase().replace(/\.gz$/, ""))?.[0] ?? "";
}

function unknownEnding(path: string, what: string, endings: readonly string[]): InputError {
  const ending = endingOf(path);
  return new InputError(
    `${path}: expected a name that ends with ${
      wordList(endings, "or")
    } (a process tree, a Petri net, BPMN) for a model to be ${what} but ` +
      `found ${ending === "" ? "no ending" : `"${ending}"`}.${
        LOG_ENDINGS.includes(ending)
          ? " That is the ending of a log: discover a model from it first (tb discover)."
          : ""
      }`,
  );
}

const LOG_ENDINGS = [".xes", ".csv", ".tsv", ".parquet", ".duckdb", ".mxml"];

function kindOfContent(root: XmlElement): ModelKind {
  const kind = ({ ptml: "tree", pnml: "net", definitions: "bpmn" } as const)[root.name];
  if (kind) return kind;
  throw new InputError(
    `${root.file}, line ${root.line}: expected a model, beginning with <pnml>, <ptml> or <definitions>, but found ` +
      `<${root.qualifiedName}>.`,
  );
}

async function allBytes(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    parts.push(chunk.slice());
    bytes += chunk.length;
    if (bytes <= MAX_MODEL_BYTES) continue;
    throw new InputError(
      `${name}: expected a model of at most ${megabytes(MAX_MODEL_BYTES)}, unpacked, but found more. ` +
        "Is it a log? If it is a model, leave out its layout and what else only a drawing tool reads.",
    );
  }
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
