/** How much of a figure rests on what is unsure, in words. */
import { formatShare } from "../../base/format.ts";
import { mean } from "../../base/statistics/summary.ts";
import type { TaskSegmentation } from "./segmentation.ts";

/**
 * A sentence that says how many of some instances are likely right: their mean certainty. Undefined where a column told
 * them.
 *
 * @param of the instances; all of them if left out.
 */
export function sureNote({ certainty }: TaskSegmentation, of?: ArrayLike<number>): string | undefined {
  if (!certainty) return undefined;
  const sure = of === undefined ? Array.from(certainty.instance) : Array.from(of, (k) => certainty.instance[k]!);
  if (sure.length === 0) return undefined;
  const share = formatShare(mean(sure));
  return sure.length === 1
    ? `This instance is right with a probability of ${share}.`
    : `About ${share} of these instances are likely right.`;
}
