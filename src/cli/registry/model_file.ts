/** The file of `--model`, read as what a conformance method needs. */
import { InputError } from "../../base/errors.ts";
import { MAX_MODEL_BYTES } from "../../io/limits.ts";
import { modelAs } from "../../models/convert/model_as.ts";
import { readModel, type ReadModelFileOptions } from "../../models/files/model_files.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import { readJsonFile } from "../json_file.ts";

const JSON_MODEL = {
  most: MAX_MODEL_BYTES,
  what: "a model as JSON",
  form: "JSON as `tb discover … --out FILE.json` writes it",
};

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
    json: () => readJsonFile(path, JSON_MODEL),
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
