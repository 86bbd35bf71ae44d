import { formatShare, formatWorkTime } from "../../base/format.ts";
import { discoverCalendars } from "../../mining/performance/calendar/discover_calendars.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { given as optional, logOptions, readLogNoting } from "../log_options.ts";
import { choice, fieldsOf, type Options } from "../options.ts";
import { checkTarget, note, printJson, textTable, writeText } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const minutesOption = {
  minutes: choice(["15", "30", "60"], { help: "length of the parts of a day that are told apart (default 60)" }),
} as const satisfies Options;

export const calendarsCommand: CommandEntry = {
  name: "calendars",
  summary: "working hours and holidays found in a log, for all or for each resource or group",
  usage: "LOG [--by COLUMN] [--time-zone ZONE] [-o FILE]",
  reads: "event log",
  gives: "working calendars, with how sure they are",
  functions: ["discoverCalendars"],
  examples: ["tb calendars data/order-to-cash.csv --by resource -o calendars.json"],
  options: {
    ...logOptions,
    by: { type: "string", value: "COLUMN", help: "a calendar for each resource, or each value of another column" },
    ...minutesOption,
    output: { type: "string", short: "o", value: "FILE", help: "write the calendars, for --calendar FILE" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const output = given.text("output"), minutes = fieldsOf(minutesOption, given).minutes;
    await checkTarget("--output", output);
    const log = await readLogNoting(file, given);
    const found = discoverCalendars(log, {
      ...optional("by", given.text("by")),
      ...optional("timeZone", given.text("time-zone")),
      ...(minutes === undefined ? {} : { minutes: Number(minutes) as 15 | 30 | 60 }),
    });
    if (output !== undefined) {
      await writeText("--output", output, `${JSON.stringify(found.calendar, null, 2)}\n`);
      note(`Wrote ${output}.`);
    }
    const groups = found.groups.rows();
    if (given.flag("json")) {
      printJson({
        sentence: found.sentence,
        calendar: found.calendar,
        holidays: found.holidays,
        groups,
        cells: found.cells.rows(),
      });
      return 0;
    }
    console.log(`${found.sentence}\n`);
    console.log(textTable(
      ["group", "hours", "a week", "events in them", "sure", "own"],
      groups.map((row) => [
        row.group ?? "(all)",
        row.hours,
        formatWorkTime(row.weekSeconds),
        formatShare(row.support),
        formatShare(row.sure),
        row.own ? "yes" : "no: too few events",
      ]),
    ));
    return 0;
  },
};
