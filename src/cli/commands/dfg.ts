import { directlyFollows } from "../../mining/directly_follows.ts";
import type { Dfg } from "../../models/dfg.ts";
import { formatCount, formatWorkTime } from "../../base/format.ts";
import { calendarOf, calendarOptions } from "../calendar_options.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { printJson, textTable } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

export const dfgCommand: CommandEntry = {
  name: "dfg",
  summary: "the directly-follows graph, with frequencies and durations",
  usage: "LOG [--calendar HOURS|FILE]",
  reads: "event log",
  gives: "directly-follows graph",
  functions: ["directlyFollows"],
  examples: ["tb dfg data/order-to-cash.csv --json"],
  options: { ...logOptions, ...calendarOptions },

  async main(args) {
    const given = readArguments(this, args);
    const calendar = await calendarOf(given);
    const graph = directlyFollows(await readLogNoting(onlyPositional(this, given), given), calendar);
    const duration = (seconds: number) => formatWorkTime(seconds, calendar.calendar !== undefined);
    const { activities } = graph;
    if (given.flag("json")) {
      printJson({
        activities: activities.map((name, a) => ({ name, events: graph.events[a], cases: graph.cases[a] })),
        starts: countsByName(graph, graph.starts),
        ends: countsByName(graph, graph.ends),
        edges: graph.edges.map(({ from, to, ...figures }) => ({
          from: activities[from],
          to: activities[to],
          ...figures,
        })),
      });
      return 0;
    }
    console.log(`${formatCount(activities.length)} activities, ${formatCount(graph.edges.length)} edges\n`);
    console.log(textTable(
      ["count", "cases", "median", "mean", "edge"],
      [...graph.edges].sort((a, b) => b.count - a.count).map((edge) => [
        formatCount(edge.count),
        formatCount(edge.cases),
        duration(edge.medianSeconds),
        duration(edge.meanSeconds),
        `${activities[edge.from]} → ${activities[edge.to]}`,
      ]),
    ));
    return 0;
  },
};

function countsByName({ activities }: Dfg, counts: Float64Array): Record<string, number> {
  return Object.fromEntries(activities.map((name, a) => [name, counts[a]!] as const).filter(([, count]) => count > 0));
}
