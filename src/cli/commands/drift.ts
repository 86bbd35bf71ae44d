import { formatDate } from "../../base/format.ts";
import { discoverDrift } from "../../mining/change/drift.ts";
import { DRIFT_PERSPECTIVES, type DriftPerspective } from "../../mining/change/found_drift.ts";
import { figureInWords } from "../../mining/change/drift_words.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { choice, fieldsOf, type Options } from "../options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const own = {
  perspective: choice(DRIFT_PERSPECTIVES, { help: "look at this alone (default: all three)" }),
} as const satisfies Options;

export const driftCommand: CommandEntry = {
  name: "drift",
  summary: "when the process changed, how sure that is, and what is different since",
  usage: "LOG [--perspective flow|times|arrivals] [--ends ACTIVITY]…",
  reads: "event log",
  gives: "changes over time",
  functions: ["discoverDrift"],
  examples: ["tb drift data/order-to-cash.csv", "tb drift data/order-to-cash.csv --perspective flow --json"],
  options: {
    ...logOptions,
    ...own,
    ends: {
      type: "string",
      value: "ACTIVITY",
      multiple: true,
      help: "activity after which a case is finished; may be repeated; without it they are found",
    },
  },

  async main(args) {
    const given = readArguments(this, args);
    const { perspective } = fieldsOf(own, given) as { perspective?: DriftPerspective };
    const log = await readLogNoting(onlyPositional(this, given), given);
    const ends = given.texts("ends");
    const { changes, sentence } = discoverDrift(log, {
      ...(perspective === undefined ? {} : { perspectives: [perspective] }),
      ...(ends.length === 0 ? {} : { ends }),
    });
    if (given.flag("json")) {
      printJson({
        sentence,
        changes: changes.map(({ case: number, time, from, to, perspective, p, what }) => ({
          case: number,
          time: new Date(time).toISOString(),
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
          perspective,
          p,
          what: what.map(({ relation, before, after, effect, pAdjusted }) => ({
            relation,
            before,
            after,
            effect,
            pAdjusted,
          })),
        })),
      });
      return 0;
    }
    console.log(sentence);
    const rows = changes.flatMap((change) =>
      change.what.slice(0, 5).map((figure, k) => [
        k === 0 ? formatDate(change.time, "day") : "",
        k === 0 ? String(change.case) : "",
        k === 0 ? change.perspective : "",
        k === 0 ? change.p.toFixed(3) : "",
        figureInWords(change.perspective, figure),
      ])
    );
    if (rows.length > 0) console.log("\n" + textTable(["time", "case", "of", "p", "what changed"], rows));
    return 0;
  },
};
