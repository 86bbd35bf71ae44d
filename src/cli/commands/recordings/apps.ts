import { applications, applicationSwitches } from "../../../taskmining/friction/applications.ts";
import { formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import { interactionOptions, readInteractionOptions, readNoting } from "../../interaction_options.ts";
import { fieldsOf, type Options, seconds } from "../../options.ts";
import { note, printJson, textTable } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

const measureOptions = {
  idle: seconds({ help: "a longer gap belongs to no application (default 180)", field: "idleSeconds" }),
} as const satisfies Options;

export const appsCommand: CommandEntry = {
  name: "apps",
  summary: "time in each application, and switches between them",
  usage: "UILOG [--idle SECONDS]",
  reads: "interaction log",
  gives: "time in applications, switches between them",
  functions: ["applications", "applicationSwitches"],
  examples: ["tb apps data/order-desk.csv"],
  options: {
    ...interactionOptions,
    ...measureOptions,
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const measure = fieldsOf(measureOptions, given);
    const log = await readNoting(file, readInteractionOptions(given));
    const used = applications(log, measure);
    const switched = applicationSwitches(log, measure);
    const apps = used.rows();
    const switches = switched.rows();
    for (const text of new Set([...used.about.notes, ...switched.about.notes])) note(text);
    if (given.flag("json")) {
      printJson({
        idleSeconds: used.about.idleSeconds,
        apps,
        switches,
        pingPongs: switched.about.pingPongs,
        pingPongSeconds: switched.about.pingPongSeconds,
      });
      return 0;
    }
    console.log(textTable(
      ["application", "time", "share", "visits"],
      apps.map((row) => [
        row.app ?? "(unknown)",
        formatDuration(row.seconds ?? NaN),
        row.share === null ? "–" : formatShare(row.share),
        row.visits === null ? "–" : formatCount(row.visits),
      ]),
    ));
    console.log(
      `\n${formatCount(switched.about.switches)} switches, ${formatCount(switched.about.pingPongs)} of them ` +
        `there and back within ${formatDuration(switched.about.pingPongSeconds)}\n`,
    );
    console.log(textTable(
      ["from", "to", "count"],
      switches.map((row) => [row.from ?? "(unknown)", row.to ?? "(unknown)", formatCount(row.count)]),
    ));
    return 0;
  },
};
