/**
 * Splitting a log along a cut.
 *
 * Leemans, Fahland, van der Aalst, "Discovering Block-Structured Process Models from Event Logs: A Constructive
 * Approach", Petri Nets 2013; for traces that do not fit the cut, "… Containing Infrequent Behaviour", BPM Workshops 2013.
 */
import type { Cut } from "./cuts.ts";
import { type SubLog, TraceBag } from "./sub_log.ts";

/** One log for each part, in the order of the parts. Events of activities that the cut does not know are left out. */
export function splitLog(log: SubLog, cut: Cut): SubLog[] {
  const bags = Array.from({ length: cut.parts }, () => new TraceBag());
  SPLITS[cut.operator](log, cut, bags);
  return bags.map((bag) => bag.toSubLog(log.names));
}

type Split = (log: SubLog, cut: Cut, bags: readonly TraceBag[]) => void;

const SPLITS: Record<Cut["operator"], Split> = {
  choice: splitChoice,
  sequence: splitSequence,
  parallel: splitParallel,
  loop: splitLoop,
};

/** A trace goes to the part with most of its events, to the last of several, and keeps these alone. */
function splitChoice({ events, offsets, counts }: SubLog, { parts, partOf }: Cut, bags: readonly TraceBag[]): void {
  const own = new Int32Array(parts);
  for (let t = 0; t < counts.length; t++) {
    own.fill(0);
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
      const part = partOf[events[i]!]!;
      if (part >= 0) own[part]!++;
    }
    let most = 0;
    for (let part = 1; part < parts; part++) if (own[part]! >= own[most]!) most = part;
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
      if (partOf[events[i]!] === most) bags[most]!.push(events[i]!);
    }
    bags[most]!.close(counts[t]!);
  }
}

/**
 * Each part takes the piece from where the one before ended to where its own events outnumber those of later parts by
 * most; what does not belong there is left out.
 */
function splitSequence({ events, offsets, counts }: SubLog, { parts, partOf }: Cut, bags: readonly TraceBag[]): void {
  for (let t = 0; t < counts.length; t++) {
    const end = offsets[t + 1]!;
    let begin = offsets[t]!;
    const inOrder = isInOrder(events, begin, end, partOf);
    for (let part = 0; part < parts; part++) {
      const next = inOrder ? endOfRun(events, begin, end, partOf, part) : bestSplit(events, begin, end, partOf, part);
      for (; begin < next; begin++) if (partOf[events[begin]!] === part) bags[part]!.push(events[begin]!);
      bags[part]!.close(counts[t]!);
    }
  }
}

function isInOrder(events: Int32Array, begin: number, end: number, partOf: Int32Array): boolean {
  for (let i = begin, before = 0; i < end; i++) {
    const part = partOf[events[i]!]!;
    if (part < before) return false;
    before = part;
  }
  return true;
}

function endOfRun(events: Int32Array, begin: number, end: number, partOf: Int32Array, part: number): number {
  while (begin < end && partOf[events[begin]!] === part) begin++;
  return begin;
}

/** Events of earlier parts do not count. */
function bestSplit(events: Int32Array, begin: number, end: number, partOf: Int32Array, part: number): number {
  let cost = 0, least = 0, best = begin;
  for (let i = begin; i < end; i++) {
    const other = partOf[events[i]!]!;
    if (other === part) cost--;
    else if (other > part || other < 0) cost++;
    if (cost < least) {
      least = cost;
      best = i + 1;
    }
  }
  return best;
}

function splitParallel({ events, offsets, counts }: SubLog, { partOf }: Cut, bags: readonly TraceBag[]): void {
  for (let t = 0; t < counts.length; t++) {
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
      const part = partOf[events[i]!]!;
      if (part >= 0) bags[part]!.push(events[i]!);
    }
    for (const bag of bags) bag.close(counts[t]!);
  }
}

/** A trace that ends in a redo part is followed by an empty body. */
function splitLoop({ events, offsets, counts }: SubLog, { partOf }: Cut, bags: readonly TraceBag[]): void {
  const body = bags[0]!, redo = bags[1]!;
  for (let t = 0; t < counts.length; t++) {
    const count = counts[t]!;
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
      const part = partOf[events[i]!]!;
      if (part !== 1 && !redo.isAtStart) redo.close(count);
      if (part !== 0 && !body.isAtStart) body.close(count);
      if (part >= 0) bags[part]!.push(events[i]!);
    }
    if (!redo.isAtStart) redo.close(count);
    body.close(count);
  }
}
