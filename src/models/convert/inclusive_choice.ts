/** Inclusive choice in a net: any of several branches run, but at least one. */
import type { NetBuilder } from "./net_builder.ts";

/**
 * Joins the places `from` and `to` by branches between places of their own, `[entry, exit]`. Each waits to be started or
 * skipped, and nothing is skipped before something has started. It grows with the number of branches, not of their
 * subsets, but is no free-choice net. No branch may take from its exit, or put into its entry, again.
 */
export function addInclusiveChoice(
  net: NetBuilder,
  from: number,
  branches: readonly (readonly [number, number])[],
  to: number,
): void {
  const none = net.place(), some = net.place(), waiting = branches.map(() => net.place());
  net.transition(undefined, [from], [none, ...waiting]);
  branches.forEach(([entry, exit], i) => {
    net.transition(undefined, [waiting[i]!, none], [entry, some]);
    net.transition(undefined, [waiting[i]!, some], [entry, some]);
    net.transition(undefined, [waiting[i]!, some], [exit, some]);
  });
  net.transition(undefined, [some, ...branches.map(([, exit]) => exit)], [to]);
}
