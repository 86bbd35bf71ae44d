import { writeFile } from "node:fs/promises";
import type { ColumnTable } from "arquero";
import { InputError } from "../../base/errors.ts";
import { readLog } from "../../log/events/read_log.ts";
import { type Arguments, type Command, readArguments } from "../command.ts";
import { type Method, methodOptions, methods } from "../registry/methods.ts";
import { logOptions, readLogOptions } from "../log_options.ts";
import { named, namedHelp } from "../registry/entry.ts";
import { note, printJson } from "../output.ts";

export const conformCommand: Command = {
  name: "conform",
  summary: `how a log fits a model: ${methods.map(({ names }) => names[0]).join(", ")}`,
  usage: "METHOD LOG --model FILE",
  options: {
    ...logOptions,
    model: {
      type: "string",
      short: "m",
      value: "FILE",
      help: "the model: .pnml, .ptml or .bpmn; rules as .json, as `tb discover` writes them",
    },
    ...methodOptions,
    cases: { type: "string", value: "FILE.csv", help: "write one row for each case" },
    "guess-markings": {
      type: "boolean",
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
        }.\nUsage: tb ${this.name} ${this.usage}\n${namedHelp(methods)}`,
      );
    }
    const method = named("a method", name, methods);
    checkOptions(method, given);
    const log = await readLog(path, readLogOptions(given));
    const { figures, notes, cases, text } = await method.check(log, model, given);
    const file = given.text("cases");
    if (file !== undefined) await writeCases(cases, method, file);
    notes.forEach(note);
    if (given.flag("json")) printJson({ ...figures, notes });
    else {
      const width = Math.max(...Object.keys(figures).map((key) => key.length));
      for (const [key, value] of Object.entries(figures)) console.log(`${key.padEnd(width)}  ${value}`);
      if (text !== undefined) console.log("\n" + text);
      if (file !== undefined) console.log(`\n${file}`);
    }
    return 0;
  },
};

function checkOptions({ names, options }: Method, given: Arguments): void {
  for (const option of Object.keys(methodOptions) as (keyof typeof methodOptions)[]) {
    if (given.text(option) === undefined || options.includes(option)) continue;
    throw new InputError(
      `${names[0]} has no option --${option}: it is one of ${
        methods.filter((method) => method.options.includes(option)).map((method) => method.names[0]).join(", ")
      }.`,
    );
  }
}

async function writeCases(cases: ColumnTable | undefined, { names }: Method, file: string): Promise<void> {
  if (cases === undefined) throw new InputError(`--cases: ${names[0]} says nothing about single cases.`);
  await writeFile(file, cases.toCSV() + "\n");
}
