/** The answer of a funnel in plain sentences. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import type { Funnel, FunnelRow } from "./funnel_result.ts";

export function funnelSentence(found: Omit<Funnel, "sentence">): string {
  const rows = found.steps.rows();
  if (found.cases === 0) return "The log has no cases, so no milestone is reached.";
  const last = rows.at(-1)!;
  const reach = `${formatShareInterval({ value: last.share, low: last.low, high: last.high })} of ` +
    `${countOf(found.cases, "case")} reach ${last.milestone}${rows.length > 1 ? " by way of all milestones" : ""} ` +
    `(95 % interval).`;
  const running = rows.reduce((sum, row) => sum + row.running, 0);
  const open = !found.runningKnown
    ? "The log has no times: cases that still run cannot be told from those that dropped out."
    : running > 0
    ? `${countOf(running, "case")} still ${running === 1 ? "runs" : "run"} and may get further.`
    : "";
  return [reach, worst(found, rows), open].filter((text) => text !== "").join(" ");
}

/** Where most are lost, and where they went. */
function worst(found: Omit<Funnel, "sentence">, rows: readonly FunnelRow[]): string {
  const lost = ({ dropped, stuck, late }: FunnelRow) => dropped + stuck + late;
  const row = rows.reduce((most, row) => lost(row) > lost(most) ? row : most);
  if (lost(row) === 0) return "No case is lost on the way.";
  const kinds = [[row.dropped, "ended without it"], [row.stuck, "stuck before it"], [row.late, "too late"]] as const;
  const parts = kinds.filter(([n]) => n > 0)
    .map(([n, words]) => n === lost(row) ? words : `${formatCount(n)} ${words}`);
  const rest = found.restAt.rows().find(({ before }) => before === row.milestone)!;
  const at = rows.indexOf(row);
  const time = at > 0 && !Number.isNaN(row.medianSeconds)
    ? ` Those that reach it take ${formatDuration(row.medianSeconds)} from ${rows[at - 1]!.milestone} in the median.`
    : "";
  return `Most are lost before ${row.milestone}: ${countOf(lost(row), "case")} (${parts.join(", ")}), ` +
    `${formatShare(rest.share)} of them with ${rest.activity} as their last step.${time}`;
}
