/** Gives strays, actions that stand alone, and false starts to the instances they belong to, once a log is parsed. */
import { type Parse, renumbered, stepsOf } from "./parse.ts";
import { SETTLING } from "./priors.ts";
import type { Streams } from "./streams.ts";

/**
 * Strays between two instances go to the nearer in time, on a tie to the one that follows. Of an action that is stray
 * more often than not, they belong to none.
 */
export function settleStrays(streams: Streams, parse: Parse): Parse {
  const { action, actions, offsets, gap } = streams, marked = new Set(streams.marks?.places);
  const owner = parse.owner.slice(), { stray } = parse;
  const seen = new Int32Array(actions), strays = new Int32Array(actions);
  for (let i = 0; i < owner.length; i++) {
    seen[action[i]!]!++;
    if (stray[i]) strays[action[i]!]!++;
  }
  const noStep = (i: number) => strays[action[i]!]! * SETTLING.aloneOneIn > seen[action[i]!]!;
  for (let s = 0; s + 1 < offsets.length; s++) {
    const end = offsets[s + 1]!;
    for (let i = offsets[s]!; i < end; i++) {
      if (!stray[i]) continue;
      let to = i;
      while (to < end && stray[to]) to++;
      const after = to < end ? parse.owner[to]! : -1, before = parse.owner[i]!;
      if (after >= 0 && after !== before) {
        // What was marked by hand begins no sooner, and goes on as it does.
        let first = i;
        for (let j = i; j <= to; j++) if (marked.has(j)) first = Math.min(to, j + 1);
        // The widest gap of the run parts it; of equal ones the first.
        let cut = first;
        for (let j = first + 1; j <= to && before >= 0; j++) if (gap[j]! > gap[cut]!) cut = j;
        for (let j = cut; j < to; j++) owner[j] = after;
      }
      i = to - 1;
    }
  }
  for (let i = 0; i < owner.length; i++) if (stray[i] && noStep(i)) owner[i] = -1;
  return withoutFalseStarts(streams, renumbered({ ...parse, owner: withoutLoneActions(owner, streams, parse) }));
}

/**
 * Actions that stand alone more often than not (stray, or as instances of nothing else) are no task, whether by
 * themselves or several of them in turn, as long as there are other instances. Those that hold a mark are.
 */
function withoutLoneActions(
  owner: Int32Array,
  { action, actions, marks }: Streams,
  { stray, kind }: Parse,
): Int32Array {
  const only = new Int32Array(kind.length).fill(-1);
  for (let i = 0; i < owner.length; i++) {
    const k = owner[i]!;
    if (k < 0) continue;
    if (only[k] === -1) only[k] = action[i]!;
    else if (only[k] !== action[i]) only[k] = -2;
  }
  const seen = new Int32Array(actions), alone = new Int32Array(actions);
  for (let i = 0; i < owner.length; i++) {
    seen[action[i]!]!++;
    if (owner[i]! < 0 || stray[i] || only[owner[i]!]! >= 0) alone[action[i]!]!++;
  }
  const isTask = new Uint8Array(kind.length);
  for (let i = 0; i < owner.length; i++) {
    if (owner[i]! >= 0 && alone[action[i]!]! * SETTLING.aloneOneIn <= seen[action[i]!]!) isTask[owner[i]!] = 1;
  }
  for (const i of marks?.places ?? []) if (owner[i]! >= 0) isTask[owner[i]!] = 1;
  return isTask.includes(1) ? owner.map((k) => k >= 0 && isTask[k] ? k : -1) : owner;
}

/**
 * A few steps that begin like the instance right after them, and that hardly ever stand alone, are its false start:
 * they belong to it.
 */
function withoutFalseStarts({ action, offsets: streams }: Streams, parse: Parse): Parse {
  const { offsets, steps } = stepsOf(parse), count = parse.kind.length;
  const lengths = Array.from({ length: count }, (_, k) => offsets[k + 1]! - offsets[k]!).sort((a, b) => a - b);
  const short = Math.max(SETTLING.falseStartSteps, (lengths[count >> 1] ?? 0) / SETTLING.falseStartOneIn);
  const wayOf = (k: number) => steps.subarray(offsets[k]!, offsets[k + 1]!).map((i) => action[i]!).join();
  const ways = new Map<string, number>();
  const isShort = (k: number) => offsets[k + 1]! > offsets[k]! && offsets[k + 1]! - offsets[k]! <= short;
  for (let k = 0; k < count; k++) if (isShort(k)) ways.set(wayOf(k), (ways.get(wayOf(k)) ?? 0) + 1);
  const into = Int32Array.from(parse.kind, (_, k) => k);
  for (let k = count - 2; k >= 0; k--) {
    if (!isShort(k) || offsets[k + 2] === offsets[k + 1]) continue;
    const i = steps[offsets[k]!]!, next = steps[offsets[k + 1]!]!;
    const rare = ways.get(wayOf(k))! <= Math.max(1, count / SETTLING.recurringOneIn);
    if (rare && action[i] === action[next] && !streams.some((begin) => begin > i && begin <= next)) {
      into[k] = into[k + 1]!;
    }
  }
  return renumbered({ ...parse, owner: parse.owner.map((k) => k < 0 ? -1 : into[k]!) });
}
