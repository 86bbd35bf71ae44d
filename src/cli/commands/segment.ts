import { writeCsv } from "../../io/csv/write_csv.ts";
import { takeRows } from "../../base/column.ts";
import { withSegments } from "../../taskmining/segmentation/segment_table.ts";
import { segmentTasks } from "../../taskmining/segmentation/segment_tasks.ts";
import { orNull } from "../../taskmining/people.ts";
import { formatCount, formatDuration } from "../../base/format.ts";
import { type Command, onlyPositional, readArguments } from "../command.ts";
import { instanceOption, interactionOptions, readInteractionOptions, readNoting } from "../interaction_options.ts";
import { given as optional } from "../log_options.ts";
import { note, printJson, textTable } from "../output.ts";

export const segmentCommand: Command = {
  name: "segment",
  summary: "task instances of an unlabelled interaction log, and their kinds",
  usage: "UILOG [--out CSV] [--instance COLUMN] [--max-tasks N]",
  options: {
    ...interactionOptions,
    out: { type: "string", value: "CSV", help: "write the log with the columns segment and task" },
    ...instanceOption,
    by: { type: "string", value: "COLUMN", help: "the same as --instance" },
    "max-tasks": { type: "string", value: "N", help: "most kinds of task that are told apart (default 8)" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const maxTasks = given.number(
      "max-tasks",
      (n) => Number.isInteger(n) && n >= 1 && n <= 64,
      "a whole number 1 to 64",
    );
    const column = given.text("instance") ?? given.text("by");
    const log = await readNoting(file, readInteractionOptions(given));
    const segmentation = segmentTasks(log, {
      ...optional("maxTasks", maxTasks),
      ...(column === undefined ? {} : { by: { column } }),
    });
    const { tasks, count, notes, owner } = segmentation;
    for (const text of notes) note(text);
    const out = given.text("out");
    if (out !== undefined) {
      const { source, rows } = withSegments(segmentation);
      const columns = source.interactions.columns.map((one) => takeRows(one, rows));
      await writeCsv({ rows: rows.length, columns }, out);
      note(`${formatCount(rows.length)} interactions written to ${out}`);
    }
    if (given.flag("json")) {
      printJson({
        segments: count,
        tasks: tasks.map(({ name, instances, medianSeconds, labels }) => ({
          task: name,
          instances,
          medianSeconds: orNull(medianSeconds),
          labels,
        })),
        interactions: log.interactions,
        withoutSegment: owner.reduce((sum, k) => sum + (k < 0 ? 1 : 0), 0),
        notes,
      });
      return 0;
    }
    console.log(`${formatCount(count)} task instances\n`);
    console.log(textTable(
      ["task", "instances", "median time"],
      tasks.map(({ name, instances, medianSeconds }) => [name, formatCount(instances), formatDuration(medianSeconds)]),
    ));
    return 0;
  },
};
