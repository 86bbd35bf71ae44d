import { InputError } from "../../base/errors.ts";
import { kindOfModel, modelAs } from "../../models/convert/model_as.ts";
import { modelKindOfPath, readModel, type ReadModelFileOptions, writeModel } from "../../models/files/model_files.ts";
import { viewModel } from "../../viz/models/model.ts";
import { readArguments } from "../command.ts";
import { inFlagsOf } from "../options.ts";
import { checkTarget, note, printJson, writeText } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

export const convertCommand: CommandEntry = {
  name: "convert",
  summary: "turn a model's file into another: .ptml, .pnml, .bpmn, or a picture: .svg",
  usage: "IN OUT",
  reads: "model file",
  gives: "model file or picture",
  functions: ["readModel", "modelAs", "writeModel", "viewModel"],
  examples: ["tb convert model.bpmn model.pnml"],
  options: {
    process: { type: "string", value: "NAME", help: "which process of a BPMN file with several: its id, name or pool" },
    "guess-markings": {
      type: "boolean",
      field: "guessMarkings" satisfies keyof ReadModelFileOptions,
      help: "where a net has no initial or final marking, put a token in its only source or sink",
    },
    json: { type: "boolean", help: "answer as one JSON document" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const [from, to, ...more] = given.positionals;
    if (from === undefined || to === undefined || more.length > 0) {
      throw new InputError(
        `Expected two files, the one to read and the one to write, but found ${given.positionals.length}.\n` +
          `Usage: tb ${this.name} ${this.usage}`,
      );
    }
    await checkTarget("OUT", to);
    const notes: string[] = [];
    const onNote = (said: string) => {
      const text = inFlagsOf(this.options, said);
      notes.push(text);
      note(text);
    };
    const process = given.text("process");
    const model = await readModel(from, {
      onNote,
      guessMarkings: given.flag("guess-markings"),
      ...(process === undefined ? {} : { process }),
    });
    const kind = modelKindOfPath(to);
    const written = kind ? modelAs(model, kind) : model;
    if (to.toLowerCase().endsWith(".svg")) await writeText("OUT", to, viewModel(model).toSVG() + "\n");
    else await writeModel(written, to);
    if (given.flag("json")) printJson({ from: kindOfModel(model), to: kindOfModel(written), file: to, notes });
    else console.log(`${to}: ${written}`);
    return 0;
  },
};
