import { formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { formatP } from "../../base/p_value.ts";
import { caseSurvival } from "../../mining/outcomes/case_survival.ts";
import { stuckCases } from "../../mining/outcomes/stuck_cases.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

/** Steps of a curve that are printed: more could not be told apart in a picture. */
const MOST_STEPS = 500;

export const stuckCommand: CommandEntry = {
  name: "stuck",
  summary: "cases that never reach an end: how many, at which step, since when",
  usage: "LOG [--ends ACTIVITY]… [--by COLUMN]",
  reads: "event log",
  gives: "stuck and running cases, survival",
  functions: ["stuckCases", "caseSurvival", "caseStates"],
  examples: ["tb stuck data/order-to-cash.csv", 'tb stuck data/order-to-cash.csv --ends "Receive payment" --json'],
  options: {
    ...logOptions,
    ends: {
      type: "string",
      value: "ACTIVITY",
      multiple: true,
      help: "activity after which a case is finished; may be repeated; without it they are found",
    },
    by: { type: "string", value: "COLUMN", help: "case attribute whose values make groups of the survival curves" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const log = await readLogNoting(onlyPositional(this, given), given);
    const by = given.text("by"), ends = given.texts("ends");
    const options = ends.length === 0 ? {} : { ends };
    const report = stuckCases(log, options);
    const { states } = report;
    const survival = caseSurvival(log, { states });
    const groups = by === undefined ? undefined : caseSurvival(log, { states, by });
    if (given.flag("json")) {
      const { finished, running, stuck, criterion } = report;
      printJson({
        ...{ finished, running, stuck, criterion },
        ends: survival.ends,
        steps: report.steps.rows().map((row) => ({ ...row, since: row.since.toISOString() })),
        survival: thinned(survival.groups[0]?.curve ?? []),
        ...(groups
          ? {
            groups: groups.groups.map(({ group, cases, finished, medianSeconds, curve }) => ({
              ...{ group, cases, finished, medianSeconds },
              survival: thinned(curve),
            })),
            p: groups.p,
            leftOut: groups.leftOut,
          }
          : {}),
      });
      return 0;
    }
    console.log(report.sentence);
    const rows = report.steps.rows();
    if (rows.length > 0) {
      console.log(
        "\n" + textTable(
          ["stuck at", "cases", "of cases there", "silent for (median)", "since", "older than finished cases"],
          rows.map((row) => [
            row.activity,
            formatCount(row.cases),
            formatShare(row.share),
            formatDuration(row.medianSilentSeconds),
            formatDate(row.since.getTime(), "day"),
            formatShare(row.olderThan),
          ]),
        ),
      );
    }
    if (groups) {
      console.log(
        "\n" + textTable(
          [by!, "cases", "finished", "median time to the end"],
          groups.groups.map((row) => [
            String(row.group),
            formatCount(row.cases),
            formatCount(row.finished),
            formatDuration(row.medianSeconds),
          ]),
        ),
      );
      if (groups.leftOut.length > 0) {
        const small = groups.leftOut.map(({ group, cases }) => `${group ?? "(no value)"} (${formatCount(cases)})`);
        console.log(`Left out, since fewer than 10 cases say too little: ${small.join(", ")}`);
      }
      if (!Number.isNaN(groups.p)) console.log(`Log-rank test that all groups take equally long: ${formatP(groups.p)}`);
    }
    return 0;
  },
};

function thinned(curve: readonly { readonly time: number; readonly open: number }[]) {
  const every = Math.max(1, Math.ceil(curve.length / MOST_STEPS));
  return curve.filter((_, i) => i % every === 0 || i === curve.length - 1)
    .map(({ time, open }) => ({ seconds: time, open }));
}
