import { formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { type UnseenTime, unseenTime } from "../../../hybrid/joined/unseen_time.ts";
import { readArguments } from "../../command.ts";
import { linkedLogOptions, linksOf } from "../../linked_logs.ts";
import { fieldsOf, type Options, seconds, whole } from "../../options.ts";
import { note, printJson, textTable } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

const unseenOptions = {
  idle: seconds({ help: "a longer gap between two interactions is no work (default 180)", field: "idleSeconds" }),
  k: whole({ help: "figures of fewer people are not shown (default 5)" }),
} as const satisfies Options;

export const unseenCommand: CommandEntry = {
  name: "unseen",
  summary: "how much of the time between steps neither the systems nor the recording saw",
  usage: "LOG UILOG [--idle SECONDS] [--k N]",
  reads: "event log, interaction log",
  gives: "elapsed, worked and unseen time of each step, and work before and after the system knows",
  functions: ["unseenTime", "enrichLog", "caseTimeline", "tasksBehind"],
  examples: ["tb unseen data/order-to-cash.csv data/order-desk.csv --json"],
  options: { ...linkedLogOptions, ...unseenOptions },

  async main(args) {
    const given = readArguments(this, args);
    const links = await linksOf(this, given);
    const found = unseenTime(links, fieldsOf(unseenOptions, given));
    for (const text of links.notes) note(text);
    if (given.flag("json")) printJson(asJson(found, links.sentence));
    else console.log(`${links.sentence}\n${asText(found)}`);
    return 0;
  },
};

function asJson(found: UnseenTime, links: string) {
  const { sentence, elapsedSeconds, workedSeconds, systemSeconds, passagesNotRecorded, notes } = found;
  return {
    sentence,
    links,
    ...{ elapsedSeconds, workedSeconds, systemSeconds },
    unseenShare: found.unseenShare,
    outsideShare: found.outsideShare,
    passagesNotRecorded,
    steps: found.steps.rows(),
    work: found.work.rows(),
    notes,
  };
}

function asText(found: UnseenTime): string {
  const steps = textTable(
    ["from", "to", "cases", "elapsed", "worked", "seen work", "unseen"],
    found.steps.rows().map((step) => [
      ...[step.from, step.to, formatCount(step.cases), formatDuration(step.elapsedSeconds)],
      ...[formatDuration(step.workedSeconds), formatShare(step.workedShare), formatShare(step.unseenShare)],
    ]),
  );
  const work = textTable(
    ["task", "activity", "instances", "worked", "before", "during", "after"],
    found.work.rows().map((row) => [
      ...[row.task, row.activity ?? "–", formatCount(row.instances), formatDuration(row.workedSeconds)],
      ...[formatDuration(row.beforeSeconds), formatDuration(row.duringSeconds), formatDuration(row.afterSeconds)],
    ]),
  );
  return `${found}\n\n${steps}\n\n${work}`;
}
