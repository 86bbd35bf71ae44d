import { handleTimes, idleSensitivity } from "../../../taskmining/measures/handle_times.ts";
import { formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import { instanceOption, interactionOptions, readInteractionOptions, readNoting } from "../../interaction_options.ts";
import { given as optional } from "../../log_options.ts";
import { fieldsOf, type Options, seconds, whole } from "../../options.ts";
import { note, printJson, textTable } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

const measureOptions = {
  people: whole({
    value: "K",
    help: "no figures of groups of fewer people (default 5; users only by --by)",
    field: "k",
  }),
  idle: seconds({ help: "a longer gap is idle time (default 180)", field: "idleSeconds" }),
  ...instanceOption,
} as const satisfies Options;

export const handleCommand: CommandEntry = {
  name: "handle",
  summary: "handle, active and idle time of task instances, by user, team or task",
  usage: "UILOG [--by user|team|task|COLUMN] [--users keep] [--people K] [--idle SECONDS] [--instance COLUMN]",
  reads: "interaction log",
  gives: "handle, active and idle times",
  functions: ["handleTimes", "idleSensitivity"],
  examples: ["tb handle data/order-desk.csv --by team --idle 60"],
  options: {
    ...interactionOptions,
    by: { type: "string", value: "user|team|task|COLUMN", help: "what makes the groups (default: all are one)" },
    ...measureOptions,
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const by = given.text("by");
    const byUser = by === "user";
    const reading = readInteractionOptions(given);
    // Whoever asks for users gets them, but nobody's name unsaid: the order of pseudonyms is no ranking.
    const privacy = reading.privacy === false ? false : { users: "pseudonyms" as const, ...reading.privacy };
    const log = await readNoting(file, byUser ? { ...reading, privacy } : reading);
    const measure = { ...fieldsOf(measureOptions, given), individuals: byUser };
    const times = handleTimes(log, { ...measure, ...optional("by", by) });
    const sensitivity = idleSensitivity(log, measure).rows().map((row) => ({
      idleSeconds: row.idleSeconds,
      meanActive: row.meanActiveSeconds,
      medianActive: row.medianActiveSeconds,
      cvActive: row.cvActive,
      idleShare: row.idleShare,
    }));
    const { about } = times;
    for (const text of about.notes) note(text);
    const groups = times.rows().map((row) => ({
      group: row.group ?? (by === undefined ? "all" : null),
      instances: row.instances,
      meanHandle: row.meanHandleSeconds,
      medianHandle: row.medianHandleSeconds,
      cvHandle: row.cvHandle,
      meanActive: row.meanActiveSeconds,
      medianActive: row.medianActiveSeconds,
      p90Active: row.p90ActiveSeconds,
      cvActive: row.cvActive,
      idleShare: row.idleShare,
      interruptedShare: row.interruptedShare,
      suppressed: row.suppressed,
    }));
    if (given.flag("json")) {
      printJson({
        unit: "seconds",
        idleSeconds: about.idleSeconds,
        instanceColumn: about.instanceColumn,
        instances: about.instances,
        groups,
        sensitivity,
      });
      return 0;
    }
    if (log.hasTimes) {
      console.log(
        `Gaps over ${formatDuration(about.idleSeconds)} are idle time; ` +
          `an instance is put aside while its user works on another.\n`,
      );
    }
    console.log(textTable(
      [by ?? "group", "instances", "mean handle", "mean active", "median active", "CV active", "idle", "put aside"],
      groups.map((row) => [
        row.group ?? "(none)",
        ...(row.suppressed ? ["few people", "–", "–", "–", "–", "–", "–"] : [
          formatCount(row.instances),
          formatDuration(row.meanHandle),
          formatDuration(row.meanActive),
          formatDuration(row.medianActive),
          decimals(row.cvActive),
          formatShare(row.idleShare),
          formatShare(row.interruptedShare),
        ]),
      ]),
    ));
    console.log("\nHow much the idle threshold matters, over all:\n");
    console.log(textTable(
      ["idle threshold", "mean active", "median active", "CV active", "idle"],
      sensitivity.map((row) => [
        formatDuration(row.idleSeconds),
        formatDuration(row.meanActive),
        formatDuration(row.medianActive),
        decimals(row.cvActive),
        formatShare(row.idleShare),
      ]),
    ));
    return 0;
  },
};

function decimals(value: number | null): string {
  return value !== null && Number.isFinite(value) ? value.toFixed(3) : "–";
}
