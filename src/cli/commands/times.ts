import { throughputTimes } from "../../mining/performance/throughput.ts";
import { stepTimes, type StepTimesRow } from "../../mining/performance/step_times.ts";
import { timeBasis } from "../../mining/performance/event_times.ts";
import { InputError } from "../../base/errors.ts";
import { formatCount, formatWorkTime } from "../../base/format.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { assumeOption, calendarOf, calendarOptions } from "../calendar_options.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { given as optional, logOptions, readLogNoting } from "../log_options.ts";
import { choice, fieldsOf, type Options } from "../options.ts";
import { note, printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const measures = ["throughput", "waiting", "service", "sojourn", "handle"] as const;
type Measure = typeof measures[number];
const OF_CASES = ["throughput", "waiting", "service", "handle"] as const;
const OF_STEPS = ["waiting", "service", "sojourn"] as const;

const measureOption = {
  measure: choice(measures, { help: "what `groups` holds (default throughput; sojourn with --per)" }),
} as const satisfies Options;

export const timesCommand: CommandEntry = {
  name: "times",
  summary: "throughput, waiting, service and sojourn times of cases, activities, transitions or resources",
  usage: "LOG [--by COLUMN | --per activity|transition|resource|COLUMN] [--measure …] [--calendar HOURS|FILE]",
  reads: "event log",
  gives: "throughput, waiting, service and sojourn times, known or assumed",
  functions: ["throughputTimes", "stepTimes"],
  examples: [
    "tb times data/order-to-cash.csv --by region",
    'tb times data/order-to-cash.csv --per activity --calendar "Mo-Fr 09:00-17:00"',
  ],
  options: {
    ...logOptions,
    by: { type: "string", value: "COLUMN", help: "case attribute whose values make the groups of cases" },
    per: {
      type: "string",
      value: "activity|transition|resource|COLUMN",
      help: "times of steps instead of cases: by activity, transition, resource or another column",
    },
    ...measureOption,
    ...assumeOption,
    ...calendarOptions,
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const calendar = await calendarOf(given);
    const options = { ...calendar, ...fieldsOf(assumeOption, given) };
    const { measure } = fieldsOf(measureOption, given);
    const by = given.text("by"), per = given.text("per");
    if (by !== undefined && per !== undefined) {
      throw new InputError("--by makes groups of cases, and --per groups of steps: give one of them.");
    }
    const log = await readLogNoting(file, given);
    if (per !== undefined) return printSteps(log, { ...options, per }, measure, given.flag("json"));
    const groupsOf = (name: Measure) =>
      throughputTimes(log, { measure: name, ...options, ...optional("by", by) }).rows();
    const basis = timeBasis(log, options);
    if (given.flag("json")) {
      printJson({
        unit: "seconds",
        measure: measure ?? "throughput",
        calendar: basis.calendar,
        known: knownOf(basis),
        groups: groupsOf(measure ?? "throughput"),
        ...Object.fromEntries(OF_CASES.map((name) => [name, groupsOf(name)])),
      });
      return 0;
    }
    const duration = (seconds: number) => formatWorkTime(seconds, basis.calendar !== null);
    const told = log.start || options.assume !== undefined;
    const names = measure !== undefined
      ? [measure]
      : told
      ? ["throughput", "waiting", "service"] as const
      : ["throughput"] as const;
    const shown = names.map((name) => ({ name, groups: groupsOf(name) }));
    for (const { name, groups } of shown) {
      console.log(`${name} time${by === undefined ? "" : ` by ${by}`}`);
      console.log(
        textTable(
          ["group", "cases", "mean", "median", "90 %", "CV"],
          groups.map((row) => [
            String(row.group),
            formatCount(row.cases),
            duration(row.mean),
            duration(row.median),
            duration(row.p90),
            Number.isFinite(row.cv) ? row.cv.toFixed(3) : "–",
          ]),
        ) + "\n",
      );
    }
    note(basis.sentence);
    return 0;
  },
};

function printSteps(
  log: EventLog,
  options: Parameters<typeof stepTimes>[1] & { per: string },
  measure: Measure = "sojourn",
  json: boolean,
): number {
  if (!(OF_STEPS as readonly string[]).includes(measure)) {
    throw new InputError(`--measure: expected ${OF_STEPS.join(", ")} with --per but found "${measure}".`);
  }
  const { table, basis, sentence } = stepTimes(log, options);
  const rows = table.rows();
  if (json) {
    const groupsOf = (name: typeof OF_STEPS[number]) => rows.map((row) => figures(row, name));
    printJson({
      unit: "seconds",
      measure,
      per: options.per,
      sentence,
      calendar: basis.calendar,
      known: knownOf(basis),
      groups: groupsOf(measure as typeof OF_STEPS[number]),
      ...Object.fromEntries(OF_STEPS.map((name) => [name, groupsOf(name)])),
    });
    return 0;
  }
  const duration = (seconds: number) => formatWorkTime(seconds, basis.calendar !== null);
  console.log(`${sentence}\n`);
  console.log(textTable(
    [options.per, "events", "median wait", "median service", "median sojourn", "sojourn in sum"],
    rows.map((row) => [
      row.group ?? "(none)",
      formatCount(row.events),
      duration(row.medianWaitingSeconds),
      duration(row.medianServiceSeconds),
      duration(row.medianSojournSeconds),
      duration(row.totalSojournSeconds),
    ]),
  ));
  return 0;
}

function figures(row: StepTimesRow, measure: typeof OF_STEPS[number]) {
  const { group, from, to, events } = row;
  const name = { waiting: "Waiting", service: "Service", sojourn: "Sojourn" }[measure] as "Waiting";
  return {
    group,
    ...(from === null ? {} : { from, to }),
    events,
    known: { waiting: row.waits, service: row.services, sojourn: row.sojourns }[measure],
    mean: row[`mean${name}Seconds`],
    median: row[`median${name}Seconds`],
    p90: row[`p90${name}Seconds`],
    total: row[`total${name}Seconds`],
  };
}

function knownOf({ events, starts, assumed, sentence }: ReturnType<typeof timeBasis>) {
  return { events, starts, assumed, sentence };
}
