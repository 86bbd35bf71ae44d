/** How figures of a change are named and written. */
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import type { DriftPerspective } from "../../mining/mod.ts";

/** As the picture names them. */
export const PERSPECTIVE_NAMES: Readonly<Record<DriftPerspective, string>> = {
  flow: "order of activities",
  times: "times between activities",
  arrivals: "arrivals of cases",
};

/** A figure with its unit: a share of cases, a median, or cases a day. */
export function figureValue(perspective: DriftPerspective, value: number): string {
  if (perspective === "flow") return formatShare(value);
  return perspective === "times" ? formatDuration(value) : `${formatCount(value, 1)} a day`;
}
