/** Puts rows into cases: sorted by case and then time, ties in the order of the file. */
import { goOn } from "../../base/stop.ts";
import { byCodeUnit } from "../../base/text_codes.ts";

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
 * @param then What decides where times are equal, before the order given: smaller numbers first.
 */
export function arrangeCases(
  caseCode: Int32Array,
  time: Float64Array,
  caseNames: readonly string[],
  then: readonly Float64Array[] = [],
): Arrangement {
  const { offsets, order } = scatter(caseCode, caseNames.length);
  const sort = then.length === 0 ? sortSpan : spanSorter([time, ...then]);
  for (let c = 0; c < caseNames.length; c++) {
    if (c % 8192 === 0) goOn();
    sort(order, offsets[c]!, offsets[c + 1]!, time);
  }
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

/** As `sortSpan`, by several numbers, the first that differs deciding. */
function spanSorter(keys: readonly Float64Array[]): typeof sortSpan {
  const compare = (a: number, b: number) => {
    for (const key of keys) if (key[a] !== key[b]) return key[a]! - key[b]!;
    return a - b;
  };
  return (order, begin, end) => {
    let sorted = true;
    for (let i = begin + 1; i < end && sorted; i++) sorted = compare(order[i - 1]!, order[i]!) <= 0;
    if (!sorted) order.subarray(begin, end).sort(compare);
  };
}

function inOrderOfStart(
  offsets: Int32Array,
  order: Int32Array,
  time: Float64Array,
  caseNames: readonly string[],
): Arrangement {
  const sequence = caseOrder(offsets, order, time, caseNames);
  const arranged = new Int32Array(order.length);
  const newOffsets = new Int32Array(sequence.length + 1);
  let position = 0;
  for (let index = 0; index < sequence.length; index++) {
    const c = sequence[index]!;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) arranged[position++] = order[i]!;
    newOffsets[index + 1] = position;
  }
  return { offsets: newOffsets, caseIds: Array.from(sequence, (c) => caseNames[c]!), order: arranged };
}

/** Cases that have events, by their first event's time, then by name. */
function caseOrder(
  offsets: Int32Array,
  order: Int32Array,
  time: Float64Array,
  caseNames: readonly string[],
): Int32Array {
  const begin = new Float64Array(caseNames.length);
  let filled = 0, sorted = true;
  const sequence = new Int32Array(caseNames.length);
  for (let c = 0; c < caseNames.length; c++) {
    if (offsets[c + 1]! === offsets[c]!) continue;
    begin[c] = time[order[offsets[c]!]!]!;
    if (filled > 0 && begin[c]! < begin[sequence[filled - 1]!]!) sorted = false;
    sequence[filled++] = c;
  }
  const cases = sequence.subarray(0, filled);
  if (!sorted) cases.sort((a, b) => begin[a]! - begin[b]!);
  // Names are compared only where times are equal: comparing text for every pair would take most of the time.
  for (let from = 0, to = 0; from < filled; from = to) {
    for (to = from + 1; to < filled && begin[cases[to]!] === begin[cases[from]!]; to++);
    if (to - from > 1) cases.subarray(from, to).sort((a, b) => byCodeUnit(caseNames[a]!, caseNames[b]!));
  }
  return cases;
}
