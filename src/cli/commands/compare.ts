import { InputError } from "../../base/errors.ts";
import { asText } from "../../base/text_codes.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { millisecondsOf } from "../../log/events/filter/time_frame.ts";
import { compareGroups } from "../../mining/comparison/compare_groups.ts";
import { compareLogs, type LogComparison } from "../../mining/comparison/compare_logs.ts";
import { NO_VALUE } from "../../mining/group_cases.ts";
import { finishedCases, finishedOption } from "../cases_where.ts";
import { readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { type Arguments, fieldsOf, numeric, type Options, whole } from "../options.ts";
import { printJson } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

export const confidenceOption = {
  confidence: numeric(
    { fits: (n) => n > 0 && n < 1, expected: "a number between 0 and 1, such as 0.95" },
    "X",
    { help: "of the intervals; the rest is the share of false findings that is allowed (default 0.95)" },
  ),
} as const satisfies Options;

const comparisonOptions = {
  ...confidenceOption,
  "least-cases": whole({
    help: "what fewer cases of both groups together have is not tested (default 5)",
    field: "leastCases",
  }),
} as const satisfies Options;

export const compareCommand: CommandEntry = {
  name: "compare",
  summary: "what differs between two logs, two groups of cases or two periods, by how much and how surely",
  usage: "LOG [OTHER] [--by COLUMN --groups A,B | --at TIME]",
  reads: "one or two event logs",
  gives: "figures, activities, steps, variants and times, each with difference, interval and corrected p",
  functions: ["compareLogs", "compareGroups"],
  examples: [
    "tb compare before.csv after.csv",
    "tb compare data/order-to-cash.csv --by region --groups North,South",
    "tb compare data/order-to-cash.csv --at 2025-02-01",
  ],
  options: {
    ...logOptions,
    by: { type: "string", value: "COLUMN", help: "case attribute whose values make the groups" },
    groups: {
      type: "string",
      value: "A,B",
      help: "two of its values, or one to be compared with all others (default both, where there are two)",
    },
    at: {
      type: "string",
      value: "TIME",
      help: "compare cases that began before this moment with those that began later",
      check: (value) => millisecondsOf("at", value),
    },
    ...comparisonOptions,
    ...finishedOption,
  },

  async main(args) {
    const given = readArguments(this, args);
    const found = await comparison(given);
    if (given.flag("json")) printJson(asJson(found));
    else console.log(found.toString());
    return 0;
  },
};

async function comparison(given: Arguments): Promise<LogComparison> {
  const options = fieldsOf(comparisonOptions, given);
  const [by, groups, at] = [given.text("by"), given.text("groups"), given.text("at")];
  const finished = given.text("finished");
  const { positionals } = given;
  if (positionals.length === 2) {
    const grouping = ["by", "groups", "at"].find((name) => given.text(name) !== undefined);
    if (grouping) {
      throw new InputError(`Expected two logs, or one log and --${grouping}, but found both. Leave one of them out.`);
    }
    const [a, b] = [await readLogNoting(positionals[0]!, given), await readLogNoting(positionals[1]!, given)];
    return compareLogs(a, b, {
      ...options,
      ...(finished === undefined
        ? {}
        : { finished: [await finishedCases(a, finished), await finishedCases(b, finished)] as const }),
    });
  }
  if (positionals.length !== 1) {
    throw new InputError(
      `Expected one log or two but found ${positionals.length === 0 ? "none" : positionals.join(", ")}.\n` +
        `Usage: tb compare ${compareCommand.usage}`,
    );
  }
  if (by === undefined && at === undefined) {
    throw new InputError(
      "Expected a second log, --by COLUMN for two groups of this one, or --at TIME for two periods, but found neither.",
    );
  }
  if (by !== undefined && at !== undefined) {
    throw new InputError("Expected either --by COLUMN or --at TIME but found both. Leave one of them out.");
  }
  if (groups !== undefined && by === undefined) {
    throw new InputError("Expected --by COLUMN beside --groups, since groups are values of a column, but found none.");
  }
  const log = await readLogNoting(positionals[0]!, given);
  return compareGroups(log, {
    ...options,
    ...(finished === undefined ? {} : { finished: await finishedCases(log, finished) }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
    ...(groups === undefined || by === undefined ? {} : { groups: groupsIn(groups, log, by) }),
  });
}

/** Values may hold commas themselves: the comma that parts them is the one with a value on either side. */
function groupsIn(text: string, log: EventLog, by: string): [string, string] | [string] {
  const column = log.caseAttribute(by);
  const values = new Set(column ? [...asText(column).dictionary, NO_VALUE] : []);
  if (values.has(text)) return [text];
  const parts = text.split(",");
  const ways = parts.slice(1).map((_, i): [string, string] => [
    parts.slice(0, i + 1).join(",").trim(),
    parts.slice(i + 1).join(",").trim(),
  ]);
  const fitting = ways.filter(([a, b]) => values.has(a) && values.has(b));
  if (fitting.length > 1) {
    throw new InputError(
      `--groups: expected two values of "${by}" with a comma between them, but "${text}" can be read in ${fitting.length} ways: ` +
        `${fitting.map(([a, b]) => `"${a}" and "${b}"`).join("; ")}. Filter the log first.`,
    );
  }
  return fitting[0] ?? ways[0] ?? [text.trim()];
}

function asJson(found: LogComparison) {
  const { sentence, names, confidence, notes } = found;
  return {
    sentence,
    names,
    confidence,
    figures: found.figures.rows(),
    starts: found.starts.rows(),
    ends: found.ends.rows(),
    activities: found.activities.rows(),
    edges: found.edges.rows(),
    variants: found.variants.rows(),
    times: found.times.rows(),
    notes,
  };
}
