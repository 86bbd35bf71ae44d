import { countOf, formatCount, formatShare } from "../../../base/format.ts";
import { mean } from "../../../base/statistics/summary.ts";
import { tableOfRows } from "../../../log/table_of_rows.ts";
import { writeCsv } from "../../../io/csv/write_csv.ts";
import type { LinkRow, TaskLinks } from "../../../hybrid/links/task_links.ts";
import { readArguments } from "../../command.ts";
import { linkedLogOptions, linksOf } from "../../linked_logs.ts";
import { keepFormulas } from "../../log_options.ts";
import { checkTarget, note, printJson, textTable } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

export const linkCommand: CommandEntry = {
  name: "link",
  summary: "which case and event each recorded task belongs to, without rules, with a probability",
  usage: "LOG UILOG [--out CSV] [--instance COLUMN] [--at-least P]",
  reads: "event log, interaction log",
  gives: "links of task instances to cases and events, and the instances that belong to none",
  functions: ["linkTasks"],
  examples: ["tb link data/order-to-cash.csv data/order-desk.csv --out links.csv"],
  options: {
    ...linkedLogOptions,
    out: { type: "string", value: "CSV", help: "write a row for each link, and one for each instance without a case" },
    "keep-formulas": keepFormulas,
  },

  async main(args) {
    const given = readArguments(this, args);
    const out = given.text("out");
    await checkTarget("--out", out);
    const links = await linksOf(this, given);
    if (out !== undefined) {
      const rows = csvRows(links);
      await writeCsv(tableOfRows(rows, CSV_COLUMNS), out, { formulas: given.flag("keep-formulas") ? "keep" : "mark" });
      note(`${countOf(rows.length, "row")} written to ${out}`);
    }
    if (given.flag("json")) printJson(linksJson(links));
    else console.log(linksText(links));
    return 0;
  },
};

const CSV_COLUMNS = ["instance", "task", "case", "event", "probability", "why", "eventTime", "position", "user"];

type CsvRow = Omit<LinkRow, "case"> & { readonly case: string | null };

/** By instance; one that belongs to no case has an empty case and the probability that this is right. */
function csvRows({ links, instances }: TaskLinks): CsvRow[] {
  const linked = Map.groupBy(links.rows(), ({ instance }) => instance);
  return instances.rows().flatMap(({ instance, task, user, probability }): readonly CsvRow[] =>
    linked.get(instance) ?? [{
      ...{ instance, task, user, case: null, event: null, eventTime: null, position: null, probability },
      why: "no case of the log fits",
    }]
  );
}

/** What `tb link --json` prints. */
function linksJson(found: TaskLinks) {
  const { sentence, linked, cases, expectedPrecision, clockOffsetSeconds, privacy = null, notes } = found;
  return {
    sentence,
    instances: found.segmentation.count,
    linked,
    cases,
    expectedPrecision,
    clockOffsetSeconds,
    privacy,
    links: found.links.rows(),
    withoutCase: found.instances.rows().filter((row) => row.case === null)
      .map(({ instance, task, probability }) => ({ instance, task, probability })),
    people: found.people.rows(),
    notes,
  };
}

function linksText(found: TaskLinks): string {
  const byTask = [...Map.groupBy(found.instances.rows(), ({ task }) => task)]
    .sort((a, b) => b[1].length - a[1].length);
  const table = textTable(
    ["task", "instances", "with a case", "mean probability"],
    byTask.map(([task, rows]) => {
      const linked = rows.filter((row) => row.case !== null);
      const sure = mean(linked.map(({ probability }) => probability));
      return [task, formatCount(rows.length), formatCount(linked.length), formatShare(sure)];
    }),
  );
  return `${found}\n\n${table}`;
}
