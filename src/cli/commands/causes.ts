import { InputError } from "../../base/errors.ts";
import { factorsOf } from "../../mining/factors/factors_of.ts";
import { casesWhere, finishedCases, finishedOption } from "../cases_where.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { fieldsOf, type Options, whole } from "../options.ts";
import { printJson } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";
import { confidenceOption } from "./compare.ts";

const factorOptions = {
  ...confidenceOption,
  "known-at-start": {
    type: "boolean",
    help: "only factors that are known when a case starts",
    field: "knownAtStart",
  },
  "least-cases": whole({
    help: "as many cases must have a factor, and as many must not (default 10)",
    field: "leastCases",
  }),
} as const satisfies Options;

export const causesCommand: CommandEntry = {
  name: "causes",
  summary: "what sets a group of cases apart: attributes, people, paths, weekdays, and a small tree of them",
  usage: "LOG --outcome SQL",
  reads: "event log",
  gives: "factors ranked by lift with interval and corrected p, and a tree judged on unseen cases",
  functions: ["factorsOf"],
  examples: [
    'tb causes data/order-to-cash.csv --outcome "duration_seconds > 864000"',
    `tb causes data/order-to-cash.csv --outcome "region = 'South'"`,
  ],
  options: {
    ...logOptions,
    outcome: {
      type: "string",
      value: "SQL",
      help:
        "condition over the table cases (case_id, events, started, ended, duration_seconds, attributes) that makes the group",
    },
    ...factorOptions,
    ...finishedOption,
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const outcome = given.text("outcome")?.trim();
    if (!outcome) {
      throw new InputError(
        'Expected --outcome, a condition in SQL that makes the group, such as --outcome "duration_seconds > 864000", but ' +
          "found none.",
      );
    }
    const log = await readLogNoting(file, given);
    const finished = given.text("finished");
    const timeZone = given.text("time-zone");
    const found = factorsOf(log, {
      ...fieldsOf(factorOptions, given),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(finished === undefined ? {} : { finished: await finishedCases(log, finished) }),
      outcome: await casesWhere(log, outcome),
      name: outcome,
    });
    if (given.flag("json")) {
      const { sentence, cases, marked, share, factors, tree, heldOut, notes, confidence } = found;
      printJson({ sentence, outcome, cases, marked, share, confidence, factors: factors.rows(), tree, heldOut, notes });
    } else console.log(found.toString());
    return 0;
  },
};
