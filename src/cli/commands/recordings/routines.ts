import { discoverRoutines, type RoutineOptions } from "../../../taskmining/routines/routines.ts";
import { orNull } from "../../../taskmining/people.ts";
import { taskInstances } from "../../../taskmining/instances/task_instances.ts";
import { formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import {
  checkInstanceOptions,
  instanceOptions,
  interactionOptions,
  readInteractionOptions,
  readNoting,
} from "../../interaction_options.ts";
import { choice, fieldsOf, type Options, share, whole } from "../../options.ts";
import { note, printJson, textTable } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

const routineOptions = {
  support: share({
    value: "SHARE",
    help: "least share of a task's instances, at least two (default 0.02)",
    field: "minSupport" satisfies keyof RoutineOptions,
  }),
  "min-length": whole({
    help: "fewest actions of a routine (default 3)",
    field: "minLength" satisfies keyof RoutineOptions,
  }),
  rank: choice(["cohesion", "coverage", "support", "length"], {
    help: "which of several that overlap is taken first (default cohesion)",
  }),
} as const satisfies Options;

export const routinesCommand: CommandEntry = {
  name: "routines",
  summary: "sequences of actions that recur in tasks",
  usage: "UILOG [--instance COLUMN [--task COLUMN]] [--support SHARE] [--rank RANK] [--top N] [--raw]",
  reads: "interaction log",
  gives: "routines with support, coverage and cohesion",
  functions: ["discoverRoutines", "taskInstances"],
  examples: ["tb routines data/order-desk.csv"],
  options: {
    ...interactionOptions,
    ...instanceOptions,
    ...routineOptions,
    top: whole({ help: "only the N routines of greatest coverage" }),
    raw: { type: "boolean", help: "keep what the recorder added, such as clicks into fields and copies nobody pasted" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const top = given.number("top");
    checkInstanceOptions(given);
    const log = await readNoting(file, readInteractionOptions(given));
    const work = taskInstances(log, fieldsOf(instanceOptions, given));
    const found = discoverRoutines(work, { clean: !given.flag("raw"), ...fieldsOf(routineOptions, given) });
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
