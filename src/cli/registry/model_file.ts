/** The file of `--model`, read as what a conformance method needs. */
import { InputError } from "../../base/errors.ts";
import { readTextFile } from "../../io/files/read_text_file.ts";
import { checkJsonDepth } from "../../io/json_depth.ts";
import { MAX_MODEL_BYTES } from "../../io/limits.ts";
import { modelAs } from "../../models/convert/model_as.ts";
import { readModel, type ReadModelFileOptions } from "../../models/files/model_files.ts";
import type { PetriNet } from "../../models/petri_net.ts";

export interface ModelFile {
  readonly path: string;
  /** @throws InputError if the file holds no model, or one that is no net and cannot become one. */
  net(): Promise<PetriNet>;
  /** @throws InputError if the file cannot be read or holds no JSON. */
  json(): Promise<unknown>;
}

export function modelFile(path: string, options: ReadModelFileOptions): ModelFile {
  return {
    path,
    async net() {
      const net = modelAs(await readModel(path, options), "net");
      requireBothMarkings(path, net, options.guessMarkings ?? false);
      return net;
    },
    json: () => readJson(path),
  };
}

/** The library's error tells how to make a net; here the file must have the markings, or they are guessed. */
function requireBothMarkings(path: string, net: PetriNet, isGuessed: boolean): void {
  const missing = (["initial", "final"] as const).filter((which) => net[which].size === 0);
  if (missing.length === 0) return;
  throw new InputError(
    `${path}: the net has no ${missing.join(" and no ")} marking, so that nothing says where a case ` +
      `${missing.map((which) => which === "initial" ? "begins" : "ends").join(" or ")}.\n` +
      (isGuessed
        ? `None can be guessed: it has not exactly one place without ${
          missing[0] === "initial" ? "incoming" : "outgoing"
        } arcs. Write the marking into the file.`
        : "Give --guess-markings to put a token in its only source or sink, or write the marking into the file."),
  );
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readTextFile(path, MAX_MODEL_BYTES, "a model as JSON");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: expected a file that can be read but found: ${(error as Error).message}.`);
  }
  checkJsonDepth(text, path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${path}: expected JSON as \`tb discover … --out FILE.json\` writes it but found: ${(error as Error).message}.`,
    );
  }
}
