import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { activityRework } from "../../mining/rework/activity_rework.ts";
import { loops } from "../../mining/rework/loops.ts";
import { pingPong } from "../../mining/rework/ping_pong.ts";
import { skippedSteps } from "../../mining/rework/skipped_steps.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { fieldsOf, numeric, type Options } from "../options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const skipOptions = {
  usual: numeric({ fits: (n) => n >= 0.5 && n <= 1, expected: "a number from 0.5 to 1" }, "X", {
    help: "a step is usual if at least this share of finished cases has it (default 0.8)",
  }),
} as const satisfies Options;

export const reworkCommand: CommandEntry = {
  name: "rework",
  summary: "repeated activities, ways back, ping-pong and usual steps that were left out",
  usage: "LOG [--usual X]",
  reads: "event log",
  gives: "rework, loops, ping-pong, skipped steps",
  functions: ["activityRework", "loops", "pingPong", "skippedSteps"],
  examples: ["tb rework data/order-to-cash.csv"],
  options: { ...logOptions, ...skipOptions },

  async main(args) {
    const given = readArguments(this, args);
    const log = await readLogNoting(onlyPositional(this, given), given);
    const repeated = activityRework(log), back = loops(log), there = pingPong(log);
    const skipped = skippedSteps(log, fieldsOf(skipOptions, given));
    if (given.flag("json")) {
      printJson({
        cases: repeated.cases,
        casesWithRework: repeated.casesWithRework,
        repetitions: repeated.repetitions,
        activities: repeated.activities.rows(),
        loops: back.loops.rows(),
        pingPong: { activities: there.activities.rows(), resources: there.resources.rows() },
        skipped: {
          finished: skipped.finished,
          casesWithSkips: skipped.casesWithSkips,
          steps: skipped.steps.rows(),
          combinations: skipped.combinations.rows(),
        },
        sentences: [repeated, back, there, skipped].map(({ sentence }) => sentence),
      });
      return 0;
    }
    print(repeated.sentence, ["activity", "cases", "share", "repetitions", "first to last (median)"], [
      ...repeated.activities.rows().map((row) => [
        row.activity,
        formatCount(row.cases),
        formatShare(row.share),
        formatCount(row.repetitions),
        formatDuration(row.medianSeconds),
      ]),
    ]);
    print(back.sentence, ["back from", "to", "cases", "share", "extra events", "median", "total"], [
      ...back.loops.rows().map((row) => [
        row.from,
        row.to,
        formatCount(row.cases),
        formatShare(row.share),
        formatCount(row.extraEvents),
        formatDuration(row.medianSeconds),
        formatDuration(row.totalSeconds),
      ]),
    ]);
    const pairs = [...there.activities.rows(), ...there.resources.rows()];
    print(there.sentence, ["back and forth", "and", "cases", "share", "changes", "median"], [
      ...pairs.map((row) => [
        row.first,
        row.second,
        formatCount(row.cases),
        formatShare(row.share),
        formatCount(row.changes),
        formatDuration(row.medianSeconds),
      ]),
    ]);
    print(skipped.sentence, ["left out", "cases", "share", "median without", "median with"], [
      ...skipped.steps.rows().filter(({ cases }) => cases > 0).map((row) => [
        row.activity,
        formatCount(row.cases),
        formatShare(row.share),
        formatDuration(row.medianSecondsWithout),
        formatDuration(row.medianSecondsWith),
      ]),
    ]);
    return 0;
  },
};

/** A sentence, and the first rows of its table where it has any. */
function print(sentence: string, header: string[], rows: string[][]): void {
  console.log(sentence + "\n");
  if (rows.length === 0) return;
  console.log(textTable(header, rows.slice(0, MOST_ROWS)));
  if (rows.length > MOST_ROWS) console.log(`… and ${formatCount(rows.length - MOST_ROWS)} more (--json has all)`);
  console.log("");
}

const MOST_ROWS = 20;
