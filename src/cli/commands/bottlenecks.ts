import { formatCount, formatShare, formatWorkTime } from "../../base/format.ts";
import { bottlenecks } from "../../mining/performance/bottlenecks.ts";
import { assumeOption, calendarOf, calendarOptions } from "../calendar_options.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { given as optional, logOptions, readLogNoting } from "../log_options.ts";
import { fieldsOf, numeric, type Options, whole } from "../options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const ownOptions = {
  usual: numeric({ fits: (n) => n >= 0 && n < 1, expected: "a share from 0 to below 1" }, "X", {
    help: "what is usual for a step: the time that this share of its passages take at most (default 0.5, the median)",
  }),
  ...assumeOption,
} as const satisfies Options;
const topOption = { top: whole({ help: "most rows shown as text (default 20)" }) } as const satisfies Options;

export const bottlenecksCommand: CommandEntry = {
  name: "bottlenecks",
  summary: "where time is lost: steps ranked by what they take beyond their usual, with intervals",
  usage: "LOG [--by COLUMN] [--calendar HOURS|FILE] [--holidays FILE|DAYS]",
  reads: "event log",
  gives: "transitions and activities ranked by cost",
  functions: ["bottlenecks"],
  examples: ['tb bottlenecks data/order-to-cash.csv --calendar "Mo-Fr 09:00-17:00"'],
  options: {
    ...logOptions,
    by: { type: "string", value: "COLUMN", help: "rank each step in each group: resource, or another column" },
    ends: {
      type: "string",
      multiple: true,
      value: "ACTIVITY",
      help: "activity that ends a case; once for each (default: those that are last more often than not)",
    },
    ...ownOptions,
    ...topOption,
    ...calendarOptions,
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const calendar = await calendarOf(given);
    const ends = given.texts("ends"), by = given.text("by");
    const log = await readLogNoting(file, given);
    const found = bottlenecks(log, {
      ...fieldsOf(ownOptions, given),
      ...calendar,
      ...optional("by", by),
      ...(ends.length > 0 ? { ends } : {}),
    });
    const steps = found.steps.rows(), activities = found.activities.rows();
    if (given.flag("json")) {
      const { sentence, notes, totalSeconds, months, usual, basis } = found;
      printJson({
        unit: "seconds",
        sentence,
        notes,
        calendar: basis.calendar,
        by: found.by,
        usual,
        months,
        totalSeconds,
        steps,
        activities,
        open: found.open.rows(),
      });
      return 0;
    }
    const { top = 20 } = fieldsOf(topOption, given);
    console.log(`${[found.sentence, ...found.notes].join("\n")}\n`);
    const duration = (seconds: number) => formatWorkTime(seconds, found.basis.calendar !== null);
    const figures = (row: typeof steps[number] | typeof activities[number]) => [
      ...(by === undefined ? [] : [row.group ?? "(none)"]),
      formatCount(row.count),
      duration(row.usualSeconds),
      duration(row.excessSeconds),
      formatShare(row.share),
      row.rankLow === row.rankHigh ? String(row.rankLow) : `${row.rankLow} to ${row.rankHigh}`,
    ];
    const header = [...(by === undefined ? [] : [by]), "count", "usual", "beyond usual", "of all time", "rank"];
    console.log(
      textTable(["from", "to", ...header], steps.slice(0, top).map((row) => [row.from, row.to, ...figures(row)])),
    );
    if (steps.length > top) console.log(`… and ${formatCount(steps.length - top)} more (--top)`);
    if (activities.length > 0) {
      console.log("\nWork\n");
      console.log(
        textTable(["activity", ...header], activities.slice(0, top).map((row) => [row.activity, ...figures(row)])),
      );
    }
    return 0;
  },
};
