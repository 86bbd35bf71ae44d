import { countOf } from "../../../base/format.ts";
import { InputError } from "../../../base/errors.ts";
import { definitionBpmn, definitionModel } from "../../../taskmining/automation/definition/in_bpmn.ts";
import { definitionHtml } from "../../../taskmining/automation/definition/in_html.ts";
import { definitionMarkdown } from "../../../taskmining/automation/definition/in_markdown.ts";
import type { TaskDefinition } from "../../../taskmining/automation/definition/definition.ts";
import { taskDefinition } from "../../../taskmining/automation/definition/task_definition.ts";
import { viewBpmn } from "../../../viz/models/bpmn.ts";
import { segmentTasks } from "../../../taskmining/segmentation/segment_tasks.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import { instanceOption, interactionOptions, readInteractionOptions, readNoting } from "../../interaction_options.ts";
import { type Arguments, type Options, whole } from "../../options.ts";
import { checkTarget, note, printJson, writeText } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

/** Of commands about one task. */
export const taskOptions = {
  ...instanceOption,
  task: {
    type: "string",
    value: "TASK",
    help: "name of the task, as tb segment tells it (default: the most frequent)",
  },
  way: whole({ help: "number of the way that counts as the main one (default 1, the most frequent)" }),
} as const satisfies Options;

const WRITERS: Readonly<Record<string, (definition: TaskDefinition) => string>> = {
  ".md": definitionMarkdown,
  ".html": (definition) =>
    definitionHtml(definition, { picture: viewBpmn(definitionModel(definition), { title: "The flow" }).toSVG() }),
  ".bpmn": definitionBpmn,
};

export const defineCommand: CommandEntry = {
  name: "define",
  summary: "process definition document of a task: steps, variants, decisions, rules, data, times, open questions",
  usage: "UILOG [--task TASK] [-o FILE] [--instance COLUMN] [--way N]",
  reads: "interaction log",
  gives: "a document: Markdown, HTML or BPMN by the ending of the file",
  functions: ["taskDefinition", "definitionMarkdown", "definitionHtml", "definitionBpmn"],
  examples: ["tb define data/order-desk.csv --instance segment -o task.md"],
  options: {
    ...interactionOptions,
    ...taskOptions,
    out: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "write it to FILE: .md, .html or .bpmn (default: Markdown here)",
    },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given), out = given.text("out");
    const ending = out === undefined ? ".md" : /\.[^./\\]+$/.exec(out)?.[0].toLowerCase() ?? "";
    const write = WRITERS[ending];
    if (!write) throw new InputError(`-o: expected a file that ends in .md, .html or .bpmn but found "${out}".`);
    await checkTarget("-o", out);
    const { segmentation, task, way } = await readTask(file, given);
    const definition = taskDefinition(segmentation, task, { way });
    if (out !== undefined) {
      await writeText("-o", out, write(definition));
      note(`${countOf(definition.steps.length, "step")} of the main way written to ${out}`);
    }
    if (given.flag("json")) printJson(definition);
    else console.log(out === undefined ? definitionMarkdown(definition) : definition.sentence);
    return 0;
  },
};

/** The tasks of a recording, and which of them the options mean: the one of that name, or the most frequent one. */
export async function readTask(file: string, given: Arguments) {
  const log = await readNoting(file, readInteractionOptions(given));
  const instance = given.text("instance");
  const segmentation = segmentTasks(log, instance === undefined ? {} : { instance });
  const task = given.text("task") ?? segmentation.tasks[0]?.name;
  if (task === undefined) throw new InputError(`${file}: expected at least one task but found none.`);
  return { segmentation, task, way: given.number("way") ?? 1 };
}
