import { OptionError } from "../../../base/errors.ts";
import { mean } from "../../../base/statistics/summary.ts";
import { writeCsv } from "../../../io/csv/write_csv.ts";
import { takeRows } from "../../../base/column.ts";
import { withSegments } from "../../../taskmining/segmentation/segment_table.ts";
import { segmentTasks } from "../../../taskmining/segmentation/segment_tasks.ts";
import { orNull } from "../../../taskmining/people.ts";
import type { TaskSegmentation } from "../../../taskmining/segmentation/segmentation.ts";
import { formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { readHints } from "../../hints_file.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import { instanceOption, interactionOptions, readInteractionOptions, readNoting } from "../../interaction_options.ts";
import { keepFormulas } from "../../log_options.ts";
import { fieldsOf, type Options, whole } from "../../options.ts";
import { checkTarget, note, printJson, textTable } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

const segmentOptions = {
  "max-tasks": whole({ help: "most kinds of task that are told apart (default 8)", field: "maxTasks" }, 64),
} as const satisfies Options;

export const segmentCommand: CommandEntry = {
  name: "segment",
  summary: "task instances of an unlabelled interaction log, and their kinds",
  usage: "UILOG [--out CSV] [--instance COLUMN] [--max-tasks N] [--hints FILE]",
  reads: "interaction log",
  gives: "task instances and their kinds",
  functions: ["segmentTasks", "withSegments"],
  examples: ["tb segment data/order-desk.csv --out segmented.csv"],
  options: {
    ...interactionOptions,
    out: { type: "string", value: "CSV", help: "write the log with the columns segment and task" },
    hints: { type: "string", value: "FILE", help: "JSON with what you know: begins, within, background, same, names" },
    "keep-formulas": keepFormulas,
    ...instanceOption,
    ...segmentOptions,
  },

  async main(args) {
    checkOldOptions(args);
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const instance = given.text("instance");
    const out = given.text("out");
    await checkTarget("--out", out);
    const hintsFile = given.text("hints");
    const hints = hintsFile === undefined ? undefined : await readHints(hintsFile);
    const log = await readNoting(file, readInteractionOptions(given));
    const segmentation = segmentTasks(log, {
      ...fieldsOf(segmentOptions, given),
      ...(instance === undefined ? {} : { instance }),
      hints,
    });
    for (const text of segmentation.notes) note(text);
    if (out !== undefined) {
      const { source, rows } = withSegments(segmentation);
      const columns = source.interactions.columns.map((one) => takeRows(one, rows));
      await writeCsv({ rows: rows.length, columns }, out, { formulas: given.flag("keep-formulas") ? "keep" : "mark" });
      note(`${formatCount(rows.length)} interactions written to ${out}`);
    }
    if (given.flag("json")) {
      printJson(segmentationJson(segmentation));
      return 0;
    }
    console.log(segmentationText(segmentation));
    return 0;
  },
};

/** What `tb segment --json` prints. */
export function segmentationJson(segmentation: TaskSegmentation): object {
  const { log, tasks, count, notes, owner, certainty } = segmentation;
  const sure = surenessOf(segmentation);
  return {
    segments: count,
    tasks: tasks.map(({ name, instances, medianSeconds, labels }, kind) => ({
      task: name,
      instances,
      medianSeconds: orNull(medianSeconds),
      labels,
      certainty: certainty ? { kind: certainty.kind[kind]!, instances: sure[kind]! } : null,
    })),
    certainty: certainty && count > 0 ? mean(certainty.instance) : null,
    interactions: log.interactions,
    withoutSegment: owner.reduce((sum, k) => sum + (k < 0 ? 1 : 0), 0),
    notes,
  };
}

/** What `tb segment` prints: kinds of task, and how many of their instances are likely right. */
export function segmentationText(segmentation: TaskSegmentation): string {
  const { tasks, count, certainty } = segmentation;
  const sure = surenessOf(segmentation);
  const table = textTable(
    ["task", "instances", "median time", ...(certainty ? ["sure"] : [])],
    tasks.map(({ name, instances, medianSeconds }, kind) => [
      name,
      formatCount(instances),
      formatDuration(medianSeconds),
      ...(certainty ? [formatShare(sure[kind]!)] : []),
    ]),
  );
  return `${formatCount(count)} task instances\n\n${table}`;
}

/** Of each kind, the mean probability that its instances are right; NaN where it is not known. */
function surenessOf({ tasks, task, certainty }: TaskSegmentation): number[] {
  return tasks.map((_, kind) => certainty ? mean(certainty.instance.filter((_, k) => task[k] === kind)) : NaN);
}

/** @throws OptionError for `--by`, which named the column in version 0.1. */
function checkOldOptions(args: readonly string[]): void {
  const at = args.findIndex((arg) => arg === "--by" || arg.startsWith("--by="));
  if (at < 0) return;
  const column = args[at]!.split("=")[1] ?? args[at + 1] ?? "COLUMN";
  throw new OptionError(
    `tb segment: --by is called --instance now, as in the other commands. Write --instance ${column}.`,
  );
}
