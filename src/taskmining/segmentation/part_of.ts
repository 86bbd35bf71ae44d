/** A segmentation of a part of its log: instances and kinds that are left, with what is known of each. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { eventsByOwner } from "../events_by_owner.ts";
import type { SegmentCertainty, TaskSegmentation, TaskType } from "./segmentation.ts";

export interface Part {
  readonly log: InteractionLog;
  /** Of each interaction of `log`, its index in the whole log; -1 where it is not there. */
  readonly from: ArrayLike<number>;
  /** Instances and kinds that are left, by their numbers in the whole, in the order that they have now. */
  readonly instances: readonly number[];
  readonly kinds: readonly number[];
}

/** @param taskOf what is left of a kind; it is given the numbers that instances have now. */
export function partOf(
  whole: TaskSegmentation,
  { log, from, instances, kinds }: Part,
  taskOf: (kind: number, numberOf: ReadonlyMap<number, number>) => TaskType,
): TaskSegmentation {
  const numberOf = new Map(instances.map((k, number) => [k, number]));
  const kindOf = new Map(kinds.map((kind, number) => [kind, number]));
  const owner = Int32Array.from(from, (i) => i < 0 ? -1 : numberOf.get(whole.owner[i]!) ?? -1);
  return {
    log,
    owner,
    count: instances.length,
    ...eventsByOwner(owner, instances.length),
    task: Int32Array.from(instances, (k) => kindOf.get(whole.task[k]!)!),
    tasks: kinds.map((kind) => taskOf(kind, numberOf)),
    reasons: instances.map((k) => whole.reasons[k]!),
    stray: Uint8Array.from(from, (i) => i < 0 ? 0 : whole.stray[i]!),
    keys: instances.map((k) => whole.keys[k]!),
    ...(whole.certainty && { certainty: certaintyOf(whole.certainty, instances, kinds) }),
    notes: whole.notes,
  };
}

function certaintyOf(
  { instance, begin, kind }: SegmentCertainty,
  instances: readonly number[],
  kinds: readonly number[],
): SegmentCertainty {
  return {
    instance: Float64Array.from(instances, (k) => instance[k]!),
    begin: Float64Array.from(instances, (k) => begin[k]!),
    kind: Float64Array.from(kinds, (one) => kind[one]!),
  };
}
