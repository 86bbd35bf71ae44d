import { variants } from "../../mining/variants.ts";
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { whole } from "../options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

export const variantsCommand: CommandEntry = {
  name: "variants",
  summary: "the distinct paths that cases take, most frequent first",
  usage: "LOG [--top N]",
  reads: "event log",
  gives: "variants with cases, share and median time",
  functions: ["variants"],
  examples: ["tb variants data/order-to-cash.csv --top 5"],
  options: { ...logOptions, top: whole({ help: "only the N most frequent" }) },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const top = given.number("top");
    const found = variants(await readLogNoting(file, given));
    const rows = found.rows().slice(0, top).map(({ activities, cases, share, medianSeconds }) => ({
      activities,
      cases,
      share,
      medianSeconds,
    }));
    if (given.flag("json")) {
      printJson({ total: found.numRows(), variants: rows });
      return 0;
    }
    console.log(`${formatCount(found.numRows())} variants${top ? `, the first ${rows.length}` : ""}\n`);
    console.log(textTable(
      ["cases", "share", "median", "path"],
      rows.map((row) => [
        formatCount(row.cases),
        formatShare(row.share),
        formatDuration(row.medianSeconds),
        row.activities.join(" → "),
      ]),
    ));
    return 0;
  },
};
