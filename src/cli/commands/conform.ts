import { type ColumnTable, table } from "arquero";
import { withFormulaMark } from "../../io/csv/formula_marks.ts";
import { InputError } from "../../base/errors.ts";
import { textTable } from "../../base/text_table.ts";
import type { ReadModelFileOptions } from "../../models/files/model_files.ts";
import { readArguments } from "../command.ts";
import { inFlagsOf, inWordsOf } from "../options.ts";
import { type Method, methods } from "../registry/methods.ts";
import { modelFile } from "../registry/model_file.ts";
import { keepFormulas, logOptions, readLogNoting } from "../log_options.ts";
import { checkOptionsOf, type CommandEntry, entryNamed, listed, optionsOfAll } from "../registry/entry.ts";
import { checkTarget, note, printJson, writeText } from "../output.ts";

export const conformCommand: CommandEntry = {
  name: "conform",
  summary: `how a log fits a model, by one of ${methods.length} methods`,
  usage: "METHOD LOG --model FILE",
  reads: "event log and model",
  gives: "figures, and a row for each case",
  functions: [...new Set(methods.flatMap(({ functions }) => functions))],
  examples: ["tb conform alignments data/order-to-cash.csv --model model.bpmn --cases deviations.csv"],
  choosesFrom: { what: "a method", entries: methods },
  options: {
    ...logOptions,
    model: {
      type: "string",
      short: "m",
      value: "FILE",
      help: "the model: .pnml, .ptml or .bpmn; rules as .json, as `tb discover` writes them",
    },
    ...optionsOfAll(methods),
    cases: { type: "string", value: "FILE.csv", help: "write one row for each case" },
    process: { type: "string", value: "NAME", help: "which process of a BPMN file with several: its id, name or pool" },
    "keep-formulas": keepFormulas,
    "guess-markings": {
      type: "boolean",
      field: "guessMarkings" satisfies keyof ReadModelFileOptions,
      help: "where a net has no initial or final marking, put a token in its only source or sink",
    },
  },

  async main(args) {
    const given = readArguments(this, args);
    const [name, path, ...more] = given.positionals;
    const model = given.text("model");
    if (name === undefined || path === undefined || more.length > 0 || model === undefined) {
      throw new InputError(
        `Expected a method, a log and a model but found ${
          [...given.positionals, ...(model === undefined ? ["no --model"] : [])].join(", ")
        }.\nUsage: tb ${this.name} ${this.usage}\n${listed(methods)}`,
      );
    }
    const method = entryNamed("a method", name, methods);
    checkOptionsOf(method, methods, given);
    const file = given.text("cases");
    await checkTarget("--cases", file);
    const process = given.text("process");
    const log = await readLogNoting(path, given);
    const { figures, notes, cases, text } = await method.check(
      log,
      modelFile(model, {
        guessMarkings: given.flag("guess-markings"),
        onNote: (text) => note(inFlagsOf(this.options, text)),
        ...(process === undefined ? {} : { process }),
      }),
      given,
    );
    if (file !== undefined) await writeCases(cases, method, file, given.flag("keep-formulas"));
    for (const text of notes) note(inWordsOf(method.options, text));
    if (given.flag("json")) printJson({ ...figures, notes });
    else {
      console.log(textTable(Object.entries(figures).map(([key, value]) => [key, String(value)]), { left: [0, 1] }));
      if (text !== undefined) console.log("\n" + text);
      if (file !== undefined) console.log(`\n${file}`);
    }
    return 0;
  },
};

async function writeCases(
  cases: ColumnTable | undefined,
  { name }: Method,
  file: string,
  keepFormulas: boolean,
): Promise<void> {
  if (cases === undefined) throw new InputError(`--cases: ${name} says nothing about single cases.`);
  const mark = (value: unknown) => typeof value === "string" ? withFormulaMark(value) : value;
  const columns = cases.columnNames().map((name): [string, unknown[]] => [name, Array.from(cases.array(name), mark)]);
  await writeText("--cases", file, (keepFormulas ? cases : table(columns)).toCSV() + "\n");
}
