/** What is known of a log before anything is selected: what the axes and lists of the explorer are made of. */
import { formatDate } from "../../../base/format.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import { describeLog, type LogStatistics } from "../../../mining/describe_log.ts";
import { caseDurations } from "../../../mining/performance/case_seconds.ts";
import { binInWords, timeBins } from "../../events/time_bins.ts";
import { countInBins, type DurationBins, durationBins } from "../../kit/duration_bins.ts";
import { eventsByBin } from "./answers.ts";

export interface Overview {
  readonly name: string;
  /** What the log was filtered by before it came to the explorer. */
  readonly filters: readonly string[];
  readonly statistics: LogStatistics;
  readonly hasResources: boolean;
  /** Absent where the log has no times. */
  readonly times?: {
    readonly edges: readonly number[];
    /** Of each bin, in words. */
    readonly words: readonly string[];
    readonly ticks: readonly { readonly at: number; readonly text: string }[];
    readonly events: Float64Array;
  };
  readonly durations?: {
    readonly bins: DurationBins;
    readonly cases: Float64Array;
  };
  /** Attributes that values are counted of. */
  readonly attributes: readonly string[];
}

const mostTimeBins = 90;
const durationBinsWanted = 30;

export function overviewOf(log: EventLog): Overview {
  const statistics = describeLog(log);
  const { firstEvent, lastEvent } = statistics;
  const timed = firstEvent !== null && lastEvent !== null;
  const edges = timed ? timeBins(firstEvent.getTime(), lastEvent.getTime(), mostTimeBins) : [];
  return {
    name: log.name,
    filters: log.filters,
    statistics,
    hasResources: log.resource !== undefined,
    ...(timed
      ? {
        times: {
          edges,
          words: edges.slice(1).map((to, i) => binInWords(edges[i]!, to)),
          ticks: [0, 0.5, 1].map((at) => ({
            at,
            text: formatDate(edges[0]! + at * (edges.at(-1)! - edges[0]!), "day"),
          })),
          events: eventsByBin(log, edges),
        },
        durations: durationsOf(log),
      }
      : {}),
    attributes: [...new Set(log.attributes)],
  };
}

function durationsOf(log: EventLog): NonNullable<Overview["durations"]> {
  const seconds = caseDurations(log).sort();
  const bins = durationBins(seconds, durationBinsWanted);
  return { bins, cases: countInBins(seconds, bins) };
}
