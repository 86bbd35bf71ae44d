/** The file of `--model`, read as what a conformance method needs. */
import { readFile } from "node:fs/promises";
import { InputError } from "../../base/errors.ts";
import { modelAs } from "../../models/convert/model_as.ts";
import { readModel } from "../../models/files/model_files.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import { note } from "../output.ts";

export interface ModelFile {
  readonly path: string;
  /** @throws InputError if the file holds no model, or one that is no net and cannot become one. */
  net(): Promise<PetriNet>;
  /** @throws InputError if the file cannot be read or holds no JSON. */
  json(): Promise<unknown>;
}

export function modelFile(path: string, guessMarkings: boolean): ModelFile {
  return {
    path,
    net: async () => modelAs(await readModel(path, { onNote: note, guessMarkings }), "net"),
    json: () => readJson(path),
  };
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new InputError(`${path}: expected a file that can be read but found: ${(error as Error).message}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${path}: expected JSON as \`tb discover … --out FILE.json\` writes it but found: ${(error as Error).message}.`,
    );
  }
}
