/**
 * Generalisation: whether each part of a model has been used often enough to be believed.
 *
 * Buijs, van Dongen & van der Aalst, "Quality Dimensions in Process Discovery: The Importance of Fitness, Precision,
 * Generalization and Simplicity", IJCIS 23(1), 2014, section 5.4, with the transitions of a net for the nodes of a tree.
 */
import { InputError } from "../../base/errors.ts";
import { foundInModelsPlace } from "../../models/given_model.ts";

/**
 * 1 − mean over transitions of 1 / √(how often it fired over all cases), 0 to 1; a transition that never fired counts
 * as 1. Silent transitions count as others do. 1 for a net without transitions.
 *
 * @example
 * ```ts
 * import { discoverInductive, generalisation, readLog, replayTokens, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * generalisation(replayTokens(log, treeToNet(discoverInductive(log))));
 * ```
 */
export function generalisation(replay: { readonly transitions: readonly { readonly fired: number }[] }): number {
  const transitions = replay?.transitions;
  if (!Array.isArray(transitions) || transitions.some(({ fired }) => typeof fired !== "number")) {
    throw new InputError(
      `Expected how often each transition fired but found ${foundInModelsPlace(replay)}.\n` +
        "Give what replayTokens(log, model) returned.",
    );
  }
  if (transitions.length === 0) return 1;
  const doubt = transitions.reduce((sum, { fired }) => sum + 1 / Math.sqrt(Math.max(fired, 1)), 0);
  return 1 - doubt / transitions.length;
}
