/** Factors from what happened in a case: its activities, those that came back, its steps, its number of events. */
import { formatCount } from "../../base/format.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { addBit, countBits, noBits } from "./bits.ts";
import { type Candidates, isTold, type Search } from "./candidate.ts";
import { factorsOfEvents } from "./code_factors.ts";
import { factorsOfNumbers } from "./number_factors.ts";

export function addFlow(search: Search, found: Candidates): void {
  const { log } = search;
  found.factors.push(
    ...factorsOfEvents(log.activity, log.activities, { kind: "activity", known: "way", column: "activity" }, search),
  );
  addRepeated(search, found);
  const { codes, names } = stepCodes(log);
  found.factors.push(...factorsOfEvents(codes, names, { kind: "step", known: "way", column: "step" }, search));
  const values = Float64Array.from({ length: log.cases }, (_, c) => log.offsets[c + 1]! - log.offsets[c]!);
  const sizes = {
    known: "way",
    column: "number of events",
    values,
    write: (value: number) => formatCount(value),
  } as const;
  found.factors.push(...factorsOfNumbers(sizes, "size", search));
  found.numbers.push(sizes);
}

function addRepeated(search: Search, found: Candidates): void {
  const { log } = search;
  const n = log.activities.length;
  const last = new Int32Array(n).fill(-1), counted = new Int32Array(n).fill(-1), counts = new Int32Array(n);
  const each = (visit: (c: number, a: number) => void) => {
    last.fill(-1);
    counted.fill(-1);
    for (let c = 0; c < log.cases; c++) {
      for (let i = log.offsets[c]!, end = log.offsets[c + 1]!; i < end; i++) {
        const a = log.activity[i]!;
        if (last[a] === c && counted[a] !== c) {
          counted[a] = c;
          visit(c, a);
        }
        last[a] = c;
      }
    }
  };
  each((_, a) => counts[a]!++);
  const sets = Array.from(counts, (count) => isTold(count, search) ? noBits(log.cases) : undefined);
  each((c, a) => sets[a] && addBit(sets[a], c));
  sets.forEach((bits, a) => {
    if (!bits) return;
    const value = log.activities[a]!;
    found.factors.push({
      kind: "repeated activity",
      known: "way",
      column: "repeated activity",
      value,
      bits,
      cases: countBits(bits),
    });
  });
}

/** The step that leads to each event; -1 at the first of a case. */
function stepCodes({ activity, activities, offsets, cases }: EventLog): { codes: Int32Array; names: string[] } {
  const n = activities.length;
  const codes = new Int32Array(activity.length).fill(-1);
  const names: string[] = [];
  const table = n * n <= 4_000_000 ? new Int32Array(n * n).fill(-1) : undefined;
  const known = new Map<number, number>();
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]! + 1, end = offsets[c + 1]!; i < end; i++) {
      const key = activity[i - 1]! * n + activity[i]!;
      let code = table ? table[key]! : known.get(key) ?? -1;
      if (code < 0) {
        code = names.push(`${activities[activity[i - 1]!]} → ${activities[activity[i]!]}`) - 1;
        if (table) table[key] = code;
        else known.set(key, code);
      }
      codes[i] = code;
    }
  }
  return { codes, names };
}
