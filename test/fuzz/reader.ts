/**
 * Reads one input after another, told on stdin as `FORMAT<tab>PATH`, and says on stdout how each went, as a line of JSON.
 * It is a process of its own, so that an input that never ends or takes all memory ends nothing else.
 */
import { TextLineStream } from "./lines.ts";
import { TracebookError } from "../../src/base/errors.ts";
import { readMappingFile } from "../../src/io/mapping/mapping_file.ts";
import { EventLog, type InteractionLog, readAnyLog, readInteractions, readLog } from "../../src/log/mod.ts";
import { readModel, writeModel } from "../../src/models/mod.ts";
import { describeParameters, injectParameters, parametersOf } from "../../src/notebook/parameters/parameters.ts";
import { readParameterFile, readParameterRows } from "../../src/notebook/parameters/parameter_files.ts";
import { cellName, titleOf } from "../../src/notebook/cell_names.ts";
import { formatNotebook, parseNotebook, readNotebook } from "../../src/notebook/notebook.ts";
import { notebookReport } from "../../src/notebook/report.ts";
import type { FormatName } from "./formats.ts";
import { rowsLost } from "./rows.ts";

export interface Outcome {
  readonly kind: "read" | "refused" | "fault";
  /** What went wrong: an error that is none of ours, or rows that were lost. */
  readonly why?: string;
  readonly ms: number;
}

/** Reads a file as what it says it is, and looks at all that came of it. */
export async function tryInput(format: FormatName, path: string): Promise<Outcome> {
  const began = performance.now();
  const since = () => performance.now() - began;
  try {
    const lost = await read(format, path);
    return lost === undefined
      ? { kind: "read", ms: since() }
      : { kind: "fault", why: `rows lost: ${lost}`, ms: since() };
  } catch (error) {
    if (error instanceof TracebookError) {
      const bad = badWords(error.message);
      return bad === undefined ? { kind: "refused", ms: since() } : { kind: "fault", why: bad, ms: since() };
    }
    const words = error instanceof Error ? error.stack ?? error.message : String(error);
    return { kind: "fault", why: words.split("\n").slice(0, 6).join("\n"), ms: since() };
  }
}

/** A sentence of ours that is none: one that passes on what went wrong inside. */
function badWords(message: string): string | undefined {
  if (
    /call stack|is not a function|Cannot read propert|INTERNAL Error|undefined is not|Invalid (?:array|string) length/
      .test(message)
  ) {
    return `an internal error in a sentence: ${message.slice(0, 300)}`;
  }
  return message.length > 4000 ? `a message of ${message.length} characters: ${message.slice(0, 200)}` : undefined;
}

async function read(format: FormatName, path: string): Promise<string | undefined> {
  switch (format) {
    case "pnml":
    case "ptml":
    case "bpmn": {
      const model = await readModel(path, { onNote: () => {} });
      String(model);
      await writeModel(model, `${path}.out.${format}`);
      return undefined;
    }
    case "mapping":
      await readMappingFile(path, "events");
      return undefined;
    case "ipynb": {
      const notebook = await readNotebook(path);
      titleOf(notebook);
      notebook.cells.forEach((_, i) => cellName(notebook, i));
      describeParameters(parametersOf(notebook));
      parseNotebook(formatNotebook(notebook), path);
      await notebookReport(notebook, { path, parameters: {}, inputs: [], seconds: 1 });
      return undefined;
    }
    case "params.yaml":
    case "params.json":
      injectParameters(PARAMETRISED, await readParameterFile(path), path);
      return undefined;
    case "params.csv":
      for (const row of await readParameterRows(path)) injectParameters(PARAMETRISED, row, path);
      return undefined;
    default: {
      const log = format === "activitywatch"
        ? await readInteractions(path)
        : ["canonical", "action-logger", "cpn", "smartrpa"].includes(format)
        ? await readInteractions(path)
        : path.length % 2
        ? await readLog(path)
        : await readAnyLog(path);
      touch(log);
      return format === "activitywatch" ? undefined : await rowsLost(format, path, log);
    }
  }
}

const PARAMETRISED = parseNotebook(
  JSON.stringify({
    nbformat: 4,
    cells: [{
      cell_type: "code",
      metadata: { tags: ["parameters"] },
      source:
        'let eventLog: string = "a"; let min: number = 3; let names: string[] = []; let name: string = ""; let more: unknown = null; let text: string = "";',
    }],
  }),
  "parametrised.ipynb",
);

/** Text is decoded when it is first asked for. */
function touch(log: EventLog | InteractionLog): void {
  for (const name of log.attributes) {
    const column = log.attribute(name);
    if (column?.kind === "text") column.dictionary.forEach((value) => value.length);
  }
  if (log instanceof EventLog) {
    for (let c = 0; c < log.cases; c++) {
      for (let i = log.offsets[c]! + 1; i < log.offsets[c + 1]!; i++) {
        if (!(log.time[i]! >= log.time[i - 1]!)) throw new Error(`event ${i} is earlier than the one before it`);
      }
    }
  }
}

if (import.meta.main) {
  console.log("ready");
  for await (const line of Deno.stdin.readable.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream())) {
    const [format, path] = line.split("\t") as [FormatName, string];
    console.log(JSON.stringify(await tryInput(format, path)));
  }
}
