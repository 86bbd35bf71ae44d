import { readAnyLog } from "../../log/read_log.ts";
import { EventLog } from "../../log/event_log.ts";
import type { InteractionLog } from "../../log/interaction_log.ts";
import { describeLog } from "../../mining/statistics.ts";
import { formatCount } from "../../viz/format.ts";
import { type Command, onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogOptions } from "../log_options.ts";
import { printJson } from "../output.ts";

export const infoCommand: Command = {
  name: "info",
  summary: "what a log holds, how it was read, and what reading it found",
  usage: "LOG",
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
