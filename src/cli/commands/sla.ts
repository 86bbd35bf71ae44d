import { InputError } from "../../base/errors.ts";
import { caseCalendar } from "../../log/calendar/calendars_by.ts";
import { formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import type { ServiceCounts } from "../../mining/service_levels/service_figures.ts";
import { serviceLevel } from "../../mining/service_levels/service_level.ts";
import { parseServiceRule, RULE_EXAMPLES } from "../../mining/service_levels/parse_rule.ts";
import { calendarOf, calendarOptions } from "../calendar_options.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { choice, fieldsOf, type Options } from "../options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const levelOptions = {
  by: { type: "string", value: "COLUMN", help: "case attribute whose values make the groups" },
  every: choice(["hour", "day", "week", "month"], { help: "length of the periods (default: at most 40 of them)" }),
} as const satisfies Options;

export const slaCommand: CommandEntry = {
  name: "sla",
  summary: "how many cases keep a rule such as a time limit, break it, or may still do either",
  usage: 'LOG --rule "from A to B within 5 days" [--by COLUMN] [--every week] [--calendar HOURS|FILE]',
  reads: "event log",
  gives: "service level by group and over time",
  functions: ["serviceLevel", "parseServiceRule"],
  examples: [
    'tb sla data/order-to-cash.csv --rule "case within 30 days" --by region',
    'tb sla data/order-to-cash.csv --rule "from Confirm order to Ship goods within 2 working days" --calendar "Mo-Fr 08:00-17:00"',
  ],
  options: {
    ...logOptions,
    rule: {
      type: "string",
      value: "RULE",
      help:
        'such as "from A to B within 5 days", "A within 2 hours of start", "case within 10 days", "B at most 3 times"',
    },
    ...levelOptions,
    ...calendarOptions,
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const rule = given.text("rule");
    if (rule === undefined) throw new InputError(`Expected --rule, such as ${RULE_EXAMPLES}, but found none.`);
    const log = await readLogNoting(file, given);
    const { calendar } = await calendarOf(given);
    const read = parseServiceRule(rule, log.activities);
    if (read.kind === "time" && read.working && !calendar) {
      throw new InputError(
        `--rule ${JSON.stringify(rule)} counts working time: give --calendar, such as --calendar "Mo-Fr 09:00-17:00".`,
      );
    }
    const level = serviceLevel(log, rule, {
      ...fieldsOf(levelOptions, given),
      ...(calendar ? { calendar: caseCalendar(calendar)! } : {}),
    });
    const groups = level.groups.rows(), periods = level.periods.rows();
    if (given.flag("json")) {
      printJson({
        rule: level.words,
        ...figures(level),
        outside: level.outside,
        groups: groups.map(({ group, ...row }) => ({ group, ...figures(row) })),
        every: level.every,
        periods: periods.map(({ begin, ...row }) => ({ begin: begin.toISOString(), ...figures(row) })),
        sentence: level.sentence,
      });
      return 0;
    }
    console.log(`${level.sentence}\n`);
    const header = ["kept", "broken", "open", "share in time", "95 % interval", "median", "90 %"];
    if (level.by !== null) {
      console.log(textTable([level.by, ...header], groups.map((row) => [row.group, ...cells(row)])) + "\n");
    }
    console.log(
      textTable([level.every, ...header], [
        ...periods.filter(({ kept, broken, open }) => kept + broken + open > 0)
          .map((row) => [formatDate(row.begin.getTime(), level.every === "hour" ? "minute" : "day"), ...cells(row)]),
      ]),
    );
    return 0;
  },
};

function figures({ kept, broken, open, never, due, share, low, high, medianSeconds, p90Seconds }: ServiceCounts) {
  return { kept, broken, open, never, due, share, low, high, medianSeconds, p90Seconds };
}

function cells(row: ServiceCounts): string[] {
  return [
    formatCount(row.kept),
    formatCount(row.broken),
    formatCount(row.open),
    formatShare(row.share),
    row.due === 0 ? "–" : `${formatShare(row.low)} to ${formatShare(row.high)}`,
    formatDuration(row.medianSeconds),
    formatDuration(row.p90Seconds),
  ];
}
