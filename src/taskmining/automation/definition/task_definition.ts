/** The process definition of a task, as those who automate it need it. */
import { countOf, formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { wordList } from "../../../base/lists.ts";
import { inWords } from "../../../base/inspect.ts";
import type { ShownPeople } from "../../people.ts";
import type { TaskSegmentation } from "../../segmentation/segmentation.ts";
import type { DefinedData, DefinedStep, TaskDefinition } from "./definition.ts";
import { dataInOf, dataOutOf, rulesOf, stepsInWords } from "./defined_steps.ts";
import { exceptionsOf, loopsOf, variantsOf } from "./defined_ways.ts";
import { type DescribedTask, describedTask, type TaskWayOptions } from "./described_task.ts";
import { questionsOf } from "./open_questions.ts";
import { plainText } from "./plain_text.ts";
import { type TimeOptions, type VolumeAndTimes, volumeAndTimes } from "./volume_and_times.ts";

export interface TaskDefinitionOptions extends TaskWayOptions, ShownPeople, TimeOptions {}

/**
 * What a process definition document says of a task: purpose, applications, trigger, the main way step by step, variants,
 * decisions and exceptions, rules, data in and out, volume and times, and what the recording leaves open.
 *
 * The main way is the one that most instances take, where steps that are repeated at once count once. Of values only the
 * shape is shown (`X99999`); rules hold the texts that they need. Names are brought into one line and cut after 160
 * characters. Of a task with one instance there are steps, and a question in place of rules and variants.
 *
 * @param task name of the task, as `segmentation.tasks` has it.
 * @example
 * ```ts
 * import { definitionMarkdown, readInteractions, segmentTasks, taskDefinition } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * const definition = taskDefinition(segmentation, segmentation.tasks[0]!.name);
 * definition.steps.map(({ label, verdict }) => `${label}: ${verdict}`);
 * definitionMarkdown(definition);
 * ```
 * @throws InputError if there is no such task, with the names of those that are; OptionError if an option is out of range.
 */
export function taskDefinition(
  segmentation: TaskSegmentation,
  task: string,
  options: TaskDefinitionOptions = {},
): TaskDefinition {
  const described = describedTask(segmentation, task, options);
  const { work, main, instances } = described;
  const steps = stepsInWords(described), rules = rulesOf(described);
  const dataIn = dataInOf(described, steps), dataOut = dataOutOf(described, steps);
  const figures = volumeAndTimes(described, options);
  const exceptions = exceptionsOf(described);
  const sure = work.sure(instances);
  const definition: TaskDefinition = {
    task,
    log: work.log.name,
    sentence: sentenceOf(described, steps, figures),
    purpose: purposeOf(dataIn, dataOut),
    trigger: `It begins with “${steps[0]!.label}” in ${formatShare(beginShare(described))} of the instances.`,
    result: `The main way ends with “${steps.at(-1)!.label}”.`,
    applications: applicationsOf(steps),
    steps,
    loops: loopsOf(described),
    ...variantsOf(described, options),
    ...exceptions,
    rules,
    dataIn,
    dataOut,
    ...figures,
    questions: questionsOf(described, steps, rules, exceptions.exceptions),
    notes: [
      ...(sure === undefined ? [] : [sure]),
      ...work.notes,
      ...(main.chosen === 0 ? [] : [`The main way is way ${main.chosen + 1} in the order of frequency, as asked for.`]),
      "Of values only their shapes are shown: letters as x, digits as 9.",
    ].map((note) => plainText(note, 1000)),
  };
  Object.defineProperty(definition, "toString", { value: () => inText(definition) });
  return inWords(definition);
}

function sentenceOf(
  { main, instances }: DescribedTask,
  steps: readonly DefinedStep[],
  figures: VolumeAndTimes,
): string {
  const { volume: { perDay }, times } = figures;
  const own = main.ways[main.chosen]!.instances.length;
  const count = (...verdicts: string[]) => steps.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const decided = count("decision"), unknown = count("unknown");
  const often = perDay === null ? "" : `, ${formatCount(perDay, 1)} on a day that has any`;
  const long = times ? `; one takes ${formatDuration(times.medianActiveSeconds)} of active time (median)` : "";
  return `The task was done ${countOf(instances.length, "time")}${often}${long}. Its main way has ` +
    `${countOf(steps.length, "step")} and is taken as it stands in ${formatShare(own / instances.length)} of the ` +
    `instances; ${formatCount(steps.length - decided - unknown)} steps are fixed or follow a rule, ` +
    `${formatCount(decided)} ${decided === 1 ? "is a decision" : "are decisions"} of a person` +
    (unknown === 0 ? "." : `, and of ${formatCount(unknown)} too few values are known to tell.`);
}

function purposeOf(dataIn: readonly DefinedData[], dataOut: readonly DefinedData[]): string {
  const apps = (data: readonly DefinedData[]) => [...new Set(data.flatMap(({ application }) => application ?? []))];
  const from = apps(dataIn.filter(({ origin }) => origin === "read on the screen")), to = apps(dataOut);
  const does = to.length === 0
    ? "No value is entered on the main way."
    : from.length === 0
    ? `People enter values into ${wordList(to)}.`
    : `People read values in ${wordList(from)} and enter values into ${wordList(to)}.`;
  return `${does} What it is done for is not in the recording.`;
}

function applicationsOf(steps: readonly DefinedStep[]): TaskDefinition["applications"] {
  const counts = new Map<string, number>();
  for (const { application } of steps) {
    if (application !== null) counts.set(application, (counts.get(application) ?? 0) + 1);
  }
  return [...counts].map(([name, steps]) => ({ name, steps }));
}

function beginShare({ main, instances }: DescribedTask): number {
  const first = main.steps[0]!.action;
  const same = main.ways.reduce((sum, way) => sum + (way.actions[0] === first ? way.instances.length : 0), 0);
  return same / instances.length;
}

function inText({ task, sentence, steps, questions }: TaskDefinition): string {
  const lines = steps.map(({ number, label, verdict }) => `${number}. ${label} (${verdict})`);
  return [
    `Process definition of “${plainText(task)}”`,
    sentence,
    "",
    ...lines,
    "",
    `${countOf(questions.length, "open question")}`,
  ]
    .join("\n");
}
