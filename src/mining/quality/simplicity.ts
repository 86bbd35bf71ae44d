/**
 * Simplicity: the fewer arcs at a node, the easier a net is to follow.
 *
 * Inverse arc degree: Blum, "Metrics in process discovery", TR/DCC-2015-6, Universidad de Chile, 2015, section 3.4; arc
 * degrees as in Sánchez-González et al., "Prediction of Business Process Model Quality Based on Structural Metrics",
 * ER 2010.
 */
import { asNet, type ConvertibleModel } from "../../models/convert/model_as.ts";

/**
 * 1 / (1 + max(0, d − 2)) where d is the mean number of arcs, in and out, of places and transitions, above 0 to 1.
 * Other models are judged as their nets. A sequence, with at most two arcs at each node, has 1. So has a net without nodes.
 *
 * @example
 * ```ts
 * import { discoverInductive, readLog, simplicity, treeToNet } from "tracebook";
 * simplicity(treeToNet(discoverInductive(await readLog("data/order-to-cash.csv"))));
 * ```
 */
export function simplicity(model: ConvertibleModel): number {
  const { places, transitions, arcs } = asNet(model);
  const nodes = places.length + transitions.length;
  const degree = nodes === 0 ? 0 : 2 * arcs.length / nodes;
  return 1 / (1 + Math.max(0, degree - 2));
}
