import { InputError } from "../../base/errors.ts";
import { viewExplorer } from "../../viz/explorer/explorer.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { checkTarget, writeText } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const { json: _, ...readingOptions } = logOptions;

export const exploreCommand: CommandEntry = {
  name: "explore",
  summary: "a log as one HTML file to click in: map, variants, times and cases of what is selected, and its code",
  usage: "LOG -o FILE.html",
  reads: "event log",
  gives: "HTML file",
  functions: ["viewExplorer"],
  examples: ["tb explore data/order-to-cash.csv -o orders.html"],
  options: {
    output: { type: "string", short: "o", value: "FILE", help: "where the page goes; it works without a network" },
    ...readingOptions,
  },

  async main(args) {
    const given = readArguments(this, args);
    const path = onlyPositional(this, given);
    const file = given.text("output");
    if (file === undefined) throw new InputError("Expected -o FILE.html, where the page goes, but found none.");
    await checkTarget("-o", file);
    await writeText("-o", file, viewExplorer(await readLogNoting(path, given)).toPage());
    console.log(file);
    return 0;
  },
};
