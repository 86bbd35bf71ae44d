import { discoverRoutines } from "../../taskmining/routines/routines.ts";
import { orNull } from "../../taskmining/people.ts";
import { taskInstances } from "../../taskmining/instances/task_instances.ts";
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { type Command, onlyPositional, readArguments } from "../command.ts";
import { instanceOption, interactionOptions, readInteractionOptions, readNoting } from "../interaction_options.ts";
import { given as optional, oneOf } from "../log_options.ts";
import { note, printJson, textTable } from "../output.ts";

export const routinesCommand: Command = {
  name: "routines",
  summary: "sequences of actions that recur in tasks",
  usage: "UILOG [--instance COLUMN [--task COLUMN]] [--support SHARE] [--rank RANK] [--top N] [--raw]",
  options: {
    ...interactionOptions,
    ...instanceOption,
    task: { type: "string", value: "COLUMN", help: "column that names the kinds of task, beside --instance" },
    support: { type: "string", value: "SHARE", help: "least share of a task's instances, at least two (default 0.02)" },
    "min-length": { type: "string", value: "N", help: "fewest actions of a routine (default 3)" },
    rank: { type: "string", value: "RANK", help: "cohesion, coverage, support or length (default cohesion)" },
    top: { type: "string", value: "N", help: "only the N routines of greatest coverage" },
    raw: { type: "boolean", help: "keep what the recorder added, such as clicks into fields and copies nobody pasted" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const minSupport = given.number("support", (n) => n >= 0 && n <= 1, "a share from 0 to 1");
    const whole = (n: number) => Number.isInteger(n) && n >= 1;
    const minLength = given.number("min-length", whole, "a whole number from 1");
    const top = given.number("top", whole, "a whole number from 1");
    const rank = oneOf("rank", given.text("rank"), ["cohesion", "coverage", "support", "length"]);
    const log = await readNoting(file, readInteractionOptions(given));
    const work = taskInstances(log, {
      ...optional("instance", given.text("instance")),
      ...optional("task", given.text("task")),
    });
    const found = discoverRoutines(work, {
      clean: !given.flag("raw"),
      ...optional("minSupport", minSupport),
      ...optional("minLength", minLength),
      ...optional("rank", rank),
    });
    for (const text of found.notes) note(text);
    const routines = found.routines.slice(0, top ?? found.routines.length);
    if (given.flag("json")) {
      printJson({
        unit: "seconds",
        instances: work.count,
        coverage: found.coverage,
        routines: routines.map((routine) => ({
          task: routine.task,
          actions: routine.actions,
          labels: routine.labels,
          support: routine.support,
          instances: routine.instances,
          occurrences: routine.occurrences.length,
          coverage: routine.coverage,
          cohesion: routine.cohesion,
          people: routine.people,
          medianSeconds: orNull(routine.medianSeconds),
          automatable: null,
          score: null,
          hoursPerYear: null,
        })),
      });
      return 0;
    }
    console.log(
      `${formatCount(found.routines.length)} routines in ${formatCount(work.count)} task instances; they cover ` +
        `${formatShare(found.coverage)} of the interactions.\n`,
    );
    console.log(textTable(
      ["routine", "task", "instances", "support", "coverage", "cohesion", "people", "median", "actions"],
      routines.map((routine, r) => [
        r + 1,
        routine.task ?? "–",
        formatCount(routine.instances),
        formatShare(routine.support),
        formatShare(routine.coverage),
        routine.cohesion,
        formatCount(routine.people),
        formatDuration(routine.medianSeconds),
        routine.actions.length,
      ]),
    ));
    routines.forEach(({ labels }, r) => console.log(`\n${r + 1}. ${labels.join("\n   ")}`));
    return 0;
  },
};
