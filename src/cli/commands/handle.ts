import { handleTimes, idleSensitivity } from "../../taskmining/measures/handle_times.ts";
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { type Command, onlyPositional, readArguments } from "../command.ts";
import { instanceOption, interactionOptions, readInteractionOptions, readNoting } from "../interaction_options.ts";
import { given as optional } from "../log_options.ts";
import { note, printJson, rowsOf, textTable } from "../output.ts";

export const handleCommand: Command = {
  name: "handle",
  summary: "handle, active and idle time of task instances, by user, team or task",
  usage: "UILOG [--by user|team|task|COLUMN] [--users keep] [--people K] [--idle SECONDS] [--instance COLUMN]",
  options: {
    ...interactionOptions,
    by: { type: "string", value: "user|team|task|COLUMN", help: "what makes the groups (default: all are one)" },
    people: {
      type: "string",
      value: "K",
      help: "no figures of groups of fewer people (default 5; users only by --by)",
    },
    idle: { type: "string", value: "SECONDS", help: "a longer gap is idle time (default 180)" },
    ...instanceOption,
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const idleSeconds = given.number("idle", (n) => n > 0 && Number.isFinite(n), "a number of seconds above 0");
    const by = given.text("by");
    const k = given.number("people", (n) => n >= 1 && Number.isInteger(n), "a whole number of people");
    const byUser = by === "user";
    const reading = readInteractionOptions(given);
    // Whoever asks for users gets them, but nobody's name unsaid: the order of pseudonyms is no ranking.
    const privacy = { users: "pseudonyms" as const, ...reading.privacy || {} };
    const log = await readNoting(file, byUser ? { ...reading, privacy } : reading);
    const measure = {
      ...optional("idleSeconds", idleSeconds),
      ...optional("instance", given.text("instance")),
      ...optional("k", k),
      individuals: byUser,
    };
    const times = handleTimes(log, { ...measure, ...optional("by", by) });
    const sensitivity = (rowsOf(idleSensitivity(log, measure)) as Record<string, number>[]).map((row) => ({
      idleSeconds: row.idleSeconds!,
      meanActive: row.meanActiveSeconds!,
      medianActive: row.medianActiveSeconds!,
      cvActive: row.cvActive!,
      idleShare: row.idleShare!,
    }));
    const { about } = times;
    for (const text of about.notes) note(text);
    const groups = (rowsOf(times) as Record<string, number>[]).map((row) => ({
      group: (row.group as unknown as string | null) ?? (by === undefined ? "all" : null),
      instances: row.instances!,
      meanHandle: row.meanHandleSeconds!,
      medianHandle: row.medianHandleSeconds!,
      cvHandle: row.cvHandle!,
      meanActive: row.meanActiveSeconds!,
      medianActive: row.medianActiveSeconds!,
      p90Active: row.p90ActiveSeconds!,
      cvActive: row.cvActive!,
      idleShare: row.idleShare!,
      suppressed: row.suppressed as unknown as boolean,
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
    console.log(`Gaps over ${formatDuration(about.idleSeconds)} are idle time.\n`);
    console.log(textTable(
      [by ?? "group", "instances", "mean handle", "mean active", "median active", "CV active", "idle"],
      groups.map((row) => [
        row.group ?? "(none)",
        ...(row.suppressed ? ["few people", "–", "–", "–", "–", "–"] : [
          formatCount(row.instances),
          formatDuration(row.meanHandle),
          formatDuration(row.meanActive),
          formatDuration(row.medianActive),
          Number.isFinite(row.cvActive) ? row.cvActive.toFixed(3) : "–",
          formatShare(row.idleShare),
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
        Number.isFinite(row.cvActive) ? row.cvActive.toFixed(3) : "–",
        formatShare(row.idleShare),
      ]),
    ));
    return 0;
  },
};
