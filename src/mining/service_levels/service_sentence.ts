/** The answer of a service level in plain sentences. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { countOf, formatCount, formatDate, formatDuration } from "../../base/format.ts";
import { formatP } from "../../base/p_value.ts";
import { shareDifference } from "../../base/statistics/proportions.ts";
import { independenceTest } from "../../base/statistics/independence.ts";
import type { ServiceCounts, ServiceLevel } from "./service_figures.ts";

/** A share of fewer is no basis for a comparison. */
const FEW = 10;

export function serviceSentence(found: Omit<ServiceLevel, "sentence">): string {
  const asked = found.kept + found.broken + found.open;
  if (asked === 0) {
    return `The rule (${found.words}) asks nothing of any case: none has the event from which it counts.`;
  }
  const never = found.never > 0 ? ` (${formatCount(found.never)} of them ended without it)` : "";
  const counts = `${formatCount(found.kept)} kept it, ${formatCount(found.broken)} broke it${never} and ` +
    `${formatCount(found.open)} ${found.open === 1 ? "is" : "are"} still open`;
  const lead = found.due === 0
    ? `Nothing can be said yet of ${countOf(asked, "case")} under the rule (${found.words}): no time is up.`
    : `${formatShareInterval({ value: found.share, low: found.low, high: found.high })} of ` +
      `${countOf(found.due, "case")} whose time is up kept the rule (${found.words}; 95 % interval).`;
  const outside = found.outside > 0 ? `; it asks nothing of ${formatCount(found.outside)}` : "";
  const time = Number.isNaN(found.medianSeconds)
    ? ""
    : ` Where it came, it took ${formatDuration(found.medianSeconds)} in the median and up to ` +
      `${formatDuration(found.p90Seconds)} in nine of ten cases${working(found)}.`;
  return `${lead} Of ${countOf(asked, "case")}, ${counts}${outside}.${time}${worstGroup(found)}${worstPeriod(found)}`;
}

function working({ rule }: Omit<ServiceLevel, "sentence">): string {
  return rule.kind === "time" && rule.working ? " (working time)" : "";
}

/** The group furthest below the others taken together, if chance is no likely reason. */
function worstGroup(found: Omit<ServiceLevel, "sentence">): string {
  const rows = found.groups.rows().filter(({ due }) => due >= FEW);
  if (found.by === null || rows.length < 2) return "";
  const worst = rows.reduce((least, row) => row.share < least.share ? row : least);
  const { p, difference } = against(worst, found);
  // As many looks as there are groups.
  const adjusted = Math.min(1, p * rows.length);
  if (!(adjusted < 0.05)) return ` No group of ${found.by} differs from the others by more than chance.`;
  return ` Lowest in ${found.by} ${worst.group}: ${
    formatShareInterval({ value: worst.share, low: worst.low, high: worst.high })
  }, ${(-difference * 100).toFixed(0)} points below the others (${formatP(adjusted)}).`;
}

function worstPeriod(found: Omit<ServiceLevel, "sentence">): string {
  const rows = found.periods.rows().filter(({ due }) => due >= FEW);
  if (rows.length < 2) return "";
  const worst = rows.reduce((least, row) => row.share < least.share ? row : least);
  const adjusted = Math.min(1, against(worst, found).p * rows.length);
  if (!(adjusted < 0.05)) return "";
  return ` The lowest ${found.every} is that of ${formatDate(worst.begin.getTime(), "day")}: ${
    formatShareInterval({ value: worst.share, low: worst.low, high: worst.high })
  } (${formatP(adjusted)}).`;
}

/** One part against all the others. */
function against(part: ServiceCounts, all: ServiceCounts): { p: number; difference: number } {
  const kept = ({ share, due }: ServiceCounts) => due === 0 ? 0 : Math.round(share * due);
  const [a, n] = [kept(part), part.due];
  const [b, m] = [kept(all) - a, all.due - n];
  return {
    p: independenceTest(a, n - a, b, m - b),
    difference: shareDifference({ count: a, total: n }, { count: b, total: m }).value,
  };
}
