import { throughputTimes } from "../../mining/performance/throughput.ts";
import { formatCount, formatDuration } from "../../base/format.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { choice, fieldsOf, type Options } from "../options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const measures = ["throughput", "waiting", "handle"] as const;

const measureOption = {
  measure: choice(measures, { help: "what `groups` holds (default throughput)" }),
} as const satisfies Options;

export const timesCommand: CommandEntry = {
  name: "times",
  summary: "throughput, waiting and handle times of cases, in groups",
  usage: "LOG [--by COLUMN] [--measure throughput|waiting|handle]",
  reads: "event log",
  gives: "throughput, waiting and handle times",
  functions: ["throughputTimes"],
  examples: ["tb times data/order-to-cash.csv --by region"],
  options: {
    ...logOptions,
    by: { type: "string", value: "COLUMN", help: "case attribute whose values make the groups" },
    ...measureOption,
  },

  async main(args) {
    const given = readArguments(this, args);
    const by = given.text("by");
    const { measure = "throughput" } = fieldsOf(measureOption, given);
    const log = await readLogNoting(onlyPositional(this, given), given);
    const groupsOf = (measure: typeof measures[number]) =>
      throughputTimes(log, { measure, ...(by === undefined ? {} : { by }) }).rows();
    if (given.flag("json")) {
      printJson({
        unit: "seconds",
        measure,
        groups: groupsOf(measure),
        ...Object.fromEntries(measures.map((name) => [name, groupsOf(name)])),
      });
      return 0;
    }
    const shown = (log.start ? measures : [measure]).map((name) => ({ name, groups: groupsOf(name) }));
    for (const { name, groups } of shown) {
      console.log(`${name} time${by === undefined ? "" : ` by ${by}`}`);
      console.log(
        textTable(
          ["group", "cases", "mean", "median", "90 %", "CV"],
          groups.map((row) => [
            String(row.group),
            formatCount(row.cases),
            formatDuration(row.mean),
            formatDuration(row.median),
            formatDuration(row.p90),
            Number.isFinite(row.cv) ? row.cv.toFixed(3) : "–",
          ]),
        ) + "\n",
      );
    }
    if (!log.start) console.error("The log has no start times, so waiting and handle times are unknown.");
    return 0;
  },
};
