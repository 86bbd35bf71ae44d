import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { comparePaths, type PathFigures } from "../../mining/paths/compare_paths.ts";
import { funnel } from "../../mining/paths/funnel.ts";
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

export const pathsCommand: CommandEntry = {
  name: "paths",
  summary: "the share of cases that take path A, path B, or reach one milestone after another",
  usage: 'LOG --a "A → … → B" --b "A → C"  |  LOG --reach A --reach B …',
  reads: "event log",
  gives: "shares of paths with intervals, what they cost in time, a funnel of milestones",
  functions: ["comparePaths", "funnel", "filterPath"],
  examples: [
    'tb paths data/order-to-cash.csv --a "Set credit hold" --b "never Set credit hold"',
    'tb paths data/order-to-cash.csv --reach "Receive order" --reach "Ship goods" --reach "Receive payment"',
  ],
  options: {
    ...logOptions,
    a: { type: "string", value: "PATTERN", help: 'path A, such as "Check → … → Approve", "{A, B}" or "never C"' },
    b: { type: "string", value: "PATTERN", help: "path B" },
    reach: {
      type: "string",
      value: "PATTERN",
      multiple: true,
      help: "instead of paths: a milestone, once for each, in order; how many cases reach it",
    },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const a = given.text("a"), b = given.text("b"), milestones = given.texts("reach");
    if (milestones.length > 0 ? a !== undefined || b !== undefined : a === undefined || b === undefined) {
      throw new InputError(
        `Expected both --a and --b, or --reach for each milestone, but found ${
          [a === undefined ? "" : "--a", b === undefined ? "" : "--b", milestones.length > 0 ? "--reach" : ""]
            .filter((name) => name !== "").join(" and ") || "none"
        }.\nUsage: tb paths ${this.usage}`,
      );
    }
    const log = await readLogNoting(file, given);
    if (milestones.length > 0) return showFunnel(log, milestones, given.flag("json"));
    return showPaths(log, a!, b!, given.flag("json"));
  },
};

function showPaths(log: EventLog, a: string, b: string, json: boolean): number {
  const found = comparePaths(log, { a, b });
  if (json) {
    printJson({
      a: found.a,
      b: found.b,
      both: found.both,
      neither: found.neither,
      cases: found.cases,
      aOfEither: found.aOfEither,
      medianDifferenceSeconds: found.medianDifferenceSeconds,
      p: found.p,
      around: found.around.rows(),
      sentence: found.sentence,
    });
    return 0;
  }
  console.log(`${found.sentence}\n`);
  const row = (name: string, path: PathFigures) => [
    name,
    formatCount(path.cases),
    formatShare(path.share),
    `${formatShare(path.low)} to ${formatShare(path.high)}`,
    formatDuration(path.medianSeconds),
    formatDuration(path.pathMedianSeconds),
    path.pattern,
  ];
  console.log(textTable(
    ["path", "cases", "share", "95 % interval", "median of finished cases", "median of the path", "pattern"],
    [row("A", found.a), row("B", found.b)],
  ));
  console.log(`\nboth: ${formatCount(found.both)}, neither: ${formatCount(found.neither)}\n`);
  console.log(textTable(
    ["path", "directly", "activity", "cases", "share"],
    found.around.rows().map((row) => [
      row.path.toUpperCase(),
      row.place,
      row.activity,
      formatCount(row.cases),
      formatShare(row.share),
    ]),
  ));
  return 0;
}

function showFunnel(log: EventLog, milestones: readonly string[], json: boolean): number {
  const found = funnel(log, milestones);
  if (json) {
    printJson({
      cases: found.cases,
      steps: found.steps.rows(),
      wentTo: found.wentTo.rows(),
      restAt: found.restAt.rows(),
      sentence: found.sentence,
    });
    return 0;
  }
  console.log(`${found.sentence}\n`);
  console.log(textTable(
    ["milestone", "cases", "share", "of those before", "ended without", "stuck", "running", "median since", "90 %"],
    found.steps.rows().map((row) => [
      row.milestone,
      formatCount(row.cases),
      formatShare(row.share),
      formatShare(row.ofPrevious),
      formatCount(row.dropped),
      formatCount(row.stuck),
      formatCount(row.running),
      formatDuration(row.medianSeconds),
      formatDuration(row.p90Seconds),
    ]),
  ));
  return 0;
}
