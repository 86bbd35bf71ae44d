import { readAnyLog } from "../../log/read_any_log.ts";
import { EventLog } from "../../log/events/event_log.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { describeLog } from "../../mining/statistics.ts";
import { formatCount } from "../../base/format.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogOptions } from "../log_options.ts";
import { printJson } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

export const infoCommand: CommandEntry = {
  name: "info",
  summary: "what a log holds, how it was read, and what reading it found",
  usage: "LOG",
  reads: "event log or interaction log",
  gives: "counts, mapping, findings of reading",
  functions: ["readAnyLog", "describeLog"],
  examples: ["tb info data/order-to-cash.csv"],
  options: logOptions,

  async main(args) {
    const given = readArguments(this, args);
    const log = await readAnyLog(onlyPositional(this, given), readLogOptions(given));
    const facts = log instanceof EventLog ? eventFacts(log) : interactionFacts(log);
    if (given.flag("json")) {
      printJson(facts);
      return 0;
    }
    const { mapping, findings, ...figures } = facts;
    for (const [name, value] of Object.entries(figures)) {
      if (value === null) continue;
      console.log(`${name.padEnd(12)} ${typeof value === "number" ? formatCount(value) : value}`);
    }
    console.log("\nmapping");
    for (const [role, column] of Object.entries(mapping)) console.log(`  ${role.padEnd(10)} ${column}`);
    console.log(findings.length ? "\nfindings" : "\nno findings");
    for (const { rule, count, example } of findings) console.log(`  ${formatCount(count)} × ${rule}: ${example}`);
    return 0;
  },
};

function eventFacts(log: EventLog) {
  const { cases, events, activities, variants, firstEvent, lastEvent } = describeLog(log);
  return {
    kind: "events",
    cases,
    events,
    activities,
    variants,
    firstEvent: firstEvent?.toISOString() ?? null,
    lastEvent: lastEvent?.toISOString() ?? null,
    mapping: log.source.mapping,
    driver: log.driver,
    findings: log.source.findings,
  };
}

/** Fields that only cases can fill are null: an interaction log has none until it is segmented. */
function interactionFacts(log: InteractionLog) {
  const { time, end } = log;
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < time.length; i++) {
    first = Math.min(first, time[i]!);
    last = Math.max(last, end && end[i]! > time[i]! ? end[i]! : time[i]!);
  }
  const known = time.length > 0 && log.hasTimes;
  return {
    kind: "interactions",
    cases: null,
    events: time.length,
    activities: log.actions.length,
    variants: null,
    users: log.users.length,
    applications: log.apps.length,
    sessions: log.sessions.length - 1,
    firstEvent: known ? new Date(first).toISOString() : null,
    lastEvent: known ? new Date(last).toISOString() : null,
    mapping: log.source.mapping,
    driver: log.driver,
    findings: log.source.findings,
  };
}
