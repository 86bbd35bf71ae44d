/** Puts rows into cases: sorted by case and then time, ties in the order of the file. */
import { byCodeUnit } from "./text_codes.ts";

export interface Arrangement {
  readonly offsets: Int32Array;
  readonly caseIds: string[];
  /** For each event, the index into the rows given. */
  readonly order: Int32Array;
}

/**
 * Arranges events by case and time.
 *
 * Cases stand in the order of their first event's time, then of their id; within a case events stand in the order of
 * time, and equal times keep the order in which they were given. So the order of rows matters only between equal times.
 *
 * Cost: linear where rows come in order; a sort within each case that does not.
 *
 * @param caseCode Code of each event's case, none negative.
 * @param time Milliseconds of each event, none NaN.
 */
export function arrangeCases(caseCode: Int32Array, time: Float64Array, caseNames: readonly string[]): Arrangement {
  const { offsets, order } = scatter(caseCode, caseNames.length);
  for (let c = 0; c < caseNames.length; c++) sortSpan(order, offsets[c]!, offsets[c + 1]!, time);
  return inOrderOfStart(offsets, order, time, caseNames);
}

/** Counting sort by case: stable, so that each case keeps the order of the file. */
function scatter(caseCode: Int32Array, cases: number): { offsets: Int32Array; order: Int32Array } {
  const offsets = new Int32Array(cases + 1);
  for (let i = 0; i < caseCode.length; i++) offsets[caseCode[i]! + 1]!++;
  for (let c = 0; c < cases; c++) offsets[c + 1]! += offsets[c]!;
  const next = offsets.slice(0, cases);
  const order = new Int32Array(caseCode.length);
  for (let i = 0; i < caseCode.length; i++) order[next[caseCode[i]!]!++] = i;
  return { offsets, order };
}

function sortSpan(order: Int32Array, begin: number, end: number, time: Float64Array): void {
  let sorted = true;
  for (let i = begin + 1; i < end && sorted; i++) sorted = time[order[i - 1]!]! <= time[order[i]!]!;
  if (sorted) return;
  order.subarray(begin, end).sort((a, b) => time[a]! - time[b]! || a - b);
}

function inOrderOfStart(
  offsets: Int32Array,
  order: Int32Array,
  time: Float64Array,
  caseNames: readonly string[],
): Arrangement {
  const filled: number[] = [];
  for (let c = 0; c < caseNames.length; c++) if (offsets[c + 1]! > offsets[c]!) filled.push(c);
  const begin = Float64Array.from(caseNames, (_, c) => time[order[offsets[c]!]!]!);
  filled.sort((a, b) => begin[a]! - begin[b]! || byCodeUnit(caseNames[a]!, caseNames[b]!));
  const arranged = new Int32Array(order.length);
  const newOffsets = new Int32Array(filled.length + 1);
  let position = 0;
  filled.forEach((c, index) => {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) arranged[position++] = order[i]!;
    newOffsets[index + 1] = position;
  });
  return { offsets: newOffsets, caseIds: filled.map((c) => caseNames[c]!), order: arranged };
}
