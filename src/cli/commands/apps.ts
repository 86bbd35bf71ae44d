import { applications, applicationSwitches } from "../../taskmining/friction/applications.ts";
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { type Command, onlyPositional, readArguments } from "../command.ts";
import { interactionOptions, readInteractionOptions, readNoting } from "../interaction_options.ts";
import { given as optional } from "../log_options.ts";
import { note, printJson, rowsOf, textTable } from "../output.ts";

export const appsCommand: Command = {
  name: "apps",
  summary: "time in each application, and switches between them",
  usage: "UILOG [--idle SECONDS]",
  options: {
    ...interactionOptions,
    idle: { type: "string", value: "SECONDS", help: "a longer gap belongs to no application (default 180)" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const idleSeconds = given.number("idle", (n) => n > 0 && Number.isFinite(n), "a number of seconds above 0");
    const log = await readNoting(file, readInteractionOptions(given));
    const used = applications(log, optional("idleSeconds", idleSeconds));
    const switched = applicationSwitches(log, optional("idleSeconds", idleSeconds));
    const apps = rowsOf(used) as { app: string | null; seconds: number | null; visits: number; share: number | null }[];
    const switches = rowsOf(switched) as { from: string | null; to: string | null; count: number }[];
    for (const text of used.about.notes) note(text);
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
        formatCount(row.visits),
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
