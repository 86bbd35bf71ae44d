import { transfers } from "../../../taskmining/friction/transfers.ts";
import { formatCount, formatDuration } from "../../../base/format.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import { interactionOptions, readInteractionOptions, readNoting } from "../../interaction_options.ts";
import { fieldsOf, type Options, seconds } from "../../options.ts";
import { note, printJson, textTable } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

const transferOptions = {
  within: seconds({ help: "how long before a value was copied or seen (default 1800)", field: "withinSeconds" }),
} as const satisfies Options;

export const transfersCommand: CommandEntry = {
  name: "transfers",
  summary: "values copied and pasted, or typed again, from field to field",
  usage: "UILOG [--within SECONDS]",
  reads: "interaction log",
  gives: "values carried from field to field",
  functions: ["transfers"],
  examples: ["tb transfers data/order-desk.csv"],
  options: {
    ...interactionOptions,
    ...transferOptions,
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const log = await readNoting(file, readInteractionOptions(given));
    const found = transfers(log, fieldsOf(transferOptions, given));
    const rows = found.rows();
    for (const text of found.about.notes) note(text);
    if (given.flag("json")) {
      printJson(rows);
      return 0;
    }
    const place = (app: string | null, element: string | null) =>
      [element, app].filter((part) => part !== null).join(" in ") || "(unknown)";
    console.log(
      `${formatCount(found.about.copyPastes)} values pasted, ${formatCount(found.about.reTypings)} typed again\n`,
    );
    console.log(textTable(
      ["from", "to", "kind", "count", "people", "median"],
      rows.map((row) => [
        place(row.fromApp, row.fromElement),
        place(row.toApp, row.toElement),
        row.kind,
        formatCount(row.count),
        formatCount(row.people),
        formatDuration(row.medianSeconds ?? NaN),
      ]),
    ));
    return 0;
  },
};
